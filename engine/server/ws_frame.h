// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace spreadline::server {

/// WebSocket opcodes (RFC 6455, section 5.2).
enum class Opcode : std::uint8_t { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

/// Appends one server frame (unmasked) to `out`. Any opcode is written, sound or not.
void appendFrame(std::string& out, Opcode opcode, std::string_view payload, bool final = true);
/// A close frame's payload: the code in network order, then the reason.
std::string closePayload(std::uint16_t code, std::string_view reason);

/// A client's frame, unmasked.
struct ClientFrame {
    Opcode opcode = Opcode::Text;
    bool final = true;
    std::string payload;
};

/// Cuts a client's bytes into frames. After failure() it stays failed.
class FrameReader {
public:
    explicit FrameReader(std::size_t maximumPayload) : m_maximum(maximumPayload) {}

    void feed(std::string_view bytes) { m_bytes.append(bytes); }
    /// The next whole frame, or nothing: more bytes are needed, or failure() says what is wrong.
    std::optional<ClientFrame> next();
    /// The close code for what the client did wrong: 1002 protocol, 1009 too big. Zero: nothing.
    std::uint16_t failure() const noexcept { return m_failure; }

private:
    std::size_t m_maximum;
    std::string m_bytes;
    std::size_t m_at = 0;
    std::uint16_t m_failure = 0;
};

bool isUtf8(std::string_view text) noexcept;

} // namespace spreadline::server
