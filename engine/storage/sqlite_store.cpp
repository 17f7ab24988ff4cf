// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlite_store.h"

#include "storage/store_worker.h"

#include <algorithm>
#include <condition_variable>

namespace spreadline {

using namespace storage;

struct SqliteStore::Shared {
    HealthBoard board;
    std::unique_ptr<StoreWorker> worker; ///< the store thread's

    std::mutex mutex;
    std::condition_variable wakeUp;
    std::vector<StoreJob> jobs;
    bool stopping = false;

    bool post(StoreJob job)
    {
        {
            const std::lock_guard lock(mutex);
            if (stopping)
                return false;
            jobs.push_back(std::move(job));
        }
        wakeUp.notify_one();
        return true;
    }
    void requestStop()
    {
        {
            const std::lock_guard lock(mutex);
            stopping = true;
        }
        wakeUp.notify_one();
    }
    void run()
    {
        std::vector<StoreJob> taken;
        Duration patience{};
        while (true) {
            bool last = false;
            {
                std::unique_lock lock(mutex);
                wakeUp.wait_for(lock, patience, [this] { return !jobs.empty() || stopping; });
                taken.swap(jobs);
                last = stopping && taken.empty();
            }
            if (last)
                break;
            for (StoreJob& job : taken)
                worker->handle(job);
            taken.clear();
            patience = worker->turn(isIdle());
        }
        worker->finish();
    }
    bool isIdle()
    {
        const std::lock_guard lock(mutex);
        return jobs.empty() && !stopping;
    }
};

Result<SqliteStore::Opened> SqliteStore::open(StoreConfig config, MarketSink& sink)
{
    static const SystemClock clock; // without state
    return open(std::move(config), sink, clock);
}

Result<SqliteStore::Opened> SqliteStore::open(StoreConfig config, MarketSink& sink, const Clock& clock)
{
    const auto path = config.path;
    const std::size_t queueRows = config.queueRows;
    auto file = openMarketFile(config, clock.now());
    if (!file)
        return file.error();
    auto warning = std::move(file->warning);
    const bool isRenewed = file->isRenewed;
    auto shared = std::make_unique<Shared>();
    auto worker = StoreWorker::make(*std::move(file), std::move(config), sink, clock, shared->board);
    if (!worker)
        return worker.error();
    shared->worker = *std::move(worker);
    std::unique_ptr<SqliteStore> store(new SqliteStore(std::move(shared), path, queueRows));
    return Opened{std::move(store), std::move(warning), isRenewed};
}

Result<SqliteStore::Opened> SqliteStore::openInMemory(StoreConfig config, const Error& why, MarketSink& sink)
{
    static const SystemClock clock; // without state
    const auto path = config.path;
    const std::size_t queueRows = config.queueRows;
    config.limits.maxBytes = config.limits.maxBytes > 0 ? std::min(config.limits.maxBytes, memoryBytes) : memoryBytes;
    auto database = storage::openInMemory(config);
    if (!database)
        return database.error();
    auto shared = std::make_unique<Shared>();
    const Error warning{Errc::NothingStored, path.filename().string(), logText(why)};
    shared->board.neverStored(warning);
    auto worker =
        StoreWorker::make({std::nullopt, *std::move(database), {}, false}, std::move(config), sink, clock, shared->board);
    if (!worker)
        return worker.error();
    shared->worker = *std::move(worker);
    return Opened{std::unique_ptr<SqliteStore>(new SqliteStore(std::move(shared), path, queueRows)), warning, false};
}

SqliteStore::SqliteStore(std::unique_ptr<Shared> shared, std::filesystem::path path, std::size_t queueRows)
    : m_shared(std::move(shared)),
      m_path(std::move(path)),
      m_queueRows(queueRows),
      m_thread([state = m_shared.get()] { state->run(); }, [state = m_shared.get()] { state->requestStop(); })
{}

SqliteStore::~SqliteStore() = default;

StoreHealth SqliteStore::close()
{
    m_thread.stop();
    return health();
}

void SqliteStore::loadInstruments()
{
    m_shared->post(LoadInstrumentsJob{});
}

void SqliteStore::saveInstruments(std::vector<Instrument> instruments)
{
    m_shared->post(SaveInstrumentsJob{std::move(instruments)});
}

void SqliteStore::loadKlines(InstrumentKey instrument, KlineRequest request)
{
    m_shared->post(LoadKlinesJob{std::move(instrument), request});
}

void SqliteStore::loadTrades(InstrumentKey instrument, int limit)
{
    m_shared->post(LoadTradesJob{std::move(instrument), limit});
}

bool SqliteStore::append(std::vector<StoreRow> rows)
{
    if (rows.empty())
        return true;
    return m_shared->board.reserve(rows.size(), m_queueRows) && m_shared->post(AppendJob{std::move(rows)});
}

StoreHealth SqliteStore::health() const
{
    return m_shared->board.snapshot();
}

Status SqliteStore::flush()
{
    FlushJob job;
    auto done = job.done.get_future();
    if (!m_shared->post(std::move(job)))
        return Errc::Cancelled;
    return done.get();
}

void SqliteStore::setLimits(StoreLimits limits)
{
    m_shared->post(LimitsJob{limits});
}

Status SqliteStore::backupTo(const std::filesystem::path& target)
{
    if (const auto flushed = flush(); !flushed)
        return flushed;
    auto source = Database::open(m_path, Database::Mode::ReadOnly);
    if (!source)
        return source.error();
    if (const auto ready = source->run("PRAGMA query_only = ON; PRAGMA wal_autocheckpoint = 0; PRAGMA busy_timeout = 5000");
        !ready)
        return ready;
    return copyDatabase(*source, target);
}

} // namespace spreadline
