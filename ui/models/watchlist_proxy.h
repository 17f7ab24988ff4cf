// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace spreadline {

class WatchlistModel;

/// The watchlist as shown: filtered by what is typed, favourites always first, the rest sorted by value; rows without a value come
/// last in both directions. It sorts when told to (resort), not at every tick, so that rows do not run away from the mouse.
class WatchlistProxy : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit WatchlistProxy(WatchlistModel& model, QObject* parent = nullptr);

    /// Part of a symbol, in any case; empty shows all.
    void setFilterText(const QString& text);
    /// Sorts again by the present column, for columns whose values move.
    void resort();

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    const WatchlistModel& m_model;
    QString m_filter;
};

} // namespace spreadline
