// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/reference_prices.h"
#include "practice/synthetic_book.h"

#include <array>

namespace spreadline::practice {

/// One symbol of the synthetic market: its trades, bars, book and reference prices at any time, with no state that a
/// query could leave behind (only caches). Times are milliseconds since 1970. One thread.
class SyntheticSymbol {
public:
    struct Rates {
        double trades = 1;     ///< multiplies the natural number of trades
        int sliceMillis = 100; ///< the book changes on this grid; divides 100
        int bookLevels = SyntheticBook::mostLevels;
    };
    SyntheticSymbol(std::uint64_t seed, const CatalogueEntry& entry, InstrumentId id, const Rates& rates, SharedNoise& shared);
    // The parts hold references to each other.
    SyntheticSymbol(const SyntheticSymbol&) = delete;
    SyntheticSymbol& operator=(const SyntheticSymbol&) = delete;

    const Instrument& instrument() const noexcept { return m_instrument; }
    ReferencePrices& reference() noexcept { return m_reference; }

    /// The trades of a minute; valid until the next call for another minute but its neighbour.
    const std::vector<RawTrade>& minuteTrades(std::int64_t minute);
    Trade trade(std::int64_t minute, std::size_t at);
    std::int64_t firstId(std::int64_t minute) const noexcept { return m_minutes.numbering().firstId(minute); }
    std::int64_t minuteOfId(std::int64_t id) const noexcept { return m_minutes.numbering().minuteOf(id); }
    /// How many trades of the minute had happened by `millis`, which lies in it.
    std::size_t tradesBy(std::int64_t millis);

    /// Bar of [from, to) in milliseconds, `from` on a minute; the last minute may be cut anywhere.
    RawBar bar(std::int64_t from, std::int64_t to);
    /// See BarHistory::prepare.
    bool prepareBar(std::int64_t fromMinute, std::int64_t toMinute, std::int64_t& minutesLeft)
    {
        return m_history.prepare(fromMinute, toMinute, minutesLeft);
    }
    static std::int64_t firstMinute() noexcept { return BarHistory<RawBar>::firstMinute(); }
    Kline kline(const RawBar& raw, Timestamp open, Timestamp next, bool closed) const;
    Price price(std::int64_t ticks) const;
    Quantity quantity(std::int64_t steps) const;
    Money money(std::int64_t tickSteps) const;

    // The book stands still within a slice; slices are numbered from 1970.
    std::int64_t sliceOf(std::int64_t millis) const noexcept { return millis / m_rates.sliceMillis; }
    std::int64_t sliceMillis(std::int64_t slice) const noexcept { return slice * m_rates.sliceMillis; }
    std::int64_t lastUpdateId(std::int64_t slice) const noexcept;
    void book(std::int64_t slice, int depth, BookSides& sides);
    /// The difference between two slices, the later one's `after` - never empty: an unchanged best bid is repeated.
    BookDelta delta(std::int64_t fromSlice, const BookSides& before, std::int64_t toSlice, const BookSides& after) const;

    /// Forced orders among the trades of a minute: indexes into minuteTrades, rising. Few minutes have any.
    std::vector<std::size_t> liquidations(std::int64_t minute);

private:
    struct MinuteSlot {
        std::int64_t minute = -1;
        std::vector<RawTrade> trades;
    };

    Instrument m_instrument;
    Rates m_rates;
    std::uint64_t m_key;
    MinuteBars m_minutes;
    BarHistory<RawBar> m_history;
    ReferencePrices m_reference;
    SyntheticBook m_book;
    std::vector<MinuteSlot> m_slots; ///< at least two: of the minute under way and the one ahead
};

} // namespace spreadline::practice
