// SPDX-License-Identifier: GPL-3.0-or-later
#include "collecting_sink.h"
#include "market_rows.h"
#include "raw_database.h"
#include "test_main.h"

using namespace spreadline;
using namespace spreadline::test;

namespace {

/// The wall clock stands where it is put.
class SetClock final : public Clock {
public:
    explicit SetClock(std::int64_t nanos) : m_now(Timestamp::fromNanos(nanos)) {}
    Timestamp now() const override { return m_now; }
    Duration monotonic() const override { return m_system.monotonic(); }

private:
    SystemClock m_system;
    Timestamp m_now;
};

} // namespace

class TstRetention : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<SqliteStore> open(StoreLimits limits, const Clock& clock)
    {
        StoreConfig config = configIn(*m_folder);
        config.limits = limits;
        auto opened = SqliteStore::open(config, m_sink, clock);
        return opened ? std::move(opened->store) : nullptr;
    }
    std::size_t stored(Store& store, const std::string& symbol, Interval interval = oneMinute)
    {
        store.loadKlines(key(symbol), latest(1'000'000, interval));
        const auto history = m_sink.next<KlineHistory>();
        return history ? history->klines.size() : SIZE_MAX;
    }
    std::size_t storedTrades(Store& store)
    {
        store.loadTrades(key("BTCUSDT"), 1'000'000);
        const auto history = m_sink.next<TradeHistory>();
        return history ? history->trades.size() : SIZE_MAX;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    CollectingSink m_sink;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_sink.takeAll();
    }

    void whatIsTooOldGoesAndTheRestStays()
    {
        const SetClock clock(newYear + 10 * day);
        const auto store = open({}, clock);
        QVERIFY(store);
        const Interval oneHour = Interval::time(Duration(hour));
        QVERIFY(store->append(rows(key("BTCUSDT"), bars(newYear, 14'400))));
        QVERIFY(store->append(rows(key("BTCUSDT"), bars(newYear, 240, hour), oneHour)));
        QVERIFY(store->append(rows(key("BTCUSDT"), trades(1, 5'000, newYear))));
        QVERIFY(store->append(rows(key("BTCUSDT"), trades(5'001, 5'000, newYear + 9 * day + 23 * hour))));
        QVERIFY(store->flush());
        QCOMPARE(stored(*store, "BTCUSDT"), std::size_t(14'400));
        QCOMPARE(storedTrades(*store), std::size_t(10'000));
        StoreLimits limits;
        limits.minuteBarDays = 3;
        limits.tradeHours = 24;
        store->setLimits(limits);
        // A block goes when its last row is too old: up to one block more than asked stays.
        QTRY_VERIFY(stored(*store, "BTCUSDT") <= 3 * 1'440 + 256);
        QVERIFY(stored(*store, "BTCUSDT") >= 3 * 1'440);
        QTRY_VERIFY(storedTrades(*store) <= 5'000 + 512);
        QVERIFY(storedTrades(*store) >= 5'000);
        QCOMPARE(stored(*store, "BTCUSDT", oneHour), std::size_t(240)); // without limit
        QVERIFY(!store->health().failure);
    }

    void anOldCaptureStaysThoughTheClockIsFarAhead()
    {
        const SetClock clock(newYear + 4'000 * day);
        StoreLimits limits;
        limits.minuteBarDays = 30;
        const auto store = open(limits, clock);
        QVERIFY(store->append(rows(key("BTCUSDT"), bars(newYear, 2'000))));
        QVERIFY(store->flush());
        store->setLimits(limits);
        QVERIFY(store->flush());
        QTest::qWait(50); // time enough for the upkeep that must not happen
        QCOMPARE(stored(*store, "BTCUSDT"), std::size_t(2'000));
    }

    void anAbsurdStampDoesNotEmptyTheFile()
    {
        const SetClock clock(newYear + 2 * day);
        StoreLimits limits;
        limits.minuteBarDays = 30;
        const auto store = open(limits, clock);
        QVERIFY(store->append(rows(key("BTCUSDT"), bars(newYear, 2'000))));
        QVERIFY(store->append(rows(key("BTCUSDT"), {bar(newYear + 80'000 * day)})));
        QVERIFY(store->flush());
        store->setLimits(limits);
        QVERIFY(store->flush());
        QTest::qWait(50);
        QCOMPARE(stored(*store, "BTCUSDT"), std::size_t(2'001));
    }

    void aFullFileLosesTradesBeforeBars()
    {
        const SetClock clock(newYear + day);
        StoreLimits limits;
        const auto store = open(limits, clock);
        QVERIFY(store->append(rows(key("BTCUSDT"), bars(newYear, 5'000))));
        for (int i = 0; i < 20; ++i) {
            QVERIFY(store->append(rows(key("BTCUSDT"), trades(1 + i * 5'000, 5'000, newYear + i * 100'000'000LL))));
            QVERIFY(store->flush());
        }
        QCOMPARE(storedTrades(*store), std::size_t(100'000));
        limits.maxBytes = 700'000;
        store->setLimits(limits);
        QTRY_VERIFY(storedTrades(*store) < 70'000);
        QCOMPARE(stored(*store, "BTCUSDT"), std::size_t(5'000));
        const auto used = [&] {
            RawDatabase raw(configIn(*m_folder).path);
            return std::stoll(raw.ask("SELECT (page_count - freelist_count) * page_size FROM pragma_page_count, "
                                      "pragma_freelist_count, pragma_page_size"));
        };
        QTRY_VERIFY(used() <= limits.maxBytes);
        // The newest trades are the ones that stay.
        store->loadTrades(key("BTCUSDT"), 1);
        QCOMPARE(m_sink.next<TradeHistory>()->trades.front().id, std::int64_t(100'000));
    }
};

SPREADLINE_TEST(TstRetention)
#include "tst_retention.moc"
