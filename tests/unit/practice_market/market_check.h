// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/market_sources.h"

#include <QtTest/QtTest>

#include <algorithm>
#include <functional>
#include <map>

namespace spreadline::practice::test {

/// A Thursday afternoon; any moment would do.
inline const Timestamp someTime = Timestamp::fromMillis(1'795'178'521'234);

inline std::unique_ptr<MarketSource> market(std::uint64_t seed, std::vector<std::string> symbols = {})
{
    MarketConfig config;
    config.seed = seed;
    config.symbols = std::move(symbols);
    auto opened = openMarket(config);
    return opened ? std::move(*opened) : nullptr;
}

inline Interval interval(const char* text)
{
    return *parseInterval(text);
}

/// A book kept by the rules of the venue's documentation.
struct Book {
    std::map<std::int64_t, std::int64_t> bids, asks;
    std::int64_t id = 0;

    explicit Book(const BookSnapshot& snapshot) : id(snapshot.updateId)
    {
        put(bids, snapshot.bids);
        put(asks, snapshot.asks);
    }
    void apply(const BookDelta& delta)
    {
        put(bids, delta.bids);
        put(asks, delta.asks);
        id = delta.lastId;
    }
    BookSnapshot top(std::size_t depth) const
    {
        BookSnapshot snapshot;
        for (auto level = bids.rbegin(); level != bids.rend() && snapshot.bids.size() < depth; ++level)
            snapshot.bids.push_back({level->first, level->second});
        for (auto level = asks.begin(); level != asks.end() && snapshot.asks.size() < depth; ++level)
            snapshot.asks.push_back({level->first, level->second});
        return snapshot;
    }

private:
    static void put(std::map<std::int64_t, std::int64_t>& side, const std::vector<BookLevel>& levels)
    {
        for (const BookLevel& level : levels) {
            if (level.quantity == 0)
                side.erase(level.price);
            else
                side[level.price] = level.quantity;
        }
    }
};

/// The bar that trades make.
inline Kline barOf(const std::vector<Trade>& trades)
{
    Kline bar;
    for (const Trade& trade : trades) {
        if (bar.trades == 0) {
            bar.open = bar.high = bar.low = trade.price;
            bar.volume = bar.takerBuyVolume = Quantity::fromMantissa(0, trade.quantity.scale());
        }
        bar.high = std::max(bar.high, trade.price);
        bar.low = std::min(bar.low, trade.price);
        bar.close = trade.price;
        bar.volume += trade.quantity;
        bar.takerBuyVolume += trade.aggressor == Side::Buy ? trade.quantity : Quantity();
        bar.quoteVolume += trade.price * trade.quantity;
        ++bar.trades;
    }
    return bar;
}

inline bool sameContent(const Kline& a, const Kline& b)
{
    return a.open == b.open && a.high == b.high && a.low == b.low && a.close == b.close && a.volume == b.volume
        && a.takerBuyVolume == b.takerBuyVolume && a.quoteVolume == b.quoteVolume && a.trades == b.trades;
}

} // namespace spreadline::practice::test
