// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/shadow_book.h"

#include "base/hash.h"

#include <algorithm>
#include <functional>

namespace spreadline::practice {

namespace {

template<typename Order>
void applySide(std::vector<BookLevel>& levels, const std::vector<BookLevel>& changes, Order order)
{
    for (const BookLevel& change : changes) {
        const auto at = std::ranges::lower_bound(levels, change.price, order, &BookLevel::price);
        const bool known = at != levels.end() && at->price == change.price;
        if (change.quantity == 0) {
            if (known)
                levels.erase(at);
        } else if (known) {
            at->quantity = change.quantity;
        } else {
            levels.insert(at, change);
        }
    }
}

void hashSide(StateHash& hash, std::span<const BookLevel> levels)
{
    const std::size_t most = std::min<std::size_t>(levels.size(), 20);
    for (std::size_t i = 0; i < most; ++i) {
        hash.add(levels[levels.size() - 1 - i].price);
        hash.add(levels[levels.size() - 1 - i].quantity);
    }
}

} // namespace

void ShadowBook::reset(const BookSnapshot& snapshot)
{
    m_updateId = snapshot.updateId;
    m_scale = snapshot.scale;
    m_bids.assign(snapshot.bids.rbegin(), snapshot.bids.rend());
    m_asks.assign(snapshot.asks.rbegin(), snapshot.asks.rend());
}

void ShadowBook::apply(const BookDelta& delta)
{
    m_updateId = delta.lastId;
    applySide(m_bids, delta.bids, std::less<>());
    applySide(m_asks, delta.asks, std::greater<>());
}

bool ShadowBook::hasBid(std::int64_t price) const noexcept
{
    return std::ranges::binary_search(m_bids, price, {}, &BookLevel::price);
}

std::uint64_t ShadowBook::hash() const noexcept
{
    StateHash hash;
    hashSide(hash, m_bids);
    hashSide(hash, m_asks);
    return hash.value();
}

} // namespace spreadline::practice
