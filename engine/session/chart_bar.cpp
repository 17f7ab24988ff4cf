// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/chart_bar.h"

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

void alignValues(std::span<const TimedValue> values, std::span<const std::int64_t> onto, Interval interval,
                 std::vector<double>& out)
{
    out.assign(onto.size(), ChartBar::none);
    std::size_t known = 0; // values before the end of the bar
    for (std::size_t row = 0; row < onto.size(); ++row) {
        const bool isLast = row + 1 == onto.size();
        const std::int64_t end = !isLast ? onto[row + 1]
            : interval.isCalendar()      ? nextOpenTime(interval, Timestamp::fromNanos(onto[row])).nanos()
                                         : std::numeric_limits<std::int64_t>::max();
        while (known < values.size() && values[known].time < end)
            ++known;
        if (known > 0)
            out[row] = values[known - 1].value;
    }
}

} // namespace spreadline
