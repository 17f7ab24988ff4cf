// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/registry.h"

/// Words the families' tables are written with. Only for the .cpp files that hold such a table.
namespace spreadline::indicators {

std::vector<StudyInfo> averageStudies();
std::vector<StudyInfo> trendStudies();
std::vector<StudyInfo> momentumStudies();
std::vector<StudyInfo> volatilityStudies();
std::vector<StudyInfo> volumeStudies();
std::vector<StudyInfo> statisticsStudies();

inline constexpr double longestPeriod = 100'000;

constexpr Parameter period(double preset, double least = 1, std::string_view name = "n", std::string_view title = "Length")
{
    return {.name = name,
            .title = title,
            .kind = Parameter::Kind::Integer,
            .preset = preset,
            .least = least,
            .most = longestPeriod,
            .usualLeast = least > 2 ? least : 2,
            .usualMost = preset * 5,
            .step = 1,
            .unit = "bars",
            .help = "How many bars it looks back."};
}

constexpr Parameter factor(double preset, std::string_view name, std::string_view title, std::string_view help,
                           bool byNameOnly = false)
{
    return {.name = name,
            .title = title,
            .kind = Parameter::Kind::Number,
            .preset = preset,
            .least = 0.001,
            .most = 1000,
            .usualLeast = preset / 4,
            .usualMost = preset * 2,
            .step = 0.1,
            .unit = "",
            .help = help,
            .choices = {},
            .byNameOnly = byNameOnly};
}

inline constexpr std::array<std::string_view, 7> sourceNames{"close", "open", "high", "low", "hl2", "hlc3", "ohlc4"};

constexpr Parameter choice(std::string_view name, std::string_view title, std::span<const std::string_view> choices,
                           std::string_view help)
{
    return {.name = name,
            .title = title,
            .kind = Parameter::Kind::Choice,
            .preset = 0,
            .least = 0,
            .most = static_cast<double>(choices.size() - 1),
            .usualLeast = 0,
            .usualMost = 0,
            .step = 1,
            .unit = "",
            .help = help,
            .choices = choices,
            .byNameOnly = true};
}

constexpr Parameter source()
{
    return choice("source", "Source", sourceNames, "The price it reads.");
}

constexpr Parameter milliseconds(std::string_view name, std::string_view title, double preset, double least, double most,
                                 std::string_view help)
{
    return {.name = name,
            .title = title,
            .kind = Parameter::Kind::Milliseconds,
            .preset = preset,
            .least = least,
            .most = most,
            .usualLeast = preset,
            .usualMost = preset,
            .step = 60'000,
            .unit = "ms",
            .help = help};
}

template<typename Concrete>
std::unique_ptr<Study> studyOf(Concrete study)
{
    return std::make_unique<StudyOf<Concrete>>(std::move(study));
}
/// A kernel of one price, whose source is the argument `place`.
template<typename Kernel>
std::unique_ptr<Study> ofPrice(Kernel kernel, const Arguments& arguments, std::size_t place)
{
    return studyOf(OfPrice<Kernel>(std::move(kernel), arguments.source(place)));
}

// First bars that many share.
inline int atOnce(const Arguments&)
{
    return 0;
}
inline int lastOfWindow(const Arguments& a)
{
    return a.integer(0) - 1;
}
inline int afterWindow(const Arguments& a)
{
    return a.integer(0);
}

} // namespace spreadline::indicators
