// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawings/tool_glyphs.h"

#include <QPainter>
#include <QPainterPath>

namespace spreadline::drawing {
namespace {

// All coordinates below are in a box of 20 x 20.

void knot(QPainter& painter, double x, double y)
{
    painter.drawEllipse(QPointF(x, y), 1.7, 1.7);
}

void line(QPainter& painter, double x1, double y1, double x2, double y2)
{
    painter.drawLine(QPointF(x1, y1), QPointF(x2, y2));
}

void solid(QPainter& painter, const QPolygonF& polygon)
{
    painter.save();
    painter.setBrush(painter.pen().color());
    painter.drawPolygon(polygon);
    painter.restore();
}

void drawLineTool(QPainter& painter, DrawingKind kind)
{
    switch (kind) {
    case DrawingKind::TrendLine:
        line(painter, 5.2, 14.8, 14.8, 5.2);
        knot(painter, 4, 16);
        knot(painter, 16, 4);
        return;
    case DrawingKind::Ray:
        line(painter, 5.2, 14.8, 9.3, 10.7);
        line(painter, 11.7, 8.3, 18, 2);
        knot(painter, 4, 16);
        knot(painter, 10.5, 9.5);
        return;
    case DrawingKind::ExtendedLine:
        line(painter, 2, 18, 5.8, 14.2);
        line(painter, 8.2, 11.8, 11.8, 8.2);
        line(painter, 14.2, 5.8, 18, 2);
        knot(painter, 7, 13);
        knot(painter, 13, 7);
        return;
    case DrawingKind::HorizontalLine:
        line(painter, 2, 10, 8.3, 10);
        line(painter, 11.7, 10, 18, 10);
        return knot(painter, 10, 10);
    case DrawingKind::HorizontalRay: line(painter, 5.7, 10, 18, 10); return knot(painter, 4, 10);
    case DrawingKind::VerticalLine:
        line(painter, 10, 2, 10, 8.3);
        line(painter, 10, 11.7, 10, 18);
        return knot(painter, 10, 10);
    default:
        line(painter, 2, 10, 8.3, 10);
        line(painter, 11.7, 10, 18, 10);
        line(painter, 10, 2, 10, 8.3);
        line(painter, 10, 11.7, 10, 18);
        return knot(painter, 10, 10);
    }
}

void drawLevels(QPainter& painter, bool isExtension)
{
    if (isExtension) {
        line(painter, 3, 3.5, 17, 3.5);
        line(painter, 3, 7.5, 17, 7.5);
        painter.drawPolyline(QPolygonF({{3, 17}, {7.5, 11.5}, {10.5, 15}, {16, 9.5}}));
        return;
    }
    line(painter, 3, 4, 17, 4);
    line(painter, 3, 8, 17, 8);
    line(painter, 3, 12, 11.8, 12);
    line(painter, 15.2, 12, 17, 12);
    knot(painter, 13.5, 12);
    line(painter, 3, 16, 17, 16);
}

void drawShapeTool(QPainter& painter, DrawingKind kind)
{
    if (kind == DrawingKind::Channel) {
        line(painter, 4.2, 11.8, 12.8, 3.2);
        line(painter, 7.2, 16.8, 15.8, 8.2);
        knot(painter, 3, 13);
        return knot(painter, 17, 7);
    }
    painter.drawRect(QRectF(3.5, 5.5, 13, 9));
    painter.save();
    painter.setBrush(painter.pen().color());
    painter.drawEllipse(QPointF(3.5, 14.5), 1.3, 1.3);
    painter.drawEllipse(QPointF(16.5, 5.5), 1.3, 1.3);
    painter.restore();
}

void drawPositionTool(QPainter& painter, bool isLong)
{
    line(painter, 3, 10, 17, 10);
    const double far = isLong ? 3 : 17, near = isLong ? 14.5 : 5.5;
    painter.drawPolyline(QPolygonF({{3, 10}, {3, far}, {17, far}, {17, 10}}));
    painter.drawPolyline(QPolygonF({{3, 10}, {3, near}, {17, near}, {17, 10}}));
    const double base = isLong ? 7.8 : 12.2, tip = isLong ? 5 : 15;
    solid(painter, QPolygonF({{7.8, base}, {10, tip}, {12.2, base}}));
}

void drawNoteTool(QPainter& painter, DrawingKind kind)
{
    const double way = kind == DrawingKind::MarkerDown ? -1 : 1;
    const auto y = [way](double from) { return 10 + (from - 10) * way; };
    switch (kind) {
    case DrawingKind::Text:
        painter.drawPolyline(QPolygonF({{4.5, 6.5}, {4.5, 4}, {15.5, 4}, {15.5, 6.5}}));
        line(painter, 10, 4, 10, 16);
        return line(painter, 7.8, 16, 12.2, 16);
    case DrawingKind::Arrow:
        line(painter, 3.5, 16.5, 15.8, 4.2);
        painter.drawPolyline(QPolygonF({{9.5, 3.8}, {16.2, 3.8}, {16.2, 10.5}}));
        return;
    default:
        painter.drawPolygon(
            QPolygonF({{10, y(3.5)}, {15.5, y(10)}, {12.4, y(10)}, {12.4, y(16.5)}, {7.6, y(16.5)}, {7.6, y(10)}, {4.5, y(10)}}));
    }
}

void drawRuler(QPainter& painter)
{
    painter.save();
    painter.translate(10, 10);
    painter.rotate(-45);
    painter.drawRoundedRect(QRectF(-8.5, -3.2, 17, 6.4), 1, 1);
    for (const double x : {-5.1, -1.7, 1.7, 5.1})
        line(painter, x, -3.2, x, x == -1.7 || x == 5.1 ? -0.2 : -1.2);
    painter.restore();
}

void drawMagnet(QPainter& painter, StripGlyph glyph)
{
    painter.save();
    painter.translate(10, 10);
    painter.rotate(45);
    QPainterPath path(QPointF(-6, -6.5));
    path.lineTo(-6, 0.5);
    path.arcTo(QRectF(-6, -5.5, 12, 12), 180, 180);
    path.lineTo(6, -6.5);
    path.lineTo(2.4, -6.5);
    path.lineTo(2.4, 0.5);
    path.arcTo(QRectF(-2.4, -1.9, 4.8, 4.8), 0, -180);
    path.lineTo(-2.4, -6.5);
    path.closeSubpath();
    painter.drawPath(path);
    if (glyph == StripGlyph::MagnetStrong) {
        solid(painter, QPolygonF({{-6, -6.5}, {-2.4, -6.5}, {-2.4, -3.6}, {-6, -3.6}}));
        solid(painter, QPolygonF({{6, -6.5}, {2.4, -6.5}, {2.4, -3.6}, {6, -3.6}}));
    } else {
        line(painter, -6, -3.6, -2.4, -3.6);
        line(painter, 6, -3.6, 2.4, -3.6);
    }
    painter.restore();
}

void drawEye(QPainter& painter, bool isShut)
{
    QPainterPath path(QPointF(2.5, 10));
    path.cubicTo(5.5, 4, 14.5, 4, 17.5, 10);
    path.cubicTo(14.5, 16, 5.5, 16, 2.5, 10);
    painter.drawPath(path);
    painter.drawEllipse(QPointF(10, 10), 2.4, 2.4);
    if (isShut)
        line(painter, 4, 16, 16, 4);
}

void drawLock(QPainter& painter, bool isOpen)
{
    painter.drawRoundedRect(QRectF(4.5, 9, 11, 8), 1.5, 1.5);
    QPainterPath bow(QPointF(7, 9));
    bow.lineTo(7, 6.2);
    bow.arcTo(QRectF(7, 3.2, 6, 6), 180, isOpen ? -150 : -180);
    if (!isOpen)
        bow.lineTo(13, 9);
    painter.drawPath(bow);
    line(painter, 10, 12, 10, 14);
}

void drawBin(QPainter& painter)
{
    line(painter, 3.5, 5.5, 16.5, 5.5);
    painter.drawPolyline(QPolygonF({{7.5, 5.5}, {7.5, 3}, {12.5, 3}, {12.5, 5.5}}));
    painter.drawPolyline(QPolygonF({{5, 5.5}, {5.8, 17}, {14.2, 17}, {15, 5.5}}));
    line(painter, 8.3, 8.5, 8.3, 14);
    line(painter, 11.7, 8.5, 11.7, 14);
}

/// A pencil that is not put down.
void drawStay(QPainter& painter)
{
    painter.drawPolygon(QPolygonF({{3, 12.8}, {11.5, 4.3}, {14.2, 7}, {5.7, 15.5}, {2.6, 15.9}}));
    line(painter, 9.8, 6, 12.5, 8.7);
    painter.drawRoundedRect(QRectF(11.8, 13, 5.8, 4.6), 0.8, 0.8);
    painter.drawArc(QRectF(12.9, 10.9, 3.6, 4.2), 0, 180 * 16);
}

void begin(QPainter& painter, const QRectF& box, const QColor& colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.center());
    const double scale = std::min(box.width(), box.height()) / 20.0;
    painter.scale(scale, scale);
    painter.translate(-10, -10);
    painter.setPen(QPen(colour, 1.35, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
}

} // namespace

void drawToolGlyph(QPainter& painter, DrawingKind kind, const QRectF& box, const QColor& colour)
{
    begin(painter, box, colour);
    switch (toolOf(kind).group) {
    case ToolGroup::Lines: drawLineTool(painter, kind); break;
    case ToolGroup::Shapes: drawShapeTool(painter, kind); break;
    case ToolGroup::Fibonacci: drawLevels(painter, kind == DrawingKind::FibExtension); break;
    case ToolGroup::Positions: drawPositionTool(painter, kind == DrawingKind::LongPosition); break;
    case ToolGroup::Notes: drawNoteTool(painter, kind); break;
    case ToolGroup::Measure: drawRuler(painter); break;
    }
    painter.restore();
}

void drawStripGlyph(QPainter& painter, StripGlyph glyph, const QRectF& box, const QColor& colour)
{
    begin(painter, box, colour);
    switch (glyph) {
    case StripGlyph::Pointer:
        painter.drawPolygon(QPolygonF({{5, 3}, {15.5, 11}, {10.6, 11.8}, {13.2, 16.8}, {11, 17.9}, {8.5, 12.8}, {5, 16}}));
        break;
    case StripGlyph::MagnetOff:
    case StripGlyph::MagnetWeak:
    case StripGlyph::MagnetStrong: drawMagnet(painter, glyph); break;
    case StripGlyph::Stay: drawStay(painter); break;
    case StripGlyph::LockOpen: drawLock(painter, true); break;
    case StripGlyph::Lock: drawLock(painter, false); break;
    case StripGlyph::Eye: drawEye(painter, false); break;
    case StripGlyph::EyeShut: drawEye(painter, true); break;
    case StripGlyph::Bin: drawBin(painter); break;
    }
    painter.restore();
}

} // namespace spreadline::drawing
