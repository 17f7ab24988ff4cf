// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/text_line.h"

#include <QLocale>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <string>

namespace spreadline::paint {
namespace {

struct Separators {
    std::string group, point;
};

// Cached: asking QLocale for every number is what would cost.
const Separators& separators()
{
    static Separators cached;
    static QLocale of = QLocale::c();
    const QLocale now;
    if (cached.point.empty() || now != of) {
        of = now;
        cached = {now.groupSeparator().toStdString(), now.decimalPoint().toStdString()};
    }
    return cached;
}

} // namespace

TextLine::TextLine() : m_group(separators().group), m_point(separators().point) {}

TextLine& TextLine::add(std::string_view utf8) noexcept
{
    const auto size = std::min(utf8.size(), m_text.size() - m_size);
    std::memcpy(m_text.data() + m_size, utf8.data(), size);
    m_size += size;
    return *this;
}

TextLine& TextLine::add(char character) noexcept
{
    return add(std::string_view(&character, 1));
}

// Digits of a number with its fraction: commas go into the whole part only.
void TextLine::addGrouped(std::string_view digits) noexcept
{
    const auto point = std::min(digits.find('.'), digits.size());
    for (std::size_t i = 0; i < point; ++i) {
        if (i > 0 && (point - i) % 3 == 0)
            add(m_group);
        add(digits[i]);
    }
    if (point < digits.size())
        add(m_point).add(digits.substr(point + 1));
}

TextLine& TextLine::addFixed(double value, int decimals) noexcept
{
    std::array<char, 360> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(value), std::chars_format::fixed,
                                   std::clamp(decimals, 0, 18));
    if (!std::isfinite(value) || end.ec != std::errc())
        return add("—");
    const std::string_view digits(buffer.data(), static_cast<std::size_t>(end.ptr - buffer.data()));
    const bool isZero = digits.find_first_of("123456789") == std::string_view::npos;
    if (value < 0 && !isZero)
        add("−");
    addGrouped(digits);
    return *this;
}

TextLine& TextLine::addSigned(double value, int decimals) noexcept
{
    TextLine number;
    number.addFixed(value, decimals);
    if (value > 0 && number.view().find_first_of("123456789") != std::string_view::npos)
        add('+');
    return add(number.view());
}

TextLine& TextLine::addDecimal(std::int64_t mantissa, int scale) noexcept
{
    std::array<char, 48> buffer;
    const auto magnitude = mantissa < 0 ? 0 - static_cast<std::uint64_t>(mantissa) : static_cast<std::uint64_t>(mantissa);
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), magnitude);
    const auto size = static_cast<int>(end.ptr - buffer.data());
    if (mantissa < 0)
        add("−");
    const std::string_view digits(buffer.data(), static_cast<std::size_t>(size));
    if (scale <= 0) {
        addGrouped(digits);
        return *this;
    }
    const int whole = std::max(0, size - scale);
    whole > 0 ? addGrouped(digits.substr(0, static_cast<std::size_t>(whole))) : static_cast<void>(add('0'));
    add(m_point);
    for (int i = size; i < scale; ++i)
        add('0');
    return add(digits.substr(static_cast<std::size_t>(whole)));
}

TextLine& TextLine::addCompact(double value) noexcept
{
    static constexpr std::array<std::string_view, 5> units{"", "K", "M", "B", "T"};
    const double magnitude = std::abs(value);
    std::size_t unit = 0;
    double shown = magnitude;
    while (shown >= 999.5 && unit + 1 < units.size()) {
        shown /= 1'000;
        ++unit;
    }
    int decimals = shown >= 99.95 ? (unit == 0 ? 1 : 0) : shown >= 9.995 ? 1 : 2;
    if (unit == 0 && magnitude > 0 && magnitude < 1)
        decimals = std::min(8, 2 - static_cast<int>(std::floor(std::log10(magnitude))));
    addFixed(std::copysign(shown, value), magnitude == 0 ? 0 : decimals);
    return std::isfinite(value) ? add(units[unit]) : *this;
}

TextLine& TextLine::addTwoDigits(std::int64_t value) noexcept
{
    if (value >= 0 && value < 10)
        add('0');
    return addInteger(value);
}

TextLine& TextLine::addInteger(std::int64_t value) noexcept
{
    std::array<char, 24> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return add(std::string_view(buffer.data(), static_cast<std::size_t>(end.ptr - buffer.data())));
}

} // namespace spreadline::paint
