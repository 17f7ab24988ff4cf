// SPDX-License-Identifier: GPL-3.0-or-later
// The drawings of a chart: what the hand needs of it, and what of them is on the screen.
#include "chart/chart_canvas.h"

#include <QPainter>

#include <algorithm>

namespace spreadline::chart {
namespace {

constexpr double hitReach = 5;                      ///< logical pixels, as the hand's own
constexpr double lineRoom = 14;                     ///< around the lines of a drawing: handles and their rims
constexpr double labelRoom = 330, labelHeight = 70; ///< what figures beside a drawing may take

} // namespace

void ChartCanvas::setDrawings(drawing::DrawingBook* book)
{
    m_hand.setBook(book);
}

drawing::Pointer ChartCanvas::pointer(QPointF position, Qt::KeyboardModifiers modifiers) const
{
    return {position * m_scene.dpr, modifiers};
}

/// What the drawings that are being changed, are selected or lie under the pointer cover on the screen.
QRegion ChartCanvas::handRegion()
{
    QRegion region;
    if (!m_hand.book() || m_layoutDirty)
        return region;
    const drawing::DrawingGeometry& scene = m_hand.scene();
    for (const auto& item : scene.items()) {
        const bool isLive = m_hand.book()->find(item.drawing->id) != item.drawing.get();
        const bool isSelected = item.drawing->id == m_hand.selected();
        if (!isLive && !isSelected && item.drawing->id != m_hand.hovered())
            continue;
        const bool isLabelled = item.labels.from < item.labels.to || item.plates.from < item.plates.to;
        const double wide = (isLabelled ? labelRoom : lineRoom) * m_scene.dpr,
                     high = (isLabelled ? labelHeight : lineRoom) * m_scene.dpr;
        region += item.bounds.adjusted(-wide, -high, wide, high).toAlignedRect().intersected(m_scene.price().rect);
        if (!isLive && !isSelected)
            continue;
        for (const drawing::Anchor& anchor : item.drawing->anchors)
            region += OverlayPainter::tagRegion(m_scene, anchor.price);
    }
    return region;
}

// What changed is bounded by what is in hand, unless the book itself is another: undone, cleared, changed in another chart.
void ChartCanvas::handChanged()
{
    const std::uint64_t revision = m_hand.book() ? m_hand.book()->revision() : 0;
    const bool isSameBook = m_handBook == m_hand.book() && std::exchange(m_handRevision, revision) == revision;
    m_handBook = m_hand.book();
    QRegion region = std::exchange(m_handRegion, handRegion());
    region += m_handRegion;
    if (!isSameBook)
        region += m_scene.price().rect;
    update(toLogical(region));
    updateCursor();
}

void ChartCanvas::paintDrawings(QPainter& painter)
{
    if (!m_hand.book() || m_scene.price().rect.isEmpty())
        return;
    const drawing::DrawingGeometry& scene = m_hand.scene();
    m_drawingPainter.paint(painter, scene, m_projection, m_scene.theme,
                           {m_hand.selected(), m_hand.hovered(), m_hand.book()->isAllLocked()});
}

/// The prices of the drawing in hand, on the axis.
void ChartCanvas::paintTags(QPainter& painter)
{
    if (!m_hand.book() || m_scene.price().rect.isEmpty())
        return;
    for (const auto& item : m_hand.scene().items()) {
        const bool isLive = m_hand.book()->find(item.drawing->id) != item.drawing.get();
        if (!isLive && item.drawing->id != m_hand.selected())
            continue;
        const QColor colour = inkColour(item.drawing->style.ink, item.drawing->style.custom, m_scene.theme);
        const bool hasPrice = item.drawing->kind != drawing::DrawingKind::VerticalLine;
        for (const drawing::Anchor& anchor : item.drawing->anchors) {
            if (hasPrice)
                m_overlay.paintTag(painter, m_scene, m_axes, anchor.price, colour);
        }
    }
}

drawing::DrawingId ChartCanvas::drawingAt(QPoint position)
{
    if (!m_hand.book())
        return drawing::noDrawing;
    const auto hit = m_hand.scene().hit(pointer(position).at, hitReach * m_scene.dpr, m_hand.selected());
    const bool isInPane = m_scene.price().rect.contains(pointer(position).at.toPoint());
    return hit && isInPane ? hit->id : drawing::noDrawing;
}

} // namespace spreadline::chart
