// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_settings.h"

#include "chart/interval_bar.h"
#include "chart/interval_prompt.h"
#include "studies/study_json.h"

#include <QJsonArray>

#include <array>
#include <cmath>
#include <set>
#include <span>

namespace spreadline::chart {
namespace {

constexpr qsizetype longestSymbol = 200;
constexpr int mostPanes = 64;
constexpr int mostCompared = 20;
constexpr double leastSpacing = 1e-4, mostSpacing = 200;

// Names on disk: never translated, never changed, in the order of the enumeration.
constexpr std::array styleNames{"candles", "hollow", "bars", "line", "area", "heikin-ashi"};
constexpr std::array scaleNames{"linear", "log", "percent"};
constexpr std::array magnetNames{"off", "weak", "strong"};

using Names = std::span<const char* const>;

template<typename Enum>
QString nameOf(Enum value, Names names)
{
    return QString::fromLatin1(names[static_cast<std::size_t>(value)]);
}

/// Reads what is there and understood; the rest keeps its default and is told.
class Reader {
public:
    Reader(const QJsonObject& json, std::vector<Error>& leftOut) : m_json(json), m_leftOut(leftOut) {}

    QJsonValue value(const char* key) const { return m_json.value(QLatin1String(key)); }
    void leaveOut(const char* key, const QString& what)
    {
        m_leftOut.push_back({Errc::BadFile, std::string("chart.") + key, what.left(60).toStdString()});
    }
    void flag(const char* key, bool& into)
    {
        if (const QJsonValue found = value(key); found.isBool())
            into = found.toBool();
        else if (!found.isUndefined())
            leaveOut(key, QStringLiteral("neither true nor false"));
    }
    template<typename Enum>
    void choice(const char* key, Names names, Enum& into)
    {
        const QJsonValue found = value(key);
        if (found.isUndefined())
            return;
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (found.toString() == QLatin1String(names[i])) {
                into = static_cast<Enum>(i);
                return;
            }
        }
        leaveOut(key, found.toString());
    }

private:
    const QJsonObject& m_json;
    std::vector<Error>& m_leftOut;
};

bool isShare(double share)
{
    return std::isfinite(share) && share > 0 && share <= 1'000;
}

QJsonArray panesJson(const std::vector<PaneShare>& panes)
{
    QJsonArray list;
    for (const PaneShare& pane : panes)
        list.append(QJsonObject{{QStringLiteral("key"), pane.key}, {QStringLiteral("share"), pane.share}});
    return list;
}

void readPanes(Reader& reader, std::vector<PaneShare>& panes)
{
    std::set<int> taken;
    for (const QJsonValue& entry : reader.value("panes").toArray()) {
        const PaneShare pane{entry[QLatin1String("key")].toInt(-1), entry[QLatin1String("share")].toDouble()};
        const bool isSound = pane.key >= 0 && isShare(pane.share) && panes.size() < mostPanes && taken.insert(pane.key).second;
        if (isSound)
            panes.push_back(pane);
        else
            reader.leaveOut("panes", QStringLiteral("pane %1").arg(pane.key));
    }
}

QString colourText(QRgb colour)
{
    return QStringLiteral("#%1").arg(colour, 8, 16, QLatin1Char('0'));
}

QJsonArray comparedJson(const std::vector<ComparedSymbol>& compared)
{
    QJsonArray list;
    for (const ComparedSymbol& other : compared) {
        const std::string_view ink = keyOf(other.ink);
        QJsonObject json{{QStringLiteral("symbol"), other.text},
                         {QStringLiteral("ink"), QString::fromLatin1(ink.data(), static_cast<qsizetype>(ink.size()))}};
        if (other.ink == Ink::Custom)
            json.insert(QStringLiteral("colour"), colourText(other.custom));
        list.append(json);
    }
    return list;
}

void readCompared(Reader& reader, std::vector<ComparedSymbol>& compared)
{
    for (const QJsonValue& entry : reader.value("compared").toArray()) {
        ComparedSymbol other;
        other.text = entry[QLatin1String("symbol")].toString();
        const auto ink = inkOf(entry[QLatin1String("ink")].toString().toStdString());
        other.ink = ink.value_or(Ink::Amber);
        bool isNumber = false;
        const QRgb colour = entry[QLatin1String("colour")].toString().mid(1).toUInt(&isNumber, 16);
        other.custom = isNumber ? colour : other.custom;
        const bool isSymbol = !other.text.isEmpty() && other.text.size() <= longestSymbol;
        if (isSymbol && compared.size() < mostCompared)
            compared.push_back(other);
        else
            reader.leaveOut("compared", other.text);
    }
}

void readSubject(Reader& reader, ChartSettings& settings)
{
    settings.symbol = reader.value("symbol").toString();
    if (settings.symbol.size() > longestSymbol) {
        reader.leaveOut("symbol", settings.symbol);
        settings.symbol.clear();
    }
    const QJsonValue text = reader.value("interval");
    if (const auto interval = typedInterval(text.toString()))
        settings.interval = *interval;
    else if (!text.isUndefined())
        reader.leaveOut("interval", text.toString());
    const QJsonValue spacing = reader.value("spacing");
    const double pixels = spacing.toDouble();
    if (pixels >= leastSpacing && pixels <= mostSpacing)
        settings.spacing = pixels;
    else if (!spacing.isUndefined())
        reader.leaveOut("spacing", QString::number(pixels));
}

} // namespace

