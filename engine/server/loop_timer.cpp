// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/loop_timer.h"

#include "server/io_loop_impl.h"

#include <boost/asio/steady_timer.hpp>

namespace spreadline::server {

struct LoopTimer::Impl {
    boost::asio::steady_timer timer;
    std::shared_ptr<int> generation = std::make_shared<int>(0); // a call already queued when it is replaced must not run
};

LoopTimer::LoopTimer(IoLoop& loop) : m_impl(new Impl{boost::asio::steady_timer(loop.impl().context)}) {}

LoopTimer::~LoopTimer()
{
    cancel();
}

void LoopTimer::callAfter(std::chrono::nanoseconds wait, std::function<void()> call)
{
    cancel();
    m_impl->timer.expires_after(wait);
    m_impl->timer.async_wait(
        [generation = m_impl->generation, mine = *m_impl->generation, call = std::move(call)](const auto& error) {
            if (!error && mine == *generation)
                call();
        });
}

void LoopTimer::cancel()
{
    ++*m_impl->generation;
    m_impl->timer.cancel();
}

} // namespace spreadline::server
