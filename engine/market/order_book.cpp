// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/order_book.h"

#include "base/hash.h"

#include <algorithm>

namespace spreadline {
namespace {

constexpr int toleratedCrossedUpdates = 1;

bool isSane(const BookLevel& level)
{
    return level.price > 0 && level.quantity >= 0;
}

} // namespace

OrderBook::OrderBook(std::size_t levelCap) : m_bids(Side::Buy, levelCap), m_asks(Side::Sell, levelCap) {}

void OrderBook::reset(const BookSnapshot& snapshot)
{
    m_instrument = snapshot.instrument;
    m_firstId = 0;
    m_updateId = snapshot.updateId;
    m_time = snapshot.time;
    m_scale = snapshot.scale;
    m_crossedUpdates = 0;
    m_bids.reset(snapshot.bids);
    m_asks.reset(snapshot.asks);
    m_stale = false;
    if (!std::ranges::all_of(snapshot.bids, isSane) || !std::ranges::all_of(snapshot.asks, isSane))
        markStale(Errc::BadNumber);
    else if (isCrossed())
        m_crossedUpdates = 1;
}

Status OrderBook::apply(const BookDelta& delta)
{
    if (m_stale)
        return Error{Errc::StaleSnapshot, "book", "the book is stale: " + std::string(name(m_reason))};
    const bool isRepeat = m_firstId != 0 && delta.firstId == m_firstId && delta.lastId == m_updateId;
    if (isRepeat)
        return {};
    if (const Status status = check(delta); !status)
        return fail(status.error());
    m_bids.apply(delta.bids);
    m_asks.apply(delta.asks);
    m_firstId = delta.firstId;
    m_updateId = delta.lastId;
    m_time = delta.time;
    m_crossedUpdates = isCrossed() ? m_crossedUpdates + 1 : 0;
    if (m_crossedUpdates > toleratedCrossedUpdates)
        return fail({Errc::CrossedBook, "book", "best bid above best ask at update " + std::to_string(m_updateId)});
    return {};
}

Status OrderBook::check(const BookDelta& delta) const
{
    if (delta.previousLast != m_updateId || delta.lastId < delta.firstId) {
        return Error{Errc::SequenceGap, "book",
                     "update after " + std::to_string(delta.previousLast) + " met a book at " + std::to_string(m_updateId)};
    }
    if (delta.scale != m_scale)
        return Error{Errc::BadSchema, "book", "a delta of another scale"};
    if (!std::ranges::all_of(delta.bids, isSane) || !std::ranges::all_of(delta.asks, isSane))
        return Error{Errc::BadNumber, "book", "a level without a positive price or with a negative quantity"};
    return {};
}

Status OrderBook::fail(Error error)
{
    markStale(error.code);
    return error;
}

void OrderBook::markStale(Errc reason) noexcept
{
    m_stale = true;
    m_reason = reason;
}

void OrderBook::clear() noexcept
{
    m_bids.clear();
    m_asks.clear();
    m_firstId = m_updateId = 0;
    m_time = {};
    m_crossedUpdates = 0;
    markStale(Errc::StaleSnapshot);
}

BookTop OrderBook::top() const noexcept
{
    return {m_instrument, m_updateId, m_time, m_scale, m_bids.best(), m_asks.best()};
}

bool OrderBook::isCrossed() const noexcept
{
    return !m_bids.empty() && !m_asks.empty() && m_bids.best().price > m_asks.best().price;
}

std::uint64_t OrderBook::hash() const noexcept
{
    StateHash hash;
    hash.add(m_updateId);
    hash.add(m_stale);
    for (const BookSide* side : {&m_bids, &m_asks}) {
        hash.add(side->size());
        for (const BookLevel& level : side->worstFirst()) {
            hash.add(level.price);
            hash.add(level.quantity);
        }
    }
    return hash.value();
}

} // namespace spreadline
