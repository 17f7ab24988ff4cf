// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QJsonObject>
#include <QString>

namespace spreadline {

/// Reads one JSON object. Errors: NotFound, BadFile (unreadable, too large, or not an object; `where` has the path and the offset).
Result<QJsonObject> readJsonFile(const QString& path);
/// Writes it in one step: a crash leaves the old file or the new one, never half. Makes the folder. Errors: CannotWrite.
Status writeJsonFile(const QString& path, const QJsonObject& object);

} // namespace spreadline
