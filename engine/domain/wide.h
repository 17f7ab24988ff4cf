// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>

namespace spreadline::detail {

/// The magnitude of a product of two 64-bit integers: unsigned, 128 bits, the same on every compiler.
struct Wide {
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    auto operator<=>(const Wide&) const = default;
};

constexpr Wide multiply(std::uint64_t a, std::uint64_t b) noexcept
{
#ifdef __SIZEOF_INT128__
    __extension__ using Native = unsigned __int128;
    const Native product = static_cast<Native>(a) * b;
    return {static_cast<std::uint64_t>(product >> 64), static_cast<std::uint64_t>(product)};
#else
    const std::uint64_t aLow = a & 0xffffffffU, aHigh = a >> 32, bLow = b & 0xffffffffU, bHigh = b >> 32;
    const std::uint64_t lowLow = aLow * bLow, lowHigh = aLow * bHigh, highLow = aHigh * bLow, highHigh = aHigh * bHigh;
    const std::uint64_t middle = (lowLow >> 32) + (lowHigh & 0xffffffffU) + (highLow & 0xffffffffU);
    return {highHigh + (lowHigh >> 32) + (highLow >> 32) + (middle >> 32), (middle << 32) | (lowLow & 0xffffffffU)};
#endif
}

/// Divides in place by a divisor below 2^32 and returns the remainder.
constexpr std::uint32_t divide(Wide& value, std::uint32_t divisor) noexcept
{
    std::uint64_t remainder = 0;
    std::uint64_t quotient[2] = {};
    for (int limb = 3; limb >= 0; --limb) {
        const std::uint64_t part = limb >= 2 ? value.high : value.low;
        const std::uint64_t digits = (remainder << 32) | ((part >> (32 * (limb % 2))) & 0xffffffffU);
        quotient[limb / 2] |= (digits / divisor) << (32 * (limb % 2));
        remainder = digits % divisor;
    }
    value = {quotient[1], quotient[0]};
    return static_cast<std::uint32_t>(remainder);
}

} // namespace spreadline::detail
