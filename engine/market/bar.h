// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/market_data.h"

namespace spreadline {

/// A trade as integers of the instrument's scales: what bars are built from.
struct RawTrade {
    std::int64_t id = 0;
    std::int64_t price = 0;
    std::int64_t quantity = 0;
    std::int64_t amount = 0; ///< price x quantity
    Timestamp time;
    Side aggressor = Side::Buy;
};

/// False when the trade does not fit the scales, its amount not 64 bits, or it is not above zero; refusal() then says which.
bool toRaw(const Trade& trade, BookScale scale, RawTrade& raw) noexcept;
/// Precondition: toRaw() was false. Overflow or BadNumber.
Error refusal(const Trade& trade);

/// A bar while it is built: integers of one BookScale, with the ids that decide which trade was first and last. A bar without
/// trades is flat at the price before it.
struct Bar {
    Timestamp open, next; ///< the bar holds [open, next)
    std::int64_t first = 0, high = 0, low = 0, last = 0;
    std::int64_t volume = 0, takerBuyVolume = 0, amount = 0;
    std::int64_t trades = 0;
    std::int64_t firstId = 0, lastId = 0;

    bool isFlat() const noexcept { return trades == 0; }
    void flatten(std::int64_t price) noexcept { first = high = low = last = price; }

    /// False when a sum would not fit 64 bits: nothing changed.
    bool add(const RawTrade& trade) noexcept;
    /// Takes in a bar of a part of its time. False as above.
    bool absorb(const Bar& part) noexcept;
    Kline toKline(BookScale scale, bool closed) const;
};

} // namespace spreadline
