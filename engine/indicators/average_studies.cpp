// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/averages.h"

#include "indicators/family.h"

namespace spreadline::indicators {
namespace {

constexpr auto average = StudyInfo::Category::Average;

Output onlyLine(std::string_view name, std::string_view title, int (*first)(const Arguments&))
{
    return {.name = name, .title = title, .first = first};
}

/// The averages of one price and one length, which differ in nothing but the kernel.
template<typename Kernel>
StudyInfo simple(std::string_view name, std::string_view title, std::string_view help, int (*first)(const Arguments&),
                 Parameter length)
{
    return {.name = name,
            .title = title,
            .aliases = {},
            .category = average,
            .help = help,
            .parameters = {length, source()},
            .outputs = {onlyLine(name, title, first)},
            .pane = {.isOverlay = true},
            .make = [](const Arguments& a) { return ofPrice(Kernel(a.integer(0)), a, 1); }};
}

StudyInfo kama()
{
    return {.name = "kama",
            .title = "Kaufman adaptive average",
            .aliases = {},
            .category = average,
            .help = "An average that is fast when price goes one way and slow when it goes to and fro.",
            .parameters = {period(10), period(2, 1, "fast", "Fast"), period(30, 1, "slow", "Slow"), source()},
            .outputs = {onlyLine("kama", "KAMA", afterWindow)},
            .pane = {.isOverlay = true},
            .make = [](const Arguments& a) { return ofPrice(Kama(a.integer(0), a.integer(1), a.integer(2)), a, 3); }};
}

StudyInfo vwma()
{
    StudyInfo info{.name = "vwma",
                   .title = "Volume-weighted average",
                   .aliases = {},
                   .category = average,
                   .help = "Mean price of a window, each bar weighted with its volume.",
                   .parameters = {period(20), source()},
                   .outputs = {onlyLine("vwma", "VWMA", lastOfWindow)},
                   .pane = {.isOverlay = true},
                   .make = [](const Arguments& a) { return studyOf(Vwma(a.integer(0), a.source(1))); }};
    info.outputs[0].mayBeMissing = true;
    return info;
}

} // namespace

std::vector<StudyInfo> averageStudies()
{
    return {
        simple<Sma>("sma", "Simple average", "Mean of the last bars.", lastOfWindow, period(20)),
        simple<Ema>("ema", "Exponential average", "An average that forgets gradually.", lastOfWindow, period(20)),
        simple<Rma>("rma", "Wilder's average", "Wilder's smoothing, the one inside RSI and ATR.", lastOfWindow, period(14)),
        simple<Wma>("wma", "Weighted average", "The newest bar weighs most, the oldest least.", lastOfWindow, period(20)),
        simple<Dema>(
            "dema", "Double exponential average", "An exponential average with its lag taken out once.",
            [](const Arguments& a) { return 2 * (a.integer(0) - 1); }, period(20)),
        simple<Tema>(
            "tema", "Triple exponential average", "An exponential average with its lag taken out twice.",
            [](const Arguments& a) { return 3 * (a.integer(0) - 1); }, period(20)),
        simple<Hma>(
            "hma", "Hull average", "A weighted average with little lag.",
            [](const Arguments& a) { return a.integer(0) + Hma::smoothing(a.integer(0)) - 2; }, period(16, 2)),
        kama(),
        vwma(),
    };
}

} // namespace spreadline::indicators
