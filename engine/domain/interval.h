// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/timestamp.h"

#include <compare>
#include <span>
#include <string>
#include <string_view>

namespace spreadline {

/// What makes a new bar: time on the UTC calendar, a number of trades, or an amount traded.
///
/// Text: 1s 5s 15s 1m 3m 5m 15m 30m 1h 2h 4h 6h 8h 12h 1d 3d 1w 1M, `100t` (trades), `250v` (units of base).
struct Interval {
    enum class Kind : std::uint8_t { Time, Months, Ticks, Volume };

    Kind kind = Kind::Time;
    std::int64_t amount = 60'000'000'000; ///< nanoseconds, months, trades, or millionths of the base asset

    static constexpr Interval time(Duration length) noexcept { return {Kind::Time, length.count()}; }
    static constexpr Interval months(int count) noexcept { return {Kind::Months, count}; }
    static constexpr Interval ticks(std::int64_t trades) noexcept { return {Kind::Ticks, trades}; }
    static constexpr Interval volume(std::int64_t units) noexcept { return {Kind::Volume, units * 1'000'000}; }

    auto operator<=>(const Interval&) const = default;

    constexpr bool isCalendar() const noexcept { return kind == Kind::Time || kind == Kind::Months; }
};

/// Errors: BadNumber for text that names no interval.
Result<Interval> parseInterval(std::string_view text);
std::string toString(Interval interval);

/// The calendar bar that holds `time`: its open, and the open of the next bar. Days start at 00:00 UTC, weeks on Monday, 3d bars
/// count from 1970-01-01. Precondition: interval.isCalendar().
Timestamp openTime(Interval interval, Timestamp time) noexcept;
Timestamp nextOpenTime(Interval interval, Timestamp openTime) noexcept;

/// The intervals Binance serves (1m to 1M), and those built here from trades (1s, 5s, 15s), in rising length.
std::span<const Interval> venueIntervals() noexcept;
std::span<const Interval> localIntervals() noexcept;
bool isVenueInterval(Interval interval) noexcept;

} // namespace spreadline
