// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/clock.h"

#include <atomic>
#include <cstdint>

namespace spreadline::faults {

/// The machine's clocks, of which somebody sets the wall clock. Any thread.
class SetClock final : public Clock {
public:
    Timestamp now() const override { return m_clock.now() + Duration(m_moved.load()); }
    Duration monotonic() const override { return m_clock.monotonic(); }
    void step(Duration span) { m_moved += span.count(); }

private:
    SystemClock m_clock;
    std::atomic<std::int64_t> m_moved = 0;
};

/// Both clocks run at `rate` times the machine's. Any thread.
class DriftingClock final : public Clock {
public:
    explicit DriftingClock(double rate) : m_rate(rate), m_wall(m_clock.now()), m_begun(m_clock.monotonic()) {}

    Timestamp now() const override { return m_wall + scaled(); }
    Duration monotonic() const override { return m_begun + scaled(); }
    /// How far it has gone from the truth, as a length.
    Duration drift() const { return std::chrono::abs(scaled() - (m_clock.monotonic() - m_begun)); }

private:
    Duration scaled() const
    {
        return Duration(static_cast<std::int64_t>(static_cast<double>((m_clock.monotonic() - m_begun).count()) * m_rate));
    }

    SystemClock m_clock;
    double m_rate;
    Timestamp m_wall;
    Duration m_begun;
};

} // namespace spreadline::faults
