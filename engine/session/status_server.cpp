// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/status_server.h"

#include "session/engine_socket.h"

#include <QJsonDocument>
#include <QLocalSocket>
#include <QTimer>

namespace spreadline {
namespace {

QJsonObject refusal(const char* reason)
{
    return {{QStringLiteral("error"), QLatin1String(reason)}};
}

} // namespace

StatusServer::StatusServer(std::function<QJsonObject()> status, QObject* parent) : QObject(parent), m_status(std::move(status))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &StatusServer::accept);
}

StatusServer::~StatusServer()
{
    // Sockets go with the server and say so; by then there is nothing of us left to tell.
    for (QLocalSocket* socket : m_server.findChildren<QLocalSocket*>())
        socket->disconnect(this);
}

Status StatusServer::listen(const EngineSocket& profile)
{
    m_lock = std::make_unique<QLockFile>(profile.lockPath());
    m_lock->setStaleLockTime(0); // a lock is stale when its process is gone, never by age
    if (!m_lock->tryLock()) {
        const bool isTaken = m_lock->error() == QLockFile::LockFailedError;
        return Error{isTaken ? Errc::AlreadyRunning : Errc::CannotWrite, profile.folder().toStdString(), {}};
    }
    const QString name = profile.name();
    QLocalServer::removeServer(name); // we hold the lock: a socket that is there was left by a program that died
    if (!m_server.listen(name))
        return Error{Errc::CannotWrite, name.toStdString(), m_server.errorString().toStdString()};
    return {};
}

void StatusServer::accept()
{
    while (QLocalSocket* socket = m_server.nextPendingConnection()) {
        if (m_connections == maxConnections) {
            delete socket;
            continue;
        }
        ++m_connections;
        socket->setReadBufferSize(maxRequest);
        connect(socket, &QLocalSocket::disconnected, this, [this, socket] {
            --m_connections;
            socket->deleteLater();
        });
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        QTimer::singleShot(patience, socket, [socket] { socket->abort(); });
    }
}

void StatusServer::read(QLocalSocket* socket)
{
    while (socket->canReadLine()) {
        const QByteArray line = socket->readLine(maxRequest);
        socket->write(QJsonDocument(answer(line)).toJson(QJsonDocument::Compact) + '\n');
    }
    if (socket->bytesAvailable() >= maxRequest)
        socket->abort(); // a line that long is none of ours
}

QJsonObject StatusServer::answer(const QByteArray& line)
{
    const QJsonDocument document = QJsonDocument::fromJson(line);
    if (!document.isObject())
        return refusal("not a JSON object");
    const QString command = document.object().value(QLatin1String("command")).toString();
    if (command == QLatin1String("status"))
        return {{QStringLiteral("status"), m_status()}};
    if (command == QLatin1String("raise")) {
        Q_EMIT raiseRequested();
        return {{QStringLiteral("ok"), true}};
    }
    return refusal("unknown command");
}

} // namespace spreadline
