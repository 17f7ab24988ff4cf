// SPDX-License-Identifier: GPL-3.0-or-later
#include "ladder/ladder_painter.h"

#include "paint/text_line.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPolygon>

#include <algorithm>
#include <cmath>

namespace spreadline::ladder {
namespace {

using paint::TextLine;

constexpr int padding = 10;
constexpr std::size_t weighedLevels = 20; ///< of each side, in the imbalance bar

std::string translated(const char* text)
{
    return QCoreApplication::translate("Ladder", text).toStdString();
}

/// With so many decimals; a price that needs more keeps them.
TextLine& addPrice(TextLine& line, int decimals, std::int64_t mantissa, int scale)
{
    for (; scale > decimals && mantissa % 10 == 0; --scale)
        mantissa /= 10;
    return line.addDecimal(mantissa, scale);
}

/// Rows in steps of 1 need no ".0".
int rowDecimals(const BookView& book)
{
    std::int64_t group = book.group;
    int scale = book.scale.price;
    for (; scale > 0 && group % 10 == 0; --scale)
        group /= 10;
    return scale;
}

} // namespace

double LadderScene::total(const LadderRow& row) const noexcept
{
    return inQuote ? row.cumulativeQuote
                   : static_cast<double>(row.cumulative) * (rows.book() ? std::pow(10.0, -rows.book()->scale.quantity) : 1);
}

std::optional<double> LadderScene::mid() const noexcept
{
    if (!top || rows.isEmpty())
        return std::nullopt;
    return (static_cast<double>(top->bid) + static_cast<double>(top->ask)) / 2 * rows.unit();
}

int LadderScene::barWidth(const LadderRow& row) const noexcept
{
    if (!row.isKnown || !(deepest > 0))
        return 0;
    return static_cast<int>(std::min(1.0, total(row) / deepest) * width + 0.5);
}

void LadderPainter::paintHeader(QPainter& painter, const LadderScene& scene, const QRect& rect) const
{
    painter.fillRect(rect, scene.theme.panel);
    auto& glyphs = scene.glyphs->in(scene.theme.textFaint);
    const int top = glyphs.topFor(rect.center().y());
    const std::string& unit = scene.inQuote ? scene.subject.quote : scene.subject.base;
    const auto title = [&](const char* name, const std::string& of, int left, int right) {
        const std::string bare = translated(name);
        TextLine text;
        text.add(bare);
        if (!of.empty())
            text.add(" (").add(of).add(')');
        const bool fits = left + scene.px(padding) + glyphs.width(text.view()) <= right;
        glyphs.drawRight(painter, right, top, fits ? text.view() : std::string_view(bare));
    };
    title(QT_TRANSLATE_NOOP("Ladder", "Price"), scene.subject.quote, rect.left(), scene.priceRight());
    title(QT_TRANSLATE_NOOP("Ladder", "Size"), unit, scene.priceRight(), scene.sizeRight());
    title(QT_TRANSLATE_NOOP("Ladder", "Total"), {}, scene.sizeRight(), scene.totalRight());
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, scene.theme.grid);
}

// Exact where it fits the column, else the same number with a unit.
void LadderPainter::paintSize(QPainter& painter, const LadderScene& scene, const QColor& colour, int right, int top, int room,
                              double value, std::int64_t exact) const
{
    auto& glyphs = scene.glyphs->in(colour);
    TextLine text;
    if (!scene.inQuote) {
        text.addDecimal(exact, scene.rows.book()->scale.quantity);
        if (glyphs.width(text.view()) > room)
            text.clear();
    }
    if (text.isEmpty())
        text.addCompact(value);
    glyphs.drawRight(painter, right, top, text.view());
}

