// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/chart_bar.h"

#include <cstddef>
#include <vector>

namespace spreadline {

/// How much was traded at which price over some bars (Steidlmayer's volume profile): rows of equal height from the lowest price.
struct PriceProfile {
    static constexpr double valueArea = 0.7;

    double low = 0;
    double rowHeight = 0; ///< 0 when all bars are at one price: then there is one row
    double total = 0;
    std::vector<double> volume; ///< of each row
    std::vector<double> bought; ///< what takers bought of it; empty where a bar does not say
    // The row with most volume, and the outer rows of the value area around it. They mean nothing while the profile is empty.
    std::size_t poc = 0, val = 0, vah = 0;

    bool isEmpty() const noexcept { return !(total > 0); }
    double edge(std::size_t row) const noexcept { return low + static_cast<double>(row) * rowHeight; }
    double pocPrice() const noexcept { return low + (static_cast<double>(poc) + 0.5) * rowHeight; }
};

/// The volume profile of any range of a chart's bars, at a cost that does not grow with the range.
///
/// Every bar's volume is spread evenly over its prices. Up to `exactBars` bars that is done bar by bar. Of a longer range, neighbours
/// are first added up, so many that about `parts` remain (fewer bars than a pixel column of a screen holds then), and spread as one
/// over the prices they have in common. So the sums, the lowest and the highest price are always exact; the shape of a longer range
/// is smoothed by what price moved within such a part. Remembers the last answer. One thread.
class PriceProfiler {
public:
    static constexpr std::size_t exactBars = 8'192;
    static constexpr std::size_t blockBars = 64;
    static constexpr std::size_t parts = 4'096;

    /// Bars from this row on changed, came or went.
    void touched(std::size_t from) noexcept;
    /// Of the rows [from, to), which are clipped to the bars. Slots without a bar and senseless ones are stepped over. Precondition:
    /// rows >= 1. Good until the next call.
    const PriceProfile& profile(const BarColumns& bars, std::size_t from, std::size_t to, int rows);

private:
    struct Block {
        double low = ChartBar::none, high = ChartBar::none; ///< NaN: nothing in it
        double volume = 0;
        double bought = 0; ///< NaN where a bar does not say
        void add(const Block& other) noexcept;
    };
    static Block blockOf(const BarColumns& bars, std::size_t from, std::size_t to);
    void collect(const BarColumns& bars, std::size_t from, std::size_t to);
    void collectBlocks(std::size_t first, std::size_t last);
    void compute(int rows);

    std::vector<Block> m_blocks; ///< of blockBars bars each; right for the bars before m_clean
    std::vector<Block> m_parts;  ///< what the profile is made of
    std::size_t m_clean = 0;
    std::size_t m_from = 0, m_to = 0; ///< of m_profile; equal: it is to be made anew
    int m_wanted = 0;
    PriceProfile m_profile;
};

} // namespace spreadline
