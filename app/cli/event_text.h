// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/market_event.h"

#include <span>
#include <string>
#include <string_view>

namespace spreadline::cli {

/// Appends the event as one line of JSON, newline included. Prices and quantities are texts without superfluous zeros, exact as
/// they came; times are milliseconds. Events that no frame carries (history, trust, health) append nothing.
void appendEvent(std::string& out, const MarketEvent& event, std::string_view symbol);

/// {"type":"top","symbol","update_id","bids":[[p,q]..],"asks":[..]}: the best `count` levels of each side, best first. The sides
/// are given worst first, as OrderBook keeps them.
void appendTop(std::string& out, std::string_view symbol, std::int64_t updateId, BookScale scale, std::span<const BookLevel> bids,
               std::span<const BookLevel> asks, std::size_t count);

/// A JSON string with its quotes.
std::string jsonText(std::string_view text);

} // namespace spreadline::cli
