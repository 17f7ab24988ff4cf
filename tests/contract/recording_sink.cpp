// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording_sink.h"

#include <algorithm>

namespace spreadline::test {

std::size_t RecordingSink::deliver(std::vector<StampedEvent>& batch)
{
    const std::lock_guard lock(m_mutex);
    if (m_hung)
        return 0;
    if (m_silence && !batch.empty())
        complain("something arrived after stop()");
    for (const StampedEvent& stamped : batch) {
        ++m_events;
        if (!stamped.received.isKnown())
            complain("an event without a stamp");
        note(stamped.event);
    }
    return batch.size();
}

void RecordingSink::complain(const std::string& text)
{
    if (m_complaint.empty())
        m_complaint = text;
}

void RecordingSink::noteTrust(const ChannelTrust& trust)
{
    m_trust[trust.channel].push_back(trust.trust);
    if (trust.channel.kind == StreamKind::Book && trust.trust.state != TrustState::Synced
        && trust.trust.state != TrustState::Stale)
        m_books[trust.channel.instrument].whole = false;
}

void RecordingSink::noteData(const Channel& channel)
{
    ++m_counts[channel];
    const bool announced = m_trust.contains(channel) || m_trust.contains({channel.kind, allInstruments, channel.interval});
    const bool isTable = channel.kind == StreamKind::Ticker || channel.kind == StreamKind::MarkPrice; // the tables at start
    if (!announced && !isTable)
        complain("data of a channel came before its trust");
}

void RecordingSink::noteTrade(const Trade& trade)
{
    noteData({StreamKind::Trades, trade.instrument, {}});
    auto& ids = m_trades[trade.instrument];
    const auto& trust = m_trust[{StreamKind::Trades, trade.instrument, {}}];
    const bool partial = !trust.empty() && trust.back().state == TrustState::Partial;
    if (!ids.empty() && trade.id <= ids.back())
        complain("trade ids do not rise: " + std::to_string(trade.id) + " after " + std::to_string(ids.back()));
    else if (!ids.empty() && trade.id != ids.back() + 1 && !partial)
        complain("a hole in the trades before " + std::to_string(trade.id) + " on a channel that is not Partial");
    ids.push_back(trade.id);
}

void RecordingSink::note(const MarketEvent& event)
{
    if (const auto* trust = std::get_if<ChannelTrust>(&event)) {
        noteTrust(*trust);
    } else if (const auto* trade = std::get_if<Trade>(&event)) {
        noteTrade(*trade);
    } else if (const auto* snapshot = std::get_if<BookSnapshot>(&event)) {
        noteData({StreamKind::Book, snapshot->instrument, {}});
        ++m_snapshots[snapshot->instrument];
        Book& book = m_books[snapshot->instrument];
        if (book.whole)
            complain("a snapshot of a book nobody doubted");
        book = {snapshot->updateId, true};
    } else if (const auto* delta = std::get_if<BookDelta>(&event)) {
        noteData({StreamKind::Book, delta->instrument, {}});
        Book& book = m_books[delta->instrument];
        if (!book.whole || delta->previousLast != book.id)
            complain("a delta that does not continue its book: " + std::to_string(delta->previousLast) + " after "
                     + std::to_string(book.id));
        book.id = delta->lastId;
    } else if (const auto* kline = std::get_if<KlineUpdate>(&event)) {
        noteData({StreamKind::Klines, kline->instrument, kline->interval});
    } else if (const auto* top = std::get_if<BookTop>(&event)) {
        noteData({StreamKind::BookTop, top->instrument, {}});
    } else if (const auto* mark = std::get_if<MarkPrice>(&event)) {
        noteData({StreamKind::MarkPrice, mark->instrument, {}});
    } else if (const auto* ticker = std::get_if<Ticker24h>(&event)) {
        noteData({StreamKind::Ticker, ticker->instrument, {}});
    } else if (const auto* loaded = std::get_if<InstrumentsLoaded>(&event)) {
        m_instruments = loaded->instruments;
    } else if (const auto* klines = std::get_if<KlineHistory>(&event)) {
        m_klineHistories.push_back(*klines);
    } else if (const auto* trades = std::get_if<TradeHistory>(&event)) {
        m_tradeHistories.push_back(*trades);
    } else if (const auto* derivatives = std::get_if<DerivativeHistory>(&event)) {
        m_derivativeHistories.push_back(*derivatives);
    } else if (const auto* health = std::get_if<VenueHealth>(&event)) {
        m_health = *health;
    } else if (std::holds_alternative<FrameRejected>(event)) {
        ++m_rejected;
    }
}

std::string RecordingSink::complaint() const
{
    const std::lock_guard lock(m_mutex);
    return m_complaint;
}

std::vector<Instrument> RecordingSink::instruments() const
{
    const std::lock_guard lock(m_mutex);
    return m_instruments;
}

InstrumentId RecordingSink::idOf(const std::string& symbol) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::ranges::find(m_instruments, symbol, &Instrument::symbol);
    return found == m_instruments.end() ? allInstruments : found->id;
}

TrustState RecordingSink::stateOf(const Channel& channel) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_trust.find(channel);
    return found == m_trust.end() ? TrustState::Down : found->second.back().state;
}

Errc RecordingSink::reasonOf(const Channel& channel) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_trust.find(channel);
    return found == m_trust.end() ? Errc::Internal : found->second.back().reason;
}

std::vector<TrustState> RecordingSink::statesOf(const Channel& channel) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<TrustState> states;
    if (const auto found = m_trust.find(channel); found != m_trust.end())
        std::ranges::transform(found->second, std::back_inserter(states), &Trust::state);
    return states;
}

std::vector<std::int64_t> RecordingSink::tradesOf(InstrumentId instrument) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_trades.find(instrument);
    return found == m_trades.end() ? std::vector<std::int64_t>() : found->second;
}

int RecordingSink::countOf(const Channel& channel) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_counts.find(channel);
    return found == m_counts.end() ? 0 : found->second;
}

int RecordingSink::snapshotsOf(InstrumentId instrument) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_snapshots.find(instrument);
    return found == m_snapshots.end() ? 0 : found->second;
}

std::vector<KlineHistory> RecordingSink::klineHistories() const
{
    const std::lock_guard lock(m_mutex);
    return m_klineHistories;
}

std::vector<TradeHistory> RecordingSink::tradeHistories() const
{
    const std::lock_guard lock(m_mutex);
    return m_tradeHistories;
}

std::vector<DerivativeHistory> RecordingSink::derivativeHistories() const
{
    const std::lock_guard lock(m_mutex);
    return m_derivativeHistories;
}

std::int64_t RecordingSink::rejected() const
{
    const std::lock_guard lock(m_mutex);
    return m_rejected;
}

VenueHealth RecordingSink::health() const
{
    const std::lock_guard lock(m_mutex);
    return m_health;
}

std::size_t RecordingSink::events() const
{
    const std::lock_guard lock(m_mutex);
    return m_events;
}

void RecordingSink::setHung(bool hung)
{
    const std::lock_guard lock(m_mutex);
    m_hung = hung;
}

void RecordingSink::expectSilence()
{
    const std::lock_guard lock(m_mutex);
    m_silence = true;
}

} // namespace spreadline::test
