// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/axis_painter.h"
#include "plot/candle_painter.h"
#include "plot/chart_scene.h"

#include <QRegion>

#include <array>
#include <string>

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
/// than that.
class OverlayPainter {
public:
    OverlayPainter();

    void paintLast(QPainter& painter, const ChartScene& scene, const AxisPainter& axes, const LastPrice& last) const;
    static QRegion lastRegion(const ChartScene& scene, const LastPrice& last);

    void paintCrosshair(QPainter& painter, const ChartScene& scene, const AxisPainter& axes, const Crosshair& cross) const;
    static QRegion crosshairRegion(const ChartScene& scene, const Crosshair& cross);

    /// Symbol, interval and the values of the bar at `index`, at the top left. Remembers how wide it was.
    void paintLegend(QPainter& painter, const ChartScene& scene, std::size_t index);
    QRect legendRect() const noexcept { return m_legend; }
    void forgetLegend() noexcept { m_legend = QRect(); }
    /// Room that the legend takes at the top of the pane, device pixels.
    static int legendHeight(const ChartScene& scene);

private:
    int legendValues(QPainter& painter, const ChartScene& scene, QPoint at, std::size_t index) const;

    std::array<std::string, 5> m_names; ///< O H L C Vol in the user's language
    QRect m_legend;
};

} // namespace spreadline::chart
