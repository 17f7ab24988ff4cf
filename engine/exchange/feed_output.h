// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/clock.h"
#include "ports/feed.h"

#include <QTimer>

#include <functional>
#include <vector>

namespace spreadline {

/// Where everything a feed says leaves it: events are collected over one turn of the event loop and delivered together, so that a
/// burst costs one hand-over. When the sink does not take all, what must not be lost (trades, trust, histories, instruments, bar
/// closes) is kept for the next turn in order; books that lost something are reported to be synchronised anew; the rest is let go
/// and counted. Io thread only.
class FeedOutput {
public:
    FeedOutput(MarketSink& sink, const Clock& clock);

    void put(MarketEvent event) { put(std::move(event), m_clock.now()); }
    void put(MarketEvent event, Timestamp received);
    /// Delivers now. Destroying the output delivers nothing more.
    void flush();

    /// Called once per instrument and overflow, after the delivery.
    void onBookLost(std::function<void(InstrumentId)> callback) { m_bookLost = std::move(callback); }
    std::int64_t dropped() const noexcept { return m_dropped; }

private:
    void keepWhatMatters(std::size_t taken);

    MarketSink& m_sink;
    const Clock& m_clock;
    std::function<void(InstrumentId)> m_bookLost;
    std::vector<StampedEvent> m_batch;
    QTimer m_turn;
    std::int64_t m_dropped = 0;
};

} // namespace spreadline
