// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/json_writer.h"

namespace spreadline::practice {

void appendDecimal(std::string& out, std::int64_t mantissa, int scale)
{
    char digits[24];
    const bool negative = mantissa < 0;
    const std::uint64_t magnitude = negative ? ~static_cast<std::uint64_t>(mantissa) + 1 : static_cast<std::uint64_t>(mantissa);
    char* const end = std::to_chars(digits, digits + sizeof digits, magnitude).ptr;
    const int length = static_cast<int>(end - digits);
    if (negative)
        out.push_back('-');
    if (scale == 0) {
        out.append(digits, end);
    } else if (length > scale) {
        out.append(digits, end - scale);
        out.push_back('.');
        out.append(end - scale, end);
    } else {
        out.append("0.");
        out.append(static_cast<std::size_t>(scale - length), '0');
        out.append(digits, end);
    }
}

JsonWriter& JsonWriter::decimal(std::int64_t mantissa, int scale)
{
    separate();
    m_out.push_back('"');
    appendDecimal(m_out, mantissa, scale);
    m_out.push_back('"');
    return *this;
}

JsonWriter& JsonWriter::string(std::string_view text)
{
    static constexpr std::string_view hex = "0123456789abcdef";
    separate();
    m_out.push_back('"');
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            m_out.push_back('\\');
            m_out.push_back(c);
        } else if (byte < 0x20) {
            m_out.append("\\u00");
            m_out.push_back(hex[byte >> 4]);
            m_out.push_back(hex[byte & 15]);
        } else {
            m_out.push_back(c);
        }
    }
    m_out.push_back('"');
    return *this;
}

} // namespace spreadline::practice
