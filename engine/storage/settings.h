// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/store_config.h"

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace spreadline {

struct PracticeSettings {
    std::uint64_t seed = 1;
    int symbolCount = 30;             ///< how many, when they are not named
    std::vector<std::string> symbols; ///< by name, or empty
    double speed = 1.0;               ///< of time
    bool operator==(const PracticeSettings&) const = default;
};

/// What a person may edit in spreadline.toml. The values here are the defaults:
///
///     venue = "practice"        # a name of the table of venues
///     theme = "dark"            # or "light"
///     language = ""             # "de", "pt_BR"; empty: the system's
///     [practice]
///     seed = 1
///     symbols = 30              # or ["BTCUSDT", "ETHUSDT"]
///     speed = 1.0
///     [connections]
///     symbols_per_connection = 5
///     [log]
///     level = "info"            # trace debug info warn error off
///     [retention]               # 0: without limit
///     second_bar_days = 2
///     minute_bar_days = 400
///     hour_bar_days = 0
///     count_bar_days = 7
///     trade_hours = 48
///     book_sample_hours = 24
///     max_megabytes = 4096
struct Settings {
    std::string venue = "practice";
    std::string theme = "dark";
    std::string language;
    PracticeSettings practice;
    int symbolsPerConnection = 5;
    std::string logLevel = "info";
    StoreLimits retention;
    bool operator==(const Settings&) const = default;
};

/// Reads the file; a missing one means the defaults. Nothing is guessed: an unknown key, a wrong type and a value out of range are
/// errors. Errors: BadConfig, where `where` is file:line and `detail` names the mend; BadFile when it cannot be read.
Result<Settings> readSettings(const std::filesystem::path& file);

/// The same from text. `name` stands for the file in messages.
Result<Settings> parseSettings(std::string_view text, const std::string& name);

} // namespace spreadline
