// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/glyph_atlas.h"
#include "plot/chart_scene.h"
#include "session/trade_prints.h"

#include <QRect>

#include <vector>

class QPainter;

namespace spreadline::chart {

/// What a footprint shows at a zoom.
enum class FootprintDetail : std::uint8_t {
    None,    ///< bars too narrow
    Profile, ///< a bar of volume a row, in the colour of what outweighs
    Numbers, ///< sold x bought in every row
};

/// The trades inside the bars, over the candles: a small candle at the left of each bar's place and its price rows right of it.
/// Numbers from 56 logical pixels a bar: what was sold to bids on the left, what was bought from asks on the right, the one that
/// outweighs the other diagonally threefold in bold, the fullest row outlined, delta and volume below the bar. A bar of which trades
/// are missing has its sums written with "~" and its rows paler. Rows are joined until they have room.
/// Its buffers live as long as it does. Paints inside the price pane only.
class FootprintPainter {
public:
    static FootprintDetail detailAt(const ChartScene& scene) noexcept;
    /// How many of the prints' rows make one that has room.
    static std::int64_t rowsTogether(const ChartScene& scene, const TradePrints& prints);

    /// The bars of the slots [from, to) that the prints know something of.
    void paint(QPainter& painter, const ChartScene& scene, const TradePrints& prints, std::size_t from, std::size_t to);
    /// The whole column of the pane that a slot's bar may cover.
    static QRect columnRect(const ChartScene& scene, std::size_t slot);

private:
    struct Cell {
        QRect rect;
        std::size_t row = 0;
        double volume = 0; ///< against the fullest row of the bar
        bool isWhole = true;
    };
    void paintBar(QPainter& painter, const ChartScene& scene, const TradePrints& prints, std::size_t slot, const PrintBar& bar);
    void paintCell(QPainter& painter, const ChartScene& scene, const Cell& cell);
    static void paintOutline(QPainter& painter, const ChartScene& scene, const QRect& cell);
    static void paintCandle(QPainter& painter, const ChartScene& scene, std::size_t slot, const QRect& column);
    void paintNumbers(QPainter& painter, const ChartScene& scene, const Cell& cell, double unit);
    void paintSums(QPainter& painter, const ChartScene& scene, const PrintBar& bar, const QRect& column, int top, double unit,
                   bool isWhole);
    void prepareGlyphs(const ChartScene& scene);

    paint::GlyphCache m_glyphs, m_bold;
    std::vector<PrintRow> m_rows;
    std::int64_t m_together = 1;
};

} // namespace spreadline::chart
