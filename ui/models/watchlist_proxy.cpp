// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/watchlist_proxy.h"

#include "models/favourites.h"
#include "models/watchlist_model.h"

#include <algorithm>
#include <numeric>

namespace spreadline {
namespace {

/// -1, 0, +1; a missing value is marked by `missing`.
struct Comparison {
    bool leftMissing = false, rightMissing = false;
    std::weak_ordering order = std::weak_ordering::equivalent;
};

template<typename T>
Comparison compareOptional(const std::optional<T>& left, const std::optional<T>& right)
{
    Comparison result{!left, !right};
    if (left && right)
        result.order = *left <=> *right;
    return result;
}

std::optional<Price> lastOf(const TickerRow* row)
{
    return row ? row->last : std::nullopt;
}
std::optional<Money> volumeOf(const TickerRow* row)
{
    return row ? row->quoteVolume24h : std::nullopt;
}
std::optional<Price> fundingOf(const TickerRow* row)
{
    return row ? row->fundingRate : std::nullopt;
}

/// In parts per million, so that it orders like the number it stands for.
std::optional<std::int64_t> changeOf(const TickerRow* row)
{
    if (!row || !row->last || !row->open24h || row->open24h->isZero())
        return std::nullopt;
    return static_cast<std::int64_t>((row->last->toDouble() / row->open24h->toDouble() - 1.0) * 1e6);
}

Comparison compareColumn(int column, const TickerRow* left, const TickerRow* right)
{
    switch (column) {
    case WatchlistModel::Last: return compareOptional(lastOf(left), lastOf(right));
    case WatchlistModel::Change: return compareOptional(changeOf(left), changeOf(right));
    case WatchlistModel::Volume: return compareOptional(volumeOf(left), volumeOf(right));
    case WatchlistModel::Funding: return compareOptional(fundingOf(left), fundingOf(right));
    case WatchlistModel::TrustLight:
        return {!left, !right, left && right ? left->trust.state <=> right->trust.state : std::weak_ordering::equivalent};
    default: return {};
    }
}

} // namespace

WatchlistProxy::WatchlistProxy(WatchlistModel& model, Favourites& favourites, QObject* parent)
    : QSortFilterProxyModel(parent), m_model(model), m_favourites(favourites)
{
    setSourceModel(&model);
    setDynamicSortFilter(false);
}

void WatchlistProxy::setFilterText(const QString& text)
{
    const QString trimmed = text.trimmed();
    if (trimmed == m_filter)
        return;
    m_filter = trimmed;
    invalidateFilter();
    resort();
}

void WatchlistProxy::sort(int column, Qt::SortOrder order)
{
    const bool own = column <= ownOrderColumn;
    QSortFilterProxyModel::sort(own ? ownOrderColumn : column, own ? Qt::AscendingOrder : order);
}

QStringList WatchlistProxy::symbols() const
{
    std::vector<int> rows(static_cast<std::size_t>(m_model.rowCount()));
    std::iota(rows.begin(), rows.end(), 0);
    std::ranges::sort(rows, [this](int left, int right) { return lessThan(m_model.index(left, 0), m_model.index(right, 0)); });
    if (sortOrder() == Qt::DescendingOrder)
        std::ranges::reverse(rows);
    QStringList list;
    for (const int row : rows)
        list.append(m_model.symbolAt(row));
    return list;
}

void WatchlistProxy::moveRow(int from, int to)
{
    if (!isOwnOrder() || from == to || from < 0 || to < 0 || from >= rowCount() || to >= rowCount())
        return;
    QStringList list = symbols();
    const auto place = [&](int row) { return list.indexOf(m_model.symbolAt(mapToSource(index(row, 0)).row())); };
    list.move(place(from), place(to));
    for (const QString& absent : m_favourites.order()) { // of another venue, or not listed today
        if (!list.contains(absent))
            list.append(absent);
    }
    m_favourites.setOrder(list);
    resort();
}

void WatchlistProxy::adoptOrder()
{
    m_favourites.setOrder(symbols());
    sort(ownOrderColumn);
}

void WatchlistProxy::resort()
{
    if (sortColumn() >= 0)
        sort(sortColumn(), sortOrder());
}

bool WatchlistProxy::filterAcceptsRow(int row, const QModelIndex&) const
{
    return m_filter.isEmpty() || m_model.symbolAt(row).contains(m_filter, Qt::CaseInsensitive);
}

bool WatchlistProxy::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    if (isOwnOrder()) {
        const int leftRank = m_favourites.rank(m_model.symbolAt(left.row()));
        const int rightRank = m_favourites.rank(m_model.symbolAt(right.row()));
        return leftRank != rightRank ? leftRank < rightRank : left.row() < right.row();
    }
    const bool ascending = sortOrder() == Qt::AscendingOrder;
    const bool leftStar = m_model.isFavourite(left.row());
    const bool rightStar = m_model.isFavourite(right.row());
    if (leftStar != rightStar)
        return ascending == leftStar;
    const Comparison comparison = compareColumn(sortColumn(), m_model.tickerAt(left.row()), m_model.tickerAt(right.row()));
    if (comparison.leftMissing != comparison.rightMissing)
        return ascending == comparison.rightMissing;
    if (comparison.order != 0)
        return comparison.order < 0;
    const int names = m_model.symbolAt(left.row()).compare(m_model.symbolAt(right.row()));
    return sortColumn() <= WatchlistModel::Symbol || ascending ? names < 0
                                                               : names > 0; // equal values stay alphabetical both ways
}

} // namespace spreadline
