// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/chart_scene.h"

#include <QRect>

#include <array>
#include <vector>

class QPainter;

namespace spreadline::chart {

struct Candle {
    double open = 0, high = 0, low = 0, close = 0;
    bool isUp = true; ///< which colour it has
};

/// How a candle is drawn: with a body, with an empty body when it closed above its open, or as a line with a tick on either side.
enum class CandleShape : std::uint8_t { Filled, Hollow, Ticks };

struct CandleColours {
    QColor up, down;
    QColor panel; ///< behind them: of a merged column the wick is mixed with it
};

/// Candles collected into batches of one colour each, in device pixels. Its buffers live as long as it does: nothing is allocated
/// per frame. The caller clips to the pane.
class CandleBatch {
public:
    /// The candle of one slot; `x` as ChartScene::x() says it.
    void add(const ChartScene& scene, const Pane& pane, int x, const Candle& candle, CandleShape shape);
    /// Many candles as one, a pixel wide.
    void addColumn(const Pane& pane, int x, const Candle& candle, CandleShape shape);
    void flush(QPainter& painter, const CandleColours& colours, bool areMerged);
    bool hits(QPoint at, int reach) const;
    void clear() noexcept;

private:
    struct Side {
        std::vector<QRect> wicks, bodies;
    };
    std::array<Side, 2> m_sides; ///< up, down
};

/// Rectangles of one colour at once.
void fillRects(QPainter& painter, const std::vector<QRect>& rects, const QColor& colour);

} // namespace spreadline::chart
