// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/market_state.h"
#include "ports/store.h"
#include "runtime/core_time.h"

#include <vector>

namespace spreadline {

/// Gathers what is worth keeping and hands it to the store in batches, once a second or when a batch is full. Never waits: when
/// the store does not take a batch it is offered again, and beyond a bound the oldest rows are dropped and counted. Core thread.
class Recorder {
public:
    static constexpr std::size_t batchRows = 2'000;
    static constexpr std::size_t maxWaitingRows = 50'000;

    Recorder(const CoreTime& time, Store& store);

    void kline(const Instrument& instrument, Interval interval, const Kline& closed);
    void trade(const Instrument& instrument, const Trade& trade);
    /// The best levels; the caller decides when.
    void bookSample(const Instrument& instrument, const OrderBook& book);
    /// On every tick.
    void onTick();
    /// Before anything is loaded, so that the store answers with all there is. False: the store's queue is full, some still wait.
    bool flush();

    std::size_t waiting() const noexcept { return m_rows.size(); }
    std::int64_t dropped() const noexcept { return m_dropped; }

private:
    void push(StoreRow row);

    const CoreTime& m_time;
    Store& m_store;
    std::vector<StoreRow> m_rows;
    Timestamp m_lastFlush;
    std::int64_t m_dropped = 0;
};

} // namespace spreadline
