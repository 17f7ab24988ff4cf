// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "domain/timestamp.h"

namespace spreadline {

/// How far a stream's data may be believed. Only Synced data is drawn in full colour or read by a strategy.
enum class TrustState : std::uint8_t {
    Down,      ///< not connected, or never subscribed successfully
    Resyncing, ///< connected, being brought up to date
    Stale,     ///< was synced, and nothing valid has come for too long
    Partial,   ///< usable but known to be incomplete (a backfill is under way, history is missing)
    Synced,
};

/// A stream's trust: the state, since when, why, and the moment of its last valid data. Its age is now minus lastData.
struct Trust {
    TrustState state = TrustState::Down;
    Errc reason = Errc::Unreachable; ///< why it is not Synced; meaningless when it is
    Timestamp since;
    Timestamp lastData;
    bool operator==(const Trust&) const = default;
};

constexpr bool isUsable(const Trust& trust) noexcept
{
    return trust.state == TrustState::Synced;
}

} // namespace spreadline
