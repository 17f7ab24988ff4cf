// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/backoff.h"

#include <algorithm>
#include <limits>

namespace spreadline {

Duration Backoff::next(Duration least)
{
    Duration plain = m_limits.first;
    for (int i = 0; i < m_failures && plain < m_limits.most; ++i)
        plain *= 2;
    plain = std::min(plain, m_limits.most);
    ++m_failures;
    const double uniform = static_cast<double>(m_random()) / static_cast<double>(std::numeric_limits<std::uint32_t>::max());
    const auto spread = [this, uniform](Duration span, double low) {
        const double factor = low + (1 + m_limits.jitter - low) * uniform;
        return Duration(static_cast<std::int64_t>(static_cast<double>(span.count()) * factor));
    };
    const Duration wait = std::min(spread(plain, 1 - m_limits.jitter), m_limits.most);
    return wait < least ? spread(least, 1) : wait;
}

} // namespace spreadline
