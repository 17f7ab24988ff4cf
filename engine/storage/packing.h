// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

#include "domain/decimal.h"

#include <vector>

namespace spreadline::storage {

/// Differences on the ring of 64-bit integers: exact for any two values, no overflow to fear.
constexpr std::int64_t ringSubtract(std::int64_t a, std::int64_t b) noexcept
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
}
constexpr std::int64_t ringAdd(std::int64_t a, std::int64_t b) noexcept
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

/// Writes integers as little-endian base-128 (LEB128), signed ones folded so that small magnitudes are short. seal() ends the
/// block with the CRC-32 of what is before it.
class PackWriter {
public:
    void byte(std::uint8_t value) { m_bytes.push_back(value); }
    void number(std::uint64_t value)
    {
        while (value >= 0x80) {
            m_bytes.push_back(static_cast<std::uint8_t>(value | 0x80));
            value >>= 7;
        }
        m_bytes.push_back(static_cast<std::uint8_t>(value));
    }
    void signedNumber(std::int64_t value)
    {
        number((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
    }
    void reserve(std::size_t bytes) { m_bytes.reserve(bytes); }
    Bytes seal() &&;

private:
    Bytes m_bytes;
};

/// Reads what PackWriter wrote. Never reads past the end: failed() is sticky and every further value is zero.
class PackReader {
public:
    /// Checks the seal; a block that fails it reads as failed() from the start.
    explicit PackReader(ByteView block);

    std::uint8_t byte() { return m_next < m_bytes.size() ? m_bytes[m_next++] : fail(); }
    std::uint64_t number()
    {
        if (m_bytes.size() - m_next >= longest) [[likely]]
            return numberWithin(m_bytes.data() + m_next);
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const std::uint8_t part = byte();
            value |= static_cast<std::uint64_t>(part & 0x7f) << shift;
            if (part < 0x80)
                return value;
        }
        return fail();
    }
    std::int64_t signedNumber()
    {
        const std::uint64_t value = number();
        return static_cast<std::int64_t>((value >> 1) ^ (0 - (value & 1)));
    }
    /// A count of things that take at least one byte each, so that garbage cannot ask for endless memory.
    std::size_t count();

    bool failed() const noexcept { return m_failed; }
    /// Everything was read, and nothing failed.
    bool finished() const noexcept { return !m_failed && m_next == m_bytes.size(); }
    std::uint8_t fail() noexcept
    {
        m_failed = true;
        m_next = m_bytes.size();
        return 0;
    }

private:
    static constexpr std::size_t longest = 10; ///< bytes of a number

    /// Precondition: the longest number ends before the block does.
    std::uint64_t numberWithin(const std::uint8_t* at)
    {
        std::uint64_t value = at[0];
        if (value < 0x80) {
            ++m_next;
            return value;
        }
        value &= 0x7f;
        for (std::size_t i = 1; i < longest; ++i) {
            const std::uint64_t part = at[i];
            value |= (part & 0x7f) << (7 * i);
            if (part < 0x80) {
                m_next += i + 1;
                return value;
            }
        }
        return fail();
    }

    ByteView m_bytes;
    std::size_t m_next = 0;
    bool m_failed = false;
};

inline constexpr std::uint8_t mixedScales = 0xff;

/// The decimal scales of a column: one byte when they are all equal, as they nearly always are.
template<typename ScaleAt>
void packScales(PackWriter& writer, std::size_t count, ScaleAt scaleAt)
{
    if (count == 0)
        return;
    bool equal = true;
    for (std::size_t i = 1; i < count && equal; ++i)
        equal = scaleAt(i) == scaleAt(0);
    if (equal) {
        writer.byte(static_cast<std::uint8_t>(scaleAt(0)));
        return;
    }
    writer.byte(mixedScales);
    for (std::size_t i = 0; i < count; ++i)
        writer.byte(static_cast<std::uint8_t>(scaleAt(i)));
}

/// The scales of an unpacked column, by row.
class ColumnScales {
public:
    ColumnScales(PackReader& reader, std::size_t count);
    int operator[](std::size_t row) const { return m_mixed.empty() ? m_all : m_mixed[row]; }

private:
    std::int8_t m_all = 0;
    std::vector<std::int8_t> m_mixed;
};

/// What a block that does not read back is reported as.
Error damagedBlock(std::string_view what);

} // namespace spreadline::storage
