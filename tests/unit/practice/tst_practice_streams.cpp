// SPDX-License-Identifier: GPL-3.0-or-later
#include "running_exchange.h"
#include "test_main.h"

#include "base/hash.h"

#include <QNetworkProxy>
#include <QTcpSocket>

#include <map>

using namespace spreadline;
using namespace spreadline::practice;
using namespace spreadline::practice::test;
using namespace std::chrono_literals;

class TstPracticeStreams final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sendsTheDocumentedShape_data();
    void sendsTheDocumentedShape();
    void isSilentOnTheWrongRoute();
    void refusesUnknownEndpoints();
    void answersControlMessages_data();
    void answersControlMessages();
    void subscribesAndUnsubscribes();
    void switchesToCombined();
    void bookFollowsTheDocumentedAlgorithm();
    void slowerDepthEqualsFasterDepth();
    void bookTickerAgreesWithDepth();
    void tradesHaveNoHole();
    void klineClosesOnce();
    void closesOnTooManyMessages();
    void closesOnTooManyStreams();
    void closesOnBinary();
    void closesAfter24Hours();
    void pingsAndDropsTheSilent();
};

namespace {

PracticeConfig small(double speed = 1)
{
    PracticeConfig config;
    config.market.symbolCount = 3;
    config.market.messagesPerSecond = 600; // enough trades for a short test
    config.market.speed = speed;
    return config;
}

using Side = std::map<std::int64_t, std::int64_t>;
struct Book {
    Side bids, asks;
    std::int64_t updateId = 0;
    bool operator==(const Book&) const = default;
};

void applySide(Side& side, const QJsonValue& levels)
{
    for (const QJsonValue& level : levels.toArray()) {
        const auto price = readMantissa(level[0].toString().toStdString(), 8),
                   quantity = readMantissa(level[1].toString().toStdString(), 8);
        if (*quantity == 0)
            side.erase(*price);
        else
            side[*price] = *quantity;
    }
}

void apply(Book& book, const QJsonValue& message)
{
    applySide(book.bids, message[QLatin1String("b")]);
    applySide(book.asks, message[QLatin1String("a")]);
    book.updateId = message[QLatin1String("u")].toInteger();
}

/// ShadowBook::hash() of a book kept at eight decimals, for an instrument of these scales.
std::uint64_t hashOf(const Book& book, int priceScale, int quantityScale)
{
    StateHash hash;
    std::int64_t priceUnit = 1, quantityUnit = 1;
    for (int i = priceScale; i < 8; ++i)
        priceUnit *= 10;
    for (int i = quantityScale; i < 8; ++i)
        quantityUnit *= 10;
    int count = 0;
    for (auto it = book.bids.rbegin(); it != book.bids.rend() && count < 20; ++it, ++count) {
        hash.add(it->first / priceUnit);
        hash.add(it->second / quantityUnit);
    }
    count = 0;
    for (auto it = book.asks.begin(); it != book.asks.end() && count < 20; ++it, ++count) {
        hash.add(it->first / priceUnit);
        hash.add(it->second / quantityUnit);
    }
    return hash.value();
}

/// A WebSocket handshake by hand.
void shakeHands(QTcpSocket& socket, const RunningExchange& exchange, const QByteArray& path)
{
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.connectToHost(QStringLiteral("127.0.0.1"), exchange.address().port);
    socket.write("GET " + path
                 + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                   "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
}

} // namespace

void TstPracticeStreams::sendsTheDocumentedShape_data()
{
    QTest::addColumn<QString>("route");
    QTest::addColumn<QString>("stream");
    QTest::addColumn<QString>("keys");
    const auto row = [](const char* route, const char* stream, const char* keys) {
        QTest::newRow(stream) << QString::fromLatin1(route) << QString::fromLatin1(stream) << QString::fromLatin1(keys);
    };
    row("market", "btcusdt@aggTrade", "E T a e f l m nq p q s st");
    row("public", "btcusdt@trade", "E T X e m p q s st t");
    row("market", "btcusdt@kline_1m", "E e k s st");
    row("market", "btcusdt_perpetual@continuousKline_1m", "E ct e k ps st");
    row("public", "btcusdt@bookTicker", "A B E T a b e ps s st u");
    row("public", "btcusdt@depth@100ms", "E T U a b e ps pu s st u");
    row("public", "btcusdt@depth10@100ms", "E T U a b e ps pu s st u");
    row("market", "btcusdt@markPrice@1s", "E P T ap e i p r s st");
    row("market", "btcusdt@ticker", "C E F L O P Q c e h l n o p q s st v w");
    row("market", "btcusdt@miniTicker", "E c e h l o q s st v");
    row("market", "!ticker@arr", "C E F L O P Q c e h l n o p q s st v w");
    row("market", "!miniTicker@arr", "E c e h l o q s st v");
    row("market", "!markPrice@arr@1s", "E P T ap e i p r s st");
}

void TstPracticeStreams::sendsTheDocumentedShape()
{
    QFETCH(QString, route);
    QFETCH(QString, stream);
    QFETCH(QString, keys);
    RunningExchange exchange(small(4)); // the slowest of these come every two seconds
    StreamClient client(exchange, QStringLiteral("/%1/stream?streams=%2").arg(route, stream));
    QTRY_VERIFY(!client.of(stream).isEmpty());
    QJsonValue message = client.of(stream).first();
    if (message.isArray()) {
        QCOMPARE(message.toArray().size(), 3);
        message = message.toArray().first();
    }
    QStringList seen = message.toObject().keys();
    seen.sort();
    QCOMPARE(seen.join(QLatin1Char(' ')), keys);
}

void TstPracticeStreams::isSilentOnTheWrongRoute()
{
    RunningExchange exchange(small());
    StreamClient wrong(exchange, QStringLiteral("/public/stream?streams=btcusdt@aggTrade")),
        unrouted(exchange, QStringLiteral("/ws/btcusdt@kline_1m")),
        right(exchange, QStringLiteral("/market/stream?streams=btcusdt@aggTrade")),
        depth(exchange, QStringLiteral("/ws/btcusdt@depth@100ms"));
    QTRY_VERIFY(right.of(QStringLiteral("btcusdt@aggTrade")).size() > 5);
    QTRY_VERIFY(!depth.texts.isEmpty());
    QVERIFY(wrong.texts.isEmpty() && unrouted.texts.isEmpty());
    unrouted.send(R"({"method":"SUBSCRIBE","params":["ethusdt@aggTrade"],"id":7})");
    QTRY_COMPARE(unrouted.texts.value(0), QStringLiteral("{\"result\":null,\"id\":7}"));
    PracticeConfig lenient = small();
    lenient.streams.lenient = true;
    RunningExchange kind(lenient);
    StreamClient heard(kind, QStringLiteral("/ws/btcusdt@kline_1m"));
    QTRY_VERIFY(!heard.texts.isEmpty());
}

void TstPracticeStreams::refusesUnknownEndpoints()
{
    RunningExchange exchange(small());
    QTcpSocket client;
    shakeHands(client, exchange, "/private/ws/listenkey");
    QTRY_VERIFY(client.bytesAvailable() > 0);
    QVERIFY(client.readAll().startsWith("HTTP/1.1 404"));
}

void TstPracticeStreams::answersControlMessages_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("reply");
    const auto row = [](const char* message, const char* reply) {
        QTest::newRow(message) << QByteArray(message) << QString::fromLatin1(reply);
    };
    row(R"({"method":"SUBSCRIBE","params":["ethusdt@depth"],"id":1})", R"({"result":null,"id":1})");
    row(R"({"method":"SUBSCRIBE","params":["nope@nope"],"id":"text"})", R"({"result":null,"id":"text"})");
    row(R"({"method":"UNSUBSCRIBE","params":["never"],"id":2})", R"({"result":null,"id":2})");
    row(R"({"method":"LIST_SUBSCRIPTIONS","id":3})", R"({"result":["solusdt@nothing"],"id":3})");
    row(R"({"method":"GET_PROPERTY","params":["combined"],"id":4})", R"({"result":false,"id":4})");
    row(R"({"method":"SET_PROPERTY","params":["combined",true],"id":5})", R"({"result":null,"id":5})");
    row(R"({"method":"SET_PROPERTY","params":["combined",1],"id":5})",
        R"({"error":{"code":1,"msg":"Invalid value type: expected Boolean"},"id":5})");
    row(R"({"method":"SET_PROPERTY","params":["other",true],"id":5})", R"({"error":{"code":0,"msg":"Unknown property"},"id":5})");
    row(R"({"method":"SUBSCRIBE","params":"x","id":6})",
        R"({"error":{"code":2,"msg":"Invalid request: params must be a list of stream names"},"id":6})");
    row(R"({"method":"SUBSCRIBE","params":[1],"id":6})",
        R"({"error":{"code":2,"msg":"Invalid request: params must be a list of stream names"},"id":6})");
    row(R"({"id":8})", R"({"error":{"code":2,"msg":"Invalid request: missing field `method`"},"id":8})");
    row(R"({"method":"LIST_SUBSCRIPTIONS","id":-1})",
        R"({"error":{"code":2,"msg":"Invalid request: request ID must be an unsigned integer"}})");
    row(R"([1])", R"({"error":{"code":3,"msg":"Invalid JSON: expected an object"}})");
}

