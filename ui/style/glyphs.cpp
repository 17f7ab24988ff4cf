// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/glyphs.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numbers>

namespace spreadline {
namespace {

// All coordinates below are in a box of 16 x 16.

QPolygonF star()
{
    QPolygonF points;
    for (int i = 0; i < 10; ++i) {
        const double radius = i % 2 == 0 ? 6.4 : 2.7;
        const double angle = -std::numbers::pi / 2 + i * std::numbers::pi / 5;
        points << QPointF(8 + radius * std::cos(angle), 8.4 + radius * std::sin(angle));
    }
    return points;
}

void drawGear(QPainter& painter)
{
    painter.drawEllipse(QPointF(8, 8), 2.2, 2.2);
    painter.drawEllipse(QPointF(8, 8), 4.6, 4.6);
    for (int i = 0; i < 8; ++i) {
        const double angle = i * std::numbers::pi / 4;
        const QPointF way(std::cos(angle), std::sin(angle));
        painter.drawLine(QPointF(8, 8) + way * 4.6, QPointF(8, 8) + way * 6.6);
    }
}

void drawArrow(QPainter& painter, bool up)
{
    const double base = up ? 11 : 5;
    const double tip = up ? 4 : 12;
    painter.drawPolygon(QPolygonF({{3, base}, {8, tip}, {13, base}}));
}

void drawBell(QPainter& painter)
{
    QPainterPath path(QPointF(3, 11.5));
    path.cubicTo(5, 9.5, 4, 3, 8, 3);
    path.cubicTo(12, 3, 11, 9.5, 13, 11.5);
    path.closeSubpath();
    painter.drawPath(path);
    painter.drawLine(QPointF(7, 13.5), QPointF(9, 13.5));
}

void drawWarning(QPainter& painter)
{
    painter.drawPolygon(QPolygonF({{8, 2.5}, {14, 13}, {2, 13}}));
    painter.drawLine(QPointF(8, 6.5), QPointF(8, 9.5));
    painter.drawPoint(QPointF(8, 11.3));
}

void drawEye(QPainter& painter, bool isShut)
{
    QPainterPath path(QPointF(2, 8));
    path.cubicTo(4.5, 3.2, 11.5, 3.2, 14, 8);
    path.cubicTo(11.5, 12.8, 4.5, 12.8, 2, 8);
    painter.drawPath(path);
    painter.drawEllipse(QPointF(8, 8), 1.9, 1.9);
    if (isShut)
        painter.drawLine(QPointF(3.5, 13), QPointF(12.5, 3));
}

/// Corners that point outwards, or inwards.
void drawCorners(QPainter& painter, bool isOutward)
{
    const double near = isOutward ? 3.5 : 6.5, far = isOutward ? 6.5 : 3.5;
    for (const double x : {near, 16 - near}) {
        for (const double y : {near, 16 - near}) {
            const double towards = far - near;
            painter.drawLine(QPointF(x, y), QPointF(x + (x < 8 ? towards : -towards), y));
            painter.drawLine(QPointF(x, y), QPointF(x, y + (y < 8 ? towards : -towards)));
        }
    }
}

/// Those of a dock's title.
void drawTitleGlyph(QPainter& painter, Glyph glyph)
{
    if (glyph == Glyph::Close) {
        painter.drawLine(QPointF(4.5, 4.5), QPointF(11.5, 11.5));
        painter.drawLine(QPointF(11.5, 4.5), QPointF(4.5, 11.5));
    } else if (glyph == Glyph::Float) {
        painter.drawPolyline(QPolygonF({{6, 3.5}, {12.5, 3.5}, {12.5, 10}}));
        painter.drawLine(QPointF(12.5, 3.5), QPointF(4, 12));
    } else {
        painter.drawPolyline(QPolygonF({{10, 12}, {4, 12}, {4, 6}}));
        painter.drawLine(QPointF(4, 12), QPointF(12, 4));
    }
}

void drawLines(QPainter& painter, Glyph glyph)
{
    switch (glyph) {
    case Glyph::Close:
    case Glyph::Float:
    case Glyph::Dock: drawTitleGlyph(painter, glyph); return;
    case Glyph::Search:
        painter.drawEllipse(QPointF(7, 7), 4, 4);
        painter.drawLine(QPointF(10, 10), QPointF(13.2, 13.2));
        return;
    case Glyph::Star: painter.drawPolygon(star()); return;
    case Glyph::Pause:
        painter.drawLine(QPointF(6, 4), QPointF(6, 12));
        painter.drawLine(QPointF(10, 4), QPointF(10, 12));
        return;
    case Glyph::Gear: drawGear(painter); return;
    case Glyph::Bell: drawBell(painter); return;
    case Glyph::Info:
        painter.drawEllipse(QPointF(8, 8), 5.5, 5.5);
        painter.drawLine(QPointF(8, 7.5), QPointF(8, 11));
        painter.drawPoint(QPointF(8, 5.2));
        return;
    case Glyph::Warning: drawWarning(painter); return;
    case Glyph::Check: painter.drawPolyline(QPolygonF({{3.5, 8.5}, {6.8, 11.8}, {12.8, 4.8}})); return;
    case Glyph::Eye: drawEye(painter, false); return;
    case Glyph::EyeShut: drawEye(painter, true); return;
    case Glyph::Maximise: drawCorners(painter, true); return;
    case Glyph::Restore: drawCorners(painter, false); return;
    default: return;
    }
}

} // namespace

void drawGlyph(QPainter& painter, Glyph glyph, const QRectF& box, const QColor& colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.center());
    const double scale = std::min(box.width(), box.height()) / 16.0;
    painter.scale(scale, scale);
    painter.translate(-8, -8);
    painter.setPen(QPen(colour, 1.35, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const bool filled =
        glyph == Glyph::StarFilled || glyph == Glyph::ArrowUp || glyph == Glyph::ArrowDown || glyph == Glyph::Play;
    if (filled) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
    }
    if (glyph == Glyph::StarFilled)
        painter.drawPolygon(star());
    else if (glyph == Glyph::Play)
        painter.drawPolygon(QPolygonF({{5, 3.5}, {13, 8}, {5, 12.5}}));
    else if (filled)
        drawArrow(painter, glyph == Glyph::ArrowUp);
    else
        drawLines(painter, glyph);
    painter.restore();
}

} // namespace spreadline
