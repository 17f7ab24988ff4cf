// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_server.h"
#include "test_main.h"

#include "exchange/binance/binance_dialect.h"
#include "exchange/rest_session.h"
#include "exchange/system_random.h"

using namespace spreadline;
using namespace std::chrono_literals;
using test::HttpServer;

namespace {

using Answer = std::optional<Result<RestAnswer>>;

/// A session with short waits against the given hosts.
struct Bench {
    explicit Bench(std::vector<std::string> hosts, int inFlight = 4)
    {
        RestSession::Config config;
        config.hosts = std::move(hosts);
        config.transport = {400ms, 2s, 1 << 20};
        config.inFlight = inFlight;
        config.backoff = {20ms, 100ms, 0.1};
        session.emplace(config, RestSession::Context{clock, limiter, dialect, seededRandom(1)});
    }
    void get(const std::string& target, Answer& answer, RestSession::Priority priority = RestSession::Priority::Klines)
    {
        session->get({target, 1}, priority, [&answer](Result<RestAnswer> result) { answer.emplace(std::move(result)); });
    }

    SystemClock clock;
    RateLimiter limiter;
    BinanceDialect dialect;
    std::optional<RestSession> session;
};

QByteArray bomb()
{
    const QByteArray zlib = qCompress(QByteArray(64 << 20, ' '), 9).mid(4);
    return HttpServer::answer(200, zlib, "Content-Encoding: deflate\r\n");
}

} // namespace

class TstRestSession : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsAnAnswerAndItsBudget();
    void refusesWhatIsNotData_data();
    void refusesWhatIsNotData();
    void neverFollowsARedirect();
    void repeatsPassingFailures();
    void sendsNothingDuringABan();
    void waitsForAShortHoldOff();
    void failsOverToTheSecondHost();
    void urgentCallsGoFirst();
    void givesUpOnSilence();
    void answersEverythingOnClose();
};

void TstRestSession::readsAnAnswerAndItsBudget()
{
    HttpServer server([](const QByteArray&) { return HttpServer::answer(200, "{}", "X-MBX-USED-WEIGHT-1M: 123\r\n"); });
    Bench bench({server.url()});
    Answer answer;
    bench.get("/fapi/v1/ping", answer);
    QTRY_VERIFY(answer);
    QVERIFY(answer->hasValue());
    QCOMPARE((*answer)->body, std::string("{}"));
    QCOMPARE(server.targets(), QByteArrayList{"/fapi/v1/ping"});
    QVERIFY(bench.limiter.used(bench.clock.monotonic()) >= 123);
}

void TstRestSession::refusesWhatIsNotData_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    const QByteArray page = "<!DOCTYPE html><html>Please log in</html>";
    QTest::newRow("captive portal") << HttpServer::answer(200, page, {}, "text/html") << "BadStatus";
    QTest::newRow("page that claims to be json") << HttpServer::answer(200, page) << "BadStatus";
    QTest::newRow("cut off") << QByteArray(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\nConnection: close\r\n\r\n{\"a\"")
                             << "ConnectionLost";
    QTest::newRow("not http") << QByteArray("SSH-2.0-x\r\nConnection: close\r\n\r\n") << "ConnectionLost";
    QTest::newRow("refused symbol") << HttpServer::answer(400, R"({"code":-1121,"msg":"Invalid symbol."})")
                                    << "UnknownInstrument,VenueRefused";
    QTest::newRow("country") << HttpServer::answer(451, "<html>", {}, "text/html") << "GeoBlocked";
    QTest::newRow("firewall page") << HttpServer::answer(403, "<html>", {}, "text/html") << "GeoBlocked";
    QTest::newRow("down for long") << HttpServer::answer(503, R"({"code":-1001,"msg":"x"})") << "VenueUnavailable";
    QTest::newRow("too large") << HttpServer::answer(200, QByteArray(2 << 20, ' ')) << "FrameTooLarge";
    QTest::newRow("grows when inflated") << bomb() << "FrameTooLarge,ConnectionLost,Unreachable";
}

void TstRestSession::refusesWhatIsNotData()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    HttpServer server([&bytes](const QByteArray&) { return bytes; });
    Bench bench({server.url()});
    Answer answer;
    bench.get("/fapi/v1/x", answer);
    QTRY_VERIFY(answer);
    QVERIFY(!answer->hasValue());
    const QString got = QString::fromStdString(std::string(name(answer->error().code)));
    QVERIFY2(code.split(QLatin1Char(',')).contains(got), qPrintable(got));
    QVERIFY(server.targets().size() <= 16); // four attempts, and Qt repeats each of them thrice when a connection breaks
}

