// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/journal_reader.h"

#include "runtime/event_codec.h"
#include "runtime/journal.h"

#include <algorithm>

namespace spreadline {
namespace {

namespace fs = std::filesystem;
using namespace journalformat;

using Handler = std::function<void(const CoreEvent&)>;

struct BlockHeader {
    std::uint32_t size = 0, events = 0, kind = 0, checksum = 0;
};

std::string readBytes(std::ifstream& file, std::size_t size)
{
    std::string bytes(size, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(size));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

Result<std::uint32_t> readFileHeader(std::ifstream& file, const fs::path& path)
{
    const std::string header = readBytes(file, fileHeaderSize);
    if (header.size() < fileHeaderSize || !header.starts_with(std::string_view(fileMagic, sizeof fileMagic)))
        return Error{Errc::BadFile, path.string(), "not a session journal"};
    const std::uint32_t found = read32(std::string_view(header).substr(sizeof fileMagic));
    if (found > version)
        return Error{Errc::SchemaTooNew, path.string(), "journal version " + std::to_string(found)};
    if (found < version)
        return Error{Errc::BadFile, path.string(),
                     "journal version " + std::to_string(found) + ", and only version " + std::to_string(version)
                         + " can be replayed: record the session again"};
    return read32(std::string_view(header).substr(sizeof fileMagic + 4));
}

/// The header of the next block; nothing at the end of the file. Errors: BadFile.
Result<std::optional<BlockHeader>> readBlockHeader(std::ifstream& file, const std::string& where)
{
    const std::string bytes = readBytes(file, blockHeaderSize);
    if (bytes.empty())
        return std::optional<BlockHeader>();
    if (bytes.size() < blockHeaderSize || read32(bytes) != blockMagic)
        return Error{Errc::BadFile, where, "a torn block header"};
    const std::string_view rest = std::string_view(bytes).substr(4);
    const BlockHeader header{read32(rest), read32(rest.substr(4)), read32(rest.substr(8)), read32(rest.substr(12))};
    if (header.size > maxPayload)
        return Error{Errc::BadFile, where, "a block of " + std::to_string(header.size) + " bytes"};
    return std::optional(header);
}

Status readEvents(std::string_view payload, std::uint32_t count, const std::string& where, JournalReader::Summary& summary,
                  const Handler& handle)
{
    ByteReader bytes(payload);
    Timestamp previous;
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto event = decode(bytes, previous);
        if (!event)
            return Error{Errc::BadFile, where, event.error().detail};
        previous = event->received;
        ++summary.events;
        handle(*event);
    }
    if (!bytes.atEnd())
        return Error{Errc::BadFile, where, "bytes behind the last event of a block"};
    return {};
}

/// One block. False at the end of the file. Errors: BadFile.
Result<bool> readBlock(std::ifstream& file, const fs::path& path, JournalReader::Summary& summary, const Handler& handle)
{
    const std::string where = path.string() + " at " + std::to_string(static_cast<long long>(file.tellg()));
    const auto header = readBlockHeader(file, where);
    if (!header)
        return header.error();
    if (!*header)
        return false;
    const BlockHeader& block = **header;
    const std::string payload = readBytes(file, block.size);
    if (payload.size() < block.size)
        return Error{Errc::BadFile, where, "a torn block"};
    if (checksum(payload) != block.checksum)
        return Error{Errc::BadFile, where, "the checksum is wrong"};
    if (block.kind == static_cast<std::uint32_t>(BlockKind::FinalHash)) {
        summary.finalHash = ByteReader(payload).unsignedNumber();
        return true;
    }
    if (const Status status = readEvents(payload, block.events, where, summary, handle); !status)
        return status.error();
    return true;
}

fs::path partAfter(const fs::path& part)
{
    const std::string stem = part.stem().string();
    const auto dash = stem.rfind('-');
    const std::string number = dash == stem.npos ? std::string() : stem.substr(dash + 1);
    const bool isNumber =
        !number.empty() && number.size() < 9 && std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
    if (!isNumber)
        return {};
    return part.parent_path() / (stem.substr(0, dash + 1) + std::to_string(std::stoi(number) + 1) + part.extension().string());
}

} // namespace

Result<JournalReader::Summary> JournalReader::read(const fs::path& file, const Handler& handle)
{
    Summary summary;
    for (fs::path part = file; summary.parts == 0 || (!part.empty() && fs::exists(part));
         part = partAfter(part), ++summary.parts) {
        std::ifstream stream(part, std::ios::binary);
        if (!stream)
            return Error{Errc::NotFound, part.string(), "cannot be opened"};
        const auto number = readFileHeader(stream, part);
        if (!number && summary.parts == 0)
            return number.error();
        if (!number) {
            summary.damage = number.error();
            return summary;
        }
        if (summary.parts == 0 && *number != 0)
            return Error{Errc::BadFile, part.string(),
                         "part " + std::to_string(*number) + " of a session, which replays from its first part (-0.sprj) only"};
        while (true) {
            const auto more = readBlock(stream, part, summary, handle);
            if (!more) {
                summary.damage = more.error();
                ++summary.parts;
                return summary;
            }
            if (!*more)
                break;
        }
    }
    return summary;
}

} // namespace spreadline
