// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/connection_plan.h"
#include "exchange/feed_output.h"
#include "exchange/rest_session.h"
#include "exchange/stream_session.h"
#include "exchange/venue_hosts.h"

#include <optional>

namespace spreadline {

/// Everything a LiveFeed may be told; the defaults are right for Binance. Addresses come from `venue`, those in `rest` and
/// `streams` are ignored.
struct LiveFeedConfig {
    Venue venue;
    RestSession::Config rest;
    StreamSession::Config streams;
    ConnectionPlan::Config plan;
    Duration clockEvery = std::chrono::seconds(60);
    Duration instrumentsEvery = std::chrono::hours(24);
    std::size_t mostKept = FeedOutput::usuallyKept; ///< see there
    std::optional<std::uint32_t> seed;              ///< of the jitter, for tests; the machine's randomness otherwise
};

} // namespace spreadline
