// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/binance/decimal_text.h"

#include <array>
#include <string_view>

namespace spreadline::binance {
namespace {

constexpr int comfortableDigits = 18; ///< always fit 63 bits

const char* scanUnusual(const char* text, int scale, std::int64_t& value) noexcept
{
    const char* end = text;
    while (*end != '"' && *end != '\0')
        ++end;
    if (*end == '\0')
        return nullptr;
    const auto mantissa = readMantissa(std::string_view(text, static_cast<std::size_t>(end - text)), scale);
    if (!mantissa)
        return nullptr;
    value = *mantissa;
    return end + 1;
}

inline bool isDigit(char c) noexcept
{
    return static_cast<unsigned>(c - '0') <= 9;
}

constexpr std::array<std::uint64_t, 19> powersOfTen = [] {
    std::array<std::uint64_t, 19> powers{};
    std::uint64_t power = 1;
    for (std::uint64_t& entry : powers) {
        entry = power;
        power *= 10;
    }
    return powers;
}();

/// Digit by digit on purpose: lengths repeat, so the branches are foreseen and the next number is begun before this one is done. Eight
/// digits at once (SWAR) measured slower here, because the place of the next byte then waits for this one's count.
inline const char* scan(const char* text, int scale, std::int64_t& value) noexcept
{
    std::uint64_t digits = 0; // may wrap for absurd lengths, which are then read the careful way
    const char* p = text;
    for (; isDigit(*p); ++p)
        digits = digits * 10 + static_cast<std::uint64_t>(*p - '0');
    const std::ptrdiff_t whole = p - text;
    int missing = scale;
    if (*p == '.') {
        const char* const point = p++;
        for (; missing > 0 && isDigit(*p); ++p, --missing)
            digits = digits * 10 + static_cast<std::uint64_t>(*p - '0');
        while (missing == 0 && *p == '0')
            ++p;
        if (p == point + 1)
            return nullptr;
    }
    if (*p != '"' || whole == 0 || whole + scale > comfortableDigits) [[unlikely]]
        return scanUnusual(text, scale, value); // long, signed, malformed
    value = static_cast<std::int64_t>(missing == 0 ? digits : digits * powersOfTen[static_cast<std::size_t>(missing)]);
    return p + 1;
}

inline const char* skip(const char* p, char wanted) noexcept
{
    if (*p == wanted) [[likely]]
        return p + 1;
    while (*p == ' ' || *p == '\n' || *p == '\t' || *p == '\r')
        ++p;
    return *p == wanted ? p + 1 : nullptr;
}

} // namespace

const char* scanMantissa(const char* text, int scale, std::int64_t& value) noexcept
{
    return scan(text, scale, value);
}

LevelScan scanLevels(const char* text, BookScale scale, std::vector<BookLevel>& levels)
{
    const std::size_t before = levels.size();
    const auto fault = [&](LevelFault kind) { return LevelScan{kind, nullptr, levels.size() - before}; };
    const char* p = skip(text, '[');
    if (!p)
        return fault(LevelFault::Shape);
    if (const char* end = skip(p, ']'))
        return {LevelFault::None, end, 0};
    while (true) {
        BookLevel level;
        if (!(p = skip(p, '[')) || !(p = skip(p, '"')))
            return fault(LevelFault::Shape);
        if (!(p = scan(p, scale.price, level.price)) || level.price <= 0)
            return fault(LevelFault::Price);
        if (!(p = skip(p, ',')) || !(p = skip(p, '"')))
            return fault(LevelFault::Shape);
        if (!(p = scan(p, scale.quantity, level.quantity)) || level.quantity < 0)
            return fault(LevelFault::Quantity);
        if (!(p = skip(p, ']')))
            return fault(LevelFault::Shape);
        levels.push_back(level);
        if (const char* next = skip(p, ',')) {
            p = next;
            continue;
        }
        p = skip(p, ']');
        return p ? LevelScan{LevelFault::None, p, levels.size() - before} : fault(LevelFault::Shape);
    }
}

} // namespace spreadline::binance
