// SPDX-License-Identifier: GPL-3.0-or-later
#include "running_exchange.h"
#include "test_main.h"

#include <QSet>
#include <QTemporaryFile>

using namespace spreadline;
using namespace spreadline::practice;
using namespace spreadline::practice::test;

namespace {

using Check = std::function<bool(StreamClient&)>;

PracticeConfig small(double speed = 1) // enough of everything for a short test
{
    PracticeConfig config;
    config.market.symbolCount = 3;
    config.market.messagesPerSecond = 600;
    config.market.speed = speed;
    return config;
}

/// At its natural rate, for a clock that runs fast.
PracticeConfig quiet(double speed)
{
    PracticeConfig config = small(speed);
    config.market.messagesPerSecond = 0;
    return config;
}

bool anyText(const StreamClient& client, const char* part)
{
    return std::any_of(client.texts.begin(), client.texts.end(),
                       [part](const QString& text) { return text.contains(QLatin1String(part)); });
}

QList<qint64> numbers(const StreamClient& client, const QString& stream, const char* key)
{
    QList<qint64> list;
    for (const QJsonValue& message : client.of(stream))
        list += message[QLatin1String(key)].toInteger();
    return list;
}

} // namespace

class TstPracticeFaults final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesBadOrders_data();
    void refusesBadOrders();
    void spoilsStreams_data();
    void spoilsStreams();
    void spoilsAnswers_data();
    void spoilsAnswers();
    void countsAndHeals();
    void closesAfterSubscribing();
    void mutesUntilSubscribedAnew();
    void dropsTheAcknowledgement();
    void lagsAndComesLate();
    void takesFalseLevelsBack();
    void resetsUpdateIds();
    void givesAnOldSnapshot();
    void closesKlinesWrongly_data();
    void closesKlinesWrongly();
    void actsAtOnce();
    void floods();
    void beginsWithAFile();
    void isTheSameForTheSameSeed();
};

void TstPracticeFaults::refusesBadOrders_data()
{
    QTest::addColumn<QByteArray>("order");
    QTest::newRow("not JSON") << QByteArray("{");
    QTest::newRow("unknown verb") << QByteArray(R"({"verb":"no.such"})");
    QTest::newRow("no verb") << QByteArray("{}");
    QTest::newRow("bad probability") << QByteArray(R"({"verb":"ws.drop","p":2})");
    QTest::newRow("bad count") << QByteArray(R"({"verb":"ws.drop","count":-7})");
}

void TstPracticeFaults::refusesBadOrders()
{
    QFETCH(QByteArray, order);
    RunningExchange exchange(small());
    const Answer answer = exchange.control(order);
    QCOMPARE(answer.status, 400);
    QVERIFY(!answer.object()[QLatin1String("msg")].toString().isEmpty());
}

