// SPDX-License-Identifier: GPL-3.0-or-later
#include "running_server.h"
#include "test_main.h"

#include <QSignalSpy>
#include <QWebSocket>

#include <atomic>

using namespace spreadline;
using namespace spreadline::server;
using namespace spreadline::server::test;

namespace {

/// Sends back what it gets; some texts are orders.
class Echo final : public WebSocketHandler {
public:
    struct Log {
        std::atomic<int> opened{0}, closed{0}, pongs{0}, code{0}, tooSlow{0};
    };
    explicit Echo(Log& log) : m_log(log) {}

    void onOpen(WebSocket& socket) override
    {
        m_socket = &socket;
        ++m_log.opened;
    }
    void onText(std::string_view text) override
    {
        if (text == "close")
            m_socket->close(4'001, "asked");
        else if (text == "reset")
            m_socket->reset();
        else if (text == "ping")
            m_socket->ping("payload");
        else if (text == "flood")
            for (int i = 0; i < 1'000; ++i)
                m_socket->sendText(std::string(100'000, 'x'));
        else if (text == "many")
            for (int i = 0; i < 1'000; ++i)
                m_socket->sendText(std::to_string(i));
        else
            m_socket->sendText(text);
    }
    void onBinary(std::string_view bytes) override { m_socket->sendBinary(bytes); }
    void onPong(std::string_view payload) override { m_log.pongs += payload == "payload"; }
    void onClosed(const WebSocketEnd& end) override
    {
        m_log.code = end.code;
        m_log.tooSlow = end.tooSlow;
        ++m_log.closed;
    }

private:
    Log& m_log;
    WebSocket* m_socket = nullptr;
};

const QByteArray
    handshake("GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
              "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");

/// A masked client frame; the mask is zero, so the payload stays readable.
QByteArray frame(unsigned first, const QByteArray& payload)
{
    return QByteArray(1, static_cast<char>(first)) + QByteArray(1, static_cast<char>(0x80 | payload.size())) + QByteArray(4, '\0')
        + payload;
}

} // namespace

class TstWebSocket final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void shakesHands();
    void echoes();
    void keepsOrderInABatch();
    void joinsFragmentsAroundAPing();
    void closesWithACode();
    void isToldOfPongs();
    void closesOnBadFrames_data();
    void closesOnBadFrames();
    void cutsOffASlowClient();
    void resets();
    void refusesWithTheHandlersAnswer();

private:
    Echo::Log m_log;
    std::unique_ptr<RunningServer> m_server;
    std::uint16_t m_port = 0;
};

void TstWebSocket::init()
{
    m_log.opened = m_log.closed = m_log.pongs = m_log.code = m_log.tooSlow = 0;
    m_server = std::make_unique<RunningServer>();
    m_server->upgrade = [this](const HttpRequest& request) -> Upgrade {
        if (request.path != "/ws")
            return plainAnswer(403);
        return std::make_unique<Echo>(m_log);
    };
    Limits limits;
    limits.messageBytes = 1'000;
    limits.backlogBytes = 10'000'000;
    m_port = m_server->start(limits);
}

void TstWebSocket::cleanup()
{
    m_server.reset();
}

void TstWebSocket::shakesHands()
{
    RawClient client(m_port);
    client.send(handshake + frame(0x81, "early"));
    const QByteArray seen = client.readUntil("early");
    QVERIFY2(seen.startsWith("HTTP/1.1 101"), seen.constData());
    QVERIFY(seen.contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")); // RFC 6455, section 1.3
    QVERIFY(seen.endsWith(QByteArray("\x81\x05") + "early"));
}

void TstWebSocket::echoes()
{
    QWebSocket client;
    QSignalSpy texts(&client, &QWebSocket::textMessageReceived), binaries(&client, &QWebSocket::binaryMessageReceived);
    client.open(QUrl(QStringLiteral("ws://127.0.0.1:%1/ws").arg(m_port)));
    QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    client.sendTextMessage(QStringLiteral("grüße"));
    client.sendBinaryMessage(QByteArray("\0\xff", 2));
    QTRY_COMPARE(binaries.size(), 1);
    QCOMPARE(texts.value(0).value(0).toString(), QStringLiteral("grüße"));
    QCOMPARE(binaries.value(0).value(0).toByteArray(), QByteArray("\0\xff", 2));
}

void TstWebSocket::keepsOrderInABatch()
{
    QWebSocket client;
    QStringList seen;
    connect(&client, &QWebSocket::textMessageReceived, this, [&](const QString& text) { seen += text; });
    client.open(QUrl(QStringLiteral("ws://127.0.0.1:%1/ws").arg(m_port)));
    QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    client.sendTextMessage(QStringLiteral("many"));
    QTRY_COMPARE(seen.size(), 1'000);
    for (int i = 0; i < 1'000; ++i)
        QCOMPARE(seen[i], QString::number(i));
}

void TstWebSocket::joinsFragmentsAroundAPing()
{
    RawClient client(m_port);
    client.send(handshake);
    client.readUntil("\r\n\r\n");
    client.send(frame(0x01, "one ") + frame(0x89, "in between") + frame(0x80, "two"));
    const QByteArray seen = client.readUntil("one two");
    QVERIFY(seen.contains(QByteArray("\x8a\x0a") + "in between"));
    QVERIFY(seen.endsWith(QByteArray("\x81\x07") + "one two"));
}

void TstWebSocket::closesWithACode()
{
    QWebSocket client;
    client.open(QUrl(QStringLiteral("ws://127.0.0.1:%1/ws").arg(m_port)));
    QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    client.sendTextMessage(QStringLiteral("close"));
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(static_cast<int>(client.closeCode()), 4'001);
    QCOMPARE(client.closeReason(), QStringLiteral("asked"));
    QTRY_COMPARE(m_log.closed.load(), 1);
    QTRY_COMPARE(m_server->counters().open, 0);
}

void TstWebSocket::isToldOfPongs()
{
    QWebSocket client;
    client.open(QUrl(QStringLiteral("ws://127.0.0.1:%1/ws").arg(m_port)));
    QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    client.sendTextMessage(QStringLiteral("ping"));
    QTRY_COMPARE(m_log.pongs.load(), 1);
}

void TstWebSocket::closesOnBadFrames_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::newRow("not masked") << QByteArray("\x81\x01x", 3) << 1002;
    QTest::newRow("continuation of nothing") << frame(0x80, "x") << 1002;
    QTest::newRow("new message inside a message") << frame(0x01, "x") + frame(0x81, "y") << 1002;
    QTest::newRow("not UTF-8") << frame(0x81, "\xff\xfe") << 1007;
    QTest::newRow("frame too big") << QByteArray("\x81\xfe\x10\x00", 4) + QByteArray(4, '\0') << 1009;
    QTest::newRow("message too big") << frame(0x01, QByteArray(120, 'x')) + frame(0x00, QByteArray(120, 'x')).repeated(8) << 1009;
}

void TstWebSocket::closesOnBadFrames()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    RawClient client(m_port);
    client.send(handshake);
    client.readUntil("\r\n\r\n");
    client.take();
    client.send(bytes);
    const QByteArray close = QByteArray(1, static_cast<char>(code >> 8)) + QByteArray(1, static_cast<char>(code & 0xff));
    const QByteArray seen = client.readUntil(close);
    QCOMPARE(static_cast<unsigned char>(seen.at(0)), static_cast<unsigned char>(0x88));
    QCOMPARE(seen.mid(2, 2), close);
}

void TstWebSocket::cutsOffASlowClient()
{
    RawClient client(m_port);
    client.send(handshake);
    client.readUntil("\r\n\r\n");
    client.send(frame(0x81, "flood")); // 100 MB, and nobody reads
    QTRY_COMPARE(m_log.closed.load(), 1);
    QCOMPARE(m_log.tooSlow.load(), 1);
    QCOMPARE(m_server->counters().slowClients, 1);
    QTRY_COMPARE(m_server->counters().open, 0);
}

void TstWebSocket::resets()
{
    RawClient client(m_port);
    client.send(handshake);
    client.readUntil("\r\n\r\n");
    client.send(frame(0x81, "reset"));
    client.readToEnd();
    QVERIFY(!client.isOpen());
    QTRY_COMPARE(m_log.closed.load(), 1);
    QCOMPARE(m_log.code.load(), 1006);
}

void TstWebSocket::refusesWithTheHandlersAnswer()
{
    RawClient client(m_port);
    client.send(QByteArray(handshake).replace("/ws", "/other"));
    QVERIFY(client.readUntil("\r\n\r\n").startsWith("HTTP/1.1 403"));
    QCOMPARE(m_log.opened.load(), 0);
}

SPREADLINE_TEST(TstWebSocket)
#include "tst_web_socket.moc"
