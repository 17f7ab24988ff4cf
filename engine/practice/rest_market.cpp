// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/rest_call.h"
#include "practice/shadow_book.h"
#include "practice/wire_numbers.h"

#include <algorithm>
#include <array>

namespace spreadline::practice {

using namespace std::chrono_literals;

namespace {

void writeLevels(JsonWriter& json, std::string_view side, const std::vector<BookLevel>& levels, BookScale scale)
{
    json.key(side).beginArray();
    for (const BookLevel& level : levels)
        json.beginArray().decimal(level.price, scale.price).decimal(level.quantity, scale.quantity).endArray();
    json.endArray();
}

void writeKline(JsonWriter& json, const Kline& kline, bool pricesOnly)
{
    json.beginArray().integer(kline.openTime.millis());
    json.decimal(kline.open).decimal(kline.high).decimal(kline.low).decimal(kline.close);
    if (pricesOnly)
        json.plain("0").integer(kline.closeTime.millis()).plain("0").integer(kline.trades).plain("0").plain("0");
    else
        json.decimal(kline.volume)
            .integer(kline.closeTime.millis())
            .decimal(kline.quoteVolume)
            .integer(kline.trades)
            .decimal(kline.takerBuyVolume)
            .decimal(takerQuoteVolume(kline));
    json.plain("0").endArray();
}

/// Which bars a request means.
struct KlineQuery {
    InstrumentId instrument{};
    Interval interval;
    Timestamp from, to;
    int limit = 0;
    Timestamp now; ///< of that symbol
};

std::optional<KlineQuery> klineQuery(RestCall& call, std::string_view parameter)
{
    const auto id = call.symbol(parameter);
    const auto interval = id ? call.interval() : std::nullopt;
    const auto from = interval ? call.time("startTime") : std::nullopt;
    const auto to = from ? call.time("endTime") : std::nullopt;
    const auto limit = to ? call.limit(500, 1'500) : std::nullopt;
    if (!limit)
        return std::nullopt;
    if (from->isKnown() && to->isKnown() && *from > *to) {
        call.refuse(-1130, "Data sent for parameter 'startTime' is not valid.");
        return std::nullopt;
    }
    const Timestamp now = call.state.timeOf(*id, call.now);
    return KlineQuery{*id, *interval, *from, to->isKnown() ? std::min(*to, now) : now, *limit, now};
}

using Reference = MarketSource::Reference;

std::vector<Kline> klinesOf(RestCall& call, const KlineQuery& query, std::optional<Reference> reference)
{
    MarketSource& source = call.state.source;
    return reference
        ? source.referenceKlines(*reference, query.instrument, query.interval, query.from, query.to, query.limit, query.now)
        : source.klines(query.instrument, query.interval, query.from, query.to, query.limit, query.now);
}

bool prepare(RestCall& call, std::string_view parameter, std::optional<Reference> reference)
{
    const auto query = klineQuery(call, parameter);
    return !query
        || call.state.source.prepareKlines(reference, query->instrument, query->interval, query->from, query->to, query->limit,
                                           query->now);
}

void writeKlines(RestCall& call, const std::vector<Kline>& klines, bool pricesOnly)
{
    JsonWriter json(call.body);
    json.beginArray();
    for (const Kline& kline : klines)
        writeKline(json, kline, pricesOnly);
    json.endArray();
}

bool answerBars(RestCall& call, std::string_view parameter, std::optional<Reference> reference = {})
{
    const auto query = klineQuery(call, parameter);
    if (query)
        writeKlines(call, klinesOf(call, *query, reference), reference.has_value());
    return query.has_value();
}

/// The parameters that trades and aggTrades have in common.
struct TradeQuery {
    InstrumentId instrument{};
    int limit = 0;
    std::int64_t fromId = 0; ///< the market's own; zero: not said
    Timestamp now;           ///< of that symbol
};

std::optional<TradeQuery> tradeQuery(RestCall& call)
{
    const auto id = call.symbol();
    const auto limit = id ? call.limit(500, 1'000) : std::nullopt;
    const auto fromId = limit ? call.integer("fromId", 0) : std::nullopt;
    if (!fromId)
        return std::nullopt;
    const std::int64_t from = *fromId > 0 ? *fromId + call.state.tradeShift[index(*id)] : 0;
    return TradeQuery{*id, *limit, from, call.state.timeOf(*id, call.now)};
}

/// (mark - index) / index with eight decimals.
Price premium(Price mark, Price index)
{
    const double ratio = index.isZero() ? 0.0 : (mark.toDouble() - index.toDouble()) / index.toDouble();
    return Price::fromMantissa(static_cast<std::int64_t>(ratio * 1e8), 8);
}

} // namespace

bool answerDepth(RestCall& call)
{
    const auto id = call.symbol();
    if (!id)
        return false;
    const auto limit = call.integer("limit", 500);
    if (!limit)
        return false;
    static constexpr std::array<std::int64_t, 7> allowed{5, 10, 20, 50, 100, 500, 1'000};
    if (std::ranges::find(allowed, *limit) == allowed.end())
        return call.refuse(-1130, "Data sent for parameter 'limit' is not valid.");
    const BookSnapshot book = call.state.source.book(*id, static_cast<int>(*limit), call.state.timeOf(*id, call.now));
    std::int64_t updateId = call.state.toldUpdateId(*id, book.updateId);
    if (*limit >= 20) { // what a client begins with, before the stream's next change
        ShadowBook told;
        told.reset(book);
        call.state.oracle.addBook(*id, {updateId, told.hash()});
    }
    if (const Fault* const fault = call.state.faults.fire(Verb::BookOldSnapshot, call.state.instrument(*id).symbol))
        updateId = std::max<std::int64_t>(1, updateId - fault->argument("back", 1'000'000));
    JsonWriter json(call.body);
    json.beginObject().field("lastUpdateId", updateId);
    json.field("E", call.state.clock.told(call.now)).field("T", book.time.millis());
    writeLevels(json, "bids", book.bids, book.scale);
    writeLevels(json, "asks", book.asks, book.scale);
    json.endObject();
    return true;
}

bool answerTrades(RestCall& call)
{
    const auto query = tradeQuery(call);
    if (!query)
        return false;
    const auto trades = call.state.source.trades(query->instrument, query->fromId, query->limit, query->now);
    JsonWriter json(call.body);
    json.beginArray();
    for (const Trade& trade : call.state.toldTrades(query->instrument, trades)) {
        json.beginObject().field("id", trade.id).field("price", trade.price).field("qty", trade.quantity);
        json.field("quoteQty", trade.price * trade.quantity).field("time", trade.time.millis());
        json.field("isBuyerMaker", trade.aggressor == Side::Sell).field("isRPITrade", false).endObject();
    }
    json.endArray();
    return true;
}

bool answerAggTrades(RestCall& call)
{
    const auto query = tradeQuery(call);
    const auto from = query ? call.time("startTime") : std::nullopt;
    const auto to = from ? call.time("endTime") : std::nullopt;
    if (!to)
        return false;
    if (from->isKnown() && to->isKnown() && *to - *from > 1h)
        return call.refuse(-1127, "More than 1 hours between startTime and endTime.");
    MarketSource& source = call.state.source;
    std::vector<Trade> trades;
    if (query->fromId > 0 || (!from->isKnown() && !to->isKnown())) {
        trades = source.trades(query->instrument, query->fromId, query->limit, query->now);
    } else {
        const Timestamp begin = from->isKnown() ? *from : *to - 1h;
        const Timestamp end = to->isKnown() ? *to : begin + 1h;
        trades = source.tradesBetween(query->instrument, begin, std::min(end, query->now), query->limit, query->now);
    }
    JsonWriter json(call.body);
    json.beginArray();
    for (const Trade& trade : call.state.toldTrades(query->instrument, std::move(trades))) {
        json.beginObject().field("a", trade.id).field("p", trade.price).field("q", trade.quantity).field("nq", trade.quantity);
        json.field("f", trade.id)
            .field("l", trade.id)
            .field("T", trade.time.millis())
            .field("m", trade.aggressor == Side::Sell)
            .endObject();
    }
    json.endArray();
    return true;
}

bool answerKlines(RestCall& call)
{
    return answerBars(call, "symbol");
}

bool prepareKlines(RestCall& call)
{
    return prepare(call, "symbol", {});
}

bool answerContinuousKlines(RestCall& call)
{
    const auto type = call.query.get("contractType");
    if (!type)
        return call.refuse(-1102, "Mandatory parameter 'contractType' was not sent, was empty/null, or malformed.");
    if (*type != "PERPETUAL")
        return call.refuse(-1130, "Data sent for parameter 'contractType' is not valid.");
    return answerBars(call, "pair");
}

bool prepareContinuousKlines(RestCall& call)
{
    return prepare(call, "pair", {});
}

bool answerIndexKlines(RestCall& call)
{
    return answerBars(call, "pair", Reference::Index);
}

bool prepareIndexKlines(RestCall& call)
{
    return prepare(call, "pair", Reference::Index);
}

bool answerMarkKlines(RestCall& call)
{
    return answerBars(call, "symbol", Reference::Mark);
}

bool prepareMarkKlines(RestCall& call)
{
    return prepare(call, "symbol", Reference::Mark);
}

bool answerPremiumKlines(RestCall& call)
{
    const auto query = klineQuery(call, "symbol");
    if (!query)
        return false;
    auto klines = klinesOf(call, *query, Reference::Mark);
    const auto index = klinesOf(call, *query, Reference::Index);
    klines.resize(std::min(klines.size(), index.size()));
    for (std::size_t i = 0; i < klines.size(); ++i) {
        Kline& kline = klines[i];
        kline.open = premium(kline.open, index[i].open);
        kline.close = premium(kline.close, index[i].close);
        kline.high = std::max(kline.open, kline.close); // the premium inside the bar is not kept
        kline.low = std::min(kline.open, kline.close);
    }
    writeKlines(call, klines, true);
    return true;
}

bool preparePremiumKlines(RestCall& call)
{
    return prepare(call, "symbol", Reference::Mark) && prepare(call, "symbol", Reference::Index);
}

} // namespace spreadline::practice
