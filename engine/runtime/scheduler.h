// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/scoped_thread.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>

namespace spreadline {

/// A steady tick on a thread of its own, so that a flood of market data cannot hold the core's time back. Ticks that fall into a
/// sleep of the machine or of the thread are not made up for: one comes, then the rhythm starts again.
class Scheduler {
public:
    /// `tick` is called on the scheduler's thread, every `period` by the monotonic clock, until the scheduler goes.
    Scheduler(std::chrono::milliseconds period, std::function<void()> tick);
    ~Scheduler();
    Scheduler(const Scheduler&) = delete;
    Scheduler& operator=(const Scheduler&) = delete;

private:
    void run(std::chrono::milliseconds period, const std::function<void()>& tick);

    std::mutex m_mutex;
    std::condition_variable m_stopAsked;
    bool m_stop = false;
    ScopedThread m_thread;
};

} // namespace spreadline
