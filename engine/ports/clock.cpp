// SPDX-License-Identifier: GPL-3.0-or-later
#include "ports/clock.h"

namespace spreadline {

Timestamp SystemClock::now() const
{
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return Timestamp::fromNanos(std::chrono::duration_cast<Duration>(since).count());
}

Duration SystemClock::monotonic() const
{
    return std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace spreadline
