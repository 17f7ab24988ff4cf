// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <memory>
#include <string>
#include <string_view>

namespace spreadline::cli {

/// One line of recorded traffic.
struct CaptureLine {
    enum class Kind { Frame, Answer, Other };
    Kind kind = Kind::Frame;
    std::string url;  ///< of an Answer
    std::string text; ///< the message, verbatim
};

/// Recorded traffic, line by line, in constant memory: plain or gzip, from a file or stdin ("-"). A line is a frame itself, or a
/// capture's wrapper {"t":"recv|http|…","url","data":"…"} around one.
class CaptureFile {
public:
    static constexpr std::size_t longestLine = 128U << 20U;

    /// Errors: NotFound.
    static Result<std::unique_ptr<CaptureFile>> open(const std::string& path);
    ~CaptureFile();
    CaptureFile(const CaptureFile&) = delete;
    CaptureFile& operator=(const CaptureFile&) = delete;

    /// False at the end. Blank lines are passed over. Errors: BadFile (broken gzip, a line beyond all measure).
    Result<bool> next(CaptureLine& line);

private:
    explicit CaptureFile(void* file) : m_file(file) {}
    Result<bool> readLine(std::string& line);

    void* m_file; ///< gzFile
    std::string m_line;
};

} // namespace spreadline::cli
