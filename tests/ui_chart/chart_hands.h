// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "canvas_rig.h"

#include <QContextMenuEvent>
#include <QWheelEvent>

#include <cmath>

namespace spreadline::test {

/// A person's hand over a canvas: real events, with all their modifiers, in logical pixels.
class Fingers {
public:
    explicit Fingers(chart::ChartCanvas& canvas) : m_canvas(canvas) {}

    void hover(QPoint at, Qt::KeyboardModifiers modifiers = {}) { send(QEvent::MouseMove, at, Qt::NoButton, {}, modifiers); }
    void press(QPoint at, Qt::KeyboardModifiers modifiers = {}, Qt::MouseButton button = Qt::LeftButton)
    {
        send(QEvent::MouseButtonPress, at, button, button, modifiers);
    }
    void moveHeld(QPoint at, Qt::KeyboardModifiers modifiers = {}, Qt::MouseButton button = Qt::LeftButton)
    {
        send(QEvent::MouseMove, at, Qt::NoButton, button, modifiers);
    }
    void release(QPoint at, Qt::KeyboardModifiers modifiers = {}, Qt::MouseButton button = Qt::LeftButton)
    {
        send(QEvent::MouseButtonRelease, at, button, {}, modifiers);
    }
    void click(QPoint at, Qt::KeyboardModifiers modifiers = {})
    {
        hover(at, modifiers);
        press(at, modifiers);
        release(at, modifiers);
    }
    void doubleClick(QPoint at)
    {
        click(at);
        send(QEvent::MouseButtonDblClick, at, Qt::LeftButton, Qt::LeftButton, {});
        release(at);
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {}, Qt::MouseButton button = Qt::LeftButton)
    {
        hover(from, modifiers);
        press(from, modifiers, button);
        moveHeld((from + to) / 2, modifiers, button);
        moveHeld(to, modifiers, button);
        release(to, modifiers, button);
    }
    void wheel(QPoint at, QPoint angle, Qt::KeyboardModifiers modifiers = {}, QPoint pixels = {},
               Qt::ScrollPhase phase = Qt::NoScrollPhase)
    {
        QWheelEvent event(at, m_canvas.mapToGlobal(at), pixels, angle, Qt::NoButton, modifiers, phase, false);
        QCoreApplication::sendEvent(&m_canvas, &event);
    }
    void menu(QPoint at, QContextMenuEvent::Reason reason = QContextMenuEvent::Mouse)
    {
        QContextMenuEvent event(reason, at, m_canvas.mapToGlobal(at));
        QCoreApplication::sendEvent(&m_canvas, &event);
    }

    /// Where a bar and a price stand.
    QPoint at(double slot, double price) const
    {
        return {static_cast<int>(m_canvas.timeScale().x(slot)),
                static_cast<int>(std::floor(m_canvas.scene().price().y(price) / m_canvas.scene().dpr))};
    }
    QRect logical(const QRect& device) const
    {
        const double dpr = m_canvas.scene().dpr;
        return QRectF(device.x() / dpr, device.y() / dpr, device.width() / dpr, device.height() / dpr).toAlignedRect();
    }
    const chart::Pane& pane(int key) const { return *std::ranges::find(m_canvas.scene().panes, key, &chart::Pane::key); }
    QRect paneRect(int key) const { return logical(pane(key).rect); }
    QRect axisRect(int key) const { return logical(pane(key).axis); }
    /// The last pane from the top.
    int lowest() const { return m_canvas.scene().panes.back().key; }

private:
    void send(QEvent::Type type, QPoint at, Qt::MouseButton button, Qt::MouseButtons buttons, Qt::KeyboardModifiers modifiers)
    {
        QMouseEvent event(type, at, m_canvas.mapToGlobal(at), button, buttons, modifiers);
        QCoreApplication::sendEvent(&m_canvas, &event);
    }

    chart::ChartCanvas& m_canvas;
};

/// Lets pending paints happen, then lays the canvas out as it is.
inline void settle(chart::ChartCanvas& canvas)
{
    QCoreApplication::processEvents();
    static_cast<void>(canvas.grab());
}

} // namespace spreadline::test
