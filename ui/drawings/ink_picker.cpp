// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawings/ink_picker.h"

#include "drawings/drawing_painter.h"

#include <QColorDialog>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace spreadline::drawing {
namespace {

constexpr int count = static_cast<int>(Ink::Custom) + 1;
constexpr int box = 22, gap = 4;

QString inkName(Ink ink)
{
    switch (ink) {
    case Ink::Accent: return InkPicker::tr("Accent");
    case Ink::Text: return InkPicker::tr("Text colour");
    case Ink::Muted: return InkPicker::tr("Grey");
    case Ink::Up: return InkPicker::tr("Rise");
    case Ink::Down: return InkPicker::tr("Fall");
    case Ink::Amber: return InkPicker::tr("Amber");
    case Ink::Teal: return InkPicker::tr("Teal");
    case Ink::Violet: return InkPicker::tr("Violet");
    case Ink::Rose: return InkPicker::tr("Rose");
    case Ink::Custom: return InkPicker::tr("Own colour…");
    }
    return {};
}

} // namespace

InkPicker::InkPicker(const ThemeSource& themes, QWidget* parent) : QWidget(parent), m_themes(themes)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Colour"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void InkPicker::setInk(Ink ink, QRgb custom)
{
    m_ink = ink;
    m_custom = custom;
    setAccessibleDescription(inkName(ink));
    update();
}

QSize InkPicker::sizeHint() const
{
    return {count * (box + gap) + gap, box + 4};
}

QRectF InkPicker::boxOf(int index) const
{
    return QRectF(index * (box + gap) + (index + 1 == count ? gap : 0), 2, box, box);
}

void InkPicker::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = m_themes.theme();
    for (int i = 0; i < count; ++i) {
        const auto ink = static_cast<Ink>(i);
        const QRectF place = boxOf(i);
        painter.setPen(Qt::NoPen);
        painter.setBrush(inkColour(ink, m_custom, theme));
        painter.drawRoundedRect(place.adjusted(4, 4, -4, -4), 3, 3);
        if (ink == m_ink) {
            painter.setPen(QPen(hasFocus() ? theme.accent : theme.text, 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 5, 5);
        }
        if (ink == Ink::Custom) {
            painter.setPen(QPen(theme.isDark ? theme.window : theme.panel, 1.4));
            painter.drawLine(place.center() - QPointF(3, 0), place.center() + QPointF(3, 0));
            painter.drawLine(place.center() - QPointF(0, 3), place.center() + QPointF(0, 3));
        }
    }
}

void InkPicker::pick(int index, bool mayAsk)
{
    const auto ink = static_cast<Ink>(std::clamp(index, 0, count - 1));
    QRgb custom = m_custom;
    if (ink == Ink::Custom && mayAsk) {
        const QColor colour = QColorDialog::getColor(QColor::fromRgb(m_custom), this, tr("Colour"));
        if (!colour.isValid())
            return;
        custom = colour.rgb();
    }
    setInk(ink, custom);
    Q_EMIT picked();
}

void InkPicker::mousePressEvent(QMouseEvent* event)
{
    for (int i = 0; i < count; ++i) {
        if (boxOf(i).contains(event->position()))
            return pick(i, true);
    }
}

void InkPicker::keyPressEvent(QKeyEvent* event)
{
    const int at = static_cast<int>(m_ink);
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
        return pick(at + (event->key() == Qt::Key_Left ? -1 : 1), false);
    if (event->key() == Qt::Key_Space)
        return pick(at, true);
    QWidget::keyPressEvent(event);
}

bool InkPicker::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    for (int i = 0; i < count; ++i) {
        if (boxOf(i).contains(help->pos()))
            QToolTip::showText(help->globalPos(), inkName(static_cast<Ink>(i)), this);
    }
    return true;
}

} // namespace spreadline::drawing
