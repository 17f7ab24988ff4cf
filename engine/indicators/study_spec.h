// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/interval.h"
#include "indicators/registry.h"

#include <optional>

namespace spreadline::indicators {

/// One study with its arguments, as a person, a file or a strategy names it.
///
/// Text: `rsi`, `rsi(14)`, `macd(12,26,9)`, `bbands(n=20,k=2)`, `sma(20,source=hl2)`. What is left out has its preset.
/// `rsi(14)@4h` is the study of 4h bars on a chart of shorter ones, a value showing once its 4h bar has closed;
/// `rsi(14)@4h:forming` shows the value the 4h bar so far would give, which changes until it closes.
struct StudySpec {
    const StudyInfo* study = nullptr;
    std::vector<double> arguments; ///< all of them, in the parameters' order
    std::optional<Interval> higher;
    bool showsForming = false;

    bool operator==(const StudySpec&) const = default;

    int firstBar(std::size_t output) const { return study->firstBar(output, arguments); }
    int warmUp() const { return study->warmUp(arguments); } ///< in bars of `higher`, where there is one
    unsigned inputs() const { return study->inputs(Arguments(arguments)); }
};

/// Errors: BadUsage, saying which study, parameter or range is meant.
Result<StudySpec> parseStudy(std::string_view text);

/// The canonical text: every positional argument, the others where they differ from their preset.
std::string toString(const StudySpec& spec);
/// The name of an output's column: `macd(12,26,9).signal`.
std::string columnName(const StudySpec& spec, std::size_t output);
/// A parameter's value as the text has it: 26, 0.02, hl2.
std::string argumentText(const Parameter& parameter, double value);

/// `bars` is the interval of the bars the study will be fed with; only a study of a higher interval needs it. Errors: BadUsage
/// when it is missing or does not fit.
Result<std::unique_ptr<Study>> makeStudy(const StudySpec& spec, std::optional<Interval> bars = std::nullopt);

} // namespace spreadline::indicators
