// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace spreadline {

/// Thrown by the operators when a sum or product does not fit 64 bits exactly: a broken invariant, never a wrapped number.
/// Values that come from outside go through the checked forms (parse, rescaled, notional), which return a Result.
struct OverflowError : std::overflow_error {
    using std::overflow_error::overflow_error;
};

namespace detail {

inline constexpr int maxScale = 18;

/// 10^exponent. Precondition: 0 <= exponent <= 18.
std::int64_t powerOfTen(int exponent) noexcept;

struct Mantissa {
    std::int64_t value = 0;
    std::int8_t scale = 0;
};
std::optional<Mantissa> parse(std::string_view text) noexcept;
std::string format(Mantissa number);
std::optional<Mantissa> rescale(Mantissa number, int scale) noexcept;
std::weak_ordering compare(Mantissa a, Mantissa b) noexcept;
Mantissa add(Mantissa a, Mantissa b);
std::optional<Mantissa> multiply(Mantissa a, Mantissa b) noexcept;
Mantissa normalized(Mantissa number) noexcept;
double toDouble(Mantissa number) noexcept;

} // namespace detail

/// Reads plain decimal text as an integer of `scale` decimals: ("61.5", 2) is 6150. Nothing when the text is not a plain decimal
/// (sign and digits with at most one point; no exponent, no blanks), does not fit 64 bits, or has a non-zero digit beyond the
/// scale. The hot path of the wire: text to integer, never through a double.
std::optional<std::int64_t> readMantissa(std::string_view text, int scale) noexcept;

/// A decimal number with a meaning: mantissa x 10^-scale, exact. `Tag` keeps prices, quantities and money apart: they do not
/// convert into each other or into plain numbers. Values compare by number, so 1.5 == 1.50; each prints with its own scale.
template<typename Tag>
class Decimal {
public:
    constexpr Decimal() = default;

    /// From plain decimal text of any scale up to 18. Errors: BadNumber.
    static Result<Decimal> parse(std::string_view text)
    {
        if (const auto number = detail::parse(text))
            return Decimal(*number);
        return Error{Errc::BadNumber, std::string(Tag::name), "'" + std::string(text.substr(0, 64)) + "'"};
    }
    /// mantissa x 10^-scale. Precondition: 0 <= scale <= 18.
    static constexpr Decimal fromMantissa(std::int64_t mantissa, int scale) noexcept
    {
        return Decimal(detail::Mantissa{mantissa, static_cast<std::int8_t>(scale)});
    }

    constexpr std::int64_t mantissa() const noexcept { return m_number.value; }
    constexpr int scale() const noexcept { return m_number.scale; }
    constexpr bool isZero() const noexcept { return m_number.value == 0; }
    constexpr bool isPositive() const noexcept { return m_number.value > 0; }
    constexpr bool isNegative() const noexcept { return m_number.value < 0; }

    /// The same number with another scale. Errors: Overflow when it would lose a digit or not fit.
    Result<Decimal> rescaled(int scale) const
    {
        if (const auto number = detail::rescale(m_number, scale))
            return Decimal(*number);
        return Error{Errc::Overflow, std::string(Tag::name), toString()};
    }
    /// The same number without superfluous zeros: 1.500 becomes 1.5.
    Decimal normalized() const noexcept { return Decimal(detail::normalized(m_number)); }

    std::string toString() const { return detail::format(m_number); }
    /// For drawing and statistics only.
    double toDouble() const noexcept { return detail::toDouble(m_number); }

    Decimal operator-() const
    {
        if (m_number.value == INT64_MIN)
            throw OverflowError("negation of the smallest decimal");
        return fromMantissa(-m_number.value, m_number.scale);
    }
    friend Decimal operator+(Decimal a, Decimal b) { return Decimal(detail::add(a.m_number, b.m_number)); }
    friend Decimal operator-(Decimal a, Decimal b) { return a + -b; }
    Decimal& operator+=(Decimal other) { return *this = *this + other; }
    Decimal& operator-=(Decimal other) { return *this = *this - other; }

    friend bool operator==(Decimal a, Decimal b) noexcept { return detail::compare(a.m_number, b.m_number) == 0; }
    friend std::weak_ordering operator<=>(Decimal a, Decimal b) noexcept { return detail::compare(a.m_number, b.m_number); }

private:
    constexpr explicit Decimal(detail::Mantissa number) noexcept : m_number(number) {}

    detail::Mantissa m_number;
};

} // namespace spreadline
