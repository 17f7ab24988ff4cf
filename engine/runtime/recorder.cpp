// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/recorder.h"

#include <algorithm>
#include <ranges>

namespace spreadline {
namespace {

using namespace std::chrono_literals;

constexpr Duration flushPeriod = 1s;
constexpr std::size_t sampledLevels = 50;

std::vector<BookLevel> bestLevels(std::span<const BookLevel> levels)
{
    const auto best = levels.last(std::min(levels.size(), sampledLevels));
    return {best.rbegin(), best.rend()};
}

} // namespace

Recorder::Recorder(const CoreTime& time, Store& store) : m_time(time), m_store(store) {}

void Recorder::kline(const Instrument& instrument, Interval interval, const Kline& closed)
{
    push(KlineRow{{instrument.id, instrument.symbol}, interval, closed});
}

void Recorder::trade(const Instrument& instrument, const Trade& trade)
{
    push(TradeRow{{instrument.id, instrument.symbol}, trade});
}

void Recorder::bookSample(const Instrument& instrument, const OrderBook& book)
{
    BookSnapshot sample;
    sample.instrument = instrument.id;
    sample.updateId = book.updateId();
    sample.time = book.time();
    sample.scale = book.scale();
    sample.bids = bestLevels(book.bids());
    sample.asks = bestLevels(book.asks());
    push(BookSampleRow{{instrument.id, instrument.symbol}, std::move(sample)});
}

void Recorder::onTick()
{
    if (m_time.now() - m_lastFlush >= flushPeriod)
        flush();
}

bool Recorder::flush()
{
    m_lastFlush = m_time.now();
    auto begin = m_rows.begin();
    while (begin != m_rows.end()) {
        const auto end = begin + std::min<std::ptrdiff_t>(m_rows.end() - begin, batchRows);
        if (!m_store.append({begin, end}))
            break;
        begin = end;
    }
    m_rows.erase(m_rows.begin(), begin);
    return m_rows.empty();
}

void Recorder::push(StoreRow row)
{
    m_rows.push_back(std::move(row));
    if (m_rows.size() % batchRows == 0)
        flush();
    if (m_rows.size() <= maxWaitingRows)
        return;
    const auto surplus = static_cast<std::ptrdiff_t>(maxWaitingRows / 10);
    m_rows.erase(m_rows.begin(), m_rows.begin() + surplus);
    m_dropped += surplus;
}

} // namespace spreadline
