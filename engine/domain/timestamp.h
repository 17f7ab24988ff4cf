// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <string>

namespace spreadline {

using Duration = std::chrono::nanoseconds;

/// A moment in UTC, in nanoseconds since 1970 (until 2262). Zero means "not known". Not for measuring how long something took:
/// that is the monotonic clock's business (ports/clock.h).
class Timestamp {
public:
    constexpr Timestamp() = default;
    static constexpr Timestamp fromNanos(std::int64_t nanos) noexcept { return Timestamp(nanos); }
    static constexpr Timestamp fromMicros(std::int64_t micros) noexcept { return Timestamp(micros * 1'000); }
    static constexpr Timestamp fromMillis(std::int64_t millis) noexcept { return Timestamp(millis * 1'000'000); }

    constexpr std::int64_t nanos() const noexcept { return m_nanos; }
    constexpr std::int64_t millis() const noexcept { return m_nanos / 1'000'000 - (m_nanos % 1'000'000 < 0 ? 1 : 0); }
    constexpr bool isKnown() const noexcept { return m_nanos != 0; }

    constexpr auto operator<=>(const Timestamp&) const = default;
    friend constexpr Timestamp operator+(Timestamp time, Duration span) noexcept
    {
        return Timestamp(time.m_nanos + span.count());
    }
    friend constexpr Timestamp operator-(Timestamp time, Duration span) noexcept
    {
        return Timestamp(time.m_nanos - span.count());
    }
    friend constexpr Duration operator-(Timestamp a, Timestamp b) noexcept { return Duration(a.m_nanos - b.m_nanos); }

private:
    constexpr explicit Timestamp(std::int64_t nanos) noexcept : m_nanos(nanos) {}

    std::int64_t m_nanos = 0;
};

/// ISO 8601 in UTC with milliseconds: "2026-01-01T00:00:00.000Z".
std::string toIsoString(Timestamp time);

} // namespace spreadline
