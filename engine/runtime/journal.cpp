// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/journal.h"

#include "runtime/event_codec.h"

#include <zlib.h>

#include <algorithm>
#include <vector>

namespace spreadline {

namespace fs = std::filesystem;
using namespace journalformat;

void journalformat::append32(std::string& bytes, std::uint32_t value)
{
    for (int shift = 0; shift < 32; shift += 8)
        bytes.push_back(static_cast<char>(value >> shift));
}

std::uint32_t journalformat::read32(std::string_view bytes) noexcept
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    return value;
}

std::uint32_t journalformat::checksum(std::string_view bytes) noexcept
{
    return static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
}

Result<std::unique_ptr<Journal>> Journal::open(Config config)
{
    std::error_code error;
    fs::create_directories(config.folder, error);
    if (error)
        return Error{Errc::CannotWrite, config.folder.string(), error.message()};
    std::unique_ptr<Journal> journal(new Journal(std::move(config)));
    journal->removeOldParts();
    if (const Status status = journal->beginPart(); !status)
        return status.error();
    journal->m_thread = ScopedThread([self = journal.get()] { self->run(); },
                                     [self = journal.get()] {
                                         {
                                             const std::lock_guard lock(self->m_mutex);
                                             self->m_closing = true;
                                         }
                                         self->m_work.notify_all();
                                     });
    return journal;
}

Journal::Journal(Config config) : m_config(std::move(config)) {}

Journal::~Journal()
{
    flush();
    m_thread.stop();
}

fs::path Journal::partPath(std::uint32_t part) const
{
    return m_config.folder / ("session-" + std::to_string(m_config.start.millis()) + "-" + std::to_string(part) + ".sprj");
}

Status Journal::beginPart()
{
    m_file = std::ofstream(partPath(m_part), std::ios::binary | std::ios::trunc);
    std::error_code ignored; // file systems without permissions exist
    fs::permissions(partPath(m_part), fs::perms::owner_read | fs::perms::owner_write, ignored);
    std::string header(fileMagic, sizeof fileMagic);
    append32(header, version);
    append32(header, m_part);
    const auto start = static_cast<std::uint64_t>(m_config.start.nanos());
    append32(header, static_cast<std::uint32_t>(start));
    append32(header, static_cast<std::uint32_t>(start >> 32));
    m_file.write(header.data(), static_cast<std::streamsize>(header.size()));
    m_file.flush();
    m_partBytes = header.size();
    if (!m_file)
        return Error{Errc::CannotWrite, partPath(m_part).string(), {}};
    return {};
}

void Journal::record(const CoreEvent& event)
{
    encode(m_gathered, event, m_previous);
    m_previous = event.received;
    ++m_events;
    if (m_gathered.size() >= m_config.blockSize)
        flush();
}

void Journal::flush()
{
    if (m_events == 0)
        return;
    hand({BlockKind::Events, std::exchange(m_events, 0), m_gathered.take()});
    m_previous = {};
}

void Journal::finish(std::uint64_t stateHash)
{
    flush();
    ByteWriter bytes;
    bytes.unsignedNumber(stateHash);
    hand({BlockKind::FinalHash, 0, bytes.take()});
}

void Journal::hand(Block block)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_health)
            return;
        if (m_blocks.size() >= m_config.maxWaitingBlocks) {
            m_health = Error{Errc::TooSlow, "journal", "the disk does not keep up; recording ended"};
            return;
        }
        m_blocks.push_back(std::move(block));
    }
    m_work.notify_one();
}

void Journal::run()
{
    while (true) {
        Block block;
        {
            std::unique_lock lock(m_mutex);
            m_work.wait(lock, [this] { return m_closing || !m_blocks.empty(); });
            if (m_blocks.empty())
                return;
            block = std::move(m_blocks.front());
            m_blocks.pop_front();
        }
        if (const Status status = write(block); !status) {
            fail(status.error());
            return;
        }
    }
}

Status Journal::write(const Block& block)
{
    const bool isPartFull = m_partBytes > fileHeaderSize && m_partBytes + block.payload.size() > m_config.partSize;
    if (isPartFull && block.kind == BlockKind::Events) {
        ++m_part;
        if (const Status status = beginPart(); !status)
            return status;
        removeOldParts();
    }
    std::string header;
    append32(header, blockMagic);
    append32(header, static_cast<std::uint32_t>(block.payload.size()));
    append32(header, block.events);
    append32(header, static_cast<std::uint32_t>(block.kind));
    append32(header, checksum(block.payload));
    m_file.write(header.data(), static_cast<std::streamsize>(header.size()));
    m_file.write(block.payload.data(), static_cast<std::streamsize>(block.payload.size()));
    m_file.flush();
    m_partBytes += header.size() + block.payload.size();
    if (!m_file)
        return Error{Errc::CannotWrite, partPath(m_part).string(), {}};
    return {};
}

/// Oldest first, never a part of the running session's that is being written.
void Journal::removeOldParts() const
{
    struct Part {
        fs::path path;
        fs::file_time_type written;
        std::uintmax_t size = 0;
    };
    std::vector<Part> parts;
    std::uintmax_t total = 0;
    std::error_code ignored; // a part that vanishes meanwhile needs no removing
    for (const fs::directory_entry& entry : fs::directory_iterator(m_config.folder, ignored)) {
        if (entry.path().extension() != ".sprj" || entry.path() == partPath(m_part))
            continue;
        parts.push_back({entry.path(), entry.last_write_time(ignored), entry.file_size(ignored)});
        total += parts.back().size;
    }
    std::ranges::sort(parts, {}, &Part::written);
    for (const Part& part : parts) {
        if (total + m_config.partSize <= m_config.folderSize)
            return;
        fs::remove(part.path, ignored);
        total -= part.size;
    }
}

void Journal::fail(const Error& error)
{
    const std::lock_guard lock(m_mutex);
    m_health = error;
    m_blocks.clear();
}

Status Journal::health() const
{
    const std::lock_guard lock(m_mutex);
    return m_health;
}

} // namespace spreadline
