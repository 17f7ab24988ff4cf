// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/web_socket.h"

namespace spreadline::server {

void WebSocket::sendText(std::string_view text)
{
    std::string frame;
    appendFrame(frame, Opcode::Text, text);
    sendFrames(frame);
}

void WebSocket::sendBinary(std::string_view bytes)
{
    std::string frame;
    appendFrame(frame, Opcode::Binary, bytes);
    sendFrames(frame);
}

void WebSocket::ping(std::string_view payload)
{
    std::string frame;
    appendFrame(frame, Opcode::Ping, payload.substr(0, 125));
    sendFrames(frame);
}

void WebSocketHandler::onPing(std::string_view) {}
void WebSocketHandler::onPong(std::string_view) {}

} // namespace spreadline::server
