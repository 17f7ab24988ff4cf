// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/market_source.h"
#include "practice/minute_bars.h"

namespace spreadline::practice {

/// Index, mark, funding and open interest of one symbol, as functions of time. The index follows the trades smoothed,
/// three seconds behind; the mark is the index with a small premium. Prices have eight decimals, as on the wire. One
/// thread.
class ReferencePrices {
public:
    ReferencePrices(std::uint64_t seed, const CatalogueEntry& entry, const Instrument& instrument, MinuteBars& minutes);

    MarkPrice mark(std::int64_t millis);
    /// OHLC of the index or mark from `from` up to and including `last`, both in milliseconds within the history.
    struct Range {
        std::int64_t open = 0, high = 0, low = 0, close = 0; ///< at eight decimals
        void add(const Range& next) noexcept;
    };
    Range range(MarketSource::Reference reference, std::int64_t from, std::int64_t last);

    Duration fundingInterval() const noexcept { return Duration(std::chrono::hours(m_fundingHours)); }
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
    Range minuteRange(MarketSource::Reference reference, std::int64_t from, std::int64_t last);

    const Instrument& m_instrument;
    MinuteBars& m_minutes;
    CachedNoise m_premium;
    NoisePath m_funding;
    NoisePath m_interest;
    double m_interestSteps;
    double m_unit; ///< a tick at eight decimals
    int m_fundingHours;
    std::array<KeptPlan, 2> m_plans; ///< by parity of the minute
};

} // namespace spreadline::practice
