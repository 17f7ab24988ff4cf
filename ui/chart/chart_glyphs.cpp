// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_glyphs.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

#include <functional>

namespace spreadline::chart {
namespace {

constexpr int iconSize = 16;

// All coordinates below are in a box of 16 x 16.

void candle(QPainter& painter, double x, double low, double bottom, double top, double high, bool isFilled)
{
    painter.drawLine(QPointF(x, high), QPointF(x, top));
    painter.drawLine(QPointF(x, bottom), QPointF(x, low));
    painter.setBrush(isFilled ? QBrush(painter.pen().color()) : QBrush(Qt::NoBrush));
    painter.drawRect(QRectF(x - 1.75, top, 3.5, bottom - top));
    painter.setBrush(Qt::NoBrush);
}

void bar(QPainter& painter, double x, double low, double high, double open, double close)
{
    painter.drawLine(QPointF(x, low), QPointF(x, high));
    painter.drawLine(QPointF(x - 2.5, open), QPointF(x, open));
    painter.drawLine(QPointF(x, close), QPointF(x + 2.5, close));
}

QPolygonF wave()
{
    return QPolygonF({{2, 11.5}, {5, 7}, {8.5, 9.5}, {14, 3.5}});
}

void drawStyle(QPainter& painter, ChartGlyph glyph)
{
    switch (glyph) {
    case ChartGlyph::Candles:
        candle(painter, 5, 14, 11.5, 6.5, 4, true);
        candle(painter, 11, 12, 9.5, 4.5, 2, true);
        return;
    case ChartGlyph::Hollow:
        candle(painter, 5, 14, 11.5, 6.5, 4, false);
        candle(painter, 11, 12, 9.5, 4.5, 2, false);
        return;
    case ChartGlyph::Bars:
        bar(painter, 5, 13.5, 4.5, 11, 6.5);
        bar(painter, 11, 11.5, 2.5, 9, 4.5);
        return;
    case ChartGlyph::HeikinAshi:
        candle(painter, 3.5, 14, 13, 9.5, 8.5, true);
        candle(painter, 8, 11.5, 10.5, 6.5, 5.5, false);
        candle(painter, 12.5, 8, 7, 3.5, 2.5, true);
        return;
    case ChartGlyph::Area: {
        QPolygonF under = wave();
        under << QPointF(14, 13.5) << QPointF(2, 13.5);
        QColor tint = painter.pen().color();
        tint.setAlphaF(0.3F);
        const QPen pen = painter.pen();
        painter.setPen(Qt::NoPen);
        painter.setBrush(tint);
        painter.drawPolygon(under);
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(wave());
        return;
    }
    default: painter.drawPolyline(wave());
    }
}

void drawTool(QPainter& painter, ChartGlyph glyph)
{
    if (glyph == ChartGlyph::Studies) {
        QPainterPath f(QPointF(3, 13));
        f.cubicTo(6, 13.5, 6, 11, 6.5, 8);
        f.cubicTo(7, 4.5, 7.5, 2.5, 10, 3);
        painter.drawPath(f);
        painter.drawLine(QPointF(4, 7.5), QPointF(9, 7.5));
        painter.drawLine(QPointF(9.5, 9.5), QPointF(13.5, 13.5));
        painter.drawLine(QPointF(13.5, 9.5), QPointF(9.5, 13.5));
    } else if (glyph == ChartGlyph::Compare) {
        painter.drawEllipse(QPointF(6, 9), 4.2, 4.2);
        painter.drawLine(QPointF(12.5, 2), QPointF(12.5, 7));
        painter.drawLine(QPointF(10, 4.5), QPointF(15, 4.5));
        painter.drawLine(QPointF(6, 7), QPointF(6, 11));
        painter.drawLine(QPointF(4, 9), QPointF(8, 9));
    } else if (glyph == ChartGlyph::Tools) {
        painter.drawPolygon(QPolygonF({{3, 13}, {3.8, 9.8}, {11, 2.6}, {13.4, 5}, {6.2, 12.2}}));
        painter.drawLine(QPointF(9.3, 4.3), QPointF(11.7, 6.7));
    } else {
        painter.drawPolyline(QPolygonF({{2.5, 10}, {2.5, 13.5}, {13.5, 13.5}, {13.5, 10}}));
        painter.drawLine(QPointF(8, 10.5), QPointF(8, 2.5));
        painter.drawPolyline(QPolygonF({{4.8, 5.7}, {8, 2.5}, {11.2, 5.7}}));
    }
}

QIcon painted(qreal dpr, const std::function<void(QPainter&)>& draw)
{
    QPixmap pixmap(QSize(iconSize, iconSize) * dpr);
    pixmap.setDevicePixelRatio(dpr);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    draw(painter);
    painter.end();
    return QIcon(pixmap);
}

} // namespace

ChartGlyph glyphOf(PriceStyle style)
{
    switch (style) {
    case PriceStyle::Candles: return ChartGlyph::Candles;
    case PriceStyle::Hollow: return ChartGlyph::Hollow;
    case PriceStyle::Bars: return ChartGlyph::Bars;
    case PriceStyle::Line: return ChartGlyph::Line;
    case PriceStyle::Area: return ChartGlyph::Area;
    case PriceStyle::HeikinAshi: return ChartGlyph::HeikinAshi;
    }
    return ChartGlyph::Candles;
}

void drawChartGlyph(QPainter& painter, ChartGlyph glyph, const QRectF& box, const QColor& colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.topLeft());
    painter.scale(box.width() / iconSize, box.height() / iconSize);
    painter.setPen(QPen(colour, 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    if (glyph <= ChartGlyph::HeikinAshi)
        drawStyle(painter, glyph);
    else
        drawTool(painter, glyph);
    painter.restore();
}

QIcon chartIcon(ChartGlyph glyph, const QColor& colour, qreal dpr)
{
    return painted(dpr, [&](QPainter& painter) { drawChartGlyph(painter, glyph, QRectF(0, 0, iconSize, iconSize), colour); });
}

QIcon spotIcon(const QColor& colour, qreal dpr)
{
    return painted(dpr, [&](QPainter& painter) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(QRectF(3, 3, iconSize - 6, iconSize - 6));
    });
}

} // namespace spreadline::chart
