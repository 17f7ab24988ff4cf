// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/live_feed.h"
#include "practice/practice_exchange.h"
#include "runtime/core_thread.h"
#include "screen.h"
#include "session/local_engine.h"
#include "shim_host.h"
#include "storage/sqlite_store.h"
#include "venue_truth.h"
#include "witness.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace spreadline::faults {

class FaultRig;

/// Puts rows into a store as an earlier run would have left them.
void fillStore(const StoreConfig& config, std::vector<StoreRow> rows);

/// The workload a fault meets: what the exchange trades and how the feed is told to wait.
struct RigOptions {
    practice::PracticeConfig exchange; ///< a small market unless it is changed
    /// May put something into the profile's store (fillStore) before the program opens it.
    std::function<void(const StoreConfig&)> profile;
    /// Last word on the feed's configuration; its one host is the two shims by then.
    std::function<void(LiveFeedConfig&, FaultRig&)> adjust;
    MarketTap::Mutant mutant;                                             ///< a fault in the program itself, to test the judge
    std::shared_ptr<const Clock> clock = std::make_shared<SystemClock>(); ///< the program's; the exchange has the machine's
    /// The exchange's clock starts so that a minute ends this long after the start; zero: the machine's time.
    std::chrono::milliseconds barEndsIn{0};

    RigOptions();
};

/// The program without its window, over real sockets: the practice exchange on its thread, a shim before its REST and one before
/// its streams, LiveFeed, CoreThread, SqliteStore in a temporary folder, and a screen that asks for frames. The test's thread;
/// waiting runs its event loop.
class FaultRig {
public:
    explicit FaultRig(RigOptions options = {});
    ~FaultRig();

    /// Starts everything and waits until all that is shown is Synced. False when it does not come to that.
    bool begin();
    /// Waits for `condition` while events go on.
    bool waitFor(const std::function<bool()>& condition, std::chrono::milliseconds within) const;

    VenueTruth& truth() { return *m_truth; }
    ShimHost& rest() { return *m_rest; }
    ShimHost& streams() { return *m_streams; }
    ShimHost& spare() { return *m_spare; } ///< a third one, in nobody's way: for other hosts
    MarketTap& tap() { return m_tap; }
    Screen& screen() { return m_screen; }
    LiveFeed& feed() { return *m_feed; }
    CoreThread& core() { return m_core; }
    /// Ends every fault, on the control port and in the shims.
    void heal();

    Timestamp venueNow() const { return m_exchange.now(); }
    bool wasStoreRenewed() const { return m_storeRenewed; } ///< because it held another market's data
    /// Ends the program and looks into its store: the newest trades. Nothing else may be asked of the rig afterwards.
    std::vector<Trade> storedTrades(InstrumentId instrument);

    MarketTap::Clock::time_point begun() const { return m_begun; } ///< when everything was Synced first

    static constexpr ChartId chart{1};
    std::vector<InstrumentId> watched() const { return {bitcoin, ether}; }
    QString symbolOf(InstrumentId instrument) const
    {
        return instrument == bitcoin ? QStringLiteral("BTCUSDT") : QStringLiteral("ETHUSDT");
    }
    InstrumentId bitcoin{}, ether{};
    Channel book, trades, klines; ///< of bitcoin

    /// What does not agree with the venue by now; empty when everything shown is Synced, alive since `since`, and true: books by
    /// hash, trades without a hole, closed bars as the venue's. Asks the venue only when everything else is well.
    QStringList differences(MarketTap::Clock::time_point since);
    /// Invariants broken at any time so far: what the tap and the screen saw, and every Synced book that was not the venue's.
    QStringList violations();

private:
    StoreConfig storeConfig() const;
    void openStore();
    void end();
    QStringList livenessGaps(MarketTap::Clock::time_point since) const;
    QString bookDifference(InstrumentId instrument, const std::map<std::int64_t, std::uint64_t>& truth) const;
    QString tradeDifference(InstrumentId instrument);
    QString barDifference();
    QStringList falseBooks(InstrumentId instrument);
    QString overspending();

    RigOptions m_options;
    MarketTap::Clock::time_point m_begun;
    practice::PracticeExchange m_exchange;
    practice::PracticeExchange::Address m_address;
    std::unique_ptr<VenueTruth> m_truth;
    std::unique_ptr<ShimHost> m_rest, m_streams, m_spare;
    QTemporaryDir m_folder;
    CoreThread m_core;
    MarketTap m_tap;
    std::unique_ptr<LiveFeed> m_feed;
    std::unique_ptr<SqliteStore> m_store;
    bool m_storeRenewed = false;
    LocalEngine m_engine;
    Screen m_screen;
};

} // namespace spreadline::faults
