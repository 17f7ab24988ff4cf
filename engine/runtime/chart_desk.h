// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/view.h"
#include "runtime/derivative_desk.h"
#include "runtime/history_desk.h"
#include "runtime/local_bars.h"

#include <map>
#include <vector>

namespace spreadline {

/// The open charts: keeps the series they show alive, and remembers what each has not been told yet. Core thread.
class ChartDesk {
public:
    ChartDesk(const CoreTime& time, MarketState& market, HistoryDesk& history, LocalBars& local, DerivativeDesk& derivatives);

    /// Opens, changes and closes charts so that exactly `charts` are open. Instruments that are not known yet wait.
    void follow(const std::vector<ChartInterest>& charts);
    void loadOlder(ChartId chart);

    /// Bars changed (zero range: only how the loading goes).
    void mark(const SeriesKey& key, OpenRange range);
    /// Bars are gone: the charts of the series are told all of it anew.
    void reload(const SeriesKey& key);
    /// Moves the bar under way as it is shown: the venue tells it a few times a second only. The series is not touched.
    void onTrade(const Trade& trade);
    /// Funding or open interest came, or the reason why it does not.
    void markDerivatives(const DerivativeDesk::Key& key);
    /// A stream's trust changed.
    void markTrust(const Channel& channel);

    /// What the charts have not been told, one update a chart; they have been told then.
    void collect(std::vector<ChartUpdate>& updates);

private:
    /// What trades have done to the bar under way since it opened.
    struct Touch {
        Timestamp open; ///< of the bar; unknown when there is nothing
        Timestamp time; ///< of the newest trade
        Price high, low, close;
    };
    struct Chart {
        ChartInterest interest;
        bool reset = true;
        bool told = false; ///< nothing to say
        OpenRange changed; ///< bars to send; zero when none
        OpenRange tail;    ///< likewise, for the busy end: kept apart so that old and new do not join to everything
        Touch touch;
        bool tellFunding = false, tellOpenInterest = false;
    };

    static SeriesKey keyOf(const ChartInterest& interest) { return {interest.instrument, interest.interval}; }
    void hold(const ChartInterest& interest);
    void wantDerivatives(const ChartInterest& interest);
    void releaseDerivatives(const ChartInterest& before);
    void describeDerivatives(const Chart& chart, ChartUpdate& update) const;
    bool isHeld(const SeriesKey& key) const;
    void drop(const SeriesKey& key);
    ChartUpdate describe(const Chart& chart) const;
    void appendBars(const Chart& chart, const KlineSeries& series, std::vector<Kline>& bars) const;
    static void applyTouch(const Touch& touch, Kline& bar);

    const CoreTime& m_time;
    MarketState& m_market;
    HistoryDesk& m_history;
    LocalBars& m_local;
    DerivativeDesk& m_derivatives;
    std::map<ChartId, Chart> m_charts;
};

} // namespace spreadline
