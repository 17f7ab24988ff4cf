// SPDX-License-Identifier: GPL-3.0-or-later
// The painting of TerminalStyle, one function per kind of control.
#include "style/terminal_style.h"

#include <QPainter>
#include <QStyleOption>

namespace spreadline {

void TerminalStyle::drawButton(const QStyleOption& option, QPainter& painter) const
{
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool flat = option.state.testFlag(State_AutoRaise);
    const bool hover = enabled && option.state.testFlag(State_MouseOver);
    const bool on = option.state.testFlag(State_On) || option.state.testFlag(State_Sunken);
    if (flat && !hover && !on && !option.state.testFlag(State_HasFocus))
        return;
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
    const bool primary = button && button->features.testFlag(QStyleOptionButton::DefaultButton);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(option.state.testFlag(State_HasFocus) ? theme().accent : flat ? QColor(Qt::transparent) : theme().border);
    painter.setBrush(primary && enabled ? blended(theme().panelRaised, theme().accent, hover ? 0.75 : 0.6)
                         : on           ? theme().selection
                         : hover        ? theme().hover
                                        : theme().panelRaised);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.restore();
}

void TerminalStyle::drawChevron(const QPointF& middle, QPainter& painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().textMuted, 1.4));
    painter.drawPolyline(QPolygonF({middle + QPointF(-3.5, -1.5), middle + QPointF(0, 2), middle + QPointF(3.5, -1.5)}));
    painter.restore();
}

void TerminalStyle::drawField(const QStyleOption& option, QPainter& painter) const
{
    const bool focus = option.state.testFlag(State_HasFocus);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(focus ? theme().accent : theme().border);
    painter.setBrush(theme().panelRaised);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.restore();
}

/// Fusion takes its outline from the window's colour and so draws none on a dark one.
void TerminalStyle::drawCheckBox(const QStyleOption& option, QPainter& painter) const
{
    const bool enabled = option.state.testFlag(State_Enabled), on = option.state.testFlag(State_On);
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const QPointF middle = box.center();
    const double unit = box.width() / 13;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(on && enabled ? theme().accent : theme().textFaint);
    painter.setBrush(!on ? theme().panelRaised : enabled ? theme().accent : theme().textFaint);
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(QPen(theme().accentText, 1.6));
    painter.setBrush(Qt::NoBrush);
    if (on)
        painter.drawPolyline(QPolygonF(
            {middle + QPointF(-3.4, 0.2) * unit, middle + QPointF(-1, 2.8) * unit, middle + QPointF(3.6, -2.8) * unit}));
    else if (option.state.testFlag(State_NoChange))
        painter.drawLine(middle - QPointF(3, 0) * unit, middle + QPointF(3, 0) * unit);
    painter.restore();
}

void TerminalStyle::drawHeader(const QStyleOptionHeader& option, QPainter& painter) const
{
    const bool hover = option.state.testFlag(State_MouseOver);
    const bool sorted = option.sortIndicator != QStyleOptionHeader::None;
    painter.fillRect(option.rect, theme().panel);
    painter.setPen(theme().border);
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter.setFont(labelFont(11));
    painter.setPen(sorted || hover ? theme().text : theme().textMuted);
    QRect box = option.rect.adjusted(8, 0, -8, 0);
    QString text = painter.fontMetrics().elidedText(option.text, Qt::ElideRight, box.width());
    if (sorted) // Qt's SortDown is its "ascending" arrow
        text += option.sortIndicator == QStyleOptionHeader::SortDown ? QStringLiteral(" \u25B4") : QStringLiteral(" \u25BE");
    painter.drawText(box, static_cast<int>(option.textAlignment | Qt::AlignVCenter) | Qt::TextSingleLine, text);
}

