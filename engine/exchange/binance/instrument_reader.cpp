// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/binance/instrument_reader.h"

#include "exchange/binance/field_set.h"
#include "exchange/binance/rest_keys.h"

#include <algorithm>

namespace spreadline::binance {
namespace {

struct RootNames {
    enum Slot { Symbols };
    static constexpr std::array<std::string_view, 1> table{"symbols"};
};
struct SymbolNames {
    enum Slot { Symbol, Status, Base, Quote, Onboard, PriceDigits, QuantityDigits, Filters };
    static constexpr std::array<std::string_view, 8> table{"symbol",      "status",         "baseAsset",         "quoteAsset",
                                                           "onboardDate", "pricePrecision", "quantityPrecision", "filters"};
};
struct FilterNames {
    enum Slot { Type, MinPrice, MaxPrice, Tick, MinQuantity, MaxQuantity, Step, Notional, SpotNotional, Up, Down };
    static constexpr std::array<std::string_view, 11> table{"filterType",  "minPrice",     "maxPrice",      "tickSize",
                                                            "minQty",      "maxQty",       "stepSize",      "notional",
                                                            "minNotional", "multiplierUp", "multiplierDown"};
};
using FilterFields = FieldSet<TableKeys<FilterNames>>;

InstrumentStatus statusOf(std::string_view text)
{
    if (text == "TRADING")
        return InstrumentStatus::Trading;
    if (text == "PENDING_TRADING")
        return InstrumentStatus::Pending;
    if (text == "PRE_DELIVERING" || text == "DELIVERING" || text == "PRE_SETTLE" || text == "SETTLING")
        return InstrumentStatus::Settling;
    return text == "DELIVERED" || text == "CLOSE" ? InstrumentStatus::Closed : InstrumentStatus::Break;
}

template<typename Number>
bool readNumber(FilterFields& fields, JsonReader& reader, FilterNames::Slot slot, bool mayBeZero, Number& out)
{
    if (!fields.any(slot, out))
        return false;
    if (out.isNegative() || (!mayBeZero && out.isZero()))
        return reader.fail(Errc::BadNumber, FilterNames::table[slot], out.toString());
    return true;
}

/// The scale of a step: no smaller than it needs, no larger than it is written with, the precision field in between.
template<typename Number>
Number atScale(Number step, int digits)
{
    const Number shortest = step.normalized();
    const auto scaled = step.rescaled(std::clamp(digits, shortest.scale(), std::max(step.scale(), shortest.scale())));
    return scaled ? *scaled : shortest;
}

} // namespace

bool InstrumentReader::read(json::object root, std::vector<Instrument>& out)
{
    bool anySymbols = false;
    for (auto result : root) {
        json::field entry;
        if (const auto code = std::move(result).get(entry))
            return m_reader.failJson(code, {});
        if (slotOf(RootNames::table, entry.key().raw()) != RootNames::Symbols || anySymbols) {
            if (!m_reader.skip(entry.value()))
                return false;
            continue;
        }
        anySymbols = true;
        json::array symbols;
        if (const auto code = entry.value().get_array().get(symbols))
            return m_reader.failJson(code, "symbols");
        for (auto item : symbols) {
            json::object object;
            if (const auto code = std::move(item).get_object().get(object))
                return m_reader.failJson(code, "symbols");
            if (!readSymbol(object, out.emplace_back()))
                return false;
        }
    }
    return anySymbols || m_reader.fail(Errc::BadSchema, "symbols", "missing");
}

bool InstrumentReader::readSymbol(json::object object, Instrument& instrument)
{
    bool anyPrice = false;
    bool anyLot = false;
    std::uint32_t seen = 0;
    m_priceDigits = m_quantityDigits = detail::maxScale;
    for (auto result : object) {
        json::field entry;
        if (const auto code = std::move(result).get(entry))
            return m_reader.failJson(code, {});
        const int slot = slotOf(SymbolNames::table, entry.key().raw());
        seen |= slot >= 0 ? 1U << slot : 0;
        bool good = true;
        if (slot == SymbolNames::Filters)
            good = readFilters(entry.value(), instrument, anyPrice, anyLot);
        else
            good = slot < 0 ? m_reader.skip(entry.value()) : readDetail(slot, entry.value(), instrument);
        if (!good)
            return false;
    }
    for (const int needed :
         {SymbolNames::Symbol, SymbolNames::Status, SymbolNames::Base, SymbolNames::Quote, SymbolNames::Filters}) {
        if (((seen >> needed) & 1U) == 0)
            return m_reader.fail(Errc::BadSchema, SymbolNames::table[static_cast<std::size_t>(needed)],
                                 "missing of " + instrument.symbol);
    }
    if (!anyPrice || !anyLot)
        return m_reader.fail(Errc::BadSchema, anyPrice ? "LOT_SIZE" : "PRICE_FILTER", "missing of " + instrument.symbol);
    instrument.tickSize = atScale(instrument.tickSize, m_priceDigits);
    instrument.stepSize = atScale(instrument.stepSize, m_quantityDigits);
    return true;
}

bool InstrumentReader::readDetail(int slot, json::value value, Instrument& instrument)
{
    const std::string_view name = SymbolNames::table[static_cast<std::size_t>(slot)];
    json::json_type type{};
    Field field;
    if (const auto code = value.type().get(type))
        return m_reader.failJson(code, name);
    if (!m_reader.readScalar(value, type, field, name))
        return false;
    if (slot == SymbolNames::Onboard) {
        std::int64_t millis = 0;
        return m_reader.integerOf(field, name, 0, millis) && (millis == 0 || m_reader.timeOf(field, name, instrument.onboarded));
    }
    if (slot == SymbolNames::PriceDigits || slot == SymbolNames::QuantityDigits) {
        std::int64_t digits = 0;
        if (!m_reader.integerOf(field, name, 0, digits))
            return false;
        (slot == SymbolNames::PriceDigits ? m_priceDigits : m_quantityDigits) =
            static_cast<int>(std::min<std::int64_t>(digits, detail::maxScale));
        return true;
    }
    std::string_view text;
    if (!m_reader.textOf(field, name, text))
        return false;
    if (text.empty())
        return m_reader.fail(Errc::BadSchema, name, "empty");
    if (slot == SymbolNames::Status)
        instrument.status = statusOf(text);
    else
        (slot == SymbolNames::Symbol     ? instrument.symbol
             : slot == SymbolNames::Base ? instrument.baseAsset
                                         : instrument.quoteAsset) = text;
    return true;
}

bool InstrumentReader::readFilters(json::value value, Instrument& instrument, bool& anyPrice, bool& anyLot)
{
    json::array filters;
    if (const auto code = value.get_array().get(filters))
        return m_reader.failJson(code, "filters");
    for (auto result : filters) {
        json::object object;
        if (const auto code = std::move(result).get_object().get(object))
            return m_reader.failJson(code, "filters");
        if (!readFilter(object, instrument, anyPrice, anyLot))
            return false;
    }
    return true;
}

bool InstrumentReader::readFilter(json::object object, Instrument& instrument, bool& anyPrice, bool& anyLot)
{
    using Names = FilterNames;
    FilterFields fields(m_reader);
    std::string_view type;
    if (!fields.capture(object) || !fields.text(Names::Type, type))
        return false;
    if (type == "PRICE_FILTER") {
        anyPrice = true;
        return readNumber(fields, m_reader, Names::Tick, false, instrument.tickSize)
            && readNumber(fields, m_reader, Names::MinPrice, true, instrument.minPrice)
            && readNumber(fields, m_reader, Names::MaxPrice, true, instrument.maxPrice);
    }
    if (type == "LOT_SIZE") {
        anyLot = true;
        return readNumber(fields, m_reader, Names::Step, false, instrument.stepSize)
            && readNumber(fields, m_reader, Names::MinQuantity, true, instrument.minQuantity)
            && readNumber(fields, m_reader, Names::MaxQuantity, true, instrument.maxQuantity);
    }
    if (type == "MARKET_LOT_SIZE")
        return readNumber(fields, m_reader, Names::MaxQuantity, true, instrument.maxMarketQuantity);
    if (type == "MIN_NOTIONAL") {
        const auto slot = fields.has(Names::SpotNotional) ? Names::SpotNotional : Names::Notional;
        return readNumber(fields, m_reader, slot, true, instrument.minNotional);
    }
    if (type == "PERCENT_PRICE")
        return readNumber(fields, m_reader, Names::Up, true, instrument.bandUp)
            && readNumber(fields, m_reader, Names::Down, true, instrument.bandDown);
    return true; // counts of orders, and what may come
}

} // namespace spreadline::binance
