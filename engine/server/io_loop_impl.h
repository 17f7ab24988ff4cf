// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/io_loop.h"

#include <utility> // before Asio 1.74, which forgets it

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>

#include <thread>

namespace spreadline::server {

struct IoLoop::Impl {
    boost::asio::io_context context{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work{context.get_executor()};
    std::thread thread;
};

} // namespace spreadline::server
