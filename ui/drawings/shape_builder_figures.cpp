// SPDX-License-Identifier: GPL-3.0-or-later
// The drawings that carry figures: Fibonacci levels, the ruler and the positions.
#include "drawings/shape_builder.h"

#include <algorithm>
#include <cmath>

namespace spreadline::drawing {
namespace {

constexpr std::int64_t second = 1'000'000'000, minute = 60 * second, hour = 60 * minute, day = 24 * hour;

/// The two largest units: 3d 4h, 2h 15m, 45m, 12s.
void addLength(paint::TextLine& line, std::int64_t nanos)
{
    if (nanos < 0)
        line.add("−");
    const std::int64_t size = nanos < 0 ? -nanos : nanos;
    const auto two = [&line](std::int64_t whole, const char* unit, std::int64_t rest, const char* lesser) {
        line.addInteger(whole).add(unit);
        if (rest > 0)
            line.add(' ').addInteger(rest).add(lesser);
    };
    if (size >= day)
        two(size / day, "d", size % day / hour, "h");
    else if (size >= hour)
        two(size / hour, "h", size % hour / minute, "m");
    else if (size >= minute)
        two(size / minute, "m", size % minute / second, "s");
    else
        line.addInteger(size / second).add('s');
}

/// 0.618, 1, 2.5: no zeros that say nothing.
void addRatio(paint::TextLine& line, double ratio)
{
    int decimals = 0;
    for (double scaled = ratio; decimals < 4 && std::abs(scaled - std::round(scaled)) > 1e-6; scaled *= 10)
        ++decimals;
    line.addFixed(ratio, decimals);
}

} // namespace

Ink levelInk(double ratio, std::size_t index) noexcept
{
    static constexpr std::array cycle{Ink::Down, Ink::Amber, Ink::Up, Ink::Teal, Ink::Accent, Ink::Violet};
    return ratio == 0 || ratio == 1 ? Ink::Muted : cycle[(index + cycle.size() - 1) % cycle.size()];
}

Plate& ShapeBuilder::plate(Shade shade, QPointF at, bool isAbove)
{
    return m_out.plates.emplace_back(Plate{at, isAbove, shade, {}, 0});
}

// +1,234.50 (+2.01 %) and, when asked for, the ticks.
void ShapeBuilder::addMeasure(paint::TextLine& line, double from, double to, bool withTicks) const
{
    const double by = to - from;
    if (by > 0)
        line.add('+');
    m_projection.addPrice(line, by);
    line.add(" (").addSigned(from > 0 ? by / from * 100 : std::nan(""), 2).add(" %)");
    const double tick = m_projection.tickSize();
    if (withTicks && tick > 0 && std::abs(by / tick) < 1e15)
        line.add(by < 0 ? "  −" : "  ").addInteger(std::llround(std::abs(by) / tick)).add(' ').add(m_words.ticks);
}

// 14 bars, 3d 4h
void ShapeBuilder::addSpan(paint::TextLine& line, const Anchor& from, const Anchor& to) const
{
    const double width = m_projection.barWidth();
    const double exact = width > 0 ? (m_projection.x(to.time) - m_projection.x(from.time)) / width : 0;
    const std::int64_t bars = std::abs(exact) < 1e15 ? std::llround(exact) : 0;
    if (bars < 0)
        line.add("−");
    line.addInteger(std::abs(bars)).add(' ').add(std::abs(bars) == 1 ? m_words.bar : m_words.bars).add(", ");
    addLength(line, (to.time - from.time).count());
}

/// Lines at the prices from `zero` (0) to `one` (1), with bands between them and their names at the left.
void ShapeBuilder::addLevels(const Drawing& drawing, double zero, double one, double left, double right)
{
    const auto& style = drawing.style;
    const double from = style.extendLeft ? m_room.left() : left, to = style.extendRight ? m_room.right() : right;
    std::array<std::size_t, 40> order;
    std::size_t count = 0;
    for (std::size_t i = 0; i < std::min(drawing.levels.size(), order.size()); ++i) {
        if (drawing.levels[i].shown)
            order[count++] = i;
    }
    std::sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count),
              [&](std::size_t a, std::size_t b) { return drawing.levels[a].ratio < drawing.levels[b].ratio; });
    double before = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const double ratio = drawing.levels[order[i]].ratio;
        const double price = zero + (one - zero) * ratio;
        const double y = tamed({0, m_projection.y(price)}).y();
        const Shade shade = style.ink == Ink::Muted ? Shade{levelInk(ratio, order[i]), 0} : shadeOf(drawing);
        if (style.filled && i > 0)
            box(shade, style.fillShare, from, before, to, y);
        stroke(shade, {from, y}, {to, y}, style.width, style.dash);
        before = y;
        if (!style.labelled || y < m_pane.top() || y > m_pane.bottom() || from > m_pane.right() || to < m_pane.left())
            continue;
        const bool isOutside = left - m_pane.left() > px(130) && !style.extendLeft;
        const double edge = std::max(from, m_pane.left());
        Label label{{isOutside ? edge - px(6) : edge + px(6), y - (isOutside ? 0 : px(2))},
                    isOutside ? Beside::Left : Beside::Right,
                    isOutside ? Height::Middle : Height::Above,
                    shade,
                    {}};
        addRatio(label.text, ratio);
        label.text.add(" (");
        m_projection.addPrice(label.text, price);
        label.text.add(')');
        m_out.labels.push_back(label);
    }
}

