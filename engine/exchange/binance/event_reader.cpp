// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/binance/event_reader.h"

#include "exchange/binance/bar_check.h"

#include <algorithm>
#include <array>

namespace spreadline::binance {
namespace {

constexpr int at(char key) noexcept
{
    return key - 'A';
}

constexpr std::uint64_t bit(char key) noexcept
{
    return std::uint64_t{1} << at(key);
}

} // namespace

const EventReader::Kind* EventReader::kindOf(std::string_view type) noexcept
{
    using Fields = FieldSet<EventKeys>;
    using enum Field::Kind;
    constexpr auto plain = &Fields::capturePlain<>;
    // The one that comes most by far.
    constexpr auto plainTrade =
        &Fields::capturePlain<Expected{at('E'), Integer}, Expected{at('s'), Text}, Expected{at('a'), Integer},
                              Expected{at('p'), Text}, Expected{at('q'), Text}, Expected{EventKeys::netQuantity, Text},
                              Expected{at('f'), Integer}, Expected{at('l'), Integer}, Expected{at('T'), Integer},
                              Expected{at('m'), Boolean}, Expected{EventKeys::symbolType, Integer}>;
    static constexpr std::array<Kind, 10> kinds{{
        {"aggTrade", &EventReader::appendAggTrade, 0, -1, plainTrade},
        {"depthUpdate", &EventReader::appendDepth, bit('a') | bit('b')},
        {"bookTicker", &EventReader::appendBookTicker, 0, -1, plain},
        {"trade", &EventReader::appendMarketTrade, 0, -1, plain},
        {"kline", &EventReader::appendKline, 0, at('k')},
        {"markPriceUpdate", &EventReader::appendMarkPrice, 0, -1, plain},
        {"24hrTicker", &EventReader::appendFullTicker, 0, -1, plain},
        {"24hrMiniTicker", &EventReader::appendMiniTicker, 0, -1, plain},
        {"forceOrder", &EventReader::appendForceOrder, 0, at('o')},
        {"serverShutdown", &EventReader::noteShutdown, 0, -1, plain},
    }};
    const auto found = std::ranges::find(kinds, type, &Kind::type);
    return found == kinds.end() ? nullptr : &*found;
}

bool EventReader::read(std::string_view type, json::object object, Target& target)
{
    m_kind = kindOf(type);
    if (!m_kind)
        return m_reader.skipObject(object); // contractInfo, compositeIndex and whatever may come
    m_reader.setScope(m_kind->type);
    return capture(object) && appendCaptured(target);
}

bool EventReader::capturePlain(std::string_view type, const char*& text)
{
    m_kind = kindOf(type);
    return m_kind && m_kind->capturePlain && (m_fields.*m_kind->capturePlain)(at('e'), type.data(), text);
}

bool EventReader::appendCaptured(Target& target)
{
    m_reader.setScope(m_kind->type);
    return (this->*m_kind->append)(target);
}

bool EventReader::readUntyped(json::object object, Target& target)
{
    return read("bookTicker", object, target);
}

EventReader::Symbol EventReader::findSymbol(FieldSet<EventKeys>& fields, Target& target, const Instrument*& instrument)
{
    std::string_view symbol;
    if (!fields.text(at('s'), symbol))
        return Symbol::Failed;
    instrument = target.instruments.find(symbol);
    if (instrument)
        return Symbol::Known;
    if (target.skipUnknown)
        return Symbol::Skipped;
    m_reader.fail(Errc::UnknownInstrument, "s", symbol);
    return Symbol::Failed;
}

bool EventReader::stamp(Target& target)
{
    if (!m_fields.time(at('E'), target.decoded.venueTime))
        return false;
    target.decoded.kind = Decoded::Kind::Events;
    return true;
}

bool EventReader::capture(json::object object)
{
    return m_kind->nested < 0 ? m_fields.capture(object, m_kind->arrays) : captureWith(object, m_kind->nested);
}

bool EventReader::captureWith(json::object object, int nestedSlot)
{
    bool isNested = false;
    const bool captured = m_fields.capture(object, 0, [&](int slot, json::object nested) {
        if (slot != nestedSlot)
            return m_reader.skipObject(nested);
        isNested = true;
        return m_nested.capture(nested);
    });
    return captured && (isNested || m_reader.fail(Errc::BadSchema, EventKeys::name(nestedSlot), "no object"));
}

bool EventReader::appendMarketTrade(Target& target)
{
    if (m_fields.has(at('X'))) {
        // Fills of the insurance fund and of deleveraging are no trades of the market.
        std::string_view kind;
        if (!m_fields.text(at('X'), kind))
            return false;
        if (kind != "MARKET")
            return true;
    }
    return appendTrade(target, 't');
}

bool EventReader::appendTrade(Target& target, char idKey)
{
    const Instrument* instrument = nullptr;
    const Symbol symbol = findSymbol(m_fields, target, instrument);
    if (symbol != Symbol::Known)
        return symbol == Symbol::Skipped;
    Trade trade;
    trade.instrument = instrument->id;
    bool buyerIsMaker = false;
    if (!stamp(target) || !m_fields.integer(at(idKey), 0, trade.id, largestTradeId)
        || !m_fields.onGrid(at('p'), instrument->priceScale(), trade.price)
        || !m_fields.onGrid(at('q'), instrument->quantityScale(), trade.quantity) || !m_fields.time(at('T'), trade.time)
        || !m_fields.boolean(at('m'), buyerIsMaker))
        return false;
    trade.aggressor = buyerIsMaker ? Side::Sell : Side::Buy;
    target.out.emplace_back(trade);
    return true;
}

bool EventReader::appendDepth(Target& target)
{
    const Instrument* instrument = nullptr;
    const Symbol symbol = findSymbol(m_fields, target, instrument);
    if (symbol != Symbol::Known)
        return symbol == Symbol::Skipped;
    BookDelta delta;
    delta.instrument = instrument->id;
    delta.scale = instrument->bookScale();
    if (!stamp(target) || !m_fields.integer(at('U'), 0, delta.firstId) || !m_fields.integer(at('u'), 0, delta.lastId))
        return false;
    if (delta.lastId < delta.firstId)
        return m_reader.fail(Errc::BadSchema, "u", "lies before U");
    delta.previousLast = delta.firstId - 1;
    if (m_product == Product::UsdM && !m_fields.integer(EventKeys::previousLast, -1, delta.previousLast))
        return false;
    delta.time = target.decoded.venueTime;
    if (m_product == Product::UsdM && !m_fields.time(at('T'), delta.time))
        return false;
    if (!m_fields.levels(at('b'), delta.scale, delta.bids) || !m_fields.levels(at('a'), delta.scale, delta.asks))
        return false;
    if (target.isPartial)
        target.decoded.kind = Decoded::Kind::Ignored;
    else
        target.out.emplace_back(std::move(delta));
    return true;
}

bool EventReader::appendBookTicker(Target& target)
{
    const Instrument* instrument = nullptr;
    const Symbol symbol = findSymbol(m_fields, target, instrument);
    if (symbol != Symbol::Known)
        return symbol == Symbol::Skipped;
    BookTop top;
    top.instrument = instrument->id;
    top.scale = instrument->bookScale();
    if (m_product == Product::UsdM && (!stamp(target) || !m_fields.time(at('T'), top.time)))
        return false;
    target.decoded.kind = Decoded::Kind::Events;
    if (!m_fields.integer(at('u'), 0, top.updateId) || !m_fields.mantissa(at('b'), top.scale.price, top.bid.price)
        || !m_fields.mantissa(at('B'), top.scale.quantity, top.bid.quantity)
        || !m_fields.mantissa(at('a'), top.scale.price, top.ask.price)
        || !m_fields.mantissa(at('A'), top.scale.quantity, top.ask.quantity))
        return false;
    target.out.emplace_back(top);
    return true;
}

bool EventReader::appendKline(Target& target)
{
    const Instrument* instrument = nullptr;
    const Symbol symbol = findSymbol(m_fields, target, instrument);
    if (symbol != Symbol::Known)
        return symbol == Symbol::Skipped;
    if (!stamp(target))
        return false;
    KlineUpdate update;
    update.instrument = instrument->id;
    m_reader.setScope("kline.k");
    std::string_view text;
    if (!m_nested.text(at('i'), text))
        return false;
    const auto interval = parseInterval(text);
    if (!interval || !interval->isCalendar())
        return m_reader.fail(Errc::BadSchema, "i", text);
    update.interval = *interval;
    if (!fillKline(*instrument, update.interval, update.kline))
        return false;
    target.out.emplace_back(std::move(update));
    return true;
}

bool EventReader::fillKline(const Instrument& instrument, Interval interval, Kline& kline)
{
    const int price = instrument.priceScale();
    const int quantity = instrument.quantityScale();
    if (!m_nested.time(at('t'), kline.openTime) || !m_nested.time(at('T'), kline.closeTime)
        || !m_nested.nearGrid(at('o'), price, false, kline.open) || !m_nested.nearGrid(at('h'), price, false, kline.high)
        || !m_nested.nearGrid(at('l'), price, false, kline.low) || !m_nested.nearGrid(at('c'), price, false, kline.close)
        || !m_nested.nearGrid(at('v'), quantity, true, kline.volume)
        || !m_nested.nearGrid(at('V'), quantity, true, kline.takerBuyVolume) || !m_nested.any(at('q'), kline.quoteVolume)
        || !m_nested.integer(at('n'), 0, kline.trades) || !m_nested.boolean(at('x'), kline.closed))
        return false;
    return checkBar(m_reader, kline, interval, "t", "T");
}

bool EventReader::appendMarkPrice(Target& target)
{
    const Instrument* instrument = nullptr;
    const Symbol symbol = findSymbol(m_fields, target, instrument);
    if (symbol != Symbol::Known)
        return symbol == Symbol::Skipped;
    MarkPrice mark;
    mark.instrument = instrument->id;
    std::string_view rate;
    std::int64_t next = 0;
    if (!stamp(target) || !m_fields.nearGrid(at('p'), instrument->priceScale(), false, mark.mark)
        || !m_fields.nearGrid(at('i'), instrument->priceScale(), true, mark.index) || !m_fields.text(at('r'), rate)
        || !m_fields.integer(at('T'), 0, next))
        return false;
    // Dated contracts are not funded: their rate is empty and their time zero.
    if (!rate.empty() && !m_fields.any(at('r'), mark.fundingRate))
        return false;
    if (next > 0 && !m_fields.time(at('T'), mark.nextFunding))
        return false;
    mark.time = target.decoded.venueTime;
    target.out.emplace_back(mark);
    return true;
}

bool EventReader::appendTicker(Target& target, bool isMini)
{
    const Instrument* instrument = nullptr;
    const Symbol symbol = findSymbol(m_fields, target, instrument);
    if (symbol != Symbol::Known)
        return symbol == Symbol::Skipped;
    Ticker24h ticker;
    ticker.instrument = instrument->id;
    if (!stamp(target) || !m_fields.nearGrid(at('v'), instrument->quantityScale(), true, ticker.volume)
        || !m_fields.any(at('q'), ticker.quoteVolume) || (!isMini && !m_fields.integer(at('n'), 0, ticker.trades)))
        return false;
    if (ticker.quoteVolume.isNegative())
        return m_reader.fail(Errc::BadNumber, "q", ticker.quoteVolume.toString());
    const int scale = instrument->priceScale();
    const bool nothingTraded = ticker.volume.isZero(); // a contract before its first trade has no prices: zeros
    if (!m_fields.nearGrid(at('c'), scale, nothingTraded, ticker.last)
        || !m_fields.nearGrid(at('o'), scale, nothingTraded, ticker.open)
        || !m_fields.nearGrid(at('h'), scale, nothingTraded, ticker.high)
        || !m_fields.nearGrid(at('l'), scale, nothingTraded, ticker.low))
        return false;
    if (ticker.low > ticker.high)
        return m_reader.fail(Errc::BadNumber, "l", "above the high");
    ticker.time = target.decoded.venueTime;
    if (ticker.last.isPositive())
        target.out.emplace_back(ticker);
    return true;
}

bool EventReader::appendForceOrder(Target& target)
{
    const Instrument* instrument = nullptr;
    const Symbol symbol = findSymbol(m_nested, target, instrument);
    if (symbol != Symbol::Known)
        return symbol == Symbol::Skipped;
    if (!stamp(target))
        return false;
    m_reader.setScope("forceOrder.o");
    Liquidation liquidation;
    liquidation.instrument = instrument->id;
    std::string_view side;
    if (!m_nested.text(at('S'), side))
        return false;
    if (side != "BUY" && side != "SELL")
        return m_reader.fail(Errc::BadSchema, "S", side);
    liquidation.side = side == "BUY" ? Side::Buy : Side::Sell;
    const int scale = instrument->priceScale();
    if (!m_nested.nearGrid(at('p'), scale, false, liquidation.price)
        || !m_nested.onGrid(at('q'), instrument->quantityScale(), liquidation.quantity)
        || !m_nested.time(at('T'), liquidation.time))
        return false;
    Price average; // what it was filled at says more than its limit
    if (m_nested.has(EventKeys::averagePrice)) {
        if (!m_nested.nearGrid(EventKeys::averagePrice, scale, true, average))
            return false;
        if (average.isPositive())
            liquidation.price = average;
    }
    target.out.emplace_back(liquidation);
    return true;
}

bool EventReader::noteShutdown(Target& target)
{
    if (m_fields.has(at('E')) && !m_fields.time(at('E'), target.decoded.venueTime))
        return false;
    target.decoded.kind = Decoded::Kind::Shutdown;
    return true;
}

} // namespace spreadline::binance
