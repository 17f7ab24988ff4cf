// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/study_plot.h"

#include <QLineF>
#include <QPointF>
#include <QRegion>

#include <vector>

class QPainter;

namespace spreadline::chart {

/// Draws studies into their pane: lines, histograms, markers, clouds, bands, candles. One merged value a pixel column where bars are
/// narrower than that. An empty slot does not break a line, a missing value of a real bar does. Its buffers live as long as it
/// does: nothing is allocated per frame.
class StudyPainter {
public:
    /// Everything of the values of slots before `end` (with `end` = the last slot, the forming one is left to the live layer).
    void paint(QPainter& painter, const ChartScene& scene, const Pane& pane, const StudyPlot& plot, std::size_t end);
    /// What belongs to the last slot: the piece from the value before it to its own, wherever displacement puts it.
    void paintLast(QPainter& painter, const ChartScene& scene, const Pane& pane, const StudyPlot& plot);
    /// What paintLast covers: whole columns of the pane, so that a value may move up and down in them.
    static QRegion lastRegion(const ChartScene& scene, const Pane& pane, const StudyPlot& plot);

    /// Whether a line or figure of the study passes within `reach` device pixels of the point.
    static bool hits(const ChartScene& scene, const Pane& pane, const StudyPlot& plot, QPoint at, int reach);

private:
    std::vector<QLineF> m_lines;
    std::vector<QPointF> m_points;
    std::vector<QRect> m_rects;
};

} // namespace spreadline::chart
