// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/terminal.h"
#include "style/theme.h"

#include <QString>

namespace spreadline {

/// "PRACTICE", "DEMO", "LIVE", "REPLAY", translated.
QString environmentName(Terminal::Environment environment);
/// One sentence on what a click can do here.
QString environmentSentence(Terminal::Environment environment);
/// How a venue is called for people: "Practice exchange", "Binance USD-M"; a name that is not known stays.
QString venueName(const QString& venue);
QColor environmentColour(Terminal::Environment environment, const Theme& theme);

} // namespace spreadline
