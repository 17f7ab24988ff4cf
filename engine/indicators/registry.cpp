// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/registry.h"

#include "indicators/family.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace spreadline::indicators {
namespace {

std::vector<StudyInfo> collect()
{
    std::vector<StudyInfo> all;
    for (auto* family : {averageStudies, trendStudies, momentumStudies, volatilityStudies, volumeStudies, statisticsStudies})
        std::ranges::move(family(), std::back_inserter(all));
    return all;
}

/// Edits that turn one word into the other (Levenshtein 1966).
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, diagonal + 1, row[j] + 1});
        }
    }
    return row.back();
}

std::size_t distanceTo(const StudyInfo& study, std::string_view name)
{
    std::size_t least = distance(name, study.name);
    for (const std::string_view alias : study.aliases)
        least = std::min(least, distance(name, alias));
    return least;
}

} // namespace

std::vector<double> StudyInfo::presets() const
{
    std::vector<double> values;
    for (const Parameter& parameter : parameters)
        values.push_back(parameter.preset);
    return values;
}

int StudyInfo::firstBar(std::size_t output, std::span<const double> arguments) const
{
    return outputs[output].first(Arguments(arguments));
}

int StudyInfo::warmUp(std::span<const double> arguments) const
{
    int most = 0;
    for (std::size_t i = 0; i < outputs.size(); ++i)
        most = std::max(most, firstBar(i, arguments));
    return most;
}

int StudyInfo::displacement(std::size_t output, std::span<const double> arguments) const
{
    const auto of = outputs[output].displacement;
    return of ? of(Arguments(arguments)) : 0;
}

std::span<const StudyInfo> allStudies()
{
    static const std::vector<StudyInfo> all = collect();
    return all;
}

const StudyInfo* findStudy(std::string_view name)
{
    const auto all = allStudies();
    const auto answersTo = [name](const StudyInfo& study) {
        return study.name == name || std::ranges::find(study.aliases, name) != study.aliases.end();
    };
    const auto found = std::ranges::find_if(all, answersTo);
    return found == all.end() ? nullptr : &*found;
}

std::vector<std::string_view> namesLike(std::string_view name)
{
    constexpr std::size_t farthest = 3, most = 3, longest = 64;
    const std::string_view word = name.substr(0, longest);
    std::vector<std::pair<std::size_t, std::string_view>> near;
    for (const StudyInfo& study : allStudies()) {
        const std::size_t edits = distanceTo(study, word);
        if (edits <= farthest && edits < word.size())
            near.emplace_back(edits, study.name);
    }
    std::ranges::sort(near);
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < std::min(most, near.size()); ++i)
        names.push_back(near[i].second);
    return names;
}

std::string_view nameOf(StudyInfo::Category category)
{
    static constexpr std::array names{"average", "trend", "momentum", "volatility", "volume", "statistics", "derivatives"};
    return names[static_cast<std::size_t>(category)];
}

std::string_view nameOf(Parameter::Kind kind)
{
    static constexpr std::array names{"integer", "number", "choice", "milliseconds"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view nameOf(Output::Kind kind)
{
    static constexpr std::array names{"line", "histogram", "markers", "cloud", "candle", "value"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view nameOf(Output::Role role)
{
    static constexpr std::array names{"primary", "secondary", "tertiary", "up", "down", "up_down", "band", "muted"};
    return names[static_cast<std::size_t>(role)];
}

std::string_view nameOf(Output::Dash dash)
{
    static constexpr std::array names{"solid", "dashed", "dotted"};
    return names[static_cast<std::size_t>(dash)];
}

std::string_view columnOf(Input input)
{
    switch (input) {
    case TakerBuyVolume: return "taker_buy_volume";
    case QuoteVolume: return "quote_volume";
    case OpenInterestInput: return "open_interest";
    case FundingInput: return "funding_rate";
    case OtherClose: return "other_close";
    case NoMore: break;
    }
    return {};
}

} // namespace spreadline::indicators
