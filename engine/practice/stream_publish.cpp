// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/stream_faults.h"
#include "practice/stream_hub.h"
#include "practice/stream_session.h"

#include <algorithm>

namespace spreadline::practice {

void StreamHub::publishTrade(StreamChannel& channel, const Trade& trade)
{
    const auto write = [&](Trade each) {
        each.id = m_state.toldTradeId(each.instrument, each.id);
        m_state.oracle.addTrade(each.instrument, each.id);
        if (m_state.faults.isOn(Verb::TradeId))
            if (const Fault* const fault = m_state.faults.fire(Verb::TradeId, channel.text))
                each.id = fault->argument("id", 9'000'000'000'000'000);
        m_payload.clear();
        if (channel.name.family == StreamFamily::Trade)
            writeTrade(m_payload, head(each.instrument), each);
        else
            writeAggTrade(m_payload, head(each.instrument), each);
        send(channel);
    };
    if (!m_state.faults.isAnyOn(Verb::MdSpike, Verb::TradeReorder)) {
        write(trade);
        return;
    }
    for (const Trade& each : spoilTrade(m_state.faults, channel, trade))
        write(each);
}

void StreamHub::flushAggTrades(StreamChannel& channel)
{
    for (const Trade& trade : channel.trades)
        publishTrade(channel, trade);
    channel.trades.clear();
}

void StreamHub::publishTop(StreamChannel& channel, const StreamDesk& at, InstrumentId id)
{
    const BookLevel bid = at.book.bestBid(), ask = at.book.bestAsk();
    if (bid == channel.bid && ask == channel.ask)
        return;
    channel.bid = bid;
    channel.ask = ask;
    m_payload.clear();
    writeBookTicker(m_payload, head(id), m_state.toldUpdateId(id, at.book.updateId()), at.bookTime, bid, ask, at.book.scale());
    send(channel);
}

void StreamHub::flushDepth(StreamChannel& channel, InstrumentId id, StreamDesk& at)
{
    DeltaMerge& merge = channel.merge;
    if (merge.isEmpty())
        return;
    merge.fold();
    const std::int64_t before = merge.sentLast ? merge.sentLast : merge.previousLast;
    const DepthIds ids{m_state.toldUpdateId(id, merge.firstId), m_state.toldUpdateId(id, merge.lastId),
                       m_state.toldUpdateId(id, before), merge.time.millis()};
    if (m_state.faults.isAnyOn(Verb::BookGap, Verb::BookWide) || !channel.ghosts.empty()) {
        if (!spoilDepth(m_state.faults, channel, at.book)) {
            merge.clear();
            return;
        }
    }
    m_payload.clear();
    writeDepth(m_payload, head(id), ids, merge.bids, merge.asks, at.book.scale());
    merge.clear();
    send(channel);
}

void StreamHub::flushPartial(StreamChannel& channel, InstrumentId id, StreamDesk& at)
{
    if (!at.hasBook)
        startBook(at, id, m_now);
    const std::int64_t updateId = at.book.updateId();
    if (updateId == channel.bookIdSent)
        return;
    const std::int64_t before = channel.bookIdSent ? channel.bookIdSent : updateId - 1;
    const DepthIds ids{m_state.toldUpdateId(id, before + 1), m_state.toldUpdateId(id, updateId), m_state.toldUpdateId(id, before),
                       at.bookTime};
    channel.bookIdSent = updateId;
    m_payload.clear();
    writePartialDepth(m_payload, head(id), ids, at.book, channel.name.levels);
    send(channel);
}

void StreamHub::flushKline(StreamChannel& channel, InstrumentId id, StreamDesk& at)
{
    const bool first = !channel.kline.openTime.isKnown();
    const bool barEnded = !first && m_now >= nextOpenTime(channel.name.interval, channel.kline.openTime);
    if (!first && !barEnded && at.tradeCount == channel.klineTrades && !m_state.faults.isOn(Verb::KlineEarly))
        return;
    channel.klineTrades = at.tradeCount;
    if (at.lastTradeId < 0)
        if (const auto newest = m_state.source.trades(id, 0, 1, m_now); !newest.empty())
            at.lastTradeId = newest.back().id;
    const Timestamp from = first ? openTime(channel.name.interval, m_now) : channel.kline.openTime;
    const auto klines = m_state.source.klines(id, channel.name.interval, from, m_now, 1'000, m_now);
    std::int64_t lastTradeId = at.lastTradeId; // of the bar at hand: what the later bars hold comes off first
    for (const Kline& kline : klines)
        lastTradeId -= kline.trades;
    for (const Kline& kline : klines) {
        lastTradeId += kline.trades;
        const bool closed = m_now >= nextOpenTime(channel.name.interval, kline.openTime);
        const bool changed = kline.openTime != channel.kline.openTime || kline != channel.kline;
        channel.kline = kline;
        if (closed || changed)
            sendKline(channel, id, kline, closed, lastTradeId);
        if (closed) { // the next look starts behind it
            channel.kline = {};
            channel.kline.openTime = nextOpenTime(channel.name.interval, kline.openTime);
        }
    }
}

void StreamHub::sendKline(StreamChannel& channel, InstrumentId id, const Kline& kline, bool closed, std::int64_t lastTradeId)
{
    int times = 1;
    bool told = closed;
    if (m_state.faults.isAnyOn(Verb::KlineTwice, Verb::KlineEarly) || channel.closedEarly)
        times = spoilKline(m_state.faults, channel, m_now, closed, told);
    m_payload.clear();
    writeKline(m_payload, head(id), kline, channel.interval, m_state.toldTradeId(id, lastTradeId), told, channel.name.continuous);
    for (; times > 0; --times)
        send(channel);
}

void StreamHub::writeTimed(StreamFamily family, InstrumentId id)
{
    const MessageHead headOf = head(id);
    switch (family) {
    case StreamFamily::MarkPrice: writeMarkPrice(m_payload, headOf, m_state.source.mark(id, m_now)); break;
    case StreamFamily::MiniTicker: writeMiniTicker(m_payload, headOf, m_state.source.ticker(id, m_now)); break;
    case StreamFamily::Ticker: {
        const auto newest = m_state.source.trades(id, 0, 1, m_now);
        const TickerExtras extras{newest.empty() ? Quantity() : newest.back().quantity,
                                  newest.empty() ? -1 : m_state.toldTradeId(id, newest.back().id), m_now.millis(),
                                  m_state.instrument(id).priceScale()};
        writeTicker(m_payload, headOf, m_state.source.ticker(id, m_now), extras);
        break;
    }
    case StreamFamily::BookTicker: {
        const BookSnapshot book = m_state.source.book(id, 1, m_now);
        writeBookTicker(m_payload, headOf, m_state.toldUpdateId(id, book.updateId), book.time.millis(),
                        book.bids.empty() ? BookLevel{} : book.bids.front(), book.asks.empty() ? BookLevel{} : book.asks.front(),
                        book.scale);
        break;
    }
    default: break;
    }
}

void StreamHub::flushTimed(StreamChannel& channel)
{
    if (channel.name.family == StreamFamily::ContractInfo)
        return; // nothing about a contract changes here
    m_payload.clear();
    if (!channel.name.isAll()) {
        writeTimed(channel.name.family, channel.name.instrument);
        send(channel);
        return;
    }
    const bool each = channel.name.family == StreamFamily::BookTicker; // the one "!" stream without an array
    for (const Instrument& instrument : m_state.instruments) {
        if (m_state.isHalted(instrument.id))
            continue;
        if (each)
            m_payload.clear();
        else
            m_payload.push_back(m_payload.empty() ? '[' : ',');
        writeTimed(channel.name.family, instrument.id);
        if (each)
            send(channel);
    }
    if (!each && !m_payload.empty()) {
        m_payload.push_back(']');
        send(channel);
    }
}

void StreamHub::floodTops()
{
    const Duration now = m_state.clock.monotonic();
    const double seconds = std::min(0.1, std::chrono::duration<double>(now - std::exchange(m_floodAt, now)).count());
    std::vector<StreamChannel*> tops;
    for (const StreamDesk& at : m_desks)
        for (StreamChannel* const channel : at.tops)
            if (at.hasBook)
                tops.push_back(channel);
    const Fault* const fault = tops.empty() ? nullptr : m_state.faults.fire(Verb::MdRate, "");
    if (!fault)
        return;
    m_floodOwed += seconds * static_cast<double>(fault->argument("rate", 50'000));
    for (std::size_t i = 0; m_floodOwed >= 1; --m_floodOwed, ++i) {
        StreamChannel& channel = *tops[i % tops.size()];
        channel.bid = {}; // said again although nothing changed
        publishTop(channel, desk(channel.name.instrument), channel.name.instrument);
    }
}

} // namespace spreadline::practice
