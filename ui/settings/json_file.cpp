// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/json_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace spreadline {
namespace {

constexpr qint64 largest = 4 * 1024 * 1024;

} // namespace

Result<QJsonObject> readJsonFile(const QString& path)
{
    QFile file(path);
    if (!file.exists())
        return Error{Errc::NotFound, path.toStdString(), {}};
    if (file.size() > largest)
        return Error{Errc::BadFile, path.toStdString(), "larger than 4 MB"};
    if (!file.open(QIODevice::ReadOnly))
        return Error{Errc::BadFile, path.toStdString(), file.errorString().toStdString()};
    QJsonParseError fault;
    const auto document = QJsonDocument::fromJson(file.readAll(), &fault);
    if (!document.isObject()) {
        const QString place = QStringLiteral("%1:%2").arg(path).arg(fault.offset);
        return Error{Errc::BadFile, place.toStdString(), fault.errorString().toStdString()};
    }
    return document.object();
}

Status writeJsonFile(const QString& path, const QJsonObject& object)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    const QByteArray text = QJsonDocument(object).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return Error{Errc::CannotWrite, path.toStdString(), file.errorString().toStdString()};
    return {};
}

} // namespace spreadline
