// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/studies.h"

#include <QString>
#include <QTimeZone>

#include <optional>

/// A parameter's value as a person reads and types it: 26, 0.02, "1d 12h", "2026-01-31 09:30" in a zone, a choice by its name.
/// Ui thread only (the default QLocale).
namespace spreadline::studies {

/// Milliseconds that count from 1970, not the length of something.
bool isMoment(const indicators::Parameter& parameter);

/// Reads back to the very same value, but for a moment in the hour that a change of clocks repeats.
QString valueText(const indicators::Parameter& parameter, double value, const QTimeZone& zone);

struct Reading {
    std::optional<double> value;
    QString problem; ///< when there is none: what to type instead, a sentence
};
/// Whatever is read is in the parameter's range.
Reading readValue(const indicators::Parameter& parameter, const QString& text, const QTimeZone& zone);

/// "1 to 100,000"; empty where every value is offered or a range says nothing.
QString rangeText(const indicators::Parameter& parameter);

/// One step up or down from `value`, within the range.
double stepped(const indicators::Parameter& parameter, double value, int steps);

} // namespace spreadline::studies
