// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/market_state.h"
#include "ports/feed.h"
#include "ports/store.h"
#include "runtime/chart_desk.h"
#include "runtime/core_event.h"
#include "runtime/core_time.h"
#include "runtime/derivative_desk.h"
#include "runtime/history_desk.h"
#include "runtime/local_bars.h"
#include "runtime/recorder.h"
#include "runtime/subscriptions.h"
#include "runtime/trade_desk.h"
#include "runtime/view_batch.h"
#include "runtime/view_builder.h"

#include <functional>
#include <memory>
#include <set>

namespace spreadline {

/// Takes the answer to a RequestFrame. Called inside step().
using ViewPublisher = std::function<void(std::unique_ptr<ViewBatch>)>;

/// The one place where things happen: takes events one after the other and keeps the market's state. Deterministic: no clock, no
/// randomness, no waiting; time is the stamp of the events, and what it wants from the world it asks for through its ports. The
/// same events in the same order end in the same stateHash(), whatever the ports do with what they are told. One thread.
class TradingCore {
public:
    TradingCore(Feed& feed, Store& store, ViewPublisher publish);

    void step(const CoreEvent& event);

    /// Something that happened beside the core and a person should know; goes out with the next frame.
    void tell(Severity severity, const Error& error) { m_views.notice(severity, error); }

    const MarketState& market() const noexcept { return m_market; }
    /// Of everything that trading could depend on; not of what has been shown or stored.
    std::uint64_t stateHash() const;
    /// At the end of a session: hands the store what has been gathered. How many rows it had no room for.
    std::size_t finish();

private:
    void on(const Trade& trade);
    void on(const BookDelta& delta);
    void on(const BookTop& top);
    void on(const BookSnapshot& snapshot);
    void on(const KlineUpdate& update);
    void on(const MarkPrice& mark);
    void on(const Ticker24h& ticker);
    void on(const Liquidation& liquidation);
    void on(const ChannelTrust& change);
    void on(const InstrumentsLoaded& loaded);
    void on(const KlineHistory& history);
    void on(const TradeHistory& history);
    void on(const DerivativeHistory& history);
    void on(const FrameRejected& rejected);
    void on(const VenueHealth& health);
    void on(const SetInterest& wish);
    void on(const LoadOlder& wish);
    void on(const ResyncBook& wish);
    void on(const RequestFrame& wish);
    void on(const Timer& timer);

    void follow();
    void begin(const Channel& channel);
    void end(const Channel& channel);
    void doubtBook(InstrumentMarket& market, const Error& error);
    void onKlinesTrusted(const SeriesKey& key);
    void dropFuture();
    void tellFuture();
    void checkSilence();
    void sampleBooks();
    std::vector<ChannelTrust> channels() const;

    Feed& m_feed;
    Store& m_store;
    ViewPublisher m_publish;
    CoreTime m_time;
    MarketState m_market;
    Recorder m_recorder;
    Subscriptions m_subscriptions;
    HistoryDesk m_history;
    LocalBars m_local;
    DerivativeDesk m_derivatives;
    ChartDesk m_charts;
    ViewBuilder m_views;
    TradeDesk m_trades;

    ViewInterest m_interest;
    std::set<Channel> m_lostKlines; ///< streams of bars that were interrupted and are not back
    bool m_isFutureTold = false;
    std::set<SeriesKey> m_earlyCloses; ///< whose newest bar traded on after it was closed
    VenueHealth m_health;
    std::int64_t m_marketOverflows = 0;
    Timestamp m_rejectedSince; ///< the start of the minute that is counted
    int m_rejectedInPeriod = 0;
    bool m_isFeedStarted = false;
    Timestamp m_lastSample;
};

} // namespace spreadline
