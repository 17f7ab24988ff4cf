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

    /// A live trade. False when it is not newer than the last one (a repeat): nothing changed. An older id with a later time, or
    /// one too far ahead to be a loss, says that the venue counts anew (the feed has made sure): the tape begins again with it.
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
    /// Rises when older trades were put in front or the tape was cut or begun again: readers start over.
    int generation() const noexcept { return m_generation; }
    /// Id of the oldest trade from which on nothing is missing; 0 while there is none.
    std::int64_t wholeFrom() const noexcept { return m_wholeFrom; }
    /// Ids that live trades have jumped over.
    std::int64_t missed() const noexcept { return m_missed; }

private:
    static constexpr std::int64_t anotherCount = 10'000'000; ///< ids that no loss explains

    bool isOfAnotherCount(const Trade& trade) const;
    void clear();

    Ring<Trade> m_trades;
    std::int64_t m_pushed = 0;
    std::int64_t m_missed = 0;
    std::int64_t m_wholeFrom = 0;
    int m_generation = 0;
};

} // namespace spreadline
