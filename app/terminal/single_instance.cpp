// SPDX-License-Identifier: GPL-3.0-or-later
#include "single_instance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

namespace spreadline {
namespace {

constexpr int patience = 3'000; // ms for the first one to answer

QString serverName(const QString& folder)
{
    const QByteArray digest = QCryptographicHash::hash(QDir(folder).canonicalPath().toUtf8(), QCryptographicHash::Sha256);
    return QStringLiteral("spreadline-window-") + QString::fromLatin1(digest.toHex().left(16));
}

} // namespace

SingleInstance::SingleInstance(const QString& profileFolder, QObject* parent)
    : QObject(parent), m_name(serverName(profileFolder)), m_lock(QDir(profileFolder).filePath(QStringLiteral("window.lock")))
{
    m_lock.setStaleLockTime(0); // a lock is stale when its process is gone, however old it is
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* caller = m_server.nextPendingConnection()) {
            connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
            caller->write("ok\n");
            caller->flush();
            caller->disconnectFromServer();
        }
        Q_EMIT raiseWanted();
    });
}

Result<SingleInstance::Role> SingleInstance::claim()
{
    if (m_lock.tryLock(0)) {
        QLocalServer::removeServer(m_name);
        if (!m_server.listen(m_name))
            qWarning("single instance: %s", qPrintable(m_server.errorString())); // a second start then ends without raising this one
        return Role::First;
    }
    if (m_lock.error() == QLockFile::PermissionError)
        return Error{Errc::CannotWrite, m_lock.fileName().toStdString(), "the profile folder is not writable"};
    if (const Status asked = askFirstToRaise(); !asked)
        return asked.error();
    return Role::Second;
}

Status SingleInstance::askFirstToRaise() const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(patience) || !socket.waitForReadyRead(patience))
        return Error{Errc::AlreadyRunning, m_lock.fileName().toStdString(), socket.errorString().toStdString()};
    return {};
}

} // namespace spreadline
