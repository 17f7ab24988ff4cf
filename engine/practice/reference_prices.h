// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/bar_history.h"
#include "practice/market_source.h"

namespace spreadline::practice {

/// Index, mark, funding and open interest of one symbol, as functions of time. The index follows the trades smoothed,
/// three seconds behind; the mark is the index with a small premium. Prices have eight decimals, as on the wire. One
/// thread.
class ReferencePrices {
public:
    ReferencePrices(std::uint64_t seed, const CatalogueEntry& entry, const Instrument& instrument, MinuteBars& minutes);

    MarkPrice mark(std::int64_t millis);
    struct Range {
        std::int64_t open = 0, high = 0, low = 0, close = 0; ///< at eight decimals; zeros: nothing yet
        /// Appends the range that follows in time.
        void add(const Range& next) noexcept;
    };
    /// OHLC of the index or mark in [from, to), both in milliseconds within the history, `from` on a minute.
    Range range(MarketSource::Reference reference, std::int64_t from, std::int64_t to);
    /// See BarHistory::prepare.
    bool prepare(MarketSource::Reference reference, std::int64_t fromMinute, std::int64_t toMinute, std::int64_t& minutesLeft);

    Duration fundingInterval() const noexcept { return Duration(std::chrono::hours(m_terms.hours)); }
    const MarketSource::FundingTerms& fundingTerms() const noexcept { return m_terms; }
    /// The rate that is settled at `millis`, or estimated there for the coming settlement.
    Price fundingRate(std::int64_t millis) const;
    Price markPrice(std::int64_t millis);
    Quantity openInterest(std::int64_t millis) const;

    static constexpr int scale = 8;

private:
    struct KeptPlan {
        std::int64_t minute = -1;
        MinutePlan plan;
        std::array<int, 4> starts{}; ///< of the legs and of the closing trades, in milliseconds
    };
    const KeptPlan& plan(std::int64_t minute);
    double path(std::int64_t millis);
    std::int64_t price(MarketSource::Reference reference, std::int64_t millis);
    /// From `from` up to and including `last`, both in one minute.
    Range minuteRange(MarketSource::Reference reference, std::int64_t from, std::int64_t last);
    Range wholeMinute(MarketSource::Reference reference, std::int64_t minute);
    BarHistory<Range>& history(MarketSource::Reference reference) noexcept
    {
        return reference == MarketSource::Reference::Mark ? m_marks : m_indexes;
    }

    const Instrument& m_instrument;
    MinuteBars& m_minutes;
    CachedNoise m_premium;
    NoisePath m_funding;
    NoisePath m_interest;
    double m_interestSteps;
    double m_unit; ///< a tick at eight decimals
    MarketSource::FundingTerms m_terms;
    std::array<KeptPlan, 2> m_plans; ///< by parity of the minute
    BarHistory<Range> m_marks, m_indexes;
};

} // namespace spreadline::practice
