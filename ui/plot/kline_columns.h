// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/chart_bar.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace spreadline::chart {

using Bar = ChartBar;

/// Many bars as one: first open, highest high, lowest low, last close, and the largest single volume, so that the
/// volume of a merged column does not depend on how many bars happened to fall into it.
struct MergedBars {
    double open = std::numeric_limits<double>::quiet_NaN();
    double high = -std::numeric_limits<double>::infinity();
    double low = std::numeric_limits<double>::infinity();
    double close = std::numeric_limits<double>::quiet_NaN();
    double volume = 0;
    double highClose = -std::numeric_limits<double>::infinity();
    double lowClose = std::numeric_limits<double>::infinity(); ///< what a line of closes spans

    bool isEmpty() const noexcept { return open != open; }
    bool isUp() const noexcept { return close >= open; }
};

/// The bars of a chart as a structure of arrays, rising in time, with a level-of-detail pyramid that is built when
/// first asked for and then kept up from the first changed bar on. Ui thread only.
class KlineColumns {
public:
    /// So many changed bars are read one by one rather than all levels built for them.
    explicit KlineColumns(std::size_t fewEnough = 4'096) : m_fewEnough(fewEnough) {}

    std::size_t size() const noexcept { return m_time.size(); }
    bool isEmpty() const noexcept { return m_time.empty(); }
    Bar at(std::size_t index) const;
    std::int64_t timeAt(std::size_t index) const { return m_time[index]; }

    std::span<const std::int64_t> times() const noexcept { return m_time; }
    std::span<const double> opens() const noexcept { return m_open; }
    std::span<const double> highs() const noexcept { return m_high; }
    std::span<const double> lows() const noexcept { return m_low; }
    std::span<const double> closes() const noexcept { return m_close; }
    std::span<const double> volumes() const noexcept { return m_volume; }
    BarColumns view() const noexcept
    {
        return {m_time, m_open, m_high, m_low, m_close, m_volume, m_quoteVolume, m_takerBuyVolume};
    }

    void clear();
    void reserve(std::size_t bars);
    void append(const Bar& bar);
    void replace(std::size_t index, const Bar& bar);
    void replaceLast(const Bar& bar) { replace(size() - 1, bar); }
    /// Bars that all lie before the first one.
    void prepend(std::span<const Bar> older);

    /// The first bar whose time is not before `time`; size() when there is none.
    std::size_t lowerBound(std::int64_t time) const;
    /// The last bar that is not an empty slot, or size() when there is none.
    std::size_t lastBar() const;
    /// The last bar before `index` that is no empty slot, or size() when there is none.
    std::size_t barBefore(std::size_t index) const;

    /// The bars [from, to) as one, in O(log n) through the pyramid. Bounds are clipped to what there is.
    MergedBars merged(std::size_t from, std::size_t to) const;

private:
    static constexpr std::size_t fan = 4; ///< bars of one level that make one of the next
    struct Level {
        std::vector<MergedBars> buckets;
    };

    void touched(std::size_t index) noexcept;
    void refreshPyramid() const;
    MergedBars bucket(std::size_t level, std::size_t index) const;

    std::vector<std::int64_t> m_time;
    std::vector<double> m_open, m_high, m_low, m_close, m_volume, m_quoteVolume, m_takerBuyVolume;
    std::size_t m_fewEnough;
    mutable std::vector<Level> m_levels; ///< [0] merges `fan` bars, [1] fan^2, ...
    mutable std::size_t m_cleanBars = 0; ///< the pyramid is right for the bars before this one
};

} // namespace spreadline::chart
