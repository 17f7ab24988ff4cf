// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace spreadline::practice {

/// The lines of a text file, plain or gzip, one at a time. Refuses lines beyond 32 MB and a file that is cut off or
/// damaged.
class LineReader {
public:
    /// Errors: NotFound.
    static Result<LineReader> open(const std::string& path);

    /// The next line without its end; nothing at the end of the file. Errors: BadFile with file:line.
    Result<std::optional<std::string_view>> next();
    /// "name:12" of the line returned last.
    std::string where() const;
    /// The path without folders.
    const std::string& name() const noexcept { return m_name; }
    /// A BadFile error at the line returned last.
    Error refuse(std::string why) const { return {Errc::BadFile, where(), std::move(why)}; }

private:
    struct Closer {
        void operator()(void* file) const;
    };
    LineReader(std::string name, void* file) : m_name(std::move(name)), m_file(file) {}

    std::string m_name;
    std::unique_ptr<void, Closer> m_file; ///< gzFile
    std::string m_line;
    long m_number = 0;
};

} // namespace spreadline::practice
