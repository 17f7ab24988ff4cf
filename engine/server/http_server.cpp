// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http_server.h"

#include "server/http_server_impl.h"

#include <boost/asio/write.hpp>

#include <algorithm>

namespace spreadline::server {

namespace asio = boost::asio;
using boost::system::error_code;

Upgrade HttpHandler::onUpgrade(const HttpRequest&)
{
    HttpResponse response;
    response.status = 404;
    return response;
}

HttpServer::HttpServer(IoLoop& loop, HttpHandler& handler, ServerConfig config)
    : m_impl(std::make_shared<Impl>(loop, handler, std::move(config)))
{}

HttpServer::~HttpServer()
{
    close();
}

Result<std::uint16_t> HttpServer::listen()
{
    const std::string where = m_impl->config.address + ":" + std::to_string(m_impl->config.port);
    error_code error;
    const auto address = asio::ip::make_address(m_impl->config.address, error);
    if (error)
        return Error{Errc::BadConfig, where, "not an IP address"};
    const Impl::Tcp::endpoint endpoint(address, m_impl->config.port);
    auto& acceptor = m_impl->acceptor;
    acceptor.open(endpoint.protocol(), error);
    if (!error)
        acceptor.set_option(Impl::Tcp::acceptor::reuse_address(true), error);
    if (!error)
        acceptor.bind(endpoint, error);
    if (!error)
        acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error)
        return Error{error == asio::error::address_in_use ? Errc::Busy : Errc::Unreachable, where, error.message()};
    m_impl->accept();
    return acceptor.local_endpoint().port();
}

void HttpServer::close()
{
    m_impl->closed = true;
    error_code ignored; // a socket that does not close cleanly is closed all the same
    m_impl->acceptor.close(ignored);
    const auto enders = std::exchange(m_impl->enders, {});
    for (const auto& [id, end] : enders)
        end();
}

ServerCounters HttpServer::counters() const
{
    ServerCounters counters = m_impl->counters;
    counters.open = static_cast<int>(m_impl->enders.size());
    return counters;
}

void HttpServer::Impl::accept()
{
    acceptor.async_accept([self = shared_from_this()](const error_code& error, Tcp::socket socket) {
        if (self->closed || error == asio::error::operation_aborted)
            return;
        if (!error)
            self->welcome(std::move(socket));
        self->accept();
    });
}

void HttpServer::Impl::welcome(Tcp::socket socket)
{
    error_code ignored; // without the option the connection still works
    socket.set_option(Tcp::no_delay(true), ignored);
    if (static_cast<int>(enders.size()) >= config.limits.connections) {
        ++counters.refused;
        HttpResponse full;
        full.status = 503;
        const std::string answer = serialize(full, false);
        socket.non_blocking(true, ignored);
        socket.write_some(asio::buffer(answer), ignored);
        return;
    }
    ++counters.accepted;
    serveConnection(shared_from_this(), std::move(socket), ++lastConnection);
}

bool HttpServer::Impl::isAllowedHost(std::string_view host) const
{
    if (config.allowedHosts.empty())
        return true;
    const bool bracketed = host.starts_with('[');
    const std::size_t colon = bracketed ? host.find("]:") : host.rfind(':');
    if (colon != std::string_view::npos)
        host = host.substr(0, colon + (bracketed ? 1 : 0));
    return std::ranges::find(config.allowedHosts, host) != config.allowedHosts.end();
}

void armReset(HttpServer::Impl::Tcp::socket& socket)
{
    error_code ignored; // then it is closed in the ordinary way
    socket.set_option(asio::socket_base::linger(true, 0), ignored);
}

} // namespace spreadline::server
