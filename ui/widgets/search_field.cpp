// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search_field.h"

#include "style/glyphs.h"

#include <QKeyEvent>
#include <QPainter>

namespace spreadline {

SearchField::SearchField(const QString& placeholder, const ThemeSource& themes, QWidget* parent)
    : QLineEdit(parent), m_themes(themes)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setTextMargins(20, 0, 2, 0);
    setFont(labelFont(12));
}

void SearchField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const QRectF box(6, (height() - 14) / 2.0, 14, 14);
    drawGlyph(painter, Glyph::Search, box, hasFocus() ? m_themes.theme().text : m_themes.theme().textFaint);
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: Q_EMIT navigated(event->key()); return;
    case Qt::Key_Escape:
        if (!text().isEmpty()) {
            clear();
            return;
        }
        break;
    default: break;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace spreadline
