// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/binance/json_reader.h"

namespace spreadline::binance {

/// What every bar obeys, whoever made it. One that does not is refused: it would poison every study drawn from it.
inline bool isPossible(const Kline& kline)
{
    return kline.low <= kline.open && kline.low <= kline.close && kline.open <= kline.high && kline.close <= kline.high
        && kline.takerBuyVolume <= kline.volume && !kline.quoteVolume.isNegative();
}

/// The same, and that it is a bar of `interval`: it opens where one begins and closes a millisecond before the next. The open time
/// is the bar's name everywhere; one between two bars would be drawn and stored as a bar of its own. `openName` and `closeName` are
/// the venue's names for the times.
inline bool checkBar(JsonReader& reader, const Kline& kline, Interval interval, std::string_view openName,
                     std::string_view closeName)
{
    if (kline.openTime != openTime(interval, kline.openTime))
        return reader.fail(Errc::BadNumber, openName, "no bar begins then");
    if (kline.closeTime != nextOpenTime(interval, kline.openTime) - std::chrono::milliseconds(1))
        return reader.fail(Errc::BadNumber, closeName, "the bar does not end then");
    return isPossible(kline) || reader.fail(Errc::BadNumber, {}, "a bar that cannot be");
}

} // namespace spreadline::binance
