// SPDX-License-Identifier: GPL-3.0-or-later
// The mouse over a chart. What is under it first: rows and buttons, then the hand with the drawings, then panes and axes.
#include "chart/chart_canvas.h"
#include "drawings/anchor_moves.h"

#include <QContextMenuEvent>
#include <QEnterEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace spreadline::chart {
namespace {

constexpr double wheelStep = 1.15;  ///< one notch of the wheel
constexpr double dragHalves = 200;  ///< logical pixels of an axis drag that change its scale by e
constexpr double glideHalves = 250; ///< the same of a touchpad's glide
constexpr double notch = 120;
constexpr int lineReach = 4; ///< logical pixels around a study's line

} // namespace

ChartCanvas::Drag ChartCanvas::zoneAt(QPoint position) const
{
    const QPoint device(m_scene.px(position.x()), m_scene.px(position.y()));
    const bool isAbovePanes = m_scene.paneArea().contains(device);
    if (isAbovePanes && separatorAt(position.y()) >= 0)
        return Drag::Separator;
    if (m_scene.timeAxis.contains(device))
        return Drag::TimeAxis;
    if (m_scene.corner.contains(device))
        return Drag::Corner;
    for (const Pane& pane : m_scene.panes) {
        if (pane.axis.contains(device))
            return Drag::ValueAxis;
        if (pane.rect.contains(device))
            return Drag::Pane;
    }
    return Drag::None;
}

void ChartCanvas::moveCrosshair(std::optional<Crosshair> cross)
{
    QRegion region;
    if (m_cross)
        region += OverlayPainter::crosshairRegion(m_scene, *m_cross);
    const bool isOther = m_cross.has_value() != cross.has_value() || (cross && cross->slot != m_cross->slot);
    m_cross = cross;
    if (m_cross)
        region += OverlayPainter::crosshairRegion(m_scene, *m_cross);
    if (isOther)
        region += refreshLegend();
    if (!region.isEmpty())
        update(toLogical(region));
    Q_EMIT crosshairMoved();
}

void ChartCanvas::pointAt(QPoint position)
{
    const Drag zone = zoneAt(position);
    const bool isOverPane = zone == Drag::Pane || zone == Drag::Separator;
    if (!isOverPane || m_series.columns().isEmpty())
        return moveCrosshair(std::nullopt);
    Crosshair cross;
    cross.at = QPoint(m_scene.px(position.x()), m_scene.px(position.y()));
    cross.slot = static_cast<std::int64_t>(std::floor(m_scene.time.position(position.x())));
    moveCrosshair(cross);
}

void ChartCanvas::updateCursor()
{
    const QPoint device(m_scene.px(m_pointer.x()), m_scene.px(m_pointer.y()));
    const Drag zone = m_drag != Drag::None ? m_drag : zoneAt(m_pointer);
    Qt::CursorShape shape = Qt::CrossCursor;
    if (m_drag == Drag::None && !m_hand.isBusy() && (m_legend.hitAt(device) || m_paneButtons.hitAt(device)))
        shape = m_isRowDragged ? Qt::ClosedHandCursor : Qt::PointingHandCursor;
    else if (m_isRowDragged || m_drag == Drag::Pane)
        shape = Qt::ClosedHandCursor;
    else if (zone == Drag::Separator)
        shape = Qt::SplitVCursor;
    else if (zone == Drag::ValueAxis)
        shape = Qt::SizeVerCursor;
    else if (zone == Drag::TimeAxis)
        shape = Qt::SizeHorCursor;
    else if (zone == Drag::Corner)
        shape = Qt::PointingHandCursor;
    else if (const auto own = m_hand.cursor(); own && m_scene.price().rect.contains(device))
        shape = *own;
    if (cursor().shape() != shape)
        setCursor(shape);
}

void ChartCanvas::startDrag(Drag zone, QPoint position)
{
    m_drag = zone;
    m_dragFrom = position;
    const Pane* pane = paneUnder(position);
    m_dragPane = pane ? pane->key : Pane::priceKey;
    m_separator = zone == Drag::Separator ? separatorAt(position.y()) : -1;
    updateCursor();
}

void ChartCanvas::mousePressEvent(QMouseEvent* event)
{
    m_pointer = event->pos();
    const Drag zone = zoneAt(m_pointer);
    if (event->button() == Qt::MiddleButton && zone == Drag::Pane)
        return startDrag(Drag::Pane, m_pointer); // whatever tool is in the hand
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    if (pressControls(m_pointer))
        return;
    const bool isForHand = zone != Drag::Separator && m_hand.press(pointer(event->position(), event->modifiers()));
    isForHand ? updateCursor() : startDrag(zone, m_pointer);
}

