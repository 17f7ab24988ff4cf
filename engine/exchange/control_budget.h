// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/timestamp.h"

#include <array>
#include <cstddef>

namespace spreadline {

/// How many control messages (pings, subscriptions) a connection may still send: at most `perSecond` in any second, counted as a
/// rolling window and not by the wall's seconds. Binance allows 10; we stay at half. Times are of the monotonic clock.
class ControlBudget {
public:
    static constexpr std::size_t perSecond = 5;

    /// Takes one if there is one.
    bool take(Duration now) noexcept
    {
        if (wait(now) > Duration::zero())
            return false;
        m_sent[m_next] = now;
        m_used = m_used < perSecond ? m_used + 1 : perSecond;
        m_next = (m_next + 1) % perSecond;
        return true;
    }
    /// How long until take() succeeds.
    Duration wait(Duration now) const noexcept
    {
        if (m_used < perSecond)
            return Duration::zero();
        const Duration free = m_sent[m_next] + window;
        return free > now ? free - now : Duration::zero();
    }

private:
    static constexpr Duration window = std::chrono::milliseconds(1'050); ///< a little more than a second: their clock is not ours

    std::array<Duration, perSecond> m_sent{};
    std::size_t m_next = 0, m_used = 0;
};

} // namespace spreadline
