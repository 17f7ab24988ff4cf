// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/status_cell.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace spreadline {
namespace {

constexpr int padding = 9;
constexpr int lightRoom = 14;
constexpr int barWidth = 44;
constexpr int barRoom = barWidth + 7;

int textWidth(const QFont& font, const QString& text)
{
    return QFontMetrics(font).horizontalAdvance(text);
}

} // namespace

StatusCell::StatusCell(const QString& caption, const ThemeSource& themes, QWidget* parent)
    : QAbstractButton(parent), m_themes(themes), m_caption(caption)
{
    setAccessibleName(caption);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
}

void StatusCell::setWidest(const QString& widest)
{
    m_widest = widest;
    updateGeometry();
}

void StatusCell::setValue(const QString& value, Mood mood)
{
    if (value == m_value && mood == m_mood)
        return;
    const bool resize = textWidth(numberFont(11), value)
        > textWidth(numberFont(11), std::max(m_value, m_widest, [](const QString& a, const QString& b) {
                            return textWidth(numberFont(11), a) < textWidth(numberFont(11), b);
                        }));
    m_value = value;
    m_mood = mood;
    setAccessibleDescription(value);
    if (resize || m_widest.isEmpty())
        updateGeometry();
    update();
}

void StatusCell::setLight(Mood mood)
{
    if (!m_light)
        updateGeometry();
    m_light = mood;
    update();
}

void StatusCell::setShare(double share)
{
    if (!m_share)
        updateGeometry();
    m_share = std::clamp(share, 0.0, 1.0);
    update();
}

QSize StatusCell::sizeHint() const
{
    const int value = std::max(textWidth(numberFont(11), m_value), textWidth(numberFont(11), m_widest));
    const int caption = m_caption.isEmpty() ? 0 : textWidth(labelFont(11), m_caption) + 5;
    return {2 * padding + caption + value + (m_light ? lightRoom : 0) + (m_share ? barRoom : 0), 24};
}

QColor StatusCell::colour(Mood mood) const
{
    const Theme& theme = m_themes.theme();
    switch (mood) {
    case Mood::Normal: return theme.text;
    case Mood::Quiet: return theme.textMuted;
    case Mood::Good: return theme.good;
    case Mood::Warning: return theme.warning;
    case Mood::Alarm: return theme.alarm;
    }
    return theme.text;
}

void StatusCell::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = m_themes.theme();
    if (underMouse())
        painter.fillRect(rect(), theme.hover);
    if (hasFocus()) {
        painter.setPen(theme.accent);
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    int x = padding;
    if (m_light) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour(*m_light));
        painter.drawEllipse(QPointF(x + 4, height() / 2.0), 3.5, 3.5);
        x += lightRoom;
    }
    if (!m_caption.isEmpty()) {
        painter.setFont(labelFont(11));
        painter.setPen(theme.textMuted);
        painter.drawText(QRect(x, 0, width(), height()), Qt::AlignVCenter | Qt::AlignLeft, m_caption);
        x += textWidth(labelFont(11), m_caption) + 5;
    }
    if (m_share) {
        const QRectF bar(x, height() / 2.0 - 2.5, barWidth, 5);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.border);
        painter.drawRoundedRect(bar, 2.5, 2.5);
        painter.setBrush(*m_share > 0.9 ? theme.alarm : *m_share > 0.7 ? theme.warning : theme.accent);
        painter.drawRoundedRect(
            QRectF(bar.topLeft(), QSizeF(std::max(*m_share > 0 ? 3.0 : 0.0, bar.width() * *m_share), bar.height())), 2.5, 2.5);
        x += barRoom;
    }
    painter.setFont(numberFont(11));
    painter.setPen(colour(m_mood));
    painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::AlignLeft, m_value);
}

} // namespace spreadline
