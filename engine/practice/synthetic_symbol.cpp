// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/synthetic_symbol.h"

#include <cmath>

namespace spreadline::practice {
namespace {

constexpr std::int64_t idsPerSlice = 64;
constexpr double busyMinute = 20'000; // trades, from which on few minutes are kept
constexpr double wildMinute = 2.6;    // deviations; about one minute in a hundred liquidates somebody

SyntheticBook::Shape bookShape(const CatalogueEntry& entry, const Instrument& instrument, const MinuteBars& minutes)
{
    return {.meanSteps = minutes.meanTradeSteps(),
            .typicalPrice = std::llround(entry.level / instrument.tickSize.toDouble()),
            .units = {instrument.tickSize.mantissa(), instrument.stepSize.mantissa()}};
}

} // namespace

SyntheticSymbol::SyntheticSymbol(std::uint64_t seed, const CatalogueEntry& entry, InstrumentId id, const Rates& rates,
                                 SharedNoise& shared)
    : m_instrument(instrumentOf(entry, id)),
      m_rates(rates),
      m_key(noiseKey(seed, "book", entry.symbol)),
      m_minutes(seed, entry, m_instrument.tickSize.toDouble(), m_instrument.stepSize.toDouble(), rates.trades, shared),
      m_history([this](std::int64_t minute) { return m_minutes.bar(minute); }),
      m_reference(seed, entry, m_instrument, m_minutes),
      m_book(m_key, bookShape(entry, m_instrument, m_minutes)),
      m_slots(entry.tradesPerMinute * rates.trades > busyMinute ? 2 : 4)
{}

const std::vector<RawTrade>& SyntheticSymbol::minuteTrades(std::int64_t minute)
{
    MinuteSlot& slot = m_slots[static_cast<std::size_t>(minute) % m_slots.size()];
    if (slot.minute != minute) {
        slot.trades = tradesOf(m_minutes.plan(minute));
        slot.minute = minute;
    }
    return slot.trades;
}

Price SyntheticSymbol::price(std::int64_t ticks) const
{
    return Price::fromMantissa(ticks * m_instrument.tickSize.mantissa(), m_instrument.tickSize.scale());
}

Quantity SyntheticSymbol::quantity(std::int64_t steps) const
{
    return Quantity::fromMantissa(steps * m_instrument.stepSize.mantissa(), m_instrument.stepSize.scale());
}

Money SyntheticSymbol::money(std::int64_t tickSteps) const
{
    return Money::fromMantissa(tickSteps * m_instrument.tickSize.mantissa() * m_instrument.stepSize.mantissa(),
                               m_instrument.tickSize.scale() + m_instrument.stepSize.scale());
}

Trade SyntheticSymbol::trade(std::int64_t minute, std::size_t at)
{
    const RawTrade& raw = minuteTrades(minute)[at];
    return {.instrument = m_instrument.id,
            .id = firstId(minute) + static_cast<std::int64_t>(at),
            .price = price(raw.price),
            .quantity = quantity(raw.quantity),
            .aggressor = raw.buyerIsTaker ? Side::Buy : Side::Sell,
            .time = Timestamp::fromMillis(minute * minuteMillis + raw.millis)};
}

std::size_t SyntheticSymbol::tradesBy(std::int64_t millis)
{
    const auto& trades = minuteTrades(millis / minuteMillis);
    const auto into = static_cast<int>(millis % minuteMillis);
    const auto after = std::ranges::upper_bound(trades, into, {}, &RawTrade::millis);
    return static_cast<std::size_t>(after - trades.begin());
}

RawBar SyntheticSymbol::bar(std::int64_t from, std::int64_t to)
{
    const std::int64_t lastWhole = to / minuteMillis;
    RawBar bar = m_history.span(from / minuteMillis, lastWhole);
    if (to % minuteMillis == 0 || lastWhole < firstMinute())
        return bar;
    const auto& trades = minuteTrades(lastWhole);
    const std::size_t count = tradesBy(to - 1);
    for (std::size_t i = 0; i < count; ++i) {
        const RawTrade& t = trades[i];
        bar.add({t.price, t.price, t.price, t.price, t.quantity, t.buyerIsTaker ? t.quantity : 0, t.price * t.quantity, 1});
    }
    return bar;
}

Kline SyntheticSymbol::kline(const RawBar& raw, Timestamp open, Timestamp next, bool closed) const
{
    return {.openTime = open,
            .closeTime = next - std::chrono::milliseconds(1),
            .open = price(raw.open),
            .high = price(raw.high),
            .low = price(raw.low),
            .close = price(raw.close),
            .volume = quantity(raw.volume),
            .takerBuyVolume = quantity(raw.takerBuy),
            .quoteVolume = money(raw.quote),
            .trades = raw.trades,
            .closed = closed};
}

std::int64_t SyntheticSymbol::lastUpdateId(std::int64_t slice) const noexcept
{
    return slice * idsPerSlice + static_cast<std::int64_t>(keyed(m_key + 1, slice) % (idsPerSlice / 2));
}

void SyntheticSymbol::book(std::int64_t slice, int depth, BookSides& sides)
{
    const std::int64_t millis = sliceMillis(slice);
    const std::int64_t minute = millis / minuteMillis;
    const std::size_t count = tradesBy(millis); // never zero: the first trade of a minute is at its start
    const RawTrade& last = minuteTrades(minute)[count - 1];
    const SyntheticBook::Anchors anchors{m_minutes.openPrice(minute), m_minutes.openPrice(minute - 1),
                                         m_minutes.openPrice(minute - 2)};
    const Touch touch = touchAfter(m_key + 2, last.price, last.buyerIsTaker, millis / 1'000);
    m_book.build(millis, touch, anchors, std::min(depth, m_rates.bookLevels), sides);
}

BookDelta SyntheticSymbol::delta(std::int64_t fromSlice, const BookSides& before, std::int64_t toSlice,
                                 const BookSides& after) const
{
    BookDelta delta;
    delta.instrument = m_instrument.id;
    delta.previousLast = lastUpdateId(fromSlice);
    delta.lastId = lastUpdateId(toSlice);
    const auto room = static_cast<std::uint64_t>(std::min<std::int64_t>(delta.lastId - delta.previousLast, idsPerSlice / 2));
    delta.firstId = delta.previousLast + 1 + static_cast<std::int64_t>(keyed(m_key + 4, fromSlice) % room);
    delta.time = Timestamp::fromMillis(sliceMillis(toSlice));
    delta.scale = m_instrument.bookScale();
    delta.bids = changedLevels(before.bids, after.bids, true);
    delta.asks = changedLevels(before.asks, after.asks, false);
    if (delta.bids.empty() && delta.asks.empty())
        delta.bids.push_back(after.bids.front());
    return delta;
}

std::vector<std::size_t> SyntheticSymbol::liquidations(std::int64_t minute)
{
    const MinutePlan plan = m_minutes.plan(minute);
    const double move = static_cast<double>(plan.close() - plan.open()) / std::max(1.0, m_minutes.minuteSigma(minute));
    std::vector<std::size_t> forced;
    if (std::abs(move) < wildMinute)
        return forced;
    const auto& trades = minuteTrades(minute);
    const std::uint64_t h = keyed(m_key + 5, minute);
    const std::size_t wanted = 1 + h % 4;
    const bool falling = move < 0;
    for (std::size_t i = (h >> 8) % trades.size(); i < trades.size() && forced.size() < wanted; i += 1 + trades.size() / 8) {
        // A falling price sells out longs, a rising one buys in shorts: forced orders are takers.
        if (trades[i].buyerIsTaker != falling)
            forced.push_back(i);
    }
    return forced;
}

} // namespace spreadline::practice
