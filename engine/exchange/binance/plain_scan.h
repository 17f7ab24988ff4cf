// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/binance/json_reader.h"

#include <array>
#include <cstring>

namespace spreadline::binance {

/// What nearly every frame is made of, read in one pass without an index of the text: printable ASCII without escapes, integers of at
/// most 18 digits, true and false, and no blank between them. Whatever is not of that kind, right or wrong, is given back (nullptr)
/// and read the careful way; so nothing is ever refused here, and what is taken means the same to both. The text must end in a few
/// zero bytes.
simdjson_inline const char* plainTextEnd(const char* text) noexcept
{
    static constexpr auto isPlain = [] {
        std::array<bool, 256> table{};
        for (std::size_t c = 0x20; c < 0x7f; ++c)
            table[c] = c != '"' && c != '\\';
        return table;
    }();
    while (isPlain[static_cast<unsigned char>(*text)])
        ++text;
    return *text == '"' ? text : nullptr;
}

simdjson_inline const char* scanPlainInteger(const char* text, std::int64_t& value) noexcept
{
    constexpr int comfortableDigits = 18; // always fit 63 bits
    const bool isNegative = *text == '-';
    const char* const first = text + (isNegative ? 1 : 0);
    const char* p = first;
    std::uint64_t digits = 0;
    for (; static_cast<unsigned>(*p - '0') <= 9; ++p)
        digits = digits * 10 + static_cast<std::uint64_t>(*p - '0');
    const bool isWhole = *p == ',' || *p == '}';
    if (!isWhole || p == first || p - first > comfortableDigits || (*first == '0' && p - first > 1))
        return nullptr;
    value = isNegative ? -static_cast<std::int64_t>(digits) : static_cast<std::int64_t>(digits);
    return p;
}

simdjson_inline const char* scanPlainText(const char* text, Field& field) noexcept
{
    field.kind = Field::Kind::Text;
    field.text = text + 1;
    const char* const end = *text == '"' ? plainTextEnd(text + 1) : nullptr;
    return end ? end + 1 : nullptr;
}

simdjson_inline const char* scanPlainBoolean(const char* text, Field& field) noexcept
{
    const bool isTrue = *text == 't';
    field.kind = Field::Kind::Boolean;
    field.integer = isTrue ? 1 : 0;
    const bool isWhole = std::memcmp(text, isTrue ? "true" : "fals", 4) == 0 && (isTrue || text[4] == 'e');
    return isWhole ? text + (isTrue ? 4 : 5) : nullptr;
}

/// These return the place behind the value. Inlined on purpose: a loop that always reads the same field learns how long it is.
simdjson_inline const char* scanPlain(Field::Kind kind, const char* text, Field& field) noexcept
{
    switch (kind) {
    case Field::Kind::Text: return scanPlainText(text, field);
    case Field::Kind::Boolean: return scanPlainBoolean(text, field);
    default: field.kind = Field::Kind::Integer; return scanPlainInteger(text, field.integer);
    }
}
inline const char* scanPlain(const char* text, Field& field) noexcept
{
    const bool isWord = *text == 't' || *text == 'f';
    return scanPlain(*text == '"' ? Field::Kind::Text : isWord ? Field::Kind::Boolean : Field::Kind::Integer, text, field);
}

} // namespace spreadline::binance
