// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/dialect.h"
#include "exchange/io_thread.h"
#include "exchange/live_feed_config.h"
#include "ports/clock.h"
#include "ports/feed.h"

#include <memory>

namespace spreadline {

class FeedEngine;

/// A venue's market data over REST and WebSocket, on an io thread of its own: the Feed of practice and real venues alike.
///
/// Commands from any thread; they run on the io thread in order. Everything arrives at the sink on that thread, one delivery per
/// turn of its loop. The clock and the sink must outlive the feed; the sink must not call stop(). stop() and the destructor only
/// from outside the io thread, by one thread at a time.
class LiveFeed final : public Feed {
public:
    LiveFeed(LiveFeedConfig config, std::unique_ptr<Dialect> dialect, const Clock& clock, MarketSink& sink);
    ~LiveFeed() override;

    void start(std::vector<Instrument> known) override;
    void subscribe(std::span<const Channel> channels) override;
    void unsubscribe(std::span<const Channel> channels) override;
    void requestKlines(const KlineRequest& request) override;
    void requestTrades(const TradeRequest& request) override;
    void requestDerivatives(const DerivativeRequest& request) override;
    void resyncBook(InstrumentId instrument) override;
    void stop() override;

    /// Replaces every connection by a new one without a gap, as is done before the venue's 24 hours end.
    void renewConnections();

private:
    template<typename Work>
    void post(Work work);

    std::unique_ptr<Dialect> m_dialect;
    IoThread m_io;
    std::unique_ptr<FeedEngine> m_engine; ///< made, used and destroyed on the io thread
};

} // namespace spreadline
