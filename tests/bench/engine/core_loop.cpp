// SPDX-License-Identifier: GPL-3.0-or-later
#include "core_loop.h"

#include <cstdlib>

namespace spreadline::bench {

CoreLoop::CoreLoop(const Clock& clock, IngestMeter& meter) : m_clock(clock), m_meter(meter) {}

CoreLoop::~CoreLoop()
{
    stop();
}

void CoreLoop::start(Feed& feed)
{
    m_core = std::make_unique<TradingCore>(feed, m_store, [](std::unique_ptr<ViewBatch>) {});
    const Timestamp now = m_clock.now();
    m_inbox.post(Lane::Control, {now, Timer{Timer::Kind::Start, 0}});
    m_inbox.post(Lane::Control, {now, MarketEvent(InstrumentsLoaded{{}, Source::Store})});
    ViewInterest interest;
    for (std::uint32_t i = 0; i < venueSymbols; ++i) {
        interest.books.push_back({InstrumentId{i}, 100, 1});
        interest.tapes.push_back(InstrumentId{i});
    }
    m_inbox.post(Lane::Control, {now, Command(SetInterest{interest})});
    m_thread = std::thread([this] { run(); });
}

void CoreLoop::stop()
{
    m_inbox.close();
    if (m_thread.joinable())
        m_thread.join();
}

std::size_t CoreLoop::deliver(std::vector<StampedEvent>& batch)
{
    std::vector<CoreEvent> events;
    events.reserve(batch.size());
    for (StampedEvent& stamped : batch)
        events.push_back({stamped.received, std::move(stamped.event)});
    return m_inbox.postMarket(events);
}

void CoreLoop::run()
{
    while (!m_inbox.isClosed())
        m_inbox.drain(std::chrono::milliseconds(100), [this](CoreEvent& event) { handle(event); });
}

void CoreLoop::handle(CoreEvent& event)
{
    m_core->step(event);
    if (m_isMeasuring)
        return measure(event);
    const auto* market = std::get_if<MarketEvent>(&event.what);
    const auto* change = market ? std::get_if<ChannelTrust>(market) : nullptr;
    if (!change || (change->channel.kind != StreamKind::Book && change->channel.kind != StreamKind::Trades))
        return;
    if (isUsable(change->trust))
        m_synced.insert(change->channel);
    else
        m_synced.erase(change->channel);
    m_syncedCount = static_cast<int>(m_synced.size());
}

void CoreLoop::measure(const CoreEvent& event)
{
    const auto* market = std::get_if<MarketEvent>(&event.what);
    const auto* trade = market ? std::get_if<Trade>(market) : nullptr;
    if (!trade && !(market && std::holds_alternative<BookDelta>(*market)))
        return;
    m_meter.noteDelay((m_clock.now() - event.received).count());
    if (trade)
        m_meter.noteTrade(trade->quantity.mantissa());
    m_meter.noteDone();
}

std::int64_t CoreLoop::missing(std::int64_t lastTrade, std::int64_t lastDepth) const
{
    std::int64_t missing = 0;
    for (std::uint32_t i = 0; i < venueSymbols; ++i) {
        const InstrumentMarket* market = m_core->market().find(InstrumentId{i});
        if (!market || !market->tape || !market->book || market->book->isStale())
            return lastTrade + lastDepth;
        missing += std::abs(lastTrade - market->tape->lastId()) + market->tape->missed();
        missing += std::abs(lastDepth - market->book->updateId()) / VenueFrames::idsPerDepth;
    }
    return missing;
}

} // namespace spreadline::bench
