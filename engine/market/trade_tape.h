// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ring.h"
#include "domain/market_data.h"

#include <span>
#include <vector>

namespace spreadline {

/// The last trades of one instrument, rising ids, each once. One thread.
class TradeTape {
public:
    explicit TradeTape(std::size_t capacity = 2'000);

    /// A live trade. False when it is not newer than the last one (a repeat): nothing changed.
    bool push(const Trade& trade);
    /// History, in any order, joined with what is there. Kept is the longest run without a hole that ends at the newest trade, so
    /// that a tape never hides that something is missing. True when the tape changed; generation() then has.
    bool merge(std::span<const Trade> trades);
    /// Forgets everything if the newest trade is later than `limit`: what such trades were joined with is as doubtful. How many.
    std::size_t clearIfAfter(Timestamp limit);

    /// 0 is the oldest.
    const Trade& operator[](std::size_t i) const { return m_trades[i]; }
    std::size_t size() const noexcept { return m_trades.size(); }
    bool empty() const noexcept { return m_trades.empty(); }
    std::int64_t lastId() const noexcept { return m_trades.empty() ? 0 : m_trades.back().id; }
    std::vector<Trade> copy() const;

    /// Live trades ever pushed: the difference of two readings is what came in between.
    std::int64_t pushed() const noexcept { return m_pushed; }
    /// Rises when older trades were put in front or the tape was cut: readers start over.
    int generation() const noexcept { return m_generation; }
    /// Id of the oldest trade from which on nothing is missing; 0 while there is none.
    std::int64_t wholeFrom() const noexcept { return m_wholeFrom; }
    /// Ids that live trades have jumped over.
    std::int64_t missed() const noexcept { return m_missed; }

private:
    Ring<Trade> m_trades;
    std::int64_t m_pushed = 0;
    std::int64_t m_missed = 0;
    std::int64_t m_wholeFrom = 0;
    int m_generation = 0;
};

} // namespace spreadline
