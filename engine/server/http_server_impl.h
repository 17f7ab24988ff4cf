// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http_server.h"
#include "server/io_loop_impl.h"

#include <boost/asio/ip/tcp.hpp>

#include <functional>
#include <map>

namespace spreadline::server {

/// Shared by the server and its connections. Loop thread.
struct HttpServer::Impl : std::enable_shared_from_this<HttpServer::Impl> {
    using Tcp = boost::asio::ip::tcp;

    Impl(IoLoop& ioLoop, HttpHandler& httpHandler, ServerConfig serverConfig)
        : loop(ioLoop), handler(httpHandler), config(std::move(serverConfig)), acceptor(loop.impl().context)
    {}

    void accept();
    void welcome(Tcp::socket socket);
    bool isAllowedHost(std::string_view host) const;

    IoLoop& loop;
    HttpHandler& handler;
    ServerConfig config;
    Tcp::acceptor acceptor;
    ServerCounters counters;
    std::uint64_t lastConnection = 0;
    bool closed = false;
    std::map<std::uint64_t, std::function<void()>> enders; ///< how to end each open connection
};

/// Reads requests from `socket` and answers them until it ends or becomes a WebSocket. Declared here, written in
/// http_connection.cpp, the one file that includes Beast.
void serveConnection(std::shared_ptr<HttpServer::Impl> server, HttpServer::Impl::Tcp::socket socket, std::uint64_t id);
/// Runs a WebSocket whose handshake is done; `early` are bytes that came with it. Written in ws_connection.cpp.
void serveWebSocket(std::shared_ptr<HttpServer::Impl> server, HttpServer::Impl::Tcp::socket socket, std::uint64_t id,
                    std::string peer, std::unique_ptr<WebSocketHandler> handler, std::string early);
/// Makes closing the socket a TCP reset.
void armReset(HttpServer::Impl::Tcp::socket& socket);

} // namespace spreadline::server