QJsonObject toJson(const ChartSettings& settings)
{
    QJsonObject json{{QStringLiteral("symbol"), settings.symbol},
                     {QStringLiteral("interval"), intervalText(settings.interval)},
                     {QStringLiteral("style"), nameOf(settings.style, styleNames)},
                     {QStringLiteral("scale"), nameOf(settings.scale, scaleNames)},
                     {QStringLiteral("inverted"), settings.isInverted},
                     {QStringLiteral("volume"), settings.isVolumeShown},
                     {QStringLiteral("extremes"), settings.areExtremesNamed},
                     {QStringLiteral("countdown"), settings.isCountdownShown},
                     {QStringLiteral("studies"), studies::toJson(settings.studies)},
                     {QStringLiteral("panes"), panesJson(settings.panes)},
                     {QStringLiteral("compared"), comparedJson(settings.compared)},
                     {QStringLiteral("magnet"), nameOf(settings.magnet, magnetNames)},
                     {QStringLiteral("spacing"), settings.spacing},
                     {QStringLiteral("extras"), settings.extras}};
    if (settings.isDrawingBarShown)
        json.insert(QStringLiteral("drawingBar"), *settings.isDrawingBarShown);
    return json;
}

ReadChartSettings chartSettingsFrom(const QJsonObject& json)
{
    ReadChartSettings read;
    ChartSettings& settings = read.settings;
    Reader reader(json, read.leftOut);
    readSubject(reader, settings);
    reader.choice("style", styleNames, settings.style);
    reader.choice("scale", scaleNames, settings.scale);
    reader.choice("magnet", magnetNames, settings.magnet);
    reader.flag("inverted", settings.isInverted);
    reader.flag("volume", settings.isVolumeShown);
    reader.flag("extremes", settings.areExtremesNamed);
    reader.flag("countdown", settings.isCountdownShown);
    if (const QJsonValue shown = reader.value("drawingBar"); shown.isBool())
        settings.isDrawingBarShown = shown.toBool();
    auto list = studies::studiesFromJson(reader.value("studies").toArray());
    settings.studies = std::move(list.studies);
    read.leftOut.insert(read.leftOut.end(), list.errors.begin(), list.errors.end());
    readPanes(reader, settings.panes);
    readCompared(reader, settings.compared);
    settings.extras = reader.value("extras").toObject();
    return read;
}

} // namespace spreadline::chart