void ChartCanvas::dragTo(QPoint position)
{
    const QPoint moved = position - m_dragFrom;
    m_dragFrom = position;
    Pane* pane = findPane(m_dragPane);
    if (moved.isNull() || !pane)
        return;
    switch (m_drag) {
    case Drag::Pane:
        m_scene.time.pan(moved.x());
        if (!pane->scale.isAuto())
            pane->scale.shift(moved.y() * m_scene.dpr / pane->rect.height());
        break;
    case Drag::ValueAxis: pane->scale.stretch(std::exp(moved.y() / dragHalves)); break;
    case Drag::TimeAxis: m_scene.time.zoomAt(m_scene.time.width(), std::exp(-moved.x() / dragHalves)); break;
    case Drag::Separator: return dragSeparator(m_separator, moved.y());
    case Drag::Corner:
    case Drag::None: return;
    }
    viewMoved();
}

void ChartCanvas::mouseMoveEvent(QMouseEvent* event)
{
    m_pointer = event->pos();
    const bool isHeld = event->buttons() & (Qt::LeftButton | Qt::MiddleButton);
    if (m_pressedRow || m_pressedButton) {
        m_isRowDragged = m_pressedRow && m_pressedRow->part == ChartLegend::Part::Row && m_pressedRow->pane != Pane::priceKey;
        return updateCursor();
    }
    if (m_drag != Drag::None && isHeld)
        dragTo(m_pointer);
    else if (!m_hand.move(pointer(event->position(), event->modifiers())))
        hoverControls(m_pointer);
    pointAt(m_pointer);
    updateCursor();
}

void ChartCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    m_pointer = event->pos();
    const bool isMiddle = event->button() == Qt::MiddleButton;
    if (event->button() != Qt::LeftButton && !isMiddle)
        return QWidget::mouseReleaseEvent(event);
    m_isRowDragged = false;
    const Drag drag = std::exchange(m_drag, Drag::None);
    if (isMiddle)
        return updateCursor();
    if (!releaseControls(m_pointer) && drag == Drag::None)
        m_hand.release(pointer(event->position(), event->modifiers()));
    if (drag == Drag::Corner && zoneAt(m_pointer) == Drag::Corner)
        Q_EMIT zoneMenuWanted(event->globalPosition().toPoint());
    updateCursor();
}

void ChartCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    m_pointer = event->pos();
    if (event->button() != Qt::LeftButton)
        return;
    if (pressControls(m_pointer)) {
        if (m_pressedRow && m_pressedRow->part == ChartLegend::Part::Row && m_pressedRow->kind == LegendEntry::Kind::Study)
            Q_EMIT studyEditWanted(std::exchange(m_pressedRow, std::nullopt)->id);
        return;
    }
    const Drag zone = zoneAt(m_pointer);
    if (zone == Drag::Pane && m_hand.doubleClick(pointer(event->position(), event->modifiers())))
        return;
    Pane* pane = paneUnder(m_pointer);
    if (zone == Drag::ValueAxis && pane) {
        pane->scale.setAuto(true);
        viewMoved();
    } else if (zone == Drag::TimeAxis) {
        m_scene.time.zoomAt(m_scene.time.width(), TimeScale::defaultSpacing / m_scene.time.spacing());
        viewMoved();
    } else if (zone == Drag::Pane && pane) {
        doubleClickPane(*pane);
    }
}

void ChartCanvas::doubleClickPane(const Pane& pane)
{
    if (const auto study = studyAt(m_pointer))
        Q_EMIT studyEditWanted(*study);
    else if (m_maximised)
        maximisePane(std::nullopt);
    else if (m_scene.panes.size() > 1)
        maximisePane(pane.key);
    else
        Q_EMIT maximiseRequested();
}

/// The topmost study with a line or figure under the position.
std::optional<int> ChartCanvas::studyAt(QPoint position) const
{
    const QPoint device(m_scene.px(position.x()), m_scene.px(position.y()));
    const auto& all = m_deck.all();
    for (auto entry = all.rbegin(); entry != all.rend(); ++entry) {
        const Pane& pane = paneOf(**entry);
        const bool isSeen = (*entry)->study.isShown && pane.rect.contains(device);
        if (isSeen && StudyPainter::hits(m_scene, pane, (*entry)->plot, device, m_scene.px(lineReach)))
            return (*entry)->id;
    }
    return std::nullopt;
}

