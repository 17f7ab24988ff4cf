// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/timestamp.h"

#include <algorithm>

namespace spreadline {

/// What the core takes for now: the newest stamp of its events, and the venue's clock as far as the feed has measured it. Shared
/// by reference among the core's parts; moved on by TradingCore only.
class CoreTime {
public:
    void advance(Timestamp received) noexcept { m_now = std::max(m_now, received); }
    void setVenueOffset(Duration offset) noexcept { m_venueOffset = offset; }

    Timestamp now() const noexcept { return m_now; }
    Timestamp venueNow() const noexcept { return m_now + m_venueOffset; }

private:
    Timestamp m_now;
    Duration m_venueOffset{};
};

} // namespace spreadline
