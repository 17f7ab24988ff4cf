// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/registry.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace spreadline::cli {

/// Bars from a CSV file, one by one and in constant memory: plain or gzip from a file, plain from stdin ("-"). The first line
/// names the columns: open_time_ms,open,high,low,close,volume in any order, and those of the other inputs of studies where
/// there are any. Columns of other names are passed over.
class BarFile {
public:
    /// Errors: NotFound; BadFile when the first line does not name what is needed. `inputs` are the columns that must be there
    /// beyond the six (indicators::Input).
    static Result<std::unique_ptr<BarFile>> open(const std::string& path, unsigned inputs);
    ~BarFile();
    BarFile(const BarFile&) = delete;
    BarFile& operator=(const BarFile&) = delete;

    /// False at the end. Blank lines are passed over. Errors: BadFile with file:line for what is not a valid bar in its place.
    Result<bool> next(indicators::StudyBar& bar);
    /// "bars.csv:12": of the bar read last.
    std::string where() const;
    /// Called before a read that may wait for more input.
    void onWait(std::function<void()> work) { m_onWait = std::move(work); }

private:
    BarFile(std::string name, void* file);
    Status readHeader(unsigned inputs);
    Result<bool> nextLine(std::string_view& line);
    Result<bool> refill();
    Status readBar(std::string_view line, indicators::StudyBar& bar);
    Error refuse(std::string why) const { return {Errc::BadFile, where(), std::move(why)}; }

    std::string m_name;
    void* m_file; ///< gzFile; nullptr: stdin
    std::vector<char> m_block;
    std::size_t m_begin = 0, m_end = 0; ///< what is not read yet of the block
    bool m_isAtEnd = false;
    long m_line = 0;
    std::vector<int> m_fields; ///< of each column the field it fills, or none
    indicators::BarCheck m_check;
    std::function<void()> m_onWait;
};

} // namespace spreadline::cli
