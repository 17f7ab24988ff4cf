// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/decimal.h"

#include "domain/wide.h"

#include <array>
#include <cassert>
#include <limits>

namespace spreadline {
namespace {

constexpr std::array<std::int64_t, 19> powersOfTen = [] {
    std::array<std::int64_t, 19> powers{};
    std::int64_t power = 1;
    for (std::size_t i = 0; i < powers.size(); ++i, power *= i < powers.size() ? 10 : 1)
        powers[i] = power;
    return powers;
}();

constexpr std::uint64_t maxMagnitude = std::numeric_limits<std::int64_t>::max();

std::uint64_t magnitude(std::int64_t value) noexcept
{
    return value < 0 ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value);
}

struct Digits {
    std::uint64_t magnitude = 0;
    int scale = 0;
    bool negative = false;
};

/// Sign, digits and at most one point; digits after the `maxScale`-th decimal must be zero and are left away.
std::optional<Digits> readDigits(std::string_view text, int maxScale) noexcept
{
    Digits digits;
    std::size_t i = 0;
    if (!text.empty() && text[0] == '-') {
        digits.negative = true;
        ++i;
    }
    bool anyDigit = false;
    bool pointSeen = false;
    for (; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '.') {
            if (pointSeen)
                return std::nullopt;
            pointSeen = true;
            continue;
        }
        const auto digit = static_cast<unsigned>(c - '0');
        if (digit > 9)
            return std::nullopt;
        anyDigit = true;
        if (pointSeen && digits.scale == maxScale) {
            if (digit != 0)
                return std::nullopt;
            continue;
        }
        if (digits.magnitude > (maxMagnitude - digit) / 10)
            return std::nullopt;
        digits.magnitude = digits.magnitude * 10 + digit;
        digits.scale += pointSeen ? 1 : 0;
    }
    if (!anyDigit || (pointSeen && digits.scale == 0 && maxScale > 0))
        return std::nullopt; // "", "-", "." and "1." are not numbers on any wire we read
    return digits;
}

std::int64_t signedValue(std::uint64_t value, bool negative) noexcept
{
    return negative ? -static_cast<std::int64_t>(value) : static_cast<std::int64_t>(value);
}

} // namespace

namespace detail {

std::int64_t powerOfTen(int exponent) noexcept
{
    assert(exponent >= 0 && exponent <= maxScale);
    return powersOfTen[static_cast<std::size_t>(exponent)];
}

std::optional<Mantissa> parse(std::string_view text) noexcept
{
    if (const auto point = text.find('.'); point != text.npos) {
        // Zeros at the end must not push a number that fits out of range: "100.000000000000000000" is a hundred.
        constexpr std::size_t comfortable = 18;
        while (text.size() > comfortable && text.size() > point + 2 && text.back() == '0')
            text.remove_suffix(1);
    }
    const auto digits = readDigits(text, maxScale);
    if (!digits)
        return std::nullopt;
    return Mantissa{signedValue(digits->magnitude, digits->negative), static_cast<std::int8_t>(digits->scale)};
}

std::string format(Mantissa number)
{
    std::string text = std::to_string(magnitude(number.value));
    const auto scale = static_cast<std::size_t>(number.scale);
    if (text.size() <= scale)
        text.insert(0, scale + 1 - text.size(), '0');
    if (scale > 0)
        text.insert(text.size() - scale, 1, '.');
    if (number.value < 0)
        text.insert(0, 1, '-');
    return text;
}

std::optional<Mantissa> rescale(Mantissa number, int scale) noexcept
{
    if (scale < 0 || scale > maxScale)
        return std::nullopt;
    const int step = scale - number.scale;
    if (step == 0)
        return number;
    const std::int64_t factor = powerOfTen(step < 0 ? -step : step);
    if (step < 0) {
        if (number.value % factor != 0)
            return std::nullopt;
        return Mantissa{number.value / factor, static_cast<std::int8_t>(scale)};
    }
    const Wide product = multiply(magnitude(number.value), static_cast<std::uint64_t>(factor));
    if (product.high != 0 || product.low > maxMagnitude)
        return std::nullopt;
    return Mantissa{signedValue(product.low, number.value < 0), static_cast<std::int8_t>(scale)};
}

std::weak_ordering compare(Mantissa a, Mantissa b) noexcept
{
    if (a.scale == b.scale)
        return a.value <=> b.value;
    const bool aNegative = a.value < 0;
    if (aNegative != (b.value < 0))
        return aNegative ? std::weak_ordering::less : std::weak_ordering::greater;
    const int common = a.scale > b.scale ? a.scale : b.scale;
    const Wide left = multiply(magnitude(a.value), static_cast<std::uint64_t>(powerOfTen(common - a.scale)));
    const Wide right = multiply(magnitude(b.value), static_cast<std::uint64_t>(powerOfTen(common - b.scale)));
    return aNegative ? right <=> left : left <=> right;
}

Mantissa add(Mantissa a, Mantissa b)
{
    const int common = a.scale > b.scale ? a.scale : b.scale;
    auto left = rescale(a, common);
    auto right = rescale(b, common);
    if (!left || !right) {
        a = normalized(a);
        b = normalized(b);
        const int least = a.scale > b.scale ? a.scale : b.scale;
        left = rescale(a, least);
        right = rescale(b, least);
    }
    if (!left || !right)
        throw OverflowError("sum of decimals");
    const auto sum =
        static_cast<std::int64_t>(static_cast<std::uint64_t>(left->value) + static_cast<std::uint64_t>(right->value));
    const bool overflown = (left->value < 0) == (right->value < 0) && (sum < 0) != (left->value < 0);
    if (overflown || sum == std::numeric_limits<std::int64_t>::min())
        throw OverflowError("sum of decimals");
    return {sum, left->scale};
}

std::optional<Mantissa> multiply(Mantissa a, Mantissa b) noexcept
{
    Wide product = multiply(magnitude(a.value), magnitude(b.value));
    int scale = a.scale + b.scale;
    while (scale > maxScale || product.high != 0 || product.low > maxMagnitude) {
        if (scale == 0 || divide(product, 10) != 0)
            return std::nullopt;
        --scale;
    }
    return Mantissa{signedValue(product.low, (a.value < 0) != (b.value < 0)), static_cast<std::int8_t>(scale)};
}

Mantissa normalized(Mantissa number) noexcept
{
    while (number.scale > 0 && number.value % 10 == 0) {
        number.value /= 10;
        --number.scale;
    }
    return number;
}

double toDouble(Mantissa number) noexcept
{
    // Both operands are exact below 2^53, so the quotient is the nearest double to the decimal (IEEE 754 division).
    return static_cast<double>(number.value) / static_cast<double>(powerOfTen(number.scale));
}

} // namespace detail

std::optional<std::int64_t> readMantissa(std::string_view text, int scale) noexcept
{
    const auto digits = readDigits(text, scale);
    if (!digits)
        return std::nullopt;
    const detail::Mantissa number{signedValue(digits->magnitude, digits->negative), static_cast<std::int8_t>(digits->scale)};
    const auto scaled = detail::rescale(number, scale);
    return scaled ? std::optional(scaled->value) : std::nullopt;
}

} // namespace spreadline
