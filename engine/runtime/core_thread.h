// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/inbox.h"
#include "base/scoped_thread.h"
#include "ports/clock.h"
#include "runtime/journal.h"
#include "runtime/scheduler.h"
#include "runtime/trading_core.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace spreadline {

/// A TradingCore on its own thread, behind a bounded inbox. It is the sink its feed and store deliver to, so it is made first,
/// started once they exist, and stopped after the feed:
///
///     CoreThread core(clock); LiveFeed feed(.., core); SqliteStore store(.., core);
///     core.start(feed, store);  ...  feed.stop(); core.stop(); store.flush();
class CoreThread final : public MarketSink {
public:
    struct Config {
        std::size_t marketCapacity = 65'536; ///< waiting market events above which droppable ones are refused
        std::size_t marketMost = 262'144;    ///< and above which all are: the core hangs, and the feed has to wait
        std::size_t controlCapacity = 1'024;
        std::chrono::milliseconds tick{250};
        std::optional<Journal::Config> journal; ///< nothing: not recorded
    };

    explicit CoreThread(const Clock& clock);
    CoreThread(const Clock& clock, Config config);
    ~CoreThread() override;

    /// Before start(), or at least before the first RequestFrame is posted. Called on the core thread.
    void onBatch(ViewPublisher publish) { m_publish = std::move(publish); }
    /// Errors: CannotWrite when the journal cannot be begun; the core runs all the same.
    Status start(Feed& feed, Store& store);
    /// Takes in what is waiting, then ends the thread. No event is delivered to the core afterwards.
    void stop();

    /// Any thread. False when the control lane is full or the core has stopped: nothing happened.
    bool post(Command command);
    /// Any thread. When the lane is full, book changes, tickers, mark prices and forming bars are left in `batch` behind what was
    /// taken, and counted; trades, trust, snapshots, closes and answers are taken all the same. From `marketMost` on nothing is, not
    /// even those: the deliverer keeps them and tries again.
    std::size_t deliver(std::vector<StampedEvent>& batch) override;

    /// Any thread.
    std::int64_t marketOverflows() const noexcept { return m_overflows; }
    Status journalHealth() const;
    /// After stop(); zero before.
    std::uint64_t finalHash() const noexcept { return m_finalHash; }
    /// After stop(): rows for the store that it took no more of. They are lost.
    std::size_t rowsLost() const noexcept { return m_rowsLost; }

private:
    void run();
    void handle(CoreEvent& event);
    void tick(Timer::Kind kind);
    void watchJournal();
    std::size_t handOverRows();

    const Clock& m_clock;
    const Config m_config;
    Inbox<CoreEvent> m_inbox;
    std::atomic<std::int64_t> m_overflows = 0;
    std::atomic<bool> m_tickWaits = false;
    std::uint64_t m_finalHash = 0;
    std::size_t m_rowsLost = 0;
    ViewPublisher m_publish;
    std::unique_ptr<Journal> m_journal;
    bool m_isJournalLossTold = false;
    std::unique_ptr<TradingCore> m_core;
    Store* m_store = nullptr; ///< outlives the thread
    std::unique_ptr<Scheduler> m_scheduler;
    ScopedThread m_thread;
};

} // namespace spreadline
