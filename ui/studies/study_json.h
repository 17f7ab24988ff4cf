// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "plot/chart_study.h"

#include <QJsonArray>
#include <QJsonObject>

#include <span>
#include <vector>

/// A study of a chart as a layout keeps it: its canonical text, and looks by the name of the output, so that a later version may
/// add outputs.
namespace spreadline::studies {

QJsonObject toJson(const chart::ChartStudy& study);
QJsonArray toJson(std::span<const chart::ChartStudy> studies);

/// Errors: BadFile, whose detail names what is wrong: the study that is not known, the value that cannot be. Looks that are not
/// there are those of a new study; keys that are not known are left out.
Result<chart::ChartStudy> studyFromJson(const QJsonObject& json);

struct StudyList {
    std::vector<chart::ChartStudy> studies; ///< those that are good, in their order
    std::vector<Error> errors;              ///< one for each of the others
};
StudyList studiesFromJson(const QJsonArray& json);

} // namespace spreadline::studies
