// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/layout_store.h"

#include "settings/json_file.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace spreadline {
namespace {

const QString versionKey = QStringLiteral("version");
const QString suffix = QStringLiteral(".json");

} // namespace

bool LayoutStore::isValidName(const QString& name)
{
    const auto fits = [](QChar c) { return c.isLetterOrNumber() || c == u' ' || c == u'-' || c == u'_'; };
    return !name.trimmed().isEmpty() && name.size() <= 40 && std::all_of(name.begin(), name.end(), fits);
}

QString LayoutStore::path(const QString& name) const
{
    return QDir(m_folder).filePath(name + suffix);
}

Result<QJsonObject> LayoutStore::load(const QString& name) const
{
    if (!isValidName(name))
        return Error{Errc::BadUsage, "layout", name.left(64).toStdString()};
    auto layout = readJsonFile(path(name));
    if (!layout) {
        if (layout.error().code == Errc::NotFound)
            return shipped(name);
        const QString aside = path(name) + QStringLiteral(".broken");
        QFile::remove(aside);
        QFile::rename(path(name), aside);
        return layout;
    }
    if (layout->value(versionKey).toInt() > version)
        return Error{Errc::SchemaTooNew, path(name).toStdString(), {}};
    return layout;
}

QJsonObject LayoutStore::shipped(const QString& name) const
{
    return m_shipped.isEmpty() ? QJsonObject() : readJsonFile(QDir(m_shipped).filePath(name + suffix)).valueOr({});
}

Status LayoutStore::save(const QString& name, QJsonObject layout) const
{
    if (!isValidName(name))
        return Error{Errc::BadUsage, "layout", name.left(64).toStdString()};
    if (const auto before = readJsonFile(path(name))) {
        if (before->value(versionKey).toInt() > version)
            return Error{Errc::SchemaTooNew, path(name).toStdString(), {}};
        for (auto it = before->begin(); it != before->end(); ++it) {
            if (!layout.contains(it.key()))
                layout.insert(it.key(), it.value());
        }
    }
    layout.insert(versionKey, version);
    return writeJsonFile(path(name), layout);
}

QStringList LayoutStore::names() const
{
    QStringList names;
    for (const QString& folder : {m_folder, m_shipped}) {
        const QStringList files =
            folder.isEmpty() ? QStringList() : QDir(folder).entryList({QLatin1Char('*') + suffix}, QDir::Files);
        for (const QString& file : files)
            names.append(file.chopped(suffix.size()));
    }
    names.removeDuplicates();
    names.sort();
    return names;
}

} // namespace spreadline
