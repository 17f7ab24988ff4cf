// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace spreadline {

/// Named window layouts, one JSON file each in the profile's layouts/. What a panel writes under its own key is its own business;
/// keys this version does not know are kept. Ui thread; small files, written at once.
class LayoutStore {
public:
    static constexpr int version = 1;

    /// `shipped` holds the layouts that came with the program: read where the profile has none of that name.
    explicit LayoutStore(QString folder, QString shipped = {}) : m_folder(std::move(folder)), m_shipped(std::move(shipped)) {}

    /// Letters, digits, blank, dash and underscore, at most 40: a name becomes a file name.
    static bool isValidName(const QString& name);

    /// An empty object when there is none yet. Errors: BadFile (the file is then set aside as NAME.json.broken),
    /// SchemaTooNew (left alone), BadUsage for a name that is none.
    Result<QJsonObject> load(const QString& name) const;
    /// Errors: CannotWrite, BadUsage.
    Status save(const QString& name, QJsonObject layout) const;
    QStringList names() const; ///< sorted; with the shipped ones
    const QString& folder() const noexcept { return m_folder; }

private:
    QString path(const QString& name) const;
    QJsonObject shipped(const QString& name) const;

    QString m_folder, m_shipped;
};

} // namespace spreadline
