// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

namespace spreadline {

/// One window per profile: the first holds the lock and listens; a second asks it to come to the front and ends. Only the same user
/// can connect. A lock left by a crash is taken over.
class SingleInstance : public QObject {
    Q_OBJECT
public:
    explicit SingleInstance(const QString& profileFolder, QObject* parent = nullptr);

    enum class Role { First, Second };
    /// Errors: CannotWrite (the profile folder), AlreadyRunning when the other one does not answer.
    Result<Role> claim();

Q_SIGNALS:
    /// A second start wants this window in front.
    void raiseWanted();

private:
    Status askFirstToRaise() const;

    QString m_name;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace spreadline
