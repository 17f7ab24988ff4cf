// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/study.h"

#include <string>
#include <string_view>
#include <vector>

/// What studies there are. From these descriptions come the chart's dialog, the command line, alert operands, strategy inputs
/// and the optimiser's axes. Titles and help are English; the ui translates them.
namespace spreadline::indicators {

struct Parameter {
    enum class Kind : std::uint8_t { Integer, Number, Choice, Milliseconds };

    std::string_view name;
    std::string_view title;
    Kind kind = Kind::Integer;
    double preset = 0;
    double least = 0, most = 0;           ///< allowed, both included
    double usualLeast = 0, usualMost = 0; ///< what an optimiser should try when nobody says otherwise
    double step = 1;
    std::string_view unit; ///< "bars", "ms", "" for a plain number
    std::string_view help;
    std::span<const std::string_view> choices{}; ///< of a Choice, whose value is the index
    bool byNameOnly = false;                     ///< never positional; left out of the canonical text while at its preset
};

/// The values of a study's parameters, in their order.
class Arguments {
public:
    explicit Arguments(std::span<const double> values) : m_values(values) {}

    int integer(std::size_t i) const { return static_cast<int>(m_values[i]); }
    std::int64_t millis(std::size_t i) const { return static_cast<std::int64_t>(m_values[i]); }
    double number(std::size_t i) const { return m_values[i]; }
    template<typename Enum>
    Enum choice(std::size_t i) const
    {
        return static_cast<Enum>(integer(i));
    }
    Source source(std::size_t i) const { return choice<Source>(i); }

private:
    std::span<const double> m_values;
};

/// How an output is drawn unless the person chooses otherwise.
struct Output {
    enum class Kind : std::uint8_t {
        Line,
        Histogram,
        Markers,
        Cloud,  ///< a line, filled to the output `fillTo` in the colours Up (this one above) and Down
        Candle, ///< open, high, low, close of one candle, in this order
        Value,  ///< for rules and the legend, not drawn
    };
    enum class Role : std::uint8_t { Primary, Secondary, Tertiary, Up, Down, UpDown, Band, Muted };
    enum class Dash : std::uint8_t { Solid, Dashed, Dotted };

    std::string_view name;
    std::string_view title;
    Kind kind = Kind::Line;
    Role role = Role::Primary;
    Dash dash = Dash::Solid;
    std::string_view fillTo{};                ///< the output up to which the space is shaded
    int (*first)(const Arguments&) = nullptr; ///< index of the first bar with a value
    /// Bars to the right at which the value is drawn; negative: to the left, and then it is a drawing only, which a rule must
    /// not read at the place where it is seen.
    int (*displacement)(const Arguments&) = nullptr;
    bool mayBeMissing = false; ///< a value may be absent after the first, when its input is (no volume, no funding)
};

struct Pane {
    bool isOverlay = false;       ///< over the candles, on their scale
    double low = 0, high = 0;     ///< a fixed scale; equal: as the values ask
    std::vector<double> levels{}; ///< guide lines
};

/// What a study reads beyond open, high, low, close and volume.
enum Input : unsigned {
    NoMore = 0,
    TakerBuyVolume = 1,
    QuoteVolume = 2,
    OpenInterestInput = 4,
    FundingInput = 8,
    OtherClose = 16
};

struct StudyInfo {
    enum class Category : std::uint8_t { Average, Trend, Momentum, Volatility, Volume, Statistics, Derivatives };

    std::string_view name;
    std::string_view title;
    std::vector<std::string_view> aliases{};
    Category category = Category::Average;
    std::string_view help;
    std::vector<Parameter> parameters{};
    std::vector<Output> outputs{};
    Pane pane{};
    unsigned (*inputs)(const Arguments&) = [](const Arguments&) -> unsigned { return NoMore; };
    /// Precondition: the arguments are within the parameters' ranges (StudySpec has checked them).
    std::unique_ptr<Study> (*make)(const Arguments&) = nullptr;

    std::vector<double> presets() const;
    int firstBar(std::size_t output, std::span<const double> arguments) const;
    /// Bars until every output has a value: how much history a view must load in front of what it shows.
    int warmUp(std::span<const double> arguments) const;
    int displacement(std::size_t output, std::span<const double> arguments) const;
};

/// Every study, by category and name.
std::span<const StudyInfo> allStudies();
/// By name or alias; nullptr when there is none.
const StudyInfo* findStudy(std::string_view name);
/// The names most like this one, at most three.
std::vector<std::string_view> namesLike(std::string_view name);

std::string_view nameOf(StudyInfo::Category category);
std::string_view nameOf(Parameter::Kind kind);
std::string_view nameOf(Output::Kind kind);
std::string_view nameOf(Output::Role role);
std::string_view nameOf(Output::Dash dash);
/// The column of a bar file that carries an input.
std::string_view columnOf(Input input);
inline constexpr std::array allInputs{TakerBuyVolume, QuoteVolume, OpenInterestInput, FundingInput, OtherClose};

} // namespace spreadline::indicators
