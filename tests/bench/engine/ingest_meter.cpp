// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest_meter.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace spreadline::bench {
namespace {

template<typename Number>
double percentile99(std::vector<Number>& values)
{
    if (values.empty())
        return 0;
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(values.size() * 99 / 100);
    std::ranges::nth_element(values, at);
    return static_cast<double>(*at);
}

/// Milliseconds that the threads of this process could have run but had no CPU, so far: what others on the machine cost us.
double waitedForCpu()
{
    double nanos = 0;
    std::error_code none; // where there is no such folder nothing is known
    for (const auto& thread : std::filesystem::directory_iterator("/proc/self/task", none)) {
        double ran = 0, waited = 0;
        if (std::ifstream(thread.path() / "schedstat") >> ran >> waited)
            nanos += waited;
    }
    return nanos / 1e6;
}

} // namespace

void IngestMeter::begin(std::int64_t expected)
{
    const std::lock_guard lock(m_mutex);
    m_sent.clear();
    m_delays.clear();
    m_sent.reserve(static_cast<std::size_t>(expected));
    m_delays.reserve(static_cast<std::size_t>(expected));
    m_expected = expected;
    m_count = 0;
    m_isComplete = false;
    m_start = std::chrono::steady_clock::now();
    m_cpu = std::clock();
    m_waited = waitedForCpu();
}

void IngestMeter::noteDone()
{
    if (++m_count != m_expected)
        return;
    const std::lock_guard lock(m_mutex);
    m_end = std::chrono::steady_clock::now();
    m_cpuEnd = std::clock();
    m_isComplete = true;
    m_complete.notify_all();
}

IngestResult IngestMeter::finish()
{
    std::unique_lock lock(m_mutex);
    if (!m_complete.wait_for(lock, std::chrono::seconds(30), [this] { return m_isComplete; })) {
        m_end = std::chrono::steady_clock::now();
        m_cpuEnd = std::clock();
    }
    IngestResult result;
    const auto count = static_cast<double>(m_expected);
    result.lost = m_isComplete ? 0 : m_expected - m_count;
    result.thousands = count / 1e3 / std::chrono::duration<double>(m_end - m_start).count();
    result.waitedMillis = (waitedForCpu() - m_waited) / std::chrono::duration<double>(m_end - m_start).count();
    result.cpuMicros = static_cast<double>(m_cpuEnd - m_cpu) / CLOCKS_PER_SEC * 1e6 / count;
    result.sentP99Millis = percentile99(m_sent) / 1e3;
    result.socketP99Millis = percentile99(m_delays) / 1e6;
    return result;
}

} // namespace spreadline::bench
