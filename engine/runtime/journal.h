// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/scoped_thread.h"
#include "runtime/byte_stream.h"
#include "runtime/core_event.h"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <string>

namespace spreadline {

/// A journal file: the header (magic, version, part number, session start), then blocks. A block is its header (magic, payload
/// size, event count, kind, CRC-32 of the payload; little-endian 32-bit) and its payload. Events are those of event_codec.h, the
/// stamps of each block start from zero. The last block of a session that ended well carries the final state hash.
namespace journalformat {
inline constexpr char fileMagic[8] = {'S', 'P', 'R', 'D', 'J', 'R', 'N', 'L'};
/// Of the events and of what the core makes of them: a journal of another version would replay into another state, and is refused.
inline constexpr std::uint32_t version = 3;
inline constexpr std::uint32_t blockMagic = 0x4b4c4253; // "SBLK"
inline constexpr std::uint32_t maxPayload = 64U << 20;
enum class BlockKind : std::uint32_t { Events = 1, FinalHash = 2 };
inline constexpr std::size_t fileHeaderSize = sizeof fileMagic + 4 + 4 + 8;
inline constexpr std::size_t blockHeaderSize = 5 * 4;

void append32(std::string& bytes, std::uint32_t value);
std::uint32_t read32(std::string_view bytes) noexcept; ///< precondition: four bytes
std::uint32_t checksum(std::string_view bytes) noexcept;
} // namespace journalformat

/// Records every event of a session. The core encodes into memory; a thread of the journal's own writes whole blocks, so that the
/// core never waits for a disk. When the disk does not keep up or fails, recording ends with what is there, and health() says so.
///
/// A session is one or more parts, `session-<start>-<part>.sprj`. A replay needs them from the first on, so sessions go as a whole:
/// when the folder grows too large the oldest of the others do, and when the running one fills it alone its recording ends
/// (RecordingFull). Whatever is in the folder can be replayed.
class Journal {
public:
    struct Config {
        std::filesystem::path folder;
        Timestamp start;                        ///< names the session; CoreThread fills it in when it is zero
        std::size_t blockSize = 256 << 10;      ///< bytes gathered before they are handed to the disk
        std::uintmax_t partSize = 64U << 20;    ///< bytes of a part
        std::uintmax_t folderSize = 512U << 20; ///< bytes of all parts of all sessions
        std::size_t maxWaitingBlocks = 64;
    };

    /// Creates the folder and the first part. Errors: CannotWrite.
    static Result<std::unique_ptr<Journal>> open(Config config);
    ~Journal();
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    /// The three below: core thread.
    void record(const CoreEvent& event);
    /// Hands over what is gathered, so that a crash costs no more than the time since.
    void flush();
    void finish(std::uint64_t stateHash);

    /// Any thread: success while everything is being recorded.
    Status health() const;
    std::filesystem::path firstPart() const { return partPath(0); }

private:
    struct Block {
        journalformat::BlockKind kind = journalformat::BlockKind::Events;
        std::uint32_t events = 0;
        std::string payload;
    };

    explicit Journal(Config config);
    std::string sessionName() const;
    std::filesystem::path partPath(std::uint32_t part) const;
    Status beginPart();
    void hand(Block block);
    void run();
    Status write(const Block& block);
    Status nextPart();
    void removeOldSessions() const;
    void fail(const Error& error);

    const Config m_config;
    // Core thread.
    ByteWriter m_gathered;
    std::uint32_t m_events = 0;
    Timestamp m_previous;
    // Journal thread (and open()).
    std::ofstream m_file;
    std::uint32_t m_part = 0;
    std::uintmax_t m_partBytes = 0;
    std::uintmax_t m_fullParts = 0; ///< bytes of the session's parts before this one
    // Between them.
    mutable std::mutex m_mutex;
    std::condition_variable m_work;
    std::deque<Block> m_blocks;
    Status m_health;
    bool m_closing = false;
    ScopedThread m_thread;
};

} // namespace spreadline
