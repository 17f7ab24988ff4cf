// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "practice/market_sources.h"
#include "practice/rate_limits.h"
#include "practice/stream_hub.h"
#include "server/limits.h"

#include <cstdint>
#include <memory>
#include <string>

namespace spreadline::practice {

struct PracticeConfig {
    MarketConfig market;
    std::uint16_t port = 0;        ///< REST and streams; zero: any free one
    std::uint16_t controlPort = 0; ///< faults and the oracle; zero: any free one
    Timestamp origin; ///< what the exchange's clock shows at the start; zero: the recording's start, or the machine's time
    RateLimitConfig limits;
    HubConfig streams;
    std::size_t backlogBytes = 64 << 20; ///< waiting for one stream client; a slower one is cut off
    std::string faultsFile;              ///< JSON list of faults to begin with
    std::chrono::milliseconds tick{10};  ///< how often the market moves on

    PracticeConfig();
};

/// The practice exchange: a market, REST and streams of Binance USD-M on 127.0.0.1, and a control port for faults and the truth.
/// Runs on a thread of its own. start() and stop() from any thread, one at a time.
class PracticeExchange {
public:
    struct Address {
        std::uint16_t port = 0, controlPort = 0;
        std::string rest, webSocket, control; ///< URLs without a trailing slash
        std::string apiKey, apiSecret;        ///< of the account, made from the seed
        std::string description;              ///< of the market, for a person
    };

    explicit PracticeExchange(PracticeConfig config);
    ~PracticeExchange(); ///< stops
    PracticeExchange(const PracticeExchange&) = delete;
    PracticeExchange& operator=(const PracticeExchange&) = delete;

    /// Errors: those of openMarket; Busy (a port is in use); NotFound, BadConfig (the file of faults).
    Result<Address> start();
    void stop();

    /// The exchange's own time. Any thread, while it runs.
    Timestamp now() const;

private:
    struct Impl;
    PracticeConfig m_config;
    std::unique_ptr<Impl> m_impl;
};

} // namespace spreadline::practice
