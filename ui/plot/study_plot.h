// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/chart_scene.h"
#include "plot/chart_study.h"
#include "plot/value_pyramid.h"

#include <vector>

namespace spreadline::chart {

/// A study with its values, as a painter reads it. Values stand slot for slot with the scene's bars; the value of slot i is drawn at
/// slot i + displacement. Does not own them.
struct StudyPlot {
    using Column = ValueColumn;
    const ChartStudy* study = nullptr;
    std::vector<Column> columns; ///< one for each output
    bool isStale = false;        ///< its second symbol stands still: not of now, though the bars are
};

/// Lowest and highest value that is seen of the shown outputs, for the pane's automatic scale. Empty when there is none.
ValueRange seenRange(const ChartScene& scene, const StudyPlot& plot);

} // namespace spreadline::chart
