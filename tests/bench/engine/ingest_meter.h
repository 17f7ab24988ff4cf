// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "venue_frames.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <ctime>
#include <mutex>
#include <vector>

namespace spreadline::bench {

/// What one reader did with one load.
struct IngestResult {
    double thousands = 0;       ///< of messages a second
    double cpuMicros = 0;       ///< a message, of the reading process
    double sentP99Millis = 0;   ///< encoded by the venue -> done here, trades
    double socketP99Millis = 0; ///< received here -> done here; zero when not measured
    double waitedMillis = 0;    ///< a second of it: threads of this process that could run and had no CPU; zero where unknown
    std::int64_t lost = 0;
};

/// Counts messages and gathers how long they took. note..() from one thread, the rest from another.
class IngestMeter {
public:
    void begin(std::int64_t expected);
    void noteTrade(std::int64_t sent) { m_sent.push_back(static_cast<std::int32_t>(since(sent))); }
    void noteDelay(std::int64_t nanos) { m_delays.push_back(nanos); }
    void noteDone();
    /// Waits until all came, or half a minute for nothing.
    IngestResult finish();

private:
    std::mutex m_mutex;
    std::condition_variable m_complete;
    std::vector<std::int32_t> m_sent;
    std::vector<std::int64_t> m_delays;
    std::int64_t m_expected = 0, m_count = 0;
    std::clock_t m_cpu = 0, m_cpuEnd = 0;
    double m_waited = 0;
    std::chrono::steady_clock::time_point m_start, m_end;
    bool m_isComplete = false;
};

} // namespace spreadline::bench
