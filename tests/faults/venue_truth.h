// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/interval.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

#include <cstdint>
#include <map>
#include <vector>

namespace spreadline::faults {

/// The practice exchange's control port, and its REST for comparison: what really happened. Blocking, milliseconds on loopback;
/// talks to the exchange itself and never through a shim. One thread.
class VenueTruth {
public:
    VenueTruth(quint16 port, quint16 controlPort) : m_port(port), m_controlPort(controlPort) {}

    /// Posts faults, {"verb":...} or a list of them. False when they were refused; the answer is then in the log.
    bool fault(const QByteArray& json) const;
    bool heal() const;
    /// How often the verb has fired since the exchange started.
    std::int64_t fired(const QString& verb) const;

    /// Hashes of the best twenty levels by update id.
    std::map<std::int64_t, std::uint64_t> books(const QString& symbol) const;
    /// Ids of the trades that were sent, in order, repeats included.
    std::vector<std::int64_t> trades(const QString& symbol) const;

    struct Connection {
        QString target;
        qint64 openedMs = 0, closedMs = 0; ///< since the exchange's start
        int closeCode = 0, mostControlInSecond = 0;
        qint64 pings = 0, pongs = 0, slowestPongMs = 0;
        bool open = false, closedByUs = false, tooSlow = false; ///< us: the exchange
        QStringList subscriptions;
    };
    std::vector<Connection> connections() const;
    int openConnections() const;

    struct Request {
        QString line;
        qint64 sinceStartMs = 0;
        int weight = 0, status = 0;
    };
    std::vector<Request> requests() const;
    int requestsOf(const QString& part) const; ///< those whose line contains it

    struct Bar {
        qint64 openTime = 0;
        QString open, high, low, close, volume;
        qint64 trades = 0;
        bool operator==(const Bar&) const = default;
    };
    /// The newest bars, the forming one included.
    std::vector<Bar> bars(const QString& symbol, const QString& interval, int count) const;

private:
    QByteArray call(quint16 port, const QByteArray& method, const QByteArray& target, const QByteArray& body) const;
    QJsonObject part(const QByteArray& name) const;

    quint16 m_port, m_controlPort;
};

} // namespace spreadline::faults
