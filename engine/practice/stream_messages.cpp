// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/stream_messages.h"

#include "practice/wire_numbers.h"

#include <algorithm>

namespace spreadline::practice {

namespace {

constexpr std::int64_t dayMillis = 86'400'000;

JsonWriter begin(std::string& out, std::string_view type, const MessageHead& head)
{
    JsonWriter json(out);
    json.beginObject().field("e", type).field("E", head.eventTime);
    return json;
}

void end(JsonWriter& json)
{
    json.field("st", 1).endObject(); // 1: USD-M
}

void writeLevel(JsonWriter& json, const BookLevel& level, BookScale scale)
{
    json.beginArray().decimal(level.price, scale.price).decimal(level.quantity, scale.quantity).endArray();
}

JsonWriter beginDepth(std::string& out, const MessageHead& head, const DepthIds& ids)
{
    JsonWriter json = begin(out, "depthUpdate", head);
    json.field("T", ids.time).field("s", head.symbol).field("ps", head.symbol);
    json.field("U", ids.first).field("u", ids.last).field("pu", ids.previousLast);
    return json;
}

} // namespace

void writeAggTrade(std::string& out, const MessageHead& head, const Trade& trade)
{
    JsonWriter json = begin(out, "aggTrade", head);
    json.field("s", head.symbol)
        .field("a", trade.id)
        .field("p", trade.price)
        .field("q", trade.quantity)
        .field("nq", trade.quantity);
    json.field("f", trade.id).field("l", trade.id).field("T", trade.time.millis()).field("m", trade.aggressor == Side::Sell);
    end(json);
}

void writeTrade(std::string& out, const MessageHead& head, const Trade& trade)
{
    JsonWriter json = begin(out, "trade", head);
    json.field("T", trade.time.millis())
        .field("s", head.symbol)
        .field("t", trade.id)
        .field("p", trade.price)
        .field("q", trade.quantity);
    json.field("X", "MARKET").field("m", trade.aggressor == Side::Sell);
    end(json);
}

void writeKline(std::string& out, const MessageHead& head, const Kline& kline, std::string_view interval,
                std::int64_t lastTradeId, bool closed, bool continuous)
{
    JsonWriter json = begin(out, continuous ? "continuous_kline" : "kline", head);
    if (continuous)
        json.field("ps", head.symbol).field("ct", "PERPETUAL");
    else
        json.field("s", head.symbol);
    const bool traded = kline.trades > 0;
    json.key("k").beginObject().field("t", kline.openTime.millis()).field("T", kline.closeTime.millis());
    if (!continuous)
        json.field("s", head.symbol);
    json.field("i", interval).field("f", traded ? lastTradeId - kline.trades + 1 : -1).field("L", traded ? lastTradeId : -1);
    json.field("o", kline.open).field("c", kline.close).field("h", kline.high).field("l", kline.low);
    json.field("v", kline.volume).field("n", kline.trades).field("x", closed);
    json.field("q", kline.quoteVolume)
        .field("V", kline.takerBuyVolume)
        .field("Q", takerQuoteVolume(kline))
        .field("B", "0")
        .endObject();
    end(json);
}

void writeBookTicker(std::string& out, const MessageHead& head, std::int64_t updateId, std::int64_t time, BookLevel bid,
                     BookLevel ask, BookScale scale)
{
    JsonWriter json(out);
    json.beginObject().field("e", "bookTicker").field("u", updateId).field("E", head.eventTime).field("T", time);
    json.field("s", head.symbol).field("ps", head.symbol);
    json.key("b").decimal(bid.price, scale.price).key("B").decimal(bid.quantity, scale.quantity);
    json.key("a").decimal(ask.price, scale.price).key("A").decimal(ask.quantity, scale.quantity);
    end(json);
}

void writeDepth(std::string& out, const MessageHead& head, const DepthIds& ids, const std::vector<BookLevel>& bids,
                const std::vector<BookLevel>& asks, BookScale scale)
{
    JsonWriter json = beginDepth(out, head, ids);
    json.key("b").beginArray();
    for (const BookLevel& level : bids)
        writeLevel(json, level, scale);
    json.endArray().key("a").beginArray();
    for (const BookLevel& level : asks)
        writeLevel(json, level, scale);
    json.endArray();
    end(json);
}

void writePartialDepth(std::string& out, const MessageHead& head, const DepthIds& ids, const ShadowBook& book, int levels)
{
    JsonWriter json = beginDepth(out, head, ids);
    const auto writeBest = [&](std::span<const BookLevel> side) {
        const std::size_t most = std::min(side.size(), static_cast<std::size_t>(levels));
        for (std::size_t i = 0; i < most; ++i)
            writeLevel(json, side[side.size() - 1 - i], book.scale());
    };
    json.key("b").beginArray();
    writeBest(book.bids());
    json.endArray().key("a").beginArray();
    writeBest(book.asks());
    json.endArray();
    end(json);
}

void writeMarkPrice(std::string& out, const MessageHead& head, const MarkPrice& mark)
{
    JsonWriter json = begin(out, "markPriceUpdate", head);
    json.field("s", head.symbol).field("p", mark.mark).field("ap", mark.mark).field("i", mark.index).field("P", mark.index);
    json.field("r", mark.fundingRate).field("T", mark.nextFunding.millis());
    end(json);
}

void writeTicker(std::string& out, const MessageHead& head, const Ticker24h& ticker, const TickerExtras& extras)
{
    JsonWriter json = begin(out, "24hrTicker", head);
    json.field("s", head.symbol).field("p", ticker.last - ticker.open).field("P", percentChange(ticker.open, ticker.last));
    json.field("w", averagePrice(ticker.quoteVolume, ticker.volume, extras.priceScale))
        .field("c", ticker.last)
        .field("Q", extras.lastQuantity);
    json.field("o", ticker.open)
        .field("h", ticker.high)
        .field("l", ticker.low)
        .field("v", ticker.volume)
        .field("q", ticker.quoteVolume);
    json.field("O", extras.now - dayMillis).field("C", extras.now);
    json.field("F", extras.lastTradeId < 0 ? -1 : extras.lastTradeId - ticker.trades + 1)
        .field("L", extras.lastTradeId)
        .field("n", ticker.trades);
    end(json);
}

void writeMiniTicker(std::string& out, const MessageHead& head, const Ticker24h& ticker)
{
    JsonWriter json = begin(out, "24hrMiniTicker", head);
    json.field("s", head.symbol).field("c", ticker.last).field("o", ticker.open).field("h", ticker.high).field("l", ticker.low);
    json.field("v", ticker.volume).field("q", ticker.quoteVolume);
    end(json);
}

void writeForceOrder(std::string& out, const MessageHead& head, const Liquidation& liquidation)
{
    JsonWriter json = begin(out, "forceOrder", head);
    json.key("o")
        .beginObject()
        .field("s", head.symbol)
        .field("S", liquidation.side == Side::Buy ? "BUY" : "SELL")
        .field("o", "LIMIT")
        .field("f", "IOC");
    json.field("q", liquidation.quantity).field("p", liquidation.price).field("ap", liquidation.price).field("X", "FILLED");
    json.field("l", liquidation.quantity).field("z", liquidation.quantity).field("T", liquidation.time.millis()).endObject();
    end(json);
}

} // namespace spreadline::practice
