// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/market_state.h"
#include "ports/feed.h"
#include "ports/store.h"
#include "runtime/core_time.h"
#include "runtime/local_bars.h"
#include "runtime/recorder.h"
#include "runtime/view_builder.h"

#include <map>
#include <vector>

namespace spreadline {

/// The tapes of the instruments whose trades are wanted: begins each with what the store and the venue have of the past, joins
/// live trades and history, and keeps out stored trades of a time that has not come yet. Core thread.
class TradeDesk {
public:
    TradeDesk(const CoreTime& time, MarketState& market, Feed& feed, Store& store, Recorder& recorder, LocalBars& local,
              ViewBuilder& views);

    void begin(InstrumentMarket& market);
    void end(InstrumentMarket& market);
    /// False when the trade is no news, or nobody's.
    bool onTrade(const Trade& trade);
    void onHistory(const TradeHistory& history);

    /// The venue's clock is known: judges what the store gave before it was.
    void dropFuture();
    /// Stored trades later than the venue's clock that were left out, so far.
    std::int64_t futureTrades() const noexcept { return m_future; }
    /// Ids that live trades have jumped over, so far. Those that came late are among them.
    std::int64_t missed() const;

private:
    std::vector<Trade> withoutFuture(const TradeHistory& history);

    const CoreTime& m_time;
    MarketState& m_market;
    Feed& m_feed;
    Store& m_store;
    Recorder& m_recorder;
    LocalBars& m_local;
    ViewBuilder& m_views;
    std::map<InstrumentId, Timestamp> m_unjudged; ///< the newest stored trade that came while the venue's clock was not known
    std::int64_t m_future = 0;
    std::int64_t m_missedBefore = 0; ///< by tapes that have ended
};

} // namespace spreadline
