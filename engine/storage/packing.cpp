// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/packing.h"

#include <zlib.h>

namespace spreadline::storage {
namespace {

constexpr std::size_t sealSize = 4;

std::uint32_t checksum(ByteView bytes)
{
    return static_cast<std::uint32_t>(crc32_z(0, bytes.data(), bytes.size()));
}

} // namespace

Bytes PackWriter::seal() &&
{
    const std::uint32_t sum = checksum(m_bytes);
    for (unsigned shift = 0; shift < 32; shift += 8)
        m_bytes.push_back(static_cast<std::uint8_t>(sum >> shift));
    return std::move(m_bytes);
}

PackReader::PackReader(ByteView block)
{
    if (block.size() < sealSize) {
        m_failed = true;
        return;
    }
    m_bytes = block.first(block.size() - sealSize);
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < sealSize; ++i)
        sum |= static_cast<std::uint32_t>(block[m_bytes.size() + i]) << (8 * i);
    if (sum != checksum(m_bytes))
        fail();
}

std::size_t PackReader::count()
{
    const std::uint64_t value = number();
    if (value > m_bytes.size() - m_next)
        return fail();
    return static_cast<std::size_t>(value);
}

ColumnScales::ColumnScales(PackReader& reader, std::size_t count)
{
    const auto next = [&reader](std::uint8_t scale) {
        return static_cast<std::int8_t>(scale <= detail::maxScale ? scale : reader.fail());
    };
    const std::uint8_t first = count == 0 ? 0 : reader.byte();
    if (first != mixedScales) {
        m_all = next(first);
        return;
    }
    m_mixed.resize(count);
    for (auto& scale : m_mixed)
        scale = next(reader.byte());
}

Error damagedBlock(std::string_view what)
{
    return Error{Errc::StorageCorrupt, std::string(what), "a stored block does not match its checksum or format"};
}

} // namespace spreadline::storage
