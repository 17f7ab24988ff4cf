// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/environment_badge.h"

#include "shell/environment_look.h"

#include <QPainter>

namespace spreadline {
namespace {

QFont badgeFont()
{
    QFont font = labelFont(11, QFont::Bold);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.8);
    return font;
}

} // namespace

EnvironmentBadge::EnvironmentBadge(Terminal::Environment environment, const ThemeSource& themes, QWidget* parent)
    : QWidget(parent), m_environment(environment), m_themes(themes)
{
    setAccessibleName(environmentName(environment));
    setToolTip(environmentSentence(environment));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize EnvironmentBadge::sizeHint() const
{
    return {QFontMetrics(badgeFont()).horizontalAdvance(environmentName(m_environment)) + 28, 27};
}

void EnvironmentBadge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = m_themes.theme();
    const QColor colour = environmentColour(m_environment, theme);
    const QRectF box = QRectF(rect()).adjusted(2, 4.5, -8, -4.5);
    painter.setPen(blended(theme.panel, colour, 0.55));
    painter.setBrush(blended(theme.panel, colour, 0.16));
    painter.drawRoundedRect(box, 3, 3);
    painter.setFont(badgeFont());
    painter.setPen(colour);
    painter.drawText(box, Qt::AlignCenter, environmentName(m_environment));
}

} // namespace spreadline
