// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/timestamp.h"

#include <cstdio>
#include <span>
#include <string>
#include <vector>

namespace spreadline::cli {

/// Columns of numbers as CSV: open_time_ms and one column a name. Numbers read back to the same double; what has no value is an
/// empty cell. Into stdout ("") or a file, which appears under its name only when everything was written.
class RowWriter {
public:
    struct Column {
        std::string name;
        int rowsBack = 0; ///< so many rows before the bar that gives it: drawings into the past wait for their value
    };

    /// Errors: CannotWrite.
    static Result<RowWriter> open(const std::string& path, std::vector<Column> columns);
    RowWriter(RowWriter&& other) noexcept;
    RowWriter& operator=(RowWriter&&) = delete;
    ~RowWriter(); ///< without finish(): what went to a file is taken back

    Status write(Timestamp time, std::span<const double> values);
    /// Hands on what has been written so far.
    Status flush();
    Status finish();

private:
    RowWriter(std::FILE* file, std::string path, std::string finalPath, std::vector<Column> columns);
    void appendHeader();
    void appendRow(std::size_t slot);
    Error cannotWrite() const;

    std::FILE* m_file;
    std::string m_path;      ///< what is being written; "" is stdout
    std::string m_finalPath; ///< what it will be called, when that differs
    std::vector<Column> m_columns;
    std::string m_text;
    // Rows that wait for values of later bars: a ring.
    std::size_t m_slots;
    std::vector<Timestamp> m_times;
    std::vector<double> m_values;
    std::size_t m_rows = 0;
    std::size_t m_written = 0;
};

} // namespace spreadline::cli
