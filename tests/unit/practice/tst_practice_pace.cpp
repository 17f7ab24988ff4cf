// SPDX-License-Identifier: GPL-3.0-or-later
#include "running_exchange.h"
#include "test_main.h"

#include <QElapsedTimer>

#include <algorithm>
#include <chrono>
#include <ctime>

using namespace spreadline;
using namespace spreadline::practice;
using namespace spreadline::practice::test;

/// That nobody waits for somebody else's work.
class TstPracticePace final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void streamsKeepTheirPaceWhileBarsAreWorkedOut_data();
    void streamsKeepTheirPaceWhileBarsAreWorkedOut();
    void aMinuteWithManyTradesIsMadeAhead();
    void timeRunsAsFastEverywhere();
};

namespace {

/// The times between the messages of a stream, by the exchange's own stamps, the shortest first.
std::vector<qint64> pauses(const StreamClient& client, const QString& stream)
{
    std::vector<qint64> found;
    qint64 before = 0;
    for (const QJsonValue& message : client.of(stream)) {
        const qint64 now = message[QLatin1String("E")].toInteger();
        if (before != 0)
            found.push_back(now - before);
        before = now;
    }
    std::ranges::sort(found);
    return found;
}

/// What this thread has worked: what others do on the machine does not count.
qint64 threadMicros()
{
#ifdef Q_OS_UNIX
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return time.tv_sec * 1'000'000LL + time.tv_nsec / 1'000;
#else
    return std::chrono::steady_clock::now().time_since_epoch() / std::chrono::microseconds(1);
#endif
}

/// The venue's time, and the moments of a watch between which it was told.
struct Told {
    qint64 asked = 0, venue = 0, answered = 0;
};

} // namespace

void TstPracticePace::streamsKeepTheirPaceWhileBarsAreWorkedOut_data()
{
    QTest::addColumn<QString>("request");
    QTest::newRow("days") << QStringLiteral("klines?symbol=BTCUSDT&interval=1d&limit=1500");
    QTest::newRow("half days") << QStringLiteral("klines?symbol=BTCUSDT&interval=12h&limit=1500");
    QTest::newRow("days of the mark") << QStringLiteral("markPriceKlines?symbol=BTCUSDT&interval=1d&limit=1500");
    QTest::newRow("days of the premium") << QStringLiteral("premiumIndexKlines?symbol=BTCUSDT&interval=1d&limit=500");
}

/// The longest pause may be some of the machine's own; what one request takes in one piece is far longer.
void TstPracticePace::streamsKeepTheirPaceWhileBarsAreWorkedOut()
{
    QFETCH(QString, request);
    PracticeConfig config;
    config.market.symbolCount = 3;
    RunningExchange exchange(config);
    const QString depth = QStringLiteral("btcusdt@depth@100ms");
    StreamClient client(exchange, QStringLiteral("/public/stream?streams=") + depth);
    QTRY_VERIFY(client.of(depth).size() > 2);
    QElapsedTimer watch;
    watch.start();
    const Answer answer = exchange.get(request, 60'000);
    const qint64 took = watch.elapsed();
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.array().size() >= 500);
    const auto seen = client.of(depth).size();
    QTRY_VERIFY(client.of(depth).size() > seen + 2);
    const qint64 pause = pauses(client, depth).back();
    qInfo("answered after %lld ms, longest pause of the stream %lld ms", took, pause);
    QVERIFY2(pause <= std::max<qint64>(200, took / 3), qPrintable(QStringLiteral("%1 of %2 ms").arg(pause).arg(took)));
}

/// At 50,000 a second a minute has three million trades: made when it begins, they would be a pause of a large part of a second.
void TstPracticePace::aMinuteWithManyTradesIsMadeAhead()
{
    MarketConfig config;
    config.symbolCount = 30;
    config.messagesPerSecond = 50'000;
    const auto source = openMarket(config);
    QVERIFY(source);
    for (const Instrument& instrument : (*source)->instruments())
        (*source)->setActive(instrument.id, true);
    std::vector<MarketEvent> events;
    const std::int64_t minuteEnds = originMillis + 60'000;
    std::int64_t trades = 0;
    qint64 longest = 0, whole = 0;
    for (std::int64_t now = minuteEnds - 2'000; now <= minuteEnds + 1'000; now += 10) {
        events.clear();
        const qint64 began = threadMicros();
        (*source)->advance(Timestamp::fromMillis(now), events);
        const qint64 took = threadMicros() - began;
        if (now > minuteEnds - 1'000) { // by then all was made ahead
            longest = std::max(longest, took);
            whole += took;
            trades +=
                std::ranges::count_if(events, [](const MarketEvent& event) { return std::holds_alternative<Trade>(event); });
        }
    }
    qInfo("%lld trades in two seconds took %lld us, the longest ten milliseconds of them %lld us", static_cast<long long>(trades),
          whole, longest);
    QVERIFY2(trades > 60'000, qPrintable(QString::number(trades)));
    QVERIFY2(longest < 100'000, qPrintable(QString::number(longest)));
}

/// At speed 4 the venue's time, its stamps and the pace of its streams are the same time.
void TstPracticePace::timeRunsAsFastEverywhere()
{
    PracticeConfig config;
    config.market.symbolCount = 1;
    config.market.speed = 4;
    RunningExchange exchange(config);
    const QString depth = QStringLiteral("btcusdt@depth@100ms");
    StreamClient client(exchange, QStringLiteral("/public/stream?streams=") + depth);
    QTRY_VERIFY(!client.of(depth).isEmpty());
    QElapsedTimer watch;
    watch.start();
    const auto told = [&] {
        Told now{watch.elapsed(), 0, 0};
        now.venue = exchange.get(QStringLiteral("time")).object()[QLatin1String("serverTime")].toInteger();
        now.answered = watch.elapsed();
        return now;
    };
    const Told began = told();
    QTRY_VERIFY(watch.elapsed() >= 2'000);
    const Told ended = told();
    constexpr qint64 rounded = 8; // each stamp to a millisecond, of which the venue has four
    QVERIFY2(ended.venue - began.venue >= 4 * (ended.asked - began.answered) - rounded, qPrintable(QString::number(ended.venue)));
    QVERIFY2(ended.venue - began.venue <= 4 * (ended.answered - began.asked) + rounded, qPrintable(QString::number(ended.venue)));
    const auto stamp = [&] { return client.of(depth).last()[QLatin1String("E")].toInteger(); };
    QTRY_VERIFY2(stamp() >= ended.venue, "the stream is never far behind");
    const qint64 last = stamp();
    QVERIFY2(last <= told().venue, "nor ahead");
    const auto usual = [&] { // a busy machine merges some
        const auto all = pauses(client, depth);
        return all.empty() ? 0 : all[all.size() / 4];
    };
    QTRY_VERIFY2(usual() > 40 && usual() < 250, qPrintable(QString::number(usual())));
}

SPREADLINE_TEST(TstPracticePace)
#include "tst_practice_pace.moc"
