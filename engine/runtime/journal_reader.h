// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "runtime/core_event.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>

namespace spreadline {

/// Reads a recorded session back: its first part and those that follow it.
class JournalReader {
public:
    struct Summary {
        std::int64_t events = 0;
        int parts = 0;
        std::optional<std::uint64_t> finalHash; ///< of a session that ended well
        std::optional<Error> damage;            ///< where reading ended before the end; the events before it are good
    };

    /// Hands every event to `handle`, in order. Errors: NotFound, BadFile (no journal, one of an earlier version, or not a session's
    /// first part: without the beginning nothing of the rest can be stepped), SchemaTooNew. A torn or altered block is not an error of the call but the
    /// summary's `damage`.
    static Result<Summary> read(const std::filesystem::path& file, const std::function<void(const CoreEvent&)>& handle);
};

} // namespace spreadline
