// SPDX-License-Identifier: GPL-3.0-or-later
#include "stream_server.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace spreadline::test {

StreamServer::StreamServer() : m_server(QStringLiteral("test"), QWebSocketServer::NonSecureMode)
{
    m_clock.start();
    QObject::connect(&m_server, &QWebSocketServer::newConnection, &m_server, [this] {
        while (QWebSocket* client = m_server.nextPendingConnection())
            greet(client);
    });
    m_server.listen(QHostAddress::LocalHost);
}

void StreamServer::greet(QWebSocket* client)
{
    client->setParent(&m_server);
    ++m_connects;
    m_clients.append(client);
    connectTimes.append(m_clock.elapsed());
    QObject::connect(client, &QWebSocket::textMessageReceived, &m_server,
                     [this, client](const QString& text) { heard(client, text); });
    QObject::connect(client, &QWebSocket::disconnected, &m_server, [this, client] {
        m_clients.removeAll(client);
        client->deleteLater();
    });
    if (onConnect)
        onConnect(client);
}

void StreamServer::heard(QWebSocket* client, const QString& text)
{
    controlTimes.append(m_clock.elapsed());
    const QJsonObject request = QJsonDocument::fromJson(text.toUtf8()).object();
    if (request[QStringLiteral("method")] == QLatin1String("SUBSCRIBE")) {
        for (const QJsonValue& stream : request[QStringLiteral("params")].toArray())
            subscribed.append(stream.toString());
    }
    if (acknowledge && client != mute) {
        const QJsonObject reply{{QStringLiteral("result"), QJsonValue::Null},
                                {QStringLiteral("id"), request[QStringLiteral("id")]}};
        client->sendTextMessage(QString::fromUtf8(QJsonDocument(reply).toJson(QJsonDocument::Compact)));
    }
}

void StreamServer::say(const QByteArray& text)
{
    for (QWebSocket* client : std::as_const(m_clients))
        client->sendTextMessage(QString::fromUtf8(text));
}

QByteArray StreamServer::trade(int id, const QByteArray& symbol)
{
    return R"({"stream":")" + symbol.toLower() + R"(@aggTrade","data":{"e":"aggTrade","E":1767225600000,"s":")" + symbol
        + R"(","a":)" + QByteArray::number(id)
        + R"(,"p":"60000.10","q":"0.002","nq":"0.002","f":1,"l":1,"T":1767225600000,"m":true}})";
}

} // namespace spreadline::test
