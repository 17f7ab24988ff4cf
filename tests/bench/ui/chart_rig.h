// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_canvas.h"

#include <QEvent>

#include <span>
#include <vector>

namespace spreadline::bench {

constexpr QSize chartSize(1600, 900);

/// One-minute bars of a wandering price, the same every time.
std::vector<chart::Bar> wanderingBars(int count);

/// The real canvas, shown, and moved as a user moves it. Every call draws its frame before it returns. Ui thread only.
class ChartRig {
public:
    ChartRig(std::vector<chart::Bar> bars, double visible);

    /// Two averages and bands over the candles, rsi and macd in panes of their own: computed when it returns.
    void addStudies();
    /// Evenly over the whole history.
    void addMarkers(int count);

    void dragBy(int dx);
    void zoomBy(int notches); ///< of the wheel, in the middle of the chart
    void pointAt(QPoint position);
    /// A trade in the last bar, inside the range that is shown.
    void tick(int number);

    double first() const { return m_canvas.timeScale().left(); }
    double visible() const { return m_canvas.timeScale().visible(); }
    double lastClose(int number) const;
    /// How often the whole picture was drawn since the last call.
    int rebuilds();

private:
    void frame();
    void wheel(QPoint at, int turned);
    void zoomTo(double visible);
    void mouse(QEvent::Type type, QPoint at, Qt::MouseButton button, Qt::MouseButtons buttons);

    chart::ChartCanvas m_canvas;
    chart::Bar m_last;
    QPoint m_mouse;
    int m_rebuilds = 0;
    bool m_isDragging = false;
};

} // namespace spreadline::bench
