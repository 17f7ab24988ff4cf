// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/line_reader.h"

#include <array>

#include <zlib.h>

namespace spreadline::practice {
namespace {

constexpr std::size_t longestLine = 32U << 20;

gzFile asGz(void* file)
{
    return static_cast<gzFile>(file);
}

} // namespace

void LineReader::Closer::operator()(void* file) const
{
    gzclose_r(asGz(file));
}

Result<LineReader> LineReader::open(const std::string& path)
{
    const auto slash = path.find_last_of("/\\");
    std::string name = slash == path.npos ? path : path.substr(slash + 1);
    gzFile file = gzopen(path.c_str(), "rb");
    if (!file)
        return Error{Errc::NotFound, name, "cannot open " + path};
    gzbuffer(file, 1U << 18);
    return LineReader(std::move(name), file);
}

std::string LineReader::where() const
{
    return m_name + ":" + std::to_string(m_number);
}

Result<std::optional<std::string_view>> LineReader::next()
{
    m_line.clear();
    ++m_number;
    std::array<char, 65'536> part;
    while (gzgets(asGz(m_file.get()), part.data(), static_cast<int>(part.size()))) {
        m_line += part.data();
        if (m_line.size() > longestLine)
            return refuse("a line longer than 32 MB");
        if (m_line.back() != '\n')
            continue;
        m_line.pop_back();
        if (!m_line.empty() && m_line.back() == '\r')
            m_line.pop_back();
        return std::optional<std::string_view>(m_line);
    }
    int code = Z_OK;
    const char* text = gzerror(asGz(m_file.get()), &code);
    if (code != Z_OK && code != Z_STREAM_END)
        return refuse(std::string("damaged or cut off: ") + text);
    if (!m_line.empty())
        return std::optional<std::string_view>(m_line);
    return std::optional<std::string_view>();
}

} // namespace spreadline::practice
