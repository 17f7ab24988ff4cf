// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/engine_link.h"

namespace spreadline {

class CoreThread;

/// The link to a core in this process.
class LocalEngine final : public EngineLink {
public:
    /// `core` outlives the link.
    explicit LocalEngine(CoreThread& core) : m_core(core) {}

    bool post(Command command) override;
    void onBatch(std::function<void(std::unique_ptr<ViewBatch>)> deliver) override;

private:
    CoreThread& m_core;
};

} // namespace spreadline
