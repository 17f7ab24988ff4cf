// SPDX-License-Identifier: GPL-3.0-or-later
#include "market_tap.h"

#include "base/hash.h"

#include <algorithm>

namespace spreadline::faults {
namespace {

constexpr std::size_t levelsHashed = 20;

void addSide(StateHash& hash, std::span<const BookLevel> levels)
{
    for (const BookLevel& level : levels.first(std::min(levels.size(), levelsHashed))) {
        hash.add(level.price);
        hash.add(level.quantity);
    }
}

/// The best levels of an OrderBook's side, best first.
std::vector<BookLevel> bestOf(std::span<const BookLevel> levels)
{
    const auto best = levels.last(std::min(levels.size(), levelsHashed));
    return {best.rbegin(), best.rend()};
}

} // namespace

std::uint64_t topHash(std::span<const BookLevel> bids, std::span<const BookLevel> asks)
{
    StateHash hash;
    addSide(hash, bids);
    addSide(hash, asks);
    return hash.value();
}

std::size_t MarketTap::deliver(std::vector<StampedEvent>& batch)
{
    if (m_mutant)
        std::erase_if(batch, [this](StampedEvent& stamped) { return !m_mutant(stamped.event); });
    {
        const std::lock_guard lock(m_mutex);
        for (const StampedEvent& stamped : batch)
            note(stamped.event);
    }
    return m_next.deliver(batch);
}

void MarketTap::complain(const QString& text)
{
    if (m_complaints.size() < 20)
        m_complaints << text;
}

bool MarketTap::isSynced(const Channel& channel) const
{
    const auto found = m_trusts.find(channel);
    return found != m_trusts.end() && found->second.back().trust.state == TrustState::Synced;
}

void MarketTap::sawData(StreamKind kind, InstrumentId instrument, Interval interval)
{
    const auto now = Clock::now();
    m_lastData[{kind, instrument, interval}] = now;
    m_lastData[{kind, allInstruments, interval}] = now;
}

void MarketTap::noteTrust(const ChannelTrust& trust)
{
    m_trusts[trust.channel].push_back({trust.trust, Clock::now()});
    if (trust.channel.kind != StreamKind::Book)
        return;
    Book& book = m_books[trust.channel.instrument];
    if (trust.trust.state == TrustState::Down || trust.trust.state == TrustState::Resyncing)
        book.whole = false;
    if (trust.trust.state == TrustState::Synced && !book.whole)
        complain(QStringLiteral("a book is Synced without a snapshot"));
    mark(trust.channel.instrument, book);
}

void MarketTap::mark(InstrumentId instrument, Book& book)
{
    if (book.whole && isSynced({StreamKind::Book, instrument, {}}))
        book.marks.push_back({book.book.updateId(), topHash(bestOf(book.book.bids()), bestOf(book.book.asks())), Clock::now()});
}

void MarketTap::noteSnapshot(const BookSnapshot& snapshot)
{
    Book& book = m_books[snapshot.instrument];
    if (book.whole)
        complain(QStringLiteral("a snapshot of a book nobody doubted"));
    book.book.reset(snapshot);
    book.whole = true;
    ++book.snapshots;
    mark(snapshot.instrument, book);
}

void MarketTap::noteDelta(const BookDelta& delta)
{
    Book& book = m_books[delta.instrument];
    const std::int64_t before = book.book.updateId();
    if (const Status applied = book.book.apply(delta); !book.whole || !applied)
        complain(QStringLiteral("a delta that does not continue its book, %1 after %2: %3")
                     .arg(delta.previousLast)
                     .arg(before)
                     .arg(QString::fromStdString(applied ? "no snapshot" : logText(applied.error()))));
    mark(delta.instrument, book);
}

void MarketTap::noteTrade(const Trade& trade)
{
    auto& ids = m_trades[trade.instrument];
    const auto trust = m_trusts.find({StreamKind::Trades, trade.instrument, {}});
    const bool partial = trust != m_trusts.end() && trust->second.back().trust.state == TrustState::Partial;
    if (!ids.empty() && isRestart(ids.back(), trade.id))
        ids.clear();
    if (!ids.empty() && trade.id <= ids.back())
        complain(QStringLiteral("trade %1 after %2").arg(trade.id).arg(ids.back()));
    else if (!ids.empty() && trade.id != ids.back() + 1 && !partial)
        complain(QStringLiteral("a hole before trade %1 on a channel that is not Partial").arg(trade.id));
    ids.push_back(trade.id);
}

void MarketTap::note(const MarketEvent& event)
{
    if (const auto* trust = std::get_if<ChannelTrust>(&event)) {
        noteTrust(*trust);
    } else if (const auto* trade = std::get_if<Trade>(&event)) {
        sawData(StreamKind::Trades, trade->instrument, {});
        noteTrade(*trade);
    } else if (const auto* snapshot = std::get_if<BookSnapshot>(&event)) {
        sawData(StreamKind::Book, snapshot->instrument, {});
        noteSnapshot(*snapshot);
    } else if (const auto* delta = std::get_if<BookDelta>(&event)) {
        sawData(StreamKind::Book, delta->instrument, {});
        noteDelta(*delta);
    } else if (const auto* kline = std::get_if<KlineUpdate>(&event)) {
        sawData(StreamKind::Klines, kline->instrument, kline->interval);
        if (kline->kline.closed)
            m_closes[{kline->instrument, kline->interval.amount}].push_back(kline->kline);
    } else if (const auto* top = std::get_if<BookTop>(&event)) {
        sawData(StreamKind::BookTop, top->instrument, {});
    } else if (const auto* mark = std::get_if<MarkPrice>(&event)) {
        sawData(StreamKind::MarkPrice, mark->instrument, {});
    } else if (const auto* ticker = std::get_if<Ticker24h>(&event)) {
        sawData(StreamKind::Ticker, ticker->instrument, {});
    } else if (const auto* health = std::get_if<VenueHealth>(&event)) {
        m_health = *health;
    } else if (std::holds_alternative<FrameRejected>(event)) {
        ++m_rejected;
    }
}

QStringList MarketTap::complaints() const
{
    const std::lock_guard lock(m_mutex);
    return m_complaints;
}

std::vector<MarketTap::BookMark> MarketTap::bookMarks(InstrumentId instrument) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_books.find(instrument);
    return found == m_books.end() ? std::vector<BookMark>() : found->second.marks;
}

