// SPDX-License-Identifier: GPL-3.0-or-later
#include "running_exchange.h"
#include "test_main.h"

using namespace spreadline;
using namespace spreadline::practice;
using namespace spreadline::practice::test;

/// What happens to one symbol: its trading stops, its trade ids go wrong, its stamps, its funding has other terms.
class TstPracticeSymbols final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fallsSilentWhileItDoesNotTrade();
    void standsStillOverRestWhileItDoesNotTrade();
    void tradeIdsBeginAnew();
    void oneTradeHasAnAbsurdId();
    void stampsLieAhead_data();
    void stampsLieAhead();
    void tellsFundingTerms();
    void openInterestGoesBackThirtyDays();
};

namespace {

const QString depth = QStringLiteral("ethusdt@depth@100ms"), trades = QStringLiteral("ethusdt@aggTrade"),
              bars = QStringLiteral("ethusdt@kline_1m"), tickers = QStringLiteral("!ticker@arr"),
              marks = QStringLiteral("!markPrice@arr@1s"), others = QStringLiteral("btcusdt@aggTrade");
const QByteArray stop = R"({"verb":"sym.status","symbol":"ETHUSDT","status":"SETTLING"})";

PracticeConfig small()
{
    PracticeConfig config;
    config.market.symbolCount = 3;
    config.market.messagesPerSecond = 600;
    config.streams.lenient = true;
    return config;
}

QString all()
{
    return QStringLiteral("/stream?streams=") + QStringList{depth, trades, bars, tickers, marks, others}.join(QLatin1Char('/'));
}

/// Whether the newest message of an all-symbols stream lists the symbol.
bool lists(const StreamClient& client, const QString& stream, const char* symbol)
{
    const QJsonArray messages = client.of(stream);
    const QJsonArray rows = messages.isEmpty() ? QJsonArray() : messages.last().toArray();
    return std::any_of(rows.begin(), rows.end(),
                       [symbol](const QJsonValue& row) { return row[QLatin1String("s")] == QLatin1String(symbol); });
}

} // namespace

void TstPracticeSymbols::fallsSilentWhileItDoesNotTrade()
{
    RunningExchange exchange(small());
    StreamClient client(exchange, all());
    QTRY_VERIFY(client.of(depth).size() > 1 && !client.of(trades).isEmpty() && !client.of(bars).isEmpty());
    QTRY_VERIFY(lists(client, tickers, "ETHUSDT") && lists(client, marks, "ETHUSDT"));
    const qint64 lastId = client.of(trades).last()[QLatin1String("a")].toInteger();
    QCOMPARE(exchange.control(stop).status, 200);
    QTRY_VERIFY(lists(client, tickers, "BTCUSDT") && !lists(client, tickers, "ETHUSDT"));
    QTRY_VERIFY(lists(client, marks, "BTCUSDT") && !lists(client, marks, "ETHUSDT"));
    client.forget();
    QTRY_VERIFY(client.of(others).size() > 20 && client.of(tickers).size() > 1);
    for (const QString& stream : {depth, trades, bars})
        QVERIFY2(client.of(stream).isEmpty(), qPrintable(stream));
    QVERIFY(!lists(client, tickers, "ETHUSDT"));
    exchange.control("", QStringLiteral("/heal"));
    QTRY_VERIFY(client.of(depth).size() > 2 && !client.of(trades).isEmpty() && !client.of(bars).isEmpty());
    QTRY_VERIFY(lists(client, tickers, "ETHUSDT") && lists(client, marks, "ETHUSDT"));
    QVERIFY(client.of(trades).first()[QLatin1String("a")].toInteger() > lastId);
    // A client that kept its book sees that it is not the venue's any more; from then on it follows again.
    const QJsonArray messages = client.of(depth);
    for (qsizetype i = 1; i < messages.size(); ++i)
        QCOMPARE(messages[i][QLatin1String("pu")].toInteger(), messages[i - 1][QLatin1String("u")].toInteger());
}

