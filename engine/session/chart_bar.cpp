// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/chart_bar.h"

#include <algorithm>
#include <cassert>

namespace spreadline {

ChartBar toChartBar(const Kline& kline)
{
    return {.time = kline.openTime.nanos(),
            .open = kline.open.toDouble(),
            .high = kline.high.toDouble(),
            .low = kline.low.toDouble(),
            .close = kline.close.toDouble(),
            .volume = kline.volume.toDouble(),
            .quoteVolume = kline.quoteVolume.toDouble(),
            .takerBuyVolume = kline.takerBuyVolume.toDouble()};
}

void alignCloses(std::span<const std::int64_t> times, std::span<const double> closes, std::span<const std::int64_t> onto,
                 std::vector<double>& out)
{
    assert(times.size() == closes.size());
    out.assign(onto.size(), ChartBar::none);
    std::size_t at = 0;
    for (std::size_t row = 0; row < onto.size(); ++row) {
        while (at < times.size() && times[at] < onto[row])
            ++at;
        if (at == times.size())
            return;
        if (times[at] == onto[row])
            out[row] = closes[at];
    }
}

namespace {

/// Between neighbours of the newest few; zero where there are no two.
std::int64_t longestStand(std::span<const TimedValue> values)
{
    constexpr std::size_t few = 9;
    std::int64_t longest = 0;
    for (std::size_t i = values.size() > few ? values.size() - few : 1; i < values.size(); ++i)
        longest = std::max(longest, values[i].time - values[i - 1].time);
    return longest;
}

} // namespace

void alignValues(std::span<const TimedValue> values, std::span<const std::int64_t> onto, Interval interval, std::size_t from,
                 std::vector<double>& out)
{
    out.resize(onto.size(), ChartBar::none);
    const auto endOf = [&](std::size_t row) {
        if (row + 1 < onto.size())
            return onto[row + 1];
        return interval.isCalendar() ? nextOpenTime(interval, Timestamp::fromNanos(onto[row])).nanos()
                                     : std::numeric_limits<std::int64_t>::max();
    };
    if (from >= onto.size())
        return;
    const std::int64_t usual = longestStand(values);
    auto next = std::ranges::lower_bound(values, endOf(from), {}, &TimedValue::time); // not known yet at the close
    for (std::size_t row = from; row < onto.size(); ++row) {
        for (const std::int64_t end = endOf(row); next != values.end() && next->time < end;)
            ++next;
        const bool isKnown = next != values.begin() && (usual == 0 || onto[row] - std::prev(next)->time <= 3 * usual);
        out[row] = isKnown ? std::prev(next)->value : ChartBar::none;
    }
}

} // namespace spreadline
