// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/chart_scene.h"

#include <QColor>
#include <QIcon>
#include <QRectF>

class QPainter;

namespace spreadline::chart {

/// The drawings of the chart's own controls, beside those of style/glyphs.h: one colour, sharp at every scale.
enum class ChartGlyph : std::uint8_t { Candles, Hollow, Bars, Line, Area, HeikinAshi, Studies, Compare, Tools, Export };

ChartGlyph glyphOf(PriceStyle style);
/// Fits the glyph into `box`.
void drawChartGlyph(QPainter& painter, ChartGlyph glyph, const QRectF& box, const QColor& colour);
/// For menus.
QIcon chartIcon(ChartGlyph glyph, const QColor& colour, qreal dpr);
/// A round spot of a colour, for menus.
QIcon spotIcon(const QColor& colour, qreal dpr);

} // namespace spreadline::chart
