// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/display_options.h"

namespace spreadline {

void DisplayOptions::setTimeZone(const QTimeZone& zone)
{
    if (!zone.isValid() || zone == m_zone)
        return;
    m_zone = zone;
    Q_EMIT changed();
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
