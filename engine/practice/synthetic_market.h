// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/market_source.h"
#include "practice/synthetic_symbol.h"

#include <memory>
#include <vector>

namespace spreadline::practice {

/// A market that nobody trades in, alive all the same: every price, trade, bar and book level is a pure function of
/// (seed, symbol, time), so that every start shows the same past and history agrees with what was streamed. No storage.
/// One thread.
///
/// The first advance() only sets the clock. After a jump of more than `mergeAfter` an instrument's book changes come as
/// one delta and marks as one; trades are never left out.
class SyntheticMarket final : public MarketSource {
public:
    static constexpr Duration mergeAfter = std::chrono::seconds(10);

    SyntheticMarket(std::uint64_t seed, const std::vector<CatalogueEntry>& symbols, const SyntheticSymbol::Rates& rates = {});
    ~SyntheticMarket() override;

    const std::vector<Instrument>& instruments() const override { return m_instruments; }
    void setActive(InstrumentId instrument, bool active) override;
    void advance(Timestamp now, std::vector<MarketEvent>& out) override;

    BookSnapshot book(InstrumentId instrument, int depth, Timestamp now) override;
    std::vector<Kline> klines(InstrumentId instrument, Interval interval, Timestamp from, Timestamp to, int limit,
                              Timestamp now) override;
    std::vector<Kline> referenceKlines(Reference reference, InstrumentId instrument, Interval interval, Timestamp from,
                                       Timestamp to, int limit, Timestamp now) override;
    bool prepareKlines(std::optional<Reference> reference, InstrumentId instrument, Interval interval, Timestamp from,
                       Timestamp to, int limit, Timestamp now) override;
    std::vector<Trade> trades(InstrumentId instrument, std::int64_t fromId, int limit, Timestamp now) override;
    std::vector<Trade> tradesBetween(InstrumentId instrument, Timestamp from, Timestamp to, int limit, Timestamp now) override;
    MarkPrice mark(InstrumentId instrument, Timestamp now) override;
    Ticker24h ticker(InstrumentId instrument, Timestamp now) override;
    Quantity openInterest(InstrumentId instrument, Timestamp now) override;
    std::vector<Funding> funding(InstrumentId instrument, Timestamp from, Timestamp to, int limit, Timestamp now) override;
    FundingTerms fundingTerms(InstrumentId instrument) const override;

private:
    struct Live;
    struct Pending {
        std::int64_t millis = 0;
        MarketEvent event;
    };
    SyntheticSymbol& symbol(InstrumentId instrument);
    void lookAhead();
    void collectTrades(SyntheticSymbol& symbol, std::int64_t after, std::int64_t now);
    void collectBook(Live& live, std::int64_t now, bool merge);
    void collectMarks(SyntheticSymbol& symbol, std::int64_t after, std::int64_t now, bool merge);

    SharedNoise m_shared;
    std::vector<std::unique_ptr<Live>> m_live;
    std::vector<Instrument> m_instruments;
    std::int64_t m_now = -1; ///< milliseconds of the last advance
    std::size_t m_lookedAhead = 0;
    std::vector<Pending> m_pending;
};

/// Open times of the bars that a kline request means: from <= open <= to, at most `limit`; the first ones when `from`
/// is given, else the newest. `first` is where history starts. `to` zero or beyond `now` means now.
std::vector<Timestamp> barOpens(Interval interval, Timestamp from, Timestamp to, int limit, Timestamp first, Timestamp now);

} // namespace spreadline::practice
