// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/io_loop.h"

#include <chrono>

namespace spreadline::server {

/// One call later, on the loop's thread, by the monotonic clock. Loop thread only.
class LoopTimer {
public:
    explicit LoopTimer(IoLoop& loop);
    ~LoopTimer(); ///< cancels
    LoopTimer(const LoopTimer&) = delete;
    LoopTimer& operator=(const LoopTimer&) = delete;

    /// Replaces what was waiting.
    void callAfter(std::chrono::nanoseconds wait, std::function<void()> call);
    void cancel();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace spreadline::server
