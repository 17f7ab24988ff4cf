// SPDX-License-Identifier: GPL-3.0-or-later
#include "screen.h"

#include <algorithm>

namespace spreadline::faults {
namespace {

bool isSteady(StreamKind kind)
{
    return kind == StreamKind::Book || kind == StreamKind::BookTop || kind == StreamKind::MarkPrice;
}

} // namespace

Screen::Screen(EngineLink& link, const MarketTap& tap) : m_tap(tap), m_pump(link)
{
    connect(&m_pump, &FramePump::batchArrived, this, &Screen::take);
}

void Screen::take(const ViewBatch& batch)
{
    const auto now = MarketTap::Clock::now();
    if (m_lastFrame != MarketTap::Clock::time_point())
        m_longestGap = std::max(m_longestGap, std::chrono::duration_cast<std::chrono::milliseconds>(now - m_lastFrame));
    const bool wasBlocked = now - m_lastFrame > slack(); // nobody looked; what arrives now was made when it was asked for
    m_lastFrame = now;
    if (batch.instruments)
        m_instruments = *batch.instruments;
    for (const BookPtr& book : batch.books)
        takeBook(book);
    for (const TapeUpdate& tape : batch.tapes)
        takeTape(tape);
    for (const ChartUpdate& chart : batch.charts)
        takeChart(chart);
    if (batch.status)
        takeStatus(*batch.status);
    m_notices.insert(m_notices.end(), batch.notices.begin(), batch.notices.end());
    if (!wasBlocked)
        watchAges();
}

void Screen::takeBook(const BookPtr& book)
{
    m_books[book->instrument] = book;
    if (book->trust.state != TrustState::Synced)
        return;
    m_shownBooks[book->instrument].push_back({book->updateId, topHash(book->bids, book->asks), MarketTap::Clock::now()});
    const bool crossed = !book->bids.empty() && !book->asks.empty() && book->bids.front().price > book->asks.front().price;
    if (crossed)
        m_complaints << QStringLiteral("a book is shown crossed and Synced");
}

void Screen::takeTape(const TapeUpdate& tape)
{
    auto& ids = m_tapes[tape.instrument];
    if (tape.reset)
        ids.clear();
    for (const Trade& trade : tape.trades) {
        if (!ids.empty() && m_tap.isRestart(ids.back(), trade.id))
            ids.clear();
        if (!ids.empty() && trade.id <= ids.back())
            m_complaints << QStringLiteral("the tape shows trade %1 after %2").arg(trade.id).arg(ids.back());
        ids.push_back(trade.id);
    }
    m_tapeStates[tape.instrument] = tape.trust.state;
}

void Screen::takeChart(const ChartUpdate& update)
{
    Chart& chart = m_charts[update.chart];
    if (update.reset)
        chart.bars.clear();
    for (const Kline& bar : update.bars)
        chart.bars[bar.openTime] = bar;
    chart.loading = update.loading;
    chart.trust = update.trust;
}

void Screen::takeStatus(const StatusView& status)
{
    m_status = status;
    for (const ChannelTrust& channel : status.channels) {
        auto& badges = m_badges[channel.channel];
        if (badges.empty() || badges.back().second != channel.trust.state)
            badges.emplace_back(MarketTap::Clock::now(), channel.trust.state);
    }
}

void Screen::watchAges()
{
    for (const ChannelTrust& channel : m_status.channels) {
        if (!isSteady(channel.channel.kind) || channel.trust.state != TrustState::Synced)
            continue;
        const auto age =
            std::chrono::duration_cast<std::chrono::milliseconds>(MarketTap::Clock::now() - m_tap.lastData(channel.channel));
        if (age > staleWithin + slack() && m_complaints.size() < 20)
            m_complaints << QStringLiteral("a channel of kind %1 is shown as Synced %2 ms after its last data")
                                .arg(static_cast<int>(channel.channel.kind))
                                .arg(age.count());
    }
}

const Instrument* Screen::find(const std::string& symbol) const
{
    const auto found = std::ranges::find(m_instruments, symbol, &Instrument::symbol);
    return found == m_instruments.end() ? nullptr : &*found;
}

BookPtr Screen::book(InstrumentId instrument) const
{
    const auto found = m_books.find(instrument);
    return found == m_books.end() ? nullptr : found->second;
}

std::vector<std::int64_t> Screen::tape(InstrumentId instrument) const
{
    const auto found = m_tapes.find(instrument);
    return found == m_tapes.end() ? std::vector<std::int64_t>() : found->second;
}

TrustState Screen::tapeState(InstrumentId instrument) const
{
    const auto found = m_tapeStates.find(instrument);
    return found == m_tapeStates.end() ? TrustState::Down : found->second;
}

TrustState Screen::stateOf(const Channel& channel) const
{
    const auto found = std::ranges::find(m_status.channels, channel, &ChannelTrust::channel);
    return found == m_status.channels.end() ? TrustState::Down : found->trust.state;
}

Errc Screen::reasonOf(const Channel& channel) const
{
    const auto found = std::ranges::find(m_status.channels, channel, &ChannelTrust::channel);
    return found == m_status.channels.end() ? Errc::Unreachable : found->trust.reason;
}

bool Screen::allSynced() const
{
    return !m_status.channels.empty() && std::ranges::all_of(m_status.channels, [](const ChannelTrust& channel) {
        return channel.trust.state == TrustState::Synced;
    });
}

std::optional<MarketTap::Clock::time_point> Screen::firstDoubt(const Channel& channel, MarketTap::Clock::time_point since) const
{
    const auto found = m_badges.find(channel);
    if (found == m_badges.end())
        return std::nullopt;
    for (const auto& [at, state] : found->second) {
        if (at >= since && state != TrustState::Synced)
            return at;
    }
    return std::nullopt;
}

bool Screen::hasNotice(Errc code) const
{
    return std::ranges::any_of(m_notices, [code](const Notice& notice) { return notice.error.code == code; });
}

} // namespace spreadline::faults
