// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace spreadline {

class Favourites;
class WatchlistModel;

/// The watchlist as shown: filtered by what is typed. Sorted by a column: favourites first, the rest by value, rows without a value
/// last in both directions; it sorts when told to (resort), not at every tick, so that rows do not run away from the mouse. Sorted by
/// none (column -1): in the user's own order, which moveRow changes.
class WatchlistProxy : public QSortFilterProxyModel {
    Q_OBJECT
public:
    WatchlistProxy(WatchlistModel& model, Favourites& favourites, QObject* parent = nullptr);

    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    bool isOwnOrder() const { return sortColumn() == ownOrderColumn; }
    /// In the user's own order only: the row goes to where row `to` is now, also past rows that the filter hides.
    void moveRow(int from, int to);
    /// The order of now becomes the user's own.
    void adoptOrder();

    /// Part of a symbol, in any case; empty shows all.
    void setFilterText(const QString& text);
    /// Sorts again by the present column, for columns whose values move.
    void resort();

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    static constexpr int ownOrderColumn = 0; ///< the stars': no column that a value is sorted by
    QStringList symbols() const;             ///< as they stand, those that the filter hides among them

    const WatchlistModel& m_model;
    Favourites& m_favourites;
    QString m_filter;
};

} // namespace spreadline
