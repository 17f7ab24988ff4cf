// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/bar.h"

#include "domain/wide.h"

#include <algorithm>
#include <limits>

namespace spreadline {
namespace {

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();

bool fits(std::int64_t sum, std::int64_t more) noexcept // both are never negative
{
    return sum <= largest - more;
}

bool bringToScale(Price& price, Quantity& quantity, BookScale scale)
{
    const auto p = price.rescaled(scale.price);
    const auto q = quantity.rescaled(scale.quantity);
    if (!p || !q)
        return false;
    price = *p;
    quantity = *q;
    return true;
}

} // namespace

bool toRaw(const Trade& trade, BookScale scale, RawTrade& raw) noexcept
{
    Price price = trade.price;
    Quantity quantity = trade.quantity;
    const bool isOnScale = price.scale() == scale.price && quantity.scale() == scale.quantity;
    if (!isOnScale && !bringToScale(price, quantity, scale))
        return false;
    if (!price.isPositive() || !quantity.isPositive())
        return false;
    const detail::Wide amount = detail::multiply(static_cast<std::uint64_t>(price.mantissa()), static_cast<std::uint64_t>(quantity.mantissa()));
    raw = {trade.id, price.mantissa(), quantity.mantissa(), static_cast<std::int64_t>(amount.low), trade.time, trade.aggressor};
    return amount.high == 0 && amount.low <= static_cast<std::uint64_t>(largest);
}

Error refusal(const Trade& trade)
{
    if (!trade.price.isPositive() || !trade.quantity.isPositive())
        return {Errc::BadNumber, "trade", "price and quantity must be above zero"};
    return {Errc::Overflow, "trade", trade.price.toString() + " x " + trade.quantity.toString()};
}

bool Bar::add(const RawTrade& trade) noexcept
{
    if (!fits(volume, trade.quantity) || !fits(amount, trade.amount))
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

bool Bar::absorb(const Bar& part) noexcept
{
    if (part.isFlat()) {
        if (isFlat())
            flatten(part.last);
        return true;
    }
    if (!fits(volume, part.volume) || !fits(amount, part.amount))
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
