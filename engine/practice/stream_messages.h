// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/market_data.h"
#include "practice/json_writer.h"
#include "practice/shadow_book.h"

#include <string>
#include <string_view>

namespace spreadline::practice {

/// What each message says beside its data: the symbol and the event time in milliseconds.
struct MessageHead {
    std::string_view symbol;
    std::int64_t eventTime = 0;
};

/// Update ids of a depth message.
struct DepthIds {
    std::int64_t first = 0, last = 0, previousLast = 0;
    std::int64_t time = 0; ///< T, milliseconds
};

/// Numbers the 24 h streams have beside the ticker.
struct TickerExtras {
    Quantity lastQuantity;
    std::int64_t lastTradeId = -1;
    std::int64_t now = 0; ///< milliseconds
    int priceScale = 2;
};

// Each appends one message, protocol sheet section 8.
void writeAggTrade(std::string& out, const MessageHead& head, const Trade& trade);
void writeTrade(std::string& out, const MessageHead& head, const Trade& trade);
void writeKline(std::string& out, const MessageHead& head, const Kline& kline, std::string_view interval,
                std::int64_t lastTradeId, bool closed, bool continuous);
void writeBookTicker(std::string& out, const MessageHead& head, std::int64_t updateId, std::int64_t time, BookLevel bid,
                     BookLevel ask, BookScale scale);
void writeDepth(std::string& out, const MessageHead& head, const DepthIds& ids, const std::vector<BookLevel>& bids,
                const std::vector<BookLevel>& asks, BookScale scale);
/// The best `levels` of both sides.
void writePartialDepth(std::string& out, const MessageHead& head, const DepthIds& ids, const ShadowBook& book, int levels);
void writeMarkPrice(std::string& out, const MessageHead& head, const MarkPrice& mark);
void writeTicker(std::string& out, const MessageHead& head, const Ticker24h& ticker, const TickerExtras& extras);
void writeMiniTicker(std::string& out, const MessageHead& head, const Ticker24h& ticker);
void writeForceOrder(std::string& out, const MessageHead& head, const Liquidation& liquidation);

} // namespace spreadline::practice
