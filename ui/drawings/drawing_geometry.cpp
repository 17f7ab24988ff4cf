// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawings/drawing_geometry.h"

#include <algorithm>

namespace spreadline::drawing {
namespace {

constexpr double farthestLabel = 320; ///< logical pixels that a text may stand away from its anchors
constexpr double handleReach = 1.5;   ///< a handle is easier to hit than a line

bool isBoundedInTime(const Drawing& drawing) noexcept
{
    switch (drawing.kind) {
    case DrawingKind::TrendLine:
    case DrawingKind::Channel:
    case DrawingKind::Rectangle:
    case DrawingKind::FibRetracement:
    case DrawingKind::FibExtension: return !drawing.style.extendLeft && !drawing.style.extendRight;
    case DrawingKind::VerticalLine:
    case DrawingKind::Ruler:
    case DrawingKind::Arrow:
    case DrawingKind::MarkerUp:
    case DrawingKind::MarkerDown:
    case DrawingKind::LongPosition:
    case DrawingKind::ShortPosition: return true;
    default: return false; // notes too: how wide they are is not known here
    }
}

/// Cheap, and wrong only towards yes.
bool mayBeSeen(const Drawing& drawing, const Projection& projection)
{
    if (!isBoundedInTime(drawing))
        return true;
    const QRectF pane = projection.pane();
    double low = farAway, high = -farAway;
    for (const Anchor& anchor : drawing.anchors) {
        const double x = projection.x(anchor.time);
        low = std::min(low, x);
        high = std::max(high, x);
    }
    double room = farthestLabel * projection.pixelRatio();
    if (drawing.kind == DrawingKind::FibExtension || drawing.kind == DrawingKind::Channel)
        room += high - low; // they reach beyond their anchors by no more than that
    return low <= pane.right() + room && high >= pane.left() - room;
}

void include(QRectF& bounds, const QRectF& box)
{
    bounds = bounds.isNull() ? box
                             : QRectF(QPointF(std::min(bounds.left(), box.left()), std::min(bounds.top(), box.top())),
                                      QPointF(std::max(bounds.right(), box.right()), std::max(bounds.bottom(), box.bottom())));
}

} // namespace

void DrawingGeometry::clear()
{
    m_items.clear();
    m_shapes.clear();
}

void DrawingGeometry::add(const Projection& projection, const DrawingBook::Entry& drawing, ShapeBuilder& builder)
{
    if (!mayBeSeen(*drawing, projection))
        return;
    Item item;
    const auto sizes = [this] {
        return std::array{m_shapes.areas.size(),  m_shapes.strokes.size(), m_shapes.labels.size(),
                          m_shapes.plates.size(), m_shapes.notes.size(),   m_shapes.handles.size()};
    };
    const auto before = sizes();
    builder.add(*drawing);
    const auto after = sizes();
    if (before == after)
        return;
    const std::array ranges{&item.areas, &item.strokes, &item.labels, &item.plates, &item.notes, &item.handles};
    for (std::size_t i = 0; i < ranges.size(); ++i)
        *ranges[i] = {before[i], after[i]};
    for (std::size_t i = item.areas.from; i < item.areas.to; ++i)
        include(item.bounds, m_shapes.areas[i].polygon.bounds());
    for (std::size_t i = item.strokes.from; i < item.strokes.to; ++i) {
        const QLineF& line = m_shapes.strokes[i].line;
        include(item.bounds, QRectF(line.p1(), line.p2()).normalized());
    }
    for (std::size_t i = item.notes.from; i < item.notes.to; ++i)
        include(item.bounds, m_shapes.notes[i].box);
    for (std::size_t i = item.handles.from; i < item.handles.to; ++i)
        include(item.bounds, QRectF(m_shapes.handles[i].at, QSizeF(0, 0)).adjusted(-1, -1, 1, 1));
    item.drawing = drawing;
    m_items.push_back(std::move(item));
}

void DrawingGeometry::build(const Projection& projection, const DrawingBook& book, const DrawingBook::Entry& live)
{
    clear();
    if (projection.pane().isEmpty())
        return;
    m_notes.setScale(projection.pixelRatio());
    ShapeBuilder builder(projection, m_words, m_notes, m_shapes);
    const Interval interval = projection.interval();
    bool isLiveShown = false;
    for (const DrawingBook::Entry& entry : book.page()) {
        if (live && live->id != noDrawing && entry->id == live->id) {
            add(projection, live, builder);
            isLiveShown = true;
        } else if (!book.isAllHidden() && !entry->hidden && entry->isShownOn(interval)) {
            add(projection, entry, builder);
        }
    }
    if (live && !isLiveShown)
        add(projection, live, builder);
}

std::optional<int> DrawingGeometry::handleAt(const Item& item, QPointF at, double tolerance) const
{
    std::optional<int> nearest;
    double least = tolerance * handleReach;
    for (std::size_t i = item.handles.from; i < item.handles.to; ++i) {
        const Handle& handle = m_shapes.handles[i];
        const double away = distance(at, handle.at, handle.at);
        if (away <= least) {
            least = away;
            nearest = handle.index;
        }
    }
    return nearest;
}

bool DrawingGeometry::isOnLine(const Item& item, QPointF at, double tolerance) const
{
    for (std::size_t i = item.strokes.from; i < item.strokes.to; ++i) {
        const Stroke& stroke = m_shapes.strokes[i];
        if (distance(at, stroke.line.p1(), stroke.line.p2()) <= tolerance + stroke.width * 0.5)
            return true;
    }
    for (std::size_t i = item.notes.from; i < item.notes.to; ++i) {
        if (m_shapes.notes[i].box.adjusted(-tolerance, -tolerance, tolerance, tolerance).contains(at))
            return true;
    }
    for (std::size_t i = item.areas.from; i < item.areas.to; ++i) {
        const Area& area = m_shapes.areas[i];
        if (area.share == 100 && area.polygon.bounds().adjusted(-tolerance, -tolerance, tolerance, tolerance).contains(at))
            return true;
    }
    return false;
}

// The bands of Fibonacci levels would cover half of a chart: they are looked through.
bool DrawingGeometry::isInArea(const Item& item, QPointF at) const
{
    if (hasLevels(item.drawing->kind))
        return false;
    for (std::size_t i = item.areas.from; i < item.areas.to; ++i) {
        if (m_shapes.areas[i].polygon.contains(at))
            return true;
    }
    return false;
}

std::optional<Hit> DrawingGeometry::hit(QPointF at, double tolerance, DrawingId selected) const
{
    const double reach = tolerance * handleReach + widestLine;
    const auto isNear = [&](const Item& item) { return item.bounds.adjusted(-reach, -reach, reach, reach).contains(at); };
    for (const Item& item : m_items) {
        if (item.drawing->id != selected || !isNear(item))
            continue;
        if (const auto handle = handleAt(item, at, tolerance))
            return Hit{selected, *handle};
    }
    for (auto item = m_items.rbegin(); item != m_items.rend(); ++item) {
        if (!isNear(*item))
            continue;
        if (const auto handle = handleAt(*item, at, tolerance))
            return Hit{item->drawing->id, *handle};
        if (isOnLine(*item, at, tolerance))
            return Hit{item->drawing->id};
    }
    for (auto item = m_items.rbegin(); item != m_items.rend(); ++item) {
        if (isNear(*item) && isInArea(*item, at))
            return Hit{item->drawing->id};
    }
    return std::nullopt;
}

} // namespace spreadline::drawing
