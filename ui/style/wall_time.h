// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/timestamp.h"

#include <QDateTime>

namespace spreadline {

/// Now, for showing how old something is or how long is left. Nothing is decided by it.
inline Timestamp wallTime()
{
    return Timestamp::fromMillis(QDateTime::currentMSecsSinceEpoch());
}

} // namespace spreadline
