// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/feed_health.h"

namespace spreadline {
namespace {

using namespace std::chrono_literals;

constexpr Duration reportEvery = 1s;
constexpr Duration answeredLately = 150s; ///< the clock is asked every minute, and again when that fails

} // namespace

void FeedHealth::onFrame(Timestamp venueTime, Duration now)
{
    if (venueTime.isKnown() && m_isClockTrusted && m_context.offset.hasEstimate()) // which may have gone since the last look
        m_latency.add(m_context.offset.venueTime(now) - venueTime, now);
}

void FeedHealth::tick(bool linksUp, Duration roundTrip)
{
    const Duration now = m_context.clock.monotonic();
    if (now < m_nextReport)
        return;
    m_nextReport = now + reportEvery;
    report(linksUp, roundTrip);
}

void FeedHealth::report(bool linksUp, Duration roundTrip)
{
    VenueHealth health = measure(linksUp, roundTrip);
    if (health == m_last)
        return;
    m_last = health;
    m_context.output.put(std::move(health));
}

VenueHealth FeedHealth::measure(bool linksUp, Duration roundTrip)
{
    const Duration now = m_context.clock.monotonic();
    const Timestamp wall = m_context.clock.now();
    VenueHealth health;
    health.venue = m_venue;
    const Duration answered = m_context.rest.lastAnswer();
    health.connected = linksUp && answered > Duration::zero() && now - answered < answeredLately;
    health.latencyP50 = m_latency.percentile(0.50, now).value_or(Duration::zero());
    health.latencyP99 = m_latency.percentile(0.99, now).value_or(Duration::zero());
    health.roundTrip = roundTrip;
    if (m_context.offset.hasEstimate()) {
        health.clockOffset = m_context.offset.offset(now, wall);
        if (health.roundTrip == Duration::zero())
            health.roundTrip = m_context.offset.roundTrip();
    }
    health.clockTrusted = m_context.offset.isTrusted(now, wall);
    m_isClockTrusted = health.clockTrusted;
    health.weightUsed = m_context.limiter.used(now);
    health.weightLimit = m_context.limiter.limit();
    if (const Duration held = m_context.limiter.heldFor(now); held > Duration::zero())
        health.bannedUntil = wall + held;
    const FeedCounters& counters = m_context.counters;
    health.frames = counters.frames;
    health.rejected = counters.rejected;
    health.unknown = counters.unknown;
    health.gaps = counters.gaps;
    health.resyncs = counters.resyncs;
    health.reconnects = counters.reconnects;
    return health;
}

} // namespace spreadline
