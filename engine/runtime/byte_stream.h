// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace spreadline {

/// Appends numbers and text in the journal's compact form: seven bits a byte, small numbers short, signs folded into the low bit.
class ByteWriter {
public:
    void unsignedNumber(std::uint64_t value)
    {
        while (value >= 0x80) {
            m_bytes.push_back(static_cast<char>(value | 0x80));
            value >>= 7;
        }
        m_bytes.push_back(static_cast<char>(value));
    }
    void number(std::int64_t value)
    {
        unsignedNumber((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
    }
    void text(std::string_view text)
    {
        unsignedNumber(text.size());
        m_bytes.append(text);
    }

    const std::string& bytes() const noexcept { return m_bytes; }
    std::string take() { return std::exchange(m_bytes, {}); }
    std::size_t size() const noexcept { return m_bytes.size(); }

private:
    std::string m_bytes;
};

/// Reads what ByteWriter wrote. Anything that does not fit turns failed() true, and everything read after that is zero.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : m_left(bytes) {}

    std::uint64_t unsignedNumber()
    {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (m_left.empty())
                break;
            const auto byte = static_cast<unsigned char>(m_left.front());
            m_left.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
            if ((byte & 0x80) == 0)
                return value;
        }
        return fail();
    }
    std::int64_t number()
    {
        const std::uint64_t folded = unsignedNumber();
        return static_cast<std::int64_t>(folded >> 1) ^ -static_cast<std::int64_t>(folded & 1);
    }
    std::string_view text()
    {
        const std::uint64_t size = unsignedNumber();
        if (size > m_left.size()) {
            fail();
            return {};
        }
        const auto text = m_left.substr(0, size);
        m_left.remove_prefix(size);
        return text;
    }
    /// A count of things that take at least a byte each: never more than there are bytes left.
    std::size_t count()
    {
        const std::uint64_t count = unsignedNumber();
        return count > m_left.size() ? static_cast<std::size_t>(fail()) : static_cast<std::size_t>(count);
    }

    bool failed() const noexcept { return m_failed; }
    bool atEnd() const noexcept { return m_left.empty(); }
    std::uint64_t fail() noexcept
    {
        m_failed = true;
        m_left = {};
        return 0;
    }

private:
    std::string_view m_left;
    bool m_failed = false;
};

} // namespace spreadline
