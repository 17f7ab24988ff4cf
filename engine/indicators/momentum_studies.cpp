// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/family.h"
#include "indicators/momentum.h"

namespace spreadline::indicators {
namespace {

constexpr auto momentum = StudyInfo::Category::Momentum;
using Role = Output::Role;

StudyInfo rsi()
{
    return {.name = "rsi",
            .title = "Relative strength index",
            .aliases = {},
            .category = momentum,
            .help = "Share of the gains in all recent movement, 0 to 100.",
            .parameters = {period(14), source()},
            .outputs = {{.name = "rsi", .title = "RSI", .first = afterWindow}},
            .pane = {.low = 0, .high = 100, .levels = {30, 50, 70}},
            .make = [](const Arguments& a) { return ofPrice(Rsi(a.integer(0)), a, 1); }};
}

int stochK(const Arguments& a)
{
    return a.integer(0) + a.integer(1) - 2;
}
int stochD(const Arguments& a)
{
    return stochK(a) + a.integer(2) - 1;
}

StudyInfo stoch()
{
    return {.name = "stoch",
            .title = "Stochastic",
            .aliases = {},
            .category = momentum,
            .help = "Where the close stands between the lowest low and the highest high.",
            .parameters = {period(14, 1, "k", "K"), period(3, 1, "smooth_k", "K smoothing"), period(3, 1, "smooth_d", "D")},
            .outputs = {{.name = "k", .title = "%K", .first = stochK},
                        {.name = "d", .title = "%D", .role = Role::Secondary, .dash = Output::Dash::Dashed, .first = stochD}},
            .pane = {.low = 0, .high = 100, .levels = {20, 80}},
            .make = [](const Arguments& a) { return studyOf(Stoch(a.integer(0), a.integer(1), a.integer(2))); }};
}

int stochRsiRaw(const Arguments& a)
{
    return a.integer(0) + a.integer(1) - 1;
}
int stochRsiK(const Arguments& a)
{
    return stochRsiRaw(a) + a.integer(2) - 1;
}
int stochRsiD(const Arguments& a)
{
    return stochRsiK(a) + a.integer(3) - 1;
}

StudyInfo stochRsi()
{
    return {.name = "stochrsi",
            .title = "Stochastic RSI",
            .aliases = {},
            .category = momentum,
            .help = "Where the RSI stands between its own recent extremes.",
            .parameters = {period(14), period(14, 1, "k", "K"), period(3, 1, "smooth_k", "K smoothing"),
                           period(3, 1, "smooth_d", "D"), source()},
            .outputs = {{.name = "raw", .title = "Raw", .kind = Output::Kind::Value, .role = Role::Muted, .first = stochRsiRaw},
                        {.name = "k", .title = "%K", .first = stochRsiK},
                        {.name = "d", .title = "%D", .role = Role::Secondary, .dash = Output::Dash::Dashed, .first = stochRsiD}},
            .pane = {.low = 0, .high = 100, .levels = {20, 80}},
            .make = [](const Arguments& a) {
                return ofPrice(StochRsi(a.integer(0), a.integer(1), a.integer(2), a.integer(3)), a, 4);
            }};
}

StudyInfo willr()
{
    return {.name = "willr",
            .title = "Williams %R",
            .aliases = {"williams"},
            .category = momentum,
            .help = "Where the close stands in the range of the window, -100 at its low and 0 at its high.",
            .parameters = {period(14)},
            .outputs = {{.name = "willr", .title = "%R", .first = lastOfWindow}},
            .pane = {.low = -100, .high = 0, .levels = {-80, -20}},
            .make = [](const Arguments& a) { return studyOf(WillR(a.integer(0))); }};
}

StudyInfo cci()
{
    Parameter length = period(20);
    length.most = 400; // costs as many steps a bar
    return {.name = "cci",
            .title = "Commodity channel index",
            .aliases = {},
            .category = momentum,
            .help = "Distance of the typical price from its mean, in mean deviations.",
            .parameters = {length},
            .outputs = {{.name = "cci", .title = "CCI", .first = lastOfWindow}},
            .pane = {.levels = {-100, 0, 100}},
            .make = [](const Arguments& a) { return studyOf(Cci(a.integer(0))); }};
}

StudyInfo roc()
{
    return {.name = "roc",
            .title = "Rate of change",
            .aliases = {},
            .category = momentum,
            .help = "Change since so many bars ago, in percent.",
            .parameters = {period(12), source()},
            .outputs = {{.name = "roc", .title = "ROC", .first = afterWindow}},
            .pane = {.levels = {0}},
            .make = [](const Arguments& a) { return ofPrice(Roc(a.integer(0)), a, 1); }};
}

StudyInfo mom()
{
    return {.name = "mom",
            .title = "Momentum",
            .aliases = {"momentum"},
            .category = momentum,
            .help = "Change since so many bars ago, in price.",
            .parameters = {period(10), source()},
            .outputs = {{.name = "mom", .title = "Momentum", .first = afterWindow}},
            .pane = {.levels = {0}},
            .make = [](const Arguments& a) { return ofPrice(Mom(a.integer(0)), a, 1); }};
}

StudyInfo mfi()
{
    return {.name = "mfi",
            .title = "Money flow index",
            .aliases = {},
            .category = momentum,
            .help = "Like RSI, of price times volume.",
            .parameters = {period(14)},
            .outputs = {{.name = "mfi", .title = "MFI", .first = afterWindow}},
            .pane = {.low = 0, .high = 100, .levels = {20, 80}},
            .make = [](const Arguments& a) { return studyOf(Mfi(a.integer(0))); }};
}

StudyInfo ultOsc()
{
    return {.name = "ultosc",
            .title = "Ultimate oscillator",
            .aliases = {"uo"},
            .category = momentum,
            .help = "Buying pressure over three windows in one figure.",
            .parameters = {period(7, 1, "a", "Short"), period(14, 1, "b", "Middle"), period(28, 1, "c", "Long")},
            .outputs = {{.name = "ultosc",
                         .title = "Ultimate",
                         .first =
                             [](const Arguments& a) {
                                 return std::max({a.integer(0), a.integer(1), a.integer(2)});
                             }}},
            .pane = {.low = 0, .high = 100, .levels = {30, 70}},
            .make = [](const Arguments& a) { return studyOf(UltOsc(a.integer(0), a.integer(1), a.integer(2))); }};
}

StudyInfo trix()
{
    return {.name = "trix",
            .title = "TRIX",
            .aliases = {},
            .category = momentum,
            .help = "Change from bar to bar of a triple exponential average, in percent.",
            .parameters = {period(15), source()},
            .outputs = {{.name = "trix", .title = "TRIX", .first = [](const Arguments& a) { return 3 * a.integer(0) - 2; }}},
            .pane = {.levels = {0}},
            .make = [](const Arguments& a) { return ofPrice(Trix(a.integer(0)), a, 1); }};
}

} // namespace

std::vector<StudyInfo> momentumStudies()
{
    return {rsi(), stoch(), stochRsi(), willr(), cci(), roc(), mom(), mfi(), ultOsc(), trix()};
}

} // namespace spreadline::indicators