void TstPracticeFaults::spoilsStreams_data()
{
    QTest::addColumn<QByteArray>("order");
    QTest::addColumn<Check>("happened");
    const auto row = [](const char* name, const char* order, Check check) {
        QTest::newRow(name) << QByteArray(order) << std::move(check);
    };
    const QString depth = QStringLiteral("btcusdt@depth@100ms"), trade = QStringLiteral("btcusdt@trade");
    const auto puBreaks = [depth](StreamClient& client) {
        const auto u = numbers(client, depth, "u"), pu = numbers(client, depth, "pu");
        for (qsizetype i = 1; i < u.size(); ++i)
            if (pu[i] != u[i - 1])
                return true;
        return false;
    };
    const auto repeats = [trade](StreamClient& client) {
        const auto ids = numbers(client, trade, "t");
        return QSet<qint64>(ids.begin(), ids.end()).size() < ids.size();
    };
    const auto disorder = [trade](StreamClient& client) {
        const auto ids = numbers(client, trade, "t");
        return !std::is_sorted(ids.begin(), ids.end());
    };
    const auto tradeHole = [trade](StreamClient& client) {
        const auto ids = numbers(client, trade, "t");
        return ids.size() > 2 && ids.back() - ids.front() > ids.size() - 1;
    };
    const auto closed = [](int code) { return [code](StreamClient& client) { return client.closeCode == code; }; };
    const auto crossed = [depth](StreamClient& client) {
        for (const QJsonValue& message : client.of(depth)) {
            double bid = 0, ask = 1e99;
            for (const QJsonValue& level : message[QLatin1String("b")].toArray())
                if (level[1].toString().toDouble() > 0)
                    bid = std::max(bid, level[0].toString().toDouble());
            for (const QJsonValue& level : message[QLatin1String("a")].toArray())
                if (level[1].toString().toDouble() > 0)
                    ask = std::min(ask, level[0].toString().toDouble());
            if (bid >= ask)
                return true;
        }
        return false;
    };
    row("ws.drop", R"({"verb":"ws.drop","match":"depth","count":1})", puBreaks);
    row("ws.dup", R"({"verb":"ws.dup","match":"trade","p":0.5})", repeats);
    row("ws.reorder", R"({"verb":"ws.reorder","match":"trade","k":5})", disorder);
    row("ws.trunc", R"({"verb":"ws.trunc","bytes":37})", [](StreamClient& client) {
        return std::any_of(client.texts.begin(), client.texts.end(), [](const QString& text) { return text.size() == 37; });
    });
    row("ws.mutate", R"({"verb":"ws.mutate","how":"array"})",
        [](StreamClient& client) { return anyText(client, "\"s\":[1,2]"); });
    row("ws.extra", R"({"verb":"ws.extra"})",
        [](StreamClient& client) { return anyText(client, "neverHeardOfIt") && anyText(client, "\"zz\""); });
    row("ws.opcode", R"({"verb":"ws.opcode","count":1})", [](StreamClient& client) { return client.binaries.size() == 1; });
    row("ws.opcode reserved", R"({"verb":"ws.opcode","how":"reserved","count":1})", closed(1002));
    row("ws.opcode utf8", R"({"verb":"ws.opcode","how":"utf8","count":1})", closed(1007));
    row("ws.big", R"({"verb":"ws.big","bytes":8000000,"count":1})", closed(1009));
    row("ws.big in fragments", R"({"verb":"ws.big","bytes":8000000,"fragments":1000,"count":1})", closed(1009));
    row("ws.close", R"({"verb":"ws.close","code":1011,"count":1})", closed(1011));
    row("ws.close 4000", R"({"verb":"ws.close","code":4000,"count":1})", closed(4000));
    row("ws.close 1006", R"({"verb":"ws.close","code":1006,"count":1})",
        [](StreamClient& client) { return client.closeCode.has_value(); });
    row("ws.reset", R"({"verb":"ws.reset","count":1})", [](StreamClient& client) { return client.closeCode.has_value(); });
    row("book.gap", R"({"verb":"book.gap","count":1})", puBreaks);
    row("book.cross", R"({"verb":"book.cross"})", crossed);
    row("book.lock", R"({"verb":"book.lock"})", crossed);
    row("book.ghost", R"({"verb":"book.ghost","count":1})", [](StreamClient& client) { return !client.texts.isEmpty(); });
    row("book.wide", R"({"verb":"book.wide","levels":5000,"count":1})", [depth](StreamClient& client) {
        const QJsonArray messages = client.of(depth);
        return std::any_of(messages.begin(), messages.end(),
                           [](const QJsonValue& message) { return message[QLatin1String("b")].toArray().size() > 4'000; });
    });
    row("md.price", R"({"verb":"md.price","match":"trade","v":"1e400"})",
        [](StreamClient& client) { return anyText(client, "\"p\":\"1e400\""); });
    row("md.spike", R"({"verb":"md.spike","count":1,"after":2})", [trade](StreamClient& client) {
        double most = 0, least = 1e99;
        for (const QJsonValue& message : client.of(trade)) {
            most = std::max(most, message[QLatin1String("p")].toString().toDouble());
            least = std::min(least, message[QLatin1String("p")].toString().toDouble());
        }
        return most > 500 * least;
    });
    row("trade.gap", R"({"verb":"trade.gap","count":1,"after":2})", tradeHole);
    row("trade.dup", R"({"verb":"trade.dup","count":1})", repeats);
    row("trade.reorder", R"({"verb":"trade.reorder","count":1})", disorder);
}

void TstPracticeFaults::spoilsStreams()
{
    QFETCH(QByteArray, order);
    QFETCH(Check, happened);
    RunningExchange exchange(small());
    StreamClient client(exchange, QStringLiteral("/public/stream?streams=btcusdt@depth@100ms/btcusdt@trade"));
    QTRY_VERIFY(client.of(QStringLiteral("btcusdt@depth@100ms")).size() > 1
                && client.of(QStringLiteral("btcusdt@trade")).size() > 1);
    QCOMPARE(exchange.control(order).status, 200);
    QTRY_VERIFY(happened(client));
    const QString verb = QJsonDocument::fromJson(order).object()[QLatin1String("verb")].toString();
    QTRY_VERIFY(exchange.fired(verb) >= 1);
}

void TstPracticeFaults::spoilsAnswers_data()
{
    using AnswerCheck = std::function<bool(const Answer&)>;
    QTest::addColumn<QByteArray>("order");
    QTest::addColumn<QString>("path");
    QTest::addColumn<AnswerCheck>("happened");
    const auto row = [](const char* name, const char* order, const char* path, AnswerCheck check) {
        QTest::newRow(name) << QByteArray(order) << QString::fromLatin1(path) << std::move(check);
    };
    const auto failed = [](const Answer& answer) { return answer.status == 0 && answer.error != QNetworkReply::NoError; };
    row("429 with header", R"({"verb":"http.status","status":429,"retryAfter":7})", "time", [](const Answer& answer) {
        return answer.status == 429 && answer.headers.value("retry-after") == "7"
            && answer.object()[QLatin1String("code")].toInt() == -1003;
    });
    row("429 without header", R"({"verb":"http.status","status":429})", "time",
        [](const Answer& answer) { return answer.status == 429 && !answer.headers.contains("retry-after"); });
    row("418", R"({"verb":"http.status","status":418,"retryAfter":120})", "time",
        [](const Answer& answer) { return answer.status == 418; });
    row("503", R"({"verb":"http.status","status":503,"code":-1001,"msg":"Internal error"})", "time",
        [](const Answer& answer) { return answer.status == 503 && answer.object()[QLatin1String("code")].toInt() == -1001; });
    row("502", R"({"verb":"http.status","status":502})", "time", [](const Answer& answer) { return answer.status == 502; });
    row("403html", R"({"verb":"http.403html"})", "time",
        [](const Answer& answer) { return answer.status == 403 && answer.body.contains("<html>"); });
    row("html", R"({"verb":"http.html","status":200})", "time",
        [](const Answer& answer) { return answer.status == 200 && answer.body.contains("<html>"); });
    row("trunc", R"({"verb":"http.trunc","bytes":5})", "time",
        [](const Answer& answer) { return answer.error == QNetworkReply::RemoteHostClosedError; });
    row("chunked", R"({"verb":"http.chunked"})", "time", [](const Answer& answer) { return !answer.json().isObject(); });
    row("gzip", R"({"verb":"http.gzip","bytes":30000000})", "time",
        [](const Answer& answer) { return answer.error != QNetworkReply::NoError || answer.body.size() == 30'000'000; });
    row("302", R"({"verb":"http.302","location":"http://127.0.0.1:1/x"})", "time",
        [](const Answer& answer) { return answer.status == 302 && answer.headers.value("location") == "http://127.0.0.1:1/x"; });
    row("lost before", R"({"verb":"http.lost_before"})", "time", failed);
    row("lost after", R"({"verb":"http.lost_after"})", "time", failed);
    row("hold", R"({"verb":"http.hold"})", "time", failed);
    row("time.lie", R"({"verb":"time.lie","ms":60000})", "time",
        [](const Answer& answer) { return answer.object()[QLatin1String("serverTime")].toInteger() > originMillis + 59'000; });
    row("sym.status", R"({"verb":"sym.status","symbol":"BTCUSDT","status":"BREAK"})", "exchangeInfo", [](const Answer& answer) {
        const QJsonArray symbols = answer.object()[QLatin1String("symbols")].toArray();
        return symbols[0][QLatin1String("status")].toString() == QLatin1String("BREAK")
            && symbols[1][QLatin1String("status")].toString() == QLatin1String("TRADING");
    });
    row("sym.weird", R"({"verb":"sym.weird"})", "exchangeInfo", [](const Answer& answer) {
        return answer.object()[QLatin1String("symbols")].toArray().size() > 3 && answer.body.contains("<b>BOLD</b>");
    });
    row("filters.change", R"({"verb":"filters.change","symbol":"BTCUSDT","tickSize":"0.50"})", "exchangeInfo",
        [](const Answer& answer) {
            return answer.object()[QLatin1String("symbols")][0][QLatin1String("filters")][0][QLatin1String("tickSize")].toString()
                == QLatin1String("0.50");
        });
    row("info.big", R"({"verb":"info.big","symbols":2000})", "exchangeInfo",
        [](const Answer& answer) { return answer.object()[QLatin1String("symbols")].toArray().size() == 2'003; });
}

void TstPracticeFaults::spoilsAnswers()
{
    QFETCH(QByteArray, order);
    QFETCH(QString, path);
    QFETCH(std::function<bool(const Answer&)>, happened);
    RunningExchange exchange(small());
    QCOMPARE(exchange.control(order).status, 200);
    const Answer answer = exchange.get(path, 800);
    QVERIFY2(happened(answer), (QByteArray::number(answer.status) + ' ' + answer.body.left(200)).constData());
    const QString verb = QJsonDocument::fromJson(order).object()[QLatin1String("verb")].toString();
    QVERIFY(exchange.fired(verb) >= 1);
    QCOMPARE(exchange.control("", QStringLiteral("/heal")).status, 200);
    const Answer healed = exchange.get(path);
    QCOMPARE(healed.status, 200);
    QVERIFY(healed.json().isObject());
}

void TstPracticeFaults::countsAndHeals()
{
    RunningExchange exchange(small());
    exchange.control(
        R"([{"verb":"http.status","status":500,"match":"time","after":1,"count":2},{"verb":"http.status","status":502,"match":"ping"}])");
    QList<int> statuses;
    for (int i = 0; i < 5; ++i)
        statuses += exchange.get(QStringLiteral("time")).status;
    QCOMPARE(statuses, (QList<int>{200, 500, 500, 200, 200}));
    QCOMPARE(exchange.get(QStringLiteral("ping")).status, 502);
    QCOMPARE(exchange.fired(QStringLiteral("http.status")), 3);
    exchange.control("", QStringLiteral("/heal"));
    QCOMPARE(exchange.get(QStringLiteral("ping")).status, 200);
    const QJsonArray requests = exchange.truth(QStringLiteral("requests"))[QLatin1String("requests")].toArray();
    QCOMPARE(requests.size(), 7);
    QCOMPARE(requests[1][QLatin1String("status")].toInt(), 500);
    QCOMPARE(requests[1][QLatin1String("request")].toString(), QStringLiteral("GET /fapi/v1/time"));
}

void TstPracticeFaults::closesAfterSubscribing()
{
    RunningExchange exchange(small());
    exchange.control(R"({"verb":"ws.close","after":"sub","code":1001,"count":1})");
    StreamClient client(exchange, QStringLiteral("/public/ws"));
    QVERIFY(client.waitOpen());
    client.send(R"({"method":"SUBSCRIBE","params":["btcusdt@depth"],"id":1})");
    QTRY_VERIFY(client.closeCode);
    QCOMPARE(*client.closeCode, 1001);
    QCOMPARE(client.replies().size(), 1);
    QCOMPARE(exchange.fired(QStringLiteral("ws.close.sub")), 1);
}

void TstPracticeFaults::mutesUntilSubscribedAnew()
{
    RunningExchange exchange(small());
    const QString depth = QStringLiteral("btcusdt@depth@100ms"), trade = QStringLiteral("btcusdt@trade");
    StreamClient client(exchange, QStringLiteral("/public/stream?streams=btcusdt@depth@100ms/btcusdt@trade"));
    QTRY_VERIFY(!client.of(depth).isEmpty());
    exchange.control(R"({"verb":"ws.mute","match":"depth","count":1})");
    QTRY_COMPARE(exchange.fired(QStringLiteral("ws.mute")), 1);
    client.forget();
    QTRY_VERIFY(client.of(trade).size() > 30);
    QCOMPARE(client.of(depth).size(), 0);
    client.send(R"({"method":"LIST_SUBSCRIPTIONS","id":1})");
    QTRY_COMPARE(client.replies().size(), 1);
    QCOMPARE(client.replies()[0][QLatin1String("result")].toArray().size(), 2);
    client.send(R"({"method":"UNSUBSCRIBE","params":["btcusdt@depth@100ms"],"id":2})");
    client.send(R"({"method":"SUBSCRIBE","params":["btcusdt@depth@100ms"],"id":3})");
    QTRY_VERIFY(!client.of(depth).isEmpty());
}

void TstPracticeFaults::dropsTheAcknowledgement()
{
    RunningExchange exchange(small());
    exchange.control(R"([{"verb":"ws.suback","how":"drop","count":1},{"verb":"ws.suback","how":"error","count":1}])");
    StreamClient client(exchange, QStringLiteral("/public/ws"));
    QVERIFY(client.waitOpen());
    for (int id = 1; id <= 3; ++id)
        client.send(QByteArray(R"({"method":"SUBSCRIBE","params":["btcusdt@depth@100ms"],"id":%1})")
                        .replace("%1", QByteArray::number(id))
                        .constData());
    QTRY_COMPARE(client.replies().size(), 2);
    QVERIFY(client.replies()[0].toObject().contains(QLatin1String("error")));
    QCOMPARE(client.replies()[0][QLatin1String("id")].toInt(), 2);
    QVERIFY(client.replies()[1][QLatin1String("result")].isNull());
    QTRY_VERIFY(!client.of(QStringLiteral("depthUpdate")).isEmpty());
}

void TstPracticeFaults::lagsAndComesLate()
{
    RunningExchange exchange(small());
    const QString trade = QStringLiteral("btcusdt@trade");
    exchange.control(R"({"verb":"ws.late","ms":700})");
    StreamClient client(exchange, QStringLiteral("/public/stream?streams=btcusdt@trade"));
    QVERIFY(client.waitOpen());
    QVERIFY(!QTest::qWaitFor([&] { return !client.texts.isEmpty(); }, 400));
    QTRY_VERIFY(client.of(trade).size() > 20);
    const auto ids = numbers(client, trade, "t");
    QVERIFY(std::is_sorted(ids.begin(), ids.end()));
}

void TstPracticeFaults::takesFalseLevelsBack()
{
    RunningExchange exchange(small());
    const QString depth = QStringLiteral("btcusdt@depth@100ms");
    StreamClient client(exchange, QStringLiteral("/public/stream?streams=") + depth);
    QTRY_VERIFY(client.of(depth).size() > 2);
    exchange.control(R"({"verb":"book.cross","ticks":500,"count":2})");
    QTRY_COMPARE(exchange.fired(QStringLiteral("book.cross")), 2);
    const qsizetype then = client.of(depth).size();
    QTRY_VERIFY(client.of(depth).size() > then + 2);
    QHash<QString, double> bids;
    for (const QJsonValue& message : client.of(depth))
        for (const QJsonValue& level : message[QLatin1String("b")].toArray())
            bids[level[0].toString()] = level[1].toString().toDouble();
    const double ask = exchange.get(QStringLiteral("ticker/bookTicker?symbol=BTCUSDT"))
                           .object()[QLatin1String("askPrice")]
                           .toString()
                           .toDouble();
    for (auto it = bids.begin(); it != bids.end(); ++it)
        QVERIFY2(it.value() == 0 || it.key().toDouble() < ask + 3, qPrintable(it.key()));
}

void TstPracticeFaults::resetsUpdateIds()
{
    RunningExchange exchange(small());
    const QString depth = QStringLiteral("btcusdt@depth@100ms");
    StreamClient client(exchange, QStringLiteral("/public/stream?streams=") + depth);
    QTRY_VERIFY(client.of(depth).size() > 2);
    exchange.control(R"({"verb":"book.reset","match":"BTCUSDT","count":1})");
    QTRY_VERIFY(numbers(client, depth, "u").last() < 100'000);
    QVERIFY(exchange.get(QStringLiteral("depth?symbol=BTCUSDT&limit=5")).object()[QLatin1String("lastUpdateId")].toInteger()
            < 100'000);
    QVERIFY(exchange.get(QStringLiteral("depth?symbol=ETHUSDT&limit=5")).object()[QLatin1String("lastUpdateId")].toInteger()
            > 1'000'000);
}

void TstPracticeFaults::givesAnOldSnapshot()
{
    RunningExchange exchange(small());
    const auto id = [&] {
        return exchange.get(QStringLiteral("depth?symbol=BTCUSDT&limit=5")).object()[QLatin1String("lastUpdateId")].toInteger();
    };
    const qint64 before = id();
    exchange.control(R"({"verb":"book.old_snapshot","match":"BTCUSDT","back":500000,"count":1})");
    QVERIFY(id() < before - 400'000);
    QVERIFY(id() >= before);
}

void TstPracticeFaults::closesKlinesWrongly_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<int>("closes"); // of the bar it happens to
    QTest::newRow("twice") << QStringLiteral("kline.twice") << 2;
    QTest::newRow("never") << QStringLiteral("kline.never") << 0;
    QTest::newRow("early") << QStringLiteral("kline.early") << 1;
}

void TstPracticeFaults::closesKlinesWrongly()
{
    QFETCH(QString, verb);
    QFETCH(int, closes);
    RunningExchange exchange(quiet(90));
    const QString stream = QStringLiteral("btcusdt@kline_1m");
    exchange.control("{\"verb\":\"" + verb.toUtf8() + "\",\"count\":1,\"ms\":20000}");
    StreamClient client(exchange, QStringLiteral("/market/stream?streams=") + stream);
    QTRY_COMPARE(exchange.fired(verb), 1);
    const qint64 bar = originMillis; // the first bar of the test
    const auto count = [&](qint64 open, bool closed) {
        int found = 0;
        for (const QJsonValue& message : client.of(stream))
            found += message[QLatin1String("k")][QLatin1String("t")].toInteger() == open
                && message[QLatin1String("k")][QLatin1String("x")].toBool() == closed;
        return found;
    };
    QTRY_VERIFY(count(bar + 60'000, true) == 1);
    QCOMPARE(count(bar, true), closes);
    if (verb == QLatin1String("kline.early"))
        QVERIFY(count(bar, false) > 0);
}

void TstPracticeFaults::actsAtOnce()
{
    RunningExchange exchange(quiet(1));
    StreamClient first(exchange, QStringLiteral("/public/ws/btcusdt@depth@100ms")),
        second(exchange, QStringLiteral("/public/ws/btcusdt@depth@100ms"));
    QTRY_VERIFY(!first.texts.isEmpty() && !second.texts.isEmpty());
    exchange.control(R"({"verb":"ws.ping","payload":"probe"})");
    QTRY_COMPARE(exchange.truth(QStringLiteral("connections"))[QLatin1String("connections")][1][QLatin1String("pongs")].toInt(),
                 1);
    exchange.control(R"({"verb":"clock.skew","ms":-60000})");
    QVERIFY(exchange.get(QStringLiteral("time")).object()[QLatin1String("serverTime")].toInteger() < originMillis - 40'000);
    exchange.control("", QStringLiteral("/heal"));
    QVERIFY(exchange.get(QStringLiteral("time")).object()[QLatin1String("serverTime")].toInteger() >= originMillis);
    exchange.control(R"({"verb":"time.scale","speed":288})");
    QTRY_VERIFY(exchange.get(QStringLiteral("time")).object()[QLatin1String("serverTime")].toInteger() > originMillis + 120'000);
    exchange.control(R"({"verb":"time.scale","speed":1})");
    exchange.control(R"({"verb":"ws.shutdown","ms":100})");
    QTRY_VERIFY(first.closeCode && second.closeCode);
    QVERIFY(anyText(first, "serverShutdown"));
    QCOMPARE(*first.closeCode, 1001);
    StreamClient third(exchange, QStringLiteral("/public/ws/btcusdt@depth@100ms"));
    QTRY_VERIFY(!third.texts.isEmpty());
    exchange.control(R"({"verb":"session.24h"})");
    QTRY_VERIFY(third.closeCode);
    QCOMPARE(*third.closeCode, 1001);
}

void TstPracticeFaults::floods()
{
    RunningExchange exchange(small());
    StreamClient client(exchange, QStringLiteral("/public/ws/btcusdt@bookTicker"));
    QTRY_VERIFY(!client.texts.isEmpty());
    exchange.control(R"({"verb":"md.rate","rate":5000})");
    QTRY_VERIFY(client.texts.size() > 2'000);
}

void TstPracticeFaults::beginsWithAFile()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write(R"([{"verb":"http.status","status":500,"count":1}])");
    file.flush();
    PracticeConfig config = small();
    config.faultsFile = file.fileName().toStdString();
    RunningExchange exchange(config);
    QCOMPARE(exchange.get(QStringLiteral("time")).status, 500);
    QCOMPARE(exchange.get(QStringLiteral("time")).status, 200);
    file.write("broken");
    file.flush();
    PracticeExchange broken(config);
    const auto address = broken.start();
    QVERIFY(!address);
    QCOMPARE(address.error().code, Errc::BadConfig);
}

void TstPracticeFaults::isTheSameForTheSameSeed()
{
    const auto play = [](int seed) {
        RunningExchange exchange(small());
        exchange.control("{\"verb\":\"http.status\",\"status\":500,\"p\":0.5,\"seed\":" + QByteArray::number(seed) + "}");
        QList<int> statuses;
        for (int i = 0; i < 40; ++i)
            statuses += exchange.get(QStringLiteral("time")).status;
        return statuses;
    };
    QCOMPARE(play(7), play(7));
    QVERIFY(play(7) != play(8));
}

SPREADLINE_TEST(TstPracticeFaults)
#include "tst_practice_faults.moc"
