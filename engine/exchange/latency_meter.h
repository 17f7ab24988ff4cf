// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/timestamp.h"

#include <array>
#include <cstdint>
#include <optional>

namespace spreadline {

/// Percentiles of delays over the last minute, in fixed memory: one histogram of buckets 9 % wide per second. Delays from 1 us to
/// about 100 s; less counts as 1 us (an offset a little wrong makes a delay negative). Pure.
class LatencyMeter {
public:
    void add(Duration delay, Duration monotonicNow) noexcept;
    /// `share` of 0.5 is the median. Nothing when the minute is empty.
    std::optional<Duration> percentile(double share, Duration monotonicNow) const noexcept;

private:
    static constexpr std::size_t seconds = 60, perOctave = 8, octaves = 27, buckets = perOctave * octaves;
    struct Second {
        std::int64_t number = -1;
        std::array<std::uint32_t, buckets> counts{};
    };
    static std::size_t bucketOf(Duration delay) noexcept;
    static Duration middleOf(std::size_t bucket) noexcept;

    std::array<Second, seconds> m_seconds;
};

} // namespace spreadline
