// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/bar.h"

#include <algorithm>

namespace spreadline {

bool detail::bringToScale(Price& price, Quantity& quantity, BookScale scale)
{
    const auto p = price.rescaled(scale.price);
    const auto q = quantity.rescaled(scale.quantity);
    if (!p || !q)
        return false;
    price = *p;
    quantity = *q;
    return true;
}

Error refusal(const Trade& trade)
{
    if (!trade.price.isPositive() || !trade.quantity.isPositive())
        return {Errc::BadNumber, "trade", "price and quantity must be above zero"};
    return {Errc::Overflow, "trade", trade.price.toString() + " x " + trade.quantity.toString()};
}

bool Bar::absorb(const Bar& part) noexcept
{
    if (part.isFlat()) {
        if (isFlat())
            flatten(part.last);
        return true;
    }
    if (!detail::fits(volume, part.volume) || !detail::fits(amount, part.amount))
        return false;
    if (isFlat()) {
        first = part.first;
        high = part.high;
        low = part.low;
        last = part.last;
        firstId = part.firstId;
        lastId = part.lastId;
    } else {
        high = std::max(high, part.high);
        low = std::min(low, part.low);
        if (part.lastId > lastId) {
            last = part.last;
            lastId = part.lastId;
        }
        if (part.firstId < firstId) {
            first = part.first;
            firstId = part.firstId;
        }
    }
    trades += part.trades;
    volume += part.volume;
    takerBuyVolume += part.takerBuyVolume;
    amount += part.amount;
    return true;
}

Kline Bar::toKline(BookScale scale, bool closed) const
{
    const auto price = [&](std::int64_t mantissa) { return Price::fromMantissa(mantissa, scale.price); };
    Kline kline;
    kline.openTime = open;
    kline.closeTime = next - std::chrono::milliseconds(1);
    kline.open = price(first);
    kline.high = price(high);
    kline.low = price(low);
    kline.close = price(last);
    kline.volume = Quantity::fromMantissa(volume, scale.quantity);
    kline.takerBuyVolume = Quantity::fromMantissa(takerBuyVolume, scale.quantity);
    kline.quoteVolume = Money::fromMantissa(amount, scale.price + scale.quantity);
    kline.trades = trades;
    kline.closed = closed;
    return kline;
}

} // namespace spreadline
