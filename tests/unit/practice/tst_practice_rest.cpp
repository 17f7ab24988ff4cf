// SPDX-License-Identifier: GPL-3.0-or-later
#include "running_exchange.h"
#include "test_main.h"

using namespace spreadline;
using namespace spreadline::practice;
using namespace spreadline::practice::test;

class TstPracticeRest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hasTheDocumentedShape_data();
    void hasTheDocumentedShape();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void listsFilters();
    void servesKlinesOfEveryInterval_data();
    void servesKlinesOfEveryInterval();
    void pagesThroughKlines();
    void agreesAcrossEndpoints();
    void isTheSameForTheSameSeed();
    void refusesAPortInUse();
    void cleanupTestCase() { m_exchange.reset(); }

private:
    std::unique_ptr<RunningExchange> m_exchange;
};

namespace {

/// One letter for each member: s text, d decimal text, i integer, b bool, a array, o object.
QString shape(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Double:
        return value.toDouble() == static_cast<double>(value.toInteger()) ? QStringLiteral("i") : QStringLiteral("f");
    case QJsonValue::Bool: return QStringLiteral("b");
    case QJsonValue::Array: return QStringLiteral("a");
    case QJsonValue::Object: return QStringLiteral("o");
    case QJsonValue::String: {
        static const QRegularExpression decimal(QStringLiteral("^-?[0-9]+(\\.[0-9]+)?$"));
        return decimal.match(value.toString()).hasMatch() ? QStringLiteral("d") : QStringLiteral("s");
    }
    default: return QStringLiteral("?");
    }
}

QString shapeOf(const QJsonValue& value)
{
    QStringList parts;
    if (value.isArray()) {
        for (const QJsonValue& item : value.toArray())
            parts += shape(item);
        return parts.join(QString());
    }
    const QJsonObject object = value.toObject(); // sorted by name
    for (auto it = object.begin(); it != object.end(); ++it)
        parts += it.key() + QLatin1Char(':') + shape(it.value());
    return parts.join(QLatin1Char(' '));
}

} // namespace

void TstPracticeRest::initTestCase()
{
    PracticeConfig config;
    config.market.symbolCount = 5;
    config.limits.weightPerMinute = 100'000;
    m_exchange = std::make_unique<RunningExchange>(config);
    QVERIFY(m_exchange->isRunning());
}

void TstPracticeRest::hasTheDocumentedShape_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* path, const char* expected) {
        QTest::newRow(path) << QString::fromLatin1(path) << QString::fromLatin1(expected);
    };
    const char* const ticker = "closeTime:i count:i firstId:i highPrice:d lastId:i lastPrice:d lastQty:d lowPrice:d openPrice:d "
                               "openTime:i priceChange:d "
                               "priceChangePercent:d quoteVolume:d symbol:s volume:d weightedAvgPrice:d";
    const char* const premium =
        "estimatedSettlePrice:d indexPrice:d interestRate:d lastFundingRate:d markPrice:d nextFundingTime:i symbol:s time:i";
    row("ping", "");
    row("time", "serverTime:i");
    row("exchangeInfo", "assets:a exchangeFilters:a futuresType:s rateLimits:a serverTime:i symbols:a timezone:s");
    row("depth?symbol=BTCUSDT&limit=5", "E:i T:i asks:a bids:a lastUpdateId:i");
    row("trades?symbol=BTCUSDT&limit=3", "id:i isBuyerMaker:b isRPITrade:b price:d qty:d quoteQty:d time:i");
    row("aggTrades?symbol=BTCUSDT&limit=3", "T:i a:i f:i l:i m:b nq:d p:d q:d");
    row("klines?symbol=BTCUSDT&interval=1m&limit=2", "idddddididdd");
    row("continuousKlines?pair=BTCUSDT&contractType=PERPETUAL&interval=1m&limit=2", "idddddididdd");
    row("markPriceKlines?symbol=BTCUSDT&interval=1m&limit=2", "idddddididdd");
    row("indexPriceKlines?pair=BTCUSDT&interval=1m&limit=2", "idddddididdd");
    row("premiumIndexKlines?symbol=BTCUSDT&interval=1m&limit=2", "idddddididdd");
    row("premiumIndex?symbol=BTCUSDT", premium);
    row("premiumIndex", premium);
    row("fundingRate?symbol=BTCUSDT&limit=2", "fundingRate:d fundingTime:i markPrice:d rateType:s symbol:s");
    row("ticker/24hr?symbol=BTCUSDT", ticker);
    row("ticker/24hr", ticker);
    row("ticker/price?symbol=BTCUSDT", "price:d symbol:s time:i");
    row("/fapi/v2/ticker/price", "price:d symbol:s time:i");
    row("ticker/bookTicker?symbol=BTCUSDT", "askPrice:d askQty:d bidPrice:d bidQty:d lastUpdateId:i symbol:s time:i");
    row("openInterest?symbol=BTCUSDT", "openInterest:d symbol:s time:i");
    row("/futures/data/openInterestHist?symbol=BTCUSDT&period=5m&limit=3",
        "sumOpenInterest:d sumOpenInterestValue:d symbol:s timestamp:i");
}