void TstPracticeSymbols::standsStillOverRestWhileItDoesNotTrade()
{
    RunningExchange exchange(small());
    StreamClient client(exchange, all());
    QTRY_VERIFY(!client.of(trades).isEmpty());
    QCOMPARE(exchange.control(stop).status, 200);
    client.forget();
    QTRY_VERIFY(!client.of(others).isEmpty());
    const QStringList requests{QStringLiteral("aggTrades?symbol=ETHUSDT&limit=1"),
                               QStringLiteral("klines?symbol=ETHUSDT&interval=1m&limit=1"),
                               QStringLiteral("ticker/price?symbol=ETHUSDT"), QStringLiteral("ticker/24hr?symbol=ETHUSDT"),
                               QStringLiteral("ticker/bookTicker?symbol=ETHUSDT")};
    QList<QByteArray> before;
    for (const QString& request : requests)
        before << exchange.get(request).body;
    const QByteArray other = exchange.get(QStringLiteral("aggTrades?symbol=BTCUSDT&limit=1")).body;
    client.forget();
    QTRY_VERIFY(client.of(others).size() > 20);
    for (qsizetype i = 0; i < requests.size(); ++i)
        QCOMPARE(exchange.get(requests[i]).body, before[i]);
    QVERIFY(exchange.get(QStringLiteral("aggTrades?symbol=BTCUSDT&limit=1")).body != other);
    exchange.control("", QStringLiteral("/heal"));
    QTRY_VERIFY(exchange.get(requests.front()).body != before.front());
}

