// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/interval.h"

#include <QTimeZone>

#include <cstdint>
#include <vector>

namespace spreadline::paint {
class TextLine;
}

namespace spreadline::chart {

class PriceScale;

/// The step of a price axis: 1, 2 or 5 times a power of ten, at least `tick`, so that at most `most` lines stand
/// between low and high. Zero when the range is no range.
double priceStep(double low, double high, double tick, int most) noexcept;

/// Prices at multiples of `step` from low to high, rising. Counted, not added up, so that no error accumulates.
void priceTicks(double low, double high, double step, std::vector<double>& out);

/// The values at which the lines of a scale stand, rising, `most` of them at the densest: whole percents where it is in percent,
/// 1, 2, 5 of each power of ten where a log scale spans several times its lowest price.
void scaleTicks(const PriceScale& scale, double tick, int most, std::vector<double>& out);

/// What a line of the time axis starts, from a second to a year: the label says it, and a higher rank is drawn
/// stronger.
enum class TimeRank : std::uint8_t { Second, Minute, Day, Month, Year };

struct TimeTick {
    std::int64_t time = 0; ///< nanoseconds, UTC
    TimeRank rank = TimeRank::Minute;
    bool operator==(const TimeTick&) const = default;
};

/// A step of the time axis: so many seconds, days or months.
struct TimeStep {
    enum class Unit : std::uint8_t { Seconds, Days, Months };
    Unit unit = Unit::Seconds;
    int amount = 1;
    double seconds() const noexcept
    {
        return amount * (unit == Unit::Seconds ? 1.0 : unit == Unit::Days ? 86'400.0 : 2'629'746.0);
    }
    bool operator==(const TimeStep&) const = default;
};

/// The shortest step that is not shorter than `seconds`.
TimeStep timeStep(double seconds) noexcept;

/// The axis lines between two moments, on the calendar of `zone`: midnights are the zone's, months start on its first.
void timeTicks(std::int64_t from, std::int64_t to, TimeStep step, const QTimeZone& zone, std::vector<TimeTick>& out);

/// "2026", "Mar", "12", "14:05", "14:05:30", as the rank asks.
void addTickLabel(paint::TextLine& line, TimeTick tick, const QTimeZone& zone);
/// Of a bar: "Thu 12 Mar 2026  14:05", with seconds below a minute, with milliseconds for bars that are not of the
/// calendar, the date alone from a day on.
void addMomentLabel(paint::TextLine& line, std::int64_t time, Interval interval, const QTimeZone& zone);
/// "UTC", "UTC+2", "UTC+5:30": the zone's offset at that time.
void addZoneLabel(paint::TextLine& line, std::int64_t time, const QTimeZone& zone);
/// The same with the place before it: "Berlin UTC+1", "New York UTC−5"; a zone without a place is its offset.
void addZoneName(paint::TextLine& line, std::int64_t time, const QTimeZone& zone);

} // namespace spreadline::chart
