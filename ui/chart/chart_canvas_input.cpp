// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_canvas.h"

#include <QEnterEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace spreadline::chart {
namespace {

constexpr double wheelStep = 1.15; ///< one notch of the wheel
constexpr double keyZoom = 1.25;   ///< one press of + or -
constexpr double dragHalves = 200; ///< logical pixels of an axis drag that change its scale by e
constexpr double farShare = 0.5;   ///< of a screen: Ctrl with an arrow
constexpr double notch = 120;

} // namespace

ChartCanvas::Drag ChartCanvas::zoneAt(QPoint position) const
{
    const QPoint device(m_scene.px(position.x()), m_scene.px(position.y()));
    if (m_scene.price().axis.contains(device))
        return Drag::PriceAxis;
    if (m_scene.timeAxis.contains(device))
        return Drag::TimeAxis;
    return m_scene.price().rect.contains(device) ? Drag::Pane : Drag::None;
}

void ChartCanvas::moveCrosshair(std::optional<Crosshair> cross)
{
    QRegion region;
    if (m_cross)
        region += OverlayPainter::crosshairRegion(m_scene, *m_cross);
    const auto before = legendBar();
    m_cross = cross;
    if (m_cross)
        region += OverlayPainter::crosshairRegion(m_scene, *m_cross);
    if (legendBar() != before)
        region += m_overlay.legendRect().adjusted(0, 0, m_scene.px(48), 0).intersected(m_scene.price().rect);
    update(toLogical(region));
    Q_EMIT crosshairMoved();
}

void ChartCanvas::pointAt(QPoint position)
{
    if (zoneAt(position) != Drag::Pane || m_series.columns().isEmpty())
        return moveCrosshair(std::nullopt);
    Crosshair cross;
    cross.at = QPoint(m_scene.px(position.x()), m_scene.px(position.y()));
    cross.slot = static_cast<std::int64_t>(std::floor(m_scene.time.position(position.x())));
    moveCrosshair(cross);
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
    Crosshair cross;
    cross.slot = slot;
    cross.at = QPoint(static_cast<int>(m_scene.xExact(static_cast<double>(slot))),
                      m_scene.price().y(bar.isEmpty() ? m_scene.price().scale.low() : bar.close));
    moveCrosshair(cross);
}

void ChartCanvas::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    m_drag = zoneAt(event->pos());
    m_dragFrom = event->pos();
    if (m_drag == Drag::Pane)
        setCursor(Qt::ClosedHandCursor);
}

void ChartCanvas::dragTo(QPoint position)
{
    const QPoint moved = position - m_dragFrom;
    m_dragFrom = position;
    if (moved.isNull())
        return;
    if (m_drag == Drag::Pane) {
        m_scene.time.pan(moved.x());
        if (!m_scene.price().scale.isAuto())
            m_scene.price().scale.shift(moved.y() * m_scene.dpr / m_scene.price().rect.height());
    } else if (m_drag == Drag::PriceAxis) {
        m_scene.price().scale.stretch(std::exp(moved.y() / dragHalves));
    } else {
        m_scene.time.zoomAt(m_scene.time.width(), std::exp(-moved.x() / dragHalves));
    }
    viewMoved();
}

void ChartCanvas::mouseMoveEvent(QMouseEvent* event)
{
    if (m_drag != Drag::None && (event->buttons() & Qt::LeftButton))
        dragTo(event->pos());
    else if (m_drag == Drag::None) {
        const Drag zone = zoneAt(event->pos());
        setCursor(zone == Drag::PriceAxis ? Qt::SizeVerCursor : zone == Drag::TimeAxis ? Qt::SizeHorCursor : Qt::CrossCursor);
    }
    pointAt(event->pos());
}

void ChartCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mouseReleaseEvent(event);
    m_drag = Drag::None;
    setCursor(Qt::CrossCursor);
}

void ChartCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    switch (zoneAt(event->pos())) {
    case Drag::PriceAxis: m_scene.price().scale.setAuto(true); return viewMoved();
    case Drag::TimeAxis:
        m_scene.time.zoomAt(m_scene.time.width(), TimeScale::defaultSpacing / m_scene.time.spacing());
        return viewMoved();
    case Drag::Pane: Q_EMIT maximiseRequested(); return;
    case Drag::None: return;
    }
}

// Around the price under y, which stays under it.
void ChartCanvas::zoomPriceAt(double y, double factor)
{
    PriceScale& scale = m_scene.price().scale;
    const double share = (y * m_scene.dpr - m_scene.price().rect.top()) / m_scene.price().rect.height();
    const double held = scale.price(share);
    scale.stretch(1 / factor);
    scale.shift(scale.position(held) < share ? share - scale.position(held) : -(scale.position(held) - share));
}

void ChartCanvas::wheelEvent(QWheelEvent* event)
{
    const QPointF at = event->position();
    const QPoint turned = event->angleDelta();
    const Drag zone = zoneAt(at.toPoint());
    const double factor = std::pow(wheelStep, turned.y() / notch);
    event->accept();
    if (zone == Drag::PriceAxis) {
        m_scene.price().scale.stretch(1 / factor);
    } else if (event->modifiers() & Qt::ShiftModifier || std::abs(turned.x()) > std::abs(turned.y())) {
        const int by = turned.x() != 0 ? turned.x() : turned.y();
        m_scene.time.pan(by / notch * 0.1 * m_scene.time.width());
    } else {
        m_scene.time.zoomAt(at.x(), factor);
        if (event->modifiers() & Qt::ControlModifier && zone == Drag::Pane)
            zoomPriceAt(at.y(), factor);
    }
    viewMoved();
    pointAt(at.toPoint());
}

void ChartCanvas::enterEvent(QEnterEvent* event)
{
    QWidget::enterEvent(event);
    pointAt(event->position().toPoint());
}

void ChartCanvas::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    if (m_drag == Drag::None)
        moveCrosshair(std::nullopt);
}

// The tool tip and shortcut machinery must not take the digits and letters that belong to the chart.
bool ChartCanvas::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isPlain = !(key->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier));
        if (isPlain && (key->key() == Qt::Key_Home || key->key() == Qt::Key_End || key->key() == Qt::Key_F)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

bool ChartCanvas::moveKey(const QKeyEvent& event)
{
    const int direction = event.key() == Qt::Key_Left ? -1 : event.key() == Qt::Key_Right ? 1 : 0;
    if (direction == 0)
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
    const double middle = m_cross ? m_scene.time.x(static_cast<double>(m_cross->slot)) : m_scene.time.width() / 2;
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: m_scene.time.zoomAt(middle, keyZoom); break;
    case Qt::Key_Minus: m_scene.time.zoomAt(middle, 1 / keyZoom); break;
    case Qt::Key_Home: m_scene.time.jumpToFirst(); break;
    case Qt::Key_End: m_scene.time.jumpToLatest(); break;
    case Qt::Key_F: fitAll(); return true;
    case Qt::Key_R:
        if (!(event.modifiers() & Qt::AltModifier))
            return false;
        resetView();
        return true;
    default: return false;
    }
    viewMoved();
    return true;
}

void ChartCanvas::keyPressEvent(QKeyEvent* event)
{
    if (moveKey(*event) || viewKey(*event))
        return event->accept();
    if (event->key() == Qt::Key_Escape && (m_cross || m_drag != Drag::None)) {
        m_drag = Drag::None;
        return moveCrosshair(std::nullopt);
    }
    const QString text = event->text();
    const bool isTyped = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (isTyped && text.size() == 1 && (text[0].isDigit() || text[0] == QLatin1Char(','))) {
        Q_EMIT intervalTyped(text[0].isDigit() ? text : QString());
        return event->accept();
    }
    if (isTyped && text.size() == 1 && text[0].isLetter()) {
        Q_EMIT symbolTyped(text.toUpper());
        return event->accept();
    }
    QWidget::keyPressEvent(event);
}

} // namespace spreadline::chart
