// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/market_data.h"
#include "practice/noise.h"

#include <array>
#include <cstdint>
#include <vector>

namespace spreadline::practice {

/// Best bid and ask in ticks.
struct Touch {
    std::int64_t bid = 0, ask = 0;
    bool operator==(const Touch&) const = default;
};

/// The touch that a trade leaves behind: a taker's buy happened at the ask, a sell at the bid; the other side is one to
/// three ticks away. `second` counts from 1970.
Touch touchAfter(std::uint64_t key, std::int64_t lastTick, bool buyerWasTaker, std::int64_t second) noexcept;

/// One instrument's units, so that levels come out as the wire's integers.
struct BookUnits {
    std::int64_t tick = 1; ///< mantissa of the tick at the price scale
    std::int64_t step = 1; ///< mantissa of the step at the quantity scale
};

/// Bids and asks, best first, as mantissas.
struct BookSides {
    std::vector<BookLevel> bids, asks;
};

/// The liquidity around a price: which levels stand in the book at a moment and how much, as a pure function of key,
/// price level and time. A level keeps its quantity for its own random lifetime; those near the touch live for tenths
/// of a second, the others for seconds to a minute. Round prices hold more, and so do far ones. Near the touch nearly
/// every tick is taken; beyond 200 ticks one level stands in every cell of `cellTicks`, so that the book reaches a
/// percent or so from the price. At most 1000 levels a side. Immutable.
class SyntheticBook {
public:
    struct Shape {
        double meanSteps = 50;              ///< of a trade; levels hold a few times that
        std::int64_t typicalPrice = 60'000; ///< ticks
        int farCells = 750;                 ///< levels beyond the near ones
        BookUnits units;
    };
    SyntheticBook(std::uint64_t key, const Shape& shape);

    /// The prices, in ticks, that stood at the last minute boundaries: [0] at the start of the minute of the moment
    /// asked for, [1] a minute before, [2] two minutes before. Levels drawn then grew with the distance from the price
    /// then.
    using Anchors = std::array<std::int64_t, 3>;

    /// `millis` since 1970. At most `depth` levels a side; the vectors are overwritten.
    void build(std::int64_t millis, Touch touch, const Anchors& anchors, int depth, BookSides& sides) const;

    static constexpr int mostLevels = 1000;

private:
    struct Moment {
        std::int64_t millis;
        const Anchors& anchors;
    };
    void buildSide(const Moment& moment, std::int64_t best, int direction, int depth, std::vector<BookLevel>& levels) const;
    std::int64_t quantity(const Moment& moment, std::int64_t tick, std::int64_t distance, int direction) const noexcept;
    bool stands(std::int64_t tick, const Moment& moment) const noexcept;

    std::uint64_t m_key;
    Shape m_shape;
    std::int64_t m_cellTicks;
    double m_growth; ///< per tick of distance
};

/// Levels of `after` that differ from `before`, with quantity 0 for those gone. Both best first.
std::vector<BookLevel> changedLevels(const std::vector<BookLevel>& before, const std::vector<BookLevel>& after, bool descending);

} // namespace spreadline::practice