int MarketTap::snapshots(InstrumentId instrument) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_books.find(instrument);
    return found == m_books.end() ? 0 : found->second.snapshots;
}

std::vector<std::int64_t> MarketTap::tradeIds(InstrumentId instrument) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_trades.find(instrument);
    return found == m_trades.end() ? std::vector<std::int64_t>() : found->second;
}

std::vector<Kline> MarketTap::closes(InstrumentId instrument, Interval interval) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_closes.find({instrument, interval.amount});
    return found == m_closes.end() ? std::vector<Kline>() : found->second;
}

std::vector<MarketTap::TrustChange> MarketTap::trusts(const Channel& channel) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_trusts.find(channel);
    return found == m_trusts.end() ? std::vector<TrustChange>() : found->second;
}

TrustState MarketTap::stateOf(const Channel& channel) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_trusts.find(channel);
    return found == m_trusts.end() ? TrustState::Down : found->second.back().trust.state;
}

MarketTap::Clock::time_point MarketTap::lastData(const Channel& channel) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_lastData.find(channel);
    return found == m_lastData.end() ? Clock::time_point() : found->second;
}

std::int64_t MarketTap::rejected() const
{
    const std::lock_guard lock(m_mutex);
    return m_rejected;
}

VenueHealth MarketTap::health() const
{
    const std::lock_guard lock(m_mutex);
    return m_health;
}

} // namespace spreadline::faults
