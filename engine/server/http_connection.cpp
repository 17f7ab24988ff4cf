// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http_server_impl.h"

#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <array>
#include <optional>

namespace spreadline::server {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using boost::system::error_code;
using Steady = std::chrono::steady_clock;

namespace {

std::string text(boost::string_view view)
{
    return {view.data(), view.size()};
}

/// One HTTP connection: a request, its answer, the next request. Kept alive by its pending operations.
class HttpConnection final : public std::enable_shared_from_this<HttpConnection> {
public:
    HttpConnection(std::shared_ptr<HttpServer::Impl> server, HttpServer::Impl::Tcp::socket socket, std::uint64_t id)
        : m_server(std::move(server)),
          m_socket(std::move(socket)),
          m_deadline(m_server->loop.impl().context),
          m_id(id),
          m_buffer(m_server->config.limits.headerBytes + 65'536)
    {
        error_code error;
        const auto endpoint = m_socket.remote_endpoint(error);
        m_peer = error ? std::string("unknown") : endpoint.address().to_string();
    }

    void open()
    {
        m_server->enders[m_id] = [weak = weak_from_this()] {
            if (const auto self = weak.lock())
                self->end();
        };
        awaitRequest();
    }

private:
    const Limits& limits() const { return m_server->config.limits; }

    void awaitRequest()
    {
        if (m_buffer.size() > 0) {
            readHeader();
            return;
        }
        setDeadline(limits().idle, [](HttpConnection& self) { self.end(); });
        m_socket.async_wait(asio::socket_base::wait_read, [self = shared_from_this()](const error_code& error) {
            if (error)
                self->end();
            else
                self->readHeader();
        });
    }

    void readHeader()
    {
        m_parser.emplace();
        m_parser->header_limit(static_cast<std::uint32_t>(limits().headerBytes));
        m_parser->body_limit(limits().bodyBytes);
        setDeadline(limits().headerDeadline, [](HttpConnection& self) { self.refuse(408, true); });
        http::async_read_header(m_socket, m_buffer, *m_parser, [self = shared_from_this()](const error_code& error, std::size_t) {
            if (error)
                self->failed(error);
            else
                self->readBody();
        });
    }

    void readBody()
    {
        const auto& message = m_parser->get();
        if (m_parser->is_done()) {
            m_deadline.cancel();
            answer();
            return;
        }
        if (message[http::field::expect] == "100-continue") {
            static constexpr std::string_view go = "HTTP/1.1 100 Continue\r\n\r\n";
            error_code ignored; // the read after it notices a dead peer
            m_socket.write_some(asio::buffer(go), ignored);
        }
        setDeadline(limits().bodyDeadline, [](HttpConnection& self) { self.refuse(408, true); });
        http::async_read(m_socket, m_buffer, *m_parser, [self = shared_from_this()](const error_code& error, std::size_t) {
            self->m_deadline.cancel();
            if (error)
                self->failed(error);
            else
                self->answer();
        });
    }

    void failed(const error_code& error)
    {
        if (m_ended || m_refused)
            return;
        if (error == http::error::header_limit || error == http::error::buffer_overflow)
            refuse(431, false);
        else if (error == http::error::body_limit)
            refuse(413, false);
        else if (error.category() == make_error_code(http::error::bad_target).category() && error != http::error::end_of_stream
                 && error != http::error::partial_message)
            refuse(400, false);
        else
            end();
    }

    /// Answers without asking the handler, and closes.
    void refuse(int status, bool cancelRead)
    {
        if (std::exchange(m_refused, true))
            return;
        ++m_server->counters.badRequests;
        if (cancelRead) {
            error_code ignored; // nothing was being read then
            m_socket.cancel(ignored);
        }
        HttpResponse response;
        response.status = status;
        if (status == 429)
            response.headers.emplace_back("Retry-After", "1");
        write(serialize(response, false), FaultyResponse::End::Close);
    }

    HttpRequest takeRequest()
    {
        auto message = m_parser->release();
        HttpRequest request;
        request.method = text(message.method_string());
        request.target = text(message.target());
        const std::size_t mark = std::min(request.target.find('?'), request.target.size());
        request.path = request.target.substr(0, mark);
        request.query = mark < request.target.size() ? request.target.substr(mark + 1) : std::string();
        for (const auto& field : message)
            request.headers.emplace_back(text(field.name_string()), text(field.value()));
        m_keepAlive = message.keep_alive();
        m_headOnly = message.method() == http::verb::head;
        request.body = std::move(message.body());
        request.peer = m_peer;
        request.connection = m_id;
        return request;
    }

    void answer()
    {
        const bool isUpgrade = beast::websocket::is_upgrade(m_parser->get());
        std::optional<http::request<http::empty_body>> handshake;
        if (isUpgrade)
            handshake.emplace(http::request_header<>(m_parser->get().base()));
        HttpRequest request = takeRequest();
        if (isTooOften())
            refuse(429, false);
        else if (!m_server->isAllowedHost(request.header("Host")))
            refuse(421, false);
        else if (isUpgrade)
            upgrade(request, std::move(*handshake));
        else
            answerWhenReady(std::move(request));
    }

    void answerWhenReady(HttpRequest request)
    {
        if (m_ended)
            return;
        if (isReady(request)) {
            answer(ask(request));
            return;
        }
        asio::post(m_server->loop.impl().context, [self = shared_from_this(), request = std::move(request)]() mutable {
            self->answerWhenReady(std::move(request));
        });
    }

    bool isReady(const HttpRequest& request)
    {
        try {
            return m_server->handler.prepare(request);
        } catch (const std::exception&) {
            return true; // answering meets the same trouble and says so
        }
    }

    bool isTooOften()
    {
        ++m_server->counters.requests;
        const auto now = Steady::now();
        if (now - m_secondBegan >= std::chrono::seconds(1)) {
            m_secondBegan = now;
            m_inSecond = 0;
        }
        return ++m_inSecond > limits().requestsPerSecond && limits().requestsPerSecond > 0;
    }

    HttpResponse ask(const HttpRequest& request)
    {
        try {
            return m_server->handler.onRequest(request);
        } catch (const std::exception& exception) {
            HttpResponse failure;
            failure.status = 500;
            failure.contentType = "text/plain";
            failure.body = exception.what();
            return failure;
        }
    }

    void answer(const HttpResponse& response)
    {
        const FaultyResponse& fault = response.fault;
        const bool keep = m_keepAlive && fault.end == FaultyResponse::End::KeepAlive;
        std::string bytes = fault.rawBytes ? *fault.rawBytes : serialize(response, keep, !m_headOnly);
        const auto end = fault.end == FaultyResponse::End::KeepAlive && !keep ? FaultyResponse::End::Close : fault.end;
        if (fault.delay.count() == 0) {
            write(std::move(bytes), end);
            return;
        }
        m_deadline.expires_after(fault.delay);
        m_deadline.async_wait([self = shared_from_this(), bytes = std::move(bytes), end](const error_code& error) mutable {
            if (!error && !self->m_ended)
                self->write(std::move(bytes), end);
        });
    }

    void write(std::string bytes, FaultyResponse::End end)
    {
        m_out = std::move(bytes);
        setDeadline(limits().idle, [](HttpConnection& self) { self.end(); }); // a client that does not read goes
        asio::async_write(m_socket, asio::buffer(m_out), [self = shared_from_this(), end](const error_code& error, std::size_t) {
            if (error)
                self->end();
            else
                self->afterAnswer(end);
        });
    }

    void afterAnswer(FaultyResponse::End end)
    {
        switch (end) {
        case FaultyResponse::End::KeepAlive: awaitRequest(); break;
        case FaultyResponse::End::Close: linger(); break;
        case FaultyResponse::End::Reset:
            armReset(m_socket);
            this->end();
            break;
        case FaultyResponse::End::Hold: drain(std::chrono::hours(24)); break;
        }
    }

    /// Closes our half and reads what the client still sends: closing at once would reset the connection and could take the
    /// answer away before the client has read it.
    void linger()
    {
        error_code ignored; // the peer is gone then
        m_socket.shutdown(asio::socket_base::shutdown_send, ignored);
        drain(std::chrono::seconds(2));
    }

    void drain(std::chrono::milliseconds patience)
    {
        setDeadline(patience, [](HttpConnection& self) { self.end(); });
        drainOn();
    }

    void drainOn()
    {
        m_socket.async_read_some(asio::buffer(m_waste), [self = shared_from_this()](const error_code& error, std::size_t) {
            if (error)
                self->end();
            else
                self->drainOn();
        });
    }

    void upgrade(const HttpRequest& request, http::request<http::empty_body> handshake)
    {
        Upgrade result = m_server->handler.onUpgrade(request);
        if (auto* const response = std::get_if<HttpResponse>(&result)) {
            answer(*response);
            return;
        }
        // The stream is only for the handshake: it checks the request and computes the answer. The frames are ours.
        using Handshake = beast::websocket::stream<HttpServer::Impl::Tcp::socket&>;
        const auto stream = std::make_shared<Handshake>(m_socket);
        const auto keptRequest = std::make_shared<http::request<http::empty_body>>(std::move(handshake));
        auto handler = std::get<std::unique_ptr<WebSocketHandler>>(std::move(result));
        const auto keptHandler = std::make_shared<std::unique_ptr<WebSocketHandler>>(std::move(handler));
        setDeadline(limits().headerDeadline, [](HttpConnection& self) { self.end(); });
        stream->async_accept(*keptRequest,
                             [self = shared_from_this(), stream, keptRequest, keptHandler](const error_code& error) {
                                 self->m_deadline.cancel();
                                 if (error)
                                     self->end();
                                 else if (!self->m_ended)
                                     self->becomeWebSocket(std::move(*keptHandler));
                             });
    }

    void becomeWebSocket(std::unique_ptr<WebSocketHandler> handler)
    {
        m_ended = true;
        const auto data = m_buffer.data();
        std::string early(static_cast<const char*>(data.data()), data.size());
        serveWebSocket(m_server, std::move(m_socket), m_id, m_peer, std::move(handler), std::move(early));
    }

    template<typename Call>
    void setDeadline(std::chrono::milliseconds wait, Call call)
    {
        m_deadline.expires_after(wait);
        m_deadline.async_wait([weak = weak_from_this(), call](const error_code& error) {
            const auto self = weak.lock();
            if (!error && self && !self->m_ended)
                call(*self);
        });
    }

    void end()
    {
        if (std::exchange(m_ended, true))
            return;
        m_deadline.cancel();
        error_code ignored; // it is gone either way
        m_socket.close(ignored);
        m_server->enders.erase(m_id);
    }

    std::shared_ptr<HttpServer::Impl> m_server;
    HttpServer::Impl::Tcp::socket m_socket;
    asio::steady_timer m_deadline;
    std::uint64_t m_id;
    std::string m_peer;
    beast::flat_buffer m_buffer;
    std::optional<http::request_parser<http::string_body>> m_parser;
    std::string m_out;
    std::array<char, 1'024> m_waste{};
    Steady::time_point m_secondBegan{};
    int m_inSecond = 0;
    bool m_keepAlive = true, m_headOnly = false, m_refused = false, m_ended = false;
};

} // namespace

void serveConnection(std::shared_ptr<HttpServer::Impl> server, HttpServer::Impl::Tcp::socket socket, std::uint64_t id)
{
    std::make_shared<HttpConnection>(std::move(server), std::move(socket), id)->open();
}

} // namespace spreadline::server
