// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace spreadline {

/// Sends the program's log (spdlog's default logger, and Qt's messages) to `folder`/spreadline.log: 5 MB, three files kept.
/// Errors: CannotWrite.
Status openLogFile(const QString& folder);
/// Before the end: nothing is logged to the file afterwards.
void closeLogFile();

} // namespace spreadline