void TstPracticeRest::hasTheDocumentedShape()
{
    QFETCH(QString, path);
    QFETCH(QString, expected);
    const Answer answer = m_exchange->get(path);
    QCOMPARE(answer.status, 200);
    QVERIFY2(!answer.json().isNull(), answer.body.left(200).constData());
    if (answer.json().isArray())
        QVERIFY(!answer.array().isEmpty());
    QCOMPARE(shapeOf(answer.json().isArray() ? answer.array().first() : QJsonValue(answer.object())), expected);
}

void TstPracticeRest::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    const auto row = [](const char* path, int status, int code) {
        QTest::newRow(path) << QString::fromLatin1(path) << status << code;
    };
    row("depth", 400, -1102);
    row("depth?symbol=", 400, -1102);
    row("depth?symbol=NOPE", 400, -1121);
    row("depth?symbol=btcusdt", 400, -1121);
    row("depth?symbol=BTCUSDT&limit=7", 400, -1130);
    row("depth?symbol=BTCUSDT&limit=abc", 400, -1100);
    row("klines?symbol=BTCUSDT", 400, -1102);
    row("klines?symbol=BTCUSDT&interval=7h", 400, -1120);
    row("klines?symbol=BTCUSDT&interval=1s", 400, -1120);
    row("klines?symbol=BTCUSDT&interval=1m&limit=0", 400, -1130);
    row("klines?symbol=BTCUSDT&interval=1m&limit=-5", 400, -1100);
    row("klines?symbol=BTCUSDT&interval=1m&startTime=1e9", 400, -1100);
    row("klines?symbol=BTCUSDT&interval=1m&startTime=5000&endTime=4000", 400, -1130);
    row("klines?symbol=BTCUSDT&interval=1m&startTime=99999999999999999999", 400, -1100);
    row("continuousKlines?pair=BTCUSDT&interval=1m", 400, -1102);
    row("aggTrades?symbol=BTCUSDT&startTime=1767600000000&endTime=1767610000000", 400, -1127);
    row("ticker/24hr?symbol=NOPE", 400, -1121);
    row("nothing", 404, -5000);
    row("/api/v3/time", 404, -5000);
}

void TstPracticeRest::saysWhatIsWrong()
{
    QFETCH(QString, path);
    QFETCH(int, status);
    QFETCH(int, code);
    const Answer answer = m_exchange->get(path);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.object()[QLatin1String("code")].toInt(), code);
    QVERIFY(!answer.object()[QLatin1String("msg")].toString().isEmpty());
}

void TstPracticeRest::listsFilters()
{
    const QJsonObject info = m_exchange->get(QStringLiteral("exchangeInfo")).object();
    const QJsonArray symbols = info[QLatin1String("symbols")].toArray();
    QCOMPARE(symbols.size(), 5);
    for (const QJsonValue& symbol : symbols) {
        QStringList types;
        for (const QJsonValue& filter : symbol[QLatin1String("filters")].toArray())
            types += filter[QLatin1String("filterType")].toString();
        QCOMPARE(types,
                 QStringLiteral("PRICE_FILTER LOT_SIZE MARKET_LOT_SIZE MAX_NUM_ORDERS MIN_NOTIONAL PERCENT_PRICE")
                     .split(QLatin1Char(' ')));
        QCOMPARE(symbol[QLatin1String("status")].toString(), QStringLiteral("TRADING"));
        QCOMPARE(symbol[QLatin1String("contractType")].toString(), QStringLiteral("PERPETUAL"));
    }
}

void TstPracticeRest::servesKlinesOfEveryInterval_data()
{
    QTest::addColumn<QString>("interval");
    for (const Interval interval : venueIntervals())
        QTest::newRow(toString(interval).c_str()) << QString::fromStdString(toString(interval));
}

