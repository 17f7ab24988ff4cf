// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/timestamp.h"

#include <cstddef>
#include <vector>

namespace spreadline {

/// The venue's clock, estimated from answers to "what time is it". Kept against the monotonic clock, so a step of the wall clock
/// moves nothing. Of the last five samples the one with the shortest round trip counts, unless it disagrees with their median by
/// more than both their errors (rtt/2 each): then the median does, so one lying answer is outvoted. A venue whose time runs at another
/// pace (a practice exchange at speed) is followed at that pace once five samples agree on it. One thread, all times injected.
class ClockOffset {
public:
    static constexpr std::size_t sampleCount = 5;
    static constexpr Duration longestRoundTrip = std::chrono::seconds(1);
    static constexpr Duration longestAge = std::chrono::minutes(5);
    static constexpr Duration longestStep = std::chrono::milliseconds(250);

    /// A time request sent and answered at these monotonic times; `wall` is our wall clock at the answer. False when the sample
    /// was refused because the round trip took a second or more (or came out negative).
    bool add(Duration sent, Duration received, Timestamp venue, Timestamp wall);
    /// After a sleep of the machine or a refusal for the timestamp: measure anew.
    void invalidate() { m_samples.clear(); }

    /// Five samples, the newest not too old, and wall and monotonic clock still in step (they part when the machine slept or
    /// somebody set the time). Untrusted time must not sign orders.
    bool isTrusted(Duration now, Timestamp wall) const;
    bool hasEstimate() const noexcept { return !m_samples.empty(); }
    /// Precondition of the four: hasEstimate().
    Timestamp venueTime(Duration now) const { return Timestamp::fromNanos(m_estimate + now.count() + gainedSince(now)); }
    /// Whether the venue's time clearly runs at another pace than ours: what is measured now is worth little in a minute.
    bool hasAnotherPace() const noexcept { return m_gain != 0; }
    /// The latest that the venue's clock can be: one that runs faster than ours (a practice exchange at speed) gains on the estimate.
    Timestamp latestVenueTime(Duration now) const;
    Duration offset(Duration now, Timestamp wall) const { return venueTime(now) - wall; } ///< venue clock minus ours
    Duration roundTrip() const; ///< the shortest of the samples; the estimate's error is at most half of it

private:
    struct Sample {
        std::int64_t venueAtZero = 0; ///< venue time in ns when the monotonic clock read zero
        std::int64_t wallAtZero = 0;
        Duration roundTrip{};
        Duration received{};
    };
    std::int64_t estimate() const;
    double gain() const;
    /// What the venue's clock won since the newest sample.
    std::int64_t gainedSince(Duration now) const
    {
        return m_samples.empty()
            ? 0
            : static_cast<std::int64_t>(m_gain * static_cast<double>((now - m_samples.back().received).count()));
    }
    void boundTheFuture();

    std::vector<Sample> m_samples; ///< oldest first, at most sampleCount
    double m_gain = 0;             ///< of the venue's clock on ours, by nanosecond; zero: none to speak of
    std::int64_t m_estimate = 0;   ///< venue time in ns when the monotonic clock read zero, by the samples, at the newest one
    Sample m_latest;               ///< the newest that is neither the highest nor the lowest
    double m_mostGain = 0;         ///< after it
};

} // namespace spreadline
