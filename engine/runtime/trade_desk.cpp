// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/trade_desk.h"

#include <algorithm>
#include <utility>

namespace spreadline {
namespace {

using namespace std::chrono_literals;

constexpr int seedTrades = 1'000;
constexpr Duration clockGrace = 1min; // a stored trade this long after the venue's clock is from another time

} // namespace

TradeDesk::TradeDesk(const CoreTime& time, MarketState& market, Feed& feed, Store& store, Recorder& recorder, LocalBars& local,
                     ViewBuilder& views)
    : m_time(time), m_market(market), m_feed(feed), m_store(store), m_recorder(recorder), m_local(local), m_views(views)
{}

void TradeDesk::begin(InstrumentMarket& market)
{
    market.tape = std::make_unique<TradeTape>();
    m_recorder.flush();
    m_store.loadTrades({market.instrument.id, market.instrument.symbol}, seedTrades);
    m_feed.requestTrades({market.instrument.id, 0, seedTrades});
}

void TradeDesk::end(InstrumentMarket& market)
{
    if (market.tape)
        m_missedBefore += market.tape->missed();
    market.tape.reset();
}

bool TradeDesk::onTrade(const Trade& trade)
{
    InstrumentMarket* market = m_market.find(trade.instrument);
    if (!market || !market->tape || !market->tape->push(trade))
        return false;
    market->trust.touch(StreamKind::Trades, {}, m_time.now());
    if (market->setLast(trade.price, trade.time))
        m_views.tickerChanged(trade.instrument);
    m_recorder.trade(market->instrument, trade);
    m_local.onTrade(trade);
    return true;
}

void TradeDesk::onHistory(const TradeHistory& history)
{
    InstrumentMarket* market = m_market.find(history.instrument);
    if (!market || !market->tape)
        return;
    if (history.failure && history.source == Source::Venue)
        m_views.notice(Severity::Info, *history.failure);
    if (history.source == Source::Venue) { // also what the tape has no room for
        for (const Trade& trade : history.trades)
            m_recorder.trade(market->instrument, trade);
    }
    if (!market->tape->merge(withoutFuture(history)))
        return;
    const std::size_t size = market->tape->size();
    if (market->setLast((*market->tape)[size - 1].price, (*market->tape)[size - 1].time))
        m_views.tickerChanged(history.instrument);
    m_local.rebuild(history.instrument);
}

/// A stored trade later than the venue's clock would hide every live one, which is older.
std::vector<Trade> TradeDesk::withoutFuture(const TradeHistory& history)
{
    std::vector<Trade> trades = history.trades;
    if (history.source != Source::Store)
        return trades;
    if (!m_time.isVenueKnown()) {
        for (const Trade& trade : trades)
            m_unjudged[history.instrument] = std::max(m_unjudged[history.instrument], trade.time);
        return trades;
    }
    const Timestamp limit = m_time.venueNow() + clockGrace;
    m_future += static_cast<std::int64_t>(std::erase_if(trades, [limit](const Trade& trade) { return trade.time > limit; }));
    return trades;
}

void TradeDesk::dropFuture()
{
    if (!m_time.isVenueKnown())
        return;
    const Timestamp limit = m_time.venueNow() + clockGrace;
    for (const auto& [instrument, newest] : std::exchange(m_unjudged, {})) {
        if (newest <= limit)
            continue;
        InstrumentMarket& market = *m_market.find(instrument);
        market.doubtLast(limit);
        const std::size_t dropped = market.tape ? market.tape->clearIfAfter(limit) : 0;
        if (dropped == 0)
            continue;
        m_future += static_cast<std::int64_t>(dropped);
        m_local.rebuild(instrument);
        m_feed.requestTrades({instrument, 0, seedTrades});
    }
}

std::int64_t TradeDesk::missed() const
{
    std::int64_t missed = m_missedBefore;
    for (const Instrument& instrument : *m_market.instruments()) {
        const InstrumentMarket& market = *m_market.find(instrument.id);
        missed += market.tape ? market.tape->missed() : 0;
    }
    return missed;
}

} // namespace spreadline
