// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/market_data.h"

#include <cstdint>
#include <span>
#include <vector>

namespace spreadline::practice {

/// The exchange's own copy of a book that clients follow: what bookTicker and partial depth are made of, and what the oracle
/// hashes. Loop thread only.
class ShadowBook {
public:
    void reset(const BookSnapshot& snapshot);
    void apply(const BookDelta& delta);

    std::int64_t updateId() const noexcept { return m_updateId; }
    BookScale scale() const noexcept { return m_scale; }
    /// Best first. Quantity zero when the side is empty.
    BookLevel bestBid() const noexcept { return m_bids.empty() ? BookLevel{} : m_bids.back(); }
    BookLevel bestAsk() const noexcept { return m_asks.empty() ? BookLevel{} : m_asks.back(); }
    /// Best price last.
    std::span<const BookLevel> bids() const noexcept { return m_bids; }
    std::span<const BookLevel> asks() const noexcept { return m_asks; }
    bool hasBid(std::int64_t price) const noexcept;

    /// StateHash of the best 20 levels a side: bids best first, then asks best first, price then quantity of each.
    std::uint64_t hash() const noexcept;

private:
    std::vector<BookLevel> m_bids, m_asks; // best price last: the busy end is the cheap end of a vector
    std::int64_t m_updateId = 0;
    BookScale m_scale;
};

} // namespace spreadline::practice
