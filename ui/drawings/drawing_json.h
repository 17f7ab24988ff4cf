// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "drawings/drawing.h"

#include <QJsonObject>

namespace spreadline::drawing {

constexpr int drawingsVersion = 1;

/// An entry of a file that this version cannot read: a kind of later days, or a broken one. It goes back as it came.
struct ForeignEntry {
    qsizetype at = 0; ///< its place among all entries
    QJsonValue value;
};

/// What a file of drawings holds.
struct DrawingFile {
    std::vector<Drawing> drawings;
    bool allHidden = false, allLocked = false;
    std::vector<ForeignEntry> foreign;
    QJsonObject others; ///< keys of the root this version does not know
    int broken = 0;     ///< entries of a known kind that make no drawing; they are among the foreign ones
};

/// Errors: BadFile for what is no file of drawings, SchemaTooNew for one of a later version.
Result<DrawingFile> fromJson(const QJsonObject& root);
QJsonObject toJson(const DrawingFile& file);

} // namespace spreadline::drawing
