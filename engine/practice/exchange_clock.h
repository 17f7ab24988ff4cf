// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/timestamp.h"
#include "ports/clock.h"

#include <cstdint>

namespace spreadline::practice {

/// The exchange's own time: starts at a chosen moment and runs `speed` times as fast as the monotonic clock. The skew is what the
/// exchange tells its clients beside the truth (a fault); the market itself does not follow it.
class ExchangeClock {
public:
    ExchangeClock(const Clock& clock, Timestamp origin, double speed)
        : m_clock(clock), m_origin(origin), m_since(clock.monotonic()), m_speed(speed)
    {}

    Timestamp now() const
    {
        const auto elapsed = static_cast<double>((m_clock.monotonic() - m_since).count()) * m_speed;
        return m_origin + Duration(static_cast<std::int64_t>(elapsed));
    }
    Duration monotonic() const { return m_clock.monotonic(); }
    double speed() const noexcept { return m_speed; }

    /// From now on.
    void setSpeed(double speed)
    {
        m_origin = now();
        m_since = m_clock.monotonic();
        m_speed = speed;
    }
    /// Sets the clock back to `time` when it has run further: a fast clock must not outrun what the machine can simulate.
    void holdAt(Timestamp time)
    {
        if (now() > time) {
            m_origin = time;
            m_since = m_clock.monotonic();
        }
    }
    void setSkew(Duration skew) noexcept { m_skew = skew; }
    /// Milliseconds as stamped on messages (E) and told by /time.
    std::int64_t told(Timestamp time) const noexcept { return (time + m_skew).millis(); }

private:
    const Clock& m_clock;
    Timestamp m_origin;
    Duration m_since;
    double m_speed;
    Duration m_skew{};
};

} // namespace spreadline::practice
