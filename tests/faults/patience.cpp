// SPDX-License-Identifier: GPL-3.0-or-later
#include "patience.h"

#include <QString>

#include <algorithm>

namespace spreadline::faults {

std::chrono::milliseconds scaled(std::chrono::milliseconds span)
{
    static const double factor = std::clamp(qEnvironmentVariable("SPREADLINE_TIME_SCALE").toDouble(), 1.0, 20.0);
    return std::chrono::milliseconds(static_cast<std::int64_t>(static_cast<double>(span.count()) * factor));
}

bool isLong()
{
    return qEnvironmentVariableIntValue("SPREADLINE_LONG") > 0;
}

} // namespace spreadline::faults
