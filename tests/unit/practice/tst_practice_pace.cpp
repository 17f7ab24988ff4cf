// SPDX-License-Identifier: GPL-3.0-or-later
#include "running_exchange.h"
#include "test_main.h"

#include <QElapsedTimer>

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

/// The longest time between two messages of a stream, by the exchange's own stamps.
qint64 longestPause(const StreamClient& client, const QString& stream)
{
    qint64 longest = 0, before = 0;
    for (const QJsonValue& message : client.of(stream)) {
        const qint64 now = message[QLatin1String("E")].toInteger();
        longest = std::max(longest, before == 0 ? 0 : now - before);
        before = now;
    }
    return longest;
}

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
    const qint64 pause = longestPause(client, depth);
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
        QElapsedTimer watch;
        watch.start();
        (*source)->advance(Timestamp::fromMillis(now), events);
        if (now > minuteEnds - 1'000) { // by then all was made ahead
            longest = std::max(longest, watch.nsecsElapsed() / 1'000);
            whole += watch.nsecsElapsed() / 1'000;
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
    const auto venueTime = [&] { return exchange.get(QStringLiteral("time")).object()[QLatin1String("serverTime")].toInteger(); };
    QElapsedTimer watch;
    watch.start();
    const qint64 began = venueTime();
    const auto before = client.of(depth).size();
    QTRY_VERIFY(watch.elapsed() >= 2'000);
    const qint64 took = watch.elapsed(), ended = venueTime();
    const double speed = static_cast<double>(ended - began) / static_cast<double>(took);
    QVERIFY2(speed > 3.5 && speed < 5, qPrintable(QString::number(speed)));
    const qint64 stamp = client.of(depth).last()[QLatin1String("E")].toInteger();
    QVERIFY2(std::abs(stamp - ended) < 2'000, qPrintable(QString::number(stamp - ended)));
    const auto messages = client.of(depth).size() - before;
    QVERIFY2(messages > took * 4 / 100 / 2, qPrintable(QString::number(messages))); // a busy machine merges some
}

SPREADLINE_TEST(TstPracticePace)
#include "tst_practice_pace.moc"
