// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/health_board.h"
#include "storage/market_file.h"
#include "storage/market_tables.h"

#include "ports/clock.h"

#include <future>

namespace spreadline::storage {

struct AppendJob {
    std::vector<StoreRow> rows;
};
struct SaveInstrumentsJob {
    std::vector<Instrument> instruments;
};
struct LoadInstrumentsJob {};
struct LoadKlinesJob {
    InstrumentKey instrument;
    KlineRequest request;
};
struct LoadTradesJob {
    InstrumentKey instrument;
    int limit = 0;
};
struct FlushJob {
    std::promise<Status> done;
};
struct LimitsJob {
    StoreLimits limits;
};
using StoreJob =
    std::variant<AppendJob, SaveInstrumentsJob, LoadInstrumentsJob, LoadKlinesJob, LoadTradesJob, FlushJob, LimitsJob>;

/// What the store thread does. Rows gather for a moment and are written in one transaction; while a write cannot be had (full
/// disk, locked file) they stay in memory, are seen by every load, and are tried again. Between jobs it folds grown tails,
/// checkpoints and removes what is too old, in small steps. All calls from the store thread.
class StoreWorker {
public:
    static Result<std::unique_ptr<StoreWorker>> make(MarketFile file, StoreConfig config, MarketSink& sink, const Clock& clock,
                                                     HealthBoard& board);
    ~StoreWorker();
    StoreWorker(const StoreWorker&) = delete;
    StoreWorker& operator=(const StoreWorker&) = delete;

    void handle(StoreJob& job);
    /// What is due now. `idle` says that no job waits. Returns how long there is nothing to do.
    Duration turn(bool idle);
    /// Writes and delivers what is left and closes the file cleanly.
    void finish();

private:
    StoreWorker(MarketFile file, StoreConfig config, MarketSink& sink, const Clock& clock, HealthBoard& board);

    void on(AppendJob& job);
    void on(SaveInstrumentsJob& job);
    void on(LoadInstrumentsJob& job);
    void on(LoadKlinesJob& job);
    void on(LoadTradesJob& job);
    void on(FlushJob& job);
    void on(LimitsJob& job);

    bool hasWaiting() const { return !m_waiting.empty() || m_instruments.has_value(); }
    void expectWriteBy(Duration moment);
    void writeBeforeLoad();
    enum class Sync : std::uint8_t { Later, Now };
    Status write(Sync sync = Sync::Later);
    Result<std::int64_t> writeWaiting();
    void writeFailed(const Error& error);
    void retryLater(const Error& error);
    void answer(MarketEvent event);
    void deliver();

    /// One small step of upkeep; true when there is more.
    bool maintain(Duration now);
    bool foldOne();
    bool retain();
    Status syncLog();
    void checkpointNow();
    Status checkpoint();

    MarketFile m_file;
    StoreConfig m_config;
    MarketSink& m_sink;
    const Clock& m_clock;
    HealthBoard& m_board;
    std::optional<MarketTables> m_tables;

    std::vector<StoreRow> m_waiting;
    std::optional<std::vector<Instrument>> m_instruments; ///< waiting like m_waiting
    std::vector<StampedEvent> m_answers;
    Duration m_writeAt{};
    Duration m_retentionAt{};
    Duration m_checkpointAt{};
    bool m_failing = false;
    bool m_unsynced = false; ///< committed to the log, which has not been synced since
    int m_walPages = 0;
    int m_checkpointed = 0; ///< pages in the log when it was last folded back
};

} // namespace spreadline::storage
