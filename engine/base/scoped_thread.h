// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <thread>

namespace spreadline {

/// A thread that is asked to stop and joined when its owner goes.
class ScopedThread {
public:
    ScopedThread() = default;
    /// `run` returns on its own accord or after `requestStop` (called once, from the owner's thread) made it.
    ScopedThread(std::function<void()> run, std::function<void()> requestStop)
        : m_requestStop(std::move(requestStop)), m_thread(std::move(run))
    {}
    ScopedThread(ScopedThread&&) = default;
    ScopedThread& operator=(ScopedThread&& other)
    {
        stop();
        m_requestStop = std::move(other.m_requestStop);
        m_thread = std::move(other.m_thread);
        return *this;
    }
    ~ScopedThread() { stop(); }

    bool isRunning() const noexcept { return m_thread.joinable(); }
    void stop()
    {
        if (!m_thread.joinable())
            return;
        if (m_requestStop)
            m_requestStop();
        m_thread.join();
    }

private:
    std::function<void()> m_requestStop;
    std::thread m_thread;
};

} // namespace spreadline
