// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/packing.h"

#include <zlib.h>

namespace spreadline::storage {
namespace {

constexpr std::size_t sealSize = 4;
constexpr std::uint8_t mixedScales = 0xff;

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

void packScales(PackWriter& writer, std::size_t count, const std::function<int(std::size_t)>& scaleAt)
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

std::vector<std::int8_t> unpackScales(PackReader& reader, std::size_t count)
{
    if (count == 0)
        return {};
    const auto checked = [&reader](std::uint8_t scale) {
        return static_cast<std::int8_t>(scale <= detail::maxScale ? scale : reader.fail());
    };
    const std::uint8_t first = reader.byte();
    if (first != mixedScales)
        return std::vector<std::int8_t>(count, checked(first));
    std::vector<std::int8_t> scales(count);
    for (auto& scale : scales)
        scale = checked(reader.byte());
    return scales;
}

Error damagedBlock(std::string_view what)
{
    return Error{Errc::StorageCorrupt, std::string(what), "a stored block does not match its checksum or format"};
}

} // namespace spreadline::storage
