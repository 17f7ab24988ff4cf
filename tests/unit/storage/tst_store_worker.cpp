// SPDX-License-Identifier: GPL-3.0-or-later
#include "collecting_sink.h"
#include "market_rows.h"
#include "raw_database.h"
#include "storage/store_worker.h"
#include "test_main.h"

using namespace spreadline;
using namespace spreadline::storage;
using namespace spreadline::test;
using namespace std::chrono_literals;

namespace fs = std::filesystem;

namespace {

class HandClock final : public Clock {
public:
    Timestamp now() const override { return Timestamp::fromNanos(newYear) + time; }
    Duration monotonic() const override { return time; }
    Duration time = 1h;
};

/// Counts the syncs of a database's write-ahead log, for as long as the database is open.
class LogSyncs {
public:
    explicit LogSyncs(sqlite3* handle)
    {
        sqlite3_file* log = nullptr;
        sqlite3_file_control(handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
        s_real = log->pMethods;
        s_counting = *s_real;
        s_count = 0;
        s_counting.xSync = [](sqlite3_file* file, int flags) {
            ++s_count;
            return s_real->xSync(file, flags);
        };
        log->pMethods = &s_counting;
    }
    int count() const { return s_count; }

private:
    static inline const sqlite3_io_methods* s_real = nullptr;
    static inline sqlite3_io_methods s_counting{};
    static inline int s_count = 0;
};

} // namespace

class TstStoreWorker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFlushSyncsWhatACheckpointCouldNotFold_data()
    {
        QTest::addColumn<bool>("isHeld");
        QTest::newRow("a reader holds the log") << true;
        QTest::newRow("nobody does") << false;
    }
    void aFlushSyncsWhatACheckpointCouldNotFold()
    {
        QFETCH(bool, isHeld);
        const QTemporaryDir folder;
        const StoreConfig config = configIn(folder);
        HandClock clock;
        CollectingSink sink;
        HealthBoard board;
        auto file = openMarketFile(config, clock.now());
        QVERIFY(file);
        sqlite3* const handle = file->database.handle();
        const auto worker = StoreWorker::make(*std::move(file), config, sink, clock, board);
        QVERIFY(worker);
        RawDatabase reader(config.path);
        reader.run("PRAGMA wal_checkpoint"); // what was before is folded: of the reader's moment on nothing can be
        if (isHeld)
            reader.run("BEGIN; SELECT count(*) FROM tail");
        const LogSyncs syncs(handle);

        const fs::path log = config.path.string() + "-wal";
        const auto begin = fs::file_size(log);
        for (std::int64_t first = newYear; fs::file_size(log) < begin + (6 << 20); first += 10'000 * minute) {
            StoreJob job = AppendJob{rows(key("BTCUSDT"), bars(first, 10'000))};
            (*worker)->handle(job);
        }
        const int before = syncs.count(); // a log that starts over syncs its header
        clock.time += 1s;
        while ((*worker)->turn(true) == Duration{}) {} // the checkpoint is due by now
        QCOMPARE(syncs.count() > before, !isHeld);

        FlushJob flush;
        auto done = flush.done.get_future();
        StoreJob job = std::move(flush);
        (*worker)->handle(job);
        QVERIFY(done.get());
        QVERIFY2(syncs.count() > before, "who flushes is told that it is on the disk");
        (*worker)->finish();
    }
};

SPREADLINE_TEST(TstStoreWorker)
#include "tst_store_worker.moc"
