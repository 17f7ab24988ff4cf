// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/display_options.h"

#include <optional>

namespace spreadline {
namespace {

std::optional<QTimeZone> zoneOf(const QString& choice)
{
    if (choice == QLatin1String("utc"))
        return QTimeZone::utc();
    if (choice == QLatin1String("local"))
        return QTimeZone::systemTimeZone();
    const QByteArray id = choice.toLatin1();
    if (id.isEmpty() || !QTimeZone::isTimeZoneIdAvailable(id)) // a zone of no name would be the machine's own
        return std::nullopt;
    return QTimeZone(id);
}

} // namespace

bool DisplayOptions::setZoneChoice(const QString& choice)
{
    const auto zone = zoneOf(choice);
    if (!zone)
        return false;
    if (choice == m_choice)
        return true;
    m_choice = choice;
    m_zone = *zone;
    if (choice != QLatin1String("utc") && choice != QLatin1String("local")) {
        m_recentZones.removeAll(choice);
        m_recentZones.prepend(choice);
        m_recentZones = m_recentZones.mid(0, mostRecentZones);
    }
    Q_EMIT changed();
    return true;
}

void DisplayOptions::setRecentZones(const QStringList& names)
{
    m_recentZones.clear();
    for (const QString& name : names) {
        if (zoneOf(name) && !m_recentZones.contains(name) && m_recentZones.size() < mostRecentZones)
            m_recentZones.append(name);
    }
}

void DisplayOptions::setMotion(bool on)
{
    if (on == m_motion)
        return;
    m_motion = on;
    Q_EMIT changed();
}

void DisplayOptions::setMilliseconds(bool on)
{
    if (on == m_milliseconds)
        return;
    m_milliseconds = on;
    Q_EMIT changed();
}

} // namespace spreadline
