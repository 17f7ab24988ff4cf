// SPDX-License-Identifier: GPL-3.0-or-later
#include "collecting_sink.h"
#include "market_rows.h"
#include "storage/sqlite_store.h"
#include "test_main.h"

#include <QTemporaryDir>

using namespace spreadline;
using namespace spreadline::test;

namespace {

/// Opens a store of the kind under test in a folder; opened twice in turn, the second finds what the first kept.
using Maker = std::unique_ptr<Store> (*)(const QString& folder, MarketSink& sink, std::size_t queueRows);

std::unique_ptr<Store> makeSqlite(const QString& folder, MarketSink& sink, std::size_t queueRows)
{
    StoreConfig config;
    config.path = std::filesystem::path(folder.toStdString()) / "market-practice.db";
    config.venue = "practice";
    config.queueRows = queueRows;
    auto opened = SqliteStore::open(config, sink);
    return opened ? std::move(opened->store) : nullptr;
}

} // namespace
Q_DECLARE_METATYPE(Maker)

/// What every Store promises (ports/store.h), asked of each implementation.
class TstStoreContract : public QObject {
    Q_OBJECT

private:
    void stores()
    {
        QTest::addColumn<Maker>("make");
        QTest::newRow("sqlite") << Maker(makeSqlite);
    }
    std::unique_ptr<Store> open(std::size_t queueRows = 65'536)
    {
        QFETCH(Maker, make);
        return make(m_folder->path(), m_sink, queueRows);
    }
    std::vector<Kline> load(Store& store, const InstrumentKey& instrument, const KlineRequest& request)
    {
        store.loadKlines(instrument, request);
        auto history = m_sink.next<KlineHistory>();
        return history && !history->failure ? history->klines : std::vector<Kline>();
    }
    std::vector<Trade> loadTrades(Store& store, const InstrumentKey& instrument, int limit)
    {
        store.loadTrades(instrument, limit);
        auto history = m_sink.next<TradeHistory>();
        return history && !history->failure ? history->trades : std::vector<Trade>();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    CollectingSink m_sink;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_sink.setRoom(SIZE_MAX);
        m_sink.takeAll();
    }

    void whatWasAppendedBeforeALoadIsSeenByIt_data() { stores(); }
    void whatWasAppendedBeforeALoadIsSeenByIt()
    {
        const auto store = open();
        QVERIFY(store);
        const auto list = bars(newYear, 300);
        for (std::size_t i = 0; i < list.size(); ++i) {
            QVERIFY(store->append(rows(key("BTCUSDT"), {list[i]})));
            if (i % 50 == 49)
                QCOMPARE(load(*store, key("BTCUSDT"), latest(1'500)), std::vector(list.begin(), list.begin() + i + 1));
        }
    }

    void appendingTwiceStoresOnce_data() { stores(); }
    void appendingTwiceStoresOnce()
    {
        const auto store = open();
        const auto klines = bars(newYear, 700);
        const auto ticks = trades(1'000, 700);
        for (int i = 0; i < 2; ++i) {
            QVERIFY(store->append(rows(key("BTCUSDT"), klines)));
            QVERIFY(store->append(rows(key("BTCUSDT"), ticks)));
            QVERIFY(store->flush());
        }
        QCOMPARE(load(*store, key("BTCUSDT"), latest(1'500)), klines);
        QCOMPARE(loadTrades(*store, key("BTCUSDT"), 1'500), ticks);
    }

    void aKlineOfTheSameOpenTimeReplaces_data() { stores(); }
    void aKlineOfTheSameOpenTimeReplaces()
    {
        const auto store = open();
        auto list = bars(newYear, 600);
        QVERIFY(store->append(rows(key("BTCUSDT"), list)));
        QVERIFY(store->flush());
        for (const std::size_t at : {0U, 255U, 256U, 599U}) {
            list[at] = bar(list[at].openTime.nanos(), minute, 5'000);
            QVERIFY(store->append(rows(key("BTCUSDT"), {list[at]})));
        }
        QCOMPARE(load(*store, key("BTCUSDT"), latest(1'500)), list);
        // Also within one batch: the later row counts.
        const Kline first = bar(newYear, minute, 1), second = bar(newYear, minute, 2);
        QVERIFY(store->append(rows(key("ETHUSDT"), {first, second})));
        QCOMPARE(load(*store, key("ETHUSDT"), latest(10)), std::vector{second});
    }

    void aLoadTakesTheNewestWithinItsRange_data() { stores(); }
    void aLoadTakesTheNewestWithinItsRange()
    {
        const auto store = open();
        const auto list = bars(newYear, 2'000);
        QVERIFY(store->append(rows(key("BTCUSDT"), list)));
        const auto part = [&](int from, int count) { return std::vector(list.begin() + from, list.begin() + from + count); };
        QCOMPARE(load(*store, key("BTCUSDT"), latest(1'500)), part(500, 1'500));
        QCOMPARE(load(*store, key("BTCUSDT"), latest(1)), part(1'999, 1));
        QCOMPARE(load(*store, key("BTCUSDT"), latest(0)), part(0, 0));
        QCOMPARE(load(*store, key("BTCUSDT"), between(newYear + 10 * minute, newYear + 300 * minute)), part(10, 291));
        QCOMPARE(load(*store, key("BTCUSDT"), between(newYear, newYear + 300 * minute, 5)), part(296, 5));
        QCOMPARE(load(*store, key("BTCUSDT"), between(newYear - day, newYear)), part(0, 1));
        QCOMPARE(load(*store, key("BTCUSDT"), between(newYear - 2 * day, newYear - day)), part(0, 0));
        QCOMPARE(load(*store, key("BTCUSDT"), between(newYear + day, newYear)), part(0, 0));
    }

    void aBackfillOfTheMiddleIsPutInItsPlace_data() { stores(); }
    void aBackfillOfTheMiddleIsPutInItsPlace()
    {
        const auto store = open();
        const auto list = bars(newYear, 3'000);
        const auto part = [&](int from, int to) {
            return rows(key("BTCUSDT"), std::vector(list.begin() + from, list.begin() + to));
        };
        QVERIFY(store->append(part(2'000, 3'000)));
        QVERIFY(store->flush());
        QVERIFY(store->append(part(0, 1'000)));
        QVERIFY(store->flush());
        QVERIFY(store->append(part(900, 2'100)));
        QCOMPARE(load(*store, key("BTCUSDT"), latest(5'000)), list);
        QVERIFY(store->append(rows(key("BTCUSDT"), trades(5'000, 100))));
        QVERIFY(store->append(rows(key("BTCUSDT"), trades(4'000, 1'050))));
        QCOMPARE(loadTrades(*store, key("BTCUSDT"), 5'000), trades(4'000, 1'100));
        QCOMPARE(loadTrades(*store, key("BTCUSDT"), 10), trades(5'090, 10));
    }

    void seriesDoNotMix_data() { stores(); }
    void seriesDoNotMix()
    {
        const auto store = open();
        const std::vector<std::string> symbols{"BTCUSDT",
                                               "btcusdt",
                                               "BTCUSDT ",
                                               "'); DROP TABLE blocks;--",
                                               "",
                                               "\xE4\xB8\xAD\xE6\x96\x87",
                                               std::string("nul\0byte", 8),
                                               std::string(5'000, 'X')};
        const std::vector<Interval> intervals{oneMinute, Interval::time(Duration(5 * minute)), Interval::months(1),
                                              Interval::ticks(100), Interval::volume(100)};
        std::vector<StoreRow> all;
        std::int64_t salt = 0;
        for (const auto& symbol : symbols) {
            for (const Interval interval : intervals)
                all.push_back(KlineRow{key(symbol), interval, bar(newYear, minute, ++salt)});
        }
        QVERIFY(store->append(all));
        QVERIFY(store->flush());
        salt = 0;
        for (const auto& symbol : symbols) {
            for (const Interval interval : intervals)
                QCOMPARE(load(*store, key(symbol), latest(10, interval)), std::vector{bar(newYear, minute, ++salt)});
        }
        QVERIFY(load(*store, key("unknown"), latest(10)).empty());
    }

    void everyRequestIsAnsweredOnceInOrder_data() { stores(); }
    void everyRequestIsAnsweredOnceInOrder()
    {
        const auto store = open();
        QVERIFY(store->append(rows(key("BTCUSDT"), bars(newYear, 10))));
        m_sink.setRoom(0);
        constexpr int requests = 60;
        for (std::uint32_t i = 0; i < requests; ++i) {
            if (i % 3 == 0)
                store->loadKlines(key(i % 2 ? "BTCUSDT" : "none", i), latest(5));
            else if (i % 3 == 1)
                store->loadTrades(key("BTCUSDT", i), 5);
            else
                store->loadInstruments();
        }
        QVERIFY(store->flush());
        QCOMPARE(m_sink.count(), std::size_t(0));
        m_sink.setRoom(1); // taken one by one, then all
        QTRY_COMPARE(m_sink.count(), std::size_t(1));
        m_sink.setRoom(7);
        QTRY_COMPARE(m_sink.count(), std::size_t(8));
        m_sink.setRoom(SIZE_MAX);
        QTRY_COMPARE(m_sink.count(), std::size_t(requests));
        QVERIFY(store->flush());
        const auto events = m_sink.takeAll();
        QCOMPARE(events.size(), std::size_t(requests));
        for (std::uint32_t i = 0; i < requests; ++i) {
            QVERIFY(events[i].received.isKnown());
            if (i % 3 == 0) {
                QVERIFY(std::holds_alternative<KlineHistory>(events[i].event));
                const auto& history = std::get<KlineHistory>(events[i].event);
                QCOMPARE(history.instrument, InstrumentId(i));
                QCOMPARE(history.source, Source::Store);
                QCOMPARE(history.klines.size(), std::size_t(i % 2 ? 5 : 0));
            } else if (i % 3 == 1) {
                QVERIFY(std::holds_alternative<TradeHistory>(events[i].event));
                QCOMPARE(std::get<TradeHistory>(events[i].event).instrument, InstrumentId(i));
            } else {
                QVERIFY(std::holds_alternative<InstrumentsLoaded>(events[i].event));
                QCOMPARE(std::get<InstrumentsLoaded>(events[i].event).source, Source::Store);
            }
        }
    }

    void aFullQueueRefusesTheWholeBatch_data() { stores(); }
    void aFullQueueRefusesTheWholeBatch()
    {
        const auto store = open(100);
        QVERIFY(!store->append(rows(key("BTCUSDT"), bars(newYear, 101))));
        QCOMPARE(store->health().rowsDropped, std::int64_t(0)); // they are offered again, and would be counted each time
        QVERIFY(store->append({}));
        QVERIFY(store->append(rows(key("BTCUSDT"), bars(newYear, 100))));
        QVERIFY(store->flush());
        QCOMPARE(store->health().waiting, std::int64_t(0));
        QCOMPARE(store->health().rowsWritten, std::int64_t(100));
        QVERIFY(!store->health().failure);
        QCOMPARE(load(*store, key("BTCUSDT"), latest(1'000)), bars(newYear, 100));
    }

    void rowsAreDurableWithinASecond_data() { stores(); }
    void rowsAreDurableWithinASecond()
    {
        const auto store = open();
        QVERIFY(store->append(rows(key("BTCUSDT"), bars(newYear, 3))));
        QTRY_COMPARE_WITH_TIMEOUT(store->health().waiting, std::int64_t(0), 1'000);
        QCOMPARE(store->health().rowsWritten, std::int64_t(3));
    }

    void barsStillOpenAreRefused_data() { stores(); }
    void barsStillOpenAreRefused()
    {
        const auto store = open();
        Kline open1 = bar(newYear);
        open1.closed = false;
        QVERIFY(store->append(rows(key("BTCUSDT"), {open1, bar(newYear + minute)})));
        QVERIFY(store->flush());
        QCOMPARE(load(*store, key("BTCUSDT"), latest(10)), std::vector{bar(newYear + minute)});
        QCOMPARE(store->health().rowsDropped, std::int64_t(1));
    }

    void aRestartFindsEverything_data() { stores(); }
    void aRestartFindsEverything()
    {
        const std::vector<Instrument> list{instrument(0, "BTCUSDT"), instrument(1, "'); DROP TABLE x;--"),
                                           instrument(2, "ETHUSDT")};
        const auto klines = bars(newYear, 1'234);
        const auto ticks = trades(77, 1'234);
        {
            const auto store = open();
            store->saveInstruments({instrument(0, "OLD")});
            store->saveInstruments(list);
            QVERIFY(store->append(rows(key("BTCUSDT"), klines)));
            QVERIFY(store->append(rows(key("BTCUSDT"), ticks)));
        }
        for (int i = 0; i < 2; ++i) {
            const auto store = open();
            QVERIFY(store);
            store->loadInstruments();
            const auto loaded = m_sink.next<InstrumentsLoaded>();
            QVERIFY(loaded);
            QCOMPARE(loaded->instruments, list);
            QCOMPARE(load(*store, key("BTCUSDT"), latest(5'000)), klines);
            QCOMPARE(loadTrades(*store, key("BTCUSDT"), 5'000), ticks);
        }
    }

    void manyThreadsMayAppend_data() { stores(); }
    void manyThreadsMayAppend()
    {
        const auto store = open();
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&store, i] {
                for (int j = 0; j < 50; ++j)
                    (void)store->append(rows(key("S" + std::to_string(i)), bars(newYear + j * 20 * minute, 20)));
            });
        }
        for (auto& thread : threads)
            thread.join();
        for (int i = 0; i < 4; ++i)
            QCOMPARE(load(*store, key("S" + std::to_string(i)), latest(5'000)), bars(newYear, 1'000));
    }
};

SPREADLINE_TEST(TstStoreContract)
#include "tst_store_contract.moc"
