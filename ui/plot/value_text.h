// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/text_line.h"
#include "plot/pane.h"

namespace spreadline::chart {

/// A value as its pane's axis writes it: 61,234.50, 1.2M, and the change from the base where the scale is in percent: +1.50 %. One
/// function for axis, crosshair, labels and legends, so that they agree. A value that is no number becomes an em dash.
void addValue(paint::TextLine& line, double value, const ValueFormat& format);
void addValue(paint::TextLine& line, double value, const Pane& pane);

} // namespace spreadline::chart
