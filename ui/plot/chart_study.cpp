// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/chart_study.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace spreadline::chart {
namespace {

using indicators::Output;
using indicators::Parameter;
using indicators::StudySpec;

/// Lines that tell themselves apart on every panel, in the order in which they are given away.
constexpr std::array lineInks{Ink::Accent, Ink::Amber, Ink::Violet, Ink::Teal, Ink::Rose};

bool isLed(const Output& output) noexcept
{
    return output.role == Output::Role::Primary && output.kind != Output::Kind::Value;
}

// The colour a study is known by: of its first primary output.
std::optional<Ink> leadingInk(const ChartStudy& study)
{
    const auto& outputs = study.spec.study->outputs;
    for (std::size_t i = 0; i < std::min(outputs.size(), study.looks.size()); ++i) {
        if (isLed(outputs[i]))
            return study.looks[i].ink;
    }
    return std::nullopt;
}

// The one that the fewest use already, the earliest of those.
std::size_t freeInk(const std::vector<ChartStudy>& taken)
{
    std::array<int, lineInks.size()> uses{};
    for (const ChartStudy& study : taken) {
        const auto ink = leadingInk(study);
        if (const auto* found = std::ranges::find(lineInks, ink.value_or(Ink::Text)); found != lineInks.end())
            ++uses[static_cast<std::size_t>(found - lineInks.begin())];
    }
    return static_cast<std::size_t>(std::ranges::min_element(uses) - uses.begin());
}

Ink inkFor(Output::Role role, std::size_t lead)
{
    const auto following = [lead](std::size_t by) { return lineInks[(lead + by) % lineInks.size()]; };
    switch (role) {
    case Output::Role::Primary:
    case Output::Role::Band: return following(0);
    case Output::Role::Secondary: return following(1);
    case Output::Role::Tertiary: return following(2);
    case Output::Role::Up:
    case Output::Role::UpDown: return Ink::Up;
    case Output::Role::Down: return Ink::Down;
    case Output::Role::Muted: return Ink::Muted;
    }
    return Ink::Accent;
}

Dash dashFor(Output::Dash dash)
{
    switch (dash) {
    case Output::Dash::Solid: return Dash::Solid;
    case Output::Dash::Dashed: return Dash::Dashed;
    case Output::Dash::Dotted: return Dash::Dotted;
    }
    return Dash::Solid;
}

OutputLook lookOf(const Output& output, std::size_t lead)
{
    OutputLook look;
    look.ink = inkFor(output.role, lead);
    look.dash = dashFor(output.dash);
    look.width = output.kind == Output::Kind::Line && output.role == Output::Role::UpDown ? 2 : 1;
    look.isShown = output.kind != Output::Kind::Value;
    return look;
}

/// Studies that nobody calls by their registered name in capitals.
constexpr std::array<std::pair<std::string_view, std::string_view>, 22> names{
    {{"bbands", "BB"},         {"keltner", "KC"},     {"donchian", "DC"},        {"supertrend", "Supertrend"},
     {"ichimoku", "Ichimoku"}, {"aroon", "Aroon"},    {"linreg", "LinReg"},      {"heikin_ashi", "Heikin-Ashi"},
     {"stoch", "Stoch"},       {"willr", "%R"},       {"stochrsi", "Stoch RSI"}, {"mom", "Mom"},
     {"ultosc", "UO"},         {"volume", "Vol"},     {"force", "Force"},        {"open_interest", "OI"},
     {"funding", "Funding"},   {"zscore", "Z-score"}, {"correlation", "Corr"},   {"beta", "Beta"},
     {"stddev", "StdDev"},     {"psar", "SAR"}}};

std::string shortTitle(std::string_view name)
{
    for (const auto& [known, text] : names) {
        if (known == name)
            return std::string(text);
    }
    std::string text(name);
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
}

// A length as an interval, a moment as a date.
std::string milliseconds(const Parameter& parameter, double value)
{
    if (parameter.most > 1e12) {
        const QDateTime moment = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(value), Qt::UTC);
        const bool isMidnight = moment.time() == QTime(0, 0);
        return moment.toString(isMidnight ? QStringLiteral("yyyy-MM-dd") : QStringLiteral("yyyy-MM-dd HH:mm")).toStdString();
    }
    const auto length = static_cast<std::int64_t>(value);
    return (length < 0 ? "−" : "") + toString(Interval::time(std::chrono::milliseconds(std::abs(length))));
}

} // namespace

ChartStudy newStudy(const StudySpec& spec, const std::vector<ChartStudy>& taken)
{
    ChartStudy study;
    study.spec = spec;
    study.pane = -1;
    const std::size_t lead = freeInk(taken);
    for (const Output& output : spec.study->outputs)
        study.looks.push_back(lookOf(output, lead));
    return study;
}

std::string shortName(const StudySpec& spec)
{
    std::string text = shortTitle(spec.study->name);
    for (std::size_t i = 0; i < spec.arguments.size(); ++i) {
        const Parameter& parameter = spec.study->parameters[i];
        const bool isTime = parameter.kind == Parameter::Kind::Milliseconds;
        if ((parameter.byNameOnly || isTime) && spec.arguments[i] == parameter.preset)
            continue;
        text += ' ' + (isTime ? milliseconds(parameter, spec.arguments[i]) : argumentText(parameter, spec.arguments[i]));
    }
    if (spec.higher)
        text += " · " + toString(*spec.higher) + (spec.showsForming ? " forming" : "");
    return text;
}

} // namespace spreadline::chart
