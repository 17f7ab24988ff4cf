// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/rest_call.h"

#include <set>

namespace spreadline::practice {

namespace {

std::string_view statusName(InstrumentStatus status)
{
    switch (status) {
    case InstrumentStatus::Trading: return "TRADING";
    case InstrumentStatus::Pending: return "PENDING_TRADING";
    case InstrumentStatus::Break: return "PRE_SETTLE";
    case InstrumentStatus::Settling: return "SETTLING";
    case InstrumentStatus::Closed: return "CLOSE";
    }
    return "TRADING";
}

/// What exchangeInfo says of one symbol, as text, so that a fault can say something else.
struct SymbolFacts {
    std::string symbol, base, quote, status;
    std::string tick, step, minNotional;
};

SymbolFacts facts(const Instrument& instrument)
{
    return {instrument.symbol,
            instrument.baseAsset,
            instrument.quoteAsset,
            std::string(statusName(instrument.status)),
            instrument.tickSize.toString(),
            instrument.stepSize.toString(),
            instrument.minNotional.normalized().toString()};
}

/// Faults that change what is said of a symbol.
void falsify(SymbolFacts& said, FaultPlan& faults)
{
    if (const Fault* const fault = faults.fire(Verb::SymStatus, said.symbol))
        said.status = fault->text("status", "BREAK");
    if (const Fault* const fault = faults.fire(Verb::FiltersChange, said.symbol)) {
        said.tick = fault->text("tickSize", said.tick);
        said.step = fault->text("stepSize", said.step);
        said.minNotional = fault->text("minNotional", said.minNotional);
    }
}

void writeFilters(JsonWriter& json, const Instrument& instrument, const SymbolFacts& said)
{
    json.key("filters").beginArray();
    json.beginObject()
        .field("filterType", "PRICE_FILTER")
        .field("minPrice", instrument.minPrice)
        .field("maxPrice", instrument.maxPrice);
    json.field("tickSize", std::string_view(said.tick)).endObject();
    json.beginObject()
        .field("filterType", "LOT_SIZE")
        .field("minQty", instrument.minQuantity)
        .field("maxQty", instrument.maxQuantity);
    json.field("stepSize", std::string_view(said.step)).endObject();
    json.beginObject().field("filterType", "MARKET_LOT_SIZE").field("minQty", instrument.minQuantity);
    json.field("maxQty", instrument.maxMarketQuantity.isZero() ? instrument.maxQuantity : instrument.maxMarketQuantity);
    json.field("stepSize", std::string_view(said.step)).endObject();
    json.beginObject().field("filterType", "MAX_NUM_ORDERS").field("limit", 200).endObject();
    json.beginObject().field("filterType", "MIN_NOTIONAL").field("notional", std::string_view(said.minNotional)).endObject();
    json.beginObject()
        .field("filterType", "PERCENT_PRICE")
        .field("multiplierUp", instrument.bandUp)
        .field("multiplierDown", instrument.bandDown);
    json.field("multiplierDecimal", "4").endObject();
    json.endArray();
}

void writeTexts(JsonWriter& json, std::string_view name, std::initializer_list<std::string_view> texts)
{
    json.key(name).beginArray();
    for (const std::string_view text : texts)
        json.plain(text);
    json.endArray();
}

void writeSymbol(JsonWriter& json, const Instrument& instrument, const SymbolFacts& said)
{
    json.beginObject().key("symbol").string(said.symbol).key("pair").string(said.symbol).field("contractType", "PERPETUAL");
    json.field("deliveryDate", std::int64_t{4'133'404'800'000}).field("onboardDate", instrument.onboarded.millis());
    json.key("status").string(said.status);
    json.field("maintMarginPercent", "2.5000").field("requiredMarginPercent", "5.0000");
    json.key("baseAsset").string(said.base).key("quoteAsset").string(said.quote).key("marginAsset").string(said.quote);
    json.field("pricePrecision", instrument.priceScale()).field("quantityPrecision", instrument.quantityScale());
    json.field("baseAssetPrecision", 8).field("quotePrecision", 8).field("underlyingType", "COIN");
    json.key("underlyingSubType").raw("[]").field("settlePlan", 0).field("triggerProtect", "0.0500");
    json.field("liquidationFee", "0.012500").field("marketTakeBound", "0.05").field("maxMoveOrderLimit", 10'000);
    writeFilters(json, instrument, said);
    writeTexts(json, "orderTypes",
               {"LIMIT", "MARKET", "STOP", "STOP_MARKET", "TAKE_PROFIT", "TAKE_PROFIT_MARKET", "TRAILING_STOP_MARKET"});
    writeTexts(json, "timeInForce", {"GTC", "IOC", "FOK", "GTX", "GTD"});
    json.endObject();
}

void writeLimit(JsonWriter& json, std::string_view type, std::string_view interval, int intervals, int limit)
{
    json.beginObject()
        .field("rateLimitType", type)
        .field("interval", interval)
        .field("intervalNum", intervals)
        .field("limit", limit)
        .endObject();
}

/// Symbols no person would list: a name given, or a set of nasty ones.
void writeWeirdSymbols(JsonWriter& json, const Instrument& like, FaultPlan& faults)
{
    const Fault* const fault = faults.fire(Verb::SymWeird, like.symbol);
    if (!fault)
        return;
    std::vector<std::string> names{"\xe5\xb8\x81\xe5\xae\x89\xe4\xba\xba\xe7\x94\x9fUSDT", "<b>BOLD</b>USDT", "QUOTE\"'`USDT",
                                   std::string(4'096, 'X') + "USDT", "..%2F..USDT"};
    if (const std::string given = fault->text("name", ""); !given.empty())
        names = {given};
    for (const std::string& odd : names) {
        SymbolFacts said = facts(like);
        said.symbol = odd;
        said.base = odd.ends_with("USDT") ? odd.substr(0, odd.size() - 4) : odd;
        writeSymbol(json, like, said);
    }
}

void writeManySymbols(JsonWriter& json, const Instrument& like, FaultPlan& faults)
{
    const Fault* const fault = faults.fire(Verb::InfoBig, like.symbol);
    const std::int64_t symbols = fault ? fault->argument("symbols", 100'000) : 0;
    for (std::int64_t i = 0; i < symbols; ++i) {
        SymbolFacts said = facts(like);
        said.base = "BIG" + std::to_string(i);
        said.symbol = said.base + said.quote;
        writeSymbol(json, like, said);
    }
}

void writeAssets(JsonWriter& json, const std::vector<Instrument>& instruments)
{
    std::set<std::string_view> assets;
    for (const Instrument& instrument : instruments)
        assets.insert(instrument.quoteAsset);
    json.key("assets").beginArray();
    for (const std::string_view asset : assets)
        json.beginObject().field("asset", asset).field("marginAvailable", true).field("autoAssetExchange", "-10000").endObject();
    json.endArray();
}

} // namespace

bool answerPing(RestCall& call)
{
    call.body = "{}";
    return true;
}

bool answerTime(RestCall& call)
{
    std::int64_t told = call.state.clock.told(call.now);
    if (const Fault* const fault = call.state.faults.fire(Verb::TimeLie, "time"))
        told += fault->argument("ms", 60'000);
    JsonWriter(call.body).beginObject().field("serverTime", told).endObject();
    return true;
}

bool answerExchangeInfo(RestCall& call)
{
    JsonWriter json(call.body);
    json.beginObject()
        .field("timezone", "UTC")
        .field("serverTime", call.state.clock.told(call.now))
        .field("futuresType", "U_MARGINED");
    json.key("rateLimits").beginArray();
    writeLimit(json, "REQUEST_WEIGHT", "MINUTE", 1, call.state.limits.config().weightPerMinute);
    writeLimit(json, "ORDERS", "MINUTE", 1, 1'200);
    writeLimit(json, "ORDERS", "SECOND", 10, 300);
    json.endArray().key("exchangeFilters").raw("[]");
    writeAssets(json, call.state.instruments);
    json.key("symbols").beginArray();
    for (const Instrument& instrument : call.state.instruments) {
        SymbolFacts said = facts(instrument);
        falsify(said, call.state.faults);
        writeSymbol(json, instrument, said);
    }
    if (!call.state.instruments.empty()) {
        writeWeirdSymbols(json, call.state.instruments.front(), call.state.faults);
        writeManySymbols(json, call.state.instruments.front(), call.state.faults);
    }
    json.endArray().endObject();
    return true;
}

} // namespace spreadline::practice
