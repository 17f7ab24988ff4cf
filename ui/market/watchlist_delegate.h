// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/trust.h"
#include "style/theme.h"

#include <QStyledItemDelegate>

namespace spreadline {

/// Paints the watchlist's cells directly: stars, base and quote, coloured numbers, trust marks of different shapes.
class WatchlistDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    static constexpr int rowHeight = 24;

    explicit WatchlistDelegate(const ThemeSource& themes, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {40, rowHeight}; }

private:
    void paintSymbol(QPainter& painter, const QRect& box, const QModelIndex& index) const;
    void paintNumber(QPainter& painter, const QRect& box, const QModelIndex& index) const;
    void paintTrust(QPainter& painter, const QRect& box, TrustState state) const;

    const ThemeSource& m_themes;
    QFont m_number = numberFont(12);
    QFont m_base = labelFont(12, QFont::Medium);
    QFont m_quote = labelFont(11);
};

} // namespace spreadline
