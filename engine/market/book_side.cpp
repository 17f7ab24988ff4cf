// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/book_side.h"

#include <algorithm>

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
            m_edits.push_back({at, 0, change});
        erased += known && change.quantity == 0 ? 1 : 0;
        end = at;
    }
    if (!m_edits.empty())
        splice(m_edits.size() - erased, erased);
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

/// The first index in [0, end) whose rank is not below `wanted`, searched from the end in growing steps: changes cluster. The last
/// part is without branches that could be guessed wrong.
std::size_t BookSide::find(std::size_t end, std::int64_t wanted) const noexcept
{
    std::size_t high = end;
    std::size_t low = 0;
    for (std::size_t step = 4; high > 0; step *= 2) {
        const std::size_t probe = step <= high ? high - step : 0;
        if (rank(m_levels[probe].price) < wanted) {
            low = probe + 1;
            break;
        }
        high = probe;
    }
    const BookLevel* base = m_levels.data() + low;
    for (std::size_t left = high - low; left > 0;) {
        const std::size_t half = (left + 1) / 2;
        base += rank(base[half - 1].price) < wanted ? half : 0;
        left -= half;
    }
    return static_cast<std::size_t>(base - m_levels.data());
}

/// Deletes and inserts in place. What lies between two edits moves by the difference of insertions and deletions before it: right
/// movers back to front, then left movers front to back; where the two cancel out nothing moves. No move overwrites the source of
/// another, because the pieces keep their order.
void BookSide::splice(std::size_t inserted, std::size_t erased)
{
    const auto oldSize = static_cast<std::ptrdiff_t>(m_levels.size());
    const auto growth = static_cast<std::ptrdiff_t>(inserted) - static_cast<std::ptrdiff_t>(erased);
    if (growth > 0)
        m_levels.resize(static_cast<std::size_t>(oldSize + growth));
    moveRight(oldSize, growth);
    moveLeft(oldSize);
    for (const Edit& edit : m_edits) {
        if (edit.isNew())
            m_levels[edit.place] = edit.level;
    }
    if (growth < 0)
        m_levels.erase(m_levels.begin() + oldSize + growth, m_levels.end());
}

void BookSide::moveRight(std::ptrdiff_t oldSize, std::ptrdiff_t growth)
{
    const auto begin = m_levels.begin();
    std::ptrdiff_t end = oldSize;
    std::ptrdiff_t shift = growth;
    for (Edit& edit : m_edits) {
        const auto at = static_cast<std::ptrdiff_t>(edit.at);
        if (shift > 0)
            std::copy_backward(begin + at + (edit.isNew() ? 0 : 1), begin + end, begin + end + shift);
        shift += edit.isNew() ? -1 : 1;
        edit.place = static_cast<std::size_t>(at + (edit.isNew() ? shift : 0));
        end = at;
    }
}

void BookSide::moveLeft(std::ptrdiff_t oldSize)
{
    const auto begin = m_levels.begin();
    std::ptrdiff_t shift = 0;
    for (std::size_t i = m_edits.size(); i-- > 0;) {
        const Edit& edit = m_edits[i];
        const auto at = static_cast<std::ptrdiff_t>(edit.at);
        const std::ptrdiff_t from = at + (edit.isNew() ? 0 : 1);
        const std::ptrdiff_t to = i == 0 ? oldSize : static_cast<std::ptrdiff_t>(m_edits[i - 1].at);
        shift += edit.isNew() ? 1 : -1;
        if (shift < 0)
            std::copy(begin + from, begin + to, begin + from + shift);
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
