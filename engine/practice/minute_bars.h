// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/price_path.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace spreadline::practice {

inline constexpr std::int64_t minuteMillis = 60'000;

/// A bar in whole ticks and steps: exact, and cheap to add up. `quote` is in tick x step.
struct RawBar {
    std::int64_t open = 0, high = 0, low = 0, close = 0;
    std::int64_t volume = 0, takerBuy = 0, quote = 0;
    std::int64_t trades = 0; ///< zero: an empty bar
    bool operator==(const RawBar&) const = default;

    /// Appends the bar that follows in time.
    void add(const RawBar& next) noexcept;
};

/// A trade in whole ticks and steps; `millis` counts from the start of its minute.
struct RawTrade {
    std::int64_t price = 0, quantity = 0;
    int millis = 0;
    bool buyerIsTaker = false;
    bool operator==(const RawTrade&) const = default;
};

/// What happens in one minute, in a handful of numbers from which both its bar (at once) and its trades (one by one)
/// follow, so that the two agree to the last digit.
///
/// The price goes from the open over the two extremes to the close in three legs. The trades of a leg come in pairs
/// that mirror each other about the leg's middle, in price and quantity: a leg from A to B with 2W traded has a quote
/// volume of W x (A + B), whatever its trades are. Some pairs are taker trades in the leg's direction, the others one
/// buy and one sell: that fixes the taker volume. One or two trades at the close end the minute.
struct MinutePlan {
    struct Leg {
        std::int64_t from = 0, to = 0;
        std::int64_t half = 0;     ///< quantity of one side of the mirror, in steps
        std::int64_t directed = 0; ///< of it, in the pairs that go the leg's way
        int pairs = 0;
        int directedPairs = 0;
    };
    std::array<Leg, 3> legs;
    std::array<std::int64_t, 2> closing{}; ///< quantities of the last trades
    int closingTrades = 1;
    bool closingBuys = false;
    int trades = 0;
    std::uint64_t key = 0;

    std::int64_t open() const noexcept { return legs[0].from; }
    std::int64_t close() const noexcept { return legs[2].to; }
    /// When leg i starts (3: the closing trades), in milliseconds from the start of the minute.
    int legStart(std::size_t leg) const noexcept;
};

/// The bar of a plan. About ten additions.
RawBar barOf(const MinutePlan& plan) noexcept;
/// The trades of a plan, rising time: exactly `plan.trades`, the first at millisecond 0.
std::vector<RawTrade> tradesOf(const MinutePlan& plan);

/// How many trades a minute of the week has, and which numbers they bear: ids are contiguous and known at once for any
/// time.
class TradeNumbering {
public:
    /// `factor` multiplies the natural number of trades.
    TradeNumbering(std::uint64_t key, int tradesPerMinute, double factor);

    int count(std::int64_t minute) const noexcept;
    /// Id of the minute's first trade.
    std::int64_t firstId(std::int64_t minute) const noexcept;
    /// The minute that holds an id.
    std::int64_t minuteOf(std::int64_t id) const noexcept;

private:
    std::vector<std::int64_t> m_before; ///< trades of the week before each of its minutes, and the total at the end
};

/// The minutes of one symbol. One thread.
class MinuteBars {
public:
    /// `tradeSteps`: mean size of a trade in steps.
    MinuteBars(std::uint64_t seed, const CatalogueEntry& entry, double tick, double step, double activity, SharedNoise& shared);

    MinutePlan plan(std::int64_t minute);
    RawBar bar(std::int64_t minute) { return barOf(plan(minute)); }
    const TradeNumbering& numbering() const noexcept { return m_numbering; }
    /// Price at the boundary before `minute`: known to everybody when the minute starts.
    std::int64_t openPrice(std::int64_t minute) { return m_path.ticks(minute); }
    double minuteSigma(std::int64_t minute) { return m_path.minuteSigma(minute); }
    double meanTradeSteps() const noexcept { return m_tradeSteps; }

private:
    void spreadTrades(MinutePlan& plan, std::int64_t range) const;
    void spreadVolume(MinutePlan& plan, double steps) const;

    std::uint64_t m_key;
    PricePath m_path;
    TradeNumbering m_numbering;
    double m_tradeSteps;
};

} // namespace spreadline::practice
