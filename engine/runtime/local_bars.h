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

/// Builds the bars no venue serves (seconds, ticks, volume) from an instrument's trades and puts them into its series. When an
/// interval joins or older trades arrive, the bars are built anew from the tape. Bars that began before the trades we have are
/// left out: half a bar is not a bar. Core thread.
class LocalBars {
public:
    LocalBars(const CoreTime& time, MarketState& market, Recorder& recorder, BarsChanged changed);

    /// Precondition: the instrument has a tape and a series of this interval.
    void want(const SeriesKey& key);
    void release(const SeriesKey& key);
    /// The newest of the tape. After a hole the bars begin anew behind it.
    void onTrade(const Trade& trade);
    /// The tape's past changed.
    void rebuild(InstrumentId instrument);
    /// Closes what the venue's clock says is over; nothing while that clock is not known or the trades are not Synced.
    void onTick();

private:
    struct Builder {
        std::set<Interval> intervals;
        Timestamp knownFrom; ///< time of the first trade the bars were built from
        std::int64_t firstId = 0;
        std::unique_ptr<KlineAggregator> calendar;
        std::vector<CountBars> counted;
        bool isReplaying = false;
    };

    void make(InstrumentId instrument, Builder& builder);
    void replay(InstrumentId instrument, Builder& builder);
    void add(Builder& builder, const Trade& trade);
    void publishForming(InstrumentId instrument, const Builder& builder);
    void onBar(InstrumentId instrument, const Builder& builder, Interval interval, const Kline& bar);
    bool isWhole(const Builder& builder, Interval interval, const Kline& bar) const;

    const CoreTime& m_time;
    MarketState& m_market;
    Recorder& m_recorder;
    BarsChanged m_changed;
    std::map<InstrumentId, Builder> m_builders;
};

} // namespace spreadline