// Around the value under y, which stays under it.
void ChartCanvas::zoomPriceAt(Pane& pane, double y, double factor)
{
    const double share = (y * m_scene.dpr - pane.rect.top()) / pane.rect.height();
    const double held = pane.scale.price(share);
    pane.scale.stretch(1 / factor);
    pane.scale.shift(share - pane.scale.position(held));
}

void ChartCanvas::wheelEvent(QWheelEvent* event)
{
    event->accept();
    if (m_hand.isBusy() && event->buttons() != Qt::NoButton)
        return; // what is dragged is measured on the picture as it stands
    const QPointF at = event->position();
    const bool isGlide = event->phase() != Qt::NoScrollPhase && !event->pixelDelta().isNull();
    const QPoint turned = isGlide ? event->pixelDelta() : event->angleDelta();
    const bool isSideways = std::abs(turned.x()) > std::abs(turned.y());
    const double factor = isGlide ? std::exp(turned.y() / glideHalves) : std::pow(wheelStep, turned.y() / notch);
    const Drag zone = zoneAt(at.toPoint());
    Pane* pane = paneUnder(at.toPoint());
    if (zone == Drag::ValueAxis && pane) {
        pane->scale.stretch(1 / factor);
    } else if (event->modifiers() & Qt::ShiftModifier || isSideways) {
        const int by = turned.x() != 0 ? turned.x() : turned.y();
        m_scene.time.pan(isGlide ? by : by / notch * 0.1 * m_scene.time.width());
    } else {
        m_scene.time.zoomAt(at.x(), factor);
        if (event->modifiers() & Qt::ControlModifier && zone == Drag::Pane && pane)
            zoomPriceAt(*pane, at.y(), factor);
    }
    viewMoved();
    pointAt(at.toPoint());
    if (m_hand.isBusy())
        m_hand.move(pointer(at, event->modifiers())); // what is being placed stays under the pointer
}

void ChartCanvas::enterEvent(QEnterEvent* event)
{
    QWidget::enterEvent(event);
    m_pointer = event->position().toPoint();
    pointAt(m_pointer);
    hoverControls(m_pointer);
}

void ChartCanvas::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    m_hand.leave();
    if (m_drag != Drag::None)
        return;
    hoverControls({-1, -1});
    moveCrosshair(std::nullopt);
}

ChartPoint ChartCanvas::pointOf(QPoint position)
{
    const QPoint device(m_scene.px(position.x()), m_scene.px(position.y()));
    ChartPoint point;
    const auto slot = static_cast<std::int64_t>(std::floor(m_scene.time.position(position.x())));
    if (!m_series.columns().isEmpty())
        point.time = Timestamp::fromNanos(m_series.timeAt(slot));
    if (const Pane* pane = paneUnder(position)) {
        point.pane = pane->key;
        const double value = pane->priceAt(device.y());
        point.value = pane->isPrice() ? drawing::onTick(value, m_scene.subject.tick) : value;
    }
    point.study = studyAt(position);
    if (const auto row = m_legend.hitAt(device); row && row->part != ChartLegend::Part::More)
        (row->kind == LegendEntry::Kind::Study ? point.study : point.compared) = row->id;
    point.drawing = static_cast<std::uint64_t>(drawingAt(position));
    return point;
}

void ChartCanvas::contextMenuEvent(QContextMenuEvent* event)
{
    event->accept();
    if (m_hand.isBusy()) {
        m_hand.key(Qt::Key_Escape, Qt::NoModifier); // the other button puts down what is being drawn
        return;
    }
    const bool isMouse = event->reason() == QContextMenuEvent::Mouse;
    const QPoint crossed = m_cross
        ? QPoint(static_cast<int>(m_cross->at.x() / m_scene.dpr), static_cast<int>(m_cross->at.y() / m_scene.dpr))
        : paneRect().center();
    const QPoint at = isMouse ? event->pos() : crossed;
    if (zoneAt(at) == Drag::Corner) {
        Q_EMIT zoneMenuWanted(mapToGlobal(at));
        return;
    }
    const ChartPoint point = pointOf(at);
    if (point.drawing != 0)
        m_hand.select(drawing::DrawingId{point.drawing});
    Q_EMIT menuWanted(mapToGlobal(at), point);
}

} // namespace spreadline::chart
