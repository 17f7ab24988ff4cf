// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/market_event.h"
#include "runtime/command.h"

#include <variant>

namespace spreadline {

/// Time passing, by the stamp of its event. The core has no clock of its own.
struct Timer {
    enum class Kind : std::uint8_t {
        Start, ///< the first event of a session
        Tick,  ///< four times a second
    };
    Kind kind = Kind::Tick;
    std::int64_t marketOverflows = 0; ///< market events refused so far because the core's lane was full
};

/// Everything that can happen to the core, stamped with the moment it was received (wall clock).
struct CoreEvent {
    Timestamp received;
    std::variant<MarketEvent, Command, Timer> what;
};

} // namespace spreadline
