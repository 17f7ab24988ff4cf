// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/chart_series.h"
#include "plot/study_plot.h"
#include "session/study_series.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace spreadline::chart {

/// A study on a chart with its values, ready to be painted.
struct DeckStudy {
    int id = 0;
    ChartStudy study;
    StudyPlot plot;              ///< of `study`; values as long as the bars of the last advance()
    std::optional<Error> error;  ///< it does not fit the interval: no values
    std::optional<Pane> ownPane; ///< no overlay, yet over the candles: drawn on a scale of its own

    const indicators::StudyInfo& info() const { return *study.spec.study; }
    bool isComplete() const { return !series || series->isComplete(); }

    std::unique_ptr<StudySeries> series;
    std::vector<ValuePyramid> pyramids;    ///< one an output
    std::vector<std::vector<double>> held; ///< what is shown while a long history is computed anew
};

/// What a slice of computing did.
struct ComputeProgress {
    bool isComplete = true;
    bool historyChanged = false; ///< values before the last slot are others than they were
};

/// The studies of one chart, computed as its bars come: a tick costs the same whatever the history; a history that changed is
/// computed anew in slices, and what was there is shown until that is done. Ui thread only.
class StudyDeck {
public:
    /// Adds to the chart's bars what a study reads beside them, slot for slot: the closes of its second symbol, funding, open interest.
    using Inputs = std::function<void(const ChartStudy&, BarColumns&)>;

    int add(ChartStudy study);
    /// Looks and pane as well; values are kept when the spec is. False: no such study, or it does not fit the interval; then nothing
    /// changes.
    bool change(int id, ChartStudy study);
    void remove(int id);
    DeckStudy* find(int id) const;
    const std::vector<std::unique_ptr<DeckStudy>>& all() const noexcept { return m_studies; }

    /// Bars of another interval or symbol: everything starts over, and studies that do not fit say so.
    void reset(Interval interval);
    void touched(const SeriesChange& change);
    /// The closes of another symbol changed from this slot on.
    void otherTouched(const QString& symbol, std::size_t from);
    /// Funding or open interest changed.
    void derivativesTouched();

    ComputeProgress advance(const KlineColumns& bars, const Inputs& inputs, std::chrono::nanoseconds budget);
    bool isComplete() const;

private:
    void make(DeckStudy& entry) const;

    std::vector<std::unique_ptr<DeckStudy>> m_studies;
    Interval m_interval{};
    int m_nextId = 1;
};

} // namespace spreadline::chart
