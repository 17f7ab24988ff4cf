// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace spreadline::paint {

/// A short text built in place, without allocation, for what is written anew in every frame. What does not fit is cut
/// off. UTF-8, with the default locale's separators. Ui thread only.
class TextLine {
public:
    TextLine();

    std::string_view view() const noexcept { return {m_text.data(), m_size}; }
    bool isEmpty() const noexcept { return m_size == 0; }
    TextLine& clear() noexcept
    {
        m_size = 0;
        return *this;
    }

    TextLine& add(std::string_view utf8) noexcept;
    TextLine& add(char character) noexcept;
    /// 12,345.60; a value that is no number becomes an em dash. Decimals 0..18.
    TextLine& addFixed(double value, int decimals) noexcept;
    /// The same with a sign always (+0.00 has none).
    TextLine& addSigned(double value, int decimals) noexcept;
    /// mantissa x 10^-scale, exact, with thousands separated.
    TextLine& addDecimal(std::int64_t mantissa, int scale) noexcept;
    /// Three to four digits and a unit: 945, 1.23K, 45.6M, 7.89B. Small numbers keep their leading digits: 0.0123.
    TextLine& addCompact(double value) noexcept;
    TextLine& addTwoDigits(std::int64_t value) noexcept; ///< 07; more digits when there are more
    TextLine& addInteger(std::int64_t value) noexcept;

private:
    void addGrouped(std::string_view digits) noexcept;

    std::string_view m_group, m_point;
    std::array<char, 192> m_text;
    std::size_t m_size = 0;
};

} // namespace spreadline::paint
