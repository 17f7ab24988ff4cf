// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace spreadline {

/// What the program was asked at its start.
struct StartOptions {
    QString profile;             ///< folder; "" is the user's own
    QString venue;               ///< "" as in the settings
    QString rest, ws;            ///< an address tried before the venue's own; both or none
    QString replay;              ///< a recording for the practice exchange to play
    std::optional<double> speed; ///< of the practice exchange's clock
    QString layout = QStringLiteral("default");
    bool resetLayout = false;
    QString language; ///< "" as preferred
    std::optional<bool> dark;
    QSize size;
    QString symbol, interval;
    QString screenshot, summary; ///< files written at the end
    double after = 0;            ///< seconds until the end; 0 is never
};

struct ParsedStart {
    StartOptions options;
    QString answer; ///< --help and --version: print this and end
};

/// Errors: BadUsage; `where` is the option, `detail` what is wrong with it.
Result<ParsedStart> parseCommandLine(const QStringList& arguments);

} // namespace spreadline
