// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "market/book_side.h"

namespace spreadline {

/// Bids and asks of one instrument, built from a snapshot and the deltas after it. One thread.
///
/// A delta that does not continue the book (previousLast differs from the book's id) or a book that stays crossed for a second
/// update makes it stale; it then refuses everything until the next reset. A locked book (bid = ask) is not crossed.
class OrderBook {
public:
    static constexpr std::size_t defaultLevelCap = 10'000;

    /// `levelCap` levels a side at most; what is farthest from the spread is forgotten first. Precondition: levelCap >= 8.
    explicit OrderBook(std::size_t levelCap = defaultLevelCap);

    void reset(const BookSnapshot& snapshot);
    /// Errors, each making the book stale: SequenceGap, CrossedBook, BadNumber (a price not above zero, a negative quantity),
    /// BadSchema (another scale); StaleSnapshot for any delta while the book is stale already. The delta applied last, repeated,
    /// is nothing.
    Status apply(const BookDelta& delta);
    /// For doubts raised elsewhere: the channel went down, a frame was lost.
    void markStale(Errc reason) noexcept;
    void clear() noexcept;

    const BookSide& side(Side side) const noexcept { return side == Side::Buy ? m_bids : m_asks; }
    /// Copies, worst first, best last.
    std::vector<BookLevel> bids() const { return m_bids.levels(); }
    std::vector<BookLevel> asks() const { return m_asks.levels(); }
    /// A side without levels has a zero level.
    BookTop top() const noexcept;

    InstrumentId instrument() const noexcept { return m_instrument; }
    std::int64_t updateId() const noexcept { return m_updateId; }
    Timestamp time() const noexcept { return m_time; }
    BookScale scale() const noexcept { return m_scale; }
    bool isStale() const noexcept { return m_stale; }
    /// Why it is stale; meaningless when it is not.
    Errc staleReason() const noexcept { return m_reason; }
    bool isCrossed() const noexcept;
    std::int64_t evictedLevels() const noexcept { return m_bids.evicted() + m_asks.evicted(); }
    /// Of the id and every level: equal books have equal hashes on every platform.
    std::uint64_t hash() const noexcept;

private:
    Status check(const BookDelta& delta) const;
    Status fail(Error error);

    InstrumentId m_instrument{};
    std::int64_t m_firstId = 0;
    std::int64_t m_updateId = 0;
    Timestamp m_time;
    BookScale m_scale;
    BookSide m_bids;
    BookSide m_asks;
    int m_crossedUpdates = 0;
    bool m_stale = true;
    Errc m_reason = Errc::StaleSnapshot;
};

} // namespace spreadline
