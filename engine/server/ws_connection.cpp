// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http_server_impl.h"

#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>

#include <array>

namespace spreadline::server {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {

/// One WebSocket after its handshake. Kept alive by its pending operations; forgotten by the server when it ends.
class WebSocketConnection final : public WebSocket, public std::enable_shared_from_this<WebSocketConnection> {
public:
    WebSocketConnection(std::shared_ptr<HttpServer::Impl> server, HttpServer::Impl::Tcp::socket socket, std::uint64_t id,
                        std::string peer, std::unique_ptr<WebSocketHandler> handler)
        : m_server(std::move(server)),
          m_socket(std::move(socket)),
          m_closeTimer(m_server->loop.impl().context),
          m_id(id),
          m_peer(std::move(peer)),
          m_handler(std::move(handler)),
          m_reader(m_server->config.limits.messageBytes)
    {}

    void open(std::string_view early)
    {
        m_server->enders[m_id] = [weak = weak_from_this()] {
            if (const auto self = weak.lock())
                self->end({1006, true, false});
        };
        m_handler->onOpen(*this);
        m_reader.feed(early);
        handleFrames();
        read();
    }

    std::uint64_t id() const noexcept override { return m_id; }
    const std::string& peer() const noexcept override { return m_peer; }
    std::size_t backlog() const noexcept override { return m_waiting.size() + m_leaving.size(); }
    void setAnswersPings(bool answers) override { m_answersPings = answers; }

    void sendFrames(std::string_view frames) override
    {
        if (m_closing || m_ended)
            return;
        if (backlog() + frames.size() > m_server->config.limits.backlogBytes) {
            ++m_server->counters.slowClients;
            endLater({1006, true, true});
            return;
        }
        enqueue(frames);
    }

    void sendRaw(std::string_view bytes) override
    {
        if (!m_closing && !m_ended)
            enqueue(bytes);
    }

    void close(std::uint16_t code, std::string_view reason) override
    {
        if (m_closing || m_ended)
            return;
        std::string frame;
        appendFrame(frame, Opcode::Close, closePayload(code, reason));
        enqueue(frame);
        startClosing();
    }

    void reset() override
    {
        if (!m_ended)
            endLater({1006, true, false});
    }

private:
    void enqueue(std::string_view bytes)
    {
        m_waiting.append(bytes);
        if (m_writing || m_flushPosted)
            return;
        m_flushPosted = true; // one write for all that is sent in this turn of the loop
        asio::post(m_socket.get_executor(), [self = shared_from_this()] {
            self->m_flushPosted = false;
            self->flush();
        });
    }

    void flush()
    {
        if (m_writing || m_ended || m_waiting.empty())
            return;
        m_writing = true;
        m_leaving.swap(m_waiting);
        asio::async_write(m_socket, asio::buffer(m_leaving), [self = shared_from_this()](const error_code& error, std::size_t) {
            self->m_writing = false;
            self->m_leaving.clear();
            if (error)
                self->end(self->m_result); // the client may have said its code before
            else if (self->m_closeAfterWrite && self->m_waiting.empty())
                self->end(self->m_result);
            else
                self->flush();
        });
    }

    void startClosing()
    {
        m_closing = true;
        m_result = {1006, true, false};
        m_closeTimer.expires_after(std::chrono::seconds(2));
        m_closeTimer.async_wait([self = shared_from_this()](const error_code& error) {
            if (!error)
                self->end(self->m_result);
        });
    }

    void read()
    {
        if (m_ended)
            return;
        m_socket.async_read_some(asio::buffer(m_input), [self = shared_from_this()](const error_code& error, std::size_t size) {
            if (error) {
                self->end(self->m_result); // the client may have said its code before
                return;
            }
            if (!self->m_reader.failure()) { // after a breach of the protocol nothing is kept
                self->m_reader.feed({self->m_input.data(), size});
                self->handleFrames();
            }
            self->read();
        });
    }

