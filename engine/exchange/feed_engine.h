// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/feed_books.h"
#include "exchange/feed_catalogue.h"
#include "exchange/feed_clock.h"
#include "exchange/feed_context.h"
#include "exchange/feed_health.h"
#include "exchange/feed_history.h"
#include "exchange/feed_klines.h"
#include "exchange/feed_seeds.h"
#include "exchange/feed_streams.h"
#include "exchange/feed_trades.h"
#include "exchange/live_feed_config.h"

#include <set>

namespace spreadline {

/// LiveFeed as it lives on its io thread: made, used and destroyed there. Joins the parts: routes each event to the keeper of its
/// channel, each keeper's wishes to the connections, and the watchdog's findings to both.
class FeedEngine final : private FeedStreams::Listener {
public:
    FeedEngine(const LiveFeedConfig& config, Dialect& dialect, const Clock& clock, MarketSink& sink);

    void start(std::vector<Instrument> known);
    void subscribe(const std::vector<Channel>& channels);
    void unsubscribe(const std::vector<Channel>& channels);
    void requestKlines(const KlineRequest& request) { m_history.requestKlines(request); }
    void requestTrades(const TradeRequest& request) { m_seeds.request(request); }
    void requestDerivatives(const DerivativeRequest& request) { m_history.requestDerivatives(request); }
    void resyncBook(InstrumentId instrument, const Error& reason) { m_books.resync(instrument, reason); }
    void renewConnections() { m_streams.renewAll(); }
    /// Answers what is open with Cancelled and delivers the rest.
    void close();

private:
    void onChannelUp(const Channel& channel) override;
    void onChannelDown(const Channel& channel, const Error& error) override;
    void onChannelMoved(const Channel& channel) override;
    void onEvents(const StreamSession::Frame& frame, std::vector<MarketEvent>& events) override;
    void onBadFrame(const Error& error, Timestamp received) override;

    void place(const Channel& channel);
    void addToKeeper(const Channel& channel);
    void route(MarketEvent& event, const StreamSession::Frame& frame);
    void judgeDelay(const StreamSession::Frame& frame);
    void sawData(const Channel& channel, Timestamp received);
    void compareWithTape(const KlineUpdate& update);
    void tick();
    void patrol();
    void afterSleep();
    void onJam(bool jammed);
    void beginTrades(InstrumentId instrument);
    void endTrades(InstrumentId instrument);

    FeedContext m_context;
    FeedBooks m_books;
    FeedTrades m_trades;
    FeedKlines m_klines;
    FeedHistory m_history;
    FeedSeeds m_seeds;
    FeedStreams m_streams;
    FeedClock m_clock;
    FeedHealth m_health;
    FeedCatalogue m_catalogue;
    std::set<Channel> m_wanted;
    int m_tables = 0; ///< of the wanted, those of all instruments at once
    std::unordered_map<Channel, Kline, ChannelHash> m_lastBars;
    Duration m_now{};        ///< monotonic, of the frame being handled
    Timestamp m_latestStamp; ///< that is believed, at that moment
    bool m_isLate = false;   ///< the frame at hand is old news
    Duration m_lateAt{};     ///< when such a frame came last; zero: never
    QTimer m_tick;
};

} // namespace spreadline
