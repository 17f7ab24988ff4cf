// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/study_plot.h"

#include <algorithm>
#include <cmath>

namespace spreadline::chart {
namespace {

std::size_t clipped(double index, std::size_t size) noexcept
{
    return index <= 0 ? 0 : index >= static_cast<double>(size) ? size : static_cast<std::size_t>(index);
}

} // namespace

ValueRange seenRange(const ChartScene& scene, const StudyPlot& plot)
{
    using Kind = indicators::Output::Kind;
    ValueRange seen;
    if (plot.study == nullptr || !plot.study->isShown)
        return seen;
    const auto& outputs = plot.study->spec.study->outputs;
    const std::size_t count = std::min({plot.columns.size(), outputs.size(), plot.study->looks.size()});
    for (std::size_t i = 0; i < count; ++i) {
        if (!plot.study->looks[i].isShown || outputs[i].kind == Kind::Value)
            continue;
        const auto& column = plot.columns[i];
        const std::size_t from = clipped(std::floor(scene.time.left() - 0.5) - column.displacement, column.values.size());
        const std::size_t to = clipped(std::ceil(scene.time.right() + 0.5) - column.displacement, column.values.size());
        const ValueRange own = column.merged(from, to);
        seen.take(own);
        if (outputs[i].kind == Kind::Histogram && !own.isEmpty())
            seen.take({0, 0, 0, 0}); // its bars rise from there
    }
    return seen;
}

} // namespace spreadline::chart
