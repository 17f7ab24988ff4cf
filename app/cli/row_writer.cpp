// SPDX-License-Identifier: GPL-3.0-or-later
#include "row_writer.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <limits>
#include <utility>

namespace spreadline::cli {
namespace {

constexpr std::size_t blockSize = 1U << 16U;

std::size_t slotsFor(const std::vector<RowWriter::Column>& columns)
{
    int most = 0;
    for (const RowWriter::Column& column : columns)
        most = std::max(most, column.rowsBack);
    return static_cast<std::size_t>(most) + 1;
}

/// A pipe or a device is written to as it is; a file is put in place when it is whole.
bool isPutInPlace(const std::string& path)
{
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    return !std::filesystem::exists(status) || std::filesystem::is_regular_file(status);
}

template<typename Number>
void append(std::string& text, Number number)
{
    std::array<char, 32> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    text.append(digits.data(), end.ptr);
}

} // namespace

Result<RowWriter> RowWriter::open(const std::string& path, std::vector<Column> columns)
{
    if (path.empty())
        return RowWriter(stdout, {}, {}, std::move(columns));
    const bool inPlace = isPutInPlace(path);
    const std::string now = inPlace ? path + ".part" : path;
    std::FILE* file = std::fopen(now.c_str(), "wb");
    if (!file)
        return Error{Errc::CannotWrite, now, std::strerror(errno)};
    return RowWriter(file, now, inPlace ? path : std::string(), std::move(columns));
}

RowWriter::RowWriter(std::FILE* file, std::string path, std::string finalPath, std::vector<Column> columns)
    : m_file(file),
      m_path(std::move(path)),
      m_finalPath(std::move(finalPath)),
      m_columns(std::move(columns)),
      m_slots(slotsFor(m_columns)),
      m_times(m_slots),
      m_values(m_slots * m_columns.size())
{
    appendHeader();
}

RowWriter::RowWriter(RowWriter&& other) noexcept
    : m_file(std::exchange(other.m_file, nullptr)),
      m_path(std::move(other.m_path)),
      m_finalPath(std::move(other.m_finalPath)),
      m_columns(std::move(other.m_columns)),
      m_text(std::move(other.m_text)),
      m_slots(other.m_slots),
      m_times(std::move(other.m_times)),
      m_values(std::move(other.m_values)),
      m_rows(other.m_rows),
      m_written(other.m_written)
{}

RowWriter::~RowWriter()
{
    if (!m_file || m_path.empty())
        return;
    std::fclose(m_file);
    if (!m_finalPath.empty())
        std::remove(m_path.c_str());
}

Error RowWriter::cannotWrite() const
{
    return {Errc::CannotWrite, m_path.empty() ? "stdout" : m_path, std::strerror(errno)};
}

void RowWriter::appendHeader()
{
    m_text = "open_time_ms";
    for (const Column& column : m_columns) {
        const bool needsQuotes = column.name.find(',') != column.name.npos;
        m_text.append(needsQuotes ? ",\"" : ",").append(column.name).append(needsQuotes ? "\"" : "");
    }
    m_text += '\n';
}

void RowWriter::appendRow(std::size_t slot)
{
    append(m_text, m_times[slot].millis());
    const double* values = m_values.data() + slot * m_columns.size();
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        m_text += ',';
        if (std::isfinite(values[i]))
            append(m_text, values[i]);
    }
    m_text += '\n';
    ++m_written;
}

Status RowWriter::write(Timestamp time, std::span<const double> values)
{
    const std::size_t slot = m_rows % m_slots;
    m_times[slot] = time;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const auto back = static_cast<std::size_t>(m_columns[i].rowsBack);
        if (back > 0)
            m_values[slot * m_columns.size() + i] = std::numeric_limits<double>::quiet_NaN();
        if (back <= m_rows)
            m_values[(m_rows - back) % m_slots * m_columns.size() + i] = values[i];
    }
    ++m_rows;
    if (m_rows >= m_slots)
        appendRow(m_rows % m_slots);
    return m_text.size() < blockSize ? Status() : flush();
}

Status RowWriter::flush()
{
    const bool isWritten = std::fwrite(m_text.data(), 1, m_text.size(), m_file) == m_text.size() && std::fflush(m_file) == 0;
    m_text.clear();
    return isWritten ? Status() : cannotWrite();
}

Status RowWriter::finish()
{
    while (m_written < m_rows)
        appendRow(m_written % m_slots);
    if (auto flushed = flush(); !flushed || m_path.empty())
        return flushed;
    if (std::fclose(std::exchange(m_file, nullptr)) != 0)
        return cannotWrite();
    if (m_finalPath.empty())
        return {};
    std::error_code error;
    std::filesystem::rename(m_path, m_finalPath, error);
    return error ? Status(Error{Errc::CannotWrite, m_finalPath, error.message()}) : Status();
}

} // namespace spreadline::cli
