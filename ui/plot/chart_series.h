// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/view.h"
#include "plot/kline_columns.h"

#include <optional>

namespace spreadline::chart {

/// What an update did to the slots, so that view and layers change no more than they must.
struct SeriesChange {
    bool reset = false;        ///< another series, or the same anew: positions mean nothing any more
    bool history = false;      ///< slots before the last one changed or came
    bool last = false;         ///< the last bar changed
    std::size_t prepended = 0; ///< slots put before the first one
    std::size_t appended = 0;  ///< slots put after the last one
    std::size_t from = 0;      ///< the first slot that is another now; the size when none is
};

/// The bars of a chart on a grid of slots. In calendar intervals a bar that is missing between two others keeps an
/// empty slot, so that a gap is as wide as the time it lasted (a hole of more than maxGap slots is shown as maxGap).
/// Tick and volume bars stand side by side. Ui thread only.
class ChartSeries {
public:
    static constexpr std::int64_t maxGap = 20'000;

    const KlineColumns& columns() const noexcept { return m_columns; }
    Interval interval() const noexcept { return m_interval; }
    /// The last slot is the bar that still forms, or just closed; only it is painted in the live layer.
    std::size_t lastIndex() const noexcept { return m_columns.isEmpty() ? 0 : m_columns.size() - 1; }

    void reset(Interval interval);
    /// Bars as in ChartUpdate::bars: rising in time, replacing or extending what is there. Out-of-order and duplicate
    /// times within `bars` keep the last of each.
    SeriesChange merge(std::vector<Bar> bars);

    /// The moment of a slot position; beyond the last bar it goes on by the interval. Zero when that cannot be known.
    std::int64_t timeAt(std::int64_t slot) const;
    /// The slot that holds `time`, extrapolated beyond the last bar in calendar intervals.
    double slotOf(std::int64_t time) const;
    /// The bar that had begun at `time` and had not ended, also where none is yet. Nothing before the first bar.
    std::optional<std::int64_t> slotHolding(std::int64_t time) const;
    /// When the last bar ends; zero for bars that are not of the calendar.
    std::int64_t lastBarEnd() const;

private:
    void extend(std::vector<Bar>& onto, std::int64_t after, std::span<const Bar> bars) const;
    void fillGap(std::vector<Bar>& onto, std::int64_t after, std::int64_t before) const;
    std::int64_t following(std::int64_t time) const;
    /// Rising bars that have no slot and lie before the last one.
    void insert(std::span<const Bar> bars);

    KlineColumns m_columns;
    Interval m_interval{};
};

} // namespace spreadline::chart
