// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/view.h"

#include <utility>

namespace spreadline::test {

/// A synced book of instrument 0: prices with one decimal, sizes with three, best first.
inline BookPtr bookOf(std::vector<BookLevel> bids, std::vector<BookLevel> asks, std::int64_t group = 1)
{
    auto book = std::make_shared<BookView>();
    book->scale = {1, 3};
    book->group = group;
    book->bids = std::move(bids);
    book->asks = std::move(asks);
    book->trust.state = TrustState::Synced;
    return book;
}

/// `levels` a side, one step apart, around the middle between `bid` and the step above it.
inline BookPtr denseBook(std::int64_t bid, int levels, std::int64_t group = 1)
{
    std::vector<BookLevel> bids, asks;
    for (int i = 0; i < levels; ++i) {
        bids.push_back({bid - i * group, 1'000 + 10 * i});
        asks.push_back({bid + group + i * group, 2'000 + 10 * i});
    }
    return bookOf(std::move(bids), std::move(asks), group);
}

} // namespace spreadline::test
