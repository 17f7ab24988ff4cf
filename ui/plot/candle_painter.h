// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/chart_scene.h"

#include <QRect>

#include <vector>

class QPainter;

namespace spreadline::chart {

/// Candles and volume bars, collected into batches of one colour each. From two device pixels a bar each has a wick and
/// a body; below that one merged candle stands in each pixel column. Its buffers live as long as it does: nothing is
/// allocated per frame.
class CandlePainter {
public:
    /// All visible bars before `end`; with `end` = the last index the forming bar is left to the live layer.
    void paint(QPainter& painter, const ChartScene& scene, std::size_t end);
    /// The bar at `index` alone (merged with its column's others where columns are merged).
    void paintOne(QPainter& painter, const ChartScene& scene, std::size_t index);
    /// What paintOne covers, candle and volume.
    static QRect candleRect(const ChartScene& scene, std::size_t index);
    static QRect volumeRect(const ChartScene& scene, std::size_t index);

private:
    struct Batch {
        std::vector<QRect> wicks, bodies, volumes;
        void clear();
    };

    void collectBars(const ChartScene& scene, std::size_t from, std::size_t to);
    void collectColumns(const ChartScene& scene, std::size_t end);
    void addColumn(const ChartScene& scene, int x, const MergedBars& bars);
    void flush(QPainter& painter, const ChartScene& scene);

    Batch m_up, m_down;
};

} // namespace spreadline::chart
