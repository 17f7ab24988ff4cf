// SPDX-License-Identifier: GPL-3.0-or-later
#include "ladder/ladder_rows.h"

#include <algorithm>
#include <cmath>

namespace spreadline::ladder {

void LadderRows::setBook(BookPtr book)
{
    m_book = std::move(book);
    m_asks.clear();
    m_bids.clear();
    if (!m_book)
        return;
    m_priceUnit = std::pow(10.0, -m_book->scale.price);
    m_quantityUnit = std::pow(10.0, -m_book->scale.quantity);
    accumulate(m_book->asks, m_asks);
    accumulate(m_book->bids, m_bids);
}

void LadderRows::accumulate(const std::vector<BookLevel>& from, std::vector<Level>& to) const
{
    std::int64_t sum = 0;
    double value = 0;
    for (const BookLevel& level : from) {
        const double quote =
            static_cast<double>(level.price) * m_priceUnit * static_cast<double>(level.quantity) * m_quantityUnit;
        sum += level.quantity;
        value += quote;
        to.push_back({level.price, level.quantity, sum, quote, value});
    }
}

LadderRow LadderRows::sideRow(RowKind kind, const std::vector<Level>& side, std::int64_t steps) const
{
    LadderRow row;
    if (side.empty())
        return row;
    const std::int64_t sign = kind == RowKind::Ask ? 1 : -1;
    row.kind = kind;
    row.price = side.front().price + sign * steps * std::max<std::int64_t>(1, m_book->group);
    if (row.price <= 0) // below the lowest price there is
        return {};
    const auto nearer = [&](const Level& level) { return sign * level.price <= sign * row.price; };
    const auto beyond = std::partition_point(side.begin(), side.end(), nearer);
    const Level& reached = *std::prev(beyond);
    row.isKnown = beyond != side.end() || reached.price == row.price;
    row.cumulative = reached.cumulative;
    row.cumulativeQuote = reached.cumulativeQuote;
    if (reached.price == row.price) {
        row.quantity = reached.quantity;
        row.quote = reached.quote;
    }
    return row;
}

LadderRow LadderRows::row(int index) const
{
    if (isEmpty())
        return {};
    if (index > 0)
        return sideRow(RowKind::Ask, m_asks, index - 1);
    if (index < 0)
        return sideRow(RowKind::Bid, m_bids, -index - 1);
    LadderRow spread;
    spread.kind = RowKind::Spread;
    return spread;
}

int LadderRows::indexOf(std::int64_t price) const
{
    const std::int64_t group = std::max<std::int64_t>(1, m_book->group);
    constexpr std::int64_t far = 1'000'000;
    if (!m_asks.empty() && price >= m_asks.front().price)
        return static_cast<int>(std::min(far, (price - m_asks.front().price) / group + 1));
    if (!m_bids.empty() && price <= m_bids.front().price)
        return -static_cast<int>(std::min(far, (m_bids.front().price - price) / group + 1));
    return 0;
}

int LadderRows::top() const
{
    return m_asks.empty() ? 0 : indexOf(m_asks.back().price);
}

int LadderRows::bottom() const
{
    return m_bids.empty() ? 0 : indexOf(m_bids.back().price);
}

std::optional<TopOfBook> LadderRows::best() const
{
    if (m_asks.empty() || m_bids.empty())
        return std::nullopt;
    return TopOfBook{m_bids.front().price, m_asks.front().price};
}

double LadderRows::bidShare(std::size_t levels) const
{
    const auto sum = [levels](const std::vector<Level>& side) {
        return side.empty() ? 0.0 : static_cast<double>(side[std::min(levels, side.size()) - 1].cumulative);
    };
    const double total = sum(m_asks) + sum(m_bids);
    return total > 0 ? sum(m_bids) / total : 0.5;
}

std::optional<Sweep> LadderRows::sweep(int index, std::optional<double> middle) const
{
    const LadderRow reached = row(index);
    if (index == 0 || !reached.isKnown || reached.cumulative <= 0)
        return std::nullopt;
    Sweep sweep;
    sweep.quantity = static_cast<double>(reached.cumulative) * m_quantityUnit;
    sweep.value = reached.cumulativeQuote;
    sweep.average = sweep.value / sweep.quantity;
    sweep.distance = middle && *middle > 0 ? sweep.average / *middle - 1 : 0;
    return sweep;
}

} // namespace spreadline::ladder
