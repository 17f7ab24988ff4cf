// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/timestamp.h"

namespace spreadline {

/// The two clocks. Durations and deadlines use monotonic(), which no correction moves; stamps use now(). Any thread.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Timestamp now() const = 0;      ///< wall clock, UTC
    virtual Duration monotonic() const = 0; ///< since an arbitrary start, never steps back
};

/// The machine's clocks.
class SystemClock final : public Clock {
public:
    Timestamp now() const override;
    Duration monotonic() const override;
};

} // namespace spreadline
