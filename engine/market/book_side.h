// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/market_data.h"

#include <cstddef>
#include <span>
#include <vector>

namespace spreadline {

/// One side of a book: unique levels, worst first, best last, because the busy end should be the cheap end of a vector.
///
/// A whole diff is merged at once: every change is found by a search that starts where the one before ended, quantities are
/// written in place, and new and deleted levels move what lies between them once. So a diff of k levels costs
/// O(k log n) plus at most one move of the touched end of the vector, however deep the book and whatever the order on the wire.
class BookSide {
public:
    BookSide(Side side, std::size_t levelCap);

    /// Replaces everything by `levels` (any order; zero quantities are left out).
    void reset(std::span<const BookLevel> levels);
    /// Absolute quantities, zero deletes; deleting an unknown level is nothing. Of two changes of one price the later wins.
    void apply(std::span<const BookLevel> changes);
    void clear() noexcept { m_levels.clear(); }

    std::span<const BookLevel> levels() const noexcept { return m_levels; }
    bool empty() const noexcept { return m_levels.empty(); }
    /// The best level; a zero level when the side is empty.
    BookLevel best() const noexcept { return m_levels.empty() ? BookLevel{} : m_levels.back(); }
    /// Levels forgotten at the far end because the side outgrew its cap.
    std::int64_t evicted() const noexcept { return m_evicted; }

private:
    struct Edit {
        std::size_t at = 0;    ///< index in the old vector: of the deleted level, or of the one behind the new level
        std::size_t place = 0; ///< index in the new vector, of a new level
        BookLevel level;       ///< quantity zero deletes

        bool isNew() const noexcept { return level.quantity != 0; }
    };

    std::int64_t rank(std::int64_t price) const noexcept { return price ^ m_mask; }
    std::span<const BookLevel> bestFirst(std::span<const BookLevel> changes);
    std::size_t find(std::size_t end, std::int64_t wanted) const noexcept;
    void splice(std::size_t inserted, std::size_t erased);
    void moveRight(std::ptrdiff_t oldSize, std::ptrdiff_t growth);
    void moveLeft(std::ptrdiff_t oldSize);
    void evict();

    std::int64_t m_mask; ///< 0 for bids, all ones for asks: turns "worse" into "smaller" for both
    std::size_t m_levelCap;
    std::int64_t m_evicted = 0;
    std::vector<BookLevel> m_levels;
    std::vector<BookLevel> m_sorted; // scratch, kept for its memory
    std::vector<Edit> m_edits;       // likewise
};

} // namespace spreadline
