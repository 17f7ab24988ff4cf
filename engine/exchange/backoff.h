// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/timestamp.h"

#include <cstdint>
#include <functional>

namespace spreadline {

/// Waits between tries: 1, 2, 4 … 60 s, each stretched or shrunk at random by up to `jitter`, so that many clients (or our own
/// many sockets) do not come back in step. One thread.
class Backoff {
public:
    struct Limits {
        Duration first = std::chrono::seconds(1);
        Duration most = std::chrono::seconds(60); ///< jitter included
        double jitter = 0.25;
    };
    /// Uniform in 0 … 2^32 - 1; the owner's source, seeded in tests.
    using Random = std::function<std::uint32_t()>;

    explicit Backoff(Random random) : Backoff(std::move(random), Limits()) {}
    Backoff(Random random, Limits limits) : m_random(std::move(random)), m_limits(limits) {}

    /// The wait before the next try, at least `least` (what the venue asked for, plus jitter upward only).
    Duration next(Duration least = {});
    /// It worked: the next failure starts from the first wait.
    void reset() noexcept { m_failures = 0; }
    int failures() const noexcept { return m_failures; }

private:
    Random m_random;
    Limits m_limits;
    int m_failures = 0;
};

} // namespace spreadline
