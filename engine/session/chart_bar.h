// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/market_data.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace spreadline {

/// A bar as charts and studies read it: doubles, because pixels and statistics need no more. `time` is the open time in nanoseconds
/// since 1970, UTC. A slot without a bar (nothing traded, nothing known) has NaN prices: it keeps its place in time and shows nothing.
struct ChartBar {
    static constexpr double none = std::numeric_limits<double>::quiet_NaN();

    std::int64_t time = 0;
    double open = none, high = none, low = none, close = none;
    double volume = 0;
    double quoteVolume = none, takerBuyVolume = none; ///< where the source has them

    bool isEmpty() const noexcept { return open != open; }
};

ChartBar toChartBar(const Kline& kline);

/// Many bars as columns of equal length, rising in time; a row whose open is NaN is an empty slot. Does not own them.
struct BarColumns {
    std::span<const std::int64_t> times;
    std::span<const double> opens, highs, lows, closes, volumes, quoteVolumes, takerBuyVolumes;
    // Empty where nobody gave them, else as long as the rest.
    std::span<const double> others{};                        ///< closes of another symbol at the same times
    std::span<const double> fundingRates{}, openInterests{}; ///< as known at the close of each bar

    std::size_t size() const noexcept { return times.size(); }
};

/// A value that holds from its time on: nanoseconds since 1970, UTC.
struct TimedValue {
    std::int64_t time = 0;
    double value = 0;
    bool operator==(const TimedValue&) const = default;
};

/// For each bar the value that was known at its close (BarColumns::fundingRates, openInterests); NaN before the first. Both times rise.
/// A value that was not followed by another for three times as long as they usually stand is no longer known.
/// `out` becomes as long as `onto`; its rows before `from` are left as they are, so that a new bar costs little.
void alignValues(std::span<const TimedValue> values, std::span<const std::int64_t> onto, Interval interval, std::size_t from,
                 std::vector<double>& out);

/// The closes of one symbol at the times of another (BarColumns::others): NaN where it has no bar of that very open time. Both times
/// rise. `out` becomes as long as `onto`; its memory is used again.
void alignCloses(std::span<const std::int64_t> times, std::span<const double> closes, std::span<const std::int64_t> onto,
                 std::vector<double>& out);

} // namespace spreadline
