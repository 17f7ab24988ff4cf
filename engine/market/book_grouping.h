// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/order_book.h"

#include <vector>

namespace spreadline {

struct GroupedBook {
    std::vector<BookLevel> bids, asks; ///< best first
};

/// The best `rows` groups a side. A group's price is its edge away from the spread (bids rounded down, asks up), its quantity the
/// sum of its levels; a sum too large for 64 bits stays at the largest value. `group` is in units of 10^-scale.price, at least 1.
GroupedBook groupBook(const OrderBook& book, std::int64_t group, std::size_t rows);

} // namespace spreadline
