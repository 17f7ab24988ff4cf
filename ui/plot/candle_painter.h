// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/band_painter.h"
#include "plot/candle_batch.h"
#include "plot/chart_scene.h"
#include "plot/line_painter.h"

#include <QRect>

#include <array>
#include <vector>

class QPainter;

namespace spreadline::chart {

/// The bars in the scene's price style, and volume bars. From two device pixels a bar each has a wick and a body; below that one
/// merged candle stands in each pixel column. Prices are of the bars that are shown, volumes of those that were. Its buffers live as
/// long as it does: nothing is allocated per frame. The caller clips to the price pane.
class CandlePainter {
public:
    /// All visible bars before `end`; with `end` = the last index the forming bar is left to the live layer.
    void paint(QPainter& painter, const ChartScene& scene, std::size_t end);
    /// The bar at `index` alone (merged with its column's others where columns are merged). Of a line, which must be at its end:
    /// the piece from the bar before it.
    void paintOne(QPainter& painter, const ChartScene& scene, std::size_t index);
    /// What paintOne covers, candle and volume.
    static QRect candleRect(const ChartScene& scene, std::size_t index);
    static QRect volumeRect(const ChartScene& scene, std::size_t index);

private:
    void collectBars(const ChartScene& scene, std::size_t from, std::size_t to);
    void collectColumns(const ChartScene& scene, int fromX, int toX, std::size_t end);
    void collectVolumes(const ChartScene& scene, std::size_t from, std::size_t to);
    void addVolume(const ChartScene& scene, int x, int width, double volume, bool isUp);
    void paintLine(QPainter& painter, const ChartScene& scene, std::size_t end, bool onlyLast);
    void flushVolumes(QPainter& painter, const ChartScene& scene);

    CandleBatch m_candles;
    LinePainter m_line;
    BandPainter m_band;
    std::array<std::vector<QRect>, 2> m_volumes; ///< up, down
};

/// The bars whose prices are drawn.
const KlineColumns& shownBars(const ChartScene& scene) noexcept;

} // namespace spreadline::chart
