// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/view.h"

#include <deque>
#include <span>
#include <vector>

namespace spreadline {

/// What takers bought and sold within one price row, in units of 10^-BookScale::quantity. Row r covers the prices from r x step up
/// to (r + 1) x step, the upper edge left out.
struct PrintRow {
    std::int64_t row = 0;
    std::int64_t bought = 0, sold = 0;
    std::int64_t volume() const noexcept { return bought + sold; }
    bool operator==(const PrintRow&) const = default;
};

/// The trades of one bar by price: the rows that saw any, from the lowest price.
struct PrintBar {
    Timestamp open;
    std::vector<PrintRow> rows;
    std::int64_t bought = 0, sold = 0;
    std::int64_t delta() const noexcept { return bought - sold; }
    std::int64_t volume() const noexcept { return bought + sold; }
    bool operator==(const PrintBar&) const = default;
};

/// How much of a bar the prints know.
enum class PrintCoverage : std::uint8_t {
    None,    ///< it ended before the first trade that is known
    Partial, ///< trades of it are known to be missing, or may be
    Whole,   ///< every trade so far
};

/// Neighbouring rows as one: `perRow` >= 1 of them. `out` keeps its memory.
void foldRows(std::span<const PrintRow> rows, std::int64_t perRow, std::vector<PrintRow>& out);

/// Whether a side of rows[i] outweighs the other side of the row diagonally across the spread at least threefold: +1 what was
/// bought against what was sold one row below, -1 what was sold against what was bought one row above. Beyond the ends of the bar
/// there is nothing to compare with; a row inside it that saw no trade counts as zero.
int imbalanceAt(std::span<const PrintRow> rows, std::size_t i) noexcept;

/// The row with the most volume, the lowest of equals. Precondition: there are rows.
std::size_t pointOfControl(std::span<const PrintRow> rows) noexcept;

/// The trades of one instrument by bar and price row: what a footprint shows. Sums are exact integers.
///
/// It is fed with TapeUpdates and goes by the trades' ids: what came before is not counted again when a tape starts over, an id
/// that is left out makes the bars around it Partial, and a trade that fills such a hole later counts then. Calendar intervals only.
///
/// Bounded: the newest `maxTrades` trades are kept to build another interval's bars from (32 bytes each), and beyond `maxRows`
/// rows in all bars the oldest bars go. Ui thread only.
class TradePrints {
public:
    static constexpr std::size_t maxTrades = 200'000;
    static constexpr std::size_t maxRows = 150'000;
    static constexpr std::size_t maxHoles = 512; ///< beyond it the oldest become one

    /// Forgets everything. `step` is the height of a row in units of 10^-scale.price, at least 1.
    void start(InstrumentId instrument, BookScale scale, std::int64_t step, Interval interval);
    /// Other bars from the trades that are kept.
    void setInterval(Interval interval);

    struct Change {
        bool any = false;
        Timestamp from; ///< the earliest bar that changed
    };
    /// Updates of other instruments are ignored.
    Change add(const TapeUpdate& update);

    const PrintBar* find(Timestamp open) const; ///< null when no trade of it is known
    PrintCoverage coverage(Timestamp open) const;
    /// The first moment that is covered; unknown before the first trade.
    Timestamp since() const noexcept { return m_since; }
    std::size_t bars() const noexcept { return m_bars.size(); }

    InstrumentId instrument() const noexcept { return m_instrument; }
    BookScale scale() const noexcept { return m_scale; }
    std::int64_t step() const noexcept { return m_step; }
    Interval interval() const noexcept { return m_interval; }
    /// Trades that are known to be missing between those that are here.
    std::int64_t missing() const noexcept;
    /// Of the tape it is fed from. While that is not usable the newest bar may lack trades.
    const Trust& trust() const noexcept { return m_trust; }
    std::size_t memory() const noexcept; ///< bytes, about

private:
    struct Print {
        std::int64_t id = 0, time = 0;
        std::int64_t price = 0;
        std::int64_t quantity = 0; ///< below zero: sold
    };
    /// Ids between `before` and `after` are missing; their times lie between those of the two.
    struct Hole {
        std::int64_t before = 0, after = 0;
        std::int64_t from = 0, to = 0;
    };

    void forget();
    bool isOfAnotherCount(const TapeUpdate& update) const;
    void take(const Print& print, Change& change);
    bool fitsIn(const Print& print);
    bool fillHole(const Print& print);
    void addHole(const Hole& hole);
    void count(const Print& print);
    PrintBar& barAt(Timestamp open);
    void trim();

    InstrumentId m_instrument{};
    BookScale m_scale;
    std::int64_t m_step = 1;
    Interval m_interval{};
    Trust m_trust;

    std::deque<Print> m_prints; ///< in the order they came
    std::deque<PrintBar> m_bars;
    std::vector<Hole> m_holes; ///< rising
    std::size_t m_rows = 0;
    Print m_first, m_last; ///< by id; of no meaning while m_since is not known
    Timestamp m_since;
    std::int64_t m_cut = INT64_MIN; ///< trades up to here have been let go
};

} // namespace spreadline
