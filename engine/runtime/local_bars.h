// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/count_bars.h"
#include "market/kline_aggregator.h"
#include "market/market_state.h"
#include "runtime/core_time.h"
#include "runtime/history_desk.h"
#include "runtime/recorder.h"

#include <map>
#include <memory>
#include <set>
#include <vector>

namespace spreadline {

/// What LocalBars tells while it works.
struct LocalBarsListener {
    BarsChanged changed;
    std::function<void(const SeriesKey&)> replaced; ///< bars that were there are gone
    std::function<void(const Error&)> refused;      ///< a trade is in none of them; once while an instrument's bars are wanted
};

/// Builds the bars no venue serves (seconds, ticks, volume) from an instrument's trades and puts them into its series. When an
/// interval joins, older trades arrive or the instrument's prices become finer, the bars are built anew from the tape. Bars that
/// began before the trades we have are left out: half a bar is not a bar. Core thread.
class LocalBars {
public:
    LocalBars(const CoreTime& time, MarketState& market, Recorder& recorder, LocalBarsListener listener);

    /// Precondition: the instrument has a tape and a series of this interval.
    void want(const SeriesKey& key);
    void release(const SeriesKey& key);
    /// The newest of the tape. After a hole, or when the tape itself began anew, the bars begin anew, too.
    void onTrade(const Trade& trade);
    /// The tape's past changed.
    void rebuild(InstrumentId instrument);
    /// The list of instruments changed: a scale may have become finer.
    void onInstruments();
    /// Closes what the venue's clock says is over; nothing while that clock is not known or the trades are not Synced.
    void onTick();
    /// Trades that the bars under construction are without: they did not fit, or came too late even for a revision.
    std::int64_t leftOut() const;

private:
    struct Builder {
        std::set<Interval> intervals;
        BookScale scale{};   ///< never coarser than it was: trades of the finer one are still on the tape
        Timestamp knownFrom; ///< time of the first trade the bars were built from
        std::int64_t firstId = 0;
        int generation = 0; ///< of the tape they were built from
        std::unique_ptr<KlineAggregator> calendar;
        std::vector<CountBars> counted;
        bool isReplaying = false;
        bool isRefusalTold = false;
        std::int64_t refused = 0;
    };

    BookScale scaleFor(InstrumentId instrument, const Builder& builder) const;
    void make(InstrumentId instrument, Builder& builder);
    void replay(InstrumentId instrument, Builder& builder);
    bool forgetPartial(const Builder& builder, KlineSeries& series) const;
    void add(Builder& builder, const Trade& trade);
    void refuse(Builder& builder, const Trade& trade, const Error& error);
    void publishForming(InstrumentId instrument, const Builder& builder);
    void onBar(InstrumentId instrument, const Builder& builder, Interval interval, const Kline& bar);
    bool isWhole(const Builder& builder, Interval interval, const Kline& bar) const;

    const CoreTime& m_time;
    MarketState& m_market;
    Recorder& m_recorder;
    LocalBarsListener m_listener;
    std::map<InstrumentId, Builder> m_builders;
};

} // namespace spreadline