void TstPracticeRest::servesKlinesOfEveryInterval()
{
    QFETCH(QString, interval);
    const auto parsed = parseInterval(interval.toStdString());
    QVERIFY(parsed);
    const QString begin = QString::number(originMillis - qint64{3} * 365 * 86'400'000); // three years back
    for (const QString& range : {QStringLiteral("&limit=20"), QStringLiteral("&limit=20&startTime=") + begin}) {
        const QJsonArray klines = m_exchange->get(QStringLiteral("klines?symbol=ETHUSDT&interval=") + interval + range).array();
        QVERIFY(klines.size() >= 10);
        Timestamp expected = Timestamp::fromMillis(klines[0][0].toInteger());
        for (const QJsonValue& kline : klines) {
            QCOMPARE(kline[0].toInteger(), expected.millis());
            expected = nextOpenTime(*parsed, expected);
            QCOMPARE(kline[6].toInteger(), expected.millis() - 1);
            const double open = kline[1].toString().toDouble(), high = kline[2].toString().toDouble(),
                         low = kline[3].toString().toDouble();
            QVERIFY(low > 0 && low <= open && open <= high);
        }
    }
}

void TstPracticeRest::pagesThroughKlines()
{
    const qint64 from = originMillis - 300 * 60'000;
    const auto ask = [&](qint64 start, int limit) {
        return m_exchange
            ->get(QStringLiteral("klines?symbol=BTCUSDT&interval=1m&startTime=%1&endTime=%2&limit=%3")
                      .arg(start)
                      .arg(originMillis - 60'000)
                      .arg(limit))
            .array();
    };
    const QJsonArray whole = ask(from, 1'000);
    QCOMPARE(whole.size(), 300);
    QJsonArray pieces;
    for (qint64 start = from; pieces.size() < whole.size(); start = pieces.last()[0].toInteger() + 60'000)
        for (const QJsonValue& kline : ask(start, 70))
            pieces.append(kline);
    QCOMPARE(pieces, whole);
}

void TstPracticeRest::agreesAcrossEndpoints()
{
    const qint64 open = originMillis - 5 * 60'000;
    const QString range = QStringLiteral("&startTime=%1&endTime=%2").arg(open).arg(open + 59'999);
    QJsonArray trades = m_exchange->get(QStringLiteral("aggTrades?symbol=BTCUSDT&limit=1000") + range).array();
    while (trades.last()[QLatin1String("T")].toInteger() < open + 60'000) {
        const qint64 next = trades.last()[QLatin1String("a")].toInteger() + 1;
        for (const QJsonValue& trade :
             m_exchange->get(QStringLiteral("aggTrades?symbol=BTCUSDT&limit=1000&fromId=%1").arg(next)).array())
            trades.append(trade);
    }
    while (trades.last()[QLatin1String("T")].toInteger() >= open + 60'000)
        trades.removeLast();
    const QJsonArray klines = m_exchange->get(QStringLiteral("klines?symbol=BTCUSDT&interval=1m") + range).array();
    QCOMPARE(klines.size(), 1);
    QCOMPARE(klines[0][8].toInteger(), static_cast<qint64>(trades.size()));
    QCOMPARE(klines[0][1].toString(), trades.first()[QLatin1String("p")].toString());
    QCOMPARE(klines[0][4].toString(), trades.last()[QLatin1String("p")].toString());
    for (qsizetype i = 1; i < trades.size(); ++i)
        QCOMPARE(trades[i][QLatin1String("a")].toInteger(), trades[i - 1][QLatin1String("a")].toInteger() + 1);
}

void TstPracticeRest::isTheSameForTheSameSeed()
{
    const QString path = QStringLiteral("klines?symbol=BTCUSDT&interval=1h&limit=200&endTime=%1").arg(originMillis - 1);
    PracticeConfig config;
    config.market.symbolCount = 2;
    RunningExchange same(config);
    config.market.seed = 2;
    RunningExchange other(config);
    const QByteArray here = m_exchange->get(path).body;
    QCOMPARE(same.get(path).body, here);
    QVERIFY(other.get(path).body != here);
}

void TstPracticeRest::refusesAPortInUse()
{
    PracticeConfig config;
    config.port = m_exchange->address().port;
    config.market.symbolCount = 1;
    PracticeExchange second(config);
    const auto address = second.start();
    QVERIFY(!address);
    QCOMPARE(address.error().code, Errc::Busy);
}

SPREADLINE_TEST(TstPracticeRest)
#include "tst_practice_rest.moc"
