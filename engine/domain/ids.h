// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>

namespace spreadline {

/// An instrument of the running session: its position in the venue's instrument list. Stable while the program runs (a refreshed
/// list appends, never renumbers); stored data is keyed by symbol instead.
enum class InstrumentId : std::uint32_t {};

/// One chart of the window: chosen by the ui, echoed by the core.
enum class ChartId : std::uint32_t {};

constexpr std::uint32_t index(InstrumentId id) noexcept
{
    return static_cast<std::uint32_t>(id);
}

} // namespace spreadline
