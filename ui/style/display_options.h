// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimeZone>

namespace spreadline {

/// How the user wants time and motion shown; one answer for axes, crosshairs, tables and exports. Ui thread only.
class DisplayOptions : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// UTC unless chosen otherwise.
    const QTimeZone& timeZone() const noexcept { return m_zone; }
    void setTimeZone(const QTimeZone& zone);
    /// False: nothing flashes, slides or fades.
    bool motion() const noexcept { return m_motion; }
    void setMotion(bool on);
    /// Times of trades with milliseconds.
    bool milliseconds() const noexcept { return m_milliseconds; }
    void setMilliseconds(bool on);

Q_SIGNALS:
    void changed();

private:
    QTimeZone m_zone = QTimeZone::utc();
    bool m_motion = true;
    bool m_milliseconds = false;
};

} // namespace spreadline
