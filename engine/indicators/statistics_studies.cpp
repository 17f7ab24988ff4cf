// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/family.h"
#include "indicators/regression.h"
#include "indicators/volatility.h"

namespace spreadline::indicators {
namespace {

constexpr auto statistics = StudyInfo::Category::Statistics;

StudyInfo zscore()
{
    return {.name = "zscore",
            .title = "Z-score",
            .aliases = {},
            .category = statistics,
            .help = "Distance from the mean of the window, in sample standard deviations.",
            .parameters = {period(20, 2), source()},
            .outputs = {{.name = "zscore", .title = "Z-score", .first = lastOfWindow}},
            .pane = {.levels = {-2, 0, 2}},
            .make = [](const Arguments& a) { return ofPrice(ZScore(a.integer(0)), a, 1); }};
}

unsigned secondSymbol(const Arguments&)
{
    return OtherClose;
}

StudyInfo correlation()
{
    return {.name = "correlation",
            .title = "Correlation with a second symbol",
            .aliases = {"corr"},
            .category = statistics,
            .help = "Of the log returns of both symbols, over bars that both have.",
            .parameters = {period(20, 2)},
            .outputs = {{.name = "correlation", .title = "Correlation", .first = afterWindow, .mayBeMissing = true}},
            .pane = {.low = -1, .high = 1, .levels = {0}},
            .inputs = secondSymbol,
            .make = [](const Arguments& a) { return studyOf(Correlation(a.integer(0))); }};
}

StudyInfo beta()
{
    return {.name = "beta",
            .title = "Beta to a second symbol",
            .aliases = {},
            .category = statistics,
            .help = "How much this symbol's log return moves with one of the second symbol's.",
            .parameters = {period(20, 2)},
            .outputs = {{.name = "beta", .title = "Beta", .first = afterWindow, .mayBeMissing = true}},
            .pane = {.levels = {0, 1}},
            .inputs = secondSymbol,
            .make = [](const Arguments& a) { return studyOf(Beta(a.integer(0))); }};
}

} // namespace

std::vector<StudyInfo> statisticsStudies()
{
    return {zscore(), correlation(), beta()};
}

} // namespace spreadline::indicators
