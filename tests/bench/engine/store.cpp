// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"

#include "storage/sqlite_store.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <algorithm>
#include <condition_variable>
#include <mutex>

using namespace spreadline;
using namespace spreadline::bench;

namespace {

constexpr int batchRows = 10'000;

Kline barAt(std::int64_t minute)
{
    Kline bar;
    bar.openTime = Timestamp::fromMillis(minute * 60'000);
    bar.closeTime = Timestamp::fromMillis(minute * 60'000 + 59'999);
    bar.open = Price::fromMantissa(6'180'000 + minute % 977, 2);
    bar.high = Price::fromMantissa(6'181'000 + minute % 977, 2);
    bar.low = Price::fromMantissa(6'179'000 + minute % 977, 2);
    bar.close = Price::fromMantissa(6'180'100 + minute % 977, 2);
    bar.volume = Quantity::fromMantissa(12'345 + minute % 100'000, 3);
    bar.takerBuyVolume = Quantity::fromMantissa(6'000 + minute % 6'000, 3);
    bar.quoteVolume = Money::fromMantissa(76'000'000 + minute, 5);
    bar.trades = 300 + minute % 200;
    bar.closed = true;
    return bar;
}

std::vector<StoreRow> batchAt(std::int64_t first)
{
    std::vector<StoreRow> rows;
    for (std::int64_t i = 0; i < batchRows; ++i) // 100 symbols x 100 bars, as a scan or a backfill delivers
        rows.push_back(KlineRow{{InstrumentId{static_cast<std::uint32_t>(i / 100)}, "S" + std::to_string(i / 100)},
                                Interval::time(std::chrono::minutes(1)),
                                barAt(first + i % 100)});
    return rows;
}

/// Waits for the answer to a load.
class AnswerSink final : public MarketSink {
public:
    std::size_t deliver(std::vector<StampedEvent>& batch) override
    {
        const std::lock_guard lock(m_mutex);
        for (const StampedEvent& stamped : batch) {
            if (const auto* history = std::get_if<KlineHistory>(&stamped.event)) {
                m_bars = history->klines.size();
                m_answered = true;
            }
        }
        m_wakeUp.notify_all();
        return batch.size();
    }
    std::size_t wait()
    {
        std::unique_lock lock(m_mutex);
        m_wakeUp.wait(lock, [this] { return m_answered; });
        m_answered = false;
        return m_bars;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_wakeUp;
    std::size_t m_bars = 0;
    bool m_answered = false;
};

void qtRowByRow(QSqlDatabase& database, const std::vector<StoreRow>& rows)
{
    database.transaction();
    QSqlQuery insert(database);
    insert.prepare(QStringLiteral("INSERT OR REPLACE INTO kline VALUES (?,?,?,?,?,?,?,?,?,?,?)"));
    for (const StoreRow& row : rows) {
        const auto& [instrument, interval, bar] = std::get<KlineRow>(row);
        insert.addBindValue(QString::fromStdString(instrument.symbol));
        insert.addBindValue(QStringLiteral("1m"));
        for (const qint64 value :
             {bar.openTime.millis(), bar.open.mantissa(), bar.high.mantissa(), bar.low.mantissa(), bar.close.mantissa(),
              bar.volume.mantissa(), bar.takerBuyVolume.mantissa(), bar.quoteVolume.mantissa(), bar.trades})
            insert.addBindValue(value);
        insert.exec();
    }
    database.commit();
}

void writing(Report& report, SqliteStore& store, const QString& folder)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("bench"));
    database.setDatabaseName(folder + QStringLiteral("/rows.db"));
    database.open();
    QSqlQuery(database).exec(QStringLiteral("PRAGMA journal_mode=WAL"));
    QSqlQuery(database).exec(QStringLiteral("PRAGMA synchronous=NORMAL"));
    QSqlQuery(database).exec(QStringLiteral(
        "CREATE TABLE kline (symbol TEXT, interval TEXT, open_time INTEGER, open INTEGER, high INTEGER, low INTEGER, "
        "close INTEGER, volume INTEGER, taker INTEGER, quote INTEGER, trades INTEGER, PRIMARY KEY (symbol, interval, "
        "open_time))"));
    std::vector<double> ours, theirs, ratios;
    for (int round = 0; round < 200; ++round) {
        letPass(std::chrono::milliseconds(
            30)); // batches come one by one; the store uses the time between them to fold what it has into blocks
        auto rows = batchAt(29'000'000 + round * 100);
        const auto copy = rows;
        ours.push_back(1e3 * wallSeconds([&] {
                           if (!store.append(std::move(rows)) || !store.flush())
                               std::abort();
                       }));
        if (round % 8 != 0)
            continue; // the tail of ours needs many rounds, the slow way's median does not
        theirs.push_back(1e3 * wallSeconds([&] { qtRowByRow(database, copy); }));
        ratios.push_back(theirs.back() / ours.back());
    }
    std::vector<double> sorted = ours;
    std::ranges::sort(sorted);
    const double p99 = sorted[(sorted.size() * 99 + 99) / 100 - 1]; // the nearest rank
    report.add({"10,000 klines appended and flushed, p99",
                "ms",
                {p99, sorted.front(), sorted.back()},
                "",
                {},
                0,
                10,
                Figure::Bound::ValueAtMost});
    report.add({"the same by Qt SQL, a row at a time", "ms", summarize(theirs), "ours", summarize(ours), summarize(ratios).median,
                8, Figure::Bound::RatioAtLeast});
    database.close();
}

void reading(Report& report, SqliteStore& store, AnswerSink& sink)
{
    const InstrumentKey bitcoin{InstrumentId{0}, "BTCUSDT"};
    const Interval minute = Interval::time(std::chrono::minutes(1));
    constexpr std::int64_t year = 525'600;
    for (std::int64_t first = 0; first < year; first += batchRows) {
        std::vector<StoreRow> rows;
        for (std::int64_t i = first; i < std::min(year, first + batchRows); ++i)
            rows.push_back(KlineRow{bitcoin, minute, barAt(28'000'000 + i)});
        if (!store.append(std::move(rows)) || !store.flush())
            std::abort();
    }
    std::vector<double> times, screens;
    for (int round = 0; round < 9; ++round) {
        times.push_back(1e3 * wallSeconds([&] {
                            store.loadKlines(bitcoin, {bitcoin.id, minute, {}, {}, static_cast<int>(year)});
                            if (sink.wait() != static_cast<std::size_t>(year))
                                std::abort();
                        }));
        screens.push_back(1e3 * wallSeconds([&] {
                              store.loadKlines(bitcoin, {bitcoin.id, minute, {}, {}, 1'500});
                              keep(sink.wait());
                          }));
    }
    report.add({"a year of 1-minute bars read", "ms", summarize(times), "", {}, 0, 200, Figure::Bound::ValueAtMost});
    report.add({"the newest 1,500 bars read", "ms", summarize(screens), "", {}, 0, 0, Figure::Bound::None});
}

void run(Report& report)
{
    int argc = 0;
    const QCoreApplication application(argc, nullptr);
    const QTemporaryDir folder;
    AnswerSink sink;
    StoreConfig config;
    config.path = folder.filePath(QStringLiteral("market.db")).toStdString();
    config.venue = "practice";
    config.limits.minuteBarDays = 0;
    auto opened = SqliteStore::open(config, sink);
    if (!opened)
        std::abort();
    writing(report, *opened->store, folder.path());
    reading(report, *opened->store, sink);
}

} // namespace

SPREADLINE_BENCH("store", "klines into and out of SQLite", run)
