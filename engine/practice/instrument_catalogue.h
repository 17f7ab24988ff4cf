// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/instrument.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace spreadline::practice {

/// What makes one symbol of the synthetic market: its filters as text of the wire, and how it moves. Symbols of one
/// `group` (1..3) are cointegrated: loading x the group's trend + a stationary residual. Group 0 moves by the market
/// and its own walk.
struct CatalogueEntry {
    std::string_view symbol, base;
    std::string_view tick, step;
    std::string_view minNotional;
    double level = 1;         ///< price at the reference moment, about the real one
    double tradeQuote = 500;  ///< mean size of a trade in quote
    int tradesPerMinute = 60; ///< over an average minute
    int group = 0;
    double loading = 1;       ///< on the group's trend, or on the market
    double ownVolatility = 0; ///< a year, of its own walk (group 0) or the deviation of its residual (groups)
    int residualLevel = 10;   ///< memory of the residual: 2^level minutes
    int fundingHours = 8;
    double fundingCap = 0.02; ///< of a rate, both ways
};

/// Thirty symbols, the best known first.
std::span<const CatalogueEntry> catalogue() noexcept;

/// The first moment with history: 2022-01-01.
inline constexpr std::int64_t onboardMillis = 1'640'995'200'000;

/// The entry as an Instrument, with Binance's kind of filters.
Instrument instrumentOf(const CatalogueEntry& entry, InstrumentId id);

/// `symbols`, or the first `count` when it is empty. Errors: UnknownInstrument, BadUsage (count out of 1..30, a symbol
/// twice).
Result<std::vector<CatalogueEntry>> chooseSymbols(const std::vector<std::string>& symbols, int count);

} // namespace spreadline::practice
