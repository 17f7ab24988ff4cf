// SPDX-License-Identifier: GPL-3.0-or-later
#include "event_text.h"

#include <algorithm>
#include <cstdio>

namespace spreadline::cli {
namespace {

/// Builds one object; keys are ours, so only values are escaped.
class Line {
public:
    Line(std::string& out, std::string_view type, std::string_view symbol) : m_out(out)
    {
        m_out += "{\"type\":\"";
        m_out += type;
        m_out += '"';
        text("symbol", symbol);
    }
    ~Line() { m_out += "}\n"; }
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    void text(std::string_view key, std::string_view value)
    {
        begin(key);
        m_out += jsonText(value);
    }
    void number(std::string_view key, std::int64_t value)
    {
        begin(key);
        m_out += std::to_string(value);
    }
    void flag(std::string_view key, bool value)
    {
        begin(key);
        m_out += value ? "true" : "false";
    }
    template<typename Tag>
    void decimal(std::string_view key, Decimal<Tag> value)
    {
        text(key, value.normalized().toString());
    }
    void time(std::string_view key, Timestamp value) { number(key, value.millis()); }
    template<typename Levels>
    void levels(std::string_view key, const Levels& levels, BookScale scale)
    {
        begin(key);
        m_out += '[';
        bool isFirst = true;
        for (const BookLevel& level : levels) {
            if (!std::exchange(isFirst, false))
                m_out += ',';
            m_out += "[\"" + Price::fromMantissa(level.price, scale.price).normalized().toString() + "\",\""
                + Quantity::fromMantissa(level.quantity, scale.quantity).normalized().toString() + "\"]";
        }
        m_out += ']';
    }

private:
    void begin(std::string_view key)
    {
        m_out += ",\"";
        m_out += key;
        m_out += "\":";
    }

    std::string& m_out;
};

std::string_view sideText(Side side)
{
    return side == Side::Buy ? "buy" : "sell";
}

struct Writer {
    std::string& out;
    std::string_view symbol;

    void operator()(const Trade& trade) const
    {
        Line line(out, "trade", symbol);
        line.number("id", trade.id);
        line.decimal("price", trade.price);
        line.decimal("qty", trade.quantity);
        line.text("side", sideText(trade.aggressor));
        line.time("time", trade.time);
    }
    void operator()(const BookDelta& delta) const
    {
        Line line(out, "depth", symbol);
        line.number("first_id", delta.firstId);
        line.number("update_id", delta.lastId);
        line.number("previous_id", delta.previousLast);
        line.time("time", delta.time);
        line.levels("bids", delta.bids, delta.scale);
        line.levels("asks", delta.asks, delta.scale);
    }
    void operator()(const BookSnapshot& book) const
    {
        Line line(out, "snapshot", symbol);
        line.number("update_id", book.updateId);
        line.time("time", book.time);
        line.levels("bids", book.bids, book.scale);
        line.levels("asks", book.asks, book.scale);
    }
    void operator()(const BookTop& top) const
    {
        Line line(out, "book_ticker", symbol);
        line.number("update_id", top.updateId);
        line.time("time", top.time);
        line.decimal("bid", Price::fromMantissa(top.bid.price, top.scale.price));
        line.decimal("bid_qty", Quantity::fromMantissa(top.bid.quantity, top.scale.quantity));
        line.decimal("ask", Price::fromMantissa(top.ask.price, top.scale.price));
        line.decimal("ask_qty", Quantity::fromMantissa(top.ask.quantity, top.scale.quantity));
    }
    void operator()(const KlineUpdate& update) const
    {
        const Kline& kline = update.kline;
        Line line(out, "kline", symbol);
        line.text("interval", toString(update.interval));
        line.time("open_time", kline.openTime);
        line.time("close_time", kline.closeTime);
        line.decimal("open", kline.open);
        line.decimal("high", kline.high);
        line.decimal("low", kline.low);
        line.decimal("close", kline.close);
        line.decimal("volume", kline.volume);
        line.decimal("quote_volume", kline.quoteVolume);
        line.decimal("taker_buy_volume", kline.takerBuyVolume);
        line.number("trades", kline.trades);
        line.flag("closed", kline.closed);
    }
    void operator()(const MarkPrice& mark) const
    {
        Line line(out, "mark_price", symbol);
        line.decimal("mark", mark.mark);
        line.decimal("index", mark.index);
        line.decimal("funding_rate", mark.fundingRate);
        line.time("next_funding", mark.nextFunding);
        line.time("time", mark.time);
    }
    void operator()(const Ticker24h& ticker) const
    {
        Line line(out, "ticker", symbol);
        line.decimal("last", ticker.last);
        line.decimal("open", ticker.open);
        line.decimal("high", ticker.high);
        line.decimal("low", ticker.low);
        line.decimal("volume", ticker.volume);
        line.decimal("quote_volume", ticker.quoteVolume);
        line.number("trades", ticker.trades);
        line.time("time", ticker.time);
    }
    void operator()(const Liquidation& liquidation) const
    {
        Line line(out, "liquidation", symbol);
        line.text("side", sideText(liquidation.side));
        line.decimal("price", liquidation.price);
        line.decimal("qty", liquidation.quantity);
        line.time("time", liquidation.time);
    }
    template<typename Other>
    void operator()(const Other&) const
    {}
};

std::vector<BookLevel> bestFirst(std::span<const BookLevel> worstFirst, std::size_t count)
{
    const auto taken = worstFirst.last(std::min(count, worstFirst.size()));
    return {taken.rbegin(), taken.rend()};
}

} // namespace

std::string jsonText(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < ' ') {
            std::array<char, 8> escaped{};
            std::snprintf(escaped.data(), escaped.size(), "\\u%04x", static_cast<unsigned>(c));
            out += escaped.data();
        } else {
            out += c;
        }
    }
    return out + '"';
}

void appendEvent(std::string& out, const MarketEvent& event, std::string_view symbol)
{
    std::visit(Writer{out, symbol}, event);
}

void appendTop(std::string& out, std::string_view symbol, std::int64_t updateId, BookScale scale, std::span<const BookLevel> bids,
               std::span<const BookLevel> asks, std::size_t count)
{
    Line line(out, "top", symbol);
    line.number("update_id", updateId);
    line.levels("bids", bestFirst(bids, count), scale);
    line.levels("asks", bestFirst(asks, count), scale);
}

} // namespace spreadline::cli
