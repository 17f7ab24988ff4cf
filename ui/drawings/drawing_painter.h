// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawings/drawing_geometry.h"
#include "paint/glyph_atlas.h"
#include "style/theme.h"

class QPainter;

namespace spreadline::drawing {

/// Puts the shapes on the screen: lines along an axis on whole pixels, the others smoothed, figures from a glyph atlas.
/// Ui thread only.
class DrawingPainter {
public:
    struct Look {
        DrawingId selected = noDrawing, hovered = noDrawing;
        bool allLocked = false;
    };

    /// The painter must paint in device pixels (scaled by 1/DPR).
    void paint(QPainter& painter, const DrawingGeometry& geometry, const Projection& projection, const Theme& theme,
               const Look& look);

private:
    void prepare(const Theme& theme, double pixelRatio);
    void paintItem(QPainter& painter, const Shapes& shapes, const DrawingGeometry::Item& item);
    void paintArea(QPainter& painter, const Area& area) const;
    void paintStroke(QPainter& painter, const Stroke& stroke);
    void paintStraight(QPainter& painter, const Stroke& stroke, bool isRow, const QColor& colour) const;
    void paintLabel(QPainter& painter, const Label& label);
    void paintPlate(QPainter& painter, const Plate& plate);
    void paintHandles(QPainter& painter, const Shapes& shapes, const DrawingGeometry::Item& item, bool isSelected,
                      bool isLocked) const;
    QColor colourOf(const Shade& shade) const { return inkColour(shade.ink, shade.custom, m_theme); }
    double px(double logical) const noexcept { return logical * m_ratio; }
    int thickness(int width) const noexcept;

    Theme m_theme;
    double m_ratio = 0;
    QRect m_pane;
    paint::GlyphCache m_glyphs;
    std::vector<QLineF> m_dashes;
};

} // namespace spreadline::drawing
