// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/axis_ticks.h"
#include "plot/chart_scene.h"

#include <vector>

class QPainter;

namespace spreadline::chart {

/// Grid, axis lines, axis labels, the zone in the corner, and the shading of gaps in the data. Part of the static
/// layer.
class AxisPainter {
public:
    /// Chooses the lines for the scene as it stands.
    void prepare(const ChartScene& scene);
    /// The widest price label of the prepared lines, device pixels.
    int priceLabelWidth(const ChartScene& scene) const;
    void paintBack(QPainter& painter, const ChartScene& scene) const;  ///< below the candles
    void paintFront(QPainter& painter, const ChartScene& scene) const; ///< over them: the axes
    /// Wipes the price labels that `label` would cut through, before it is painted in the overlay.
    void makeRoom(QPainter& painter, const ChartScene& scene, const QRect& label) const;

private:
    struct Line {
        TimeTick tick;
        int x = 0;
    };
    void prepareTime(const ChartScene& scene);
    QRect priceLabel(const ChartScene& scene, double price) const;
    void paintGaps(QPainter& painter, const ChartScene& scene) const;
    void paintPriceLabels(QPainter& painter, const ChartScene& scene) const;
    void paintTimeLabels(QPainter& painter, const ChartScene& scene) const;

    std::vector<double> m_prices;
    std::vector<TimeTick> m_ticks;
    std::vector<Line> m_lines;
};

} // namespace spreadline::chart
