// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/rate_limits.h"
#include "running_exchange.h"
#include "test_main.h"

using namespace spreadline;
using namespace spreadline::practice;
using namespace spreadline::practice::test;
using namespace std::chrono_literals;

class TstPracticeLimits final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesAboveTheWeight();
    void bansGrow();
    void countsAddressesApart();
    void fundingHasItsOwnLimit();
    void limitsConnects();
    void weighs_data();
    void weighs();
    void answers429Then418();
    void seesOtherProgramsOfTheAddress();
};

void TstPracticeLimits::refusesAboveTheWeight()
{
    RateLimits limits(RateLimitConfig{.weightPerMinute = 100});
    QCOMPARE(limits.request("a", 60, false, 10s).usedWeight, 60);
    QCOMPARE(limits.request("a", 40, false, 20s).verdict, RateLimits::Verdict::Allowed);
    const auto refused = limits.request("a", 1, false, 50s);
    QCOMPARE(refused.verdict, RateLimits::Verdict::TooMany);
    QCOMPARE(refused.retryAfter, Duration(10s));
    QCOMPARE(limits.request("a", 1, false, 61s).usedWeight, 1);
}

void TstPracticeLimits::bansGrow()
{
    RateLimits limits(RateLimitConfig{.weightPerMinute = 1, .refusalsBeforeBan = 2, .longestBan = 7min});
    const auto provoke = [&](Duration at) {
        RateLimits::Answer answer;
        for (int i = 0; i < 4; ++i)
            answer = limits.request("a", 1, false, at);
        return answer;
    };
    const auto first = provoke(0s);
    QCOMPARE(first.verdict, RateLimits::Verdict::Banned);
    QCOMPARE(first.retryAfter, Duration(2min));
    QCOMPARE(limits.request("a", 1, false, 119s).verdict, RateLimits::Verdict::Banned);
    QCOMPARE(limits.request("a", 1, false, 121s).verdict, RateLimits::Verdict::Allowed);
    QCOMPARE(provoke(200s).retryAfter, Duration(4min));
    QCOMPARE(provoke(1'000s).retryAfter, Duration(7min));
}

void TstPracticeLimits::countsAddressesApart()
{
    RateLimits limits(RateLimitConfig{.weightPerMinute = 1});
    QCOMPARE(limits.request("a", 1, false, 0s).verdict, RateLimits::Verdict::Allowed);
    QCOMPARE(limits.request("a", 1, false, 0s).verdict, RateLimits::Verdict::TooMany);
    QCOMPARE(limits.request("b", 1, false, 0s).verdict, RateLimits::Verdict::Allowed);
}

void TstPracticeLimits::fundingHasItsOwnLimit()
{
    RateLimits limits(RateLimitConfig{.fundingPerFiveMinutes = 2});
    QCOMPARE(limits.request("a", 0, true, 0s).verdict, RateLimits::Verdict::Allowed);
    QCOMPARE(limits.request("a", 0, true, 100s).verdict, RateLimits::Verdict::Allowed);
    QCOMPARE(limits.request("a", 0, true, 200s).verdict, RateLimits::Verdict::TooMany);
    QCOMPARE(limits.request("a", 1, false, 200s).verdict, RateLimits::Verdict::Allowed);
    QCOMPARE(limits.request("a", 0, true, 301s).verdict, RateLimits::Verdict::Allowed);
}

void TstPracticeLimits::limitsConnects()
{
    RateLimits limits(RateLimitConfig{.connectsPerFiveMinutes = 2});
    QVERIFY(limits.connect("a", 0s));
    QVERIFY(limits.connect("a", 10s));
    QVERIFY(!limits.connect("a", 20s));
    QVERIFY(limits.connect("a", 300s));
}

void TstPracticeLimits::weighs_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("weight");
    const auto row = [](const char* path, int weight) { QTest::newRow(path) << QString::fromLatin1(path) << weight; };
    row("ping", 1);
    row("time", 1);
    row("exchangeInfo", 1);
    row("depth?symbol=BTCUSDT&limit=50", 2);
    row("depth?symbol=BTCUSDT&limit=100", 5);
    row("depth?symbol=BTCUSDT", 10);
    row("depth?symbol=BTCUSDT&limit=1000", 20);
    row("trades?symbol=BTCUSDT", 5);
    row("historicalTrades?symbol=BTCUSDT", 200);
    row("aggTrades?symbol=BTCUSDT", 20);
    row("klines?symbol=BTCUSDT&interval=1h&limit=99", 1);
    row("klines?symbol=BTCUSDT&interval=1h&limit=499", 2);
    row("klines?symbol=BTCUSDT&interval=1h", 5);
    row("klines?symbol=BTCUSDT&interval=1h&limit=1001", 10);
    row("premiumIndex?symbol=BTCUSDT", 1);
    row("premiumIndex", 10);
    row("ticker/24hr?symbol=BTCUSDT", 1);
    row("ticker/24hr", 40);
    row("ticker/price?symbol=BTCUSDT", 1);
    row("/fapi/v2/ticker/price", 2);
    row("ticker/bookTicker?symbol=BTCUSDT", 2);
    row("ticker/bookTicker", 5);
    row("openInterest?symbol=BTCUSDT", 1);
    row("fundingRate?symbol=BTCUSDT", 0);
    row("depth?symbol=NOPE", 10);
    row("nothing", 0);
}

void TstPracticeLimits::weighs()
{
    QFETCH(QString, path);
    QFETCH(int, weight);
    PracticeConfig config;
    config.market.symbolCount = 3;
    RunningExchange exchange(config);
    QVERIFY(exchange.isRunning());
    const Answer answer = exchange.get(path);
    QCOMPARE(answer.headers.value("x-mbx-used-weight-1m").toInt(), weight);
    QCOMPARE(exchange.truth(QStringLiteral("requests"))[QLatin1String("requests")][0][QLatin1String("weight")].toInt(), weight);
}

void TstPracticeLimits::answers429Then418()
{
    PracticeConfig config;
    config.market.symbolCount = 2;
    config.limits.weightPerMinute = 3;
    config.limits.refusalsBeforeBan = 2;
    RunningExchange exchange(config);
    QList<int> statuses;
    Answer last;
    for (int i = 0; i < 7; ++i) {
        last = exchange.get(QStringLiteral("time"));
        statuses += last.status;
        if (last.status == 429)
            QVERIFY(last.headers.value("retry-after").toInt() >= 1 && last.headers.value("retry-after").toInt() <= 60);
    }
    if (statuses[4] == 200)
        QSKIP("a minute began in between");
    QCOMPARE(statuses, (QList<int>{200, 200, 200, 429, 429, 418, 418}));
    QCOMPARE(last.object()[QLatin1String("code")].toInt(), -1003);
    QVERIFY(last.headers.value("retry-after").toInt() > 110);
    const QString text = last.object()[QLatin1String("msg")].toString();
    const auto match = QRegularExpression(QStringLiteral("IP banned until (\\d{13})\\.")).match(text);
    QVERIFY2(match.hasMatch(), qPrintable(text));
    const qint64 until = match.captured(1).toLongLong();
    QVERIFY(until > originMillis + 110'000 && until < originMillis + 130'000);
}

void TstPracticeLimits::seesOtherProgramsOfTheAddress()
{
    PracticeConfig config;
    config.market.symbolCount = 2;
    RunningExchange exchange(config);
    exchange.get(QStringLiteral("time"));
    QCOMPARE(exchange.control(R"({"verb":"limit.external","weight":2000})").status, 200);
    const int used = exchange.get(QStringLiteral("time")).headers.value("x-mbx-used-weight-1m").toInt();
    QVERIFY2(used >= 2'001, QByteArray::number(used).constData());
}

SPREADLINE_TEST(TstPracticeLimits)
#include "tst_practice_limits.moc"
