// SPDX-License-Identifier: GPL-3.0-or-later
#include "event_check.h"

#include <cstdio>
#include <cstdlib>

namespace spreadline::fuzz {
namespace {

void require(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "got past the decoder: %s\n", what);
    std::abort();
}

void checkLevels(const std::vector<BookLevel>& levels)
{
    for (const BookLevel& level : levels)
        require(level.price > 0 && level.quantity >= 0, "a level that cannot be");
}

struct Check {
    const InstrumentTable& instruments;

    void known(InstrumentId id) const { require(instruments.find(id) != nullptr, "an unknown instrument"); }
    void operator()(const Trade& trade) const
    {
        known(trade.instrument);
        check(trade);
    }
    void operator()(const BookDelta& delta) const
    {
        known(delta.instrument);
        require(delta.firstId >= 0 && delta.firstId <= delta.lastId, "update ids that go back");
        checkLevels(delta.bids);
        checkLevels(delta.asks);
    }
    void operator()(const BookTop& top) const
    {
        known(top.instrument);
        require(top.bid.price > 0 && top.bid.quantity > 0 && top.ask.price > 0 && top.ask.quantity > 0, "an empty best price");
    }
    void operator()(const KlineUpdate& update) const
    {
        known(update.instrument);
        require(update.interval.isCalendar(), "a bar without a calendar");
        check(update.kline, update.interval);
    }
    void operator()(const MarkPrice& mark) const
    {
        known(mark.instrument);
        require(mark.mark.isPositive() && !mark.index.isNegative() && mark.time.isKnown(), "a mark price that cannot be");
    }
    void operator()(const Ticker24h& ticker) const
    {
        known(ticker.instrument);
        require(ticker.last.isPositive() && !ticker.volume.isNegative() && !ticker.quoteVolume.isNegative(),
                "a ticker that cannot be");
    }
    void operator()(const Liquidation& liquidation) const
    {
        known(liquidation.instrument);
        require(liquidation.price.isPositive() && liquidation.quantity.isPositive(), "a liquidation of nothing");
    }
    template<typename Other>
    void operator()(const Other&) const
    {
        require(false, "an event no frame carries");
    }
};

} // namespace

void check(const std::vector<MarketEvent>& events, const InstrumentTable& instruments)
{
    for (const MarketEvent& event : events)
        std::visit(Check{instruments}, event);
}

void check(const Kline& kline, Interval interval)
{
    require(kline.low.isPositive() && kline.low <= kline.open && kline.open <= kline.high && kline.low <= kline.close
                && kline.close <= kline.high && !kline.volume.isNegative() && kline.trades >= 0
                && openTime(interval, kline.openTime) == kline.openTime && openTime(interval, kline.closeTime) == kline.openTime,
            "a bar that cannot be");
}

void check(const Trade& trade)
{
    require(trade.price.isPositive() && trade.quantity.isPositive() && trade.id >= 0 && trade.time.isKnown(),
            "a trade that cannot be");
}

void check(const BookSnapshot& book)
{
    checkLevels(book.bids);
    checkLevels(book.asks);
}

void check(const Error& error)
{
    require(error.code == Errc::BadFrame || error.code == Errc::BadSchema || error.code == Errc::BadNumber
                || error.code == Errc::UnknownInstrument || error.code == Errc::FrameTooLarge,
            "an error of another kind");
    require(!error.where.empty(), "an error from nowhere");
}

InstrumentTable sampleTable()
{
    Instrument btc;
    btc.symbol = "BTCUSDT";
    btc.tickSize = Price::fromMantissa(1, 1);
    btc.stepSize = Quantity::fromMantissa(1, 3);
    Instrument eth = btc;
    eth.symbol = "ETHUSDT";
    eth.tickSize = Price::fromMantissa(1, 2);
    return InstrumentTable({btc, eth});
}

} // namespace spreadline::fuzz
