// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hash.h"
#include "domain/view.h"
#include "market/market_state.h"
#include "ports/feed.h"

#include <set>
#include <vector>

namespace spreadline {

/// Which streams a set of wishes needs, and the difference to what is subscribed. Core thread.
class Subscriptions {
public:
    explicit Subscriptions(Feed& feed) : m_feed(feed) {}

    struct Difference {
        std::vector<Channel> added, removed;
    };
    /// Subscribes and unsubscribes at the feed so that exactly what `interest` needs is on. Wishes for instruments that are not
    /// known yet wait: call it again when the list changed. The all-market ticker and mark price are always on.
    Difference follow(const ViewInterest& interest, const MarketState& market);

    bool contains(const Channel& channel) const { return m_channels.contains(channel); }
    const std::set<Channel>& channels() const noexcept { return m_channels; }
    void addTo(StateHash& hash) const;

private:
    Feed& m_feed;
    std::set<Channel> m_channels;
};

/// The stream that keeps a chart's bars going: the venue's klines, or the trades that bars are built from here.
Channel sourceOf(InstrumentId instrument, Interval interval);

} // namespace spreadline
