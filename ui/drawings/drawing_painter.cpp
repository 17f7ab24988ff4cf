// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawings/drawing_painter.h"

#include "style/fonts.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace spreadline::drawing {
namespace {

constexpr int figureSize = 11; ///< logical pixels, as the chart's small labels
constexpr double straight = 0.01;
constexpr int labelVeil = 120; ///< how much of what lies behind figures is covered

struct Pattern {
    double on, off;
};

Pattern patternOf(Dash dash, double width) noexcept
{
    return dash == Dash::Dotted ? Pattern{std::max(1.0, width), std::max(2.0, width * 2)} : Pattern{4 + width, 2 + width * 2};
}

} // namespace

int DrawingPainter::thickness(int width) const noexcept
{
    return std::max(1, static_cast<int>(px(width) + 0.25)); // 1 px at 125 %, 2 at 175 %
}

void DrawingPainter::prepare(const Theme& theme, double pixelRatio)
{
    if (theme.panel != m_theme.panel)
        m_glyphs.clear();
    m_theme = theme;
    if (pixelRatio == m_ratio)
        return;
    m_ratio = pixelRatio;
    m_glyphs.setFont(numberFont(figureSize), pixelRatio);
}

void DrawingPainter::paint(QPainter& painter, const DrawingGeometry& geometry, const Projection& projection, const Theme& theme,
                           const Look& look)
{
    if (geometry.items().empty())
        return;
    prepare(theme, projection.pixelRatio());
    m_pane = projection.pane();
    painter.save();
    painter.setClipRect(m_pane, Qt::IntersectClip);
    painter.setFont(geometry.noteFont());
    for (const auto& item : geometry.items())
        paintItem(painter, geometry.shapes(), item);
    for (const auto& item : geometry.items()) {
        const DrawingId id = item.drawing->id;
        if (id == look.selected || id == look.hovered)
            paintHandles(painter, geometry.shapes(), item, id == look.selected, look.allLocked || item.drawing->locked);
    }
    painter.restore();
}

void DrawingPainter::paintItem(QPainter& painter, const Shapes& shapes, const DrawingGeometry::Item& item)
{
    for (std::size_t i = item.areas.from; i < item.areas.to; ++i)
        paintArea(painter, shapes.areas[i]);
    for (std::size_t i = item.strokes.from; i < item.strokes.to; ++i)
        paintStroke(painter, shapes.strokes[i]);
    for (std::size_t i = item.labels.from; i < item.labels.to; ++i)
        paintLabel(painter, shapes.labels[i]);
    for (std::size_t i = item.plates.from; i < item.plates.to; ++i)
        paintPlate(painter, shapes.plates[i]);
    for (std::size_t i = item.notes.from; i < item.notes.to; ++i) {
        const Note& note = shapes.notes[i];
        painter.setPen(colourOf(note.shade));
        painter.drawText(note.box.translated(0.5, 0.5).toAlignedRect(), Qt::AlignLeft | Qt::TextDontClip, note.text);
    }
}

