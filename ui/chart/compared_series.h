// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/chart_series.h"
#include "plot/value_pyramid.h"

#include <cstdint>
#include <span>
#include <vector>

namespace spreadline::chart {

/// The closes of another symbol on the slots of a chart: slot for slot by open time, NaN where the other symbol has no bar. Bars of
/// the other symbol that have no slot (yet) are kept aside and take their place when it comes. A tick of either symbol is O(log n).
/// Ui thread only.
class ComparedSeries {
public:
    void clear();
    /// Bars of the other symbol, as ChartSeries::merge takes them; with `reset` instead of all so far. The first slot whose close is
    /// another now; the number of slots when none is.
    std::size_t merge(std::vector<Bar> bars, bool reset, std::span<const std::int64_t> slots);
    /// The chart's own slots changed. The same.
    std::size_t slotsChanged(const SeriesChange& change, std::span<const std::int64_t> slots);

    bool isEmpty() const noexcept { return m_times.empty(); }
    std::span<const double> closes() const noexcept { return m_closes; }
    ValueColumn column() const noexcept { return {m_closes, &m_pyramid, 0}; }

private:
    bool takeInPlace(const Bar& bar);
    void insert(std::span<const Bar> bars);
    std::size_t place(std::int64_t time, double close, std::span<const std::int64_t> slots);
    void align(std::span<const std::int64_t> slots);

    std::vector<std::int64_t> m_times; ///< of all bars of the other symbol
    std::vector<double> m_own;         ///< their closes
    std::vector<double> m_closes;      ///< one a slot
    ValuePyramid m_pyramid;
};

} // namespace spreadline::chart
