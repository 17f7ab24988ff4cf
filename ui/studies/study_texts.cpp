// SPDX-License-Identifier: GPL-3.0-or-later
#include "studies/study_texts.h"

#include "studies/parameter_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

namespace spreadline::studies {
namespace {

using indicators::Input;
using indicators::Output;
using indicators::Parameter;
using indicators::StudyInfo;

/// By StudyInfo::Category.
constexpr std::array categories{QT_TRANSLATE_NOOP("Studies", "Averages"),   QT_TRANSLATE_NOOP("Studies", "Trend"),
                                QT_TRANSLATE_NOOP("Studies", "Momentum"),   QT_TRANSLATE_NOOP("Studies", "Volatility"),
                                QT_TRANSLATE_NOOP("Studies", "Volume"),     QT_TRANSLATE_NOOP("Studies", "Statistics"),
                                QT_TRANSLATE_NOOP("Studies", "Derivatives")};

/// The registry cannot name the translators' tool, so its words stand here once more; a test misses those that are forgotten.
constexpr std::array listed{
    // studies
    QT_TRANSLATE_NOOP("Studies", "Simple average"),
    QT_TRANSLATE_NOOP("Studies", "Exponential average"),
    QT_TRANSLATE_NOOP("Studies", "Wilder's average"),
    QT_TRANSLATE_NOOP("Studies", "Weighted average"),
    QT_TRANSLATE_NOOP("Studies", "Double exponential average"),
    QT_TRANSLATE_NOOP("Studies", "Triple exponential average"),
    QT_TRANSLATE_NOOP("Studies", "Hull average"),
    QT_TRANSLATE_NOOP("Studies", "Kaufman adaptive average"),
    QT_TRANSLATE_NOOP("Studies", "Volume-weighted average"),
    QT_TRANSLATE_NOOP("Studies", "MACD"),
    QT_TRANSLATE_NOOP("Studies", "Ichimoku cloud"),
    QT_TRANSLATE_NOOP("Studies", "Directional movement and ADX"),
    QT_TRANSLATE_NOOP("Studies", "Parabolic SAR"),
    QT_TRANSLATE_NOOP("Studies", "Supertrend"),
    QT_TRANSLATE_NOOP("Studies", "Aroon"),
    QT_TRANSLATE_NOOP("Studies", "Linear regression channel"),
    QT_TRANSLATE_NOOP("Studies", "Heikin-Ashi"),
    QT_TRANSLATE_NOOP("Studies", "Relative strength index"),
    QT_TRANSLATE_NOOP("Studies", "Stochastic"),
    QT_TRANSLATE_NOOP("Studies", "Stochastic RSI"),
    QT_TRANSLATE_NOOP("Studies", "Williams %R"),
    QT_TRANSLATE_NOOP("Studies", "Commodity channel index"),
    QT_TRANSLATE_NOOP("Studies", "Rate of change"),
    QT_TRANSLATE_NOOP("Studies", "Money flow index"),
    QT_TRANSLATE_NOOP("Studies", "Ultimate oscillator"),
    QT_TRANSLATE_NOOP("Studies", "TRIX"),
    QT_TRANSLATE_NOOP("Studies", "Bollinger bands"),
    QT_TRANSLATE_NOOP("Studies", "Keltner channel"),
    QT_TRANSLATE_NOOP("Studies", "Donchian channel"),
    QT_TRANSLATE_NOOP("Studies", "Average true range"),
    QT_TRANSLATE_NOOP("Studies", "Average true range, percent"),
    QT_TRANSLATE_NOOP("Studies", "Standard deviation"),
    QT_TRANSLATE_NOOP("Studies", "On-balance volume"),
    QT_TRANSLATE_NOOP("Studies", "Accumulation/distribution"),
    QT_TRANSLATE_NOOP("Studies", "Chaikin money flow"),
    QT_TRANSLATE_NOOP("Studies", "Force index"),
    QT_TRANSLATE_NOOP("Studies", "VWAP of the session"),
    QT_TRANSLATE_NOOP("Studies", "Anchored VWAP"),
    QT_TRANSLATE_NOOP("Studies", "Cumulative volume delta"),
    QT_TRANSLATE_NOOP("Studies", "Open interest"),
    QT_TRANSLATE_NOOP("Studies", "Funding rate"),
    QT_TRANSLATE_NOOP("Studies", "Z-score"),
    QT_TRANSLATE_NOOP("Studies", "Correlation with a second symbol"),
    QT_TRANSLATE_NOOP("Studies", "Beta to a second symbol"),
    // parameters
    QT_TRANSLATE_NOOP("Studies", "Length"),
    QT_TRANSLATE_NOOP("Studies", "Source"),
    QT_TRANSLATE_NOOP("Studies", "Fast"),
    QT_TRANSLATE_NOOP("Studies", "Slow"),
    QT_TRANSLATE_NOOP("Studies", "Signal"),
    QT_TRANSLATE_NOOP("Studies", "Tenkan"),
    QT_TRANSLATE_NOOP("Studies", "Kijun"),
    QT_TRANSLATE_NOOP("Studies", "Span B"),
    QT_TRANSLATE_NOOP("Studies", "Displacement"),
    QT_TRANSLATE_NOOP("Studies", "Step"),
    QT_TRANSLATE_NOOP("Studies", "Maximum"),
    QT_TRANSLATE_NOOP("Studies", "Multiplier"),
    QT_TRANSLATE_NOOP("Studies", "Deviations"),
    QT_TRANSLATE_NOOP("Studies", "K"),
    QT_TRANSLATE_NOOP("Studies", "K smoothing"),
    QT_TRANSLATE_NOOP("Studies", "D"),
    QT_TRANSLATE_NOOP("Studies", "Short"),
    QT_TRANSLATE_NOOP("Studies", "Middle"),
    QT_TRANSLATE_NOOP("Studies", "Long"),
    QT_TRANSLATE_NOOP("Studies", "ATR length"),
    QT_TRANSLATE_NOOP("Studies", "Session"),
    QT_TRANSLATE_NOOP("Studies", "Offset"),
    QT_TRANSLATE_NOOP("Studies", "Price of a bar"),
    QT_TRANSLATE_NOOP("Studies", "Anchor"),
    // outputs and choices
    QT_TRANSLATE_NOOP("Studies", "KAMA"),
    QT_TRANSLATE_NOOP("Studies", "VWMA"),
    QT_TRANSLATE_NOOP("Studies", "Histogram"),
    QT_TRANSLATE_NOOP("Studies", "Span A"),
    QT_TRANSLATE_NOOP("Studies", "Span A here"),
    QT_TRANSLATE_NOOP("Studies", "Span B here"),
    QT_TRANSLATE_NOOP("Studies", "Chikou"),
    QT_TRANSLATE_NOOP("Studies", "+DI"),
    QT_TRANSLATE_NOOP("Studies", "-DI"),
    QT_TRANSLATE_NOOP("Studies", "DX"),
    QT_TRANSLATE_NOOP("Studies", "ADX"),
    QT_TRANSLATE_NOOP("Studies", "ADXR"),
    QT_TRANSLATE_NOOP("Studies", "SAR"),
    QT_TRANSLATE_NOOP("Studies", "Direction"),
    QT_TRANSLATE_NOOP("Studies", "Aroon up"),
    QT_TRANSLATE_NOOP("Studies", "Aroon down"),
    QT_TRANSLATE_NOOP("Studies", "Oscillator"),
    QT_TRANSLATE_NOOP("Studies", "Regression"),
    QT_TRANSLATE_NOOP("Studies", "Slope"),
    QT_TRANSLATE_NOOP("Studies", "R squared"),
    QT_TRANSLATE_NOOP("Studies", "Upper"),
    QT_TRANSLATE_NOOP("Studies", "Lower"),
    QT_TRANSLATE_NOOP("Studies", "Open"),
    QT_TRANSLATE_NOOP("Studies", "High"),
    QT_TRANSLATE_NOOP("Studies", "Low"),
    QT_TRANSLATE_NOOP("Studies", "Close"),
    QT_TRANSLATE_NOOP("Studies", "RSI"),
    QT_TRANSLATE_NOOP("Studies", "%K"),
    QT_TRANSLATE_NOOP("Studies", "%D"),
    QT_TRANSLATE_NOOP("Studies", "Raw"),
    QT_TRANSLATE_NOOP("Studies", "%R"),
    QT_TRANSLATE_NOOP("Studies", "CCI"),
    QT_TRANSLATE_NOOP("Studies", "ROC"),
    QT_TRANSLATE_NOOP("Studies", "MFI"),
    QT_TRANSLATE_NOOP("Studies", "Ultimate"),
    QT_TRANSLATE_NOOP("Studies", "%B"),
    QT_TRANSLATE_NOOP("Studies", "Bandwidth"),
    QT_TRANSLATE_NOOP("Studies", "ATR"),
    QT_TRANSLATE_NOOP("Studies", "NATR"),
    QT_TRANSLATE_NOOP("Studies", "Deviation"),
    QT_TRANSLATE_NOOP("Studies", "Mean"),
    QT_TRANSLATE_NOOP("Studies", "OBV"),
    QT_TRANSLATE_NOOP("Studies", "A/D"),
    QT_TRANSLATE_NOOP("Studies", "CMF"),
    QT_TRANSLATE_NOOP("Studies", "Force"),
    QT_TRANSLATE_NOOP("Studies", "VWAP"),
    QT_TRANSLATE_NOOP("Studies", "CVD"),
    QT_TRANSLATE_NOOP("Studies", "Delta"),
    QT_TRANSLATE_NOOP("Studies", "Funding"),
    QT_TRANSLATE_NOOP("Studies", "Correlation"),
    QT_TRANSLATE_NOOP("Studies", "Beta"),
    QT_TRANSLATE_NOOP("Studies", "Typical"),
    QT_TRANSLATE_NOOP("Studies", "Quote"),
    QT_TRANSLATE_NOOP("Studies", "hl2"),
    QT_TRANSLATE_NOOP("Studies", "hlc3"),
    QT_TRANSLATE_NOOP("Studies", "ohlc4"),
    QT_TRANSLATE_NOOP("Studies", "bars"),
    // help
    QT_TRANSLATE_NOOP("Studies", "An average that is fast when price goes one way and slow when it goes to and fro."),
    QT_TRANSLATE_NOOP("Studies", "Mean price of a window, each bar weighted with its volume."),
    QT_TRANSLATE_NOOP("Studies", "Mean of the last bars."),
    QT_TRANSLATE_NOOP("Studies", "An average that forgets gradually."),
    QT_TRANSLATE_NOOP("Studies", "Wilder's smoothing, the one inside RSI and ATR."),
    QT_TRANSLATE_NOOP("Studies", "The newest bar weighs most, the oldest least."),
    QT_TRANSLATE_NOOP("Studies", "An exponential average with its lag taken out once."),
    QT_TRANSLATE_NOOP("Studies", "An exponential average with its lag taken out twice."),
    QT_TRANSLATE_NOOP("Studies", "A weighted average with little lag."),
    QT_TRANSLATE_NOOP("Studies", "Distance of a fast from a slow exponential average, and the average of that distance."),
    QT_TRANSLATE_NOOP("Studies", "Midpoints of three windows; two of them form a cloud drawn ahead of the price."),
    QT_TRANSLATE_NOOP("Studies", "How strong the trend is (ADX) and which way it goes (+DI, -DI)."),
    QT_TRANSLATE_NOOP("Studies", "How much faster the stop follows with every new extreme."),
    QT_TRANSLATE_NOOP("Studies", "The fastest it may become."),
    QT_TRANSLATE_NOOP("Studies", "A stop that follows the trend and turns over when it is touched."),
    QT_TRANSLATE_NOOP("Studies", "A stop some true ranges away from the price, which only moves with the trend."),
    QT_TRANSLATE_NOOP("Studies", "Distance in average true ranges."),
    QT_TRANSLATE_NOOP("Studies", "How long ago the highest high and the lowest low of the window were."),
    QT_TRANSLATE_NOOP("Studies",
                      "The end of a straight line through the window, its slope and fit, and a channel of residual deviations."),
    QT_TRANSLATE_NOOP("Studies", "Half width of the channel in deviations."),
    QT_TRANSLATE_NOOP("Studies", "Averaged candles. For looking at: nothing trades at these prices."),
    QT_TRANSLATE_NOOP("Studies", "Share of the gains in all recent movement, 0 to 100."),
    QT_TRANSLATE_NOOP("Studies", "Where the close stands between the lowest low and the highest high."),
    QT_TRANSLATE_NOOP("Studies", "Where the RSI stands between its own recent extremes."),
    QT_TRANSLATE_NOOP("Studies", "Where the close stands in the range of the window, -100 at its low and 0 at its high."),
    QT_TRANSLATE_NOOP("Studies", "Distance of the typical price from its mean, in mean deviations."),
    QT_TRANSLATE_NOOP("Studies", "Change since so many bars ago, in percent."),
    QT_TRANSLATE_NOOP("Studies", "Change since so many bars ago, in price."),
    QT_TRANSLATE_NOOP("Studies", "Like RSI, of price times volume."),
    QT_TRANSLATE_NOOP("Studies", "Buying pressure over three windows in one figure."),
    QT_TRANSLATE_NOOP("Studies", "Change from bar to bar of a triple exponential average, in percent."),
    QT_TRANSLATE_NOOP("Studies", "Mean of the window and deviations above and below it."),
    QT_TRANSLATE_NOOP("Studies", "Distance of the bands in standard deviations."),
    QT_TRANSLATE_NOOP("Studies", "An exponential average and average true ranges above and below it."),
    QT_TRANSLATE_NOOP("Studies",
                      "Highest high and lowest low of the window, this bar included. A breakout compares with the bar before."),
    QT_TRANSLATE_NOOP("Studies", "Mean movement of a bar, in price."),
    QT_TRANSLATE_NOOP("Studies", "Mean movement of a bar, in percent of the close."),
    QT_TRANSLATE_NOOP("Studies", "Population standard deviation of the window."),
    QT_TRANSLATE_NOOP("Studies", "typical: (high + low + close)/3, an estimate; quote: quote volume by volume, the true VWAP."),
    QT_TRANSLATE_NOOP("Studies", "Mean price of the session's trades, weighted with their volume."),
    QT_TRANSLATE_NOOP("Studies", "Start of the sessions after 00:00 UTC."),
    QT_TRANSLATE_NOOP("Studies", "Mean price of everything traded since a chosen moment."),
    QT_TRANSLATE_NOOP("Studies", "What was traded in each bar, and its mean."),
    QT_TRANSLATE_NOOP("Studies", "Volume added on rising and taken off on falling bars."),
    QT_TRANSLATE_NOOP("Studies", "Volume summed with the sign and size of the close's place in its bar."),
    QT_TRANSLATE_NOOP("Studies", "Share of the window's volume that closed near the high, less that near the low."),
    QT_TRANSLATE_NOOP("Studies", "Change of the close times volume, averaged."),
    QT_TRANSLATE_NOOP("Studies", "Taker buys less taker sells, summed."),
    QT_TRANSLATE_NOOP("Studies", "Length after which it starts anew; 0: never."),
    QT_TRANSLATE_NOOP("Studies", "Contracts open on the venue."),
    QT_TRANSLATE_NOOP("Studies", "What longs pay shorts at a settlement, as a ratio of the position."),
    QT_TRANSLATE_NOOP("Studies", "Distance from the mean of the window, in sample standard deviations."),
    QT_TRANSLATE_NOOP("Studies", "Of the log returns of both symbols, over bars that both have."),
    QT_TRANSLATE_NOOP("Studies", "How much this symbol's log return moves with one of the second symbol's."),
    QT_TRANSLATE_NOOP("Studies", "How many bars it looks back."),
    QT_TRANSLATE_NOOP("Studies", "The price it reads."),
    QT_TRANSLATE_NOOP("Studies", "Length of a session."),
    QT_TRANSLATE_NOOP("Studies", "The moment it starts at; empty: the first bar."),
};

/// Help that speaks of the milliseconds a file has, where the window has a date or a span.
constexpr std::array<std::pair<std::string_view, const char*>, 2> reworded{{
    {"Length of a session; a day is 86400000.", "Length of a session."},
    {"The moment, in milliseconds since 1970.", "The moment it starts at; empty: the first bar."},
}};

constexpr std::array<std::pair<std::string_view, const char*>, 8> furtherWords{{
    {"macd", QT_TRANSLATE_NOOP("Studies", "moving average convergence divergence")},
    {"dmi", QT_TRANSLATE_NOOP("Studies", "average directional index")},
    {"psar", QT_TRANSLATE_NOOP("Studies", "stop and reverse trailing")},
    {"supertrend", QT_TRANSLATE_NOOP("Studies", "trailing stop")},
    {"vwap", QT_TRANSLATE_NOOP("Studies", "volume-weighted average price")},
    {"avwap", QT_TRANSLATE_NOOP("Studies", "volume-weighted average price")},
    {"cvd", QT_TRANSLATE_NOOP("Studies", "order flow")},
    {"zscore", QT_TRANSLATE_NOOP("Studies", "standard score")},
}};

QString words(const char* text)
{
    return QCoreApplication::translate("Studies", text);
}

QString words(std::string_view text)
{
    return words(QByteArray(text.data(), static_cast<qsizetype>(text.size())).constData());
}

QString inputText(Input input)
{
    switch (input) {
    case indicators::TakerBuyVolume: return words(QT_TRANSLATE_NOOP("Studies", "taker volume"));
    case indicators::QuoteVolume: return words(QT_TRANSLATE_NOOP("Studies", "quote volume"));
    case indicators::OpenInterestInput: return words(QT_TRANSLATE_NOOP("Studies", "open interest"));
    case indicators::FundingInput: return words(QT_TRANSLATE_NOOP("Studies", "funding rates"));
    case indicators::OtherClose:
    case indicators::NoMore: break;
    }
    return {};
}

} // namespace

QString toQString(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString titleOf(const StudyInfo& study)
{
    return words(study.title);
}

QString helpOf(const StudyInfo& study)
{
    return words(study.help);
}

QString titleOf(const Parameter& parameter)
{
    return words(parameter.title);
}

QString helpOf(const Parameter& parameter)
{
    for (const auto& [help, instead] : reworded) {
        if (parameter.help == help)
            return words(instead);
    }
    return words(parameter.help);
}

QString titleOf(const Output& output)
{
    return words(output.title);
}

QString titleOf(StudyInfo::Category category)
{
    return words(categories[static_cast<std::size_t>(category)]);
}

QString choiceText(std::string_view choice)
{
    std::string name(choice);
    const bool isFormula = name.find_first_of("0123456789") != name.npos; // hl2, as traders write it
    if (!isFormula && !name.empty() && name.front() >= 'a' && name.front() <= 'z')
        name.front() = static_cast<char>(name.front() - 'a' + 'A');
    return words(name);
}

QString unitOf(const Parameter& parameter)
{
    return parameter.kind == Parameter::Kind::Milliseconds || parameter.unit.empty() ? QString() : words(parameter.unit);
}

QString searchWords(const StudyInfo& study)
{
    QString found = titleOf(study.category);
    if (study.category == StudyInfo::Category::Average)
        found += QLatin1Char(' ') + words(QT_TRANSLATE_NOOP("Studies", "moving average ma"));
    for (const auto& [name, more] : furtherWords) {
        if (study.name == name)
            found += QLatin1Char(' ') + words(more);
    }
    return found;
}

QString presetsText(const StudyInfo& study, std::span<const double> arguments)
{
    QStringList parts;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const QString value = valueText(study.parameters[i], arguments[i], QTimeZone::utc());
        if (!value.isEmpty())
            parts.append(QStringLiteral("%1 %2").arg(titleOf(study.parameters[i]), value));
    }
    return parts.join(QStringLiteral(" · "));
}

QString paneText(const StudyInfo& study)
{
    return study.pane.isOverlay ? words(QT_TRANSLATE_NOOP("Studies", "The price"))
                                : words(QT_TRANSLATE_NOOP("Studies", "Its own"));
}

QString missingText(unsigned inputs, unsigned supplied)
{
    const unsigned missing = inputs & ~supplied & ~unsigned{indicators::OtherClose};
    QStringList names;
    for (const Input input : indicators::allInputs) {
        if ((missing & input) != 0)
            names.append(inputText(input));
    }
    if (names.isEmpty())
        return {};
    return words(QT_TRANSLATE_NOOP("Studies", "This chart's data has no %1.")).arg(names.join(QStringLiteral(", ")));
}

std::span<const char* const> listedTexts()
{
    return listed;
}

} // namespace spreadline::studies
