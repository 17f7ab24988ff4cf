// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/rest_call.h"
#include "practice/wire_numbers.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace spreadline::practice {

using namespace std::chrono_literals;

namespace {

/// One object for `symbol=`, an array of them without; `write` is told the symbol's time.
template<typename Write>
bool writeEach(RestCall& call, Write write)
{
    const auto ids = call.symbols();
    if (!ids)
        return false;
    JsonWriter json(call.body);
    if (!call.hasSymbol())
        json.beginArray();
    for (const InstrumentId id : *ids)
        write(json, id, call.state.timeOf(id, call.now));
    if (!call.hasSymbol())
        json.endArray();
    return true;
}

void writeTicker(JsonWriter& json, ExchangeState& state, InstrumentId id, Timestamp now)
{
    const Ticker24h ticker = state.source.ticker(id, now);
    const auto newest = state.source.trades(id, 0, 1, now);
    const std::int64_t lastId = newest.empty() ? -1 : state.toldTradeId(id, newest.back().id);
    const Instrument& instrument = state.instrument(id);
    json.beginObject().field("symbol", std::string_view(instrument.symbol));
    json.field("priceChange", ticker.last - ticker.open).field("priceChangePercent", percentChange(ticker.open, ticker.last));
    json.field("weightedAvgPrice", averagePrice(ticker.quoteVolume, ticker.volume, instrument.priceScale()));
    json.field("lastPrice", ticker.last).field("lastQty", newest.empty() ? Quantity() : newest.back().quantity);
    json.field("openPrice", ticker.open).field("highPrice", ticker.high).field("lowPrice", ticker.low);
    json.field("volume", ticker.volume).field("quoteVolume", ticker.quoteVolume);
    json.field("openTime", (now - 24h).millis()).field("closeTime", now.millis());
    json.field("firstId", lastId < 0 ? -1 : lastId - ticker.trades + 1)
        .field("lastId", lastId)
        .field("count", ticker.trades)
        .endObject();
}

} // namespace

bool answerTicker24h(RestCall& call)
{
    return writeEach(call, [&](JsonWriter& json, InstrumentId id, Timestamp now) { writeTicker(json, call.state, id, now); });
}

bool answerPrice(RestCall& call)
{
    return writeEach(call, [&](JsonWriter& json, InstrumentId id, Timestamp now) {
        const auto newest = call.state.source.trades(id, 0, 1, now);
        const Price price = newest.empty() ? call.state.source.ticker(id, now).last : newest.back().price;
        json.beginObject().field("symbol", std::string_view(call.state.instrument(id).symbol)).field("price", price);
        json.field("time", now.millis()).endObject();
    });
}

bool answerBookTicker(RestCall& call)
{
    return writeEach(call, [&](JsonWriter& json, InstrumentId id, Timestamp now) {
        const BookSnapshot book = call.state.source.book(id, 1, now);
        const BookLevel bid = book.bids.empty() ? BookLevel{} : book.bids.front();
        const BookLevel ask = book.asks.empty() ? BookLevel{} : book.asks.front();
        json.beginObject().field("symbol", std::string_view(call.state.instrument(id).symbol));
        json.key("bidPrice").decimal(bid.price, book.scale.price).key("bidQty").decimal(bid.quantity, book.scale.quantity);
        json.key("askPrice").decimal(ask.price, book.scale.price).key("askQty").decimal(ask.quantity, book.scale.quantity);
        json.field("time", book.time.millis()).field("lastUpdateId", call.state.toldUpdateId(id, book.updateId)).endObject();
    });
}

bool answerPremiumIndex(RestCall& call)
{
    return writeEach(call, [&](JsonWriter& json, InstrumentId id, Timestamp now) {
        const MarkPrice mark = call.state.source.mark(id, now);
        json.beginObject().field("symbol", std::string_view(call.state.instrument(id).symbol));
        json.field("markPrice", mark.mark).field("indexPrice", mark.index).field("estimatedSettlePrice", mark.index);
        json.field("lastFundingRate", mark.fundingRate).field("interestRate", "0.00010000");
        json.field("nextFundingTime", mark.nextFunding.millis()).field("time", mark.time.millis()).endObject();
    });
}

