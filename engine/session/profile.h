// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace spreadline {

/// The folder that holds everything of one profile: settings, databases, journal, logs, layouts.
class Profile {
public:
    /// `folder` as a person gave it; empty means the platform's place for application data. Nothing is created.
    explicit Profile(const QString& folder = {});

    QString path() const { return m_path; }          ///< absolute, links resolved as far as the folder exists
    QString lockPath() const { return m_path + QStringLiteral("/lock"); }
    QString journalPath() const { return m_path + QStringLiteral("/journal"); }
    /// The local socket of the program that runs on this profile: a full path in the user's runtime folder where there is one,
    /// otherwise a name. Derived from the profile's path, so that two profiles never meet.
    QString socketName() const;
    /// Creates the folder, for its owner only, unless it is there. False when that cannot be done.
    bool create() const;

private:
    QString m_path;
};

} // namespace spreadline
