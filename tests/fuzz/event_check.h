// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/market_event.h"
#include "exchange/instrument_table.h"

#include <vector>

namespace spreadline::fuzz {

/// What must hold for everything that gets past a decoder, whatever went in. Aborts with a word when it does not.
void check(const std::vector<MarketEvent>& events, const InstrumentTable& instruments);
void check(const Kline& kline, Interval interval);
void check(const Trade& trade);
void check(const BookSnapshot& book);
/// Errors name themselves and where they were.
void check(const Error& error);

/// Two instruments, BTCUSDT and ETHUSDT, as in the samples.
InstrumentTable sampleTable();

} // namespace spreadline::fuzz
