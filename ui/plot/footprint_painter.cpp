// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/footprint_painter.h"

#include "paint/text_line.h"
#include "style/fonts.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace spreadline::chart {
namespace {

constexpr double numbersFrom = 56, profileFrom = 12; // logical pixels a bar
constexpr int numberHeight = 13, barHeight = 3;      // least height of a row, logical pixels
constexpr int fontSize = 10;
constexpr double share = 0.92;                      // of a bar's place that its footprint takes
constexpr double faintest = 0.10, strongest = 0.42; // of a cell's colour on the panel
constexpr double profileStrength = 0.7;
constexpr double paler = 0.55; // of that where trades are missing
constexpr std::int64_t steps[] = {1, 2, 5};

double unitOf(BookScale scale, bool price)
{
    return std::pow(10.0, -(price ? scale.price : scale.quantity));
}

/// At most four characters: 0.05, 9.99, 45.6, 945, 1.2K, 45K.
void addShort(paint::TextLine& text, double value)
{
    const char* unit = "";
    for (const char* next : {"K", "M", "B", "T"}) {
        if (value < 999.5)
            break;
        value /= 1'000;
        unit = next;
    }
    const int room = *unit ? 1 : 2;
    text.addFixed(value, value == 0 || value >= (*unit ? 9.95 : 99.95) ? 0 : value >= 9.995 ? std::min(room, 1) : room);
    text.add(unit);
}

} // namespace

FootprintDetail FootprintPainter::detailAt(const ChartScene& scene) noexcept
{
    const double room = scene.time.spacing();
    return room >= numbersFrom ? FootprintDetail::Numbers
        : room >= profileFrom  ? FootprintDetail::Profile
                               : FootprintDetail::None;
}

/// On a log scale rows are least high at the top.
std::int64_t FootprintPainter::rowsTogether(const ChartScene& scene, const TradePrints& prints)
{
    const Pane& pane = scene.price();
    const double height = static_cast<double>(prints.step()) * unitOf(prints.scale(), true);
    const double high = pane.scale.high();
    const double pixels = std::abs(pane.scale.position(high) - pane.scale.position(high - height)) * pane.rect.height();
    const double wanted = scene.px(detailAt(scene) == FootprintDetail::Numbers ? numberHeight : barHeight);
    if (!(pixels > 0))
        return 1;
    for (std::int64_t decade = 1; decade <= 1'000'000'000; decade *= 10) {
        for (const std::int64_t step : steps) {
            if (pixels * static_cast<double>(step * decade) >= wanted)
                return step * decade;
        }
    }
    return 1'000'000'000;
}

QRect FootprintPainter::columnRect(const ChartScene& scene, std::size_t slot)
{
    const QRect& pane = scene.price().rect;
    const double middle = scene.xExact(static_cast<double>(slot)), half = scene.spacing() / 2;
    const int left = static_cast<int>(std::floor(middle - half)), right = static_cast<int>(std::ceil(middle + half));
    return QRect(left, pane.top(), right - left, pane.height());
}

void FootprintPainter::prepareGlyphs(const ChartScene& scene)
{
    m_glyphs.setFont(numberFont(fontSize), scene.dpr);
    m_bold.setFont(numberFont(fontSize, QFont::Bold), scene.dpr);
}

void FootprintPainter::paint(QPainter& painter, const ChartScene& scene, const TradePrints& prints, std::size_t from,
                             std::size_t to)
{
    const auto& columns = scene.series->columns();
    if (detailAt(scene) == FootprintDetail::None || prints.interval() != scene.series->interval())
        return;
    prepareGlyphs(scene);
    m_together = rowsTogether(scene, prints);
    for (std::size_t slot = std::max(from, scene.firstVisible()); slot < std::min(to, scene.endVisible()); ++slot) {
        const PrintBar* bar = prints.find(Timestamp::fromNanos(columns.timeAt(slot)));
        if (bar && !bar->rows.empty())
            paintBar(painter, scene, prints, slot, *bar);
    }
}

void FootprintPainter::paintBar(QPainter& painter, const ChartScene& scene, const TradePrints& prints, std::size_t slot,
                                const PrintBar& bar)
{
    const Pane& pane = scene.price();
    const bool withNumbers = detailAt(scene) == FootprintDetail::Numbers;
    const bool isWhole =
        prints.coverage(bar.open) == PrintCoverage::Whole && (slot != scene.series->lastIndex() || isUsable(prints.trust()));
    foldRows(bar.rows, m_together, m_rows);
    const std::size_t fullest = pointOfControl(m_rows);
    const double most = std::max<double>(1, static_cast<double>(m_rows[fullest].volume()));
    const double height = static_cast<double>(prints.step() * m_together) * unitOf(prints.scale(), true);

    QRect column = columnRect(scene, slot);
    column.setWidth(std::max(1, static_cast<int>(column.width() * share)));
    const int room = scene.px(withNumbers ? 5 : 3);
    if (const Bar candle = scene.series->columns().at(slot); !candle.isEmpty()) { // it shows in no row that nothing traded in
        const int a = pane.y(candle.high), b = pane.y(candle.low);
        const QRect body(column.left(), std::min(a, b), column.width(), std::abs(a - b) + scene.line());
        painter.fillRect(body.intersected(pane.rect), scene.theme.panel);
    }
    QRect covered;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const double price = static_cast<double>(m_rows[i].row) * height;
        const int a = pane.y(price), b = pane.y(price + height);
        const Cell cell{QRect(column.left() + room, std::min(a, b), column.width() - room, std::max(1, std::abs(a - b))), i,
                        static_cast<double>(m_rows[i].volume()) / most, isWhole};
        covered |= cell.rect;
        paintCell(painter, scene, cell);
        if (withNumbers)
            paintNumbers(painter, scene, cell, unitOf(prints.scale(), false));
        if (withNumbers && i == fullest)
            paintOutline(painter, scene, cell.rect);
    }
    paintCandle(painter, scene, slot, column);
    if (withNumbers)
        paintSums(painter, scene, bar, column, covered.bottom() + scene.px(3), unitOf(prints.scale(), false), isWhole);
}

