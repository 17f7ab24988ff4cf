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

/// Reads a recorded session back: the file given and the parts that follow it.
class JournalReader {
public:
    struct Summary {
        std::int64_t events = 0;
        int parts = 0;
        std::uint32_t firstPart = 0;            ///< not zero: the session's beginning is missing
        std::optional<std::uint64_t> finalHash; ///< of a session that ended well
        std::optional<Error> damage;            ///< where reading ended before the end; the events before it are good
    };

    /// Hands every event to `handle`, in order. Errors: NotFound, BadFile (no journal at all), SchemaTooNew. A torn or altered
    /// block is not an error of the call but the summary's `damage`.
    static Result<Summary> read(const std::filesystem::path& file, const std::function<void(const CoreEvent&)>& handle);
};

} // namespace spreadline
