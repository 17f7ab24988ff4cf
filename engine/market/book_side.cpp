// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/book_side.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace spreadline {

BookSide::BookSide(Side side, std::size_t levelCap) : m_mask(side == Side::Buy ? 0 : -1), m_levelCap(levelCap) {}

void BookSide::reset(std::span<const BookLevel> levels)
{
    clear();
    m_places.reserve(levels.size());
    std::ranges::copy(bestFirst(levels) | std::views::reverse | std::views::filter(isLevel), std::back_inserter(m_places));
    m_sorted = {}; // as large as a snapshot, which comes seldom
    evict();
}

void BookSide::clear() noexcept
{
    m_places.clear();
    m_deleted = 0;
}

void BookSide::apply(std::span<const BookLevel> changes)
{
    const std::span<const BookLevel> sorted = bestFirst(changes);
    findAll(sorted);
    m_new.clear();
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const BookLevel& change = sorted[i];
        const std::size_t at = m_found[i];
        if (at < m_places.size() && m_places[at].price == change.price) {
            std::int64_t& quantity = m_places[at].quantity;
            m_deleted += isLevel(change) ? 0 : 1;
            m_deleted -= quantity != 0 ? 0 : 1;
            quantity = change.quantity;
        } else if (change.quantity != 0) {
            m_new.push_back({at, change});
        }
    }
    if (!m_new.empty())
        insertNew();
    dropDeleted();
    evict();
}

std::vector<BookLevel> BookSide::levels() const
{
    std::vector<BookLevel> levels;
    levels.reserve(size());
    std::ranges::copy(worstFirst(), std::back_inserter(levels));
    return levels;
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

/// Where every change belongs: the first place that is not worse. All are found before any is made, several abreast: a search waits for
/// memory at each of its steps, but not for the other searches, and it has no branch that could be guessed wrong.
void BookSide::findAll(std::span<const BookLevel> changes)
{
    constexpr std::size_t abreast = 8;
    const BookLevel* const places = m_places.data();
    m_found.resize(changes.size() + abreast);
    for (std::size_t first = 0; first < changes.size(); first += abreast) {
        std::array<std::int64_t, abreast> wanted;
        std::array<std::size_t, abreast> found{};
        for (std::size_t i = 0; i < abreast; ++i)
            wanted[i] = rank(changes[std::min(first + i, changes.size() - 1)].price);
        for (std::size_t left = m_places.size(); left > 0;) {
            const std::size_t half = (left + 1) / 2;
            for (std::size_t i = 0; i < abreast; ++i)
                found[i] += rank(places[found[i] + half - 1].price) < wanted[i] ? half : 0;
            left -= half;
        }
        std::ranges::copy(found, m_found.begin() + static_cast<std::ptrdiff_t>(first));
    }
}

/// Best first, so that what lies between two of them moves once, by as many places as there are new ones before it.
void BookSide::insertNew()
{
    std::size_t end = m_places.size();
    const std::size_t needed = end + m_new.size();
    if (m_places.capacity() < needed)
        m_places.reserve(needed + needed / 8); // a vector of its own accord would take twice as much
    m_places.resize(needed);
    const auto begin = m_places.begin();
    for (std::size_t i = 0; i < m_new.size(); ++i) {
        const auto shift = static_cast<std::ptrdiff_t>(m_new.size() - i);
        const auto from = begin + static_cast<std::ptrdiff_t>(m_new[i].before);
        std::copy_backward(from, begin + static_cast<std::ptrdiff_t>(end), begin + static_cast<std::ptrdiff_t>(end) + shift);
        *(from + shift - 1) = m_new[i].level;
        end = m_new[i].before;
    }
}

void BookSide::dropDeleted()
{
    for (; !m_places.empty() && !isLevel(m_places.back()); --m_deleted)
        m_places.pop_back();
    if (m_deleted * 4 <= m_places.size())
        return;
    std::erase_if(m_places, [](const BookLevel& place) { return !isLevel(place); });
    m_deleted = 0;
}

void BookSide::evict()
{
    if (size() <= m_levelCap)
        return;
    // An eighth more than needed, so that a book that keeps growing does not move as a whole with every diff.
    const std::size_t surplus = size() - (m_levelCap - m_levelCap / 8);
    std::size_t levels = 0, places = 0;
    for (; levels < surplus; ++places)
        levels += isLevel(m_places[places]) ? 1 : 0;
    m_places.erase(m_places.begin(), m_places.begin() + static_cast<std::ptrdiff_t>(places));
    m_deleted -= places - levels;
    m_evicted += static_cast<std::int64_t>(surplus);
}

} // namespace spreadline
