// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/family.h"
#include "indicators/volatility.h"

namespace spreadline::indicators {
namespace {

constexpr auto volatility = StudyInfo::Category::Volatility;
using Role = Output::Role;

std::vector<Output> channel(int (*first)(const Arguments&))
{
    return {{.name = "upper", .title = "Upper", .role = Role::Band, .fillTo = "lower", .first = first},
            {.name = "middle", .title = "Middle", .role = Role::Primary, .first = first},
            {.name = "lower", .title = "Lower", .role = Role::Band, .first = first}};
}

StudyInfo bbands()
{
    std::vector<Output> outputs = channel(lastOfWindow);
    for (const auto& [name, title] : {std::pair{"percent_b", "%B"}, std::pair{"bandwidth", "Bandwidth"}})
        outputs.push_back(
            {.name = name, .title = title, .kind = Output::Kind::Value, .role = Role::Muted, .first = lastOfWindow});
    return {.name = "bbands",
            .title = "Bollinger bands",
            .aliases = {"bb", "bollinger"},
            .category = volatility,
            .help = "Mean of the window and deviations above and below it.",
            .parameters = {period(20), factor(2, "k", "Deviations", "Distance of the bands in standard deviations."), source()},
            .outputs = outputs,
            .pane = {.isOverlay = true},
            .make = [](const Arguments& a) { return ofPrice(Bbands(a.integer(0), a.number(1)), a, 2); }};
}

StudyInfo keltner()
{
    return {.name = "keltner",
            .title = "Keltner channel",
            .aliases = {},
            .category = volatility,
            .help = "An exponential average and average true ranges above and below it.",
            .parameters = {period(20), period(10, 1, "m", "ATR length"),
                           factor(2, "k", "Multiplier", "Distance in average true ranges."), source()},
            .outputs = channel([](const Arguments& a) { return std::max(a.integer(0) - 1, a.integer(1)); }),
            .pane = {.isOverlay = true},
            .make = [](const Arguments& a) { return studyOf(Keltner(a.integer(0), a.integer(1), a.number(2), a.source(3))); }};
}

StudyInfo donchian()
{
    return {.name = "donchian",
            .title = "Donchian channel",
            .aliases = {},
            .category = volatility,
            .help = "Highest high and lowest low of the window, this bar included. A breakout compares with the bar before.",
            .parameters = {period(20)},
            .outputs = channel(lastOfWindow),
            .pane = {.isOverlay = true},
            .make = [](const Arguments& a) { return studyOf(Donchian(a.integer(0))); }};
}

StudyInfo atr()
{
    return {.name = "atr",
            .title = "Average true range",
            .aliases = {},
            .category = volatility,
            .help = "Mean movement of a bar, in price.",
            .parameters = {period(14)},
            .outputs = {{.name = "atr", .title = "ATR", .first = afterWindow}},
            .pane = {},
            .make = [](const Arguments& a) { return studyOf(OfBar(Atr(a.integer(0)))); }};
}

StudyInfo natr()
{
    return {.name = "natr",
            .title = "Average true range, percent",
            .aliases = {},
            .category = volatility,
            .help = "Mean movement of a bar, in percent of the close.",
            .parameters = {period(14)},
            .outputs = {{.name = "natr", .title = "NATR", .first = afterWindow}},
            .pane = {},
            .make = [](const Arguments& a) { return studyOf(Natr(a.integer(0))); }};
}

StudyInfo stdDev()
{
    return {.name = "stddev",
            .title = "Standard deviation",
            .aliases = {"sd"},
            .category = volatility,
            .help = "Population standard deviation of the window.",
            .parameters = {period(20), source()},
            .outputs = {{.name = "stddev", .title = "Deviation", .first = lastOfWindow}},
            .pane = {},
            .make = [](const Arguments& a) { return ofPrice(StdDev(a.integer(0)), a, 1); }};
}

} // namespace

std::vector<StudyInfo> volatilityStudies()
{
    return {bbands(), keltner(), donchian(), atr(), natr(), stdDev()};
}

} // namespace spreadline::indicators
