// SPDX-License-Identifier: GPL-3.0-or-later
// The keyboard on a chart: the hand first, then the view, then what is typed.
#include "chart/chart_canvas.h"
#include "drawings/drawing_tools.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QNativeGestureEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace spreadline::chart {
namespace {

constexpr double keyZoom = 1.25; ///< one press of + or -
constexpr double farShare = 0.5; ///< of a screen: Ctrl with an arrow

bool isAlt(const QKeyEvent& event)
{
    return (event.modifiers() & ~Qt::KeypadModifier) == Qt::AltModifier;
}

bool isPlain(const QKeyEvent& event)
{
    return !(event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier));
}

} // namespace

// Keys that mean something here although a menu or a shortcut of the window may want them as well.
bool ChartCanvas::isOwnKey(const QKeyEvent& event) const
{
    const bool isDrawn = m_hand.book() != nullptr;
    switch (event.key()) {
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_F:
        if (isPlain(event))
            return true;
        break;
    case Qt::Key_R:
    case Qt::Key_L:
    case Qt::Key_P:
    case Qt::Key_I: return isAlt(event);
    case Qt::Key_Delete:
    case Qt::Key_Backspace: return isPlain(event) && m_hand.selected() != drawing::noDrawing;
    case Qt::Key_Escape: return m_hand.isBusy() || m_hand.tool() || m_hand.selected() != drawing::noDrawing || m_cross;
    case Qt::Key_Z:
    case Qt::Key_Y: return isDrawn && event.modifiers() & Qt::ControlModifier;
    default: break;
    }
    return isDrawn && drawing::toolFor(event.key(), event.modifiers());
}

// The tool tip and shortcut machinery must not take the keys that belong to the chart.
bool ChartCanvas::event(QEvent* event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        if (isOwnKey(*static_cast<QKeyEvent*>(event))) {
            event->accept();
            return true;
        }
        break;
    case QEvent::ToolTip: {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString text = helpAt(help->pos());
        text.isEmpty() ? QToolTip::hideText() : QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    case QEvent::NativeGesture: {
        const auto* pinch = static_cast<QNativeGestureEvent*>(event);
        if (pinch->gestureType() != Qt::ZoomNativeGesture)
            break;
        m_scene.time.zoomAt(pinch->position().x(), std::max(0.1, 1 + pinch->value()));
        viewMoved();
        return true;
    }
    default: break;
    }
    return QWidget::event(event);
}

void ChartCanvas::stepCrosshair(int bars)
{
    const auto size = static_cast<std::int64_t>(m_series.columns().size());
    if (size == 0)
        return;
    const std::int64_t from = m_cross ? m_cross->slot : size - 1 - bars;
    const std::int64_t slot = std::clamp<std::int64_t>(from + bars, 0, size - 1);
    const double x = m_scene.time.x(static_cast<double>(slot));
    if (x < 0 || x > m_scene.time.width()) {
        m_scene.time.panSlots(x < 0 ? x / m_scene.time.spacing() - 1 : (x - m_scene.time.width()) / m_scene.time.spacing() + 1);
        viewMoved();
    }
    const Bar bar = m_series.columns().at(static_cast<std::size_t>(slot));
    const Pane& pane = m_scene.price();
    const QRect room = pane.rect.isEmpty() ? m_scene.plotArea() : pane.rect;
    const int y = bar.isEmpty() || pane.rect.isEmpty() ? room.center().y() : pane.y(bar.close);
    Crosshair cross;
    cross.slot = slot;
    cross.at = QPoint(static_cast<int>(m_scene.xExact(static_cast<double>(slot))), std::clamp(y, room.top(), room.bottom()));
    moveCrosshair(cross);
    if (QAccessible::isActive()) {
        QAccessibleValueChangeEvent said(this, {});
        QAccessible::updateAccessibility(&said);
    }
}

bool ChartCanvas::moveKey(const QKeyEvent& event)
{
    const int direction = event.key() == Qt::Key_Left ? -1 : event.key() == Qt::Key_Right ? 1 : 0;
    if (direction == 0 || event.modifiers() & (Qt::AltModifier | Qt::MetaModifier))
        return false;
    if (event.modifiers() & Qt::ShiftModifier) {
        stepCrosshair(direction);
        return true;
    }
    const bool isFar = event.modifiers() & Qt::ControlModifier;
    m_scene.time.panSlots(direction * (isFar ? std::floor(farShare * m_scene.time.visible()) : 1));
    viewMoved();
    return true;
}

bool ChartCanvas::viewKey(const QKeyEvent& event)
{
    if (!isPlain(event))
        return false;
    const double middle = m_cross ? m_scene.time.x(static_cast<double>(m_cross->slot)) : m_scene.time.width() / 2;
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: m_scene.time.zoomAt(middle, keyZoom); break;
    case Qt::Key_Minus: m_scene.time.zoomAt(middle, 1 / keyZoom); break;
    case Qt::Key_Home: m_scene.time.jumpToFirst(); break;
    case Qt::Key_End: m_scene.time.jumpToLatest(); break;
    case Qt::Key_F: fitAll(); return true;
    default: return false;
    }
    viewMoved();
    return true;
}

bool ChartCanvas::scaleKey(const QKeyEvent& event)
{
    if (!isAlt(event))
        return false;
    const auto toggle = [this](ScaleMode mode) { setScaleMode(priceScale().mode() == mode ? ScaleMode::Linear : mode); };
    switch (event.key()) {
    case Qt::Key_R: resetView(); return true;
    case Qt::Key_L: toggle(ScaleMode::Log); return true;
    case Qt::Key_P: toggle(ScaleMode::Percent); return true;
    case Qt::Key_I: setInverted(!priceScale().isInverted()); return true;
    default: return false;
    }
}

// What the hand holds goes first (a drawing, then the tool, then the selection): it has answered already when this is asked.
bool ChartCanvas::escapeKey(const QKeyEvent& event)
{
    if (event.key() != Qt::Key_Escape || (!m_cross && m_drag == Drag::None))
        return false;
    m_drag = Drag::None;
    moveCrosshair(std::nullopt);
    updateCursor();
    return true;
}

bool ChartCanvas::typeKey(const QKeyEvent& event)
{
    const QString text = event.text();
    const bool isTyped = !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (!isTyped || text.size() != 1)
        return false;
    if (text[0].isDigit() || text[0] == QLatin1Char(','))
        Q_EMIT intervalTyped(text[0].isDigit() ? text : QString());
    else if (text[0].isLetter())
        Q_EMIT symbolTyped(text.toUpper());
    else
        return false;
    return true;
}

void ChartCanvas::keyPressEvent(QKeyEvent* event)
{
    const bool isTaken = m_hand.key(event->key(), event->modifiers()) || moveKey(*event) || viewKey(*event) || scaleKey(*event)
        || escapeKey(*event) || typeKey(*event);
    isTaken ? event->accept() : QWidget::keyPressEvent(event);
    updateCursor();
}

void ChartCanvas::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    const auto reason = event->reason();
    m_isFocusShown = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
    if (m_isFocusShown)
        update();
}

void ChartCanvas::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    if (std::exchange(m_isFocusShown, false))
        update();
}

} // namespace spreadline::chart
