// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/book_grouping.h"

#include <algorithm>
#include <limits>

namespace spreadline {
namespace {

std::int64_t edge(std::int64_t price, std::int64_t group, Side side)
{
    const std::int64_t into = price % group; // prices are positive
    if (side == Side::Buy || into == 0)
        return price - into;
    const std::int64_t up = group - into;
    return price > std::numeric_limits<std::int64_t>::max() - up ? price : price + up;
}

void add(std::int64_t& sum, std::int64_t quantity)
{
    const bool fits = quantity <= std::numeric_limits<std::int64_t>::max() - sum;
    sum = fits ? sum + quantity : std::numeric_limits<std::int64_t>::max();
}

std::vector<BookLevel> groupSide(const OrderBook& book, Side side, std::int64_t group, std::size_t rows)
{
    std::vector<BookLevel> grouped;
    grouped.reserve(std::min(rows, book.side(side).size()));
    for (const BookLevel& level : book.side(side).bestFirst()) {
        const std::int64_t price = edge(level.price, group, side);
        if (!grouped.empty() && grouped.back().price == price)
            add(grouped.back().quantity, level.quantity);
        else if (grouped.size() == rows)
            break;
        else
            grouped.push_back({price, level.quantity});
    }
    return grouped;
}

} // namespace

GroupedBook groupBook(const OrderBook& book, std::int64_t group, std::size_t rows)
{
    const std::int64_t step = std::max<std::int64_t>(group, 1);
    return {groupSide(book, Side::Buy, step, rows), groupSide(book, Side::Sell, step, rows)};
}

} // namespace spreadline