    void handleFrames()
    {
        while (!m_ended) {
            const auto frame = m_reader.next();
            if (!frame)
                break;
            handle(*frame);
        }
        if (m_reader.failure() && !m_closing)
            close(m_reader.failure(), "protocol");
    }

    void handle(const ClientFrame& frame)
    {
        switch (frame.opcode) {
        case Opcode::Ping:
            if (m_answersPings) {
                std::string pong;
                appendFrame(pong, Opcode::Pong, frame.payload);
                sendFrames(pong);
            }
            m_handler->onPing(frame.payload);
            break;
        case Opcode::Pong: m_handler->onPong(frame.payload); break;
        case Opcode::Close: handleClose(frame.payload); break;
        default: handleData(frame); break;
        }
    }

    void handleData(const ClientFrame& frame)
    {
        const bool continues = frame.opcode == Opcode::Continuation;
        if (continues == !m_inMessage) {
            close(1002, "unexpected fragment");
            return;
        }
        if (!continues)
            m_messageOpcode = frame.opcode;
        m_inMessage = !frame.final;
        if (m_message.size() + frame.payload.size() > m_server->config.limits.messageBytes) {
            close(1009, "message too big");
            return;
        }
        m_message.append(frame.payload);
        if (frame.final)
            deliver(std::exchange(m_message, {}));
    }

    void deliver(const std::string& message)
    {
        if (m_closing)
            return;
        if (m_messageOpcode == Opcode::Binary)
            m_handler->onBinary(message);
        else if (isUtf8(message))
            m_handler->onText(message);
        else
            close(1007, "not UTF-8");
    }

    void handleClose(std::string_view payload)
    {
        const bool hasCode = payload.size() >= 2;
        const auto code = static_cast<std::uint16_t>(
            hasCode ? (static_cast<unsigned char>(payload[0]) << 8) | static_cast<unsigned char>(payload[1]) : 1005);
        const bool byUs = m_closing;
        if (!byUs) {
            std::string frame;
            appendFrame(frame, Opcode::Close, hasCode ? payload.substr(0, 2) : std::string_view());
            enqueue(frame);
            startClosing();
        }
        m_result = {code, byUs, false};
        if (m_waiting.empty() && !m_writing)
            endLater(m_result);
        else
            m_closeAfterWrite = true;
    }

    /// From within a call of the handler: the end comes in a turn of its own.
    void endLater(WebSocketEnd result)
    {
        m_closing = true;
        m_result = result;
        asio::post(m_socket.get_executor(), [self = shared_from_this(), result] {
            if (result.byUs && result.code == 1006)
                armReset(self->m_socket);
            self->end(result);
        });
    }

    void end(WebSocketEnd result)
    {
        if (std::exchange(m_ended, true))
            return;
        error_code ignored; // it is gone either way
        m_socket.close(ignored);
        m_closeTimer.cancel();
        m_server->enders.erase(m_id);
        m_handler->onClosed(result);
        m_handler.reset();
    }

    std::shared_ptr<HttpServer::Impl> m_server;
    HttpServer::Impl::Tcp::socket m_socket;
    asio::steady_timer m_closeTimer;
    std::uint64_t m_id;
    std::string m_peer;
    std::unique_ptr<WebSocketHandler> m_handler;

    FrameReader m_reader;
    std::array<char, 16'384> m_input{};
    std::string m_message;
    Opcode m_messageOpcode = Opcode::Text;
    bool m_inMessage = false;
    bool m_answersPings = true;

    std::string m_waiting, m_leaving;
    bool m_flushPosted = false, m_writing = false;
    bool m_closing = false, m_closeAfterWrite = false, m_ended = false;
    WebSocketEnd m_result;
};

} // namespace

void serveWebSocket(std::shared_ptr<HttpServer::Impl> server, HttpServer::Impl::Tcp::socket socket, std::uint64_t id,
                    std::string peer, std::unique_ptr<WebSocketHandler> handler, std::string early)
{
    ++server->counters.upgrades;
    std::make_shared<WebSocketConnection>(std::move(server), std::move(socket), id, std::move(peer), std::move(handler))
        ->open(early);
}

} // namespace spreadline::server
