// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/chart_scene.h"
#include "plot/slot_walk.h"

#include <QPointF>

#include <vector>

class QPainter;

namespace spreadline::chart {

/// The space between two lines, or between a line and the pane's bottom, shaded so that what lies below shows through. Its buffers
/// live as long as it does: nothing is allocated per frame. The caller clips to the pane.
class BandPainter {
public:
    struct Look {
        QColor above; ///< translucent; where the first line is the upper one
        QColor below; ///< where it is the lower one
    };
    /// What is in sight between the values before `end`.
    void paint(QPainter& painter, const ChartScene& scene, const Pane& pane, const ValueColumn& first, const ValueColumn& second,
               const Look& look, std::size_t end);
    void paintLast(QPainter& painter, const ChartScene& scene, const Pane& pane, const ValueColumn& first,
                   const ValueColumn& second, const Look& look);
    void paintToBottom(QPainter& painter, const ChartScene& scene, const Pane& pane, const ValueColumn& column,
                       const QColor& colour, std::size_t end);
    void paintLastToBottom(QPainter& painter, const ChartScene& scene, const Pane& pane, const ValueColumn& column,
                           const QColor& colour);

private:
    struct Edge {
        double x = 0, first = 0, second = 0;
        bool isAbove() const noexcept { return first <= second; }
    };
    template<typename Second>
    void fill(QPainter& painter, const ChartScene& scene, const Pane& pane, const ValueColumn& column, Slots slots,
              const Look& look, Second&& secondAt);
    void add(QPainter& painter, const Edge& edge, const Look& look);
    void flush(QPainter& painter, const Look& look);

    std::vector<Edge> m_edges;
    std::vector<QPointF> m_polygon;
};

} // namespace spreadline::chart
