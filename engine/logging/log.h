// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>

namespace spreadline {

enum class LogLevel : std::uint8_t { Trace, Debug, Info, Warn, Error, Off };

/// "info" and so on, as in the settings.
std::optional<LogLevel> parseLogLevel(std::string_view name) noexcept;

/// The program's log: <folder>/spreadline.log, rotated by size, a line an entry with its UTC stamp, level and source. Entries pass
/// redacted() and oneLine(). Lines from Warn on are flushed at once, the rest within a second of the next entry.
///
/// Any thread may write; the caller's thread does the (buffered) writing. A log that cannot be written never stops the program:
/// entries are counted as lost, one notice is given for each outage, and the file is tried again from time to time.
class Log {
public:
    struct Config {
        std::filesystem::path folder;
        LogLevel level = LogLevel::Info;
        std::size_t bytesPerFile = 5'000'000;
        std::size_t files = 5; ///< older ones beside the current
    };
    /// Called once for each outage, on the thread that wrote; must not write to the log.
    using Notice = std::function<void(const Error&)>;

    /// Errors: CannotWrite. The program can go on without a log, and should say so.
    static Result<std::unique_ptr<Log>> open(const std::filesystem::path& folder, LogLevel level);
    static Result<std::unique_ptr<Log>> open(Config config, Notice notice);
    ~Log();
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;

    /// `source` is the part of the program that speaks: "feed", "store".
    void write(LogLevel level, std::string_view source, std::string_view text);
    void debug(std::string_view source, std::string_view text) { write(LogLevel::Debug, source, text); }
    void info(std::string_view source, std::string_view text) { write(LogLevel::Info, source, text); }
    void warn(std::string_view source, std::string_view text) { write(LogLevel::Warn, source, text); }
    void error(std::string_view source, std::string_view text) { write(LogLevel::Error, source, text); }

    void setLevel(LogLevel level);
    void flush();
    /// Entries that could not be written.
    std::int64_t lost() const;
    std::filesystem::path file() const;

private:
    struct State;
    explicit Log(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

} // namespace spreadline
