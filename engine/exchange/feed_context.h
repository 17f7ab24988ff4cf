// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/backoff.h"
#include "exchange/clock_offset.h"
#include "exchange/dialect.h"
#include "exchange/feed_output.h"
#include "exchange/feed_rejections.h"
#include "exchange/instrument_table.h"
#include "exchange/rate_limiter.h"
#include "exchange/rest_session.h"
#include "exchange/trust_board.h"
#include "exchange/watchdog.h"
#include "ports/clock.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace spreadline {

struct FeedCounters {
    std::int64_t frames = 0;     ///< of market data connections
    std::int64_t rejected = 0;   ///< could not be read, or cannot be true
    std::int64_t unknown = 0;    ///< carried nothing for us
    std::int64_t gaps = 0;       ///< holes found in books and trades
    std::int64_t resyncs = 0;    ///< books thrown away, trades backfilled
    std::int64_t reconnects = 0; ///< connections lost
};

/// What the parts of one feed share: its clock, its language, its budget, its way out. Made by FeedEngine; io thread only.
struct FeedContext {
    FeedContext(const Clock& systemClock, Dialect& venueDialect, MarketSink& sink, Backoff::Random jitter,
                RateLimiter::Limits budget, RestSession::Config restConfig, std::size_t mostKept = FeedOutput::usuallyKept)
        : clock(systemClock),
          dialect(venueDialect),
          random(std::move(jitter)),
          limiter(budget),
          rest(std::move(restConfig), {clock, limiter, dialect, random}),
          output(sink, clock, mostKept),
          trust(output, clock),
          rejections(output, clock, counters.rejected)
    {}

    static constexpr Duration venueClockGrace = std::chrono::minutes(10);
    static constexpr Duration ourClockGrace = std::chrono::hours(24);

    const Clock& clock;
    Dialect& dialect;
    Backoff::Random random;
    RateLimiter limiter;
    RestSession rest;
    FeedOutput output;
    TrustBoard trust;
    Watchdog watchdog;
    ClockOffset offset;
    InstrumentTable instruments;
    FeedCounters counters;
    FeedRejections rejections;

    /// The venue's clock as far as it is known, else ours.
    Timestamp venueNow() const { return offset.hasEstimate() ? offset.venueTime(clock.monotonic()) : clock.now(); }
    /// The venue's clock when the request of this answer went out: a bar that ended later may be told as it was before its end.
    Timestamp venueWhenAsked(const RestAnswer& answer) const
    {
        return offset.hasEstimate() ? offset.venueTime(clock.monotonic() - answer.roundTrip) : clock.now() - answer.roundTrip;
    }
    /// Nothing happened later than this: a little after the venue's clock, or a day after ours while that one is not trusted.
    Timestamp latestStamp() const { return latestStamp(clock.monotonic(), clock.now()); }
    Timestamp latestStamp(Duration now, Timestamp wall) const
    {
        return offset.isTrusted(now, wall) ? offset.latestVenueTime(now) + venueClockGrace : wall + ourClockGrace;
    }
    /// Why something stamped like this is not believed; nothing when it may be.
    std::optional<Error> stampError(Timestamp stamp, const char* where) const
    {
        if (stamp <= latestStamp())
            return std::nullopt;
        return Error{Errc::ClockUntrusted, where, std::to_string(stamp.millis()) + " has not come yet"};
    }
    const Instrument* find(InstrumentId id) const { return instruments.find(id); }
    /// Calls back on this thread, unless the feed is gone by then.
    void later(Duration wait, std::function<void()> work)
    {
        QTimer::singleShot(std::chrono::ceil<std::chrono::milliseconds>(wait), &m_scope, std::move(work));
    }

private:
    QObject m_scope;
};

} // namespace spreadline
