// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/market_data.h"
#include "plot/kline_columns.h"

#include <cmath>
#include <vector>

namespace spreadline::test {

inline constexpr std::int64_t minuteNanos = 60'000'000'000;
inline constexpr std::int64_t firstOpen = 1'763'640'000'000'000'000 / minuteNanos * minuteNanos;

/// `count` one-minute bars from the `first` one on: the same bar for the same index, whoever asks.
inline std::vector<chart::Bar> minuteBars(int first, int count)
{
    std::vector<chart::Bar> bars;
    for (int i = first; i < first + count; ++i) {
        const double open = 100 + 10 * std::sin(i * 0.05), close = 100 + 10 * std::sin((i + 1) * 0.05);
        bars.push_back(
            {firstOpen + i * minuteNanos, open, std::max(open, close) + 0.3, std::min(open, close) - 0.3, close, 5.0 + i % 7});
    }
    return bars;
}

inline std::vector<Kline> minuteKlines(int first, int count)
{
    std::vector<Kline> klines;
    for (const chart::Bar& bar : minuteBars(first, count)) {
        const auto price = [](double value) { return Price::fromMantissa(std::llround(value * 100), 2); };
        Kline kline;
        kline.openTime = Timestamp::fromNanos(bar.time);
        kline.open = price(bar.open), kline.high = price(bar.high), kline.low = price(bar.low), kline.close = price(bar.close);
        kline.volume = Quantity::fromMantissa(std::llround(bar.volume * 1'000), 3);
        klines.push_back(kline);
    }
    return klines;
}

} // namespace spreadline::test
