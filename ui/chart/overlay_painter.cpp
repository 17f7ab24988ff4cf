// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/overlay_painter.h"

#include "paint/text_line.h"
#include "plot/axis_ticks.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace spreadline::chart {
namespace {

constexpr int labelPadding = 8; ///< between the axis line and a label's text, logical pixels
constexpr int rowHeight = 18;

int labelHeight(const ChartScene& scene, int rows)
{
    return scene.px(rows == 1 ? 20 : 34);
}

QRect lastLabel(const ChartScene& scene, const LastPrice& last)
{
    const int height = labelHeight(scene, last.remaining >= 0 ? 2 : 1);
    const int y = scene.price().y(last.price) - labelHeight(scene, 1) / 2;
    return {scene.price().axis.left() + scene.line(), y, scene.price().axis.width() - scene.line(), height};
}

// With the axis labels that it may have wiped.
QRect withNeighbours(const ChartScene& scene, const QRect& label)
{
    return label.adjusted(0, -scene.px(rowHeight), 0, scene.px(rowHeight));
}

// 59:58, 07:59:58, 2d 03h
void addCountdown(paint::TextLine& line, std::int64_t nanos)
{
    const std::int64_t total = nanos / 1'000'000'000;
    if (total >= 86'400) {
        line.addInteger(total / 86'400).add("d ").addTwoDigits(total % 86'400 / 3'600).add('h');
        return;
    }
    if (total >= 3'600)
        line.addTwoDigits(total / 3'600).add(':');
    line.addTwoDigits(total % 3'600 / 60).add(':').addTwoDigits(total % 60);
}

// Dashes by hand: a dashed QPen goes through the stroker, which costs more than all candles.
void dashedRow(QPainter& painter, int from, int to, int y, int dash, int thick, const QColor& colour)
{
    for (int x = from; x < to; x += 2 * dash)
        painter.fillRect(x, y, std::min(dash, to - x), thick, colour);
}

void dashedColumn(QPainter& painter, int x, int from, int to, int dash, int thick, const QColor& colour)
{
    for (int y = from; y < to; y += 2 * dash)
        painter.fillRect(x, y, thick, std::min(dash, to - y), colour);
}

QRect timeLabel(const ChartScene& scene, const Crosshair& cross, int width)
{
    const int x = static_cast<int>(scene.xExact(static_cast<double>(cross.slot)));
    const int left =
        std::clamp(x - width / 2, scene.timeAxis.left(), std::max(scene.timeAxis.left(), scene.timeAxis.right() - width));
    return {left, scene.timeAxis.top() + scene.line(), width, scene.timeAxis.height() - scene.line()};
}

int widestTimeLabel(const ChartScene& scene)
{
    return scene.px(190);
}

std::string translated(const char* name)
{
    return QCoreApplication::translate("ChartLegend", name).toStdString();
}

} // namespace

OverlayPainter::OverlayPainter()
    : m_names{translated(QT_TRANSLATE_NOOP("ChartLegend", "O")), translated(QT_TRANSLATE_NOOP("ChartLegend", "H")),
              translated(QT_TRANSLATE_NOOP("ChartLegend", "L")), translated(QT_TRANSLATE_NOOP("ChartLegend", "C")),
              translated(QT_TRANSLATE_NOOP("ChartLegend", "Vol"))}
{}

void OverlayPainter::paintLast(QPainter& painter, const ChartScene& scene, const AxisPainter& axes, const LastPrice& last) const
{
    const QRect& pane = scene.price().rect;
    const int y = scene.price().y(last.price);
    if (y < pane.top() || y > pane.bottom())
        return;
    const QColor& colour = last.isUp ? scene.theme.up : scene.theme.down;
    dashedRow(painter, pane.left(), pane.right() + 1, y, scene.px(2), scene.line(), colour);
    const QRect label = lastLabel(scene, last);
    axes.makeRoom(painter, scene, label);
    painter.fillRect(label, colour);
    const QColor ink = scene.theme.isDark ? scene.theme.window : scene.theme.panel;
    auto& glyphs = scene.boldGlyphs->in(ink);
    const int left = label.left() + scene.px(labelPadding) - scene.line();
    glyphs.draw(painter, left, glyphs.topFor(y), paint::TextLine().addFixed(last.price, scene.subject.priceDecimals).view());
    if (last.remaining < 0)
        return;
    paint::TextLine text;
    addCountdown(text, last.remaining);
    auto& small = scene.glyphs->in(ink);
    small.draw(painter, left, small.topFor(y + scene.px(15)), text.view());
}

QRegion OverlayPainter::lastRegion(const ChartScene& scene, const LastPrice& last)
{
    const int y = scene.price().y(last.price);
    return QRegion(0, y - 1, scene.price().axis.left() + 1, scene.line() + 2)
        .united(withNeighbours(scene, lastLabel(scene, last)));
}

void OverlayPainter::paintCrosshair(QPainter& painter, const ChartScene& scene, const AxisPainter& axes,
                                    const Crosshair& cross) const
{
    const QRect& pane = scene.price().rect;
    const int x = static_cast<int>(scene.xExact(static_cast<double>(cross.slot))) - scene.line() / 2;
    const int y = std::clamp(cross.at.y(), pane.top(), pane.bottom());
    dashedColumn(painter, x, pane.top(), pane.bottom() + 1, scene.px(4), scene.line(), scene.theme.crosshair);
    dashedRow(painter, pane.left(), pane.right() + 1, y, scene.px(4), scene.line(), scene.theme.crosshair);

    auto& glyphs = scene.glyphs->in(scene.theme.text);
    const QRect axis(scene.price().axis.left() + scene.line(), y - labelHeight(scene, 1) / 2, scene.price().axis.width(),
                     labelHeight(scene, 1));
    axes.makeRoom(painter, scene, axis);
    painter.fillRect(axis, scene.theme.crosshairLabel);
    glyphs.draw(painter, scene.price().axis.left() + scene.px(labelPadding), glyphs.topFor(y),
                paint::TextLine().addFixed(scene.price().priceAt(y), scene.subject.priceDecimals).view());

    const std::int64_t time = scene.series->timeAt(cross.slot);
    if (time == 0)
        return;
    paint::TextLine text;
    addMomentLabel(text, time, scene.series->interval(), scene.zone);
    const QRect box =
        timeLabel(scene, cross, std::min(widestTimeLabel(scene), glyphs.width(text.view()) + 2 * scene.px(labelPadding)));
    painter.fillRect(box, scene.theme.crosshairLabel);
    glyphs.drawCentred(painter, box.center().x(), glyphs.topFor(scene.timeAxis.center().y()), text.view());
}

QRegion OverlayPainter::crosshairRegion(const ChartScene& scene, const Crosshair& cross)
{
    const int x = static_cast<int>(scene.xExact(static_cast<double>(cross.slot)));
    const int y = cross.at.y();
    const int line = scene.line();
    QRegion region(x - line, 0, 2 * line + 1, scene.timeAxis.top() + 1);
    region += QRect(0, y - line, scene.price().axis.right() + 1, 2 * line + 1);
    region += withNeighbours(
        scene,
        QRect(scene.price().axis.left(), y - labelHeight(scene, 1) / 2, scene.price().axis.width(), labelHeight(scene, 1)));
    region += timeLabel(scene, cross, widestTimeLabel(scene));
    return region;
}

int OverlayPainter::legendHeight(const ChartScene& scene)
{
    return scene.px(2 * rowHeight + 8);
}

int OverlayPainter::legendValues(QPainter& painter, const ChartScene& scene, QPoint at, std::size_t index) const
{
    const auto& columns = scene.series->columns();
    const Bar bar = columns.at(index);
    auto& names = scene.glyphs->in(scene.theme.textMuted);
    auto& values = scene.glyphs->in(bar.close >= bar.open ? scene.theme.up : scene.theme.down);
    const int decimals = scene.subject.priceDecimals;
    int x = at.x();
    const std::array prices{bar.open, bar.high, bar.low, bar.close};
    int wanted = 0;
    for (std::size_t i = 0; i < prices.size(); ++i)
        wanted += names.width(m_names[i]) + values.width(paint::TextLine().addFixed(prices[i], decimals).view()) + scene.px(12);
    const int room = scene.price().rect.right() - x;
    const std::size_t first = wanted <= room ? 0 : prices.size() - 1; // rather the close alone than four that are cut
    for (std::size_t i = first; i < prices.size(); ++i) {
        x = names.draw(painter, x, at.y(), m_names[i]) + scene.px(3);
        x = values.draw(painter, x, at.y(), paint::TextLine().addFixed(prices[i], decimals).view()) + scene.px(9);
    }
    const std::size_t before = columns.barBefore(index);
    const double base = before < index ? columns.closes()[before] : bar.open;
    paint::TextLine change;
    change.addSigned(bar.close - base, decimals).add(" (").addSigned(base > 0 ? (bar.close / base - 1) * 100 : 0, 2).add(" %)");
    if (x + values.width(change.view()) > scene.price().rect.right())
        return x;
    x = values.draw(painter, x, at.y(), change.view()) + scene.px(9);
    paint::TextLine volume;
    volume.addCompact(bar.volume).add(' ').add(scene.subject.volumeUnit);
    if (x + names.width(m_names[4]) + scene.px(3) + names.width(volume.view()) > scene.price().rect.right())
        return x; // rather no volume than half of it
    x = names.draw(painter, x, at.y(), m_names[4]) + scene.px(3);
    return scene.glyphs->in(scene.theme.text).draw(painter, x, at.y(), volume.view());
}

void OverlayPainter::paintLegend(QPainter& painter, const ChartScene& scene, std::size_t index)
{
    const int left = scene.price().rect.left() + scene.px(10), top = scene.price().rect.top() + scene.px(6);
    auto& bold = scene.boldGlyphs->in(scene.theme.text);
    auto& muted = scene.glyphs->in(scene.theme.textMuted);
    int x = bold.draw(painter, left, top, scene.subject.symbol) + scene.px(8);
    x = muted.draw(painter, x, top, toString(scene.series->interval())) + scene.px(14);
    int right = x, bottom = top + bold.height();
    if (index < scene.series->columns().size() && !scene.series->columns().at(index).isEmpty()) {
        const bool wide = scene.price().rect.width() > scene.px(640);
        const QPoint at = wide ? QPoint(x, top) : QPoint(left, top + scene.px(rowHeight));
        right = std::max(right, legendValues(painter, scene, at, index));
        bottom = std::max(bottom, at.y() + muted.height());
    }
    m_legend = m_legend.united(QRect(QPoint(left, top), QPoint(right, bottom)));
}

} // namespace spreadline::chart
