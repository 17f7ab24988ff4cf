// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/binance/decimal_text.h"

#include <array>
#include <bit>
#include <cstring>
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

/// Up to eight digits at once (D. Lemire, "Quickly parsing eight digits", 2018): `count` of them lead the chunk.
struct Run {
    std::uint64_t chunk = 0; ///< the eight bytes as read, less '0' each
    int count = 0;

    std::uint64_t value(int digits) const noexcept
    {
        if (digits == 0)
            return 0;
        std::uint64_t v = chunk << (64 - 8 * digits); // leading zeros take the place of what does not belong
        v = v * 10 + (v >> 8U);
        constexpr std::uint64_t mask = 0x000000ff'000000ffU;
        return ((v & mask) * 0x000f4240'00000064U + ((v >> 16U) & mask) * 0x00002710'00000001U) >> 32U;
    }
};

inline Run readRun(const char* p) noexcept
{
    Run run;
    if constexpr (std::endian::native == std::endian::little) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, p, sizeof bytes);
        run.chunk = bytes ^ 0x30303030'30303030U;
        const std::uint64_t beyondNine = ((run.chunk & 0x7f7f7f7f'7f7f7f7fU) + 0x76767676'76767676U) | run.chunk;
        run.count = std::countr_zero(beyondNine & 0x80808080'80808080U) / 8;
    } else {
        for (; run.count < 8 && isDigit(p[run.count]); ++run.count)
            run.chunk |= static_cast<std::uint64_t>(p[run.count] - '0') << (8 * run.count);
    }
    return run;
}

inline const char* scan(const char* text, int scale, std::int64_t& value) noexcept
{
    const Run whole = readRun(text);
    const char* p = text + whole.count;
    std::uint64_t digits = whole.value(whole.count);
    int missing = scale;
    if (*p == '.' && whole.count < 8) {
        const Run part = readRun(++p);
        const int taken = part.count < missing ? part.count : missing;
        digits = digits * powersOfTen[static_cast<std::size_t>(taken)] + part.value(taken);
        missing -= taken;
        p += taken;
        while (missing == 0 && *p == '0')
            ++p;
        if (part.count == 0)
            return nullptr;
    }
    if (*p != '"' || whole.count == 0 || whole.count + scale > comfortableDigits)
        return scanUnusual(text, scale, value); // long, signed, malformed: the careful way
    value = static_cast<std::int64_t>(digits * powersOfTen[static_cast<std::size_t>(missing)]);
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
