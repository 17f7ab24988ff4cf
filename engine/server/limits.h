// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>

namespace spreadline::server {

/// What a client may take from us. Zero means "no limit" only where it is said.
struct Limits {
    std::size_t bodyBytes = 64 * 1024;               ///< of one request; more is answered 413
    std::size_t headerBytes = 8 * 1024;              ///< of one request; more is answered 431
    int connections = 32;                            ///< open at once, WebSockets included; more are answered 503
    std::chrono::milliseconds headerDeadline{5'000}; ///< first byte of a request to its last header byte; then 408
    std::chrono::milliseconds bodyDeadline{10'000};  ///< for the body; then 408
    std::chrono::milliseconds idle{30'000};          ///< between requests of a kept connection; then it is closed
    std::size_t messageBytes = 64 * 1024;       ///< of one incoming WebSocket message, fragments together; more closes with 1009
    std::size_t backlogBytes = 8 * 1024 * 1024; ///< bytes waiting for one WebSocket client; a slower one is cut off
    int requestsPerSecond = 50;                 ///< of one connection; more are answered 429. Zero: no limit
};

} // namespace spreadline::server
