// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/system_random.h"

#include <memory>
#include <random>

namespace spreadline {

Backoff::Random systemRandom()
{
    return seededRandom(std::random_device{}());
}

Backoff::Random seededRandom(std::uint32_t seed)
{
    return [engine = std::make_shared<std::mt19937>(seed)] { return static_cast<std::uint32_t>((*engine)()); };
}

} // namespace spreadline
