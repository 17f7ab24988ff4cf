// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <future>
#include <memory>
#include <type_traits>

namespace spreadline::server {

/// The one thread that servers, their connections and their timers live on.
class IoLoop {
public:
    IoLoop();
    ~IoLoop(); ///< stops
    IoLoop(const IoLoop&) = delete;
    IoLoop& operator=(const IoLoop&) = delete;

    /// Starts the thread. Once.
    void start();
    /// Any thread but the loop's. Returns when the thread has ended; what was posted and not run is dropped.
    void stop();

    /// Any thread. Runs `task` on the loop's thread, later.
    void post(std::function<void()> task);

    /// Any thread. Runs `question` on the loop's thread and waits for the answer; on the loop's own thread, or when it is not
    /// running, at once.
    template<typename Question>
    std::invoke_result_t<Question> ask(Question question)
    {
        if (!isElsewhere())
            return question();
        std::packaged_task<std::invoke_result_t<Question>()> task(std::move(question));
        auto answer = task.get_future();
        post([&task] { task(); });
        return answer.get();
    }

    struct Impl; ///< for this module's own files
    Impl& impl() noexcept { return *m_impl; }

private:
    bool isElsewhere() const noexcept;

    std::unique_ptr<Impl> m_impl;
};

} // namespace spreadline::server
