// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/family.h"
#include "indicators/volume.h"

namespace spreadline::indicators {
namespace {

constexpr auto volume = StudyInfo::Category::Volume;
constexpr double day = 86'400'000;
constexpr double farthestTime = 4'102'444'800'000; ///< the year 2100
using Role = Output::Role;

constexpr std::array<std::string_view, 2> vwapPrices{"typical", "quote"};

Parameter vwapPriceChoice()
{
    return choice("price", "Price of a bar", vwapPrices,
                  "typical: (high + low + close)/3, an estimate; quote: quote volume by volume, the true VWAP.");
}

Parameter bandFactor()
{
    return factor(1, "k", "Deviations", "Distance of the bands in standard deviations.", true);
}

std::vector<Output> vwapOutputs()
{
    std::vector<Output> outputs{
        {.name = "vwap", .title = "VWAP", .first = atOnce},
        {.name = "sd", .title = "Deviation", .kind = Output::Kind::Value, .role = Role::Muted, .first = atOnce},
        {.name = "upper", .title = "Upper", .role = Role::Band, .fillTo = "lower", .first = atOnce},
        {.name = "lower", .title = "Lower", .role = Role::Band, .first = atOnce}};
    for (Output& output : outputs)
        output.mayBeMissing = true;
    return outputs;
}

template<std::size_t PricePlace>
unsigned vwapInputs(const Arguments& a)
{
    return a.choice<VwapPrice>(PricePlace) == VwapPrice::Quote ? QuoteVolume : NoMore;
}

StudyInfo vwap()
{
    return {.name = "vwap",
            .title = "VWAP of the session",
            .aliases = {},
            .category = volume,
            .help = "Mean price of the session's trades, weighted with their volume.",
            .parameters = {milliseconds("session", "Session", day, 60'000, 366 * day, "Length of a session; a day is 86400000."),
                           milliseconds("offset", "Offset", 0, -366 * day, 366 * day, "Start of the sessions after 00:00 UTC."),
                           bandFactor(), vwapPriceChoice()},
            .outputs = vwapOutputs(),
            .pane = {.isOverlay = true},
            .inputs = vwapInputs<3>,
            .make = [](const Arguments& a) {
                return studyOf(Vwap({a.millis(0), a.millis(1)}, a.number(2), a.choice<VwapPrice>(3)));
            }};
}

StudyInfo anchoredVwap()
{
    return {.name = "avwap",
            .title = "Anchored VWAP",
            .aliases = {"anchored_vwap"},
            .category = volume,
            .help = "Mean price of everything traded since a chosen moment.",
            .parameters = {milliseconds("anchor", "Anchor", 0, 0, farthestTime, "The moment, in milliseconds since 1970."),
                           bandFactor(), vwapPriceChoice()},
            .outputs = vwapOutputs(),
            .pane = {.isOverlay = true},
            .inputs = vwapInputs<2>,
            .make = [](const Arguments& a) {
                return studyOf(AnchoredVwap(Timestamp::fromMillis(a.millis(0)), a.number(1), a.choice<VwapPrice>(2)));
            }};
}

StudyInfo volumeStudy()
{
    return {
        .name = "volume",
        .title = "Volume",
        .aliases = {"vol"},
        .category = volume,
        .help = "What was traded in each bar, and its mean.",
        .parameters = {period(20)},
        .outputs = {{.name = "volume", .title = "Volume", .kind = Output::Kind::Histogram, .role = Role::UpDown, .first = atOnce},
                    {.name = "mean", .title = "Mean", .role = Role::Secondary, .first = lastOfWindow}},
        .pane = {},
        .make = [](const Arguments& a) { return studyOf(Volume(a.integer(0))); }};
}

StudyInfo obv()
{
    return {.name = "obv",
            .title = "On-balance volume",
            .aliases = {},
            .category = volume,
            .help = "Volume added on rising and taken off on falling bars.",
            .parameters = {},
            .outputs = {{.name = "obv", .title = "OBV", .first = atOnce}},
            .pane = {},
            .make = [](const Arguments&) { return studyOf(Obv()); }};
}

StudyInfo ad()
{
    return {.name = "ad",
            .title = "Accumulation/distribution",
            .aliases = {},
            .category = volume,
            .help = "Volume summed with the sign and size of the close's place in its bar.",
            .parameters = {},
            .outputs = {{.name = "ad", .title = "A/D", .first = atOnce}},
            .pane = {},
            .make = [](const Arguments&) { return studyOf(Ad()); }};
}

StudyInfo cmf()
{
    return {.name = "cmf",
            .title = "Chaikin money flow",
            .aliases = {},
            .category = volume,
            .help = "Share of the window's volume that closed near the high, less that near the low.",
            .parameters = {period(20)},
            .outputs = {{.name = "cmf", .title = "CMF", .first = lastOfWindow}},
            .pane = {.low = -1, .high = 1, .levels = {0}},
            .make = [](const Arguments& a) { return studyOf(Cmf(a.integer(0))); }};
}

StudyInfo force()
{
    return {.name = "force",
            .title = "Force index",
            .aliases = {"efi"},
            .category = volume,
            .help = "Change of the close times volume, averaged.",
            .parameters = {period(13)},
            .outputs = {{.name = "force", .title = "Force", .first = afterWindow}},
            .pane = {.levels = {0}},
            .make = [](const Arguments& a) { return studyOf(ForceIndex(a.integer(0))); }};
}

StudyInfo cvd()
{
    return {.name = "cvd",
            .title = "Cumulative volume delta",
            .aliases = {},
            .category = volume,
            .help = "Taker buys less taker sells, summed.",
            .parameters = {milliseconds("session", "Session", 0, 0, 366 * day, "Length after which it starts anew; 0: never."),
                           milliseconds("offset", "Offset", 0, -366 * day, 366 * day, "Start of the sessions after 00:00 UTC.")},
            .outputs = {{.name = "cvd", .title = "CVD", .first = atOnce, .mayBeMissing = true},
                        {.name = "delta",
                         .title = "Delta",
                         .kind = Output::Kind::Histogram,
                         .role = Role::UpDown,
                         .first = atOnce,
                         .mayBeMissing = true}},
            .pane = {.levels = {0}},
            .inputs = [](const Arguments&) -> unsigned { return TakerBuyVolume; },
            .make =
                [](const Arguments& a) {
                    return studyOf(Cvd({a.millis(0), a.millis(1)}));
                }};
}

StudyInfo openInterest()
{
    return {.name = "open_interest",
            .title = "Open interest",
            .aliases = {"oi"},
            .category = StudyInfo::Category::Derivatives,
            .help = "Contracts open on the venue.",
            .parameters = {},
            .outputs = {{.name = "open_interest", .title = "Open interest", .first = atOnce, .mayBeMissing = true}},
            .pane = {},
            .inputs = [](const Arguments&) -> unsigned { return OpenInterestInput; },
            .make = [](const Arguments&) { return studyOf(OpenInterest()); }};
}

StudyInfo funding()
{
    return {.name = "funding",
            .title = "Funding rate",
            .aliases = {"funding_rate"},
            .category = StudyInfo::Category::Derivatives,
            .help = "What longs pay shorts at a settlement, as a ratio of the position.",
            .parameters = {},
            .outputs = {{.name = "funding",
                         .title = "Funding",
                         .kind = Output::Kind::Histogram,
                         .role = Role::UpDown,
                         .first = atOnce,
                         .mayBeMissing = true}},
            .pane = {.levels = {0}},
            .inputs = [](const Arguments&) -> unsigned { return FundingInput; },
            .make = [](const Arguments&) { return studyOf(Funding()); }};
}

} // namespace

std::vector<StudyInfo> volumeStudies()
{
    return {volumeStudy(), obv(), ad(), cmf(), force(), vwap(), anchoredVwap(), cvd(), openInterest(), funding()};
}

} // namespace spreadline::indicators