void TstPracticeStreams::answersControlMessages()
{
    QFETCH(QByteArray, message);
    QFETCH(QString, reply);
    RunningExchange exchange(small());
    StreamClient client(exchange, QStringLiteral("/public/ws/solusdt@nothing"));
    QVERIFY(client.waitOpen());
    client.send(message.constData());
    QTRY_VERIFY(!client.texts.isEmpty());
    QCOMPARE(client.texts.first(), reply);
}

void TstPracticeStreams::subscribesAndUnsubscribes()
{
    RunningExchange exchange(small());
    StreamClient client(exchange, QStringLiteral("/public/ws"));
    QVERIFY(client.waitOpen());
    client.send(R"({"method":"SUBSCRIBE","params":["btcusdt@depth@100ms"],"id":1})");
    QTRY_VERIFY(client.of(QStringLiteral("depthUpdate")).size() > 2);
    client.send(R"({"method":"UNSUBSCRIBE","params":["btcusdt@depth@100ms"],"id":2})");
    QTRY_COMPARE(client.replies().size(), 2);
    client.forget();
    client.send(R"({"method":"LIST_SUBSCRIPTIONS","id":3})");
    QTRY_COMPARE(client.replies().size(), 1);
    QVERIFY(!QTest::qWaitFor([&] { return client.texts.size() > 1; }, 400));
    const QJsonObject record = exchange.truth(QStringLiteral("connections"))[QLatin1String("connections")][0].toObject();
    QCOMPARE(record[QLatin1String("controlMessages")].toInt(), 3);
    QVERIFY(record[QLatin1String("subscriptions")].toArray().isEmpty());
    QVERIFY(record[QLatin1String("framesSent")].toInt() > 2);
}

