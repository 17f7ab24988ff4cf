// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/feed_context.h"
#include "exchange/latency_meter.h"

#include <optional>
#include <string>

namespace spreadline {

/// How the feed does: delays of the data over the last minute by the venue's clock, the request budget and the counters, put out
/// once a second while anything changes. Io thread only.
class FeedHealth {
public:
    FeedHealth(FeedContext& context, std::string venue) : m_context(context), m_venue(std::move(venue)) {}

    void onFrame(Timestamp venueTime, Duration now);
    /// Often; puts out at most once a second.
    void tick(bool linksUp, Duration roundTrip);
    /// Puts out the state now, if anything changed.
    void report(bool linksUp, Duration roundTrip);

private:
    VenueHealth measure(bool linksUp, Duration roundTrip);

    FeedContext& m_context;
    std::string m_venue;
    LatencyMeter m_latency;
    bool m_isClockTrusted = false; ///< else the venue's clock is not known well enough to measure delays by
    Duration m_nextReport{};
    VenueHealth m_last;
};

} // namespace spreadline
