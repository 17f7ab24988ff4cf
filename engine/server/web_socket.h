// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ws_frame.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace spreadline::server {

/// One open WebSocket connection, as its handler sees it. Loop thread only. What is sent within one turn of the loop leaves in
/// one write. Sending to a connection that is closing does nothing.
class WebSocket {
public:
    virtual ~WebSocket() = default;

    virtual std::uint64_t id() const noexcept = 0; ///< number of the connection in this server
    virtual const std::string& peer() const noexcept = 0;
    virtual std::size_t backlog() const noexcept = 0; ///< bytes accepted and not yet taken by the system

    /// Bytes made by appendFrame(): encoded once, sent to many. A client whose backlog is over the limit is cut off.
    virtual void sendFrames(std::string_view frames) = 0;
    /// The same without the backlog limit, and without looking at the bytes.
    virtual void sendRaw(std::string_view bytes) = 0;
    /// Sends a close frame, waits a little for the client's, then ends the connection.
    virtual void close(std::uint16_t code, std::string_view reason = {}) = 0;
    /// Ends the connection without a word, by a TCP reset.
    virtual void reset() = 0;
    /// Whether the client's pings are answered; they are unless this says otherwise.
    virtual void setAnswersPings(bool answers) = 0;

    void sendText(std::string_view text);
    void sendBinary(std::string_view bytes);
    void ping(std::string_view payload);
};

/// How a connection ended.
struct WebSocketEnd {
    std::uint16_t code = 1006; ///< of the client's close frame; 1006 when there was none
    bool byUs = false;         ///< we closed first
    bool tooSlow = false;      ///< cut off because its backlog grew over the limit
};

/// What a connection tells its owner. Called on the loop's thread, never from within a call to the WebSocket.
class WebSocketHandler {
public:
    virtual ~WebSocketHandler() = default;

    /// `socket` lives until onClosed() has returned, or the loop has stopped.
    virtual void onOpen(WebSocket& socket) = 0;
    virtual void onText(std::string_view text) = 0;
    virtual void onBinary(std::string_view bytes) = 0;
    virtual void onPing(std::string_view payload);
    virtual void onPong(std::string_view payload);
    virtual void onClosed(const WebSocketEnd& end) = 0;
};

} // namespace spreadline::server
