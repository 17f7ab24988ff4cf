// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/chart_scene.h"
#include "plot/slot_walk.h"
#include "style/ink.h"

#include <QLineF>

#include <array>
#include <vector>

class QPainter;

namespace spreadline::chart {

struct LineLook {
    QColor colour;
    int width = 1; ///< device pixels
    Dash dash = Dash::Solid;
    QColor aboveColour{}; ///< where the value is above the close of its bar, when it is split
    bool isSplit = false; ///< a stop that changes sides: colour below the price, aboveColour above it, and a break between
};

/// A line of one value a slot on a pane: pieces from slot to slot, or one upright piece a pixel column where slots are narrower than
/// two pixels. Its buffers live as long as it does: nothing is allocated per frame, and nothing goes through Qt's stroker, which
/// costs more than all candles. The caller clips to the pane.
class LinePainter {
public:
    /// What is in sight of the values before `end`.
    void paint(QPainter& painter, const ChartScene& scene, const Pane& pane, const ValueColumn& column, const LineLook& look,
               std::size_t end);
    /// The piece that leads to the value of the last slot.
    void paintLast(QPainter& painter, const ChartScene& scene, const Pane& pane, const ValueColumn& column, const LineLook& look);
    /// Whether it passes within `reach` device pixels of a point.
    bool hits(const ChartScene& scene, const Pane& pane, const ValueColumn& column, QPoint at, int reach);

private:
    struct Stroke {
        std::vector<QLineF> lines;
        std::vector<QRect> spans;
    };
    void collect(const ChartScene& scene, const Pane& pane, const ValueColumn& column, const LineLook& look, Slots slots,
                 bool onlyLast);
    void collectLines(const ChartScene& scene, const Pane& pane, const ValueColumn& column, const LineLook& look, Slots slots,
                      std::size_t drawnFrom);
    void collectColumns(const ChartScene& scene, const Pane& pane, const ValueColumn& column, const LineLook& look, Slots slots,
                        std::size_t drawnFrom);
    void flush(QPainter& painter, const LineLook& look);
    void clear() noexcept;

    std::array<Stroke, 2> m_strokes; ///< not above the price, above it
};

} // namespace spreadline::chart
