// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QJsonObject>
#include <QLocalServer>
#include <QLockFile>
#include <QObject>

#include <functional>
#include <memory>

namespace spreadline {

class EngineSocket;

/// The local socket of the program that runs on a profile: JSON lines, this user only, everything bounded. Asks are
///
///     {"command":"status"}  ->  {"status":{...}}
///     {"command":"raise"}   ->  {"ok":true}, and raiseRequested()
///
/// anything else is answered with {"error":"..."}. Ui thread (or the main thread of a windowless engine).
class StatusServer : public QObject {
    Q_OBJECT
public:
    static constexpr qint64 maxRequest = 4'096; ///< bytes of a line; more closes the connection
    static constexpr int maxConnections = 8;
    static constexpr int patience = 5'000; ///< ms a connection may be silent

    /// `status` is called for every status asked for.
    explicit StatusServer(std::function<QJsonObject()> status, QObject* parent = nullptr);
    ~StatusServer() override;

    /// Takes the profile, whose folder exists: its lock, then its socket. What a program that died left behind is taken over. Errors: AlreadyRunning
    /// when a living program has the profile, CannotWrite.
    Status listen(const EngineSocket& profile);

Q_SIGNALS:
    /// Another instance was started on this profile and asks for our window.
    void raiseRequested();

private:
    void accept();
    void read(class QLocalSocket* socket);
    QJsonObject answer(const QByteArray& line);

    std::function<QJsonObject()> m_status;
    std::unique_ptr<QLockFile> m_lock;
    QLocalServer m_server;
    int m_connections = 0;
};

} // namespace spreadline
