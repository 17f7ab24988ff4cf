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
/// and counted. When more than `mostKept` wait because nobody takes them, the owner is told to stop listening to the venue, and told
/// again once all have been taken: nothing that must arrive is ever thrown away. Io thread only.
class FeedOutput {
public:
    static constexpr std::size_t usuallyKept = 50'000;
    /// `mostKept`: of what must arrive, before the owner is told; a few more come while sockets close and requests end.
    FeedOutput(MarketSink& sink, const Clock& clock, std::size_t mostKept = usuallyKept);

    void put(MarketEvent event) { put(std::move(event), m_clock.now()); }
    void put(MarketEvent event, Timestamp received);
    /// Delivers now. Destroying the output delivers nothing more.
    void flush();

    /// Called once per instrument and overflow, after the delivery.
    void onBookLost(std::function<void(InstrumentId)> callback) { m_bookLost = std::move(callback); }
    /// Called with true when too much waits, with false when everything was taken after that.
    void onJam(std::function<void(bool)> callback) { m_jam = std::move(callback); }
    std::int64_t dropped() const noexcept { return m_dropped; }

private:
    void keepWhatMatters(std::size_t taken);
    void setJammed(bool jammed);

    MarketSink& m_sink;
    const Clock& m_clock;
    std::size_t m_mostKept;
    std::function<void(InstrumentId)> m_bookLost;
    std::function<void(bool)> m_jam;
    bool m_isJammed = false;
    std::vector<StampedEvent> m_batch;
    QTimer m_turn;
    std::int64_t m_dropped = 0;
};

} // namespace spreadline