void TstPracticeStreams::switchesToCombined()
{
    RunningExchange exchange(small());
    StreamClient client(exchange, QStringLiteral("/public/ws/btcusdt@depth@100ms"));
    QTRY_VERIFY(!client.of(QStringLiteral("depthUpdate")).isEmpty());
    client.send(R"({"method":"SET_PROPERTY","params":["combined",true],"id":1})");
    QTRY_VERIFY(!client.of(QStringLiteral("btcusdt@depth@100ms")).isEmpty());
}

void TstPracticeStreams::bookFollowsTheDocumentedAlgorithm()
{
    RunningExchange exchange(small());
    const QString stream = QStringLiteral("btcusdt@depth@100ms");
    StreamClient client(exchange, QStringLiteral("/public/stream?streams=") + stream);
    QTRY_VERIFY(client.of(stream).size() > 3);
    const QJsonObject snapshot = exchange.get(QStringLiteral("depth?symbol=BTCUSDT&limit=1000")).object();
    const std::int64_t last = snapshot[QLatin1String("lastUpdateId")].toInteger();
    QTRY_VERIFY(client.of(stream).size() > 15);
    Book book;
    applySide(book.bids, snapshot[QLatin1String("bids")]);
    applySide(book.asks, snapshot[QLatin1String("asks")]);
    std::int64_t previous = 0;
    for (const QJsonValue& message : client.of(stream)) {
        const std::int64_t first = message[QLatin1String("U")].toInteger(), final = message[QLatin1String("u")].toInteger();
        QVERIFY(first <= final);
        if (previous)
            QCOMPARE(static_cast<std::int64_t>(message[QLatin1String("pu")].toInteger()), previous);
        previous = final;
        if (final < last)
            continue;
        QVERIFY(book.updateId != 0 || (first <= last && final >= last) || message[QLatin1String("pu")].toInteger() == last);
        apply(book, message);
        QVERIFY(book.bids.rbegin()->first < book.asks.begin()->first);
    }
    std::map<std::int64_t, QString> hashes;
    for (const QJsonValue& mark :
         exchange.truth(QStringLiteral("books"))[QLatin1String("books")][QLatin1String("BTCUSDT")].toArray())
        hashes[mark[0].toInteger()] = mark[1].toString();
    QVERIFY(hashes.contains(book.updateId));
    QCOMPARE(QString::number(hashOf(book, 2, 3)), hashes[book.updateId]);
}

