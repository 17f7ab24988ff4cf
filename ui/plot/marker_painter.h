// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/chart_scene.h"
#include "plot/marker_series.h"

#include <QImage>

#include <array>
#include <optional>
#include <vector>

class QPainter;

namespace spreadline::chart {

/// Draws markers on the price pane: buys and covers as triangles below their bar, sells and shorts above it, those of shorts hollow,
/// notes as diamonds at their price. Where bars are narrower than a sign, those of several bars stand together as one with their
/// number. Which bars stand together does not depend on where the chart is panned to. Signs are drawn once and copied; only those in
/// sight cost anything. The caller clips to the pane.
class MarkerPainter {
public:
    /// All in sight, but those that stand with the last bar.
    void paint(QPainter& painter, const ChartScene& scene, const MarkerSeries& markers);
    /// Those that stand with the last bar, whose place moves with it.
    void paintLast(QPainter& painter, const ChartScene& scene, const MarkerSeries& markers);
    /// What paintLast covers: a column of the pane, empty when there are none.
    static QRect lastRect(const ChartScene& scene, const MarkerSeries& markers);

    struct Hit {
        std::span<const Marker> markers; ///< rising in time; of them those of `shape` are meant
        Marker::Shape shape = Marker::Shape::Buy;
        QRect sign;
    };
    /// The sign under a point of the pane.
    static std::optional<Hit> markerAt(const ChartScene& scene, const MarkerSeries& markers, QPoint point);

private:
    struct Sign {
        Marker::Shape shape = Marker::Shape::Buy;
        QRgb colour = 0;
        int size = 0;
        QImage image;
    };
    void paintGroup(QPainter& painter, const ChartScene& scene, std::size_t from, std::size_t to,
                    std::span<const Marker> markers);
    const QImage& sign(Marker::Shape shape, const QColor& colour, int size);

    std::vector<Sign> m_signs;
};

} // namespace spreadline::chart
