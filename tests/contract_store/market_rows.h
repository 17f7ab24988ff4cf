// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/store.h"

#include <string>
#include <vector>

namespace spreadline::test {

inline constexpr std::int64_t minute = 60'000'000'000;
inline constexpr std::int64_t hour = 60 * minute;
inline constexpr std::int64_t day = 24 * hour;
/// 2026-01-01T00:00:00Z
inline constexpr std::int64_t newYear = 1'767'225'600'000'000'000;
inline const Interval oneMinute = Interval::time(Duration(minute));

inline InstrumentKey key(std::string symbol, std::uint32_t id = 7)
{
    return {InstrumentId(id), std::move(symbol)};
}

/// A plausible bar, different for every open time.
inline Kline bar(std::int64_t openNanos, std::int64_t length = minute, std::int64_t salt = 0)
{
    const std::int64_t wave = openNanos / length % 997 + salt;
    Kline kline;
    kline.openTime = Timestamp::fromNanos(openNanos);
    kline.closeTime = Timestamp::fromNanos(openNanos + length - 1'000'000);
    kline.open = Price::fromMantissa(6'000'000 + wave * 10, 2);
    kline.high = Price::fromMantissa(6'000'900 + wave * 11, 2);
    kline.low = Price::fromMantissa(5'999'000 + wave * 9, 2);
    kline.close = Price::fromMantissa(6'000'000 + wave * 10 + 37, 2);
    kline.volume = Quantity::fromMantissa(123'456 + wave * 31, 3);
    kline.takerBuyVolume = Quantity::fromMantissa(61'000 + wave * 13, 3);
    kline.quoteVolume = Money::fromMantissa(7'407'360'000'000 + wave * 1'234'567, 5);
    kline.trades = 1'000 + wave;
    kline.closed = true;
    return kline;
}

inline std::vector<Kline> bars(std::int64_t first, int count, std::int64_t length = minute, std::int64_t salt = 0)
{
    std::vector<Kline> list;
    for (int i = 0; i < count; ++i)
        list.push_back(bar(first + i * length, length, salt));
    return list;
}

inline std::vector<StoreRow> rows(const InstrumentKey& instrument, const std::vector<Kline>& klines,
                                  Interval interval = oneMinute)
{
    std::vector<StoreRow> list;
    for (const Kline& kline : klines)
        list.push_back(KlineRow{instrument, interval, kline});
    return list;
}

inline Trade trade(std::int64_t id, std::int64_t timeNanos, const InstrumentKey& instrument = key("BTCUSDT"))
{
    Trade result;
    result.instrument = instrument.id;
    result.id = id;
    result.price = Price::fromMantissa(6'000'000 + id % 101, 2);
    result.quantity = Quantity::fromMantissa(1 + id % 1'009, 3);
    result.aggressor = id % 3 == 0 ? Side::Sell : Side::Buy;
    result.time = Timestamp::fromNanos(timeNanos);
    return result;
}

inline std::vector<Trade> trades(std::int64_t firstId, int count, std::int64_t firstTime = newYear)
{
    std::vector<Trade> list;
    for (int i = 0; i < count; ++i)
        list.push_back(trade(firstId + i, firstTime + (firstId + i) * 20'000'000LL));
    return list;
}

inline std::vector<StoreRow> rows(const InstrumentKey& instrument, const std::vector<Trade>& list)
{
    std::vector<StoreRow> result;
    for (const Trade& item : list)
        result.push_back(TradeRow{instrument, item});
    return result;
}

inline KlineRequest latest(int limit, Interval interval = oneMinute)
{
    KlineRequest request;
    request.instrument = InstrumentId(7);
    request.interval = interval;
    request.limit = limit;
    return request;
}

inline KlineRequest between(std::int64_t from, std::int64_t to, int limit = 1'000'000)
{
    KlineRequest request = latest(limit);
    request.from = Timestamp::fromNanos(from);
    request.to = Timestamp::fromNanos(to);
    return request;
}

inline Instrument instrument(std::uint32_t id, std::string symbol)
{
    Instrument result;
    result.id = InstrumentId(id);
    result.symbol = std::move(symbol);
    result.baseAsset = "BTC";
    result.quoteAsset = "USDT";
    result.onboarded = Timestamp::fromMillis(1'569'398'400'000);
    result.tickSize = Price::fromMantissa(10, 2);
    result.maxPrice = Price::fromMantissa(4'529'764, 0);
    result.maxQuantity = Quantity::fromMantissa(1'000'000, 3);
    result.minNotional = Money::fromMantissa(50, 0);
    result.bandUp = Price::fromMantissa(10'500, 4);
    result.bandDown = Price::fromMantissa(9'500, 4);
    return result;
}

} // namespace spreadline::test
