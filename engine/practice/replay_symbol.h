// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/recording.h"
#include "practice/synthetic_book.h"

#include <deque>
#include <functional>
#include <map>
#include <optional>

namespace spreadline::practice {

/// Adds the bar that follows in time.
void addBar(Kline& bar, const Kline& next);

/// What has been played of one instrument: its book, its latest trades, its bars. One thread.
class ReplaySymbol {
public:
    static constexpr std::size_t tradesKept = 200'000;

    ReplaySymbol(Instrument instrument, bool hasDepth);

    const Instrument& instrument() const noexcept { return m_instrument; }
    bool active = false;

    void apply(const Trade& trade);
    /// False when the delta is older than the book: nobody needs it.
    bool apply(const BookDelta& delta);
    void apply(const BookSnapshot& snapshot);
    void apply(const MarkPrice& mark) { m_mark = mark; }
    /// A row of a klines file is complete (its trades were played before).
    void complete(const Kline& row) { m_rows.push_back(row); }
    void setRowInterval(Interval interval) { m_rowInterval = interval; }

    /// The invented book at a moment; nothing without a price. Slices of 100 ms.
    std::optional<BookDelta> moveInventedBook(Timestamp now);
    BookSnapshot book(int depth, Timestamp now);

    const std::deque<Trade>& trades() const noexcept { return m_trades; }
    std::vector<Kline> klines(Interval interval, Timestamp from, Timestamp to, int limit, Timestamp now) const;
    Ticker24h ticker(Timestamp now) const;
    /// The recorded one, or the last price where none was.
    MarkPrice mark(Timestamp now) const;
    bool hasMarks() const noexcept { return m_mark.time.isKnown(); }
    bool hasPrice() const noexcept { return m_last.price.isPositive(); }

private:
    std::vector<Kline> finestBars(Interval interval, Timestamp from, Timestamp now) const;
    void buildInvented(std::int64_t slice, int depth, BookSides& sides) const;
    std::int64_t inventedId(std::int64_t slice) const noexcept;
    void applyLevels(const BookDelta& delta);

    Instrument m_instrument;
    bool m_hasDepth;
    Trade m_last;
    std::deque<Trade> m_trades;
    std::vector<Kline> m_minutes; ///< from the trades played
    std::vector<Kline> m_rows;    ///< of a klines file, complete
    std::optional<Interval> m_rowInterval;
    MarkPrice m_mark;

    std::map<std::int64_t, std::int64_t, std::greater<>> m_bids;
    std::map<std::int64_t, std::int64_t> m_asks;
    std::int64_t m_bookId = 0;
    Timestamp m_bookTime;
    std::vector<BookDelta> m_early; ///< deltas before the first snapshot, which may straddle it
    bool m_hasSnapshot = false;

    std::optional<SyntheticBook> m_invented;
    std::int64_t m_slice = -1;
    BookSides m_sides, m_nextSides;
};

/// The trades that a row of a klines file could have been: along open, low and high, close, adding up to its volume.
/// `firstId` is the first one's number; rows without volume have none.
std::vector<Trade> tradesOfRow(const Kline& row, const Instrument& instrument, std::int64_t firstId);

} // namespace spreadline::practice
