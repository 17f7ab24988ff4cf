// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/depth_history.h"

#include <algorithm>
#include <cassert>

namespace spreadline {
namespace {

std::int64_t floorDivided(std::int64_t value, std::int64_t by) noexcept
{
    return value / by - (value % by < 0 ? 1 : 0);
}

void put(std::vector<std::uint8_t>& bytes, std::int64_t value)
{
    auto rest = static_cast<std::uint64_t>(value) << 1 ^ static_cast<std::uint64_t>(value >> 63);
    for (; rest >= 0x80; rest >>= 7)
        bytes.push_back(static_cast<std::uint8_t>(rest | 0x80));
    bytes.push_back(static_cast<std::uint8_t>(rest));
}

std::int64_t take(std::span<const std::uint8_t> bytes, std::size_t& at)
{
    std::uint64_t value = 0;
    for (int shift = 0;; shift += 7) {
        const std::uint8_t byte = bytes[at++];
        value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
        if (byte < 0x80)
            return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
    }
}

constexpr std::int64_t endOfColumn = -1; // in the place of a quantity
constexpr int patience = 2;              // a sample that no other follows is believed for so many periods

} // namespace

void DepthHistory::start(InstrumentId instrument, BookScale scale, std::int64_t group, std::int64_t tick, Duration period,
                         Duration keep)
{
    assert(group >= 1 && tick >= 1 && period > Duration::zero());
    m_instrument = instrument;
    m_scale = scale;
    m_group = group;
    m_tick = tick;
    m_period = period;
    m_keep = keep;
    forget();
}

void DepthHistory::forget()
{
    m_chunks.clear();
    m_before.clear();
    m_last = {};
    m_isLive = false;
    m_samples = m_bytes = 0;
    ++m_generation;
}

Timestamp DepthHistory::first() const noexcept
{
    return m_chunks.empty() ? Timestamp() : m_chunks.front().first;
}

bool DepthHistory::isOfThis(const BookView& book) const
{
    return book.instrument == m_instrument && book.group == m_group && book.scale == m_scale && isUsable(book.trust)
        && !(book.bids.empty() && book.asks.empty());
}

/// A group of asks is named by its upper edge, one of bids by its lower edge. Where groups are single prices both are that price.
void DepthHistory::cellsOf(const BookView& book)
{
    m_cells.clear();
    for (auto bid = book.bids.rbegin(); bid != book.bids.rend(); ++bid)
        m_cells.push_back({floorDivided(bid->price, m_group), bid->quantity});
    const std::int64_t down = m_group > m_tick ? 1 : 0;
    for (const BookLevel& ask : book.asks) {
        const std::int64_t row = floorDivided(ask.price, m_group) - down;
        if (!m_cells.empty() && m_cells.back().row >= row)
            m_cells.back().quantity += std::min(ask.quantity, INT64_MAX - m_cells.back().quantity);
        else
            m_cells.push_back({row, ask.quantity});
    }
}

void DepthHistory::appendChanges(std::vector<std::uint8_t>& bytes)
{
    std::int64_t row = 0;
    const auto change = [&](std::int64_t at, std::int64_t quantity) {
        put(bytes, at - row);
        put(bytes, quantity);
        row = at;
    };
    auto old = m_before.begin();
    for (const Cell& cell : m_cells) {
        for (; old != m_before.end() && old->row < cell.row; ++old)
            change(old->row, 0);
        const bool isKnown = old != m_before.end() && old->row == cell.row;
        if (!isKnown || old->quantity != cell.quantity)
            change(cell.row, cell.quantity);
        old += isKnown;
    }
    for (; old != m_before.end(); ++old)
        change(old->row, 0);
    put(bytes, 0);
    put(bytes, endOfColumn);
    std::swap(m_before, m_cells);
}

void DepthHistory::append(Timestamp now, bool isLive)
{
    const bool isWhole = m_chunks.empty() || m_chunks.back().columns == chunkColumns;
    if (isWhole) {
        m_chunks.push_back({now, 0, {}});
        m_before.clear();
    }
    Chunk& chunk = m_chunks.back();
    const std::size_t before = chunk.bytes.size();
    put(chunk.bytes, (now - (isWhole ? now : m_last)).count() / 1'000);
    put(chunk.bytes, isLive);
    if (isLive)
        appendChanges(chunk.bytes);
    ++chunk.columns;
    ++m_samples;
    m_bytes += chunk.bytes.size() - before;
}

bool DepthHistory::sample(Timestamp now, const BookView* book)
{
    if (m_last.isKnown() && now < m_last - longestJumpBack)
        forget();
    now = Timestamp::fromMicros(now.nanos() / 1'000);
    if (!now.isKnown() || (m_last.isKnown() && now <= m_last))
        return false;
    const bool isLive = book && isOfThis(*book);
    if (!isLive && !m_isLive)
        return false; // a gap goes on
    if (isLive)
        cellsOf(*book);
    append(now, isLive);
    m_last = now;
    m_isLive = isLive;
    trim();
    return true;
}

void DepthHistory::trim()
{
    while (m_chunks.size() > 1 && (m_bytes > maxBytes || m_chunks[1].first <= m_last - m_keep)) {
        m_bytes -= m_chunks.front().bytes.size();
        m_samples -= m_chunks.front().columns;
        m_chunks.pop_front();
    }
}

DepthReader::DepthReader(const DepthHistory& history, Timestamp from, std::int64_t firstRow, std::size_t rows)
    : m_history(history), m_start(from), m_firstRow(firstRow), m_quantities(rows)
{
    const auto& chunks = history.m_chunks;
    const auto after = std::ranges::upper_bound(chunks, from, {}, &DepthHistory::Chunk::first);
    m_chunk = after == chunks.begin() ? 0 : static_cast<std::size_t>(after - chunks.begin()) - 1;
}

bool DepthReader::next()
{
    while (m_chunk < m_history.m_chunks.size()) {
        readColumn();
        if (m_to > m_start)
            return true;
    }
    return false;
}

void DepthReader::readColumn()
{
    const DepthHistory::Chunk& chunk = m_history.m_chunks[m_chunk];
    if (m_column == 0)
        std::ranges::fill(m_quantities, 0.0F);
    const Duration step = std::chrono::microseconds(take(chunk.bytes, m_at));
    m_from = m_column == 0 ? chunk.first : m_from + step;
    m_isLive = take(chunk.bytes, m_at) != 0;
    if (m_isLive)
        readChanges(chunk.bytes);
    if (++m_column == chunk.columns) {
        ++m_chunk;
        m_column = m_at = 0;
    }
    m_to = std::min(nextMoment(), m_from + patience * m_history.m_period);
}

void DepthReader::readChanges(std::span<const std::uint8_t> bytes)
{
    for (std::int64_t row = 0;;) {
        row += take(bytes, m_at);
        const std::int64_t quantity = take(bytes, m_at);
        if (quantity == endOfColumn)
            return;
        const auto at = static_cast<std::uint64_t>(row - m_firstRow);
        if (at < m_quantities.size())
            m_quantities[at] = static_cast<float>(quantity);
    }
}

/// When the sample after the current one was taken, or should be.
Timestamp DepthReader::nextMoment() const
{
    if (m_chunk == m_history.m_chunks.size())
        return m_from + m_history.m_period;
    const DepthHistory::Chunk& chunk = m_history.m_chunks[m_chunk];
    std::size_t at = m_at;
    return m_column == 0 ? chunk.first : m_from + std::chrono::microseconds(take(chunk.bytes, at));
}

} // namespace spreadline
