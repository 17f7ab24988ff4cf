// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "server/http_message.h"
#include "server/limits.h"
#include "server/web_socket.h"

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace spreadline::server {

class IoLoop;

/// Either the handler of the new connection or the answer that refuses it.
using Upgrade = std::variant<std::unique_ptr<WebSocketHandler>, HttpResponse>;

/// What a server answers. Called on the loop's thread; an exception becomes a 500.
class HttpHandler {
public:
    virtual ~HttpHandler() = default;
    virtual HttpResponse onRequest(const HttpRequest& request) = 0;
    /// Asked before onRequest(): does ahead a slice of the work that answering will take. False: there is more, and it is asked again
    /// once everything else on the loop has had its turn.
    virtual bool prepare(const HttpRequest&) { return true; }
    /// A request to become a WebSocket. The default refuses with 404.
    virtual Upgrade onUpgrade(const HttpRequest& request);
};

struct ServerConfig {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0; ///< zero: any free one
    Limits limits;
    /// Host names (without port) a request may be addressed to; empty: any. Guards a local server against DNS rebinding.
    std::vector<std::string> allowedHosts;
};

struct ServerCounters {
    std::int64_t accepted = 0, refused = 0; ///< connections; refused: over the limit
    std::int64_t requests = 0, upgrades = 0;
    std::int64_t badRequests = 0; ///< answered 400, 408, 413, 421, 429 (ours) or 431
    std::int64_t slowClients = 0; ///< WebSockets cut off for their backlog
    int open = 0;                 ///< connections now
};

/// A listener and its connections, on the thread of an IoLoop it shares with others.
class HttpServer {
public:
    /// `loop` and `handler` outlive the server. Destroy it on the loop's thread or when the loop has stopped.
    HttpServer(IoLoop& loop, HttpHandler& handler, ServerConfig config);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    /// Binds and listens; returns the port. Before the loop starts, or on its thread. Errors: BadConfig (the address is none),
    /// Busy (the port is in use), Unreachable (the system's words are in the detail).
    Result<std::uint16_t> listen();
    /// Stops listening and ends every connection. Loop thread, or a stopped loop.
    void close();

    ServerCounters counters() const;

    struct Impl; ///< for this module's own files

private:
    std::shared_ptr<Impl> m_impl; // connections keep it alive
};

} // namespace spreadline::server
