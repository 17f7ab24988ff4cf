// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_server.h"
#include "stream_server.h"
#include "test_main.h"

#include "exchange/binance/binance_dialect.h"
#include "exchange/instrument_table.h"
#include "exchange/stream_session.h"
#include "exchange/system_random.h"

#include <QCryptographicHash>
#include <QTcpSocket>

#include <set>

using namespace spreadline;
using namespace std::chrono_literals;
using test::StreamServer;

namespace {

/// A session with short waits, and everything it said.
class Bench final : public StreamSession::Listener {
public:
    explicit Bench(std::string url)
    {
        Instrument bitcoin;
        bitcoin.symbol = "BTCUSDT";
        table = InstrumentTable({bitcoin});
        config.urls = {std::move(url)};
        config.socket = {1s, 100ms, 700ms, 64 << 10};
        config.subscriptions = {300ms, 2, 10s, 100};
        config.backoff = {50ms, 200ms, 0.1};
        config.overlap = 200ms;
        config.patience = 600ms;
        config.policyWait = 1s;
    }
    void begin()
    {
        const StreamSession::Context context{clock, seededRandom(1), dialect,
                                             [this]() -> const InstrumentTable& { return table; }, [this] { return hold; }};
        session.emplace(config, context, *this);
        session->add("btcusdt@aggTrade");
    }

    void onLinkUp(StreamSession&) override { ++ups; }
    void onLinkDown(StreamSession&, const Error& error) override { downs.push_back(error); }
    void onSubscribed(StreamSession&, const std::string& stream) override { subscribed.push_back(stream); }
    void onRefused(StreamSession&, const std::string& stream, const Error&) override { refused.push_back(stream); }
    void onListed(StreamSession&, const std::vector<std::string>&) override {}
    void onEvents(StreamSession&, const StreamSession::Frame& frame, std::vector<MarketEvent>& events) override
    {
        for (const MarketEvent& event : events)
            trades.push_back({std::get<Trade>(event).id, frame.source});
    }
    void onBadFrame(StreamSession&, const Error& error, Timestamp) override { bad.push_back(error); }
    void onPromoted(StreamSession&) override { ++promoted; }

    SystemClock clock;
    BinanceDialect dialect;
    InstrumentTable table;
    StreamSession::Config config;
    Duration hold{};
    int ups = 0, promoted = 0;
    std::vector<Error> downs, bad;
    std::vector<std::string> subscribed, refused;
    std::vector<std::pair<std::int64_t, StreamSession::Source>> trades;
    std::optional<StreamSession> session;
};

/// Shakes hands and then never says another byte: what a frozen peer or a lost route looks like.
QByteArray handshakeOnly(const QByteArray& request)
{
    const QByteArray marker = "Sec-WebSocket-Key: ";
    const auto at = request.indexOf(marker) + marker.size();
    const QByteArray key = request.mid(at, request.indexOf("\r\n", at) - at);
    const QByteArray accept =
        QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1).toBase64();
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " + accept
        + "\r\n\r\n";
}

} // namespace

class TstStreamSession : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void subscribesAndDelivers();
    void saysWhichFramesAreBad();
    void aLostAckIsAskedForABoundedNumberOfTimes();
    void controlMessagesStayBelowTheLimit();
    void connectsAgainAfterEveryCloseCode_data();
    void connectsAgainAfterEveryCloseCode();
    void waitsLongerAfterAPolicyClose();
    void aWakeUpDoesNotShortenAPolicyWait();
    void noReplacementDuringAPolicyWait();
    void pausesGrowAndNoWakeUpShortensThem();
    void aStreamTheNewSocketHasNotConfirmedIsDown();
    void closesOnBinaryAndOversize_data();
    void closesOnBinaryAndOversize();
    void findsAHalfOpenPeer();
    void givesUpAHandshakeThatHangs();
    void readsARefusedHandshake();
    void replacesItsSocketWithoutAGap();
    void takesOverWhenTheOldSocketDiesEarly();
    void connectsNothingWhileHeldBack();
};

