// SPDX-License-Identifier: GPL-3.0-or-later
#include "studies/study_json.h"

#include "studies/study_texts.h"

#include <cmath>
#include <limits>

namespace spreadline::studies {
namespace {

using chart::ChartStudy;
using chart::OutputLook;

constexpr qsizetype longestSymbol = 64;
constexpr int widest = 4;
constexpr qsizetype mostStudies = 200;

QJsonObject lookJson(const OutputLook& look)
{
    return {{QStringLiteral("ink"), toQString(keyOf(look.ink))},
            {QStringLiteral("custom"), QStringLiteral("#%1").arg(look.custom, 8, 16, QLatin1Char('0'))},
            {QStringLiteral("width"), look.width},
            {QStringLiteral("dash"), toQString(keyOf(look.dash))},
            {QStringLiteral("shown"), look.isShown}};
}

/// False when the value is there and of another kind, or out of the range.
bool readSwitch(const QJsonValue& value, bool& into)
{
    into = value.toBool(into);
    return value.isUndefined() || value.isBool();
}

bool readWhole(const QJsonValue& value, int least, int most, int& into)
{
    if (value.isUndefined())
        return true;
    const double number = value.toDouble(std::numeric_limits<double>::quiet_NaN());
    const bool isFit = number >= least && number <= most && number == std::floor(number); // false for NaN
    if (isFit)
        into = static_cast<int>(number);
    return isFit;
}

template<typename Choice>
bool readKey(const QJsonValue& value, std::optional<Choice> (*find)(std::string_view), Choice& into)
{
    if (value.isUndefined())
        return true;
    const auto found = find(value.toString().toStdString());
    if (found)
        into = *found;
    return found.has_value();
}

bool readColour(const QJsonValue& value, QRgb& into)
{
    if (value.isUndefined())
        return true;
    const QString text = value.toString();
    bool isNumber = false;
    const uint colour = text.mid(1).toUInt(&isNumber, 16);
    if (!isNumber || text.size() != 9 || !text.startsWith(QLatin1Char('#')))
        return false;
    into = colour;
    return true;
}

bool readLook(const QJsonValue& value, OutputLook& look)
{
    if (value.isUndefined())
        return true;
    return value.isObject() && readKey<Ink>(value[QLatin1String("ink")], &inkOf, look.ink)
        && readKey<Dash>(value[QLatin1String("dash")], &dashOf, look.dash)
        && readColour(value[QLatin1String("custom")], look.custom)
        && readWhole(value[QLatin1String("width")], 1, widest, look.width)
        && readSwitch(value[QLatin1String("shown")], look.isShown);
}

Error bad(const QString& text, const char* what)
{
    return {Errc::BadFile, "study", (text.left(60) + QStringLiteral(": ")).toStdString() + what};
}

} // namespace

QJsonObject toJson(const ChartStudy& study)
{
    QJsonObject looks;
    for (std::size_t i = 0; i < study.looks.size(); ++i)
        looks.insert(toQString(study.spec.study->outputs[i].name), lookJson(study.looks[i]));
    QJsonObject json{{QStringLiteral("study"), QString::fromStdString(toString(study.spec))},
                     {QStringLiteral("shown"), study.isShown},
                     {QStringLiteral("pane"), study.pane},
                     {QStringLiteral("looks"), looks}};
    if (!study.otherSymbol.isEmpty())
        json.insert(QStringLiteral("other"), study.otherSymbol);
    return json;
}

QJsonArray toJson(std::span<const ChartStudy> studies)
{
    QJsonArray list;
    for (const ChartStudy& study : studies)
        list.append(toJson(study));
    return list;
}

Result<ChartStudy> studyFromJson(const QJsonObject& json)
{
    const QString text = json.value(QLatin1String("study")).toString();
    auto spec = indicators::parseStudy(text.toStdString());
    if (!spec)
        return Error{Errc::BadFile, "study", spec.error().where + ": " + spec.error().detail};
    ChartStudy study = chart::newStudy(*spec);
    study.pane = 0;
    study.otherSymbol = json.value(QLatin1String("other")).toString();
    if (study.otherSymbol.size() > longestSymbol)
        return bad(text, "the second symbol is too long");
    if (!readSwitch(json.value(QLatin1String("shown")), study.isShown))
        return bad(text, "'shown' is neither true nor false");
    if (!readWhole(json.value(QLatin1String("pane")), -1, 1'000'000, study.pane))
        return bad(text, "'pane' is no key of a pane");
    const QJsonValue looks = json.value(QLatin1String("looks"));
    if (!looks.isUndefined() && !looks.isObject())
        return bad(text, "'looks' is no object");
    for (std::size_t i = 0; i < study.looks.size(); ++i) {
        const auto name = spec->study->outputs[i].name;
        if (!readLook(looks[toQString(name)], study.looks[i]))
            return bad(text, ("the look of '" + std::string(name) + "' cannot be read").c_str());
    }
    return study;
}

StudyList studiesFromJson(const QJsonArray& json)
{
    StudyList list;
    for (const QJsonValue& value : json) {
        if (list.studies.size() + list.errors.size() == mostStudies) {
            list.errors.push_back({Errc::BadFile, "studies", "more than 200; the others are left out"});
            break;
        }
        auto study = value.isObject() ? studyFromJson(value.toObject())
                                      : Result<ChartStudy>(Error{Errc::BadFile, "study", "an entry is no object"});
        if (study)
            list.studies.push_back(std::move(*study));
        else
            list.errors.push_back(study.error());
    }
    return list;
}

} // namespace spreadline::studies
