// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/engine_socket.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace spreadline {

EngineSocket::EngineSocket(const QString& profileFolder)
{
    const QString platform = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    const QFileInfo info(profileFolder.isEmpty() ? platform : profileFolder);
    const QString canonical = info.canonicalFilePath();
    m_folder = canonical.isEmpty() ? QDir::cleanPath(info.absoluteFilePath()) : canonical;
}

QString EngineSocket::name() const
{
    const QByteArray hash = QCryptographicHash::hash(m_folder.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    const QString name = QStringLiteral("spreadline-") + QString::fromLatin1(hash);
#ifdef Q_OS_UNIX
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QFileInfo folder(runtime);
    if (!runtime.isEmpty() && folder.isDir() && folder.isWritable())
        return runtime + QLatin1Char('/') + name;
#endif
    return name;
}

} // namespace spreadline
