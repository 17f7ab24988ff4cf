// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/feed_history.h"
#include "exchange/feed_trades.h"

#include <map>
#include <vector>

namespace spreadline {

/// Requests for the latest trades. Of a tape that is just beginning they are asked for once its first live trade is known: an
/// answer from before would end earlier, and what was traded in between would be nobody's. So one request gives the past and the
/// seam. A market in which nothing happens is asked about after a while of listening. Io thread only.
class FeedSeeds {
public:
    FeedSeeds(FeedContext& context, FeedHistory& history, FeedTrades& trades)
        : m_context(context), m_history(history), m_trades(trades)
    {}

    void request(const TradeRequest& request);
    /// The instrument's trades are listened to from now on.
    void up(InstrumentId instrument);
    /// Its first trade came, or nobody listens any more: what waits is asked for.
    void release(InstrumentId instrument);
    void releaseAll();

private:
    static constexpr Duration quiet = std::chrono::seconds(2);     ///< a market without a trade this long
    static constexpr Duration patience = std::chrono::seconds(10); ///< for a stream that does not come up

    void ask(const TradeRequest& request);
    void mend(TradeHistory history, int attempts);
    void deliver(TradeHistory history);

    FeedContext& m_context;
    FeedHistory& m_history;
    FeedTrades& m_trades;
    std::map<InstrumentId, std::vector<TradeRequest>> m_waiting;
};

} // namespace spreadline
