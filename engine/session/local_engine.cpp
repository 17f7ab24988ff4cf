// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/local_engine.h"

#include "runtime/core_thread.h"

namespace spreadline {

bool LocalEngine::post(Command command)
{
    return m_core.post(std::move(command));
}

void LocalEngine::onBatch(std::function<void(std::unique_ptr<ViewBatch>)> deliver)
{
    m_core.onBatch(std::move(deliver));
}

} // namespace spreadline