void LadderPainter::paintRow(QPainter& painter, const LadderScene& scene, const QRect& rect, const LadderRow& row,
                             Look look) const
{
    const Theme& theme = scene.theme;
    painter.fillRect(rect, look.isHovered ? theme.hover : look.isSwept ? blended(theme.panel, theme.hover, 0.6) : theme.panel);
    if (row.kind == RowKind::Blank)
        return;
    const Side side = row.kind == RowKind::Bid ? Side::Buy : Side::Sell;
    const QColor& colour = theme.side(side);
    const int bar = scene.barWidth(row);
    if (bar > 0)
        painter.fillRect(rect.right() + 1 - bar, rect.top(), bar, rect.height() - 1, theme.sideFill(side));
    auto& prices = scene.glyphs->in(row.isKnown ? colour : theme.textFaint);
    const int top = prices.topFor(rect.center().y());
    TextLine price;
    prices.drawRight(painter, scene.priceRight(), top,
                     addPrice(price, rowDecimals(*scene.rows.book()), row.price, scene.rows.book()->scale.price).view());
    if (!row.isKnown)
        return;
    const double unit = std::pow(10.0, -scene.rows.book()->scale.quantity);
    const int room = scene.sizeRight() - scene.priceRight() - scene.px(padding);
    if (row.quantity > 0) {
        if (look.isFlashing) // a stroke beside the size: in a busy book nearly every row changes, and numbers are to be read
            painter.fillRect(scene.sizeRight() + scene.px(4), rect.top() + scene.px(3), scene.px(3), rect.height() - scene.px(6),
                             colour);
        paintSize(painter, scene, theme.text, scene.sizeRight(), top, room,
                  scene.inQuote ? row.quote : static_cast<double>(row.quantity) * unit, row.quantity);
    }
    paintSize(painter, scene, row.quantity > 0 ? theme.text : theme.textFaint, scene.totalRight(), top,
              scene.totalRight() - scene.sizeRight() - scene.px(padding), scene.total(row), row.cumulative);
}

void LadderPainter::paintSpread(QPainter& painter, const LadderScene& scene, const QRect& rect) const
{
    const Theme& theme = scene.theme;
    painter.fillRect(rect, theme.panelRaised);
    const int middle = rect.center().y();
    int x = rect.left() + scene.px(padding);
    if (scene.last.price) {
        const QColor& colour = theme.direction(scene.last.direction);
        const int size = scene.px(4), up = scene.last.direction;
        if (up != 0) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colour);
            painter.drawPolygon(QPolygon({QPoint(x, middle + up * size / 2), QPoint(x + 2 * size, middle + up * size / 2),
                                          QPoint(x + size, middle - up * size)}));
        }
        auto& glyphs = scene.boldGlyphs->in(colour);
        x += 2 * size + scene.px(5);
        TextLine price;
        x = glyphs.draw(
            painter, x, glyphs.topFor(middle),
            addPrice(price, scene.subject.priceDecimals, scene.last.price->mantissa(), scene.last.price->scale()).view());
    }
    const auto mid = scene.mid();
    if (!mid)
        return;
    auto& muted = scene.glyphs->in(theme.textMuted);
    TextLine text;
    text.add(translated(QT_TRANSLATE_NOOP("Ladder", "Mid"))).add(' ').addFixed(*mid, scene.subject.priceDecimals + 1).add("   ");
    const std::size_t before = text.view().size();
    text.add(translated(QT_TRANSLATE_NOOP("Ladder", "Spread"))).add(' ');
    addPrice(text, scene.subject.priceDecimals, scene.top->ask - scene.top->bid, scene.rows.book()->scale.price);
    const int room = rect.right() - scene.px(padding) - x - scene.px(8);
    const bool fits = muted.width(text.view()) <= room;
    muted.drawRight(painter, rect.right() - scene.px(padding), muted.topFor(middle),
                    fits ? text.view() : text.view().substr(before));
}

