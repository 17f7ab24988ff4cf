// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/text_line.h"
#include "plot/axis_painter.h"
#include "plot/candle_painter.h"
#include "plot/chart_scene.h"

#include <QRegion>

class QPainter;

namespace spreadline::chart {

/// The last price: a dotted line across the pane, and on the axis its label with the time left until the bar closes.
struct LastPrice {
    double price = 0;
    bool isUp = true;
    std::int64_t remaining = -1; ///< nanoseconds until the bar closes; negative: not shown
};

/// Where the mouse (or the keyboard) points, device pixels.
struct Crosshair {
    QPoint at;
    std::int64_t slot = 0; ///< the vertical line stands in the middle of a slot
};

/// What is painted over the cached layer in every frame, each with the region it covers so that a tick repaints no more
/// than that. On a percent scale a label says the percent first and the price below it.
class OverlayPainter {
public:
    void paintLast(QPainter& painter, const ChartScene& scene, const AxisPainter& axes, const LastPrice& last) const;
    static QRegion lastRegion(const ChartScene& scene, const LastPrice& last);

    /// The vertical line runs through all panes, the horizontal one through the pane under the pointer.
    void paintCrosshair(QPainter& painter, const ChartScene& scene, const AxisPainter& axes, const Crosshair& cross) const;
    static QRegion crosshairRegion(const ChartScene& scene, const Crosshair& cross);

    /// A price of a drawing, on the axis in the drawing's colour.
    void paintTag(QPainter& painter, const ChartScene& scene, const AxisPainter& axes, double price, const QColor& colour) const;
    static QRegion tagRegion(const ChartScene& scene, double price);

private:
    static void paintLabel(QPainter& painter, const ChartScene& scene, const AxisPainter& axes, const QRect& label,
                           const QColor& colour);
};

} // namespace spreadline::chart
