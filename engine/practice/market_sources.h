// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "practice/market_source.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace spreadline::practice {

/// What the practice exchange shall trade.
struct MarketConfig {
    std::uint64_t seed = 1;
    std::vector<std::string> symbols; ///< empty: the first `symbolCount` of the catalogue
    int symbolCount = 30;
    /// Over all symbols, all active: trades and, up to a hundred a second of each symbol, book changes. 0 is the natural rate.
    double messagesPerSecond = 0;
    std::string replayFile; ///< a capture or a CSV to play instead of the synthetic market
    double speed = 1;       ///< of the exchange's clock; the source itself only needs it for its description
};

/// The synthetic market, or a replay when a file is named. Errors: UnknownInstrument and BadUsage for the symbols,
/// BadUsage for a rate out of range, NotFound and BadFile (with file:line) for the recording.
Result<std::unique_ptr<MarketSource>> openMarket(const MarketConfig& config);

} // namespace spreadline::practice
