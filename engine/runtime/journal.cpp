// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/journal.h"

#include "runtime/event_codec.h"

#include <zlib.h>

#include <algorithm>
#include <map>
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
    journal->removeOldSessions();
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

std::string Journal::sessionName() const
{
    return "session-" + std::to_string(m_config.start.millis());
}

fs::path Journal::partPath(std::uint32_t part) const
{
    return m_config.folder / (sessionName() + "-" + std::to_string(part) + ".sprj");
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
        if (const Status status = nextPart(); !status)
            return status;
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

Status Journal::nextPart()
{
    m_fullParts += m_partBytes;
    if (m_fullParts + m_config.partSize > m_config.folderSize)
        return Error{Errc::RecordingFull, sessionName(), std::to_string(m_fullParts >> 20) + " MiB recorded"};
    removeOldSessions();
    ++m_part;
    return beginPart();
}

/// Oldest first, never the running one, until its next part has room.
void Journal::removeOldSessions() const
{
    struct Session {
        std::vector<fs::path> parts;
        std::uintmax_t size = 0;
    };
    std::map<std::string, Session> sessions; // by name, which is by age
    std::uintmax_t total = m_fullParts;
    std::error_code ignored; // a part that vanishes meanwhile needs no removing
    for (const fs::directory_entry& entry : fs::directory_iterator(m_config.folder, ignored)) {
        const std::string stem = entry.path().stem().string();
        const std::string name = stem.substr(0, stem.rfind('-'));
        if (entry.path().extension() != ".sprj" || name == sessionName())
            continue;
        Session& session = sessions[name];
        session.parts.push_back(entry.path());
        session.size += entry.file_size(ignored);
        total += entry.file_size(ignored);
    }
    for (auto session = sessions.begin(); session != sessions.end() && total + m_config.partSize > m_config.folderSize;
         ++session) {
        for (const fs::path& part : session->second.parts)
            fs::remove(part, ignored);
        total -= session->second.size;
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
