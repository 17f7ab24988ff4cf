// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/view.h"

#include <optional>
#include <vector>

namespace spreadline::ladder {

enum class RowKind : std::uint8_t {
    Blank, ///< no price: the book is empty on this side
    Ask,
    Spread,
    Bid,
};

/// One row. Prices and quantities in the book's scale; `cumulative` sums from the spread up to and including this row.
struct LadderRow {
    RowKind kind = RowKind::Blank;
    std::int64_t price = 0;
    std::int64_t quantity = 0;
    std::int64_t cumulative = 0;
    double quote = 0; ///< quantity x price, for display
    double cumulativeQuote = 0;
    bool isKnown = false; ///< false beyond the last level that was sent
    bool operator==(const LadderRow&) const = default;
};

/// The best bid and ask, in the book's scale. Of the ungrouped book: a group's edges would name a spread that is not
/// there.
struct TopOfBook {
    std::int64_t bid = 0;
    std::int64_t ask = 0;
    bool operator==(const TopOfBook&) const = default;
};

/// What it would take to trade through to a row.
struct Sweep {
    double quantity = 0;
    double value = 0;
    double average = 0;
    double distance = 0; ///< of the average from the middle, as a share
};

/// Where each price of a grouped book stands. Row 0 is the spread, row k > 0 the k-th price step above the best ask
/// (which is row 1), row -k the k-th below the best bid. Steps without a level are rows too, so that distance is
/// distance. A plain value.
class LadderRows {
public:
    void setBook(BookPtr book);
    const BookPtr& book() const noexcept { return m_book; }
    bool isEmpty() const noexcept { return !m_book || (m_book->asks.empty() && m_book->bids.empty()); }

    LadderRow row(int index) const;
    /// The row that shows `price`; 0 inside the spread. Precondition: !isEmpty().
    int indexOf(std::int64_t price) const;
    /// The last row of each side that is known: the highest ask's and the lowest bid's.
    int top() const;
    int bottom() const;

    /// The share of bids in the quantity of the `levels` nearest levels of both sides; a half when there is none.
    double bidShare(std::size_t levels) const;
    /// `middle` is the mid price, nothing when it is not known. Nothing for rows without a size to reach.
    std::optional<Sweep> sweep(int index, std::optional<double> middle) const;
    std::optional<TopOfBook> best() const; ///< of the book as it is grouped
    double unit() const noexcept { return m_priceUnit; }

private:
    struct Level {
        std::int64_t price, quantity, cumulative;
        double quote, cumulativeQuote;
    };
    void accumulate(const std::vector<BookLevel>& from, std::vector<Level>& to) const;
    LadderRow sideRow(RowKind kind, const std::vector<Level>& side, std::int64_t steps) const;

    BookPtr m_book;
    std::vector<Level> m_asks, m_bids;
    double m_priceUnit = 1, m_quantityUnit = 1;
};

} // namespace spreadline::ladder