void TerminalStyle::drawTab(const QStyleOptionTab& option, QPainter& painter) const
{
    const bool selected = option.state.testFlag(State_Selected);
    const bool hover = option.state.testFlag(State_MouseOver);
    painter.fillRect(option.rect, selected ? theme().panel : hover ? theme().hover : theme().panelRaised);
    const bool south = option.shape == QTabBar::RoundedSouth || option.shape == QTabBar::TriangularSouth;
    painter.setPen(theme().border);
    if (south)
        painter.drawLine(option.rect.topLeft(), option.rect.topRight());
    else
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (!selected)
        return;
    const QRect line(option.rect.left(), south ? option.rect.bottom() - 1 : option.rect.top(), option.rect.width(), 2);
    painter.fillRect(line, theme().accent);
}

void TerminalStyle::drawTabLabel(const QStyleOptionTab& option, QPainter& painter) const
{
    const bool selected = option.state.testFlag(State_Selected);
    painter.setFont(labelFont(12));
    painter.setPen(selected ? theme().text : theme().textMuted);
    painter.drawText(option.rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, option.text);
    if (option.state.testFlag(State_HasFocus)) {
        painter.setPen(theme().accent);
        painter.drawRect(option.rect.adjusted(3, 4, -4, -5));
    }
}

void TerminalStyle::drawMenuBarItem(const QStyleOptionMenuItem& option, QPainter& painter) const
{
    const bool active = option.state.testFlag(State_Selected) || option.state.testFlag(State_Sunken);
    painter.fillRect(option.rect, active ? theme().hover : theme().panel);
    painter.setFont(labelFont(12));
    painter.setPen(option.state.testFlag(State_Enabled) ? (active ? theme().text : theme().textMuted) : theme().textFaint);
    painter.drawText(option.rect, Qt::AlignCenter | Qt::TextHideMnemonic | Qt::TextSingleLine, option.text);
}

void TerminalStyle::drawMenuItem(const QStyleOptionMenuItem& option, QPainter& painter) const
{
    const QRect& box = option.rect;
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.setPen(theme().border);
        painter.drawLine(box.left() + 8, box.center().y(), box.right() - 8, box.center().y());
        return;
    }
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool active = enabled && option.state.testFlag(State_Selected);
    painter.fillRect(box, active ? theme().selection : theme().panelRaised);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = enabled ? theme().text : theme().textFaint;
    const QPointF mark(box.left() + 14, box.center().y() + 0.5);
    if (option.checked) {
        painter.setPen(QPen(theme().accent, 1.8));
        painter.drawPolyline(QPolygonF({mark + QPointF(-4, 0), mark + QPointF(-1, 3.5), mark + QPointF(4.5, -3.5)}));
    } else if (!option.icon.isNull()) {
        option.icon.paint(&painter, QRect(box.left() + 5, box.center().y() - 8, 18, 18));
    }
    painter.setFont(labelFont(12));
    painter.setPen(ink);
    const QRect text = box.adjusted(28, 0, -14, 0);
    const QString label = option.text.section(QLatin1Char('\t'), 0, 0);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic | Qt::TextSingleLine, label);
    painter.setPen(theme().textMuted);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, option.text.section(QLatin1Char('\t'), 1));
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QPointF tip(box.right() - 10, box.center().y() + 0.5);
        painter.setPen(QPen(theme().textMuted, 1.4));
        painter.drawPolyline(QPolygonF({tip + QPointF(-2, -3.5), tip + QPointF(1.5, 0), tip + QPointF(-2, 3.5)}));
    }
    painter.restore();
}

void TerminalStyle::drawScrollBar(const QStyleOptionSlider& option, QPainter& painter) const
{
    painter.fillRect(option.rect, theme().panel);
    if (option.maximum <= option.minimum)
        return;
    const bool active = option.state.testFlag(State_MouseOver) || option.state.testFlag(State_Sunken);
    QRectF handle = subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, nullptr);
    handle.adjust(2.5, 2.5, -1.5, -1.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(active ? theme().textFaint : blended(theme().panel, theme().textFaint, 0.45));
    painter.drawRoundedRect(handle, 2.5, 2.5);
    painter.restore();
}

} // namespace spreadline
