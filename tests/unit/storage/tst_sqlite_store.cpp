// SPDX-License-Identifier: GPL-3.0-or-later
#include "collecting_sink.h"
#include "market_rows.h"
#include "raw_database.h"
#include "test_main.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <limits>

using namespace spreadline;
using namespace spreadline::test;

namespace fs = std::filesystem;

class TstSqliteStore : public QObject {
    Q_OBJECT

private:
    StoreConfig config() const { return configIn(*m_folder); }
    std::unique_ptr<SqliteStore> open(const StoreConfig& settings)
    {
        auto opened = SqliteStore::open(settings, m_sink);
        return opened && !opened->warning ? std::move(opened->store) : nullptr;
    }
    std::vector<Kline> load(Store& store, const std::string& symbol = "BTCUSDT")
    {
        store.loadKlines(key(symbol), latest(1'000'000));
        auto history = m_sink.next<KlineHistory>();
        return history && !history->failure ? history->klines : std::vector<Kline>();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    CollectingSink m_sink;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_sink.takeAll();
    }

    void afterAKillTheFileIsSoundAndHoldsWhatWasFlushed()
    {
        for (int round = 0; round < 12; ++round) {
            QTemporaryDir folder;
            int progress[2];
            QCOMPARE(pipe(progress), 0);
            const pid_t child = fork();
            if (child == 0)
                appendUntilKilled(configIn(folder), progress[1]);
            ::close(progress[1]);
            // Killed after so many flushed batches plus a moment that differs from round to round.
            int flushed = 0;
            char byte = 0;
            while (flushed < 3 + round * 2 && read(progress[0], &byte, 1) == 1)
                ++flushed;
            usleep(static_cast<useconds_t>(round * 900));
            kill(child, SIGKILL);
            int status = 0;
            QCOMPARE(waitpid(child, &status, 0), child);
            QVERIFY(WIFSIGNALED(status));
            while (read(progress[0], &byte, 1) == 1)
                ++flushed;
            ::close(progress[0]);

            QCOMPARE(RawDatabase(configIn(folder).path).ask("PRAGMA integrity_check"), std::string("ok"));
            const auto store = open(configIn(folder));
            QVERIFY(store);
            const auto found = load(*store);
            QVERIFY2(found.size() >= static_cast<std::size_t>(flushed) * 100, qPrintable(QString::number(found.size())));
            QCOMPARE(found.size() % 100, std::size_t(0)); // a batch is there or it is not
            QCOMPARE(found, bars(newYear, static_cast<int>(found.size())));
        }
    }