void TstRestSession::neverFollowsARedirect()
{
    HttpServer other([](const QByteArray&) { return HttpServer::answer(200, "{}"); });
    HttpServer server([&other](const QByteArray&) {
        return HttpServer::answer(302, {}, "Location: " + QByteArray::fromStdString(other.url()) + "/elsewhere\r\n");
    });
    Bench bench({server.url()});
    Answer answer;
    bench.get("/fapi/v1/x", answer);
    QTRY_VERIFY(answer);
    QCOMPARE(answer->error().code, Errc::BadStatus);
    QVERIFY(other.targets().isEmpty());
}

void TstRestSession::repeatsPassingFailures()
{
    int calls = 0;
    HttpServer server(
        [&calls](const QByteArray&) { return ++calls < 3 ? HttpServer::answer(502, "x") : HttpServer::answer(200, "{}"); });
    Bench bench({server.url()});
    Answer answer;
    bench.get("/fapi/v1/x", answer);
    QTRY_VERIFY(answer);
    QVERIFY(answer->hasValue());
    QCOMPARE(calls, 3);
}

void TstRestSession::sendsNothingDuringABan()
{
    HttpServer server([](const QByteArray&) {
        return HttpServer::answer(418, R"({"code":-1003,"msg":"Way too many requests; IP banned."})", "Retry-After: 120\r\n");
    });
    Bench bench({server.url()});
    Answer first, second;
    bench.get("/fapi/v1/x", first);
    QTRY_VERIFY(first);
    QCOMPARE(first->error().code, Errc::Banned);
    const Duration held = bench.limiter.heldFor(bench.clock.monotonic());
    QVERIFY(held > 118s && held < 125s);
    bench.get("/fapi/v1/y", second);
    QTRY_VERIFY(second);
    QCOMPARE(second->error().code, Errc::Banned);
    QCOMPARE(server.targets().size(), 1);
}

void TstRestSession::waitsForAShortHoldOff()
{
    int calls = 0;
    HttpServer server([&calls](const QByteArray&) {
        return ++calls == 1 ? HttpServer::answer(429, R"({"code":-1003,"msg":"Too many requests."})", "Retry-After: 1\r\n")
                            : HttpServer::answer(200, "{}");
    });
    Bench bench({server.url()});
    Answer first, second;
    QElapsedTimer watch;
    watch.start();
    bench.get("/fapi/v1/x", first);
    QTRY_COMPARE(calls, 1);
    bench.get("/fapi/v1/y", second);
    QTRY_VERIFY(first && second);
    QVERIFY(first->hasValue() && second->hasValue());
    QVERIFY2(watch.elapsed() >= 1'000, qPrintable(QString::number(watch.elapsed())));
}

void TstRestSession::failsOverToTheSecondHost()
{
    HttpServer good([](const QByteArray&) { return HttpServer::answer(200, "{}"); });
    Bench bench({"http://127.0.0.1:1", good.url()});
    Answer answer;
    bench.get("/fapi/v1/x", answer);
    QTRY_VERIFY(answer);
    QVERIFY(answer->hasValue());
    QCOMPARE(bench.session->host(), good.url());
}

void TstRestSession::urgentCallsGoFirst()
{
    HttpServer server([](const QByteArray&) { return HttpServer::answer(200, "{}"); });
    Bench bench({server.url()}, 1);
    Answer a, b, c, d;
    bench.get("/backfill", a, RestSession::Priority::Backfill);
    bench.get("/klines", b, RestSession::Priority::Klines);
    bench.get("/book", c, RestSession::Priority::Book);
    bench.get("/time", d, RestSession::Priority::Control);
    QTRY_VERIFY(a && b && c && d);
    QCOMPARE(server.targets(), (QByteArrayList{"/time", "/book", "/klines", "/backfill"}));
}

void TstRestSession::givesUpOnSilence()
{
    HttpServer server([](const QByteArray&) { return QByteArray(); });
    Bench bench({server.url()});
    Answer answer;
    bench.get("/fapi/v1/x", answer);
    QTRY_VERIFY_WITH_TIMEOUT(answer, 10'000);
    QCOMPARE(answer->error().code, Errc::Timeout);
    QCOMPARE(server.targets().size(), 4);
}

void TstRestSession::answersEverythingOnClose()
{
    HttpServer server([](const QByteArray&) { return QByteArray(); });
    Bench bench({server.url()}, 1);
    Answer sent, waiting, late;
    bench.get("/a", sent);
    bench.get("/b", waiting);
    QTRY_COMPARE(server.targets().size(), 1);
    bench.session->close();
    bench.get("/c", late);
    QTRY_VERIFY(sent && waiting && late);
    for (const Answer* answer : {&sent, &waiting, &late})
        QCOMPARE((*answer)->error().code, Errc::Cancelled);
}

SPREADLINE_TEST(TstRestSession)
#include "tst_rest_session.moc"
