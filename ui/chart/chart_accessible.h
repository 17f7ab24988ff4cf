// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace spreadline::chart {

/// Makes charts readable for assistive programs: the name says symbol and interval, the value the bar under the
/// crosshair (else the last one) and what the studies say there. Call before the first chart is made; calling again does nothing.
void installChartAccessibility();

} // namespace spreadline::chart
