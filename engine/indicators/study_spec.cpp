// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/study_spec.h"

#include "indicators/higher_interval.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace spreadline::indicators {
namespace {

constexpr std::size_t longestText = 200;

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const auto begin = text.find_first_not_of(blanks);
    return begin == text.npos ? std::string_view() : text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

std::string lower(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return result;
}

std::string quoted(std::string_view text)
{
    return "'" + std::string(text.substr(0, 40)) + "'";
}

/// Shortest decimal text that reads back to the same double, never in exponent form: it is typed and read by people.
std::string plainNumber(double value)
{
    std::array<char, 64> text;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    return {text.data(), end.ptr};
}

std::string join(std::span<const std::string_view> words)
{
    std::string text;
    for (const std::string_view word : words)
        text.append(text.empty() ? "" : ", ").append(word);
    return text;
}

std::string rangeText(const Parameter& parameter)
{
    if (parameter.kind == Parameter::Kind::Choice)
        return "one of " + join(parameter.choices);
    return std::string(parameter.kind == Parameter::Kind::Number ? "a number" : "a whole number") + " from "
        + plainNumber(parameter.least) + " to " + plainNumber(parameter.most);
}

std::optional<double> readValue(const Parameter& parameter, std::string_view text)
{
    if (parameter.kind == Parameter::Kind::Choice) {
        const auto found = std::ranges::find(parameter.choices, lower(text));
        if (found == parameter.choices.end())
            return std::nullopt;
        return static_cast<double>(found - parameter.choices.begin());
    }
    double value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    const bool isIn = value >= parameter.least && value <= parameter.most; // false for NaN
    if (!isIn || (parameter.kind != Parameter::Kind::Number && value != std::floor(value)))
        return std::nullopt;
    return value;
}

/// The study's arguments while its text is read.
class ArgumentReader {
public:
    explicit ArgumentReader(const StudyInfo& study)
        : m_study(study), m_values(study.presets()), m_isGiven(study.parameters.size(), false)
    {}

    Status take(std::string_view text)
    {
        const auto equals = text.find('=');
        if (text.empty())
            return refuse("an argument is empty");
        if (equals != text.npos)
            return takeNamed(trimmed(text.substr(0, equals)), trimmed(text.substr(equals + 1)));
        if (m_hasNamed)
            return refuse(quoted(text) + " follows a named argument and needs a name too");
        while (m_next < m_study.parameters.size() && m_study.parameters[m_next].byNameOnly)
            ++m_next;
        if (m_next == m_study.parameters.size())
            return refuse("too many arguments; it has " + parameterNames());
        return set(m_next++, text);
    }
    std::vector<double> values() && { return std::move(m_values); }

private:
    Error refuse(std::string why) const { return {Errc::BadUsage, std::string(m_study.name), std::move(why)}; }

    Status takeNamed(std::string_view name, std::string_view text)
    {
        m_hasNamed = true;
        const auto found = std::ranges::find(m_study.parameters, lower(name), &Parameter::name);
        if (found == m_study.parameters.end())
            return refuse("there is no parameter " + quoted(name) + "; it has " + parameterNames());
        return set(static_cast<std::size_t>(found - m_study.parameters.begin()), text);
    }
    Status set(std::size_t place, std::string_view text)
    {
        const Parameter& parameter = m_study.parameters[place];
        if (m_isGiven[place])
            return refuse(std::string(parameter.name) + " is given twice");
        const auto value = readValue(parameter, text);
        if (!value)
            return refuse(std::string(parameter.name) + " is " + quoted(text) + "; it must be " + rangeText(parameter));
        m_values[place] = *value;
        m_isGiven[place] = true;
        return {};
    }
    std::string parameterNames() const
    {
        std::vector<std::string_view> names;
        for (const Parameter& parameter : m_study.parameters)
            names.push_back(parameter.name);
        return names.empty() ? "no parameters" : join(names);
    }

