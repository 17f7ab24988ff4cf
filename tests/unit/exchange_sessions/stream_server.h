// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QJsonObject>
#include <QWebSocket>
#include <QWebSocketServer>

#include <functional>

namespace spreadline::test {

/// A WebSocket server in the test's hands: it confirms subscriptions unless told otherwise and remembers what was said when.
class StreamServer {
public:
    StreamServer();

    std::string url() const { return m_server.serverUrl().toString().toStdString() + "/market/stream"; }
    QList<QWebSocket*> clients() const { return m_clients; } ///< in order of arrival; closed ones leave
    int connects() const { return m_connects; }
    QWebSocket* newest() const { return m_clients.isEmpty() ? nullptr : m_clients.back(); }

    bool acknowledge = true;
    QWebSocket* mute = nullptr; ///< this client is not acknowledged any more
    QStringList subscribed;     ///< stream names, each time they were asked for
    QList<qint64> controlTimes; ///< ms since start, of every text or ping from clients
    QList<qint64> connectTimes;
    std::function<void(QWebSocket*)> onConnect;

    void say(const QByteArray& text); ///< to all clients
    void stopListening() { m_server.close(); }

    static QByteArray trade(int id, const QByteArray& symbol = "BTCUSDT");

private:
    void greet(QWebSocket* client);
    void heard(QWebSocket* client, const QString& text);

    QWebSocketServer m_server;
    QList<QWebSocket*> m_clients;
    QElapsedTimer m_clock;
    int m_connects = 0;
};

} // namespace spreadline::test
