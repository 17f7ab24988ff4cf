// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/clock_offset.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>

namespace spreadline {
namespace {

constexpr double leastGain = 0.01; ///< far more than any machine's clock drifts
constexpr double mostGain = 2'000; ///< twice as fast as a practice exchange can be told to run
constexpr Timestamp latestTime = Timestamp::fromNanos(9'200'000'000'000'000'000); ///< 2261; leaves room for what is added to it
constexpr Duration tellsMillis = std::chrono::milliseconds(2);                    ///< two answers, each cut to milliseconds

} // namespace

bool ClockOffset::add(Duration sent, Duration received, Timestamp venue, Timestamp wall)
{
    const Duration roundTrip = received - sent;
    if (roundTrip < Duration::zero() || roundTrip >= longestRoundTrip)
        return false;
    if (m_samples.size() == sampleCount)
        m_samples.erase(m_samples.begin());
    const Duration middle = sent + roundTrip / 2;
    m_samples.push_back({venue.nanos() - middle.count(), wall.nanos() - received.count(), roundTrip, received});
    m_gain = gain();
    m_estimate = estimate();
    boundTheFuture();
    return true;
}

std::int64_t ClockOffset::estimate() const
{
    assert(hasEstimate());
    std::vector<Sample> sorted(m_samples);
    for (Sample& sample : sorted)
        sample.venueAtZero -= gainedSince(sample.received);
    const Sample best = *std::ranges::min_element(sorted, {}, &Sample::roundTrip);
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::ranges::nth_element(sorted, middle, {}, &Sample::venueAtZero);
    const Duration allowed = (best.roundTrip + middle->roundTrip) / 2; // each may be off by half of its round trip
    return std::abs(best.venueAtZero - middle->venueAtZero) <= allowed.count() ? best.venueAtZero : middle->venueAtZero;
}

double ClockOffset::gain() const
{
    const Sample& first = m_samples.front();
    const Sample& last = m_samples.back();
    const auto since = [&first](const Sample& sample) { // from the middle of one request to that of another
        return (sample.received - sample.roundTrip / 2) - (first.received - first.roundTrip / 2);
    };
    const Duration span = since(last);
    if (m_samples.size() < sampleCount || span <= Duration::zero())
        return 0;
    const std::int64_t won = last.venueAtZero - first.venueAtZero;
    const double pace = static_cast<double>(won) / static_cast<double>(span.count());
    const auto uncertain = [pace](const Sample& sample) { // while the answer was under way, the venue's time ran at its own pace
        const double halfway = static_cast<double>(sample.roundTrip.count()) / 2;
        return halfway * (1 + std::abs(pace)) + static_cast<double>(tellsMillis.count()) / 2;
    };
    if (std::abs(pace) < leastGain || std::abs(pace) > mostGain
        || static_cast<double>(std::abs(won)) <= uncertain(first) + uncertain(last))
        return 0;
    const bool agree = std::ranges::all_of(m_samples, [&](const Sample& sample) {
        const double expected = pace * static_cast<double>(since(sample).count());
        const double off = static_cast<double>(sample.venueAtZero - first.venueAtZero) - expected;
        return std::abs(off) <= uncertain(sample) + uncertain(first) + uncertain(last);
    });
    return agree ? pace : 0;
}

bool ClockOffset::isTrusted(Duration now, Timestamp wall) const
{
    if (m_samples.size() < sampleCount)
        return false;
    const Sample& newest = m_samples.back();
    const std::int64_t step = wall.nanos() - now.count() - newest.wallAtZero;
    return now - newest.received <= longestAge && std::abs(step) <= longestStep.count();
}

/// The highest and the lowest sample are left out: one lying answer neither opens the future nor closes the present.
void ClockOffset::boundTheFuture()
{
    std::vector<Sample> kept(m_samples);
    std::ranges::sort(kept, {}, &Sample::venueAtZero);
    if (kept.size() > 2) {
        kept.pop_back();
        kept.erase(kept.begin());
    }
    const auto [first, last] = std::ranges::minmax(kept, {}, &Sample::received);
    m_latest = last;
    m_mostGain = 0;
    const Duration span = last.received - first.received;
    const Duration gained = Duration(last.venueAtZero - first.venueAtZero) - (first.roundTrip + last.roundTrip) / 2 - tellsMillis;
    if (span > Duration::zero() && gained > Duration::zero())
        m_mostGain = std::min(2 * static_cast<double>(gained.count()) / static_cast<double>(span.count()), mostGain);
}

Timestamp ClockOffset::latestVenueTime(Duration now) const
{
    assert(hasEstimate());
    const Timestamp latest = std::max(venueTime(now), Timestamp::fromNanos(m_latest.venueAtZero + now.count()));
    const double gained = m_mostGain * static_cast<double>((now - m_latest.received).count());
    const bool hasRoom = gained < static_cast<double>((latestTime - latest).count());
    return hasRoom ? latest + Duration(static_cast<std::int64_t>(gained)) : latestTime;
}

Duration ClockOffset::roundTrip() const
{
    assert(hasEstimate());
    return std::ranges::min_element(m_samples, {}, &Sample::roundTrip)->roundTrip;
}

} // namespace spreadline
