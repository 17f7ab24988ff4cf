// SPDX-License-Identifier: GPL-3.0-or-later
#include "logging/log.h"

#include "logging/redaction.h"

#include <spdlog/details/log_msg.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/rotating_file_sink.h>

#include <array>
#include <atomic>
#include <chrono>
#include <mutex>
#include <utility>

namespace spreadline {
namespace {

namespace fs = std::filesystem;
using Steady = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr std::size_t longestEntry = 8'000;
constexpr auto retryAfter = 5s;
constexpr auto lookAfter = 1s; // whether the file is still there, and for flushing what is not urgent

struct LevelName {
    std::string_view name;
    LogLevel level;
    spdlog::level::level_enum library;
};
constexpr std::array levels{
    LevelName{"trace", LogLevel::Trace, spdlog::level::trace}, LevelName{"debug", LogLevel::Debug, spdlog::level::debug},
    LevelName{"info", LogLevel::Info, spdlog::level::info},    LevelName{"warn", LogLevel::Warn, spdlog::level::warn},
    LevelName{"error", LogLevel::Error, spdlog::level::err},   LevelName{"off", LogLevel::Off, spdlog::level::off},
};

using Sink = spdlog::sinks::rotating_file_sink_st;

} // namespace

std::optional<LogLevel> parseLogLevel(std::string_view name) noexcept
{
    for (const LevelName& known : levels) {
        if (known.name == name)
            return known.level;
    }
    return std::nullopt;
}

struct Log::State {
    Config config;
    Notice notice;
    fs::path file;
    std::atomic<LogLevel> level{LogLevel::Info};
    std::atomic<std::int64_t> lost{0};

    std::mutex mutex;           ///< of what follows
    std::unique_ptr<Sink> sink; ///< none during an outage
    bool isOut = false;
    Steady::time_point nextLook{};

    /// Throws spdlog::spdlog_ex.
    void openSink()
    {
        spdlog::file_event_handlers handlers;
        handlers.after_open = [](const spdlog::filename_t& name, std::FILE*) {
            std::error_code ignored; // not every file system keeps permissions; the profile's folder is private in any case
            if (fs::symlink_status(name, ignored).type() == fs::file_type::regular) // what a link leads to is not ours to change
                fs::permissions(name, fs::perms::owner_read | fs::perms::owner_write, ignored);
        };
        sink = std::make_unique<Sink>(file.string(), config.bytesPerFile, config.files, false, handlers);
        sink->set_formatter(
            std::make_unique<spdlog::pattern_formatter>("%Y-%m-%dT%H:%M:%S.%eZ %-7l %n: %v", spdlog::pattern_time_type::utc));
    }
    std::optional<Error> failed(const std::string& what)
    {
        ++lost;
        sink.reset();
        nextLook = Steady::now() + retryAfter;
        if (std::exchange(isOut, true))
            return std::nullopt;
        return Error{Errc::CannotWrite, file.string(), what};
    }
    /// An entry that nobody could ever find again (the folder was removed) is an entry lost.
    void reopenWhatIsGone()
    {
        const auto now = Steady::now();
        if (now < nextLook)
            return;
        nextLook = now + lookAfter;
        std::error_code ignored;
        if (!sink || !fs::exists(file, ignored))
            openSink();
        else
            sink->flush();
    }
    std::optional<Error> write(const spdlog::details::log_msg& entry)
    {
        const std::lock_guard lock(mutex);
        try {
            reopenWhatIsGone();
            if (!sink) {
                ++lost;
                return std::nullopt;
            }
            sink->log(entry);
            if (entry.level >= spdlog::level::warn || isOut)
                sink->flush(); // after an outage the buffer alone proves nothing
            isOut = false;
            return std::nullopt;
        } catch (const spdlog::spdlog_ex& error) {
            return failed(error.what());
        }
    }
};

Result<std::unique_ptr<Log>> Log::open(const fs::path& folder, LogLevel level)
{
    return open(Config{folder, level}, {});
}

Result<std::unique_ptr<Log>> Log::open(Config config, Notice notice)
{
    auto state = std::make_unique<State>();
    state->file = config.folder / "spreadline.log";
    state->level = config.level;
    state->notice = std::move(notice);
    state->config = std::move(config);
    try {
        state->openSink();
        state->nextLook = Steady::now() + lookAfter;
    } catch (const spdlog::spdlog_ex& error) {
        return Error{Errc::CannotWrite, state->file.string(), error.what()};
    }
    return std::unique_ptr<Log>(new Log(std::move(state)));
}

Log::Log(std::unique_ptr<State> state) : m_state(std::move(state)) {}

Log::~Log()
{
    flush();
}

void Log::write(LogLevel level, std::string_view source, std::string_view text)
{
    if (level < m_state->level.load() || level == LogLevel::Off)
        return;
    const std::string line = oneLine(redacted(text), longestEntry);
    const auto library = levels[static_cast<std::size_t>(level)].library;
    const spdlog::details::log_msg entry(spdlog::string_view_t(source.data(), source.size()), library,
                                         spdlog::string_view_t(line.data(), line.size()));
    const auto outage = m_state->write(entry);
    if (outage && m_state->notice)
        m_state->notice(*outage);
}

void Log::setLevel(LogLevel level)
{
    m_state->level = level;
}

void Log::flush()
{
    const std::lock_guard lock(m_state->mutex);
    try {
        if (m_state->sink)
            m_state->sink->flush();
    } catch (const spdlog::spdlog_ex&) {
        m_state->nextLook = {}; // the next entry finds out, and gives the notice
    }
}

std::int64_t Log::lost() const
{
    return m_state->lost;
}

fs::path Log::file() const
{
    return m_state->file;
}

} // namespace spreadline
