// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/replay_market.h"

#include <algorithm>
#include <chrono>

namespace spreadline::practice {
namespace {

constexpr Duration slice = std::chrono::milliseconds(100);
constexpr std::int64_t mostSlices = 100; // of an invented book in one advance; beyond, its changes come as one

} // namespace

ReplayMarket::ReplayMarket(Recording recording, std::string name) : m_recording(std::move(recording)), m_name(std::move(name))
{
    for (const Instrument& instrument : m_recording.instruments)
        m_symbols.emplace_back(instrument, m_recording.hasDepth);
    m_end = m_recording.rows.empty() ? m_recording.items.back().time : m_recording.rows.back().closeTime;
    playHistory();
}

std::string ReplayMarket::description() const
{
    return "Replay of " + m_name + ", " + toIsoString(m_recording.start) + " to " + toIsoString(m_end) + "." + m_recording.notes;
}

void ReplayMarket::playHistory()
{
    m_now = m_recording.start;
    if (!m_recording.rows.empty()) {
        m_symbols.front().setRowInterval(m_recording.rowInterval);
        for (; m_nextRow < m_recording.rows.size() && m_recording.rows[m_nextRow].openTime < m_now; ++m_nextRow) {
            m_symbols.front().complete(m_recording.rows[m_nextRow]);
            if (m_nextRow + 50 < m_recording.rows.size() && m_recording.rows[m_nextRow + 50].openTime < m_now)
                continue; // the trades of the last fifty rows are enough of a tape
            for (const Trade& trade : tradesOfRow(m_recording.rows[m_nextRow], m_symbols.front().instrument(), m_nextTradeId)) {
                m_symbols.front().apply(trade);
                ++m_nextTradeId;
            }
        }
        playRows(m_now, nullptr);
    }
    playItems(m_now, nullptr);
}

void ReplayMarket::setActive(InstrumentId instrument, bool active)
{
    symbol(instrument).active = active;
}

void ReplayMarket::advance(Timestamp now, std::vector<MarketEvent>& out)
{
    if (now <= m_now || m_now >= m_end)
        return;
    const Timestamp from = m_now;
    const Timestamp to = std::min(now, m_end);
    if (m_recording.hasDepth) {
        playItems(to, &out);
    } else {
        // An invented book follows the trades slice by slice.
        Timestamp at = from;
        const std::int64_t slices = to.nanos() / slice.count() - from.nanos() / slice.count();
        const Duration stride = slices > mostSlices ? to - from : slice;
        while (at < to) {
            const Timestamp next = std::min(to, Timestamp::fromNanos((at.nanos() / stride.count() + 1) * stride.count()));
            playItems(next, &out);
            playRows(next, &out);
            moveInventedBooks(at, next, &out);
            at = next;
        }
    }
    m_now = to;
    if (to.nanos() / 1'000'000'000 != from.nanos() / 1'000'000'000)
        tellMarks(to, out);
}

void ReplayMarket::play(const Recording::Item& item, std::vector<MarketEvent>* out)
{
    ReplaySymbol* owner = nullptr;
    bool tell = true;
    if (const auto* trade = std::get_if<Trade>(&item.event)) {
        (owner = &symbol(trade->instrument))->apply(*trade);
    } else if (const auto* delta = std::get_if<BookDelta>(&item.event)) {
        owner = &symbol(delta->instrument);
        tell = owner->apply(*delta);
    } else if (const auto* snapshot = std::get_if<BookSnapshot>(&item.event)) {
        symbol(snapshot->instrument).apply(*snapshot);
    } else if (const auto* mark = std::get_if<MarkPrice>(&item.event)) {
        (owner = &symbol(mark->instrument))->apply(*mark);
    }
    if (out && owner && owner->active && tell)
        out->push_back(item.event);
}

void ReplayMarket::playItems(Timestamp now, std::vector<MarketEvent>* out)
{
    for (; m_nextItem < m_recording.items.size() && m_recording.items[m_nextItem].time <= now; ++m_nextItem)
        play(m_recording.items[m_nextItem], out);
}

void ReplayMarket::playRows(Timestamp now, std::vector<MarketEvent>* out)
{
    const auto& rows = m_recording.rows;
    while (true) {
        for (; m_nextRowTrade < m_rowTrades.size() && m_rowTrades[m_nextRowTrade].time <= now; ++m_nextRowTrade)
            play({m_rowTrades[m_nextRowTrade].time, m_rowTrades[m_nextRowTrade]}, out);
        if (m_nextRowTrade < m_rowTrades.size())
            return;
        // The row under way is complete with its close time; then the next one is taken up.
        const bool underWay = m_nextRow > 0 && rows[m_nextRow - 1].openTime >= m_recording.start;
        if (underWay && !m_rowTrades.empty()) {
            if (now <= rows[m_nextRow - 1].closeTime)
                return;
            m_symbols.front().complete(rows[m_nextRow - 1]);
            m_rowTrades.clear();
            m_nextRowTrade = 0;
        }
        if (m_nextRow == rows.size() || rows[m_nextRow].openTime > now)
            return;
        m_rowTrades = tradesOfRow(rows[m_nextRow], m_symbols.front().instrument(), m_nextTradeId);
        m_nextTradeId += static_cast<std::int64_t>(m_rowTrades.size());
        m_nextRowTrade = 0;
        if (m_rowTrades.empty())
            m_symbols.front().complete(rows[m_nextRow]); // nothing traded
        ++m_nextRow;
    }
}

void ReplayMarket::moveInventedBooks(Timestamp from, Timestamp to, std::vector<MarketEvent>* out)
{
    if (from.nanos() / slice.count() == to.nanos() / slice.count())
        return;
    for (ReplaySymbol& symbol : m_symbols) {
        auto delta = symbol.moveInventedBook(to);
        if (delta && out && symbol.active)
            out->push_back(std::move(*delta));
    }
}

void ReplayMarket::tellMarks(Timestamp now, std::vector<MarketEvent>& out)
{
    for (const ReplaySymbol& symbol : m_symbols) {
        if (symbol.active && !symbol.hasMarks() && symbol.hasPrice())
            out.push_back(symbol.mark(now));
    }
}

BookSnapshot ReplayMarket::book(InstrumentId instrument, int depth, Timestamp)
{
    return symbol(instrument).book(depth, m_now);
}

std::vector<Kline> ReplayMarket::klines(InstrumentId instrument, Interval interval, Timestamp from, Timestamp to, int limit,
                                        Timestamp)
{
    return symbol(instrument).klines(interval, from, to, limit, m_now);
}

std::vector<Kline> ReplayMarket::referenceKlines(Reference, InstrumentId instrument, Interval interval, Timestamp from,
                                                 Timestamp to, int limit, Timestamp)
{
    auto bars = symbol(instrument).klines(interval, from, to, limit, m_now);
    for (Kline& bar : bars) {
        bar.volume = bar.takerBuyVolume = Quantity();
        bar.quoteVolume = Money();
        bar.trades = 0;
    }
    return bars;
}

std::vector<Trade> ReplayMarket::trades(InstrumentId instrument, std::int64_t fromId, int limit, Timestamp)
{
    const auto& played = symbol(instrument).trades();
    const auto count = static_cast<std::ptrdiff_t>(std::max(limit, 0));
    auto first = played.end() - std::min(count, static_cast<std::ptrdiff_t>(played.size()));
    if (fromId > 0)
        first = std::ranges::lower_bound(played, fromId, {}, &Trade::id);
    return {first, first + std::min(count, played.end() - first)};
}

std::vector<Trade> ReplayMarket::tradesBetween(InstrumentId instrument, Timestamp from, Timestamp to, int limit, Timestamp)
{
    const auto& played = symbol(instrument).trades();
    const auto first = std::ranges::lower_bound(played, from, {}, &Trade::time);
    const auto last = std::ranges::upper_bound(played, to, {}, &Trade::time);
    if (first >= last)
        return {};
    return {first, first + std::min(static_cast<std::ptrdiff_t>(std::max(limit, 0)), last - first)};
}

MarkPrice ReplayMarket::mark(InstrumentId instrument, Timestamp)
{
    return symbol(instrument).mark(m_now);
}

Ticker24h ReplayMarket::ticker(InstrumentId instrument, Timestamp)
{
    return symbol(instrument).ticker(m_now);
}

Quantity ReplayMarket::openInterest(InstrumentId, Timestamp)
{
    return {};
}

std::vector<MarketSource::Funding> ReplayMarket::funding(InstrumentId, Timestamp, Timestamp, int, Timestamp)
{
    return {};
}

} // namespace spreadline::practice
