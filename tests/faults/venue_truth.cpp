// SPDX-License-Identifier: GPL-3.0-or-later
#include "venue_truth.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpSocket>

#include <algorithm>

namespace spreadline::faults {

QByteArray VenueTruth::call(quint16 port, const QByteArray& method, const QByteArray& target, const QByteArray& body) const
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    if (!socket.waitForConnected(5'000))
        return {};
    socket.write(method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port)
                 + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size())
                 + "\r\n\r\n" + body);
    QByteArray answer;
    while (socket.waitForReadyRead(10'000))
        answer += socket.readAll();
    return answer + socket.readAll();
}

bool VenueTruth::fault(const QByteArray& json) const
{
    const QByteArray answer = call(m_controlPort, "POST", "/fault", json);
    const bool taken = answer.startsWith("HTTP/1.1 200");
    if (!taken)
        qWarning("the fault %s was refused: %s", json.constData(), answer.constData());
    return taken;
}

bool VenueTruth::heal() const
{
    return call(m_controlPort, "POST", "/heal", "{}").startsWith("HTTP/1.1 200");
}

QJsonObject VenueTruth::part(const QByteArray& name) const
{
    const QByteArray answer = call(m_controlPort, "GET", "/truth?part=" + name, {});
    return QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4)).object();
}

std::int64_t VenueTruth::fired(const QString& verb) const
{
    return part("faults")[QLatin1String("fired")].toObject()[verb].toInteger();
}

std::map<std::int64_t, std::uint64_t> VenueTruth::books(const QString& symbol) const
{
    std::map<std::int64_t, std::uint64_t> hashes;
    for (const QJsonValue& mark : part("books")[QLatin1String("books")].toObject()[symbol].toArray())
        hashes[mark[0].toInteger()] = mark[1].toString().toULongLong();
    return hashes;
}

std::vector<std::int64_t> VenueTruth::trades(const QString& symbol) const
{
    std::vector<std::int64_t> ids;
    for (const QJsonValue& id : part("trades")[QLatin1String("trades")].toObject()[symbol].toArray())
        ids.push_back(id.toInteger());
    return ids;
}

std::vector<VenueTruth::Connection> VenueTruth::connections() const
{
    std::vector<Connection> list;
    for (const QJsonValue& json : part("connections")[QLatin1String("connections")].toArray()) {
        Connection connection;
        connection.target = json[QLatin1String("target")].toString();
        connection.openedMs = json[QLatin1String("openedMs")].toInteger();
        connection.closedMs = json[QLatin1String("closedMs")].toInteger();
        connection.closeCode = json[QLatin1String("closeCode")].toInt();
        connection.mostControlInSecond = json[QLatin1String("mostControlInSecond")].toInt();
        connection.pings = json[QLatin1String("pings")].toInteger();
        connection.pongs = json[QLatin1String("pongs")].toInteger();
        connection.slowestPongMs = json[QLatin1String("slowestPongMs")].toInteger();
        connection.open = json[QLatin1String("open")].toBool();
        connection.closedByUs = json[QLatin1String("closedByUs")].toBool();
        connection.tooSlow = json[QLatin1String("tooSlow")].toBool();
        for (const QJsonValue& stream : json[QLatin1String("subscriptions")].toArray())
            connection.subscriptions << stream.toString();
        list.push_back(connection);
    }
    return list;
}

int VenueTruth::openConnections() const
{
    const auto list = connections();
    return static_cast<int>(std::ranges::count(list, true, &Connection::open));
}

std::vector<VenueTruth::Request> VenueTruth::requests() const
{
    std::vector<Request> list;
    for (const QJsonValue& json : part("requests")[QLatin1String("requests")].toArray())
        list.push_back({json[QLatin1String("request")].toString(), json[QLatin1String("sinceStartUs")].toInteger() / 1'000,
                        json[QLatin1String("weight")].toInt(), json[QLatin1String("status")].toInt()});
    return list;
}

int VenueTruth::requestsOf(const QString& text) const
{
    const auto list = requests();
    return static_cast<int>(std::ranges::count_if(list, [&](const Request& request) { return request.line.contains(text); }));
}

std::vector<VenueTruth::Bar> VenueTruth::bars(const QString& symbol, const QString& interval, int count) const
{
    const QByteArray target = "/fapi/v1/klines?symbol=" + symbol.toLatin1() + "&interval=" + interval.toLatin1()
        + "&limit=" + QByteArray::number(count);
    const QByteArray answer = call(m_port, "GET", target, {});
    std::vector<Bar> bars;
    for (const QJsonValue& row : QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4)).array())
        bars.push_back({row[0].toInteger(), row[1].toString(), row[2].toString(), row[3].toString(), row[4].toString(),
                        row[5].toString(), row[8].toInteger()});
    return bars;
}

} // namespace spreadline::faults