void TstStreamSession::subscribesAndDelivers()
{
    StreamServer server;
    Bench bench(server.url());
    bench.begin();
    QTRY_COMPARE(bench.subscribed, std::vector<std::string>{"btcusdt@aggTrade"});
    server.say(StreamServer::trade(7));
    QTRY_COMPARE(bench.trades.size(), std::size_t{1});
    QCOMPARE(bench.trades.front().first, 7);
    QVERIFY(bench.session->isUp());
    QTRY_VERIFY(bench.session->roundTrip() > Duration::zero());
}

void TstStreamSession::saysWhichFramesAreBad()
{
    StreamServer server;
    Bench bench(server.url());
    bench.begin();
    QTRY_VERIFY(!bench.subscribed.empty());
    server.say("{\"stream\":\"btcusdt@aggTrade\",\"data\":{\"e\":\"agg");
    QTRY_COMPARE(bench.bad.size(), std::size_t{1});
    QVERIFY(bench.session->isUp());
}

void TstStreamSession::aLostAckIsAskedForABoundedNumberOfTimes()
{
    StreamServer server;
    server.acknowledge = false;
    Bench bench(server.url());
    bench.begin();
    QTRY_COMPARE(bench.refused, std::vector<std::string>{"btcusdt@aggTrade"});
    QCOMPARE(server.subscribed.size(), 2);
    QVERIFY(bench.subscribed.empty());
}