void LadderPainter::paintImbalance(QPainter& painter, const LadderScene& scene, const QRect& rect) const
{
    const Theme& theme = scene.theme;
    painter.fillRect(rect, theme.panel);
    painter.fillRect(rect.left(), rect.top(), rect.width(), 1, theme.grid);
    if (scene.rows.isEmpty())
        return; // no book leans to no side
    const double share = scene.rows.bidShare(weighedLevels);
    const int percent = static_cast<int>(share * 100 + 0.5);
    auto& bids = scene.glyphs->in(theme.up);
    auto& asks = scene.glyphs->in(theme.down);
    const int top = bids.topFor(rect.center().y());
    TextLine left, right;
    left.add(translated(QT_TRANSLATE_NOOP("Ladder", "Bids"))).add(' ').addInteger(percent).add(" %");
    right.addInteger(100 - percent).add(" % ").add(translated(QT_TRANSLATE_NOOP("Ladder", "Asks")));
    const int from = bids.draw(painter, rect.left() + scene.px(padding), top, left.view()) + scene.px(8);
    const int to = rect.right() - scene.px(padding) - asks.width(right.view()) - scene.px(8);
    asks.drawRight(painter, rect.right() - scene.px(padding), top, right.view());
    if (to - from < scene.px(16))
        return;
    const int split = from + static_cast<int>((to - from) * share), height = scene.px(4), y = rect.center().y() - height / 2;
    painter.fillRect(from, y, std::max(0, split - from - 1), height, theme.up);
    painter.fillRect(split + 1, y, std::max(0, to - split - 1), height, theme.down);
}

void LadderPainter::paintSweep(QPainter& painter, const LadderScene& scene, const QRect& row, const Sweep& sweep,
                               const QRect& rows, bool isAsk) const
{
    const Theme& theme = scene.theme;
    auto& names = scene.glyphs->in(theme.textMuted);
    auto& values = scene.glyphs->in(theme.text);
    TextLine lines[4];
    lines[0].addFixed(sweep.quantity, scene.subject.quantityDecimals).add(' ').add(scene.subject.base);
    lines[1].addCompact(sweep.value).add(' ').add(scene.subject.quote);
    lines[2].addFixed(sweep.average, scene.subject.priceDecimals);
    lines[3].addSigned(sweep.distance * 100, 3).add(" %");
    const std::string titles[4] = {
        translated(QT_TRANSLATE_NOOP("Ladder", "Size to here")), translated(QT_TRANSLATE_NOOP("Ladder", "Value")),
        translated(QT_TRANSLATE_NOOP("Ladder", "Average")), translated(QT_TRANSLATE_NOOP("Ladder", "From mid"))};
    int nameWidth = 0, valueWidth = 0;
    for (int i = 0; i < 4; ++i) {
        nameWidth = std::max(nameWidth, names.width(titles[i]));
        valueWidth = std::max(valueWidth, values.width(lines[i].view()));
    }
    const int line = scene.px(17), boxWidth = nameWidth + valueWidth + scene.px(3 * padding), boxHeight = 4 * line + scene.px(10);
    const int x = std::max(0, std::min(scene.px(padding), scene.width - boxWidth));
    // On the far side of the row, so that the levels it sums up stay in sight; on the near side when there is no room.
    const int below = row.bottom() + scene.px(4), above = row.top() - scene.px(4) - boxHeight;
    const bool fitsAbove = above >= rows.top(), fitsBelow = below + boxHeight <= rows.bottom();
    const int y = (isAsk ? fitsAbove || !fitsBelow : !fitsBelow) ? std::max(rows.top(), above) : below;
    painter.fillRect(x, y, boxWidth, boxHeight, theme.border);
    painter.fillRect(x + scene.px(1), y + scene.px(1), boxWidth - 2 * scene.px(1), boxHeight - 2 * scene.px(1),
                     theme.panelRaised);
    for (int i = 0; i < 4; ++i) {
        const int top = names.topFor(y + scene.px(5) + i * line + line / 2);
        names.draw(painter, x + scene.px(padding), top, titles[i]);
        values.drawRight(painter, x + boxWidth - scene.px(padding), top, lines[i].view());
    }
}

} // namespace spreadline::ladder
