// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/preferences.h"

#include "models/favourites.h"
#include "settings/json_file.h"
#include "style/display_options.h"

#include <QJsonArray>
#include <QScopedValueRollback>

namespace spreadline {
namespace {

constexpr int fileVersion = 1;

struct PresetName {
    ColourPreset preset;
    const char* name;
};
constexpr PresetName presets[] = {
    {ColourPreset::GreenRed, "green-red"}, {ColourPreset::RedGreen, "red-green"}, {ColourPreset::BlueOrange, "blue-orange"}};

QString presetName(ColourPreset preset)
{
    for (const auto& [value, name] : presets) {
        if (value == preset)
            return QLatin1String(name);
    }
    return {};
}

ColourPreset presetOf(const QString& text)
{
    for (const auto& [value, name] : presets) {
        if (text == QLatin1String(name))
            return value;
    }
    return ColourPreset::GreenRed;
}

QStringList texts(const QJsonValue& array)
{
    QStringList list;
    for (const auto& item : array.toArray())
        list.append(item.toString());
    return list;
}

} // namespace

Preferences::Preferences(QString path, const Targets& targets, QObject* parent)
    : QObject(parent), m_path(std::move(path)), m_targets(targets)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(500);
    connect(&m_delay, &QTimer::timeout, this, [this] {
        if (const Status saved = save(); !saved)
            Q_EMIT saveFailed(saved.error());
    });
    connect(&targets.themes, &ThemeSource::themeChanged, this, [this] { m_savedDark.reset(), changed(); });
    connect(&targets.display, &DisplayOptions::changed, this, &Preferences::changed);
    connect(&targets.favourites, &Favourites::changed, this, &Preferences::changed);
}

Preferences::~Preferences()
{
    if (m_delay.isActive())
        static_cast<void>(save()); // nobody is left to tell
}

void Preferences::changed()
{
    if (!m_applying && !m_readOnly)
        m_delay.start();
}

Status Preferences::load()
{
    const auto json = readJsonFile(m_path);
    if (!json)
        return json.error().code == Errc::NotFound ? Status() : Status(json.error());
    if (json->value(u"version").toInt() > fileVersion) {
        m_readOnly = true;
        return Error{Errc::SchemaTooNew, m_path.toStdString(), {}};
    }
    return apply(*json);
}

Status Preferences::apply(const QJsonObject& json)
{
    const QScopedValueRollback guard(m_applying, true);
    m_targets.themes.setTheme(json.value(u"theme").toString() != QLatin1String("light"),
                              presetOf(json.value(u"colours").toString()));
    m_targets.display.setMotion(json.value(u"motion").toBool(true));
    m_targets.display.setMilliseconds(json.value(u"milliseconds").toBool(false));
    m_language = json.value(u"language").toString();
    m_targets.favourites.setAll(texts(json.value(u"favourites")));
    m_targets.favourites.setOrder(texts(json.value(u"symbolOrder")));
    m_targets.display.setRecentZones(texts(json.value(u"recentZones")));
    const QString zone = json.value(u"timeZone").toString(QStringLiteral("utc"));
    if (!m_targets.display.setZoneChoice(zone)) // this machine does not know it: UTC stays, and is named wherever a time stands
        return Error{Errc::BadFile, m_path.toStdString(), "timeZone '" + zone.left(64).toStdString() + "'"};
    return {};
}

QJsonObject Preferences::toJson() const
{
    QJsonObject json = readJsonFile(m_path).valueOr({}); // unknown keys stay
    const bool dark = m_savedDark.value_or(m_targets.themes.isDark());
    json.insert(QStringLiteral("version"), fileVersion);
    json.insert(QStringLiteral("theme"), dark ? QStringLiteral("dark") : QStringLiteral("light"));
    json.insert(QStringLiteral("colours"), presetName(m_targets.themes.preset()));
    json.insert(QStringLiteral("timeZone"), m_targets.display.zoneChoice());
    json.insert(QStringLiteral("recentZones"), QJsonArray::fromStringList(m_targets.display.recentZones()));
    json.insert(QStringLiteral("motion"), m_targets.display.motion());
    json.insert(QStringLiteral("milliseconds"), m_targets.display.milliseconds());
    json.insert(QStringLiteral("language"), m_language);
    json.insert(QStringLiteral("favourites"), QJsonArray::fromStringList(m_targets.favourites.all()));
    json.insert(QStringLiteral("symbolOrder"), QJsonArray::fromStringList(m_targets.favourites.order()));
    return json;
}

Status Preferences::save()
{
    m_delay.stop();
    return m_readOnly ? Status() : writeJsonFile(m_path, toJson());
}

void Preferences::setLanguage(const QString& code)
{
    if (code == m_language)
        return;
    m_language = code;
    changed();
}

void Preferences::overrideTheme(bool dark)
{
    const QScopedValueRollback guard(m_applying, true);
    const bool chosen = m_savedDark.value_or(m_targets.themes.isDark());
    m_targets.themes.setTheme(dark, m_targets.themes.preset());
    m_savedDark = chosen;
}

} // namespace spreadline
