// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/market_data.h"

#include <map>
#include <optional>
#include <span>
#include <vector>

namespace spreadline {

/// One instrument's trades by id: lets them through in order and once each. At a hole the later trades are held back until the
/// hole is filled (from REST, or by late frames) or given up. Bounded; one thread.
class TradeSequence {
public:
    struct Limits {
        std::size_t held = 10'000;  ///< trades held back; one more gives the hole up
        std::int64_t hole = 20'000; ///< longest hole worth asking for; of a longer one only the newest part is
        int fruitless = 3;          ///< answers that filled nothing before the hole is given up
    };
    struct Range {
        std::int64_t first = 0, last = 0; ///< inclusive
        bool operator==(const Range&) const = default;
    };
    /// What the owner has to do after a call.
    struct Step {
        std::optional<Range> backfill; ///< ask REST for these ids; one request is out at a time
        std::int64_t lost = 0;         ///< trades given up by this call: the stream is Partial
    };

    TradeSequence() : TradeSequence(Limits()) {}
    explicit TradeSequence(Limits limits) : m_limits(limits) {}

    /// The first trade ever sets the start; a repeat is dropped; what follows in order is appended to `out`. An older id with a
    /// clearly later time is no repeat: the venue's count began anew, and so does this.
    Step onTrade(const Trade& trade, std::vector<Trade>& out);
    /// The answer to `backfill`, in any order, possibly only a part of it or more than it; empty when the request failed for good.
    Step onBackfill(std::span<const Trade> trades, std::vector<Trade>& out);
    /// Stops waiting: the held trades go out, holes and all.
    Step giveUp(std::vector<Trade>& out);
    /// The next trade starts anew: ids began from elsewhere.
    void reset();

    std::int64_t lastId() const noexcept { return m_last; } ///< let through last; 0 before the first
    bool isWaiting() const noexcept { return !m_held.empty(); }
    std::int64_t duplicates() const noexcept { return m_duplicates; }

private:
    void letThrough(const Trade& trade, std::vector<Trade>& out);
    void drain(std::vector<Trade>& out);
    Step ask();

    Limits m_limits;
    bool m_started = false;
    bool m_asked = false;
    std::int64_t m_last = 0;
    Timestamp m_lastTime;
    std::map<std::int64_t, Trade> m_held;
    int m_fruitless = 0;
    std::int64_t m_duplicates = 0;
};

} // namespace spreadline
