// SPDX-License-Identifier: GPL-3.0-or-later
#include "studies/parameter_text.h"

#include "studies/study_texts.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

namespace spreadline::studies {
namespace {

using indicators::Parameter;
using Kind = Parameter::Kind;

constexpr double day = 86'400'000;
constexpr double longestLength = 10 * 366 * day; ///< beyond this nobody means a length

struct Unit {
    const char* name;
    double millis;
};
constexpr std::array units{Unit{"d", day}, Unit{"h", 3'600'000}, Unit{"m", 60'000}, Unit{"s", 1'000}, Unit{"ms", 1}};

QString words(const char* text)
{
    return QCoreApplication::translate("Studies", text);
}

QString number(double value, bool grouped = false)
{
    QLocale locale;
    if (!grouped)
        locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(value, 'f', QLocale::FloatingPointShortest);
}

QString lengthText(double millis)
{
    QString text;
    double rest = std::abs(millis);
    for (const Unit& unit : units) {
        const double count = std::floor(rest / unit.millis);
        rest -= count * unit.millis;
        if (count > 0)
            text += QStringLiteral("%1%2%3").arg(text.isEmpty() ? QString() : QStringLiteral(" "), QString::number(count, 'f', 0),
                                                 QLatin1String(unit.name));
    }
    if (text.isEmpty())
        return QStringLiteral("0");
    return millis < 0 ? QLatin1Char('-') + text : text;
}

std::optional<double> readLength(const QString& text)
{
    static const QRegularExpression part(QStringLiteral("\\s*(\\d+(?:\\.\\d+)?)\\s*(ms|[wdhms])(?![a-z])|\\s*(\\d+)\\s*$"));
    const bool isNegative = text.startsWith(QLatin1Char('-'));
    qsizetype at = isNegative ? 1 : 0;
    double sum = 0;
    bool hasBare = false;
    while (at < text.size()) {
        const auto match = part.match(text, at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch() || hasBare)
            return std::nullopt;
        at = match.capturedEnd();
        hasBare = !match.captured(3).isEmpty(); // milliseconds, as the engine writes them
        const QString name = match.captured(2);
        const auto unit = std::ranges::find_if(units, [&name](const Unit& one) { return name == QLatin1String(one.name); });
        const double millis = hasBare ? 1 : unit == units.end() ? 7 * day : unit->millis;
        sum += (hasBare ? match.captured(3) : match.captured(1)).toDouble() * millis;
    }
    return text.isEmpty() ? std::nullopt : std::optional(isNegative ? -sum : sum);
}

QString momentText(double millis, const QTimeZone& zone)
{
    if (millis == 0)
        return {}; // from the first bar on
    const auto whole = static_cast<qint64>(millis);
    const QString format = whole % 1'000 != 0 ? QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")
        : whole % 60'000 != 0                 ? QStringLiteral("yyyy-MM-dd HH:mm:ss")
                                              : QStringLiteral("yyyy-MM-dd HH:mm");
    return QDateTime::fromMSecsSinceEpoch(whole, zone).toString(format);
}

std::optional<double> readMoment(const QString& text, const QTimeZone& zone)
{
    if (text.isEmpty())
        return 0;
    bool isMillis = false;
    const qint64 millis = text.toLongLong(&isMillis);
    if (isMillis)
        return static_cast<double>(millis);
    QString plain = text;
    plain.replace(QLatin1Char('T'), QLatin1Char(' '));
    for (const char* format : {"yyyy-MM-dd HH:mm", "yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.zzz"}) {
        const QDateTime read = QDateTime::fromString(plain, QLatin1String(format));
        const QDateTime moment(read.date(), read.time(), zone);
        if (read.isValid() && moment.isValid())
            return static_cast<double>(moment.toMSecsSinceEpoch());
    }
    return std::nullopt;
}

std::optional<double> readNumber(const QString& text)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::RejectGroupSeparator); // "2.500" is no 2500, whatever the country
    for (const QLocale& each : {locale, QLocale::c()}) {
        bool isNumber = false;
        const double value = each.toDouble(text, &isNumber);
        if (isNumber)
            return value;
    }
    return std::nullopt;
}

