// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace spreadline {

/// Where the program that runs on a profile can be reached: a local socket whose name is derived from the profile folder, so that
/// two profiles never meet, and the lock that says who may have it. Nothing is created here.
class EngineSocket {
public:
    /// `profileFolder` as a person gave it; empty means the platform's place for local application data.
    explicit EngineSocket(const QString& profileFolder);

    QString folder() const { return m_folder; } ///< absolute, links resolved as far as the folder exists
    /// A full path in the user's runtime folder where there is one, otherwise a name.
    QString name() const;
    QString lockPath() const { return m_folder + QStringLiteral("/engine.lock"); }

private:
    QString m_folder;
};

} // namespace spreadline
