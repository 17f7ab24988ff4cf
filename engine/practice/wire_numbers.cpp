// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/wire_numbers.h"

#include "domain/wide.h"

namespace spreadline::practice {

namespace {

std::uint64_t magnitude(std::int64_t value) noexcept
{
    return value < 0 ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value);
}

/// Long division of 128 by 64 bits; what does not fit is cut to the largest.
std::uint64_t quotient(detail::Wide number, std::uint64_t divisor) noexcept
{
    if (number.high >= divisor)
        return INT64_MAX;
    std::uint64_t remainder = number.high, result = 0;
    for (int bit = 63; bit >= 0; --bit) {
        const bool carry = remainder >> 63;
        remainder = (remainder << 1) | ((number.low >> bit) & 1);
        if (carry || remainder >= divisor) {
            remainder -= divisor;
            result |= std::uint64_t{1} << bit;
        }
    }
    const bool roundUp = remainder >= divisor - remainder;
    return result + (roundUp ? 1 : 0);
}

} // namespace

std::int64_t scaled(std::int64_t value, std::int64_t numerator, std::int64_t denominator) noexcept
{
    if (denominator == 0)
        return 0;
    const bool negative = (value < 0) != ((numerator < 0) != (denominator < 0));
    const auto result =
        static_cast<std::int64_t>(quotient(detail::multiply(magnitude(value), magnitude(numerator)), magnitude(denominator)));
    return negative ? -result : result;
}

Money takerQuoteVolume(const Kline& kline)
{
    const auto taker = kline.takerBuyVolume.rescaled(kline.volume.scale());
    const std::int64_t part = taker ? taker->mantissa() : 0;
    return Money::fromMantissa(scaled(kline.quoteVolume.mantissa(), part, kline.volume.mantissa()), kline.quoteVolume.scale());
}

Price percentChange(Price open, Price last)
{
    const Price change = last - open;
    const auto sameScale = open.rescaled(change.scale());
    constexpr std::int64_t percentWithThreeDecimals = 100'000;
    return Price::fromMantissa(sameScale ? scaled(change.mantissa(), percentWithThreeDecimals, sameScale->mantissa()) : 0, 3);
}

Price averagePrice(Money quoteVolume, Quantity volume, int scale)
{
    // quote/10^qs / (volume/10^vs) at 10^scale: exponent scale + vs - qs, applied to the smaller factor
    const int exponent = scale + volume.scale() - quoteVolume.scale();
    if (exponent >= 0 && exponent <= detail::maxScale)
        return Price::fromMantissa(scaled(quoteVolume.mantissa(), detail::powerOfTen(exponent), volume.mantissa()), scale);
    if (exponent < 0 && -exponent <= detail::maxScale)
        return Price::fromMantissa(scaled(scaled(quoteVolume.mantissa(), 1, volume.mantissa()), 1, detail::powerOfTen(-exponent)),
                                   scale);
    return Price::fromMantissa(0, scale);
}

} // namespace spreadline::practice
