// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_grid_shape.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <array>
#include <numeric>

namespace spreadline::chart {
namespace {

const std::array<GridLines, 7>& shapes()
{
    static const std::array<GridLines, 7> all{{{GridShape::One, "one", false, {1}},
                                               {GridShape::Beside, "beside", false, {2}},
                                               {GridShape::Above, "above", false, {1, 1}},
                                               {GridShape::Three, "three", true, {1, 2}},
                                               {GridShape::Four, "four", false, {2, 2}},
                                               {GridShape::Six, "six", false, {3, 3}},
                                               {GridShape::Eight, "eight", false, {4, 4}}}};
    return all;
}

QString translated(const char* text)
{
    return QCoreApplication::translate("ChartGrid", text);
}

} // namespace

int GridLines::cells() const noexcept
{
    return std::accumulate(counts.begin(), counts.end(), 0);
}

std::span<const GridLines> gridShapes()
{
    return shapes();
}

const GridLines& linesOf(GridShape shape)
{
    return shapes()[static_cast<std::size_t>(shape)];
}

std::optional<GridShape> gridShapeOf(const QString& key)
{
    const auto found = std::ranges::find_if(shapes(), [&key](const GridLines& lines) { return key == QLatin1String(lines.key); });
    return found == shapes().end() ? std::nullopt : std::optional(found->shape);
}

QString gridShapeName(GridShape shape)
{
    switch (shape) {
    case GridShape::One: return translated(QT_TRANSLATE_NOOP("ChartGrid", "One chart"));
    case GridShape::Beside: return translated(QT_TRANSLATE_NOOP("ChartGrid", "Two beside each other"));
    case GridShape::Above: return translated(QT_TRANSLATE_NOOP("ChartGrid", "Two above each other"));
    case GridShape::Three: return translated(QT_TRANSLATE_NOOP("ChartGrid", "Three"));
    case GridShape::Four: return translated(QT_TRANSLATE_NOOP("ChartGrid", "Four"));
    case GridShape::Six: return translated(QT_TRANSLATE_NOOP("ChartGrid", "Six"));
    case GridShape::Eight: return translated(QT_TRANSLATE_NOOP("ChartGrid", "Eight"));
    }
    return {};
}

void drawGridShape(QPainter& painter, GridShape shape, const QRectF& box, const QColor& colour)
{
    const GridLines& lines = linesOf(shape);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(colour, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
    const double across = (lines.upright ? box.width() : box.height()) / static_cast<double>(lines.counts.size());
    const auto line = [&](double fromX, double fromY, double toX, double toY) {
        lines.upright
            ? painter.drawLine(QPointF(box.left() + fromY, box.top() + fromX), QPointF(box.left() + toY, box.top() + toX))
            : painter.drawLine(QPointF(box.left() + fromX, box.top() + fromY), QPointF(box.left() + toX, box.top() + toY));
    };
    const double along = lines.upright ? box.height() : box.width();
    for (std::size_t i = 0; i < lines.counts.size(); ++i) {
        const double from = across * static_cast<double>(i);
        if (i > 0)
            line(0, from, along, from);
        for (int cell = 1; cell < lines.counts[i]; ++cell)
            line(along * cell / lines.counts[i], from, along * cell / lines.counts[i], from + across);
    }
    painter.restore();
}

} // namespace spreadline::chart
