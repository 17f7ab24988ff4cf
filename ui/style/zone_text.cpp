// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/zone_text.h"

#include <QDateTime>
#include <QStringList>

#include <cstdlib>

namespace spreadline::format {
namespace {

QStringList parts(const QTimeZone& zone)
{
    const QString id = QString::fromLatin1(zone.id()).replace(u'_', u' ');
    return id.split(u'/');
}

} // namespace

QString zoneCity(const QTimeZone& zone)
{
    return parts(zone).constLast();
}

QString zoneRegion(const QTimeZone& zone)
{
    QStringList before = parts(zone);
    before.removeLast();
    return before.join(QStringLiteral(", "));
}

QString zoneOffset(const QTimeZone& zone, Timestamp at)
{
    const int minutes = zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(at.millis(), QTimeZone::utc())) / 60;
    if (minutes == 0)
        return QStringLiteral("UTC");
    const int size = std::abs(minutes);
    QString text = QStringLiteral("UTC%1%2").arg(minutes > 0 ? QChar(u'+') : QChar(u'\u2212')).arg(size / 60);
    if (size % 60 != 0)
        text += QStringLiteral(":%1").arg(size % 60, 2, 10, QLatin1Char('0'));
    return text;
}

QString zoneName(const QTimeZone& zone, Timestamp at)
{
    const QString city = zoneCity(zone), offset = zoneOffset(zone, at);
    return city.startsWith(QLatin1String("UTC")) ? offset : QStringLiteral("%1, %2").arg(city, offset);
}

} // namespace spreadline::format
