// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/market_state.h"

#include "base/hash.h"

#include <algorithm>

namespace spreadline {
namespace {

constexpr std::size_t maxInstruments = 100'000;

template<typename Tag>
void add(StateHash& hash, Decimal<Tag> number)
{
    hash.add(number.mantissa());
    hash.add(number.scale());
}

void add(StateHash& hash, const TrustTable& trust)
{
    for (const auto& [channel, state] : trust.all()) {
        hash.add(channel.kind);
        hash.add(channel.interval.kind);
        hash.add(channel.interval.amount);
        hash.add(state.state);
        hash.add(state.since.nanos());
    }
}

void add(StateHash& hash, const InstrumentMarket& market)
{
    hash.add(market.instrument.symbol);
    add(hash, market.instrument.tickSize);
    add(hash, market.instrument.stepSize);
    add(hash, market.last.value_or(Price{}));
    hash.add(market.lastTime.nanos());
    if (market.ticker)
        add(hash, market.ticker->volume);
    if (market.mark)
        add(hash, market.mark->mark);
    hash.add(market.book ? market.book->hash() : 0);
    hash.add(market.tape ? market.tape->lastId() : 0);
    for (const auto& [interval, series] : market.series) {
        hash.add(interval.kind);
        hash.add(interval.amount);
        hash.add(series.hash());
    }
    add(hash, market.trust);
}

} // namespace

bool InstrumentMarket::setLast(Price price, Timestamp time)
{
    if (time < lastTime)
        return false;
    lastTime = time;
    if (last && *last == price)
        return false;
    direction = !last ? 0 : price > *last ? 1 : -1;
    last = price;
    return true;
}

void InstrumentMarket::doubtLast(Timestamp limit)
{
    if (lastTime > limit)
        lastTime = {};
}

void InstrumentMarket::setTicker(const Ticker24h& fresh)
{
    if (ticker && fresh.time < ticker->time)
        return;
    ticker = fresh;
    setLast(fresh.last, fresh.time);
}

bool MarketState::setInstruments(const std::vector<Instrument>& instruments)
{
    if (instruments == *m_instruments)
        return false;
    for (const Instrument& instrument : instruments) {
        if (index(instrument.id) >= maxInstruments)
            continue; // ids are positions; this one is a broken list's
        while (index(instrument.id) >= m_markets.size())
            m_markets.push_back(std::make_unique<InstrumentMarket>());
        m_markets[index(instrument.id)]->instrument = instrument;
    }
    std::vector<Instrument> all;
    all.reserve(m_markets.size());
    for (const auto& market : m_markets)
        all.push_back(market->instrument);
    m_instruments = std::make_shared<const std::vector<Instrument>>(std::move(all));
    return true;
}

InstrumentMarket* MarketState::find(InstrumentId id) noexcept
{
    return index(id) < m_markets.size() ? m_markets[index(id)].get() : nullptr;
}

const InstrumentMarket* MarketState::find(InstrumentId id) const noexcept
{
    return index(id) < m_markets.size() ? m_markets[index(id)].get() : nullptr;
}

TrustTable* MarketState::trustOf(InstrumentId id) noexcept
{
    if (id == allInstruments)
        return &m_allMarkets;
    InstrumentMarket* market = find(id);
    return market ? &market->trust : nullptr;
}

std::uint64_t MarketState::hash() const
{
    StateHash hash;
    hash.add(m_markets.size());
    for (const auto& market : m_markets)
        add(hash, *market);
    add(hash, m_allMarkets);
    return hash.value();
}

} // namespace spreadline
