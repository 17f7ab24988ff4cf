// SPDX-License-Identifier: GPL-3.0-or-later
#include "bar_file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <zlib.h>

#ifdef _WIN32
#include <io.h>
#define read _read
#else
#include <unistd.h>
#endif

namespace spreadline::cli {
namespace {

using namespace indicators;

constexpr std::size_t blockSize = 1U << 20U; ///< also the longest line
constexpr int noField = -1;
constexpr std::int64_t farthest = 9'000'000'000'000; ///< milliseconds that nanoseconds still hold: the year 2255

/// The columns, in the order of their fields. The first six must be there.
constexpr std::array<std::string_view, 11> columnNames{
    "open_time_ms",     "open",         "high",          "low",          "close",      "volume",
    "taker_buy_volume", "quote_volume", "open_interest", "funding_rate", "other_close"};
constexpr std::size_t needed = 6;

double* fieldOf(StudyBar& bar, int field)
{
    const std::array<double*, columnNames.size()> places{
        nullptr,          &bar.open,         &bar.high,        &bar.low,       &bar.close, &bar.volume, &bar.takerBuyVolume,
        &bar.quoteVolume, &bar.openInterest, &bar.fundingRate, &bar.otherClose};
    return places[static_cast<std::size_t>(field)];
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
        text.remove_suffix(1);
    return text;
}

std::string_view unquoted(std::string_view text)
{
    const bool isQuoted = text.size() >= 2 && text.front() == '"' && text.back() == '"';
    return isQuoted ? text.substr(1, text.size() - 2) : text;
}

std::string quoted(std::string_view text)
{
    return "'" + std::string(text.substr(0, 40)) + "'";
}

/// The cell before the next comma, taken off the line.
std::string_view takeCell(std::string_view& line)
{
    const auto comma = line.find(',');
    const std::string_view cell = trimmed(line.substr(0, comma));
    line.remove_prefix(comma == line.npos ? line.size() : comma + 1);
    return cell;
}

template<typename Number>
bool readNumber(std::string_view cell, Number& number)
{
    const auto [end, failure] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    return failure == std::errc{} && end == cell.data() + cell.size();
}

} // namespace

BarFile::BarFile(std::string name, void* file) : m_name(std::move(name)), m_file(file), m_block(blockSize) {}

BarFile::~BarFile()
{
    if (m_file)
        gzclose(static_cast<gzFile>(m_file));
}

Result<std::unique_ptr<BarFile>> BarFile::open(const std::string& path, unsigned inputs)
{
    gzFile handle = nullptr;
    if (path != "-") {
        if (std::error_code error; std::filesystem::is_directory(path, error))
            return Error{Errc::NotFound, path, "is a folder"};
        handle = gzopen(path.c_str(), "rb");
        if (!handle)
            return Error{Errc::NotFound, path, std::strerror(errno)};
        gzbuffer(handle, 1U << 18U);
    }
    std::unique_ptr<BarFile> file(new BarFile(path == "-" ? "stdin" : std::filesystem::path(path).filename().string(), handle));
    if (auto header = file->readHeader(inputs); !header)
        return header.error();
    return file;
}

std::string BarFile::where() const
{
    return m_name + ":" + std::to_string(m_line);
}

Status BarFile::readHeader(unsigned inputs)
{
    std::string_view line;
    const auto more = nextLine(line);
    if (!more)
        return more.error();
    if (!*more)
        return refuse("the file is empty; its first line must be open_time_ms,open,high,low,close,volume");
    if (line.starts_with("\xEF\xBB\xBF"))
        line.remove_prefix(3);
    std::array<bool, columnNames.size()> isThere{};
    while (!line.empty()) {
        const auto found = std::ranges::find(columnNames, unquoted(takeCell(line)));
        const auto field = static_cast<std::size_t>(found - columnNames.begin());
        m_fields.push_back(found == columnNames.end() ? noField : static_cast<int>(field));
        if (found != columnNames.end() && std::exchange(isThere[field], true))
            return refuse("the column " + std::string(*found) + " is there twice");
    }
    for (std::size_t i = 0; i < needed; ++i) {
        if (!isThere[i])
            return refuse("the first line does not name the column " + std::string(columnNames[i]));
    }
    for (const Input input : allInputs) {
        const auto place = std::ranges::find(columnNames, columnOf(input)) - columnNames.begin();
        if ((inputs & input) && !isThere[static_cast<std::size_t>(place)])
            return refuse("a study needs the column " + std::string(columnOf(input)) + ", which is not there");
    }
    return {};
}

/// Reads on behind what is left of the block. False at the end of the input.
Result<bool> BarFile::refill()
{
    std::memmove(m_block.data(), m_block.data() + m_begin, m_end - m_begin);
    m_end -= m_begin;
    m_begin = 0;
    if (m_end == m_block.size())
        return refuse("the line is longer than a megabyte");
    if (m_onWait)
        m_onWait();
    char* const place = m_block.data() + m_end;
    const auto room = static_cast<unsigned>(m_block.size() - m_end);
    std::ptrdiff_t got = 0;
    do {
        got = m_file ? gzread(static_cast<gzFile>(m_file), place, room) : static_cast<std::ptrdiff_t>(::read(0, place, room));
    } while (got < 0 && !m_file && errno == EINTR);
    if (got < 0)
        return Error{Errc::BadFile, m_name, m_file ? "damaged gzip" : std::strerror(errno)};
    m_end += static_cast<std::size_t>(got);
    if (got > 0)
        return true;
    int code = Z_OK;
    if (m_file && gzerror(static_cast<gzFile>(m_file), &code) && code != Z_OK && code != Z_STREAM_END)
        return Error{Errc::BadFile, m_name, "the gzip is cut off"};
    m_isAtEnd = true;
    return false;
}

Result<bool> BarFile::nextLine(std::string_view& line)
{
    std::size_t searched = 0;
    while (true) {
        const char* const begin = m_block.data() + m_begin;
        const std::size_t size = m_end - m_begin;
        const void* newline = std::memchr(begin + searched, '\n', size - searched);
        if (newline || (m_isAtEnd && size > 0)) {
            const std::size_t length = newline ? static_cast<std::size_t>(static_cast<const char*>(newline) - begin) : size;
            m_begin += length + (newline ? 1 : 0);
            ++m_line;
            line = trimmed({begin, length});
            if (!line.empty())
                return true;
            searched = 0;
            continue;
        }
        if (m_isAtEnd)
            return false;
        searched = size;
        if (auto more = refill(); !more)
            return more;
    }
}

Status BarFile::readBar(std::string_view line, StudyBar& bar)
{
    bar = {};
    std::size_t column = 0;
    for (bool isLast = false; !isLast; ++column) {
        isLast = line.find(',') == line.npos;
        const std::string_view cell = takeCell(line);
        if (column == m_fields.size())
            return refuse("more cells than columns");
        const int field = m_fields[column];
        std::int64_t millis = 0;
        if (field == noField || (cell.empty() && field >= static_cast<int>(needed)))
            continue;
        if (field == 0 ? !readNumber(cell, millis) : !readNumber(cell, *fieldOf(bar, field)))
            return refuse(std::string(columnNames[static_cast<std::size_t>(field)]) + " is " + quoted(cell)
                          + (field == 0 ? ", not a whole number of milliseconds" : ", not a number"));
        if (field == 0 && (millis < -farthest || millis > farthest))
            return refuse("open_time_ms is " + quoted(cell) + ", which is not a time in milliseconds");
        if (field == 0)
            bar.openTime = Timestamp::fromMillis(millis);
    }
    if (column != m_fields.size())
        return refuse("fewer cells than columns");
    if (auto valid = m_check.accept(bar); !valid)
        return refuse(valid.error().detail);
    return {};
}

Result<bool> BarFile::next(StudyBar& bar)
{
    std::string_view line;
    auto more = nextLine(line);
    if (!more || !*more)
        return more;
    if (auto status = readBar(line, bar); !status)
        return status.error();
    return true;
}

} // namespace spreadline::cli
