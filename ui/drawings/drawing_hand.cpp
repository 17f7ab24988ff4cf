// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawings/drawing_hand.h"

#include "drawings/anchor_moves.h"

#include <cmath>
#include <utility>

namespace spreadline::drawing {
namespace {

constexpr double tolerance = 5;     ///< logical pixels around a line
constexpr double dragThreshold = 4; ///< logical pixels before a press becomes a drag
constexpr double magnetReach = 16;  ///< logical pixels: the weak magnet
constexpr double copyOffset = 24;   ///< logical pixels: a duplicate beside its original

/// The anchor that the angle of a dragged handle is measured from; none where an angle says nothing.
const Anchor* pivotOf(const Drawing& drawing, int handle)
{
    if (drawing.anchors.size() != 2 && drawing.kind != DrawingKind::Channel)
        return nullptr;
    if (handle < 0 || handle > 1)
        return nullptr;
    return &drawing.anchors[handle == 0 ? 1 : 0];
}

} // namespace

void DrawingHand::setBook(DrawingBook* book)
{
    if (book == m_book)
        return;
    if (m_book)
        m_book->disconnect(this);
    drop();
    m_selected = noDrawing;
    m_hover.reset();
    m_book = book;
    if (m_book)
        connect(m_book, &DrawingBook::changed, this, &DrawingHand::bookChanged);
    m_isSceneBuilt = false;
    Q_EMIT selectionChanged();
    Q_EMIT changed();
}

void DrawingHand::setProjection(const Projection* projection)
{
    drop();
    m_projection = projection;
    m_isSceneBuilt = false;
    Q_EMIT changed();
}

// Another chart shows the same book: what is held here may be gone.
void DrawingHand::bookChanged()
{
    m_hover.reset();
    const bool isGone = m_grabbed && !m_book->find(m_grabbed->id);
    if (isGone || (m_live && m_live->id != noDrawing && !m_book->find(m_live->id)))
        drop();
    if (m_selected != noDrawing && !m_book->find(m_selected))
        select(noDrawing);
    Q_EMIT changed();
}

void DrawingHand::setMagnet(Magnet magnet)
{
    if (std::exchange(m_magnet, magnet) != magnet)
        Q_EMIT toolChanged();
}

void DrawingHand::setStaying(bool stay)
{
    if (std::exchange(m_stay, stay) != stay)
        Q_EMIT toolChanged();
}

void DrawingHand::select(DrawingId id)
{
    if (std::exchange(m_selected, id) == id)
        return;
    Q_EMIT selectionChanged();
    Q_EMIT changed();
}

void DrawingHand::preview(const Drawing* drawing)
{
    if (m_phase != Phase::Idle)
        return;
    m_live = drawing ? std::make_shared<const Drawing>(*drawing) : nullptr;
    ++m_liveVersion;
    Q_EMIT changed();
}

void DrawingHand::show(Drawing drawing)
{
    m_live = std::make_shared<const Drawing>(std::move(drawing));
    ++m_liveVersion;
    Q_EMIT changed();
}

void DrawingHand::drop()
{
    m_phase = Phase::Idle;
    m_standing.clear();
    m_grabbed.reset();
    if (!std::exchange(m_live, nullptr))
        return;
    ++m_liveVersion;
    Q_EMIT changed();
}

const DrawingGeometry& DrawingHand::scene()
{
    if (!isReady()) {
        m_scene.clear();
        return m_scene;
    }
    const std::array now{m_projection->stamp(), m_book->revision(), m_liveVersion};
    if (!m_isSceneBuilt || now != m_sceneOf) {
        m_scene.build(*m_projection, *m_book, m_live);
        m_sceneOf = now;
        m_isSceneBuilt = true;
    }
    return m_scene;
}

bool DrawingHand::isInPane(QPointF at) const
{
    return QRectF(m_projection->pane()).contains(at);
}

std::optional<Hit> DrawingHand::hitAt(QPointF at)
{
    return isInPane(at) ? scene().hit(at, px(tolerance), m_selected) : std::nullopt;
}

Anchor DrawingHand::aimed(const Pointer& pointer, const Anchor* from) const
{
    if (from && pointer.modifiers & Qt::ShiftModifier) {
        const QPointF start = placeOf(*from, *m_projection), end = constrained(start, pointer.at);
        Anchor anchor = anchorAt(end, *m_projection);
        if (std::abs(end.y() - start.y()) < 1e-6)
            anchor.price = from->price;
        else if (std::abs(end.x() - start.x()) < 1e-6)
            anchor.time = from->time;
        else // the bar decides how far, the angle how high
            anchor.price =
                m_projection->priceAt(start.y() + std::copysign(m_projection->x(anchor.time) - start.x(), end.y() - start.y()));
        return anchor;
    }
    const bool isTurned = pointer.modifiers & Qt::ControlModifier;
    const Magnet magnet = !isTurned ? m_magnet : m_magnet == Magnet::Off ? Magnet::Strong : Magnet::Off;
    if (magnet != Magnet::Off) {
        const auto caught = m_projection->magnet(pointer.at);
        if (caught && (magnet == Magnet::Strong || std::abs(m_projection->y(caught->price) - pointer.at.y()) <= px(magnetReach)))
            return *caught;
    }
    return anchorAt(pointer.at, *m_projection);
}

bool DrawingHand::press(const Pointer& pointer)
{
    if (!isReady() || !isInPane(pointer.at))
        return false;
    m_pressed = pointer;
    if (m_phase == Phase::Measuring) {
        follow(pointer);
        m_phase = Phase::Measured;
        return true;
    }
    if (m_phase == Phase::Measured) {
        drop();
        return true;
    }
    if (m_tool)
        return place(pointer);
    drop(); // the preview of a dialog, if any
    m_grabbed = hitAt(pointer.at);
    if (m_grabbed) {
        select(m_grabbed->id);
        m_phase = Phase::Pressed;
        return true;
    }
    select(noDrawing);
    if (pointer.modifiers & Qt::ShiftModifier) {
        startRuler(pointer);
        return true;
    }
    return false;
}

bool DrawingHand::move(const Pointer& pointer)
{
    if (!isReady())
        return false;
    switch (m_phase) {
    case Phase::Placing:
    case Phase::Measuring: follow(pointer); return true;
    case Phase::Pressed: {
        const QPointF way = pointer.at - m_pressed.at;
        if (std::hypot(way.x(), way.y()) < px(dragThreshold))
            return true;
        if (!startDrag())
            return true;
        [[fallthrough]];
    }
    case Phase::Dragging: drag(pointer); return true;
    case Phase::Idle:
    case Phase::Measured: break;
    }
    const auto hover = m_tool ? std::nullopt : hitAt(pointer.at);
    if (hover != m_hover) {
        m_hover = hover;
        Q_EMIT changed();
    }
    return false;
}

bool DrawingHand::release(const Pointer& pointer)
{
    if (!isReady())
        return false;
    const QPointF way = pointer.at - m_pressed.at;
    const bool isMoved = std::hypot(way.x(), way.y()) >= 2 * px(dragThreshold);
    switch (m_phase) {
    case Phase::Placing: return isMoved ? place(pointer) : true;
    case Phase::Measuring:
        if (isMoved)
            m_phase = Phase::Measured;
        return true;
    case Phase::Pressed:
        m_phase = Phase::Idle;
        m_grabbed.reset();
        return true;
    case Phase::Dragging: commitDrag(); return true;
    case Phase::Idle:
    case Phase::Measured: return false;
    }
    return false;
}

bool DrawingHand::doubleClick(const Pointer& pointer)
{
    if (!isReady())
        return false;
    if (m_tool || m_phase == Phase::Measuring || m_phase == Phase::Measured)
        return press(pointer); // two quick clicks are two anchors
    const auto hit = hitAt(pointer.at);
    if (!hit)
        return false;
    select(hit->id);
    Q_EMIT propertiesWanted(hit->id);
    return true;
}

void DrawingHand::leave()
{
    if (!std::exchange(m_hover, std::nullopt))
        return;
    Q_EMIT changed();
}

bool DrawingHand::startDrag()
{
    const Drawing* drawing = m_book->find(m_grabbed->id);
    const bool isCopy = m_grabbed->handle < 0 && m_pressed.modifiers & Qt::ControlModifier;
    if (!drawing || (m_book->isLocked(*drawing) && !isCopy)) {
        drop();
        if (drawing)
            Q_EMIT refused(Refusal::Locked);
        return false;
    }
    m_original = *drawing;
    if (isCopy) {
        m_original.id = noDrawing;
        m_original.locked = false;
    }
    m_phase = Phase::Dragging;
    return true;
}

void DrawingHand::drag(const Pointer& pointer)
{
    if (m_grabbed->handle >= 0) {
        const Anchor to = aimed(pointer, pivotOf(m_original, m_grabbed->handle));
        return show(withHandleAt(m_original, static_cast<std::size_t>(m_grabbed->handle), to, m_projection->tickSize()));
    }
    QPointF way = pointer.at - m_pressed.at;
    if (pointer.modifiers & Qt::ShiftModifier)
        way = std::abs(way.x()) >= std::abs(way.y()) ? QPointF(way.x(), 0) : QPointF(0, way.y());
    const double bars = m_projection->barWidth() > 0 ? std::round(way.x() / m_projection->barWidth()) : 0;
    show(moved(m_original, static_cast<int>(bars), way.y(), *m_projection));
}

void DrawingHand::commitDrag()
{
    const DrawingBook::Entry done = m_live;
    drop();
    if (!done)
        return;
    if (done->id != noDrawing) {
        m_book->change(*done);
        return;
    }
    const DrawingId copy = m_book->add(*done);
    if (copy == noDrawing)
        Q_EMIT refused(Refusal::Full);
    else
        select(copy);
}

bool DrawingHand::removeSelected()
{
    const Drawing* drawing = m_book ? m_book->find(m_selected) : nullptr;
    if (!drawing)
        return false;
    if (m_book->isLocked(*drawing)) {
        Q_EMIT refused(Refusal::Locked);
        return false;
    }
    return m_book->remove(m_selected);
}

bool DrawingHand::duplicateSelected()
{
    const Drawing* drawing = isReady() ? m_book->find(m_selected) : nullptr;
    if (!drawing)
        return false;
    const double bars = m_projection->barWidth() > 0 ? std::ceil(px(copyOffset) / m_projection->barWidth()) : 0;
    Drawing copy = moved(*drawing, static_cast<int>(bars), px(copyOffset), *m_projection);
    copy.locked = false;
    const DrawingId id = m_book->add(std::move(copy));
    if (id == noDrawing) {
        Q_EMIT refused(Refusal::Full);
        return false;
    }
    select(id);
    return true;
}

std::optional<Qt::CursorShape> DrawingHand::cursor() const
{
    if (m_tool || m_phase == Phase::Placing || m_phase == Phase::Measuring)
        return Qt::CrossCursor;
    if (m_phase == Phase::Dragging)
        return Qt::ClosedHandCursor;
    return m_hover ? std::optional(Qt::PointingHandCursor) : std::nullopt;
}

} // namespace spreadline::drawing
