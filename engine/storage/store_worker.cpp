// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/store_worker.h"

#include "storage/retention.h"

#include <sqlite3.h>

#include <iterator>

namespace spreadline::storage {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t writeAtOnce = 8'192; // rows that need no more company
// Rows in tails. Above, folding waits no longer, or loads would have to unpack them all.
constexpr std::int64_t tailDebt = 50'000;
constexpr int checkpointPages = 1'000;   // 4 MB
constexpr Duration quiet = 10ms;         // without a job: a checkpoint syncs two files, and nobody shall have to wait for that
constexpr int urgentPages = 16'000;      // 64 MB of log: no more waiting for a quiet moment
constexpr int alarmPages = 32'768;       // 128 MiB of log: somebody's read keeps it from being folded back
constexpr Duration redeliverAfter = 2ms; // a full sink has no event to wait for
constexpr Duration longest = 1h;

bool mayPass(Errc code)
{
    return code == Errc::StorageFull || code == Errc::StorageBusy || code == Errc::CannotWrite || code == Errc::StorageCorrupt;
}

/// What `work` returns, once it is committed.
template<typename Work>
Result<bool> inTransaction(Database& database, Work work)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    const Result<bool> result = work();
    if (!result)
        return result;
    if (const auto committed = transaction->commit(); !committed)
        return committed.error();
    return result;
}

} // namespace

Result<std::unique_ptr<StoreWorker>> StoreWorker::make(MarketFile file, StoreConfig config, MarketSink& sink, const Clock& clock,
                                                       HealthBoard& board)
{
    std::unique_ptr<StoreWorker> worker(new StoreWorker(std::move(file), std::move(config), sink, clock, board));
    auto tables = MarketTables::attach(worker->m_file.database);
    if (!tables)
        return tables.error();
    worker->m_tables.emplace(*std::move(tables));
    if (const auto limited = applyHardLimit(worker->m_file.database, worker->m_config.limits); !limited)
        return limited.error();
    return worker;
}

StoreWorker::StoreWorker(MarketFile file, StoreConfig config, MarketSink& sink, const Clock& clock, HealthBoard& board)
    : m_file(std::move(file)), m_config(std::move(config)), m_sink(sink), m_clock(clock), m_board(board)
{
    sqlite3_wal_hook(
        m_file.database.handle(),
        [](void* pages, sqlite3*, const char*, int inLog) {
            *static_cast<int*>(pages) = inLog;
            return SQLITE_OK;
        },
        &m_walPages);
}

StoreWorker::~StoreWorker() = default;

void StoreWorker::handle(StoreJob& job)
{
    m_checkpointAt = std::max(m_checkpointAt, m_clock.monotonic() + quiet);
    std::visit([this](auto& work) { on(work); }, job);
}

void StoreWorker::on(AppendJob& job)
{
    expectWriteBy(m_clock.monotonic() + m_config.commitAfter);
    if (m_waiting.empty())
        m_waiting.swap(job.rows);
    else
        std::ranges::move(job.rows, std::back_inserter(m_waiting));
    if (m_waiting.size() >= writeAtOnce && !m_failing)
        (void)write(); // a failure is on the board
}

void StoreWorker::on(SaveInstrumentsJob& job)
{
    expectWriteBy(m_clock.monotonic() + m_config.commitAfter);
    m_instruments = std::move(job.instruments);
}

void StoreWorker::on(LoadInstrumentsJob&)
{
    writeBeforeLoad();
    InstrumentsLoaded loaded{{}, Source::Store};
    if (m_instruments) {
        loaded.instruments = *m_instruments;
    } else if (auto list = m_tables->instruments()) {
        loaded.instruments = *std::move(list);
    } else {
        m_board.failed(list.error());
    }
    answer(std::move(loaded));
}

void StoreWorker::on(LoadKlinesJob& job)
{
    writeBeforeLoad();
    const KlineRequest& request = job.request;
    KlineHistory history{job.instrument.id, request.interval, request.from, request.to, {}, Source::Store, {}};
    auto read = m_tables->klines(job.instrument.symbol, request, m_waiting);
    if (read) {
        history.klines = std::move(read->rows);
        history.failure = std::move(read->damage);
    } else {
        history.failure = read.error();
    }
    if (history.failure)
        m_board.failed(*history.failure);
    answer(std::move(history));
}

