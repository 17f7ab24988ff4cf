// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/family.h"
#include "indicators/regression.h"
#include "indicators/trend.h"

namespace spreadline::indicators {
namespace {

constexpr auto trend = StudyInfo::Category::Trend;

int slower(const Arguments& a)
{
    return std::max(a.integer(0), a.integer(1));
}
int macdSignal(const Arguments& a)
{
    return slower(a) + a.integer(2) - 2;
}

StudyInfo macd()
{
    using Kind = Output::Kind;
    using Role = Output::Role;
    return {
        .name = "macd",
        .title = "MACD",
        .aliases = {},
        .category = trend,
        .help = "Distance of a fast from a slow exponential average, and the average of that distance.",
        .parameters = {period(12, 1, "fast", "Fast"), period(26, 1, "slow", "Slow"), period(9, 1, "signal", "Signal"), source()},
        .outputs = {{.name = "line", .title = "MACD", .first = [](const Arguments& a) { return slower(a) - 1; }},
                    {.name = "signal", .title = "Signal", .role = Role::Secondary, .first = macdSignal},
                    {.name = "hist", .title = "Histogram", .kind = Kind::Histogram, .role = Role::UpDown, .first = macdSignal}},
        .pane = {.levels = {0}},
        .make = [](const Arguments& a) { return ofPrice(Macd(a.integer(0), a.integer(1), a.integer(2)), a, 3); }};
}

int lastOfKijun(const Arguments& a)
{
    return std::max(a.integer(0), a.integer(1)) - 1;
}
int lastOfSpanB(const Arguments& a)
{
    return a.integer(2) - 1;
}
int ahead(const Arguments& a)
{
    return a.integer(3) - 1;
}

std::vector<Output> ichimokuOutputs()
{
    using Kind = Output::Kind;
    using Role = Output::Role;
    return {
        {.name = "tenkan", .title = "Tenkan", .first = lastOfWindow},
        {.name = "kijun",
         .title = "Kijun",
         .role = Role::Secondary,
         .first = [](const Arguments& a) { return a.integer(1) - 1; }},
        {.name = "span_a_raw",
         .title = "Span A",
         .kind = Kind::Cloud,
         .role = Role::Up,
         .fillTo = "span_b_raw",
         .first = lastOfKijun,
         .displacement = ahead},
        {.name = "span_b_raw", .title = "Span B", .role = Role::Down, .first = lastOfSpanB, .displacement = ahead},
        {.name = "span_a",
         .title = "Span A here",
         .kind = Kind::Value,
         .role = Role::Up,
         .first = [](const Arguments& a) { return lastOfKijun(a) + ahead(a); }},
        {.name = "span_b",
         .title = "Span B here",
         .kind = Kind::Value,
         .role = Role::Down,
         .first = [](const Arguments& a) { return lastOfSpanB(a) + ahead(a); }},
        {.name = "chikou_plot",
         .title = "Chikou",
         .role = Role::Tertiary,
         .first = atOnce,
         .displacement = [](const Arguments& a) { return -ahead(a); }},
    };
}

StudyInfo ichimoku()
{
    return {.name = "ichimoku",
            .title = "Ichimoku cloud",
            .aliases = {},
            .category = trend,
            .help = "Midpoints of three windows; two of them form a cloud drawn ahead of the price.",
            .parameters = {period(9, 1, "tenkan", "Tenkan"), period(26, 1, "kijun", "Kijun"), period(52, 1, "span_b", "Span B"),
                           period(26, 1, "displacement", "Displacement")},
            .outputs = ichimokuOutputs(),
            .pane = {.isOverlay = true},
            .make = [](const Arguments& a) { return studyOf(Ichimoku(a.integer(0), a.integer(1), a.integer(2), a.integer(3))); }};
}

StudyInfo dmi()
{
    using Role = Output::Role;
    const auto twice = [](const Arguments& a) { return 2 * a.integer(0) - 1; };
    return {.name = "dmi",
            .title = "Directional movement and ADX",
            .aliases = {"adx", "di"},
            .category = trend,
            .help = "How strong the trend is (ADX) and which way it goes (+DI, -DI).",
            .parameters = {period(14)},
            .outputs = {{.name = "plus_di", .title = "+DI", .role = Role::Up, .first = afterWindow},
                        {.name = "minus_di", .title = "-DI", .role = Role::Down, .first = afterWindow},
                        {.name = "dx", .title = "DX", .kind = Output::Kind::Value, .role = Role::Muted, .first = afterWindow},
                        {.name = "adx", .title = "ADX", .first = twice},
                        {.name = "adxr",
                         .title = "ADXR",
                         .role = Role::Secondary,
                         .dash = Output::Dash::Dashed,
                         .first = [](const Arguments& a) { return 3 * a.integer(0) - 2; }}},
            .pane = {.isOverlay = false, .low = 0, .high = 100, .levels = {25}},
            .make = [](const Arguments& a) { return studyOf(Dmi(a.integer(0))); }};
}

StudyInfo psar()
{
    Parameter step = factor(0.02, "step", "Step", "How much faster the stop follows with every new extreme.");
    Parameter most = factor(0.2, "max", "Maximum", "The fastest it may become.");
    step.most = most.most = 1;
    step.step = most.step = 0.01;
    return {
        .name = "psar",
        .title = "Parabolic SAR",
        .aliases = {"sar"},
        .category = trend,
        .help = "A stop that follows the trend and turns over when it is touched.",
        .parameters = {step, most},
        .outputs = {{.name = "sar", .title = "SAR", .kind = Output::Kind::Markers, .first = [](const Arguments&) { return 1; }}},
        .pane = {.isOverlay = true},
        .make = [](const Arguments& a) { return studyOf(Psar(a.number(0), a.number(1))); }};
}

StudyInfo supertrend()
{
    return {.name = "supertrend",
            .title = "Supertrend",
            .aliases = {},
            .category = trend,
            .help = "A stop some true ranges away from the price, which only moves with the trend.",
            .parameters = {period(10), factor(3, "k", "Multiplier", "Distance in average true ranges.")},
            .outputs = {{.name = "line", .title = "Supertrend", .role = Output::Role::UpDown, .first = afterWindow},
                        {.name = "dir",
                         .title = "Direction",
                         .kind = Output::Kind::Value,
                         .role = Output::Role::Muted,
                         .first = afterWindow}},
            .pane = {.isOverlay = true},
            .make = [](const Arguments& a) { return studyOf(Supertrend(a.integer(0), a.number(1))); }};
}

StudyInfo aroon()
{
    using Role = Output::Role;
    return {
        .name = "aroon",
        .title = "Aroon",
        .aliases = {},
        .category = trend,
        .help = "How long ago the highest high and the lowest low of the window were.",
        .parameters = {period(25)},
        .outputs =
            {{.name = "up", .title = "Aroon up", .role = Role::Up, .first = afterWindow},
             {.name = "down", .title = "Aroon down", .role = Role::Down, .first = afterWindow},
             {.name = "osc", .title = "Oscillator", .kind = Output::Kind::Histogram, .role = Role::Muted, .first = afterWindow}},
        .pane = {.isOverlay = false, .low = -100, .high = 100, .levels = {0, 50}},
        .make = [](const Arguments& a) { return studyOf(Aroon(a.integer(0))); }};
}

StudyInfo linreg()
{
    using Kind = Output::Kind;
    using Role = Output::Role;
    return {.name = "linreg",
            .title = "Linear regression channel",
            .aliases = {"regression"},
            .category = trend,
            .help = "The end of a straight line through the window, its slope and fit, and a channel of residual deviations.",
            .parameters = {period(100, 2), factor(2, "k", "Deviations", "Half width of the channel in deviations."), source()},
            .outputs = {{.name = "value", .title = "Regression", .first = lastOfWindow},
                        {.name = "slope", .title = "Slope", .kind = Kind::Value, .role = Role::Muted, .first = lastOfWindow},
                        {.name = "r2", .title = "R squared", .kind = Kind::Value, .role = Role::Muted, .first = lastOfWindow},
                        {.name = "upper", .title = "Upper", .role = Role::Band, .fillTo = "lower", .first = lastOfWindow},
                        {.name = "lower", .title = "Lower", .role = Role::Band, .first = lastOfWindow}},
            .pane = {.isOverlay = true},
            .make = [](const Arguments& a) { return ofPrice(LinReg(a.integer(0), a.number(1)), a, 2); }};
}

StudyInfo heikinAshi()
{
    using Kind = Output::Kind;
    using Role = Output::Role;
    const auto part = [](std::string_view name, std::string_view title) {
        return Output{.name = name, .title = title, .kind = Kind::Candle, .role = Role::UpDown, .first = atOnce};
    };
    return {.name = "heikin_ashi",
            .title = "Heikin-Ashi",
            .aliases = {"ha"},
            .category = trend,
            .help = "Averaged candles. For looking at: nothing trades at these prices.",
            .parameters = {},
            .outputs = {part("open", "Open"), part("high", "High"), part("low", "Low"), part("close", "Close")},
            .pane = {.isOverlay = true},
            .make = [](const Arguments&) { return studyOf(HeikinAshi()); }};
}

} // namespace

std::vector<StudyInfo> trendStudies()
{
    return {macd(), ichimoku(), dmi(), psar(), supertrend(), aroon(), linreg(), heikinAshi()};
}

} // namespace spreadline::indicators
