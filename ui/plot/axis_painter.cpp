// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/axis_painter.h"

#include "paint/text_line.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace spreadline::chart {
namespace {

constexpr int priceGap = 46;         ///< logical pixels between price lines, at least
constexpr int timeGap = 84;          ///< the same for time lines
constexpr int labelRoom = 8;         ///< between two time labels
constexpr std::size_t shadedGap = 3; ///< a hole of so many slots is shaded; smaller ones are just empty

} // namespace

void AxisPainter::prepare(const ChartScene& scene)
{
    const Pane& pane = scene.price();
    m_prices.clear();
    m_lines.clear();
    if (scene.series->columns().isEmpty())
        return;
    const int most = std::max(1, pane.rect.height() / scene.px(priceGap));
    priceTicks(pane.scale.low(), pane.scale.high(), priceStep(pane.scale.low(), pane.scale.high(), scene.subject.tick, most),
               m_prices);
    prepareTime(scene);
}

void AxisPainter::prepareTime(const ChartScene& scene)
{
    const ChartSeries& series = *scene.series;
    const auto first = static_cast<std::int64_t>(std::floor(scene.time.left()));
    const auto last = static_cast<std::int64_t>(std::ceil(scene.time.right()));
    const auto size = static_cast<std::int64_t>(series.columns().size());
    const bool open = series.interval().isCalendar(); // the axis goes on where there is no bar yet
    const std::int64_t start = open ? first : std::clamp<std::int64_t>(first, 0, size - 1);
    const std::int64_t end = open ? last : std::clamp<std::int64_t>(last, 0, size - 1);
    const std::int64_t from = series.timeAt(start), to = series.timeAt(end);
    const double pixels = scene.xExact(static_cast<double>(end)) - scene.xExact(static_cast<double>(start));
    const double perPixel = static_cast<double>(to - from) / 1e9 / std::max(1.0, pixels);
    const int nearest = open ? 0 : scene.px(timeGap) / 2; // bars of a count of trades stand unevenly in time
    timeTicks(from, to, timeStep(perPixel * scene.px(timeGap)), scene.zone, m_ticks);
    for (const TimeTick& tick : m_ticks) {
        const double slot = series.slotOf(tick.time);
        const int x = static_cast<int>(std::floor(scene.xExact(slot)));
        if (x < scene.price().rect.left() || x > scene.price().rect.right())
            continue;
        if (!m_lines.empty() && x > m_lines.back().x && x - m_lines.back().x < nearest)
            continue;
        if (!m_lines.empty() && m_lines.back().x == x) // a hole in the data swallowed the time between them
            m_lines.pop_back();
        m_lines.push_back({tick, x});
    }
}

int AxisPainter::priceLabelWidth(const ChartScene& scene) const
{
    auto& glyphs = scene.glyphs->in(scene.theme.textMuted);
    int widest = 0;
    for (const double price : {scene.price().scale.low(), scene.price().scale.high()})
        widest = std::max(widest, glyphs.width(paint::TextLine().addFixed(price, scene.subject.priceDecimals).view()));
    return widest;
}

void AxisPainter::paintGaps(QPainter& painter, const ChartScene& scene) const
{
    if (scene.isMerged())
        return;
    const auto opens = scene.series->columns().opens();
    const std::size_t end = scene.endVisible();
    painter.setBrush(QBrush(scene.theme.border, Qt::BDiagPattern));
    for (std::size_t i = scene.firstVisible(); i < end; ++i) {
        const std::size_t from = i;
        while (i < end && opens[i] != opens[i])
            ++i;
        if (i - from < shadedGap)
            continue;
        const int left = static_cast<int>(scene.xExact(static_cast<double>(from) - 0.5));
        const int right = static_cast<int>(scene.xExact(static_cast<double>(i) - 0.5));
        painter.drawRect(left, scene.price().rect.top(), right - left, scene.price().rect.height());
    }
}

void AxisPainter::paintBack(QPainter& painter, const ChartScene& scene) const
{
    const QRect& pane = scene.price().rect;
    painter.setPen(Qt::NoPen);
    paintGaps(painter, scene);
    for (const Line& line : m_lines) {
        const QColor& colour = line.tick.rank >= TimeRank::Day ? scene.theme.border : scene.theme.grid;
        painter.fillRect(line.x, pane.top(), scene.line(), pane.height(), colour);
    }
    for (const double price : m_prices)
        painter.fillRect(pane.left(), scene.price().y(price), pane.width(), scene.line(), scene.theme.grid);
}

QRect AxisPainter::priceLabel(const ChartScene& scene, double price) const
{
    const auto& glyphs = scene.glyphs->in(scene.theme.textMuted);
    return {scene.price().axis.left() + scene.px(8), glyphs.topFor(scene.price().y(price)),
            scene.price().axis.width() - scene.px(8), glyphs.height()};
}

void AxisPainter::makeRoom(QPainter& painter, const ChartScene& scene, const QRect& label) const
{
    for (const double price : m_prices) {
        if (const QRect own = priceLabel(scene, price); own.intersects(label))
            painter.fillRect(own, scene.theme.panel);
    }
}

void AxisPainter::paintPriceLabels(QPainter& painter, const ChartScene& scene) const
{
    auto& glyphs = scene.glyphs->in(scene.theme.textMuted);
    for (const double price : m_prices) {
        const QRect label = priceLabel(scene, price);
        if (label.top() < scene.price().axis.top() || label.bottom() >= scene.price().axis.bottom())
            continue;
        glyphs.draw(painter, label.left(), label.top(), paint::TextLine().addFixed(price, scene.subject.priceDecimals).view());
    }
}

void AxisPainter::paintTimeLabels(QPainter& painter, const ChartScene& scene) const
{
    auto& plain = scene.glyphs->in(scene.theme.textMuted);
    auto& strong = scene.boldGlyphs->in(scene.theme.text);
    const int top = plain.topFor(scene.timeAxis.center().y());
    int free = scene.timeAxis.left();
    for (const Line& line : m_lines) {
        paint::TextLine text;
        addTickLabel(text, line.tick, scene.zone);
        auto& glyphs = line.tick.rank >= TimeRank::Day ? strong : plain;
        const int half = glyphs.width(text.view()) / 2;
        if (line.x - half < free || line.x + half > scene.timeAxis.right())
            continue;
        glyphs.drawCentred(painter, line.x, top, text.view());
        free = line.x + half + scene.px(labelRoom);
    }
}

void AxisPainter::paintFront(QPainter& painter, const ChartScene& scene) const
{
    const int line = scene.line();
    painter.fillRect(scene.price().axis, scene.theme.panel);
    painter.fillRect(scene.timeAxis.united(scene.corner), scene.theme.panel);
    painter.fillRect(scene.price().axis.left(), 0, line, scene.timeAxis.bottom() + 1, scene.theme.border);
    painter.fillRect(0, scene.timeAxis.top(), scene.corner.right() + 1, line, scene.theme.border);
    paintPriceLabels(painter, scene);
    paintTimeLabels(painter, scene);
    const auto size = static_cast<std::int64_t>(scene.series->columns().size());
    paint::TextLine zone;
    addZoneLabel(zone, scene.series->timeAt(size - 1), scene.zone);
    auto& glyphs = scene.glyphs->in(scene.theme.textFaint);
    glyphs.drawCentred(painter, scene.corner.center().x(), glyphs.topFor(scene.corner.center().y()), zone.view());
}

} // namespace spreadline::chart
