// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/market_data.h"

#include <cstddef>
#include <ranges>
#include <span>
#include <vector>

namespace spreadline {

/// One side of a book: unique levels in one vector, worst first, best last, because the busy end should be the cheap end.
///
/// A whole diff is merged at once: where its changes belong is found for several abreast, then quantities are written in place. A
/// deleted level stays where it was, without a quantity, until its price comes back or a quarter of all are such: prices near the
/// spread come and go all the time. Only prices never seen move others, all of a diff in one pass.
class BookSide {
public:
    BookSide(Side side, std::size_t levelCap);

    /// Replaces everything by `levels` (any order; zero quantities are left out).
    void reset(std::span<const BookLevel> levels);
    /// Absolute quantities, zero deletes; deleting an unknown level is nothing. Of two changes of one price the later wins.
    void apply(std::span<const BookLevel> changes);
    void clear() noexcept;

    auto bestFirst() const { return m_places | std::views::reverse | std::views::filter(isLevel); }
    auto worstFirst() const { return m_places | std::views::filter(isLevel); }
    /// A copy, worst first.
    std::vector<BookLevel> levels() const;
    std::size_t size() const noexcept { return m_places.size() - m_deleted; }
    bool empty() const noexcept { return m_places.empty(); }
    /// The best level; a zero level when the side is empty.
    BookLevel best() const noexcept { return m_places.empty() ? BookLevel{} : m_places.back(); }
    /// Levels forgotten at the far end because the side outgrew its cap.
    std::int64_t evicted() const noexcept { return m_evicted; }

private:
    struct New {
        std::size_t before = 0; ///< the place it goes before
        BookLevel level;
    };

    static bool isLevel(const BookLevel& place) noexcept { return place.quantity != 0; }
    std::int64_t rank(std::int64_t price) const noexcept { return price ^ m_mask; }
    std::span<const BookLevel> bestFirst(std::span<const BookLevel> changes);
    void findAll(std::span<const BookLevel> changes);
    void insertNew();
    void dropDeleted();
    void evict();

    std::int64_t m_mask; ///< 0 for bids, all ones for asks: turns "worse" into "smaller" for both
    std::size_t m_levelCap;
    std::int64_t m_evicted = 0;
    std::vector<BookLevel> m_places; // levels, and deleted ones without a quantity; the last one is a level
    std::size_t m_deleted = 0;
    std::vector<BookLevel> m_sorted; // scratch, kept for its memory; the others likewise
    std::vector<std::size_t> m_found;
    std::vector<New> m_new;
};

} // namespace spreadline