void TstStreamSession::controlMessagesStayBelowTheLimit()
{
    StreamServer server;
    Bench bench(server.url());
    bench.begin();
    QTRY_VERIFY(!bench.subscribed.empty());
    for (int i = 0; i < 12; ++i)
        bench.session->resubscribe("btcusdt@aggTrade");
    for (int i = 0; i < 10; ++i) {
        bench.session->add("x" + std::to_string(i) + "@trade");
        QTest::qWait(20); // lets the session send one by one
    }
    QTRY_VERIFY(bench.subscribed.size() >= 10);
    for (qsizetype i = 5; i < server.controlTimes.size(); ++i)
        QVERIFY2(server.controlTimes[i] - server.controlTimes[i - 5] >= 1'000, qPrintable(QString::number(i)));
}

void TstStreamSession::connectsAgainAfterEveryCloseCode_data()
{
    QTest::addColumn<int>("code");
    for (const int code : {1000, 1001, 1011, 1012, 4000})
        QTest::addRow("%d", code) << code;
}

void TstStreamSession::connectsAgainAfterEveryCloseCode()
{
    QFETCH(int, code);
    StreamServer server;
    Bench bench(server.url());
    bench.begin();
    QTRY_COMPARE(bench.subscribed.size(), std::size_t{1});
    server.newest()->close(QWebSocketProtocol::CloseCode(code));
    QTRY_COMPARE(bench.subscribed.size(), std::size_t{2});
    QCOMPARE(bench.downs.size(), std::size_t{1});
    QCOMPARE(server.connects(), 2);
}

void TstStreamSession::waitsLongerAfterAPolicyClose()
{
    StreamServer server;
    Bench bench(server.url());
    bench.begin();
    QTRY_COMPARE(bench.subscribed.size(), std::size_t{1});
    QElapsedTimer watch;
    watch.start();
    server.newest()->close(QWebSocketProtocol::CloseCodePolicyViolated);
    QTRY_COMPARE(bench.subscribed.size(), std::size_t{2});
    QVERIFY2(watch.elapsed() >= 1'000, qPrintable(QString::number(watch.elapsed())));
}

void TstStreamSession::aWakeUpDoesNotShortenAPolicyWait()
{
    StreamServer server;
    Bench bench(server.url());
    bench.begin();
    QTRY_COMPARE(bench.subscribed.size(), std::size_t{1});
    QElapsedTimer watch;
    watch.start();
    server.newest()->close(QWebSocketProtocol::CloseCodePolicyViolated);
    QTRY_COMPARE(bench.downs.size(), std::size_t{1});
    bench.session->reconnect(Error{Errc::ConnectionLost, "clock", "the machine slept"});
    QTRY_COMPARE(bench.subscribed.size(), std::size_t{2});
    QVERIFY2(watch.elapsed() >= 1'000, qPrintable(QString::number(watch.elapsed())));
    QCOMPARE(server.connects(), 2);
}

void TstStreamSession::noReplacementDuringAPolicyWait()
{
    StreamServer server;
    Bench bench(server.url());
    bench.begin();
    QTRY_COMPARE(bench.subscribed.size(), std::size_t{1});
    server.onConnect = [](QWebSocket* client) { client->close(QWebSocketProtocol::CloseCodePolicyViolated); };
    QElapsedTimer watch;
    watch.start();
    bench.session->renew();
    QTRY_COMPARE(server.connects(), 2);
    QTRY_COMPARE(server.clients().size(), 1);
    server.onConnect = nullptr;
    bool isThird = QTest::qWaitFor(
        [&] {
            bench.session->renew();
            return server.connects() == 3;
        },
        3'000);
    QVERIFY(isThird);
    QVERIFY2(watch.elapsed() >= 1'000, qPrintable(QString::number(watch.elapsed())));
    QVERIFY(bench.downs.empty());
}

void TstStreamSession::pausesGrowAndNoWakeUpShortensThem()
{
    StreamServer server;
    Bench bench(server.url());
    bench.config.pauseWait = 300ms;
    bench.config.backoff = {200ms, 10s, 0};
    bench.begin();
    std::size_t connections = 1;
    for (const qint64 least : {300, 400, 800}) {
        QTRY_COMPARE(bench.subscribed.size(), connections);
        QElapsedTimer watch;
        watch.start();
        bench.session->pause(Error{Errc::TooSlow, "market lane", "nobody takes what has arrived"});
        bench.session->reconnect(Error{Errc::ConnectionLost, "clock", "the machine slept"});
        QCOMPARE(bench.downs.size(), connections);
        ++connections;
        QTRY_COMPARE(bench.subscribed.size(), connections);
        QVERIFY2(watch.elapsed() >= least, qPrintable(QString::number(watch.elapsed())));
    }
}

void TstStreamSession::aStreamTheNewSocketHasNotConfirmedIsDown()
{
    StreamServer server;
    Bench bench(server.url());
    bench.config.subscriptions.deadline = 30s;
    bench.begin();
    QTRY_COMPARE(bench.subscribed.size(), std::size_t{1});
    bench.session->renew();
    QTRY_COMPARE(bench.session->frames(), 2); // the confirmations: the new one has all there is
    server.mute = server.newest();
    bench.session->add("ethusdt@aggTrade");
    QTRY_COMPARE(bench.subscribed.size(), std::size_t{2}); // on the old one
    QTRY_COMPARE(bench.promoted, 1);
    QCOMPARE(bench.refused, std::vector<std::string>{"ethusdt@aggTrade"});
}

void TstStreamSession::closesOnBinaryAndOversize_data()
{
    QTest::addColumn<bool>("binary");
    QTest::addColumn<int>("code");
    QTest::newRow("binary frame") << true << int(Errc::BadFrame);
    QTest::newRow("message over the limit") << false << int(Errc::FrameTooLarge);
}

void TstStreamSession::closesOnBinaryAndOversize()
{
    QFETCH(bool, binary);
    QFETCH(int, code);
    StreamServer server;
    Bench bench(server.url());
    bench.begin();
    QTRY_COMPARE(bench.subscribed.size(), std::size_t{1});
    if (binary)
        server.newest()->sendBinaryMessage("{}");
    else
        server.newest()->sendTextMessage(QString(1 << 20, QLatin1Char('x')));
    QTRY_COMPARE(bench.subscribed.size(), std::size_t{2});
    QCOMPARE(int(bench.downs.front().code), code);
}

void TstStreamSession::findsAHalfOpenPeer()
{
    QTcpServer frozen;
    QObject::connect(&frozen, &QTcpServer::newConnection, &frozen, [&frozen] {
        QTcpSocket* socket = frozen.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            if (const QByteArray request = socket->readAll(); request.startsWith("GET"))
                socket->write(handshakeOnly(request));
        });
    });
    QVERIFY(frozen.listen(QHostAddress::LocalHost));
    Bench bench("ws://127.0.0.1:" + std::to_string(frozen.serverPort()) + "/market/stream");
    bench.begin();
    QTRY_COMPARE(bench.ups, 1);
    QElapsedTimer watch;
    watch.start();
    QTRY_COMPARE(bench.downs.size(), std::size_t{1});
    QCOMPARE(bench.downs.front().code, Errc::ConnectionLost);
    QVERIFY(watch.elapsed() >= 500 && watch.elapsed() < 2'000);
    QTRY_COMPARE(bench.ups, 2);
}

void TstStreamSession::givesUpAHandshakeThatHangs()
{
    QTcpServer mute;
    QVERIFY(mute.listen(QHostAddress::LocalHost));
    Bench bench("ws://127.0.0.1:" + std::to_string(mute.serverPort()) + "/market/stream");
    bench.begin();
    QTRY_COMPARE(bench.downs.size(), std::size_t{1});
    QCOMPARE(bench.downs.front().code, Errc::Timeout);
}

void TstStreamSession::readsARefusedHandshake()
{
    test::HttpServer wall(
        [](const QByteArray&) { return test::HttpServer::answer(403, "<html>", "Connection: close\r\n", "text/html"); });
    Bench bench("ws" + wall.url().substr(4) + "/market/stream");
    bench.begin();
    QTRY_VERIFY(!bench.downs.empty());
    QCOMPARE(bench.downs.front().code, Errc::GeoBlocked);
}

void TstStreamSession::replacesItsSocketWithoutAGap()
{
    StreamServer server;
    Bench bench(server.url());
    bench.begin();
    QTRY_COMPARE(bench.subscribed.size(), std::size_t{1});
    QTimer ticker;
    int id = 0;
    QObject::connect(&ticker, &QTimer::timeout, &ticker, [&] { server.say(StreamServer::trade(++id)); });
    ticker.start(10);
    QTRY_VERIFY(id > 10);
    bench.session->renew();
    QTRY_COMPARE(bench.promoted, 1);
    QTRY_COMPARE(server.clients().size(), 1);
    const int atEnd = id;
    QTRY_VERIFY(id > atEnd + 10);
    ticker.stop();
    QTRY_COMPARE(bench.trades.back().first, id);
    QVERIFY(bench.downs.empty());
    std::set<std::int64_t> seen, twice;
    for (const auto& [trade, source] : bench.trades) {
        if (!seen.insert(trade).second)
            twice.insert(trade);
    }
    QCOMPARE(*seen.rbegin() - *seen.begin() + 1, static_cast<std::int64_t>(seen.size()));
    QVERIFY(twice.size() >= 5); // both delivered for a while
}

void TstStreamSession::takesOverWhenTheOldSocketDiesEarly()
{
    StreamServer server;
    Bench bench(server.url());
    bench.config.overlap = bench.config.patience = 1h;
    bench.begin();
    QTRY_COMPARE(bench.subscribed.size(), std::size_t{1});
    QWebSocket* const old = server.newest();
    bench.session->renew();
    QTRY_COMPARE(bench.session->frames(), 2); // both are confirmed
    QCOMPARE(server.clients().size(), 2);
    old->close();
    QTRY_COMPARE(bench.promoted, 1);
    QVERIFY(bench.downs.empty());
    server.say(StreamServer::trade(1));
    QTRY_COMPARE(bench.trades.size(), std::size_t{1});
    QCOMPARE(bench.trades.front().second, StreamSession::Source::Current);
}

void TstStreamSession::connectsNothingWhileHeldBack()
{
    StreamServer server;
    Bench bench(server.url());
    bench.hold = 600ms;
    bench.begin();
    QTest::qWait(300);
    QCOMPARE(server.connects(), 0);
    bench.hold = Duration::zero();
    QTRY_COMPARE(server.connects(), 1);
}

SPREADLINE_TEST(TstStreamSession)
#include "tst_stream_session.moc"
