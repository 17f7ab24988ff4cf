// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/studies.h"

#include <QString>

#include <span>

/// The registry's English words in the window's language (context "Studies"), and the few the ui adds. Ui thread only.
namespace spreadline::studies {

QString toQString(std::string_view utf8);

QString titleOf(const indicators::StudyInfo& study);
QString helpOf(const indicators::StudyInfo& study);
QString titleOf(const indicators::Parameter& parameter);
QString helpOf(const indicators::Parameter& parameter);
QString titleOf(const indicators::Output& output);
QString titleOf(indicators::StudyInfo::Category category);
QString choiceText(std::string_view choice);
QString unitOf(const indicators::Parameter& parameter);

/// Words people look for that are not in the registry's own: "moving average".
QString searchWords(const indicators::StudyInfo& study);
/// "Length 20 · Source Close".
QString presetsText(const indicators::StudyInfo& study, std::span<const double> arguments);
/// The pane it is drawn in.
QString paneText(const indicators::StudyInfo& study);
/// Why it cannot be computed from a chart that supplies these inputs; "" when it can. The second symbol is asked for, not missed.
QString missingText(unsigned inputs, unsigned supplied);

/// The texts of the registry that translators are given, besides the categories: titles of studies, parameters, outputs, choices.
std::span<const char* const> listedTexts();

} // namespace spreadline::studies
