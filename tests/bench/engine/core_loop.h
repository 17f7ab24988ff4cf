// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/inbox.h"
#include "ingest_meter.h"
#include "ports/clock.h"
#include "runtime/silent_ports.h"
#include "runtime/trading_core.h"

#include <atomic>
#include <set>
#include <thread>

namespace spreadline::bench {

/// The monotonic clock for both: stamps of two moments then differ by the time between them.
class SteadyClock final : public Clock {
public:
    Timestamp now() const override { return Timestamp::fromNanos(1'700'000'000'000'000'000 + monotonic().count()); }
    Duration monotonic() const override { return std::chrono::steady_clock::now().time_since_epoch(); }
};

/// The core on its thread as CoreThread runs it, with a meter beside each step. Watches books and tapes of all
/// instruments.
class CoreLoop final : public MarketSink {
public:
    CoreLoop(const Clock& clock, IngestMeter& meter);
    ~CoreLoop() override;

    void start(Feed& feed);
    void stop();
    std::size_t deliver(std::vector<StampedEvent>& batch) override;

    /// Channels of books and tapes that are synced.
    int synced() const noexcept { return m_syncedCount; }
    void setMeasuring(bool on) { m_isMeasuring = on; }
    /// After stop(): trades and depth updates that the model does not have, of those up to these ids.
    std::int64_t missing(std::int64_t lastTrade, std::int64_t lastDepth) const;

private:
    void run();
    void handle(CoreEvent& event);
    void measure(const CoreEvent& event);

    const Clock& m_clock;
    IngestMeter& m_meter;
    SilentStore m_store;
    Inbox<CoreEvent> m_inbox{{.market = 10'000'000}};
    std::unique_ptr<TradingCore> m_core;
    std::set<Channel> m_synced;
    std::atomic<int> m_syncedCount = 0;
    std::atomic<bool> m_isMeasuring = false;
    std::thread m_thread;
};

} // namespace spreadline::bench
