// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/shadow_book.h"
#include "practice/stream_channel.h"

#include <vector>

namespace spreadline::practice {

/// The streams of one instrument, sorted by what feeds them.
struct StreamDesk {
    std::vector<StreamChannel*> trades, aggTrades, klines, tops, partials, depths, forceOrders;
    std::vector<StreamChannel*> timed; ///< markPrice, ticker, miniTicker

    ShadowBook book;
    bool hasBook = false;
    std::int64_t bookTime = 0;   ///< milliseconds of the last change
    std::int64_t tradeCount = 0; ///< seen while active
    std::int64_t lastTradeId = -1;
    Quantity lastQuantity;
    bool isActive = false;

    bool wantsBook() const noexcept { return !tops.empty() || !partials.empty() || !depths.empty(); }
    bool wantsEvents() const noexcept
    {
        return wantsBook() || !trades.empty() || !aggTrades.empty() || !klines.empty() || !forceOrders.empty();
    }
};

} // namespace spreadline::practice
