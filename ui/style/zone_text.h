// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/timestamp.h"

#include <QString>
#include <QTimeZone>

// How a time zone is named. Ui thread only.
namespace spreadline::format {

/// "Berlin" of Europe/Berlin; "Buenos Aires" of America/Argentina/Buenos_Aires; "UTC".
QString zoneCity(const QTimeZone& zone);
/// What stands before the city: "Europe", "America, Argentina"; nothing of UTC.
QString zoneRegion(const QTimeZone& zone);
/// "UTC", "UTC+2", "UTC−3:30", as it is at that moment.
QString zoneOffset(const QTimeZone& zone, Timestamp at);
/// "UTC", "Berlin, UTC+2": for headers and tool tips of what shows times.
QString zoneName(const QTimeZone& zone, Timestamp at);

} // namespace spreadline::format
