// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/glyph_button.h"

#include <QPainter>

namespace spreadline {

GlyphButton::GlyphButton(Glyph glyph, const QString& name, const ThemeSource& themes, QWidget* parent)
    : QAbstractButton(parent), m_themes(themes), m_glyph(glyph)
{
    setAccessibleName(name);
    setToolTip(name);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
}

void GlyphButton::setGlyph(Glyph glyph)
{
    m_glyph = glyph;
    update();
}

void GlyphButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = m_themes.theme();
    const bool active = underMouse() || isDown();
    painter.setRenderHint(QPainter::Antialiasing);
    if (active || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(theme.accent) : QPen(Qt::NoPen));
        painter.setBrush(active ? theme.hover : QColor(Qt::transparent));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }
    const QColor ink = isChecked() ? theme.accent : active ? theme.text : theme.textMuted;
    drawGlyph(painter, m_glyph, QRectF(rect()).adjusted(3, 3, -3, -3), ink);
}

} // namespace spreadline
