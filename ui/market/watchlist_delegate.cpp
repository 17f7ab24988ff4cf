// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/watchlist_delegate.h"

#include "models/watchlist_model.h"
#include "style/glyphs.h"
#include "style/trust_text.h"

#include <QPainter>

namespace spreadline {

WatchlistDelegate::WatchlistDelegate(const ThemeSource& themes, QObject* parent) : QStyledItemDelegate(parent), m_themes(themes)
{}

void WatchlistDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = m_themes.theme();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hover = option.state.testFlag(QStyle::State_MouseOver);
    painter->fillRect(option.rect, selected ? theme.selection : hover ? theme.hover : theme.panel);
    if (selected && index.column() == WatchlistModel::Star)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(2, option.rect.height())), theme.accent);
    switch (index.column()) {
    case WatchlistModel::Star: {
        const bool on = index.data(WatchlistModel::FavouriteRole).toBool();
        const QRectF box(option.rect.left() + 6, option.rect.center().y() - 6, 13, 13);
        if (on || hover || selected)
            drawGlyph(*painter, on ? Glyph::StarFilled : Glyph::Star, box, on ? theme.warning : theme.textFaint);
        break;
    }
    case WatchlistModel::Symbol: paintSymbol(*painter, option.rect, index); break;
    case WatchlistModel::TrustLight:
        paintTrust(*painter, option.rect, static_cast<TrustState>(index.data(WatchlistModel::TrustStateRole).toInt()));
        break;
    default: paintNumber(*painter, option.rect, index);
    }
}

void WatchlistDelegate::paintSymbol(QPainter& painter, const QRect& box, const QModelIndex& index) const
{
    const Theme& theme = m_themes.theme();
    const bool stale = index.data(WatchlistModel::StaleRole).toBool();
    const QString base = index.data().toString();
    const QString halt = index.data(WatchlistModel::HaltRole).toString();
    const QString beside = halt.isEmpty() ? index.data(WatchlistModel::QuoteAssetRole).toString() : halt;
    painter.setFont(m_base);
    const int width = painter.fontMetrics().horizontalAdvance(base);
    painter.setPen(stale ? theme.stale : theme.text);
    painter.drawText(box.adjusted(4, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, base);
    painter.setFont(m_quote);
    if (4 + width + 3 + painter.fontMetrics().horizontalAdvance(beside) > box.width())
        return; // half a word is worse than none; the tool tip of the row has it all
    painter.setPen(halt.isEmpty() ? theme.textFaint : theme.warning);
    painter.drawText(box.adjusted(4 + width + 3, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, beside);
}

void WatchlistDelegate::paintNumber(QPainter& painter, const QRect& box, const QModelIndex& index) const
{
    const Theme& theme = m_themes.theme();
    const int direction = index.data(WatchlistModel::DirectionRole).toInt();
    const bool isLast = index.column() == WatchlistModel::Last;
    const bool isChange = index.column() == WatchlistModel::Change; // funding wears a sign, but neither sign is the good one
    QColor ink = isChange ? theme.direction(direction) : isLast ? theme.text : theme.textMuted;
    if (index.data(WatchlistModel::StaleRole).toBool()) {
        ink = theme.stale;
    } else if (isLast && direction != 0 && index.data(WatchlistModel::FlashRole).toBool()) {
        painter.fillRect(box.adjusted(2, 3, 0, -3), direction > 0 ? theme.upFill : theme.downFill);
        ink = theme.direction(direction);
    }
    painter.setFont(m_number);
    painter.setPen(ink);
    painter.drawText(box.adjusted(2, 0, -8, 0), Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, index.data().toString());
}

void WatchlistDelegate::paintTrust(QPainter& painter, const QRect& box, TrustState state) const
{
    // Full disc: synced. Half disc: being brought up to date or incomplete. Ring: stale. Cross: down. So it reads without colour.
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = trustColour(state, m_themes.theme());
    const QPointF middle = QRectF(box).center();
    const QRectF disc(middle - QPointF(3.5, 3.5), QSizeF(7, 7));
    painter.setPen(QPen(colour, 1.3));
    painter.setBrush(Qt::NoBrush);
    if (state == TrustState::Down) {
        painter.drawLine(disc.topLeft(), disc.bottomRight());
        painter.drawLine(disc.topRight(), disc.bottomLeft());
    } else {
        if (state == TrustState::Synced)
            painter.setBrush(colour);
        painter.drawEllipse(disc);
        if (state == TrustState::Partial || state == TrustState::Resyncing) {
            painter.setBrush(colour);
            painter.drawPie(disc, 90 * 16, 180 * 16);
        }
    }
    painter.restore();
}

} // namespace spreadline
