// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/timestamp.h"

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>

namespace spreadline::practice {

struct RateLimitConfig {
    int weightPerMinute = 2'400;      ///< of one address
    int fundingPerFiveMinutes = 500;  ///< funding history and funding info together
    int connectsPerFiveMinutes = 300; ///< WebSockets of one address
    int refusalsBeforeBan = 20;       ///< requests after the first 429 of a minute that turn it into a 418
    Duration firstBan = std::chrono::minutes(2);
    Duration longestBan = std::chrono::hours(72);
};

/// Request weight, refusals and bans of each address, by the monotonic clock. Loop thread only.
class RateLimits {
public:
    enum class Verdict : std::uint8_t { Allowed, TooMany, Banned };
    struct Answer {
        Verdict verdict = Verdict::Allowed;
        int usedWeight = 0;    ///< in this minute, this request included
        Duration retryAfter{}; ///< until the minute or the ban ends
    };

    explicit RateLimits(RateLimitConfig config = {}) : m_config(config) {}

    const RateLimitConfig& config() const noexcept { return m_config; }
    /// A request of `weight`; `funding` when it counts against the funding limit too.
    Answer request(std::string_view address, int weight, bool funding, Duration now);
    /// A WebSocket handshake: false when there were too many.
    bool connect(std::string_view address, Duration now);
    /// Weight that another program of the same address used.
    void addExternal(std::string_view address, int weight, Duration now);
    /// Lifts every ban and forgets what was used.
    void clear() { m_clients.clear(); }

private:
    struct Client {
        std::int64_t minute = -1;
        int weight = 0;
        int refusals = 0;
        int bans = 0;
        Duration bannedUntil{};
        std::deque<Duration> funding, connects; ///< of the last five minutes
    };
    Client& client(std::string_view address, Duration now);

    RateLimitConfig m_config;
    std::map<std::string, Client, std::less<>> m_clients;
};

} // namespace spreadline::practice