void FootprintPainter::paintCell(QPainter& painter, const ChartScene& scene, const Cell& cell)
{
    const QRect& pane = scene.price().rect;
    const PrintRow& row = m_rows[cell.row];
    const QColor& side = row.bought >= row.sold ? scene.theme.up : scene.theme.down;
    painter.fillRect(cell.rect.intersected(pane), scene.theme.panel); // the candle stands at the left
    QRect tint = cell.rect.adjusted(0, 0, 0, cell.rect.height() > 2 ? -1 : 0);
    double strength = faintest + (strongest - faintest) * cell.volume;
    if (detailAt(scene) == FootprintDetail::Profile) {
        tint.setWidth(std::max(1, static_cast<int>(tint.width() * cell.volume + 0.5)));
        strength = profileStrength;
    }
    painter.fillRect(tint.intersected(pane), blended(scene.theme.panel, side, strength * (cell.isWhole ? 1 : paler)));
}

void FootprintPainter::paintOutline(QPainter& painter, const ChartScene& scene, const QRect& cell)
{
    const QRect outline = cell.adjusted(0, 0, 0, -1);
    const int line = scene.line();
    for (const QRect& edge : QRegion(outline).subtracted(outline.adjusted(line, line, -line, -line)))
        painter.fillRect(edge.intersected(scene.price().rect), scene.isStale ? scene.theme.stale : scene.theme.warning);
}

void FootprintPainter::paintCandle(QPainter& painter, const ChartScene& scene, std::size_t slot, const QRect& column)
{
    const Pane& pane = scene.price();
    const Bar bar = scene.series->columns().at(slot);
    if (bar.isEmpty())
        return;
    const QColor& colour = bar.close >= bar.open ? scene.theme.up : scene.theme.down;
    const auto piece = [&](double p, double q, int width) {
        const int a = pane.y(p), b = pane.y(q), line = scene.line();
        const int left = column.left() + (scene.px(3) - width) / 2;
        const QRect rect(left, std::min(a, b), width, std::max(line, std::abs(a - b)));
        painter.fillRect(rect.intersected(pane.rect), colour);
    };
    piece(bar.high, bar.low, scene.line());
    piece(bar.open, bar.close, scene.px(3));
}

void FootprintPainter::paintNumbers(QPainter& painter, const ChartScene& scene, const Cell& cell, double unit)
{
    const QRect& pane = scene.price().rect;
    const Theme& theme = scene.theme;
    const PrintRow& row = m_rows[cell.row];
    const int heavy = imbalanceAt(m_rows, cell.row);
    const int middle = cell.rect.center().x();
    const auto draw = [&](std::int64_t quantity, bool isBought) {
        const bool isHeavy = heavy == (isBought ? 1 : -1);
        const QColor& colour = isHeavy ? (isBought ? theme.up : theme.down) : quantity == 0 ? theme.textFaint : theme.text;
        paint::GlyphAtlas& glyphs = (isHeavy ? m_bold : m_glyphs).in(colour);
        const int y = glyphs.topFor(cell.rect.center().y());
        if (cell.rect.height() < glyphs.capHeight() || y < pane.top() || y + glyphs.height() > pane.bottom())
            return;
        paint::TextLine text;
        addShort(text, static_cast<double>(quantity) * unit);
        const int gap = scene.px(4);
        isBought ? glyphs.draw(painter, middle + gap, y, text.view()) : glyphs.drawRight(painter, middle - gap, y, text.view());
    };
    draw(row.sold, false);
    draw(row.bought, true);
    paint::GlyphAtlas& cross = m_glyphs.in(theme.textFaint);
    const int y = cross.topFor(cell.rect.center().y());
    if (cell.rect.height() >= cross.capHeight() && y >= pane.top() && y + cross.height() <= pane.bottom())
        cross.drawCentred(painter, middle, y, "\u00d7");
}

void FootprintPainter::paintSums(QPainter& painter, const ChartScene& scene, const PrintBar& bar, const QRect& column, int top,
                                 double unit, bool isWhole)
{
    const QRect& pane = scene.price().rect;
    const Theme& theme = scene.theme;
    const auto line = [&](const QColor& colour, const paint::TextLine& text) {
        paint::GlyphAtlas& glyphs = m_glyphs.in(colour);
        if (top >= pane.top() && top + glyphs.height() <= pane.bottom())
            glyphs.drawCentred(painter, column.center().x(), top, text.view());
        top += glyphs.height();
    };
    const double delta = static_cast<double>(bar.delta()) * unit;
    paint::TextLine text;
    text.add(isWhole ? "" : "~").add(delta > 0 ? "+" : delta < 0 ? "\u2212" : "");
    addShort(text, std::abs(delta));
    line(theme.direction(delta > 0 ? 1 : delta < 0 ? -1 : 0), text);
    text.clear().add(isWhole ? "" : "~");
    addShort(text, static_cast<double>(bar.volume()) * unit);
    line(theme.textMuted, text);
}

} // namespace spreadline::chart