void StoreWorker::on(LoadTradesJob& job)
{
    writeBeforeLoad();
    TradeHistory history{job.instrument.id, {}, Source::Store, {}};
    auto read = m_tables->trades(job.instrument.symbol, job.limit, m_waiting);
    if (read) {
        history.trades = std::move(read->rows);
        history.failure = std::move(read->damage);
    } else {
        history.failure = read.error();
    }
    for (Trade& trade : history.trades)
        trade.instrument = job.instrument.id;
    if (history.failure)
        m_board.failed(*history.failure);
    answer(std::move(history));
}

void StoreWorker::on(FlushJob& job)
{
    Status done = write(Sync::Now);
    if (done && m_unsynced)
        done = syncLog();
    job.done.set_value(std::move(done));
}

void StoreWorker::on(LimitsJob& job)
{
    m_config.limits = job.limits;
    if (const auto limited = applyHardLimit(m_file.database, m_config.limits); !limited)
        m_board.failed(limited.error());
    m_retentionAt = {};
    if (m_failing)
        m_writeAt = {};
}

void StoreWorker::expectWriteBy(Duration moment)
{
    if (!hasWaiting() && !m_failing)
        m_writeAt = moment;
}

void StoreWorker::writeBeforeLoad()
{
    if (hasWaiting() && !m_failing)
        (void)write(); // what could not be written is laid over what is read
}