void TstPracticeStreams::slowerDepthEqualsFasterDepth()
{
    RunningExchange exchange(small());
    const QStringList streams{QStringLiteral("ethusdt@depth@100ms"), QStringLiteral("ethusdt@depth"),
                              QStringLiteral("ethusdt@depth@500ms")};
    StreamClient client(exchange, QStringLiteral("/public/stream?streams=") + streams.join(QLatin1Char('/')));
    QTRY_VERIFY(client.of(streams[2]).size() > 4);
    std::map<std::int64_t, Book> byId;
    Book fast;
    for (const QJsonValue& message : client.of(streams[0])) {
        apply(fast, message);
        byId[fast.updateId] = fast;
    }
    for (const QString& stream : {streams[1], streams[2]}) {
        Book slow;
        std::int64_t previous = 0;
        int compared = 0;
        for (const QJsonValue& message : client.of(stream)) {
            QVERIFY(!previous || message[QLatin1String("pu")].toInteger() == previous);
            apply(slow, message);
            previous = slow.updateId;
            if (const auto same = byId.find(slow.updateId); same != byId.end()) {
                QVERIFY(same->second == slow);
                ++compared;
            }
        }
        QVERIFY2(compared >= 2, qPrintable(stream));
    }
}

void TstPracticeStreams::bookTickerAgreesWithDepth()
{
    RunningExchange exchange(small());
    const QString depth = QStringLiteral("btcusdt@depth20@100ms"), top = QStringLiteral("btcusdt@bookTicker");
    StreamClient client(exchange, QStringLiteral("/public/stream?streams=%1/%2").arg(depth, top));
    QList<std::pair<QJsonValue, QJsonValue>> same; // a depth message and the ticker of the same update
    const auto compare = [&] {
        std::map<std::int64_t, QJsonValue> tops;
        for (const QJsonValue& message : client.of(top))
            tops[message[QLatin1String("u")].toInteger()] = message;
        same.clear();
        for (const QJsonValue& message : client.of(depth))
            if (const auto found = tops.find(message[QLatin1String("u")].toInteger()); found != tops.end())
                same.emplace_back(message, found->second);
        return same.size();
    };
    QTRY_VERIFY(compare() >= 3);
    for (const auto& [levels, ticker] : same) {
        QCOMPARE(levels[QLatin1String("b")].toArray().size(), 20);
        QCOMPARE(levels[QLatin1String("b")][0][0].toString(), ticker[QLatin1String("b")].toString());
        QCOMPARE(levels[QLatin1String("a")][0][1].toString(), ticker[QLatin1String("A")].toString());
    }
}

void TstPracticeStreams::tradesHaveNoHole()
{
    RunningExchange exchange(small());
    const QString stream = QStringLiteral("btcusdt@aggTrade");
    StreamClient client(exchange, QStringLiteral("/market/stream?streams=") + stream);
    QTRY_VERIFY(client.of(stream).size() > 50);
    const QJsonArray trades = client.of(stream);
    for (qsizetype i = 1; i < trades.size(); ++i)
        QCOMPARE(trades[i][QLatin1String("a")].toInteger(), trades[i - 1][QLatin1String("a")].toInteger() + 1);
    const QJsonArray rest =
        exchange.get(QStringLiteral("aggTrades?symbol=BTCUSDT&fromId=%1&limit=50").arg(trades[0][QLatin1String("a")].toInteger()))
            .array();
    QCOMPARE(rest.size(), 50);
    for (qsizetype i = 0; i < rest.size(); ++i)
        for (const char* const key : {"a", "p", "q", "T", "m"})
            QCOMPARE(trades[i][QLatin1String(key)], rest[i][QLatin1String(key)]);
}

