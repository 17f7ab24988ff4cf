// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/stream_hub.h"

#include "practice/stream_faults.h"
#include "practice/stream_session.h"

#include <algorithm>

namespace spreadline::practice {

namespace {

constexpr int bookDepth = 5'000;

void put(std::vector<StreamChannel*>& list, StreamChannel& channel, bool add)
{
    if (add)
        list.push_back(&channel);
    else
        std::erase(list, &channel);
}

} // namespace

StreamHub::StreamHub(ExchangeState& state, HubConfig config) : m_state(state), m_config(config), m_desks(state.instruments.size())
{}

StreamHub::~StreamHub() = default;

void StreamHub::attach(StreamSession& session)
{
    m_sessions.insert(&session);
}

void StreamHub::detach(StreamSession& session)
{
    for (const std::string& stream : session.subscriptions())
        unsubscribe(session, stream);
    m_sessions.erase(&session);
}

void StreamHub::subscribe(StreamSession& session, const std::string& stream)
{
    const auto name = parseStreamName(stream, [this](std::string_view symbol) { return m_state.find(symbol); });
    const bool lenient = m_config.lenient && session.route() == Route::Unrouted;
    if (!name || (!lenient && !delivers(session.route(), name->family)))
        return; // open and silent
    auto& channel = m_channels[stream];
    if (!channel) {
        channel = std::make_unique<StreamChannel>();
        channel->name = *name;
        channel->text = stream;
        channel->interval = name->family == StreamFamily::Kline ? toString(name->interval) : std::string();
        channel->lastSent = m_now;
        file(*channel, true);
    }
    if (std::ranges::find(channel->subscribers, &session) == channel->subscribers.end())
        channel->subscribers.push_back(&session);
    updateActive();
}

void StreamHub::unsubscribe(StreamSession& session, const std::string& stream)
{
    const auto found = m_channels.find(stream);
    if (found == m_channels.end())
        return;
    std::erase(found->second->subscribers, &session);
    if (!found->second->subscribers.empty())
        return;
    file(*found->second, false);
    m_channels.erase(found);
    updateActive();
}

void StreamHub::file(StreamChannel& channel, bool add)
{
    const StreamName& name = channel.name;
    if (name.isAll()) {
        put(name.family == StreamFamily::ForceOrder ? m_allForceOrders : m_allTimed, channel, add);
        return;
    }
    StreamDesk& at = desk(name.instrument);
    switch (name.family) {
    case StreamFamily::Trade: put(at.trades, channel, add); break;
    case StreamFamily::AggTrade: put(m_config.aggTradePeriod.count() == 0 ? at.trades : at.aggTrades, channel, add); break;
    case StreamFamily::Kline: put(at.klines, channel, add); break;
    case StreamFamily::BookTicker: put(at.tops, channel, add); break;
    case StreamFamily::PartialDepth: put(at.partials, channel, add); break;
    case StreamFamily::DiffDepth: put(at.depths, channel, add); break;
    case StreamFamily::ForceOrder: put(at.forceOrders, channel, add); break;
    case StreamFamily::MarkPrice:
    case StreamFamily::Ticker:
    case StreamFamily::MiniTicker:
    case StreamFamily::ContractInfo: put(at.timed, channel, add); break;
    }
    if (name.family == StreamFamily::AggTrade)
        channel.name.period = m_config.aggTradePeriod;
}

void StreamHub::updateActive()
{
    for (const Instrument& instrument : m_state.instruments) {
        StreamDesk& at = desk(instrument.id);
        const bool wanted = at.wantsEvents() || !m_allForceOrders.empty();
        if (wanted != at.isActive) {
            m_state.source.setActive(instrument.id, wanted);
            at.isActive = wanted;
            at.hasBook = false;
        }
    }
}

void StreamHub::startBook(StreamDesk& at, InstrumentId id, Timestamp now)
{
    const BookSnapshot snapshot = m_state.source.book(id, bookDepth, now);
    at.book.reset(snapshot);
    at.bookTime = snapshot.time.millis();
    at.hasBook = true;
}

MessageHead StreamHub::head(InstrumentId id) const
{
    return {m_state.instrument(id).symbol, m_eventTime};
}

void StreamHub::tick()
{
    constexpr double fast = 10; // below, catching up after a pause is right: other clocks have gone on
    if (m_state.clock.speed() > fast && m_now.isKnown())
        m_state.clock.holdAt(m_now
                             + std::chrono::duration_cast<Duration>(std::chrono::milliseconds(100) * m_state.clock.speed()));
    m_now = m_state.clock.now();
    m_eventTime = m_state.clock.told(m_now);
    updateHalts();
    m_events.clear();
    m_state.source.advance(m_now, m_events);
    for (const MarketEvent& event : m_events)
        std::visit([this](const auto& each) { onEvent(each); }, event);
    flushDue();
    if (m_state.faults.isOn(Verb::MdRate))
        floodTops();
}

void StreamHub::updateHalts()
{
    if (!std::exchange(m_anyHalts, m_state.faults.isOn(Verb::SymStatus)) && !m_anyHalts)
        return;
    m_state.updateHalts(m_now);
    for (const Instrument& instrument : m_state.instruments)
        if (m_state.isHalted(instrument.id))
            fallSilent(desk(instrument.id));
}

/// Forgets what the next message would continue from: the books that clients hold are no longer the venue's.
void StreamHub::fallSilent(StreamDesk& at)
{
    at.hasBook = false;
    at.lastTradeId = -1;
    for (StreamChannel* const channel : at.depths)
        channel->merge = {};
}

void StreamHub::onEvent(const Trade& trade)
{
    if (m_state.isHalted(trade.instrument))
        return;
    if (m_state.faults.isOn(Verb::TradeRestart)
        && m_state.faults.fire(Verb::TradeRestart, m_state.instrument(trade.instrument).symbol))
        m_state.tradeShift[index(trade.instrument)] = trade.id - 1;
    StreamDesk& at = desk(trade.instrument);
    ++at.tradeCount;
    at.lastTradeId = trade.id;
    at.lastQuantity = trade.quantity;
    for (StreamChannel* const channel : at.trades)
        publishTrade(*channel, trade);
    for (StreamChannel* const channel : at.aggTrades)
        channel->trades.push_back(trade);
}

void StreamHub::onEvent(const BookDelta& delta)
{
    StreamDesk& at = desk(delta.instrument);
    if (!at.wantsBook() || m_state.isHalted(delta.instrument))
        return;
    const bool isIncluded = at.hasBook && delta.lastId <= at.book.updateId(); // in the snapshot taken a moment ago
    if (isIncluded) {
        for (StreamChannel* const channel : at.depths)
            channel->merge.add(delta); // but nobody was told of it
        return;
    }
    if (!at.hasBook || delta.previousLast != at.book.updateId()) {
        startBook(at, delta.instrument, delta.time);
    } else {
        at.book.apply(delta);
        at.bookTime = delta.time.millis();
    }
    if (m_state.faults.isOn(Verb::BookReset) && m_state.faults.fire(Verb::BookReset, m_state.instrument(delta.instrument).symbol))
        m_state.idShift[index(delta.instrument)] = delta.firstId - 1;
    m_state.oracle.addBook(delta.instrument, {m_state.toldUpdateId(delta.instrument, at.book.updateId()), at.book.hash()});
    for (StreamChannel* const channel : at.depths)
        channel->merge.add(delta);
    for (StreamChannel* const channel : at.tops)
        publishTop(*channel, at, delta.instrument);
}

void StreamHub::onEvent(const Liquidation& liquidation)
{
    if (m_state.isHalted(liquidation.instrument))
        return;
    const auto publish = [&](StreamChannel& channel) {
        m_payload.clear();
        writeForceOrder(m_payload, head(liquidation.instrument), liquidation);
        send(channel);
    };
    for (StreamChannel* const channel : desk(liquidation.instrument).forceOrders)
        publish(*channel);
    for (StreamChannel* const channel : m_allForceOrders)
        publish(*channel);
}

bool StreamHub::isDue(StreamChannel& channel) const
{
    const std::int64_t period = channel.name.period.count();
    if (period > 0 && m_now.nanos() / period == channel.lastSent.nanos() / period)
        return false;
    channel.lastSent = m_now;
    return true;
}

void StreamHub::flushDue()
{
    for (const Instrument& instrument : m_state.instruments)
        flushDesk(instrument.id, desk(instrument.id));
    for (StreamChannel* const channel : m_allTimed)
        if (isDue(*channel))
            flushTimed(*channel);
}

void StreamHub::flushDesk(InstrumentId id, StreamDesk& at)
{
    if (m_state.isHalted(id))
        return;
    for (StreamChannel* const channel : at.aggTrades)
        if (isDue(*channel))
            flushAggTrades(*channel);
    for (StreamChannel* const channel : at.depths)
        if (isDue(*channel))
            flushDepth(*channel, id, at);
    for (StreamChannel* const channel : at.partials)
        if (isDue(*channel))
            flushPartial(*channel, id, at);
    for (StreamChannel* const channel : at.klines)
        if (isDue(*channel))
            flushKline(*channel, id, at);
    for (StreamChannel* const channel : at.timed)
        if (isDue(*channel))
            flushTimed(*channel);
}

void StreamHub::send(StreamChannel& channel)
{
    if (m_state.faults.isAnyOn(Verb::MdPrice, Verb::MdFuture)) {
        spoilPrice(m_state.faults, channel.text, m_payload);
        spoilStamps(m_state.faults, channel, m_payload);
    }
    const bool anyFault = m_state.faults.isAnyOn(Verb::WsDrop, Verb::WsReset);
    m_raw.clear();
    m_combined.clear();
    for (StreamSession* const session : channel.subscribers) {
        ++m_messagesSent;
        if (anyFault || session->isFaulty()) {
            session->deliverFaulty(channel.text, m_payload);
            continue;
        }
        std::string& frame = session->isCombined() ? m_combined : m_raw;
        if (frame.empty())
            appendMessage(frame, channel.text, m_payload, session->isCombined());
        session->sendFrame(frame);
    }
}

} // namespace spreadline::practice