// The end of the move is its 0: a retracement is measured from there.
void ShapeBuilder::addRetracement(const Drawing& drawing)
{
    const QPointF a = place(drawing, 0), b = place(drawing, 1);
    addLevels(drawing, drawing.anchors[1].price, drawing.anchors[0].price, std::min(a.x(), b.x()), std::max(a.x(), b.x()));
    stroke({Ink::Muted, 0}, a, b, 1, Dash::Dashed);
}

void ShapeBuilder::addExtension(const Drawing& drawing)
{
    const QPointF a = place(drawing, 0), b = place(drawing, 1), c = place(drawing, 2);
    const double start = drawing.anchors[2].price;
    const double move = drawing.anchors[1].price - drawing.anchors[0].price;
    const double width = std::max(std::abs(c.x() - a.x()), px(60));
    addLevels(drawing, start, start + move, c.x(), c.x() + width);
    stroke({Ink::Muted, 0}, a, b, 1, Dash::Dashed);
    stroke({Ink::Muted, 0}, b, c, 1, Dash::Dashed);
}

void ShapeBuilder::addRuler(const Drawing& drawing)
{
    const QPointF a = place(drawing, 0), b = place(drawing, 1);
    const bool isUp = drawing.anchors[1].price >= drawing.anchors[0].price;
    const Shade shade{isUp ? Ink::Accent : Ink::Down, 0};
    const QPointF middle = (a + b) / 2;
    box(shade, 14, a.x(), a.y(), b.x(), b.y());
    const double size = px(8);
    stroke(shade, {middle.x(), a.y()}, {middle.x(), b.y()}, 1, Dash::Solid);
    stroke(shade, {a.x(), middle.y()}, {b.x(), middle.y()}, 1, Dash::Solid);
    if (std::abs(b.y() - a.y()) > size)
        head(shade, {middle.x(), b.y()}, {middle.x(), a.y()}, size);
    if (std::abs(b.x() - a.x()) > size)
        head(shade, {b.x(), middle.y()}, {a.x(), middle.y()}, size);
    const bool isAbove = b.y() <= a.y();
    const double edge = std::clamp(b.y(), m_pane.top() + px(56), std::max(m_pane.top() + px(56), m_pane.bottom() - px(56)));
    if (!QRectF(a, b).normalized().adjusted(-1, -1, 1, 1).intersects(m_pane))
        return;
    Plate& figures = plate(shade, {middle.x(), edge + (isAbove ? -px(8) : px(8))}, isAbove);
    addMeasure(figures.lines[0], drawing.anchors[0].price, drawing.anchors[1].price, true);
    addSpan(figures.lines[1], drawing.anchors[0], drawing.anchors[1]);
    figures.count = 2;
}

void ShapeBuilder::addPosition(const Drawing& drawing)
{
    const QPointF entry = place(drawing, 0), target = place(drawing, 1), stop = place(drawing, 2);
    const double left = std::min(entry.x(), target.x()), right = std::max(entry.x(), target.x());
    if (right < m_room.left() || left > m_room.right())
        return;
    const Shade good{Ink::Up, 0}, bad{Ink::Down, 0};
    if (drawing.style.filled) {
        box(good, drawing.style.fillShare, left, entry.y(), right, target.y());
        box(bad, drawing.style.fillShare, left, entry.y(), right, stop.y());
    }
    stroke(good, {left, target.y()}, {right, target.y()}, drawing.style.width, Dash::Solid);
    stroke(bad, {left, stop.y()}, {right, stop.y()}, drawing.style.width, Dash::Solid);
    stroke(drawing, {left, entry.y()}, {right, entry.y()});
    if (drawing.style.labelled)
        addPositionPlates(drawing, left, right);
}

void ShapeBuilder::addPositionPlates(const Drawing& drawing, double left, double right)
{
    const double entry = drawing.anchors[0].price, target = drawing.anchors[1].price, stop = drawing.anchors[2].price;
    const QPointF entryAt = place(drawing, 0);
    const double middle = std::clamp((left + right) / 2, m_room.left(), m_room.right());
    const auto end = [&](std::size_t anchor, const std::string& name, Ink ink) {
        const double y = place(drawing, anchor).y();
        if (y < m_pane.top() || y > m_pane.bottom())
            return;
        const bool isAbove = y < entryAt.y();
        Plate& figures = plate({ink, 0}, {middle, y + (isAbove ? -px(4) : px(4))}, isAbove);
        figures.lines[0].add(name).add(' ');
        m_projection.addPrice(figures.lines[0], drawing.anchors[anchor].price);
        figures.lines[0].add("  ");
        addMeasure(figures.lines[0], entry, drawing.anchors[anchor].price, true);
        figures.count = 1;
    };
    end(1, m_words.target, Ink::Up);
    end(2, m_words.stop, Ink::Down);
    if (entryAt.y() < m_pane.top() || entryAt.y() > m_pane.bottom())
        return;
    Plate& ratio = plate({Ink::Muted, 0}, {middle, entryAt.y() + px(4)}, false);
    m_projection.addPrice(ratio.lines[0], entry);
    ratio.lines[0].add("  ").add(m_words.reward).add(' ');
    ratio.lines[0].addFixed(entry != stop ? std::abs((target - entry) / (entry - stop)) : std::nan(""), 2);
    ratio.count = 1;
}

} // namespace spreadline::drawing
