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
///
/// No single trade moves the count far: the first one ever, one far ahead, and an old id with a later time are held until a second
/// trade continues them. One that nothing continues is odd: it is dropped when the count goes on without it.
class TradeSequence {
public:
    struct Limits {
        std::size_t held = 10'000;              ///< trades held back; one more gives the hole up
        std::int64_t hole = 20'000;             ///< longest hole worth asking for; of a longer one only the newest part is
        std::int64_t anotherCount = 10'000'000; ///< a jump ahead by more than this is no loss: the venue counts anew
        std::int64_t close = 1'000;             ///< how near a second trade has to be to vouch for the first
        int fruitless = 3;                      ///< answers that filled nothing before the hole is given up
    };
    struct Range {
        std::int64_t first = 0, last = 0; ///< inclusive
        bool operator==(const Range&) const = default;
    };
    /// What the owner has to do after a call.
    struct Step {
        std::optional<Range> backfill; ///< ask REST for these ids; one request is out at a time
        std::int64_t lost = 0;         ///< trades given up by this call: the stream is Partial
        std::int64_t odd = 0;          ///< trades dropped because their id or time contradicts the others
        bool restarted = false;        ///< the venue counts anew: what was appended last is of the new count
    };

    TradeSequence() : TradeSequence(Limits()) {}
    explicit TradeSequence(Limits limits) : m_limits(limits) {}

    /// What is certain and in order is appended to `out`; a repeat is dropped.
    Step onTrade(const Trade& trade, std::vector<Trade>& out);
    /// Everything up to this trade is known from elsewhere: the count begins after it. Nothing once it has begun.
    Step startAfter(const Trade& last, std::vector<Trade>& out);
    /// The answer to `backfill`, in any order, possibly only a part of it or more than it; empty when the request failed for good.
    Step onBackfill(std::span<const Trade> trades, std::vector<Trade>& out);

    std::int64_t firstId() const noexcept { return m_first; } ///< where the count began; 0 before
    std::int64_t lastId() const noexcept
    {
        return m_last;
    } ///< let through last, or known from elsewhere; 0 before the count began
    bool hasTrades() const noexcept { return m_last > 0 || m_unproven; }
    bool isWaiting() const noexcept { return !m_held.empty(); }
    /// A trade waits for a second one: it may be wrong, or what lies before it is missing.
    bool withholds() const noexcept { return m_unproven && m_last > 0; }
    std::int64_t duplicates() const noexcept { return m_duplicates; }

private:
    bool needsProof(const Trade& trade) const;
    bool isRepeat(const Trade& trade) const;
    bool provenBy(const Trade& trade) const;
    Step accept(const Trade& trade, std::vector<Trade>& out);
    Step believe(const Trade& second, std::vector<Trade>& out);
    void begin(std::int64_t first);
    Step drainAndAsk(std::vector<Trade>& out);
    void letThrough(const Trade& trade, std::vector<Trade>& out);
    Step giveUp(std::vector<Trade>& out);
    void ask(Step& step);
    std::int64_t dropContradicted();
    std::int64_t dropUnproven();
    std::int64_t newest() const { return m_held.empty() ? m_last : m_held.rbegin()->first; }

    Limits m_limits;
    bool m_asked = false;
    std::int64_t m_first = 0;
    std::int64_t m_last = 0;
    Timestamp m_lastTime;
    std::map<std::int64_t, Trade> m_held;
    std::optional<Trade> m_unproven; ///< alone so far
    int m_fruitless = 0;
    std::int64_t m_duplicates = 0;
};

} // namespace spreadline