bool answerFundingRate(RestCall& call)
{
    const auto ids = call.symbols();
    const auto from = ids ? call.time("startTime") : std::nullopt;
    const auto to = from ? call.time("endTime") : std::nullopt;
    const auto limit = to ? call.limit(100, 1'000) : std::nullopt;
    if (!limit)
        return false;
    JsonWriter json(call.body);
    json.beginArray();
    int left = *limit;
    for (const InstrumentId id : *ids) {
        const Timestamp end = to->isKnown() ? std::min(*to, call.now) : call.now;
        for (const MarketSource::Funding& funding : call.state.source.funding(id, *from, end, left, call.now)) {
            json.beginObject()
                .field("symbol", std::string_view(call.state.instrument(id).symbol))
                .field("fundingTime", funding.time.millis());
            json.field("fundingRate", funding.rate).field("markPrice", funding.mark).field("rateType", "Settled").endObject();
            --left;
        }
        if (left <= 0)
            break;
    }
    json.endArray();
    return true;
}

bool answerFundingInfo(RestCall& call)
{
    JsonWriter json(call.body);
    json.beginArray();
    for (const Instrument& instrument : call.state.instruments) {
        const MarketSource::FundingTerms terms = call.state.source.fundingTerms(instrument.id);
        if (terms == MarketSource::FundingTerms{}) // only symbols whose caps or interval were adjusted are listed
            continue;
        json.beginObject().key("symbol").string(instrument.symbol);
        json.field("adjustedFundingRateCap", terms.cap).field("adjustedFundingRateFloor", -terms.cap);
        json.field("fundingIntervalHours", terms.hours).field("disclaimer", false).endObject();
    }
    json.endArray();
    return true;
}

bool answerOpenInterestHistory(RestCall& call)
{
    constexpr std::array<Duration, 9> periods{5min, 15min, 30min, 1h, 2h, 4h, 6h, 12h, 24h};
    constexpr Duration kept = 30 * 24h;
    const auto id = call.symbol();
    const auto interval = id ? call.interval("period") : std::nullopt;
    const auto from = interval ? call.time("startTime") : std::nullopt;
    const auto to = from ? call.time("endTime") : std::nullopt;
    const auto limit = to ? call.limit(30, 500) : std::nullopt;
    if (!limit)
        return false;
    const Duration period(interval->kind == Interval::Kind::Time ? interval->amount : 0);
    if (std::ranges::find(periods, period) == periods.end())
        return call.refuse(-1130, "Data sent for parameter 'period' is not valid.");
    const Timestamp now = call.state.timeOf(*id, call.now);
    if (from->isKnown() && *from < now - kept)
        return call.refuse(-1130, "Data sent for parameter 'startTime' is not valid.");
    const Timestamp last = openTime(*interval, to->isKnown() ? std::min(*to, now) : now);
    const Timestamp first = std::max(from->isKnown() ? *from : Timestamp(), last - period * (*limit - 1));
    JsonWriter json(call.body);
    json.beginArray();
    for (Timestamp time = openTime(*interval, first); time <= last; time = time + period) {
        const Quantity interest = call.state.source.openInterest(*id, time);
        if (time < first || interest.isZero()) // a recording has none
            continue;
        const double value = call.state.source.mark(*id, time).mark.toDouble() * interest.toDouble();
        json.beginObject().field("symbol", std::string_view(call.state.instrument(*id).symbol));
        json.field("sumOpenInterest", interest)
            .field("sumOpenInterestValue", Money::fromMantissa(std::llround(std::min(value * 100, 9e17)), 2));
        json.field("timestamp", time.millis()).endObject();
    }
    json.endArray();
    return true;
}

bool answerOpenInterest(RestCall& call)
{
    const auto id = call.symbol();
    if (!id)
        return false;
    JsonWriter json(call.body);
    json.beginObject().field("openInterest", call.state.source.openInterest(*id, call.state.timeOf(*id, call.now)));
    json.field("symbol", std::string_view(call.state.instrument(*id).symbol)).field("time", call.now.millis()).endObject();
    return true;
}

} // namespace spreadline::practice
