// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/market_data.h"
#include "domain/wide.h"

#include <algorithm>
#include <limits>

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

namespace detail {
bool bringToScale(Price& price, Quantity& quantity, BookScale scale);
/// Whether a sum of two amounts that are never negative fits 64 bits.
constexpr bool fits(std::int64_t sum, std::int64_t more) noexcept
{
    return sum <= std::numeric_limits<std::int64_t>::max() - more;
}
} // namespace detail

/// False when the trade does not fit the scales, its amount not 64 bits, or it is not above zero; refusal() then says which.
/// Here and not in the .cpp, as Bar::add is: both run once a trade and cost more to call than to do.
inline bool toRaw(const Trade& trade, BookScale scale, RawTrade& raw)
{
    Price price = trade.price;
    Quantity quantity = trade.quantity;
    const bool isOnScale = price.scale() == scale.price && quantity.scale() == scale.quantity;
    if (!isOnScale && !detail::bringToScale(price, quantity, scale))
        return false;
    if (!price.isPositive() || !quantity.isPositive())
        return false;
    const detail::Wide amount =
        detail::multiply(static_cast<std::uint64_t>(price.mantissa()), static_cast<std::uint64_t>(quantity.mantissa()));
    raw.id = trade.id;
    raw.price = price.mantissa();
    raw.quantity = quantity.mantissa();
    raw.amount = static_cast<std::int64_t>(amount.low);
    raw.time = trade.time;
    raw.aggressor = trade.aggressor;
    return amount.high == 0 && amount.low <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
}
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

inline bool Bar::add(const RawTrade& trade) noexcept
{
    if (!detail::fits(volume, trade.quantity) || !detail::fits(amount, trade.amount))
        return false;
    if (trades == 0) {
        flatten(trade.price);
        firstId = lastId = trade.id;
    } else {
        high = std::max(high, trade.price);
        low = std::min(low, trade.price);
        if (trade.id > lastId) {
            last = trade.price;
            lastId = trade.id;
        } else if (trade.id < firstId) {
            first = trade.price;
            firstId = trade.id;
        }
    }
    ++trades;
    volume += trade.quantity;
    takerBuyVolume += trade.aggressor == Side::Buy ? trade.quantity : 0;
    amount += trade.amount;
    return true;
}

} // namespace spreadline
