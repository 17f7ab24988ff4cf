// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace spreadline::server {

using Headers = std::vector<std::pair<std::string, std::string>>;

/// One request, whole. Everything in it comes from outside.
struct HttpRequest {
    std::string method; ///< "GET"
    std::string target; ///< path and query as they came
    std::string path;   ///< up to '?', not decoded
    std::string query;  ///< after '?', not decoded
    Headers headers;
    std::string body;
    std::string peer;             ///< the client's address, without its port
    std::uint64_t connection = 0; ///< number of the connection in this server

    /// Value of the first header of that name in any case, or "".
    std::string_view header(std::string_view name) const noexcept;
};

/// How to answer wrongly on purpose. All off: answer properly.
struct FaultyResponse {
    enum class End : std::uint8_t { KeepAlive, Close, Reset, Hold };

    std::chrono::milliseconds delay{};   ///< before the first byte
    std::optional<std::string> rawBytes; ///< sent instead of a well-formed answer; may be empty
    End end = End::KeepAlive;            ///< afterwards; Hold keeps the socket open and silent until the client goes

    bool operator==(const FaultyResponse&) const = default;
};

struct HttpResponse {
    int status = 200;
    std::string body;
    std::string contentType = "application/json";
    Headers headers; ///< beside Content-Type, Content-Length and Connection
    FaultyResponse fault;
};

/// The standard words for a status: "Not Found".
std::string_view reason(int status) noexcept;

/// The bytes of a proper answer.
std::string serialize(const HttpResponse& response, bool keepAlive, bool withBody = true);

} // namespace spreadline::server
