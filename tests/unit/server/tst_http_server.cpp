// SPDX-License-Identifier: GPL-3.0-or-later
#include "running_server.h"
#include "test_main.h"

#include <atomic>
#include <stdexcept>

using namespace spreadline;
using namespace spreadline::server;
using namespace spreadline::server::test;
using namespace std::chrono_literals;

class TstHttpServer final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersOneAfterTheOther();
    void takesTheBody();
    void refuses_data();
    void refuses();
    void refusesAHalfSentHeader();
    void refusesAHalfSentBody();
    void closesAnIdleConnection();
    void refusesConnectionsOverTheLimit();
    void refusesTooManyRequests();
    void turnsAnExceptionIntoA500();
    void saysWhenThePortIsTaken();
    void saysWhenTheAddressIsNone();
    void misbehavesOnPurpose_data();
    void misbehavesOnPurpose();
    void holdsAndResets();
    void othersHaveTheirTurnWhileAnAnswerIsPrepared();
    void aFailingPreparationIsA500();
};

void TstHttpServer::answersOneAfterTheOther()
{
    RunningServer server;
    RawClient client(server.start());
    client.send("GET /a/b?c=d HTTP/1.1\r\nHost: x\r\n\r\nGET /second HTTP/1.1\r\nHost: x\r\n\r\n"); // both at once
    const QByteArray seen = client.readUntil("GET /second");
    QVERIFY2(seen.startsWith("HTTP/1.1 200 OK\r\n"), seen.constData());
    QVERIFY(seen.contains("GET /a/b ?c=d"));
    QCOMPARE(seen.count("HTTP/1.1 200 OK"), 2);
    QVERIFY(client.isOpen());
    QCOMPARE(server.counters().requests, 2);
}

void TstHttpServer::takesTheBody()
{
    RunningServer server;
    RawClient client(server.start());
    client.send("POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello");
    const QByteArray seen = client.readToEnd();
    QVERIFY2(seen.endsWith("POST /p ? hello"), seen.constData());
    QVERIFY(seen.contains("Connection: close"));
    QVERIFY(!client.isOpen());
}

