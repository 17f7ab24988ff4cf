// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ws_frame.h"

namespace spreadline::server {

namespace {

void appendBigEndian(std::string& out, std::uint64_t value, int bytes)
{
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        out.push_back(static_cast<char>((value >> shift) & 0xff));
}

std::uint64_t readBigEndian(std::string_view bytes)
{
    std::uint64_t value = 0;
    for (const char byte : bytes)
        value = (value << 8) | static_cast<unsigned char>(byte);
    return value;
}

bool isControl(Opcode opcode)
{
    return static_cast<unsigned>(opcode) >= 8;
}

bool isKnown(unsigned opcode)
{
    return opcode <= 2 || (opcode >= 8 && opcode <= 10);
}

/// Length of the sequence a lead byte opens and the bits it carries; zero for a byte that opens none.
int sequenceLength(unsigned char lead) noexcept
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xc2 && lead < 0xe0)
        return 2;
    if ((lead & 0xf0) == 0xe0)
        return 3;
    return lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
}

} // namespace

void appendFrame(std::string& out, Opcode opcode, std::string_view payload, bool final)
{
    out.push_back(static_cast<char>((final ? 0x80U : 0U) | static_cast<unsigned>(opcode)));
    if (payload.size() < 126) {
        out.push_back(static_cast<char>(payload.size()));
    } else if (payload.size() < 65'536) {
        out.push_back(126);
        appendBigEndian(out, payload.size(), 2);
    } else {
        out.push_back(127);
        appendBigEndian(out, payload.size(), 8);
    }
    out.append(payload);
}

std::string closePayload(std::uint16_t code, std::string_view reason)
{
    std::string payload;
    appendBigEndian(payload, code, 2);
    payload.append(reason.substr(0, 123)); // a control frame carries at most 125 bytes
    return payload;
}

std::optional<ClientFrame> FrameReader::next()
{
    const std::string_view rest = std::string_view(m_bytes).substr(m_at);
    if (m_failure || rest.size() < 2)
        return std::nullopt;
    const unsigned first = static_cast<unsigned char>(rest[0]), second = static_cast<unsigned char>(rest[1]);
    const auto opcode = static_cast<Opcode>(first & 0x0f);
    const std::uint64_t shortLength = second & 0x7f;
    const bool unsound = (first & 0x70) != 0 || !isKnown(first & 0x0f) || (second & 0x80) == 0
        || (isControl(opcode) && (shortLength > 125 || (first & 0x80) == 0));
    if (unsound) {
        m_failure = 1002;
        return std::nullopt;
    }
    const std::size_t lengthBytes = shortLength == 127 ? 8 : shortLength == 126 ? 2 : 0;
    const std::size_t head = 2 + lengthBytes + 4;
    if (rest.size() < head)
        return std::nullopt;
    const std::uint64_t length = lengthBytes ? readBigEndian(rest.substr(2, lengthBytes)) : shortLength;
    if (length > m_maximum) {
        m_failure = 1009;
        return std::nullopt;
    }
    if (rest.size() < head + length)
        return std::nullopt;
    ClientFrame frame{opcode, (first & 0x80) != 0, std::string(rest.substr(head, length))};
    for (std::size_t i = 0; i < frame.payload.size(); ++i)
        frame.payload[i] = static_cast<char>(frame.payload[i] ^ rest[head - 4 + i % 4]);
    m_at += head + length;
    if (m_at == m_bytes.size() || m_at > 65'536) {
        m_bytes.erase(0, m_at);
        m_at = 0;
    }
    return frame;
}

bool isUtf8(std::string_view text) noexcept
{
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const int length = sequenceLength(lead);
        if (length == 0 || i + static_cast<std::size_t>(length) > text.size())
            return false;
        unsigned code = length == 1 ? lead : lead & (0xffU >> (length + 1));
        for (int k = 1; k < length; ++k) {
            const auto byte = static_cast<unsigned char>(text[i + static_cast<std::size_t>(k)]);
            if ((byte & 0xc0) != 0x80)
                return false;
            code = (code << 6) | (byte & 0x3fU);
        }
        const bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
        if (overlong || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
            return false;
        i += static_cast<std::size_t>(length);
    }
    return true;
}

} // namespace spreadline::server
