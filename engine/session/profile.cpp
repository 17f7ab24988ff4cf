// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/profile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace spreadline {

Profile::Profile(const QString& folder)
{
    const QString wanted = folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) : folder;
    const QFileInfo info(wanted);
    const QString canonical = info.canonicalFilePath();
    m_path = canonical.isEmpty() ? QDir::cleanPath(info.absoluteFilePath()) : canonical;
}

QString Profile::socketName() const
{
    const QByteArray hash = QCryptographicHash::hash(m_path.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    const QString name = QStringLiteral("spreadline-") + QString::fromLatin1(hash);
#ifdef Q_OS_UNIX
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QFileInfo folder(runtime);
    if (!runtime.isEmpty() && folder.isDir() && folder.isWritable())
        return runtime + QLatin1Char('/') + name;
#endif
    return name;
}

bool Profile::create() const
{
    if (QFileInfo(m_path).isDir())
        return true; // somebody's choice of permissions
    if (!QDir().mkpath(m_path))
        return false;
    const auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    return QFile::setPermissions(m_path, owner);
}

} // namespace spreadline
