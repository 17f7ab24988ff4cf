// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/scheduler.h"

#include <algorithm>

namespace spreadline {

Scheduler::Scheduler(std::chrono::milliseconds period, std::function<void()> tick)
    : m_thread([this, period, tick = std::move(tick)] { run(period, tick); },
               [this] {
                   {
                       const std::lock_guard lock(m_mutex);
                       m_stop = true;
                   }
                   m_stopAsked.notify_all();
               })
{}

Scheduler::~Scheduler()
{
    m_thread.stop();
}

void Scheduler::run(std::chrono::milliseconds period, const std::function<void()>& tick)
{
    auto due = std::chrono::steady_clock::now() + period;
    std::unique_lock lock(m_mutex);
    while (!m_stopAsked.wait_until(lock, due, [this] { return m_stop; })) {
        lock.unlock();
        tick();
        lock.lock();
        due = std::max(due + period, std::chrono::steady_clock::now());
    }
}

} // namespace spreadline
