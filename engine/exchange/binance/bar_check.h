// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/market_data.h"

namespace spreadline::binance {

/// What every bar obeys, whoever made it. One that does not is refused: it would poison every study drawn from it.
inline bool isPossible(const Kline& kline)
{
    return kline.low <= kline.open && kline.low <= kline.close && kline.open <= kline.high && kline.close <= kline.high
        && kline.takerBuyVolume <= kline.volume && !kline.quoteVolume.isNegative() && kline.openTime < kline.closeTime;
}

} // namespace spreadline::binance
