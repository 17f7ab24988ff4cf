// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runtime/command.h"
#include "runtime/view_batch.h"

#include <functional>
#include <memory>

namespace spreadline {

/// The seam between a window and an engine, wherever that runs: commands go in as values, batches come out as values.
class EngineLink {
public:
    virtual ~EngineLink() = default;

    /// Any thread. False when the engine did not take it (Busy): nothing happened, the caller may try again.
    virtual bool post(Command command) = 0;
    /// Called once before anything is posted. `deliver` is called on an engine thread with the answer to each RequestFrame.
    virtual void onBatch(std::function<void(std::unique_ptr<ViewBatch>)> deliver) = 0;
};

} // namespace spreadline
