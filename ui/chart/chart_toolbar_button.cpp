// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_toolbar_button.h"

#include <QMenu>
#include <QPainter>

#include <utility>

namespace spreadline::chart {
namespace {

constexpr int barHeight = 26;
constexpr int glyphSize = 16;
constexpr int padding = 6;

} // namespace

ToolbarButton::ToolbarButton(const QString& name, const ThemeSource& themes, QWidget* parent)
    : QAbstractButton(parent), m_themes(themes)
{
    setAccessibleName(name);
    setToolTip(name);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, &ToolbarButton::openMenu);
    connect(&themes, &ThemeSource::themeChanged, this, qOverload<>(&QWidget::update));
}

void ToolbarButton::setDraw(Draw draw)
{
    m_draw = std::move(draw);
    update();
}

void ToolbarButton::setStrong(bool strong)
{
    m_isStrong = strong;
    updateGeometry();
    update();
}

void ToolbarButton::setWordsShown(bool shown)
{
    if (std::exchange(m_wordsShown, shown) != shown)
        updateGeometry();
    update();
}

void ToolbarButton::setMenuMaker(std::function<void(QMenu&)> fill)
{
    m_fill = std::move(fill);
}

void ToolbarButton::openMenu()
{
    if (!m_fill)
        return;
    QMenu menu(this);
    m_fill(menu);
    menu.exec(mapToGlobal(QPoint(0, rect().height() + 1)));
}

QFont ToolbarButton::wordFont() const
{
    return labelFont(12, m_isStrong ? QFont::DemiBold : QFont::Normal);
}

QSize ToolbarButton::sizeHint() const
{
    int width = 2 * padding;
    if (m_draw)
        width += glyphSize;
    if (hasWords())
        width += QFontMetrics(wordFont()).horizontalAdvance(text()) + (m_draw ? 5 : 0);
    return {std::max(width, barHeight), barHeight};
}

void ToolbarButton::setLeastWidth(int width)
{
    m_leastWidth = width;
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

QSize ToolbarButton::minimumSizeHint() const
{
    const int width = sizeHint().width();
    return {m_leastWidth > 0 ? std::min(width, m_leastWidth) : width, barHeight};
}

void ToolbarButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = m_themes.theme();
    const bool isActive = isEnabled() && (underMouse() || isDown());
    if (isActive || hasFocus() || isChecked()) {
        painter.setPen(hasFocus() ? QPen(theme.accent) : QPen(Qt::NoPen));
        painter.setBrush(isActive ? theme.hover : isChecked() ? theme.selection : QColor(Qt::transparent));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 1.5, -0.5, -1.5), 3, 3);
    }
    const QColor ink = !isEnabled()           ? theme.textFaint
        : isChecked()                         ? theme.accent
        : isActive || (m_isStrong && !m_draw) ? theme.text
                                              : theme.textMuted;
    QRect room = rect().adjusted(padding, 0, -padding, 0);
    if (m_draw) {
        const double left = hasWords() ? room.left() : (width() - glyphSize) / 2.0;
        m_draw(painter, QRectF(left, (rect().height() - glyphSize) / 2.0, glyphSize, glyphSize), ink);
        room.setLeft(room.left() + glyphSize + 5);
    }
    if (!hasWords())
        return;
    painter.setFont(wordFont());
    painter.setPen(ink);
    painter.drawText(room, m_draw ? Qt::AlignVCenter | Qt::AlignLeft : Qt::AlignCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideMiddle, room.width() + 1));
}

} // namespace spreadline::chart
