// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ladder/ladder_rows.h"
#include "paint/glyph_atlas.h"
#include "style/theme.h"

#include <QRect>
#include <QString>

#include <optional>

class QPainter;

namespace spreadline::ladder {

/// What the ladder shows, as far as the drawing needs it.
struct LadderSubject {
    std::string base;  ///< "BTC"
    std::string quote; ///< "USDT"
    int priceDecimals = 2;
    int quantityDecimals = 3;
    bool operator==(const LadderSubject&) const = default;
};

/// The last trade, in the spread row.
struct LastTrade {
    std::optional<Price> price;
    int direction = 0;
    bool operator==(const LastTrade&) const = default;
};

/// Everything a frame is drawn from. Device pixels.
struct LadderScene {
    LadderSubject subject;
    LadderRows rows;
    LastTrade last;
    std::optional<TopOfBook> top; ///< nothing: not known
    Theme theme;                  ///< greyed already when the book is not to be trusted
    bool inQuote = false;
    double deepest = 1; ///< the cumulative size (in the shown unit) that fills a row with its bar
    int width = 0;
    qreal dpr = 1;
    paint::GlyphCache* glyphs = nullptr;
    paint::GlyphCache* boldGlyphs = nullptr;

    int px(double logical) const noexcept { return static_cast<int>(logical * dpr + 0.5); }
    int priceRight() const noexcept { return width * 36 / 100; }
    int sizeRight() const noexcept { return width * 67 / 100; }
    int totalRight() const noexcept { return width - px(10); }
    double total(const LadderRow& row) const noexcept;
    std::optional<double> mid() const noexcept;
    int barWidth(const LadderRow& row) const noexcept;
};

/// Draws single rows, header and footer. Ui thread only.
class LadderPainter {
public:
    struct Look {
        bool isHovered = false;
        bool isSwept = false; ///< between the spread and the hovered row
        bool isFlashing = false;
    };
    void paintHeader(QPainter& painter, const LadderScene& scene, const QRect& rect) const;
    void paintRow(QPainter& painter, const LadderScene& scene, const QRect& rect, const LadderRow& row, Look look) const;
    void paintSpread(QPainter& painter, const LadderScene& scene, const QRect& rect) const;
    void paintImbalance(QPainter& painter, const LadderScene& scene, const QRect& rect) const;
    void paintSweep(QPainter& painter, const LadderScene& scene, const QRect& row, const Sweep& sweep, const QRect& rows,
                    bool isAsk) const;

private:
    void paintSize(QPainter& painter, const LadderScene& scene, const QColor& colour, int right, int top, int room, double value,
                   std::int64_t exact) const;
};

} // namespace spreadline::ladder
