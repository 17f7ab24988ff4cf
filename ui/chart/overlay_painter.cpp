// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/overlay_painter.h"

#include "plot/axis_ticks.h"
#include "plot/value_text.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace spreadline::chart {
namespace {

constexpr int labelPadding = 8; ///< between the axis line and a label's text, logical pixels
constexpr int neighbourHeight = 18;
constexpr int firstRow = 20, nextRow = 14;
constexpr double mutedShare = 0.7; ///< how strong the second row of a label is

int labelHeight(const ChartScene& scene, int rows)
{
    return scene.px(firstRow + (rows - 1) * nextRow);
}

int valueRows(const Pane& pane)
{
    return pane.isPrice() && pane.scale.isPercent() ? 2 : 1;
}

// With its first row at the height of the value.
QRect axisLabel(const ChartScene& scene, const Pane& pane, int y, int rows)
{
    return {pane.axis.left() + scene.line(), y - labelHeight(scene, 1) / 2, pane.axis.width() - scene.line(),
            labelHeight(scene, rows)};
}

int lastRows(const ChartScene& scene, const LastPrice& last)
{
    return valueRows(scene.price()) + (last.remaining >= 0 ? 1 : 0);
}

QRect lastLabel(const ChartScene& scene, const LastPrice& last)
{
    return axisLabel(scene, scene.price(), scene.price().y(last.price), lastRows(scene, last));
}

// With the axis labels that it may have wiped.
QRect withNeighbours(const ChartScene& scene, const QRect& label)
{
    return label.adjusted(0, -scene.px(neighbourHeight), 0, scene.px(neighbourHeight));
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

// The pane that the horizontal line is in: none while it is not on the screen.
const Pane* paneOf(const ChartScene& scene, const Crosshair& cross)
{
    const Pane* pane = scene.paneAt(cross.at.y());
    if (pane && !pane->rect.isEmpty())
        return pane;
    return scene.price().rect.isEmpty() ? nullptr : &scene.price();
}

int heightOf(const Pane& pane, const Crosshair& cross)
{
    return std::clamp(cross.at.y(), pane.rect.top(), pane.rect.bottom());
}

/// Writes the value on a label whose first row stands at y; returns the middle of the row after it.
int writeValue(QPainter& painter, const ChartScene& scene, const Pane& pane, int y, double value, paint::GlyphCache& font,
               const QColor& ink, const QColor& muted)
{
    const int left = pane.axis.left() + scene.px(labelPadding);
    auto& glyphs = font.in(ink);
    const auto write = [&](paint::GlyphAtlas& atlas, const paint::TextLine& text) {
        atlas.draw(painter, left, atlas.topFor(y), text.view());
        y += scene.px(nextRow);
    };
    paint::TextLine text;
    addValue(text, value, pane);
    write(glyphs, text);
    if (valueRows(pane) == 2) {
        addValue(text.clear(), value, pane.format);
        write(scene.glyphs->in(muted), text);
    }
    return y;
}

} // namespace

void OverlayPainter::paintLabel(QPainter& painter, const ChartScene& scene, const AxisPainter& axes, const QRect& label,
                                const QColor& colour)
{
    axes.makeRoom(painter, scene, label);
    painter.fillRect(label, colour);
}

void OverlayPainter::paintLast(QPainter& painter, const ChartScene& scene, const AxisPainter& axes, const LastPrice& last) const
{
    const Pane& pane = scene.price();
    int y = pane.y(last.price);
    if (y < pane.rect.top() || y > pane.rect.bottom())
        return;
    const QColor& colour = last.isUp ? scene.theme.up : scene.theme.down;
    dashedRow(painter, pane.rect.left(), pane.rect.right() + 1, y, scene.px(2), scene.line(), colour);
    paintLabel(painter, scene, axes, lastLabel(scene, last), colour);
    const QColor ink = scene.theme.isDark ? scene.theme.window : scene.theme.panel;
    const QColor muted = blended(colour, ink, mutedShare);
    y = writeValue(painter, scene, pane, y, last.price, *scene.boldGlyphs, ink, muted);
    if (last.remaining < 0)
        return;
    paint::TextLine text;
    addCountdown(text, last.remaining);
    auto& small = scene.glyphs->in(ink);
    small.draw(painter, pane.axis.left() + scene.px(labelPadding), small.topFor(y + scene.line()), text.view());
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
    const QRect area = scene.plotArea();
    const int x = static_cast<int>(scene.xExact(static_cast<double>(cross.slot))) - scene.line() / 2;
    dashedColumn(painter, x, area.top(), area.bottom() + 1, scene.px(4), scene.line(), scene.theme.crosshair);
    if (const Pane* pane = paneOf(scene, cross)) {
        const int y = heightOf(*pane, cross);
        dashedRow(painter, pane->rect.left(), pane->rect.right() + 1, y, scene.px(4), scene.line(), scene.theme.crosshair);
        paintLabel(painter, scene, axes, axisLabel(scene, *pane, y, valueRows(*pane)), scene.theme.crosshairLabel);
        writeValue(painter, scene, *pane, y, pane->priceAt(y), *scene.glyphs, scene.theme.text, scene.theme.textMuted);
    }
    const std::int64_t time = scene.series->timeAt(cross.slot);
    if (time == 0)
        return;
    paint::TextLine text;
    addMomentLabel(text, time, scene.series->interval(), scene.zone);
    auto& glyphs = scene.glyphs->in(scene.theme.text);
    const int width = std::min(widestTimeLabel(scene), glyphs.width(text.view()) + 2 * scene.px(labelPadding));
    const QRect box = timeLabel(scene, cross, width);
    painter.fillRect(box, scene.theme.crosshairLabel);
    glyphs.drawCentred(painter, box.center().x(), glyphs.topFor(scene.timeAxis.center().y()), text.view());
}

QRegion OverlayPainter::crosshairRegion(const ChartScene& scene, const Crosshair& cross)
{
    const int x = static_cast<int>(scene.xExact(static_cast<double>(cross.slot)));
    const int line = scene.line();
    QRegion region(x - line, 0, 2 * line + 1, scene.timeAxis.top() + 1);
    if (const Pane* pane = paneOf(scene, cross)) {
        const int y = heightOf(*pane, cross);
        region += QRect(0, y - line, pane->axis.right() + 1, 2 * line + 1);
        region += withNeighbours(scene, axisLabel(scene, *pane, y, valueRows(*pane)));
    }
    region += timeLabel(scene, cross, widestTimeLabel(scene));
    return region;
}

void OverlayPainter::paintTag(QPainter& painter, const ChartScene& scene, const AxisPainter& axes, double price,
                              const QColor& colour) const
{
    const Pane& pane = scene.price();
    const int y = pane.y(price);
    if (y < pane.rect.top() || y > pane.rect.bottom())
        return;
    paintLabel(painter, scene, axes, axisLabel(scene, pane, y, valueRows(pane)), colour);
    const QColor ink = scene.theme.isDark ? scene.theme.window : scene.theme.panel;
    writeValue(painter, scene, pane, y, price, *scene.glyphs, ink, blended(colour, ink, mutedShare));
}

QRegion OverlayPainter::tagRegion(const ChartScene& scene, double price)
{
    const Pane& pane = scene.price();
    const int y = pane.y(price);
    if (y < pane.rect.top() || y > pane.rect.bottom())
        return {};
    return withNeighbours(scene, axisLabel(scene, pane, y, valueRows(pane)));
}

} // namespace spreadline::chart
