// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/axis_ticks.h"
#include "plot/chart_scene.h"

#include <vector>

class QPainter;

namespace spreadline::chart {

/// Grid, axis lines and axis labels of all panes, their guide levels, the zone in the corner, and the shading of gaps in the data.
/// Part of the static layer.
class AxisPainter {
public:
    /// Chooses the lines for the scene as it stands.
    void prepare(const ChartScene& scene);
    /// The widest label of the value axes of all panes, device pixels.
    int priceLabelWidth(const ChartScene& scene) const;
    void paintBack(QPainter& painter, const ChartScene& scene) const;  ///< below the candles
    void paintFront(QPainter& painter, const ChartScene& scene) const; ///< over them: the axes
    /// Wipes the value labels that `label` would cut through, before it is painted in the overlay.
    void makeRoom(QPainter& painter, const ChartScene& scene, const QRect& label) const;

private:
    struct Line {
        TimeTick tick;
        int x = 0;
    };
    struct Level {
        double value = 0;
        bool isGuide = false;
        bool isLabelled = true;
    };
    void prepareTime(const ChartScene& scene);
    void prepareValues(const ChartScene& scene, std::size_t pane);
    QRect valueLabel(const ChartScene& scene, const Pane& pane, double value) const;
    void paintGaps(QPainter& painter, const ChartScene& scene, const Pane& pane) const;
    void paintLevels(QPainter& painter, const ChartScene& scene, std::size_t pane) const;
    void paintValueLabels(QPainter& painter, const ChartScene& scene, std::size_t pane) const;
    void paintTimeLabels(QPainter& painter, const ChartScene& scene, int right) const;
    int paintZone(QPainter& painter, const ChartScene& scene) const;

    std::vector<std::vector<Level>> m_levels; ///< of each pane
    std::vector<double> m_values;
    std::vector<TimeTick> m_ticks;
    std::vector<Line> m_lines;
};

} // namespace spreadline::chart
