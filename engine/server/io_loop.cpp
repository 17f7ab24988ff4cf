// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/io_loop_impl.h"

#include <boost/asio/post.hpp>

namespace spreadline::server {

IoLoop::IoLoop() : m_impl(std::make_unique<Impl>()) {}

IoLoop::~IoLoop()
{
    stop();
}

void IoLoop::start()
{
    m_impl->thread = std::thread([this] { m_impl->context.run(); });
}

void IoLoop::stop()
{
    m_impl->context.stop();
    if (m_impl->thread.joinable())
        m_impl->thread.join();
}

void IoLoop::post(std::function<void()> task)
{
    boost::asio::post(m_impl->context, std::move(task));
}

bool IoLoop::isElsewhere() const noexcept
{
    return m_impl->thread.joinable() && m_impl->thread.get_id() != std::this_thread::get_id();
}

} // namespace spreadline::server