void DrawingPainter::paintArea(QPainter& painter, const Area& area) const
{
    QColor colour = colourOf(area.shade);
    colour.setAlphaF(static_cast<float>(area.share) / 100.0F);
    const QRectF box = area.polygon.bounds();
    const auto& points = area.polygon.points;
    const bool isBox = area.polygon.count == 4 && std::abs(points[0].y() - points[1].y()) < straight
        && std::abs(points[1].x() - points[2].x()) < straight && std::abs(points[2].y() - points[3].y()) < straight;
    if (isBox) {
        const int left = qRound(box.left()), top = qRound(box.top());
        painter.fillRect(left, top, qRound(box.right()) - left, qRound(box.bottom()) - top, colour);
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.translate(0.5, 0.5);
    painter.drawConvexPolygon(points.data(), area.polygon.count);
    painter.translate(-0.5, -0.5);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

// Along an axis: whole pixels and dashes by hand, so that it is as sharp as the grid and costs no stroker.
void DrawingPainter::paintStraight(QPainter& painter, const Stroke& stroke, bool isRow, const QColor& colour) const
{
    const int thick = thickness(stroke.width);
    const QLineF& line = stroke.line;
    const int across = qRound(isRow ? line.y1() : line.x1()) - (thick - 1) / 2;
    const int from = qRound(std::min(isRow ? line.x1() : line.y1(), isRow ? line.x2() : line.y2()));
    const int to = qRound(std::max(isRow ? line.x1() : line.y1(), isRow ? line.x2() : line.y2()));
    const auto fill = [&](int begin, int end) {
        if (isRow)
            painter.fillRect(begin, across, end - begin, thick, colour);
        else
            painter.fillRect(across, begin, thick, end - begin, colour);
    };
    if (stroke.dash == Dash::Solid)
        return fill(from, to + 1);
    const Pattern pattern = patternOf(stroke.dash, stroke.width);
    const int on = std::max(1, qRound(px(pattern.on))), off = std::max(1, qRound(px(pattern.off)));
    for (int at = from; at <= to; at += on + off)
        fill(at, std::min(at + on, to + 1));
}

void DrawingPainter::paintStroke(QPainter& painter, const Stroke& stroke)
{
    const QColor colour = colourOf(stroke.shade);
    const QLineF& line = stroke.line;
    const bool isRow = std::abs(line.dy()) < straight;
    if (isRow || std::abs(line.dx()) < straight)
        return paintStraight(painter, stroke, isRow, colour);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, std::max(1.15, px(stroke.width)), Qt::SolidLine, Qt::FlatCap)); // a hair more: smoothing pales it
    const QLineF shown = line.translated(0.5, 0.5);
    if (stroke.dash == Dash::Solid) {
        painter.drawLine(shown);
    } else {
        const Pattern pattern = patternOf(stroke.dash, stroke.width);
        const double length = shown.length(), on = px(pattern.on), period = on + px(pattern.off);
        m_dashes.clear();
        for (double at = 0; at < length; at += period)
            m_dashes.emplace_back(shown.pointAt(at / length), shown.pointAt(std::min(1.0, (at + on) / length)));
        painter.drawLines(m_dashes.data(), static_cast<int>(m_dashes.size()));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void DrawingPainter::paintLabel(QPainter& painter, const Label& label)
{
    auto& glyphs = m_glyphs.in(colourOf(label.shade));
    const int width = glyphs.width(label.text.view());
    const int left = qRound(label.at.x())
        - (label.beside == Beside::Left         ? width
               : label.beside == Beside::Centre ? width / 2
                                                : 0);
    const int half = glyphs.capHeight() / 2 + qRound(px(2));
    const int middle = qRound(label.at.y()) + (label.height == Height::Above ? -half : label.height == Height::Below ? half : 0);
    QColor veil = m_theme.panel;
    veil.setAlpha(labelVeil);
    const int room = qRound(px(2));
    painter.fillRect(left - room, middle - half - room / 2, width + 2 * room, 2 * half + room, veil);
    glyphs.draw(painter, left, glyphs.topFor(middle), label.text.view());
}

void DrawingPainter::paintPlate(QPainter& painter, const Plate& plate)
{
    auto& glyphs = m_glyphs.in(m_theme.isDark ? m_theme.window : m_theme.panel);
    const int row = qRound(px(15)), side = qRound(px(8)), rim = qRound(px(3));
    int width = 0;
    for (int i = 0; i < plate.count; ++i)
        width = std::max(width, glyphs.width(plate.lines[static_cast<std::size_t>(i)].view()));
    width += 2 * side;
    const int height = row * plate.count + 2 * rim;
    const int left = std::clamp(qRound(plate.at.x()) - width / 2, m_pane.left(), std::max(m_pane.left(), m_pane.right() - width));
    const int wanted = qRound(plate.at.y()) - (plate.isAbove ? height : 0);
    const int top = std::clamp(wanted, m_pane.top(), std::max(m_pane.top(), m_pane.bottom() - height));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colourOf(plate.shade));
    painter.drawRoundedRect(QRectF(left, top, width, height), px(3), px(3));
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (int i = 0; i < plate.count; ++i)
        glyphs.drawCentred(painter, left + width / 2, glyphs.topFor(top + rim + row * i + row / 2),
                           plate.lines[static_cast<std::size_t>(i)].view());
}

void DrawingPainter::paintHandles(QPainter& painter, const Shapes& shapes, const DrawingGeometry::Item& item, bool isSelected,
                                  bool isLocked) const
{
    const double radius = px(isSelected ? 4.5 : 3.5);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(isLocked ? m_theme.textMuted : m_theme.accent, px(isSelected ? 1.75 : 1.25)));
    painter.setBrush(m_theme.panel);
    for (std::size_t i = item.handles.from; i < item.handles.to; ++i) {
        const QPointF at = shapes.handles[i].at + QPointF(0.5, 0.5);
        if (isLocked)
            painter.drawRect(QRectF(at - QPointF(radius, radius) * 0.8, at + QPointF(radius, radius) * 0.8));
        else
            painter.drawEllipse(at, radius, radius);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace spreadline::drawing
