// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawings/drawing_json.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace spreadline::drawing {
namespace {

QString string(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

// Whole nanoseconds do not fit a JSON number, so that times and ids are text.
QString wide(std::int64_t value)
{
    return QString::number(value);
}

template<typename Choice>
bool read(const QJsonObject& json, QLatin1String key, std::optional<Choice> (*find)(std::string_view), Choice& into)
{
    if (!json.contains(key))
        return true;
    const auto found = find(json.value(key).toString().toStdString());
    if (found)
        into = *found;
    return found.has_value();
}

bool readWhole(const QJsonObject& json, QLatin1String key, int& into)
{
    const QJsonValue value = json.value(key);
    into = value.toInt(into);
    return value.isUndefined() || value.toDouble() == into;
}

QJsonObject styleJson(const DrawingStyle& style)
{
    QJsonObject json{{QStringLiteral("ink"), string(keyOf(style.ink))},   {QStringLiteral("width"), style.width},
                     {QStringLiteral("dash"), string(keyOf(style.dash))}, {QStringLiteral("filled"), style.filled},
                     {QStringLiteral("fillShare"), style.fillShare},      {QStringLiteral("extendLeft"), style.extendLeft},
                     {QStringLiteral("extendRight"), style.extendRight},  {QStringLiteral("labelled"), style.labelled}};
    json.insert(QStringLiteral("custom"), QStringLiteral("#%1").arg(style.custom, 8, 16, QLatin1Char('0')));
    return json;
}

bool readStyle(const QJsonObject& json, DrawingStyle& style)
{
    style.filled = json.value(QLatin1String("filled")).toBool(style.filled);
    style.extendLeft = json.value(QLatin1String("extendLeft")).toBool(style.extendLeft);
    style.extendRight = json.value(QLatin1String("extendRight")).toBool(style.extendRight);
    style.labelled = json.value(QLatin1String("labelled")).toBool(style.labelled);
    bool isColour = true;
    if (const QString custom = json.value(QLatin1String("custom")).toString(); !custom.isEmpty())
        style.custom = custom.mid(1).toUInt(&isColour, 16);
    return isColour && read<Ink>(json, QLatin1String("ink"), &inkOf, style.ink)
        && read<Dash>(json, QLatin1String("dash"), &dashOf, style.dash) && readWhole(json, QLatin1String("width"), style.width)
        && readWhole(json, QLatin1String("fillShare"), style.fillShare);
}

QJsonObject drawingJson(const Drawing& drawing)
{
    QJsonArray anchors, levels, intervals;
    for (const Anchor& anchor : drawing.anchors)
        anchors.append(QJsonObject{{QStringLiteral("time"), wide(anchor.time.nanos())}, {QStringLiteral("price"), anchor.price}});
    for (const Level& level : drawing.levels)
        levels.append(QJsonArray{level.ratio, level.shown});
    for (const Interval interval : drawing.intervals)
        intervals.append(QString::fromStdString(toString(interval)));
    return {{QStringLiteral("id"), wide(static_cast<std::int64_t>(drawing.id))},
            {QStringLiteral("kind"), string(keyOf(drawing.kind))},
            {QStringLiteral("anchors"), anchors},
            {QStringLiteral("style"), styleJson(drawing.style)},
            {QStringLiteral("levels"), levels},
            {QStringLiteral("text"), drawing.text},
            {QStringLiteral("locked"), drawing.locked},
            {QStringLiteral("hidden"), drawing.hidden},
            {QStringLiteral("intervals"), intervals}};
}

bool readAnchors(const QJsonArray& json, std::vector<Anchor>& anchors)
{
    for (const QJsonValue& value : json) {
        bool isTime = false;
        const std::int64_t nanos = value[QLatin1String("time")].toString().toLongLong(&isTime);
        if (!isTime || !value[QLatin1String("price")].isDouble())
            return false;
        anchors.push_back({Timestamp::fromNanos(nanos), value[QLatin1String("price")].toDouble()});
    }
    return true;
}

bool readLists(const QJsonObject& json, Drawing& drawing)
{
    drawing.levels.clear();
    for (const QJsonValue& value : json.value(QLatin1String("levels")).toArray()) {
        const QJsonArray level = value.toArray(); // ratio, shown
        if (level.size() != 2 || !level[0].isDouble() || !level[1].isBool())
            return false;
        drawing.levels.push_back({level[0].toDouble(), level[1].toBool()});
    }
    for (const QJsonValue& value : json.value(QLatin1String("intervals")).toArray()) {
        const auto interval = parseInterval(value.toString().toStdString());
        if (!interval)
            return false;
        drawing.intervals.push_back(*interval);
    }
    return readAnchors(json.value(QLatin1String("anchors")).toArray(), drawing.anchors);
}

std::optional<Drawing> readDrawing(const QJsonObject& json, DrawingKind kind)
{
    Drawing drawing = freshDrawing(kind);
    bool isId = true;
    if (json.contains(QLatin1String("id")))
        drawing.id = static_cast<DrawingId>(json.value(QLatin1String("id")).toString().toLongLong(&isId));
    drawing.text = json.value(QLatin1String("text")).toString();
    drawing.locked = json.value(QLatin1String("locked")).toBool();
    drawing.hidden = json.value(QLatin1String("hidden")).toBool();
    const bool isRead = isId && static_cast<std::int64_t>(drawing.id) >= 0 && readLists(json, drawing)
        && readStyle(json.value(QLatin1String("style")).toObject(), drawing.style);
    return isRead && isSound(drawing) ? std::optional(std::move(drawing)) : std::nullopt;
}

} // namespace

Result<DrawingFile> fromJson(const QJsonObject& root)
{
    const QJsonValue version = root.value(QLatin1String("version"));
    const QJsonValue entries = root.value(QLatin1String("drawings"));
    if (version.toInt() > drawingsVersion)
        return Error{Errc::SchemaTooNew, "drawings", {}};
    if (version.toInt() < 1 || !entries.isArray())
        return Error{Errc::BadFile, "drawings", "no version or no list of drawings"};
    DrawingFile file;
    file.allHidden = root.value(QLatin1String("allHidden")).toBool();
    file.allLocked = root.value(QLatin1String("allLocked")).toBool();
    const QJsonArray list = entries.toArray();
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QJsonObject entry = list[i].toObject();
        const auto kind = kindOf(entry.value(QLatin1String("kind")).toString().toStdString());
        auto drawing = kind ? readDrawing(entry, *kind) : std::nullopt;
        if (drawing)
            file.drawings.push_back(std::move(*drawing));
        else
            file.foreign.push_back({i, list[i]});
        file.broken += (kind && !drawing) || !list[i].isObject() ? 1 : 0;
    }
    file.others = root;
    for (const char* known : {"version", "drawings", "allHidden", "allLocked"})
        file.others.remove(QLatin1String(known));
    return file;
}

QJsonObject toJson(const DrawingFile& file)
{
    QJsonArray list;
    for (const Drawing& drawing : file.drawings)
        list.append(drawingJson(drawing));
    for (const ForeignEntry& entry : file.foreign)
        list.insert(std::min(entry.at, list.size()), entry.value);
    QJsonObject root = file.others;
    root.insert(QStringLiteral("version"), drawingsVersion);
    root.insert(QStringLiteral("allHidden"), file.allHidden);
    root.insert(QStringLiteral("allLocked"), file.allLocked);
    root.insert(QStringLiteral("drawings"), list);
    return root;
}

} // namespace spreadline::drawing
