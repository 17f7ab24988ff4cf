// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/stream_channel.h"

#include <algorithm>

namespace spreadline::practice {

namespace {

void foldSide(std::vector<BookLevel>& levels)
{
    std::ranges::stable_sort(levels, {}, &BookLevel::price);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < levels.size(); ++i)
        if (i + 1 == levels.size() || levels[i + 1].price != levels[i].price)
            levels[kept++] = levels[i];
    levels.resize(kept);
}

} // namespace

void DeltaMerge::add(const BookDelta& delta)
{
    if (isEmpty()) {
        firstId = delta.firstId;
        previousLast = delta.previousLast;
    }
    lastId = delta.lastId;
    time = delta.time;
    bids.insert(bids.end(), delta.bids.begin(), delta.bids.end());
    asks.insert(asks.end(), delta.asks.begin(), delta.asks.end());
}

void DeltaMerge::fold()
{
    foldSide(bids);
    foldSide(asks);
}

void DeltaMerge::clear()
{
    sentLast = lastId;
    lastId = 0;
    bids.clear();
    asks.clear();
}

} // namespace spreadline::practice