    const StudyInfo& m_study;
    std::vector<double> m_values;
    std::vector<bool> m_isGiven;
    std::size_t m_next = 0;
    bool m_hasNamed = false;
};

Result<StudySpec> readHigher(StudySpec spec, std::string_view text)
{
    const auto colon = text.find(':');
    const std::string_view mode = colon == text.npos ? std::string_view() : trimmed(text.substr(colon + 1));
    if (colon != text.npos && mode != "forming")
        return Error{Errc::BadUsage, std::string(spec.study->name),
                     quoted(mode) + " is not known after the interval; only 'forming' is"};
    const auto interval = parseInterval(trimmed(text.substr(0, colon)));
    if (!interval || !interval->isCalendar())
        return Error{Errc::BadUsage, std::string(spec.study->name),
                     quoted(text.substr(0, colon)) + " is not an interval of the calendar such as 4h or 1d"};
    spec.higher = *interval;
    spec.showsForming = !mode.empty();
    return spec;
}

Error noSuchStudy(std::string_view name)
{
    const auto near = namesLike(lower(name));
    const std::string hint = near.empty() ? "see 'indicators list'" : "did you mean " + join(near) + "?";
    return {Errc::BadUsage, "study", "there is none named " + quoted(name) + "; " + hint};
}

Result<std::vector<double>> readArguments(const StudyInfo& study, std::string_view text)
{
    ArgumentReader reader(study);
    while (!trimmed(text).empty()) {
        const auto comma = text.find(',');
        if (auto taken = reader.take(trimmed(text.substr(0, comma))); !taken)
            return taken.error();
        if (comma == text.npos)
            break;
        text.remove_prefix(comma + 1);
        if (trimmed(text).empty())
            return reader.take({}).error();
    }
    return std::move(reader).values();
}

} // namespace

Result<StudySpec> parseStudy(std::string_view text)
{
    if (text.size() > longestText)
        return Error{Errc::BadUsage, "study", "the text is longer than 200 characters"};
    const auto at = text.find('@');
    const std::string_view call = trimmed(text.substr(0, at));
    const auto open = call.find('(');
    const std::string_view name = trimmed(call.substr(0, open));
    if (name.empty())
        return Error{Errc::BadUsage, "study", "a name is missing in " + quoted(text)};
    if (open != call.npos && call.back() != ')')
        return Error{Errc::BadUsage, std::string(name), "')' is missing at the end of " + quoted(call)};
    const StudyInfo* study = findStudy(lower(name));
    if (!study)
        return noSuchStudy(name);
    const std::string_view inside = open == call.npos ? std::string_view() : call.substr(open + 1, call.size() - open - 2);
    auto arguments = readArguments(*study, inside);
    if (!arguments)
        return arguments.error();
    StudySpec spec{study, *std::move(arguments), std::nullopt, false};
    return at == text.npos ? Result<StudySpec>(std::move(spec)) : readHigher(std::move(spec), trimmed(text.substr(at + 1)));
}

std::string argumentText(const Parameter& parameter, double value)
{
    if (parameter.kind == Parameter::Kind::Choice)
        return std::string(parameter.choices[static_cast<std::size_t>(value)]);
    return plainNumber(value);
}

std::string toString(const StudySpec& spec)
{
    std::string inside;
    for (std::size_t i = 0; i < spec.arguments.size(); ++i) {
        const Parameter& parameter = spec.study->parameters[i];
        if (parameter.byNameOnly && spec.arguments[i] == parameter.preset)
            continue;
        inside.append(inside.empty() ? "" : ",");
        if (parameter.byNameOnly)
            inside.append(parameter.name).append("=");
        inside.append(argumentText(parameter, spec.arguments[i]));
    }
    std::string text = std::string(spec.study->name) + "(" + inside + ")";
    if (spec.higher)
        text.append("@").append(toString(*spec.higher)).append(spec.showsForming ? ":forming" : "");
    return text;
}

std::string columnName(const StudySpec& spec, std::size_t output)
{
    return toString(spec) + "." + std::string(spec.study->outputs[output].name);
}

Result<std::unique_ptr<Study>> makeStudy(const StudySpec& spec, std::optional<Interval> bars)
{
    auto study = spec.study->make(Arguments(spec.arguments));
    if (!spec.higher)
        return study;
    if (!bars)
        return Error{Errc::BadUsage, toString(spec), "the interval of the bars must be known"};
    return HigherInterval::make(std::move(study), *bars, *spec.higher,
                                spec.showsForming ? HigherInterval::Shows::Forming : HigherInterval::Shows::Closed);
}

} // namespace spreadline::indicators
