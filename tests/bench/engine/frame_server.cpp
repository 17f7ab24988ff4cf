// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame_server.h"

#include "server/http_server.h"
#include "server/io_loop.h"
#include "server/loop_timer.h"
#include "tls_relay.h"
#include "venue_frames.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSslCertificate>
#include <QThread>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <sstream>

namespace spreadline::bench {
namespace {

using namespace spreadline::server;
using Clock = std::chrono::steady_clock;

constexpr std::size_t backlogKept = 256 * 1024; ///< of a connection: more would only wait
constexpr int perUnit = 6;                      ///< five trades and a depth update of one symbol

class FrameServer final : public HttpHandler {
public:
    explicit FrameServer(IoLoop& loop) : m_loop(loop), m_timer(loop) {}

    HttpResponse onRequest(const HttpRequest& request) override;
    Upgrade onUpgrade(const HttpRequest& request) override;

    void subscribe(const QString& stream, WebSocket* socket);
    void forget(const WebSocket* socket);
    void pulse();
    void go(std::int64_t rate, std::int64_t count);

private:
    struct Streams {
        WebSocket *trades = nullptr, *depth = nullptr;
    };
    void turn();
    bool sendNext();

    IoLoop& m_loop;
    LoopTimer m_timer;
    VenueFrames m_frames;
    std::array<Streams, venueSymbols> m_streams;
    std::string m_bytes;
    std::int64_t m_rate = 0, m_count = 0, m_sent = 0;
    Clock::time_point m_start;
};

/// One connection: remembers who it is and confirms what it is asked for.
class Client final : public WebSocketHandler {
public:
    explicit Client(FrameServer& server) : m_server(server) {}

