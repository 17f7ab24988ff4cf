// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http_server.h"
#include "server/io_loop.h"

#include <QElapsedTimer>
#include <QTcpSocket>

#include <functional>

namespace spreadline::server::test {

inline HttpResponse plainAnswer(int status)
{
    HttpResponse response;
    response.status = status;
    return response;
}

/// A server with handlers given as functions, on a loop of its own.
class RunningServer final : public HttpHandler {
public:
    std::function<HttpResponse(const HttpRequest&)> respond = [](const HttpRequest& request) {
        HttpResponse response;
        response.body = request.method + " " + request.path + " ?" + request.query + " " + request.body;
        return response;
    };
    std::function<bool(const HttpRequest&)> ready = [](const HttpRequest&) { return true; };
    std::function<Upgrade(const HttpRequest&)> upgrade = [](const HttpRequest&) { return plainAnswer(404); };

    /// Zero when it cannot listen; why() says why not.
    std::uint16_t start(Limits limits = {}, std::vector<std::string> hosts = {}, std::uint16_t port = 0)
    {
        server = std::make_unique<HttpServer>(loop, *this, ServerConfig{"127.0.0.1", port, limits, std::move(hosts)});
        const auto bound = server->listen();
        if (!bound) {
            failure = bound.error();
            return 0;
        }
        loop.start();
        return *bound;
    }
    ~RunningServer() override { loop.stop(); }

    HttpResponse onRequest(const HttpRequest& request) override { return respond(request); }
    bool prepare(const HttpRequest& request) override { return ready(request); }
    Upgrade onUpgrade(const HttpRequest& request) override { return upgrade(request); }
    ServerCounters counters()
    {
        return loop.ask([this] { return server->counters(); });
    }

    IoLoop loop;
    std::unique_ptr<HttpServer> server;
    Error failure;
};

/// A client that sees every byte.
class RawClient {
public:
    explicit RawClient(std::uint16_t port)
    {
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        m_socket.waitForConnected(3'000);
    }
    void send(const QByteArray& bytes)
    {
        m_socket.write(bytes);
        m_socket.waitForBytesWritten(3'000);
    }
    /// Reads until the text has come, the server closed or the time is up.
    QByteArray readUntil(const QByteArray& text, int milliseconds = 3'000)
    {
        QElapsedTimer timer;
        timer.start();
        while (!m_seen.contains(text) && timer.elapsed() < milliseconds) {
            if (!m_socket.waitForReadyRead(std::max(1, milliseconds - static_cast<int>(timer.elapsed()))))
                break;
            m_seen += m_socket.readAll();
        }
        return m_seen;
    }
    QByteArray readToEnd(int milliseconds = 3'000) { return readUntil(QByteArrayLiteral("\x01never\x01"), milliseconds); }
    QByteArray take() { return std::exchange(m_seen, {}); }
    bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    QAbstractSocket::SocketError error() const { return m_socket.error(); }

private:
    QTcpSocket m_socket;
    QByteArray m_seen;
};

} // namespace spreadline::server::test