void TstHttpServer::refuses_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const QByteArray big(70'000, 'x');
    QTest::newRow("garbage") << QByteArray("\x16\x03\x01garbage\r\n\r\n") << 400;
    QTest::newRow("big header") << QByteArray("GET / HTTP/1.1\r\nX: " + big.left(9'000) + "\r\n\r\n") << 431;
    QTest::newRow("big target") << QByteArray("GET /" + big.left(9'000) + " HTTP/1.1\r\n\r\n") << 431;
    QTest::newRow("big body announced") << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 300000000\r\n\r\n") << 413;
    QTest::newRow("big body chunked") << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n11170\r\n"
                                                    + big + "\r\n0\r\n\r\n")
                                      << 413;
    QTest::newRow("foreign host") << QByteArray("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n") << 421;
    QTest::newRow("no host") << QByteArray("GET / HTTP/1.1\r\n\r\n") << 421;
}

void TstHttpServer::refuses()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    RunningServer server;
    RawClient client(server.start({}, {"127.0.0.1", "localhost"}));
    client.send(request);
    const QByteArray seen = client.readToEnd();
    QVERIFY2(seen.startsWith("HTTP/1.1 " + QByteArray::number(status)), seen.left(100).constData());
    QCOMPARE(server.counters().badRequests, 1);
}

void TstHttpServer::refusesAHalfSentHeader()
{
    RunningServer server;
    Limits limits;
    limits.headerDeadline = 150ms;
    RawClient client(server.start(limits));
    client.send("GET / HTTP/1.1\r\nHo");
    QVERIFY(client.readToEnd().startsWith("HTTP/1.1 408"));
    QTRY_COMPARE(server.counters().open, 0);
}

void TstHttpServer::refusesAHalfSentBody()
{
    RunningServer server;
    Limits limits;
    limits.bodyDeadline = 150ms;
    RawClient client(server.start(limits));
    client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhal");
    QVERIFY(client.readToEnd().startsWith("HTTP/1.1 408"));
}

void TstHttpServer::closesAnIdleConnection()
{
    RunningServer server;
    Limits limits;
    limits.idle = 100ms;
    RawClient client(server.start(limits));
    QCOMPARE(client.readToEnd(), QByteArray());
    QVERIFY(!client.isOpen());
    QTRY_COMPARE(server.counters().open, 0);
}

void TstHttpServer::refusesConnectionsOverTheLimit()
{
    RunningServer server;
    Limits limits;
    limits.connections = 2;
    const std::uint16_t port = server.start(limits);
    auto first = std::make_unique<RawClient>(port);
    const RawClient second(port);
    QTRY_COMPARE(server.counters().open, 2);
    QVERIFY(RawClient(port).readToEnd().startsWith("HTTP/1.1 503"));
    QCOMPARE(server.counters().refused, 1);
    first.reset();
    QTRY_COMPARE(server.counters().open, 1);
    RawClient next(port);
    next.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    QVERIFY(next.readUntil("GET /").startsWith("HTTP/1.1 200"));
}

void TstHttpServer::refusesTooManyRequests()
{
    RunningServer server;
    Limits limits;
    limits.requestsPerSecond = 3;
    RawClient client(server.start(limits));
    client.send(QByteArray("GET / HTTP/1.1\r\nHost: x\r\n\r\n").repeated(4));
    const QByteArray seen = client.readToEnd();
    QCOMPARE(seen.count("HTTP/1.1 200"), 3);
    QVERIFY(seen.contains("HTTP/1.1 429"));
    QVERIFY(seen.contains("Retry-After: 1"));
}

void TstHttpServer::turnsAnExceptionIntoA500()
{
    RunningServer server;
    server.respond = [](const HttpRequest&) -> HttpResponse { throw std::runtime_error("broken"); };
    RawClient client(server.start());
    client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    QVERIFY(client.readUntil("broken").startsWith("HTTP/1.1 500"));
}

void TstHttpServer::saysWhenThePortIsTaken()
{
    RunningServer first, second;
    const std::uint16_t port = first.start();
    QCOMPARE(second.start({}, {}, port), std::uint16_t{0});
    QCOMPARE(second.failure.code, Errc::Busy);
    QVERIFY(second.failure.where.find(std::to_string(port)) != std::string::npos);
}

void TstHttpServer::saysWhenTheAddressIsNone()
{
    IoLoop loop;
    RunningServer handler;
    HttpServer server(loop, handler, ServerConfig{"nowhere", 0, {}, {}});
    const auto port = server.listen();
    QVERIFY(!port);
    QCOMPARE(port.error().code, Errc::BadConfig);
}

void TstHttpServer::misbehavesOnPurpose_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::newRow("short body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort");
    QTest::newRow("garbage chunks") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n");
    QTest::newRow("nothing") << QByteArray();
}

void TstHttpServer::misbehavesOnPurpose()
{
    QFETCH(QByteArray, raw);
    RunningServer server;
    server.respond = [raw](const HttpRequest&) {
        HttpResponse response;
        response.fault.delay = 50ms;
        response.fault.rawBytes = raw.toStdString();
        response.fault.end = FaultyResponse::End::Close;
        return response;
    };
    RawClient client(server.start());
    QElapsedTimer timer;
    timer.start();
    client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    QCOMPARE(client.readToEnd(), raw);
    QVERIFY(timer.elapsed() >= 50);
    QVERIFY(!client.isOpen());
}

void TstHttpServer::holdsAndResets()
{
    RunningServer server;
    server.respond = [](const HttpRequest& request) {
        HttpResponse response;
        response.fault.rawBytes = "";
        response.fault.end = request.path == "/hold" ? FaultyResponse::End::Hold : FaultyResponse::End::Reset;
        return response;
    };
    const std::uint16_t port = server.start();
    RawClient held(port), reset(port);
    reset.send("GET /reset HTTP/1.1\r\nHost: x\r\n\r\n");
    QCOMPARE(reset.readToEnd(), QByteArray());
    QCOMPARE(reset.error(), QAbstractSocket::RemoteHostClosedError);
    held.send("GET /hold HTTP/1.1\r\nHost: x\r\n\r\n");
    QCOMPARE(held.readToEnd(200), QByteArray());
    QVERIFY(held.isOpen());
}

void TstHttpServer::othersHaveTheirTurnWhileAnAnswerIsPrepared()
{
    RunningServer server;
    std::atomic<bool> quickIsDone = false;
    server.ready = [&](const HttpRequest& request) { return request.path != "/slow" || quickIsDone; };
    const auto port = server.start();
    RawClient slow(port), quick(port);
    slow.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\nGET /after HTTP/1.1\r\nHost: x\r\n\r\n");
    quick.send("GET /quick HTTP/1.1\r\nHost: x\r\n\r\n");
    QVERIFY(quick.readUntil("GET /quick").contains("GET /quick"));
    QCOMPARE(slow.readUntil("GET", 50), QByteArray());
    quickIsDone = true;
    const QByteArray seen = slow.readUntil("GET /after");
    QVERIFY2(seen.contains("GET /slow") && seen.indexOf("GET /slow") < seen.indexOf("GET /after"), seen.constData());
}

void TstHttpServer::aFailingPreparationIsA500()
{
    RunningServer server;
    server.ready = [](const HttpRequest&) -> bool { throw std::runtime_error("not this time"); };
    server.respond = [](const HttpRequest&) -> HttpResponse { throw std::runtime_error("not this time"); };
    RawClient client(server.start());
    client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    QVERIFY(client.readUntil("not this time").startsWith("HTTP/1.1 500"));
}

SPREADLINE_TEST(TstHttpServer)
#include "tst_http_server.moc"
