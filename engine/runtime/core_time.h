// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/timestamp.h"

#include <algorithm>

namespace spreadline {

/// What the core takes for now: the newest stamp of its events, and the venue's clock as far as the feed has measured it. Shared
/// by reference among the core's parts; moved on by TradingCore only.
class CoreTime {
public:
    /// Stamps this far apart are a clock that was set or a machine that slept: the core's timer ticks four times a second.
    static constexpr Duration longestStep = std::chrono::seconds(30);

    void advance(Timestamp received) noexcept
    {
        const Duration step = received - m_stamp;
        if (m_stamp.isKnown() && (step > longestStep || step < -longestStep))
            m_isVenueKnown = false;
        if (m_stamp.isKnown() && step < -longestStep)
            m_setBack = m_now - received; // what waits for a span must not wait until the clock is there again
        m_stamp = received;
        m_now = std::max(m_now, received + m_setBack);
    }
    /// Of the wall clock that stamps the events now.
    void setVenueOffset(Duration offset) noexcept
    {
        m_venueOffset = offset;
        m_isVenueKnown = true;
    }
    void doubtVenueOffset() noexcept { m_isVenueKnown = false; }

    /// Never goes back. Ahead of the wall clock by as much as that was set back meanwhile.
    Timestamp now() const noexcept { return m_now; }
    /// The wall clock, as the newest event was stamped.
    Timestamp wall() const noexcept { return m_stamp; }
    /// The venue's clock, or the best guess at it.
    Timestamp venueNow() const noexcept { return m_stamp + m_venueOffset; }
    /// False until the feed has measured the venue's clock, and while it doubts it: venueNow() may then be years off (a recording
    /// is played with the clock of its day), and nothing may be closed by it.
    bool isVenueKnown() const noexcept { return m_isVenueKnown; }

private:
    Timestamp m_now;
    Duration m_setBack{};
    Timestamp m_stamp; ///< the last one; unlike now() it follows a wall clock that is set back
    Duration m_venueOffset{};
    bool m_isVenueKnown = false;
};

} // namespace spreadline
