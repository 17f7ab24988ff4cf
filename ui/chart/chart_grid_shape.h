// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <span>
#include <vector>

class QColor;
class QPainter;
class QRectF;

namespace spreadline::chart {

/// How the charts of the window stand.
enum class GridShape : std::uint8_t { One, Beside, Above, Three, Four, Six, Eight };

/// Lines of cells: lines below each other, or columns beside each other when they are `upright`.
struct GridLines {
    GridShape shape = GridShape::One;
    const char* key = "one"; ///< in the layout file; never changed
    bool upright = false;
    std::vector<int> counts; ///< cells of each line

    int cells() const noexcept;
};

std::span<const GridLines> gridShapes();
const GridLines& linesOf(GridShape shape);
std::optional<GridShape> gridShapeOf(const QString& key);
QString gridShapeName(GridShape shape); ///< "2 × 2", translated
/// As it looks, for menus and buttons.
void drawGridShape(QPainter& painter, GridShape shape, const QRectF& box, const QColor& colour);

} // namespace spreadline::chart