std::optional<double> readChoice(const Parameter& parameter, const QString& text)
{
    for (std::size_t i = 0; i < parameter.choices.size(); ++i) {
        const auto name = parameter.choices[i];
        if (text.compare(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())), Qt::CaseInsensitive) == 0
            || text.compare(choiceText(name), Qt::CaseInsensitive) == 0)
            return static_cast<double>(i);
    }
    return std::nullopt;
}

std::optional<double> readAny(const Parameter& parameter, const QString& text, const QTimeZone& zone)
{
    switch (parameter.kind) {
    case Kind::Choice: return readChoice(parameter, text);
    case Kind::Milliseconds: return isMoment(parameter) ? readMoment(text, zone) : readLength(text);
    case Kind::Integer:
    case Kind::Number: break;
    }
    return readNumber(text);
}

/// The ends of its range, as they are typed.
std::pair<QString, QString> ends(const Parameter& parameter)
{
    if (parameter.kind == Kind::Milliseconds)
        return {lengthText(parameter.least), lengthText(parameter.most)};
    return {number(parameter.least, true), number(parameter.most, true)};
}

QString advice(const Parameter& parameter)
{
    const auto [least, most] = ends(parameter);
    switch (parameter.kind) {
    case Kind::Integer: return words(QT_TRANSLATE_NOOP("Studies", "Enter a whole number from %1 to %2.")).arg(least, most);
    case Kind::Number: return words(QT_TRANSLATE_NOOP("Studies", "Enter a number from %1 to %2.")).arg(least, most);
    case Kind::Milliseconds:
        if (isMoment(parameter))
            return words(QT_TRANSLATE_NOOP("Studies", "Enter a time such as 2026-01-31 09:30."));
        return words(QT_TRANSLATE_NOOP("Studies", "Enter a span such as 1d, 8h or 30m, from %1 to %2.")).arg(least, most);
    case Kind::Choice: break;
    }
    QStringList names;
    for (const auto name : parameter.choices)
        names.append(choiceText(name));
    return words(QT_TRANSLATE_NOOP("Studies", "Enter one of: %1.")).arg(names.join(QStringLiteral(", ")));
}

} // namespace

bool isMoment(const Parameter& parameter)
{
    return parameter.kind == Kind::Milliseconds && parameter.most > longestLength;
}

QString valueText(const Parameter& parameter, double value, const QTimeZone& zone)
{
    switch (parameter.kind) {
    case Kind::Choice: return choiceText(parameter.choices[static_cast<std::size_t>(value)]);
    case Kind::Milliseconds: return isMoment(parameter) ? momentText(value, zone) : lengthText(value);
    case Kind::Integer:
    case Kind::Number: break;
    }
    return number(value);
}

Reading readValue(const Parameter& parameter, const QString& text, const QTimeZone& zone)
{
    const auto value = readAny(parameter, text.trimmed(), zone);
    const bool isFit = value && *value >= parameter.least && *value <= parameter.most
        && (parameter.kind == Kind::Number || *value == std::floor(*value));
    return isFit ? Reading{value, {}} : Reading{std::nullopt, advice(parameter)};
}

QString rangeText(const Parameter& parameter)
{
    if (parameter.kind == Kind::Choice || isMoment(parameter))
        return {};
    const auto [least, most] = ends(parameter);
    return words(QT_TRANSLATE_NOOP("Studies", "%1 to %2")).arg(least, most);
}

double stepped(const Parameter& parameter, double value, int steps)
{
    const double step = isMoment(parameter) ? day : parameter.step;
    // In whole steps, so that 0.1 + 0.2 is 0.3 to the person who clicks.
    const double count = std::round(value / step * 1e6) / 1e6;
    const double wanted = (steps > 0 ? std::floor(count) : std::ceil(count)) + steps;
    const double digits = parameter.kind == Kind::Number ? 1e9 : 1;
    return std::clamp(std::round(wanted * step * digits) / digits, parameter.least, parameter.most);
}

} // namespace spreadline::studies
