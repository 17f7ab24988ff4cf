// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hash.h"
#include "session/chart_bar.h"

#include <algorithm>
#include <vector>

namespace spreadline::test {

inline constexpr std::int64_t hourNanos = 3'600'000'000'000;
inline constexpr std::int64_t firstHour =
    1'704'067'200'000'000'000; ///< 2024-01-01T00:00Z, a border of every interval up to a day

/// The bars of a chart, as it holds them: columns that grow at both ends.
class BarTable {
public:
    std::vector<ChartBar> bars;
    std::vector<double> others; ///< empty, or one a bar

    std::size_t size() const { return bars.size(); }
    /// Valid until the next call or change.
    BarColumns columns()
    {
        const auto fill = [this](auto& column, auto field) {
            column.clear();
            for (const ChartBar& bar : bars)
                column.push_back(bar.*field);
        };
        fill(m_times, &ChartBar::time);
        fill(m_opens, &ChartBar::open);
        fill(m_highs, &ChartBar::high);
        fill(m_lows, &ChartBar::low);
        fill(m_closes, &ChartBar::close);
        fill(m_volumes, &ChartBar::volume);
        fill(m_quotes, &ChartBar::quoteVolume);
        fill(m_takers, &ChartBar::takerBuyVolume);
        return {m_times, m_opens, m_highs, m_lows, m_closes, m_volumes, m_quotes, m_takers, others};
    }

private:
    std::vector<std::int64_t> m_times;
    std::vector<double> m_opens, m_highs, m_lows, m_closes, m_volumes, m_quotes, m_takers;
};

/// A slot without a bar.
inline ChartBar emptySlot(std::int64_t time)
{
    ChartBar slot;
    slot.time = time;
    return slot;
}

/// Hourly bars of a random walk that is nothing special, with the closes of a second one.
inline BarTable walk(int count, std::uint64_t seed, std::int64_t first = firstHour)
{
    BarTable table;
    auto uniform = [state = mix64(seed)]() mutable {
        state = mix64(state);
        return static_cast<double>(state >> 11U) * 0x1p-53;
    };
    double close = 100, other = 15;
    for (int i = 0; i < count; ++i) {
        ChartBar bar;
        bar.time = first + i * hourNanos;
        bar.open = close;
        close *= 1 + 0.02 * (uniform() - 0.5);
        bar.close = close;
        bar.high = std::max(bar.open, close) * (1 + 0.005 * uniform());
        bar.low = std::min(bar.open, close) * (1 - 0.005 * uniform());
        bar.volume = 1'000 * uniform();
        bar.takerBuyVolume = bar.volume * uniform();
        bar.quoteVolume = bar.volume * (bar.high + bar.low) / 2;
        other *= 1 + 0.02 * (uniform() - 0.5);
        table.bars.push_back(bar);
        table.others.push_back(other);
    }
    return table;
}

} // namespace spreadline::test
