// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/backoff.h"

#include <cstdint>

namespace spreadline {

/// Randomness for jitter, where nothing depends on its quality: one generator, seeded by the machine or, in tests, by hand. Copies
/// share the generator; one thread.
Backoff::Random systemRandom();
Backoff::Random seededRandom(std::uint32_t seed);

} // namespace spreadline
