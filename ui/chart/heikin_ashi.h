// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/study_deck.h"
#include "plot/chart_series.h"
#include "session/study_series.h"

#include <chrono>
#include <memory>

namespace spreadline::chart {

/// The Heikin-Ashi bars of a chart's bars, slot for slot, kept up as those come; a tick costs the same whatever the history. Ui
/// thread only.
class HeikinAshi {
public:
    HeikinAshi();

    void touched(const SeriesChange& change, const KlineColumns& bars);
    ComputeProgress advance(const KlineColumns& bars, std::chrono::nanoseconds budget);
    /// Whether columns() can be shown: a picture of before stays while a long history is computed anew.
    bool isReady() const noexcept { return m_isReady; }
    const KlineColumns& columns() const noexcept { return m_columns; }

private:
    Bar barAt(const KlineColumns& bars, std::size_t slot) const;

    std::unique_ptr<StudySeries> m_series;
    KlineColumns m_columns;
    std::size_t m_clean = 0; ///< the columns are those of the series before this slot
    bool m_isReady = false;
};

} // namespace spreadline::chart