    void aFullDiskIsReportedReadsGoOnAndNothingAcceptedIsLost()
    {
        StoreConfig settings = config();
        settings.limits.hardBytes = 400'000;
        settings.retryAfter = std::chrono::milliseconds(20);
        const auto store = open(settings);
        QVERIFY(store);
        constexpr int batches = 40;
        const auto list = bars(newYear, batches * 1'000);
        for (int i = 0; i < batches; ++i)
            QVERIFY(store->append(rows(key("BTCUSDT"), std::vector(list.begin() + i * 1'000, list.begin() + (i + 1) * 1'000))));
        QTRY_VERIFY(store->health().failure);
        QCOMPARE(store->health().failure->code, Errc::StorageFull);
        QCOMPARE(store->flush().error().code, Errc::StorageFull);
        QVERIFY(store->health().waiting > 0);
        QCOMPARE(load(*store), list); // from the file and from memory
        store->saveInstruments({instrument(0, "BTCUSDT")});
        store->loadInstruments();
        QCOMPARE(m_sink.next<InstrumentsLoaded>()->instruments.size(), std::size_t(1));

        StoreLimits roomy = settings.limits;
        roomy.hardBytes = 0;
        store->setLimits(roomy);
        QTRY_COMPARE(store->health().waiting, std::int64_t(0));
        QVERIFY(!store->health().failure);
        QCOMPARE(store->health().rowsDropped, std::int64_t(0));
        QCOMPARE(load(*store), list);
    }

    void aFileThatCannotBeHadIsStoodInForByMemory()
    {
        StoreConfig settings = config();
        const auto other = open(settings); // as another process would
        QVERIFY(other);
        settings.busyTimeout = std::chrono::milliseconds(1);
        const auto refused = SqliteStore::open(settings, m_sink);
        QCOMPARE(refused.error().code, Errc::StorageBusy);
        auto opened = SqliteStore::openInMemory(settings, refused.error(), m_sink);
        QVERIFY(opened.hasValue());
        QCOMPARE(opened->warning->code, Errc::NothingStored);
        SqliteStore& store = *opened->store;
        QCOMPARE(store.health().failure->code, Errc::NothingStored);
        const auto list = bars(newYear, 1'000);
        QVERIFY(store.append(rows(key("BTCUSDT"), list)));
        QVERIFY(store.flush());
        QCOMPARE(load(store), list);
        QCOMPARE(store.health().failure->code, Errc::NothingStored); // a write that worked is no reason to forget it
        QVERIFY(load(*other).empty());
        QVERIFY(store.close().failure.has_value());
        QVERIFY(!store.append(rows(key("BTCUSDT"), list)));
    }

    void theNewestOfALongTailAreThoseOfTheWhole()
    {
        const auto store = open(config());
        QVERIFY(store);
        auto list = bars(newYear, 5'000);
        QVERIFY(store->append(rows(key("BTCUSDT"), list)));
        list[4'950].trades += 7; // a revision, in a chunk of its own
        QVERIFY(store->append(rows(key("BTCUSDT"), {list[4'950]})));
        QVERIFY(store->flush());
        for (const std::size_t limit : {1U, 100U, 2'000U, 2'049U, 4'999U, 6'000U}) {
            store->loadKlines(key("BTCUSDT"), latest(static_cast<int>(limit)));
            const auto first = list.end() - static_cast<std::ptrdiff_t>(std::min(limit, list.size()));
            QCOMPARE(m_sink.next<KlineHistory>()->klines, std::vector(first, list.end()));
        }
        KlineRequest upTo = latest(300);
        upTo.to = list[2'500].openTime;
        store->loadKlines(key("BTCUSDT"), upTo);
        QCOMPARE(m_sink.next<KlineHistory>()->klines, std::vector(list.begin() + 2'201, list.begin() + 2'501));
    }

    void closingTellsWhatWasLost()
    {
        StoreConfig settings = config();
        settings.limits.hardBytes = 100'000;
        const auto store = open(settings);
        QVERIFY(store);
        QVERIFY(store->append(rows(key("BTCUSDT"), bars(newYear, 50'000))));
        const StoreHealth end = store->close();
        QCOMPARE(end.rowsDropped, std::int64_t(50'000));
        QCOMPARE(end.rowsWritten, std::int64_t(0));
        QCOMPARE(end.waiting, std::int64_t(0));
    }

    void aDiskThatRefusesWritesHealsWithoutARestart()
    {
        StoreConfig settings = config();
        settings.retryAfter = std::chrono::milliseconds(20);
        const auto store = open(settings);
        QVERIFY(store);
        signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        rlimit small = before;
        small.rlim_cur = 150'000;
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto list = bars(newYear, 20'000);
        const bool taken = store->append(rows(key("BTCUSDT"), list));
        const auto refused = store->flush();
        const auto meanwhile = load(*store);
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(taken);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Errc::CannotWrite);
        QCOMPARE(meanwhile, list);
        QTRY_COMPARE(store->health().waiting, std::int64_t(0));
        QVERIFY(!store->health().failure);
        QCOMPARE(load(*store), list);
    }

    void aLockedFileIsWaitedFor()
    {
        StoreConfig settings = config();
        settings.busyTimeout = std::chrono::milliseconds(30);
        settings.retryAfter = std::chrono::milliseconds(20);
        const auto store = open(settings);
        QVERIFY(store);
        {
            RawDatabase other(settings.path);
            other.run("BEGIN IMMEDIATE");
            QVERIFY(store->append(rows(key("BTCUSDT"), bars(newYear, 10))));
            QCOMPARE(store->flush().error().code, Errc::StorageBusy);
            QCOMPARE(store->health().failure->code, Errc::StorageBusy);
            QCOMPARE(load(*store), bars(newYear, 10));
            other.run("ROLLBACK");
        }
        QTRY_COMPARE(store->health().waiting, std::int64_t(0));
        QVERIFY(!store->health().failure);
    }

    void anotherProcessIsKeptOut()
    {
        int ready[2];
        QCOMPARE(pipe(ready), 0);
        const pid_t child = fork();
        if (child == 0)
            appendUntilKilled(config(), ready[1]);
        ::close(ready[1]);
        char byte = 0;
        QCOMPARE(read(ready[0], &byte, 1), ssize_t(1));
        const auto refused = SqliteStore::open(config(), m_sink);
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        ::close(ready[0]);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Errc::StorageBusy);
        QVERIFY(SqliteStore::open(config(), m_sink)); // a killed writer leaves no lock behind
    }

    void aDamagedBlockIsReportedAndTheRestIsRead()
    {
        {
            const auto store = open(config());
            QVERIFY(store->append(rows(key("BTCUSDT"), bars(newYear, 1'024))));
            QVERIFY(store->flush());
            const auto folded = [&] { return RawDatabase(config().path).ask("SELECT count(*) FROM blocks") != "0"; };
            QTRY_VERIFY(folded());
        }
        RawDatabase(config().path)
            .run("UPDATE blocks SET data = zeroblob(length(data)) WHERE block = (SELECT min(block) + 1 FROM blocks)");
        const auto store = open(config());
        QVERIFY(store);
        store->loadKlines(key("BTCUSDT"), latest(5'000));
        auto history = m_sink.next<KlineHistory>();
        QVERIFY(history && history->failure);
        QCOMPARE(history->failure->code, Errc::StorageCorrupt);
        QVERIFY(history->klines.size() >= 1'024 - 256 && history->klines.size() < 1'024);
        QCOMPARE(store->health().failure->code, Errc::StorageCorrupt);
        // What the venue delivers again mends it.
        QVERIFY(store->append(rows(key("BTCUSDT"), bars(newYear, 1'024))));
        QVERIFY(store->flush());
        QTRY_COMPARE(load(*store), bars(newYear, 1'024));
    }

    void aDamagedCountCostsNothing_data()
    {
        QTest::addColumn<qint64>("count");
        QTest::newRow("none") << qint64(0);
        QTest::newRow("fewer than none") << qint64(-5);
        QTest::newRow("least") << std::numeric_limits<qint64>::min();
        QTest::newRow("more than memory holds") << (qint64(1) << 40);
        QTest::newRow("most") << std::numeric_limits<qint64>::max();
    }
    /// No checksum covers the counts beside the blocks.
    void aDamagedCountCostsNothing()
    {
        QFETCH(qint64, count);
        {
            const auto store = open(config());
            QVERIFY(store->append(rows(key("BTCUSDT"), bars(newYear, 1'024))));
            QVERIFY(store->flush());
            const auto folded = [&] { return RawDatabase(config().path).ask("SELECT count(*) FROM blocks") != "0"; };
            QTRY_VERIFY(folded());
        }
        RawDatabase(config().path).run("UPDATE blocks SET count = " + std::to_string(count));
        const auto store = open(config());
        QVERIFY(store);
        QCOMPARE(load(*store), bars(newYear, 1'024));
        store->loadKlines(key("BTCUSDT"), latest(1'000));
        QCOMPARE(m_sink.next<KlineHistory>()->klines, bars(newYear + 24 * minute, 1'000));
        QVERIFY(!store->health().failure);
    }

    void aBackupIsWholeAndBesideTheWriting()
    {
        const auto copy = fs::path(m_folder->path().toStdString()) / "copy.db";
        const auto store = open(config());
        QVERIFY(store->append(rows(key("BTCUSDT"), bars(newYear, 3'000))));
        QVERIFY(store->backupTo(copy));
        QVERIFY(store->append(rows(key("BTCUSDT"), bars(newYear + 3'000 * minute, 10))));
        QVERIFY(store->flush());
        QVERIFY(store->backupTo(copy)); // replaces the one before
        StoreConfig restored = config();
        restored.path = copy;
        const auto second = open(restored);
        QVERIFY(second);
        QCOMPARE(load(*second), bars(newYear, 3'010));
        QCOMPARE(store->backupTo(fs::path(m_folder->path().toStdString()) / "no" / "copy.db").error().code, Errc::CannotWrite);
    }

    void bookSamplesAreStoredWhole()
    {
        BookSnapshot book;
        book.updateId = 42;
        book.scale = {2, 3};
        book.bids = {{6'000'000, 15}, {5'999'990, 3}};
        book.asks = {{6'000'010, 7}};
        {
            const auto store = open(config());
            for (int i = 0; i < 3; ++i) {
                book.time = Timestamp::fromNanos(newYear + i * 1'000'000'000LL);
                QVERIFY(store->append({BookSampleRow{key("BTCUSDT"), book}}));
            }
        }
        RawDatabase raw(config().path);
        QCOMPARE(raw.ask("SELECT sum(count) FROM tail JOIN series ON series.id = tail.series WHERE symbol = 'BTCUSDT' AND "
                         "series.class = 0"),
                 std::string("3"));
    }

    void theReleasedSchemaStillReads()
    {
        const QByteArray dump = contentOf(dataFile(QStringLiteral("storage/market_v1.sql")).toStdString());
        QVERIFY(!dump.isEmpty());
        RawDatabase(config().path).run(dump.toStdString());
        const auto store = open(config());
        QVERIFY(store);
        QCOMPARE(load(*store), bars(newYear, 300));
        store->loadTrades(key("BTCUSDT"), 100);
        QCOMPARE(m_sink.next<TradeHistory>()->trades, trades(1, 20));
        store->loadInstruments();
        QCOMPARE(m_sink.next<InstrumentsLoaded>()->instruments, std::vector{instrument(0, "BTCUSDT")});
    }

private:
    [[noreturn]] static void appendUntilKilled(const StoreConfig& settings, int progress)
    {
        CollectingSink sink;
        auto opened = SqliteStore::open(settings, sink);
        for (std::int64_t first = 0; opened; first += 200) {
            // Every other batch is left to the group commit.
            (void)opened->store->append(rows(key("BTCUSDT"), bars(newYear + first * minute, 100)));
            const bool flushed = opened->store->flush().hasValue();
            (void)opened->store->append(rows(key("BTCUSDT"), bars(newYear + (first + 100) * minute, 100)));
            if (!flushed || write(progress, "..", first == 0 ? 1 : 2) < 0)
                break;
        }
        _exit(1);
    }
};

SPREADLINE_TEST(TstSqliteStore)
#include "tst_sqlite_store.moc"
