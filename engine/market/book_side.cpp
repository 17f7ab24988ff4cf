// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/book_side.h"

#include <algorithm>
#include <ranges>

namespace spreadline {

BookSide::BookSide(Side side, std::size_t levelCap) : m_mask(side == Side::Buy ? 0 : -1), m_levelCap(levelCap) {}

void BookSide::reset(std::span<const BookLevel> levels)
{
    m_levels.clear();
    apply(levels);
}

void BookSide::apply(std::span<const BookLevel> changes)
{
    m_edits.clear();
    std::size_t end = m_levels.size(); // everything from here on is better than the change in hand
    std::size_t erased = 0;
    for (const BookLevel& change : bestFirst(changes)) {
        const std::size_t at = find(end, rank(change.price));
        const bool known = at < end && m_levels[at].price == change.price;
        if (known && change.quantity != 0)
            m_levels[at].quantity = change.quantity;
        else if (known || change.quantity != 0)
            m_edits.push_back({at, change});
        erased += known && change.quantity == 0 ? 1 : 0;
        end = at;
    }
    if (erased > 0)
        eraseMarked();
    if (m_edits.size() > erased)
        insertMarked();
    evict();
}

/// The changes with the best price first and each price once. Venues send them sorted one way or the other: then nothing is
/// compared twice.
std::span<const BookLevel> BookSide::bestFirst(std::span<const BookLevel> changes)
{
    const auto worse = [this](const BookLevel& a, const BookLevel& b) { return rank(a.price) > rank(b.price); };
    const auto notWorse = [&](const BookLevel& a, const BookLevel& b) { return !worse(a, b); };
    if (std::ranges::adjacent_find(changes, notWorse) == changes.end())
        return changes;
    m_sorted.assign(changes.rbegin(), changes.rend()); // the later of two equal prices comes first and is the one kept
    if (!std::ranges::is_sorted(m_sorted, worse))
        std::ranges::stable_sort(m_sorted, worse);
    const auto repeated = std::ranges::unique(m_sorted, {}, &BookLevel::price);
    m_sorted.erase(repeated.begin(), repeated.end());
    return m_sorted;
}

/// The first index in [0, end) whose rank is not below `wanted`, searched from the end in growing steps: changes cluster.
std::size_t BookSide::find(std::size_t end, std::int64_t wanted) const noexcept
{
    std::size_t high = end;
    std::size_t low = 0;
    for (std::size_t step = 1; high > 0; step *= 2) {
        const std::size_t probe = step <= high ? high - step : 0;
        if (rank(m_levels[probe].price) < wanted) {
            low = probe + 1;
            break;
        }
        high = probe;
    }
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (rank(m_levels[middle].price) < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/// Closes the holes of deleted levels front to back, and turns the places of insertions into places of the shorter vector.
void BookSide::eraseMarked()
{
    const auto begin = m_levels.begin();
    std::size_t write = 0;
    std::size_t read = 0;
    std::size_t erased = 0;
    for (Edit& edit : std::views::reverse(m_edits)) {
        const std::size_t at = edit.at;
        edit.at -= erased;
        if (edit.level.quantity != 0)
            continue;
        if (erased++ == 0)
            write = at;
        else
            write = static_cast<std::size_t>(std::copy(begin + read, begin + at, begin + write) - begin);
        read = at + 1;
    }
    const auto end = std::copy(begin + read, m_levels.end(), begin + write);
    m_levels.erase(end, m_levels.end());
}

/// Opens the places of new levels back to front: every level moves once, by its final distance.
void BookSide::insertMarked()
{
    auto left = static_cast<std::size_t>(std::ranges::count_if(m_edits, [](const Edit& edit) { return edit.level.quantity != 0; }));
    std::size_t end = m_levels.size();
    m_levels.resize(end + left);
    const auto begin = m_levels.begin();
    for (const Edit& edit : m_edits) {
        if (edit.level.quantity == 0)
            continue;
        std::copy_backward(begin + edit.at, begin + end, begin + end + left);
        end = edit.at;
        m_levels[end + --left] = edit.level;
    }
}

void BookSide::evict()
{
    if (m_levels.size() <= m_levelCap)
        return;
    // An eighth more than needed, so that a book that keeps growing does not move as a whole with every diff.
    const std::size_t surplus = m_levels.size() - (m_levelCap - m_levelCap / 8);
    m_levels.erase(m_levels.begin(), m_levels.begin() + static_cast<std::ptrdiff_t>(surplus));
    m_evicted += static_cast<std::int64_t>(surplus);
}

} // namespace spreadline
