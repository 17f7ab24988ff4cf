// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/feed_context.h"

#include <map>

namespace spreadline {

/// The bars of a feed as the venue streams them. After a reconnect the bars since the last one seen are fetched and delivered as
/// history, page by page, before the channel is Synced again: a close that was missed is never made up. Io thread only.
class FeedKlines {
public:
    explicit FeedKlines(FeedContext& context) : m_context(context) {}

    void add(const Channel& channel) { m_bars.try_emplace(channel, m_context.random); }
    void remove(const Channel& channel) { m_bars.erase(channel); }
    void up(const Channel& channel);
    void down(const Channel& channel, Errc reason);
    void onKline(KlineUpdate update, Timestamp received);

private:
    struct Bars {
        explicit Bars(const Backoff::Random& random) : backoff(random) {}
        Backoff backoff;
        Timestamp lastOpen;   ///< of the newest bar seen; zero before the first
        Timestamp missedFrom; ///< where the bars that are still to be fetched begin; zero when none are
        int generation = 0;
    };

    using Read = Result<std::vector<Kline>>;

    void fetchMissed(const Channel& channel, int generation, RestSession::Priority priority);
    void onMissed(const KlineRequest& request, int generation, Read klines);

    FeedContext& m_context;
    std::map<Channel, Bars> m_bars;
};

} // namespace spreadline
