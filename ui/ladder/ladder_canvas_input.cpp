// SPDX-License-Identifier: GPL-3.0-or-later
#include "ladder/ladder_canvas.h"

#include <QEnterEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <utility>

namespace spreadline::ladder {

// As far as there are levels; a little beyond them the ladder would only show emptiness.
void LadderCanvas::scroll(int rows)
{
    if (m_scene.rows.isEmpty() || rows == 0)
        return;
    setLocked(false);
    m_offset = std::clamp(m_offset + rows, m_scene.rows.bottom(), m_scene.rows.top());
    m_anchor = m_scene.rows.row(m_offset).price;
    if (m_offset == 0) // the spread row has no price of its own: hold the middle between the best two
        m_anchor = (m_scene.rows.row(1).price + m_scene.rows.row(-1).price) / 2;
    hoverUnderPointer();
    refresh(true);
}

void LadderCanvas::wheelEvent(QWheelEvent* event)
{
    m_wheel += event->angleDelta().y() / 40.0; // three rows a notch
    const int rows = static_cast<int>(m_wheel);
    m_wheel -= rows;
    scroll(rows);
    event->accept();
}

void LadderCanvas::hover(std::optional<int> index)
{
    if (index && (*index == 0 || m_scene.rows.row(*index).kind == RowKind::Blank))
        index.reset();
    if (index == m_hovered)
        return;
    m_hovered = index;
    setCursor(index ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void LadderCanvas::hoverUnderPointer()
{
    hover(m_pointer && !m_scene.rows.isEmpty() ? indexAt(*m_pointer) : std::nullopt);
}

void LadderCanvas::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        m_pressed = indexAt(event->pos().y());
        return;
    }
    m_pointer.reset(); // a menu may open here
    hoverUnderPointer();
    QWidget::mousePressEvent(event);
}

// On the release and only over the row that was pressed, so that a slip can be taken back.
void LadderCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mouseReleaseEvent(event);
    const auto pressed = std::exchange(m_pressed, std::nullopt);
    if (!pressed || pressed != indexAt(event->pos().y()) || m_scene.rows.isEmpty())
        return;
    const LadderRow row = m_scene.rows.row(*pressed);
    if (row.kind == RowKind::Ask || row.kind == RowKind::Bid)
        Q_EMIT priceClicked(Price::fromMantissa(row.price, m_scene.rows.book()->scale.price));
}

void LadderCanvas::mouseMoveEvent(QMouseEvent* event)
{
    m_pointer = event->pos().y();
    hoverUnderPointer();
}

void LadderCanvas::enterEvent(QEnterEvent* event)
{
    QWidget::enterEvent(event);
    m_pointer = event->position().toPoint().y();
    hoverUnderPointer();
}

void LadderCanvas::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    m_pointer.reset();
    hoverUnderPointer();
}

void LadderCanvas::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up: return scroll(1);
    case Qt::Key_Down: return scroll(-1);
    case Qt::Key_PageUp: return scroll(std::max(1, m_slots / 2));
    case Qt::Key_PageDown: return scroll(-std::max(1, m_slots / 2));
    case Qt::Key_Home: return setLocked(true);
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace spreadline::ladder