    void onOpen(WebSocket& socket) override { m_socket = &socket; }
    void onText(std::string_view text) override
    {
        const QJsonObject request =
            QJsonDocument::fromJson(QByteArray(text.data(), static_cast<qsizetype>(text.size()))).object();
        for (const QJsonValue stream : request[QLatin1String("params")].toArray())
            m_server.subscribe(stream.toString(), m_socket);
        m_socket->sendText(R"({"result":null,"id":)" + std::to_string(request[QLatin1String("id")].toInteger()) + "}");
    }
    void onBinary(std::string_view) override {}
    void onClosed(const WebSocketEnd&) override { m_server.forget(m_socket); }

private:
    FrameServer& m_server;
    WebSocket* m_socket = nullptr;
};

HttpResponse FrameServer::onRequest(const HttpRequest& request)
{
    HttpResponse response;
    if (request.path == "/fapi/v1/exchangeInfo")
        response.body = VenueFrames::instruments();
    else if (request.path == "/fapi/v1/time")
        response.body = R"({"serverTime":)"
            + std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(
                                 std::chrono::system_clock::now().time_since_epoch())
                                 .count())
            + "}";
    else if (request.path == "/fapi/v1/depth")
        response.body = m_frames.book(std::stoi(request.query.substr(request.query.find("symbol=S") + 8, 3)));
    else
        response.body = "[]"; // tables and history: there is none
    return response;
}

Upgrade FrameServer::onUpgrade(const HttpRequest&)
{
    return std::make_unique<Client>(*this);
}

void FrameServer::subscribe(const QString& stream, WebSocket* socket)
{
    if (stream.startsWith(QLatin1Char('!')))
        return; // of the whole venue: silent
    Streams& streams = m_streams[static_cast<std::size_t>(QStringView(stream).mid(1, 3).toInt())];
    (stream.endsWith(QLatin1String("aggTrade")) ? streams.trades : streams.depth) = socket;
}

void FrameServer::forget(const WebSocket* socket)
{
    for (Streams& streams : m_streams) {
        for (WebSocket** used : {&streams.trades, &streams.depth}) {
            if (*used == socket)
                *used = nullptr;
        }
    }
}

void FrameServer::pulse()
{
    const auto isWhole = [](const Streams& streams) { return streams.trades && streams.depth; };
    if (!std::ranges::all_of(m_streams, isWhole))
        return; // all symbols stay at the same ids
    for (int symbol = 0; symbol < venueSymbols; ++symbol) {
        const Streams& streams = m_streams[static_cast<std::size_t>(symbol)];
        m_bytes.clear();
        m_frames.appendTrade(symbol, m_bytes);
        streams.trades->sendFrames(m_bytes);
        m_bytes.clear();
        m_frames.appendDepth(symbol, m_bytes);
        streams.depth->sendFrames(m_bytes);
    }
}

void FrameServer::go(std::int64_t rate, std::int64_t count)
{
    m_rate = rate;
    m_count = count;
    m_sent = 0;
    m_start = Clock::now();
    turn();
}

void FrameServer::turn()
{
    const double elapsed = std::chrono::duration<double>(Clock::now() - m_start).count();
    const auto due = m_rate > 0 ? std::min(m_count, static_cast<std::int64_t>(elapsed * static_cast<double>(m_rate))) : m_count;
    while (m_sent < due && sendNext())
        ++m_sent;
    if (m_sent < m_count) {
        m_timer.callAfter(m_rate > 0 ? std::chrono::microseconds(500) : std::chrono::microseconds(50), [this] { turn(); });
        return;
    }
    std::printf("sent %lld %lld\n", static_cast<long long>(m_frames.lastTrade(0)), static_cast<long long>(m_frames.lastDepth(0)));
    std::fflush(stdout);
}

/// False when its connection has enough to do: the whole venue waits for the slowest.
bool FrameServer::sendNext()
{
    const auto symbol = static_cast<int>(m_sent / perUnit % venueSymbols);
    const bool isDepth = m_sent % perUnit == perUnit - 1;
    WebSocket* socket =
        isDepth ? m_streams[static_cast<std::size_t>(symbol)].depth : m_streams[static_cast<std::size_t>(symbol)].trades;
    if (!socket || socket->backlog() > backlogKept)
        return false;
    m_bytes.clear();
    isDepth ? m_frames.appendDepth(symbol, m_bytes) : m_frames.appendTrade(symbol, m_bytes);
    socket->sendFrames(m_bytes);
    return true;
}

/// The relay on a thread of its own.
class RelayThread {
public:
    explicit RelayThread(int plainPort)
    {
        m_home.moveToThread(&m_thread);
        m_thread.start();
        QMetaObject::invokeMethod(
            &m_home, [this, plainPort] { relay = std::make_unique<TlsRelay>(static_cast<quint16>(plainPort)); },
            Qt::BlockingQueuedConnection);
    }
    ~RelayThread()
    {
        QMetaObject::invokeMethod(
            &m_home, [this] { relay.reset(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }

    std::unique_ptr<TlsRelay> relay;

private:
    QThread m_thread;
    QObject m_home; ///< lives on m_thread
};

} // namespace

int serveFrames()
{
    int argc = 1;
    char name[] = "spreadline-bench";
    char* argv[] = {name, nullptr};
    const QCoreApplication application(argc, argv);
    IoLoop loop;
    FrameServer frames(loop);
    ServerConfig config;
    config.limits.connections = 256;
    config.limits.requestsPerSecond = 0;
    HttpServer server(loop, frames, config);
    const auto port = server.listen();
    if (!port)
        return 3;
    loop.start();
    const RelayThread tls(*port);
    std::printf("port %d tls %d %s\n", *port, tls.relay->serverPort(), tls.relay->certificate().toDer().toBase64().constData());
    std::fflush(stdout);
    for (std::string line; std::getline(std::cin, line);) {
        std::istringstream words(line);
        std::string verb;
        std::int64_t rate = 0, count = 0;
        words >> verb >> rate >> count;
        if (verb == "go")
            loop.post([&frames, rate, count] { frames.go(rate, count); });
        else
            loop.post([&frames] { frames.pulse(); });
    }
    loop.stop();
    return 0;
}

} // namespace spreadline::bench