void TstPracticeSymbols::tradeIdsBeginAnew()
{
    RunningExchange exchange(small());
    StreamClient client(exchange, all());
    QTRY_VERIFY(client.of(trades).size() > 2);
    QCOMPARE(exchange.control(R"({"verb":"trade.restart","match":"ETHUSDT","n":1})").status, 200);
    const auto newest = [&] { return client.of(trades).last()[QLatin1String("a")].toInteger(); };
    QTRY_VERIFY(newest() < 1'000 && newest() > 10);
    const QJsonArray fromTwo = exchange.get(QStringLiteral("aggTrades?symbol=ETHUSDT&fromId=2&limit=3")).array();
    QCOMPARE(fromTwo.size(), 3);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(fromTwo[i][QLatin1String("a")].toInteger(), 2 + i);
    const QJsonArray latest = exchange.get(QStringLiteral("aggTrades?symbol=ETHUSDT&limit=1000")).array();
    QCOMPARE(latest.first()[QLatin1String("a")].toInteger(), 1); // those before are told no more
    const QJsonArray told = exchange.truth(QStringLiteral("trades"))[QLatin1String("trades")][QLatin1String("ETHUSDT")].toArray();
    QVERIFY(told.contains(QJsonValue(1)) && told.last().toInteger() < 10'000);
}

void TstPracticeSymbols::oneTradeHasAnAbsurdId()
{
    RunningExchange exchange(small());
    StreamClient client(exchange, all());
    QTRY_VERIFY(client.of(trades).size() > 2);
    QCOMPARE(exchange.control(R"({"verb":"trade.id","match":"ethusdt@aggTrade","n":1})").status, 200);
    QTRY_COMPARE(exchange.fired(QStringLiteral("trade.id")), 1);
    const auto seen = client.of(trades).size();
    QTRY_VERIFY(client.of(trades).size() > seen + 5);
    QList<qint64> ids;
    for (const QJsonValue& message : client.of(trades))
        ids << message[QLatin1String("a")].toInteger();
    QCOMPARE(ids.count(9'000'000'000'000'000), 1);
    const qsizetype at = ids.indexOf(9'000'000'000'000'000);
    QCOMPARE(ids[at + 1] - ids[at - 1], 2); // its own id is not streamed
}

void TstPracticeSymbols::stampsLieAhead_data()
{
    QTest::addColumn<QString>("stream");
    QTest::addColumn<QStringList>("keys");
    QTest::newRow("trade") << trades << QStringList{QStringLiteral("E"), QStringLiteral("T")};
    QTest::newRow("bar") << bars << QStringList{QStringLiteral("E"), QStringLiteral("k.t"), QStringLiteral("k.T")};
    QTest::newRow("book") << depth << QStringList{QStringLiteral("E"), QStringLiteral("T")};
}

void TstPracticeSymbols::stampsLieAhead()
{
    QFETCH(QString, stream);
    QFETCH(QStringList, keys);
    RunningExchange exchange(small());
    StreamClient client(exchange, all());
    QTRY_VERIFY(!client.of(stream).isEmpty());
    QCOMPARE(exchange.control(R"({"verb":"md.future","ms":86400000,"n":1,"match":")" + stream.toLatin1() + R"("})").status, 200);
    const auto stamp = [](const QJsonValue& message, const QString& key) {
        return key.startsWith(QLatin1String("k.")) ? message[QLatin1String("k")][key.mid(2)].toInteger()
                                                   : message[key].toInteger();
    };
    const auto ahead = [&](const QJsonValue& message) {
        return std::all_of(keys.begin(), keys.end(),
                           [&](const QString& key) { return stamp(message, key) > originMillis + 80'000'000; });
    };
    QTRY_COMPARE(exchange.fired(QStringLiteral("md.future")), 1);
    const auto seen = client.of(stream).size();
    QTRY_VERIFY(client.of(stream).size() > seen);
    const QJsonArray messages = client.of(stream);
    QCOMPARE(std::count_if(messages.begin(), messages.end(), ahead), 1);
}

void TstPracticeSymbols::tellsFundingTerms()
{
    PracticeConfig config;
    config.market.symbols = {"BTCUSDT", "1000PEPEUSDT", "INJUSDT", "WIFUSDT"};
    RunningExchange exchange(config);
    const QJsonArray rows = exchange.get(QStringLiteral("fundingInfo")).array();
    QCOMPARE(rows.size(), 3); // bitcoin's are as everybody's
    QHash<QString, QJsonObject> bySymbol;
    for (const QJsonValue& row : rows)
        bySymbol[row[QLatin1String("symbol")].toString()] = row.toObject();
    QCOMPARE(bySymbol[QStringLiteral("1000PEPEUSDT")],
             (QJsonObject{{QStringLiteral("symbol"), QStringLiteral("1000PEPEUSDT")},
                          {QStringLiteral("adjustedFundingRateCap"), QStringLiteral("0.00030000")},
                          {QStringLiteral("adjustedFundingRateFloor"), QStringLiteral("-0.00030000")},
                          {QStringLiteral("fundingIntervalHours"), 8},
                          {QStringLiteral("disclaimer"), false}}));
    QCOMPARE(bySymbol[QStringLiteral("INJUSDT")][QLatin1String("fundingIntervalHours")].toInt(), 4);
    QCOMPARE(bySymbol[QStringLiteral("WIFUSDT")][QLatin1String("fundingIntervalHours")].toInt(), 1);
    const QJsonObject wif = exchange.get(QStringLiteral("premiumIndex?symbol=WIFUSDT")).object();
    const qint64 untilFunding = wif[QLatin1String("nextFundingTime")].toInteger() - wif[QLatin1String("time")].toInteger();
    QVERIFY(untilFunding > 0 && untilFunding <= 3'600'000);
    const QJsonArray settled = exchange.get(QStringLiteral("fundingRate?symbol=WIFUSDT&limit=2")).array();
    QCOMPARE(settled[1][QLatin1String("fundingTime")].toInteger() - settled[0][QLatin1String("fundingTime")].toInteger(),
             3'600'000);
}

void TstPracticeSymbols::openInterestGoesBackThirtyDays()
{
    RunningExchange exchange;
    const auto history = [&](const QString& query) {
        return exchange.get(QStringLiteral("/futures/data/openInterestHist?symbol=BTCUSDT&") + query);
    };
    const QJsonArray hours = history(QStringLiteral("period=1h&limit=500")).array();
    QCOMPARE(hours.size(), 500);
    for (qsizetype i = 1; i < hours.size(); ++i)
        QCOMPARE(hours[i][QLatin1String("timestamp")].toInteger() - hours[i - 1][QLatin1String("timestamp")].toInteger(),
                 3'600'000);
    QCOMPARE(hours[0][QLatin1String("timestamp")].toInteger() % 3'600'000, 0);
    const qint64 from = hours[100][QLatin1String("timestamp")].toInteger(),
                 to = hours[104][QLatin1String("timestamp")].toInteger();
    const QJsonArray some = history(QStringLiteral("period=1h&startTime=%1&endTime=%2").arg(from).arg(to)).array();
    QCOMPARE(some.size(), 5);
    QCOMPARE(some[0], hours[100]);
    QCOMPARE(some[4], hours[104]);
    const qint64 tooOld = hours.last()[QLatin1String("timestamp")].toInteger() - 31LL * 86'400'000;
    QCOMPARE(history(QStringLiteral("period=1h&startTime=%1").arg(tooOld)).object()[QLatin1String("code")].toInt(), -1130);
    QCOMPARE(history(QStringLiteral("period=3m")).object()[QLatin1String("code")].toInt(), -1130);
    QCOMPARE(history(QStringLiteral("limit=3")).object()[QLatin1String("code")].toInt(), -1102);
}

SPREADLINE_TEST(TstPracticeSymbols)
#include "tst_practice_symbols.moc"