Status StoreWorker::write(Sync sync)
{
    if (!hasWaiting())
        return {};
    // In WAL mode NORMAL commits without a sync and FULL with one, of the whole log so far (sqlite.org/pragma.html).
    auto& database = m_file.database;
    if (const auto set = database.run(sync == Sync::Now ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL"); !set)
        return set;
    const auto refused = writeWaiting();
    if (sync == Sync::Now)
        (void)database.run("PRAGMA synchronous = NORMAL"); // at worst the next write syncs too
    if (!refused) {
        writeFailed(refused.error());
        return refused.error();
    }
    m_board.healed(); // first: whoever sees that nothing waits any more shall not see a failure
    m_board.written(m_waiting.size() - static_cast<std::size_t>(*refused));
    m_board.dropped(static_cast<std::size_t>(*refused));
    m_waiting.clear();
    m_instruments.reset();
    m_failing = false;
    m_unsynced = sync == Sync::Later;
    return {};
}

Result<std::int64_t> StoreWorker::writeWaiting()
{
    auto transaction = Transaction::begin(m_file.database);
    if (!transaction)
        return transaction.error();
    const auto refused = m_tables->write(m_waiting);
    if (!refused)
        return refused;
    if (m_instruments) {
        if (const auto saved = m_tables->writeInstruments(*m_instruments, m_clock.now()); !saved)
            return saved.error();
    }
    if (const auto committed = transaction->commit(); !committed)
        return committed.error();
    return refused;
}

void StoreWorker::writeFailed(const Error& error)
{
    retryLater(error);
    if (mayPass(error.code))
        return;
    // Trying again would fail again, and hold up everything behind it.
    m_board.dropped(m_waiting.size());
    m_waiting.clear();
    m_instruments.reset();
    m_failing = false;
}

void StoreWorker::retryLater(const Error& error)
{
    m_board.failed(error);
    if (const auto reloaded = m_tables->reload(); !reloaded)
        m_board.failed(reloaded.error());
    m_failing = true;
    m_writeAt = m_clock.monotonic() + m_config.retryAfter;
    if (error.code == Errc::StorageFull)
        m_retentionAt = {};
}

void StoreWorker::answer(MarketEvent event)
{
    m_answers.push_back({m_clock.now(), std::move(event)});
    deliver();
}

void StoreWorker::deliver()
{
    if (m_answers.empty())
        return;
    const std::size_t taken = m_sink.deliver(m_answers);
    m_answers.erase(m_answers.begin(), m_answers.begin() + static_cast<std::ptrdiff_t>(std::min(taken, m_answers.size())));
}

Duration StoreWorker::turn(bool idle)
{
    const Duration now = m_clock.monotonic();
    if (hasWaiting() && now >= m_writeAt)
        (void)write();
    deliver();
    while (m_tables->blocks().tailRows() > tailDebt && !m_failing && foldOne()) {}
    if (m_walPages - m_checkpointed > urgentPages)
        checkpointNow();
    if (idle && maintain(now))
        return {};
    Duration patience = std::min(longest, m_retentionAt - now);
    if (m_walPages - m_checkpointed > checkpointPages)
        patience = std::min(patience, m_checkpointAt - now);
    if (hasWaiting())
        patience = std::min(patience, m_writeAt - now);
    if (!m_answers.empty())
        patience = std::min(patience, redeliverAfter);
    return std::max(patience, Duration{});
}

bool StoreWorker::maintain(Duration now)
{
    if (m_walPages - m_checkpointed > checkpointPages && now >= m_checkpointAt)
        checkpointNow();
    if (!m_failing && foldOne())
        return true;
    if (now < m_retentionAt)
        return false;
    if (retain())
        return true;
    m_retentionAt = now + m_config.retentionEvery;
    return false;
}

bool StoreWorker::foldOne()
{
    if (!m_tables->hasWork())
        return false;
    std::optional<Error> damage;
    const auto folded = inTransaction(m_file.database, [&] { return m_tables->foldOne(damage); });
    if (damage)
        m_board.failed(*damage);
    if (folded)
        return *folded;
    retryLater(folded.error()); // folding is tried again once a write has succeeded
    return false;
}

bool StoreWorker::retain()
{
    Retention retention(m_file.database, m_tables->blocks(), m_config.limits, m_clock);
    auto more = inTransaction(m_file.database, [&] { return retention.removeOneStep(); });
    if (more && !*more)
        more = retention.shrinkOneStep();
    if (more)
        return *more;
    m_board.failed(more.error());
    if (const auto reloaded = m_tables->reload(); !reloaded)
        m_board.failed(reloaded.error());
    return false;
}

/// Of the log so far, which makes what is committed durable.
Status StoreWorker::syncLog()
{
    sqlite3_file* log = nullptr;
    const int found = sqlite3_file_control(m_file.database.handle(), "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
    if (found != SQLITE_OK || !log || !log->pMethods) // no log: one in memory
        return {};
    if (const int code = log->pMethods->xSync(log, SQLITE_SYNC_NORMAL); code != SQLITE_OK)
        return storageError(code, m_file.database.path().string(), "the write-ahead log cannot be synced");
    m_unsynced = false;
    return {};
}

void StoreWorker::checkpointNow()
{
    if (const auto done = checkpoint(); !done)
        m_board.failed(done.error());
    if (m_walPages - m_checkpointed > checkpointPages)
        m_checkpointAt = m_clock.monotonic() + m_config.retryAfter; // a long read keeps the log from being folded back
}

Status StoreWorker::checkpoint()
{
    int inLog = 0;
    int folded = 0;
    sqlite3* const handle = m_file.database.handle();
    const int code = sqlite3_wal_checkpoint_v2(handle, nullptr, SQLITE_CHECKPOINT_PASSIVE, &inLog, &folded);
    m_checkpointed = folded;
    if (code == SQLITE_OK && folded == inLog) {
        m_checkpointed = m_walPages = 0; // the next commit starts the log over
        m_unsynced = false;              // what is folded was synced first; with nothing to fold there is no sync, and still OK
    }
    if (code != SQLITE_OK && code != SQLITE_BUSY)
        return m_file.database.lastError();
    if (inLog - folded > alarmPages)
        return Error{Errc::StorageBusy, m_file.database.path().string(), "a long read keeps the write-ahead log growing"};
    return {};
}

void StoreWorker::finish()
{
    (void)write();
    m_board.dropped(m_waiting.size());
    m_waiting.clear();
    deliver();
    m_tables.reset();
    // A file that could not be closed properly stays marked as open, and is looked over next time.
    if (markClosed(m_file.database))
        (void)sqlite3_wal_checkpoint_v2(m_file.database.handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
}

} // namespace spreadline::storage
