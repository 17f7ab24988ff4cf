// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <QTimeZone>

namespace spreadline {

/// How the user wants time and motion shown; one answer for axes, crosshairs, tables and exports. Ui thread only.
class DisplayOptions : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    static constexpr int mostRecentZones = 6;

    /// UTC unless chosen otherwise.
    const QTimeZone& timeZone() const noexcept { return m_zone; }
    /// What was chosen: "utc", "local" (the machine's zone, wherever it is), or an IANA name.
    const QString& zoneChoice() const noexcept { return m_choice; }
    /// False for what names no zone; the former one then stays. A zone by name becomes the first of the recent ones.
    bool setZoneChoice(const QString& choice);
    /// IANA names chosen before, the latest first: what a menu offers.
    const QStringList& recentZones() const noexcept { return m_recentZones; }
    void setRecentZones(const QStringList& names); ///< those that are zones

    /// False: nothing flashes, slides or fades.
    bool motion() const noexcept { return m_motion; }
    void setMotion(bool on);
    /// Times of trades with milliseconds.
    bool milliseconds() const noexcept { return m_milliseconds; }
    void setMilliseconds(bool on);

Q_SIGNALS:
    void changed();

private:
    QString m_choice = QStringLiteral("utc");
    QTimeZone m_zone = QTimeZone::utc();
    QStringList m_recentZones;
    bool m_motion = true;
    bool m_milliseconds = false;
};

} // namespace spreadline
