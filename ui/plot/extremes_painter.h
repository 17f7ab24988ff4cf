// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/chart_scene.h"

class QPainter;

namespace spreadline::chart {

/// Names the highest and the lowest price of the visible bars where they stand. Part of the static layer, which is drawn
/// anew whenever the forming bar goes beyond what was seen before.
void paintExtremes(QPainter& painter, const ChartScene& scene);

} // namespace spreadline::chart