void TstPracticeStreams::klineClosesOnce()
{
    RunningExchange exchange(small(120)); // a minute takes half a second
    const QString stream = QStringLiteral("btcusdt@kline_1m");
    StreamClient client(exchange, QStringLiteral("/market/stream?streams=") + stream);
    const auto closedBars = [&] {
        QList<QJsonValue> closed;
        for (const QJsonValue& message : client.of(stream))
            if (message[QLatin1String("k")][QLatin1String("x")].toBool())
                closed += message[QLatin1String("k")];
        return closed;
    };
    QTRY_VERIFY(closedBars().size() >= 4);
    const QList<QJsonValue> closed = closedBars();
    for (qsizetype i = 0; i < closed.size(); ++i) {
        const qint64 open = closed[i][QLatin1String("t")].toInteger();
        if (i > 0)
            QCOMPARE(open, closed[i - 1][QLatin1String("t")].toInteger() + 60'000);
        const QJsonArray rest =
            exchange.get(QStringLiteral("klines?symbol=BTCUSDT&interval=1m&startTime=%1&limit=1").arg(open)).array();
        const QStringList keys{QStringLiteral("o"), QStringLiteral("h"), QStringLiteral("l"), QStringLiteral("c"),
                               QStringLiteral("v")};
        for (qsizetype k = 0; k < keys.size(); ++k)
            QCOMPARE(closed[i][keys[k]].toString(), rest[0][k + 1].toString());
        const QString ids =
            QStringLiteral("aggTrades?symbol=BTCUSDT&limit=1000&startTime=%1&endTime=%2").arg(open).arg(open + 59'999);
        const QJsonArray trades = exchange.get(ids).array();
        QCOMPARE(closed[i][QLatin1String("f")].toInteger(), trades.first()[QLatin1String("a")].toInteger());
    }
}

void TstPracticeStreams::closesOnTooManyMessages()
{
    RunningExchange exchange(small());
    StreamClient client(exchange, QStringLiteral("/public/ws"));
    QVERIFY(client.waitOpen());
    for (int i = 0; i < 11; ++i)
        client.send(QJsonObject{{QStringLiteral("method"), QStringLiteral("LIST_SUBSCRIPTIONS")}, {QStringLiteral("id"), i}});
    QTRY_VERIFY(client.closeCode);
    QCOMPARE(*client.closeCode, 1008);
    QCOMPARE(exchange.truth(QStringLiteral("connections"))[QLatin1String("connections")][0][QLatin1String("mostControlInSecond")]
                 .toInt(),
             11);
}

void TstPracticeStreams::closesOnTooManyStreams()
{
    PracticeConfig config = small();
    config.streams.streamsPerConnection = 4;
    RunningExchange exchange(config);
    StreamClient client(exchange, QStringLiteral("/public/ws"));
    QVERIFY(client.waitOpen());
    client.send(R"({"method":"SUBSCRIBE","params":["a@b","c@d","e@f","g@h"],"id":1})");
    QTRY_COMPARE(client.replies().size(), 1);
    client.send(R"({"method":"SUBSCRIBE","params":["i@j"],"id":2})");
    QTRY_VERIFY(client.closeCode);
    QCOMPARE(*client.closeCode, 1008);
}

void TstPracticeStreams::closesOnBinary()
{
    RunningExchange exchange(small());
    StreamClient client(exchange, QStringLiteral("/public/ws"));
    QVERIFY(client.waitOpen());
    client.socket.sendBinaryMessage("x");
    QTRY_VERIFY(client.closeCode);
    QCOMPARE(*client.closeCode, 1003);
}

void TstPracticeStreams::closesAfter24Hours()
{
    PracticeConfig config = small();
    config.streams.sessionLife = 500ms;
    RunningExchange exchange(config);
    StreamClient client(exchange, QStringLiteral("/public/ws/btcusdt@depth@100ms"));
    QVERIFY(client.waitOpen());
    QTRY_VERIFY(client.closeCode);
    QCOMPARE(*client.closeCode, 1001);
}

void TstPracticeStreams::pingsAndDropsTheSilent()
{
    PracticeConfig config = small();
    config.streams.pingEvery = 100ms;
    config.streams.pongWithin = 1s;
    RunningExchange exchange(config);
    StreamClient answers(exchange, QStringLiteral("/public/ws"));
    QTcpSocket silent; // shakes hands and then never reads or answers
    shakeHands(silent, exchange, "/public/ws");
    QVERIFY(answers.waitOpen());
    QTRY_COMPARE(silent.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(!answers.closeCode);
    QVERIFY(silent.readAll().contains("pong timeout"));
    const QJsonArray connections = exchange.truth(QStringLiteral("connections"))[QLatin1String("connections")].toArray();
    int pongs = 0;
    for (const QJsonValue& connection : connections)
        pongs += connection[QLatin1String("pongs")].toInt();
    QVERIFY(pongs > 0);
}

SPREADLINE_TEST(TstPracticeStreams)
#include "tst_practice_streams.moc"
