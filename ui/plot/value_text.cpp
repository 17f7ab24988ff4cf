// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/value_text.h"

#include <cmath>

namespace spreadline::chart {

void addValue(paint::TextLine& line, double value, const ValueFormat& format)
{
    if (format.kind == ValueFormat::Kind::Compact && std::isfinite(value))
        line.addCompact(value);
    else
        line.addFixed(value, format.decimals);
}

void addValue(paint::TextLine& line, double value, const Pane& pane)
{
    constexpr int percentDecimals = 2;
    if (!pane.scale.isPercent())
        addValue(line, value, pane.format);
    else if (std::isfinite(value))
        line.addSigned(pane.scale.percent(value), percentDecimals).add(" %");
    else
        line.addFixed(value, percentDecimals);
}

} // namespace spreadline::chart
