// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/market_event.h"

#include <span>
#include <vector>

namespace spreadline {

/// A market event with the moment it was received here (wall clock). The core takes its time from these stamps.
struct StampedEvent {
    Timestamp received;
    MarketEvent event;
};

/// Where a Feed or Store delivers. Called on the deliverer's own thread; implementations only enqueue.
class MarketSink {
public:
    virtual ~MarketSink() = default;
    /// Takes events from the front of `batch`, in order, and returns how many. Fewer than all means the lane is full: the feed
    /// then marks the streams of what was left as stale, resynchronises them and counts it. Trades, ChannelTrust events and answers
    /// are taken all the same; a sink that refuses even those hangs: the feed keeps them and stops listening until they are taken.
    /// Taken elements are moved from.
    virtual std::size_t deliver(std::vector<StampedEvent>& batch) = 0;
};

struct KlineRequest {
    InstrumentId instrument{};
    Interval interval{};
    Timestamp from, to; ///< open times, inclusive; a zero `from` means the latest `limit`
    int limit = 1'500;
};

struct TradeRequest {
    InstrumentId instrument{};
    std::int64_t fromId = 0; ///< first id wanted; 0 means the latest
    int limit = 1'000;
};

inline constexpr int mostDerivatives = 500; ///< values in one answer, of any series

struct DerivativeRequest {
    InstrumentId instrument{};
    DerivativeSeries series{};
    Duration period{};  ///< of open interest: between two values
    Timestamp from, to; ///< inclusive, and near enough to each other: at most `mostDerivatives` values may lie between them
};

/// Market data of one venue. Commands may be called from any thread and return at once; what they lead to arrives at the sink
/// given at construction. A feed connects, keeps connected, resynchronises and reports the trust of every channel by itself.
///
/// Contract (tests/contract): after subscribe, the channel's ChannelTrust arrives before its first data; a Book channel delivers
/// one BookSnapshot and then only deltas that continue it, and on any doubt ChannelTrust{Resyncing} before the next snapshot;
/// trades of an instrument rise by id without a hole (holes are backfilled before the later trades, or the channel is Partial);
/// every request gets exactly one history event, failed or not; nothing arrives after stop() has returned.
class Feed {
public:
    virtual ~Feed() = default;

    /// Connects and loads the instruments. `known` keep their ids.
    virtual void start(std::vector<Instrument> known) = 0;
    virtual void subscribe(std::span<const Channel> channels) = 0;
    virtual void unsubscribe(std::span<const Channel> channels) = 0;
    virtual void requestKlines(const KlineRequest& request) = 0;
    virtual void requestTrades(const TradeRequest& request) = 0;
    virtual void requestDerivatives(const DerivativeRequest& request) = 0;
    /// Throws the book's state away and synchronises it anew.
    virtual void resyncBook(InstrumentId instrument) = 0;
    /// Blocks until the feed's thread delivers nothing more.
    virtual void stop() = 0;
};

} // namespace spreadline
