// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/market_data.h"

namespace spreadline::practice {

/// Numbers the wire has and the market model has not, computed in integers. All round half away from zero.

/// value x numerator / denominator at the value's scale; zero when the denominator is.
std::int64_t scaled(std::int64_t value, std::int64_t numerator, std::int64_t denominator) noexcept;

/// Quote volume of the taker buys: the bar's quote volume in the proportion of its taker buys.
Money takerQuoteVolume(const Kline& kline);

/// change / open in percent, three decimals.
Price percentChange(Price open, Price last);

/// quoteVolume / volume at `scale` decimals; zero when nothing was traded.
Price averagePrice(Money quoteVolume, Quantity volume, int scale);

} // namespace spreadline::practice
