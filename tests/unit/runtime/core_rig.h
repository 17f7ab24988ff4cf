// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recording_ports.h"
#include "runtime/trading_core.h"

#include <memory>
#include <vector>

namespace spreadline::test {

inline constexpr Interval minute = Interval::time(std::chrono::minutes(1));
inline constexpr InstrumentId first{0};

inline std::vector<Instrument> twoInstruments()
{
    std::vector<Instrument> list(2);
    list[0].symbol = "AAAUSDT";
    list[1].id = InstrumentId{1};
    list[1].symbol = "BBBUSDT";
    return list;
}

/// The n-th minute of the rig's time.
inline Timestamp minuteAt(int n)
{
    return Timestamp::fromMillis(1'767'225'600'000 + 60'000LL * n);
}

inline Kline bar(int n, std::int64_t close = 10'000, bool closed = true, std::int64_t trades = 5)
{
    Kline kline;
    kline.openTime = minuteAt(n);
    kline.closeTime = minuteAt(n + 1) - std::chrono::milliseconds(1);
    kline.open = kline.high = kline.low = kline.close = Price::fromMantissa(close, 2);
    kline.volume = Quantity::fromMantissa(trades, 3);
    kline.trades = trades;
    kline.closed = closed;
    return kline;
}

inline std::vector<Kline> bars(int from, int to)
{
    std::vector<Kline> list;
    for (int n = from; n <= to; ++n)
        list.push_back(bar(n));
    return list;
}

inline OpenRange rangeOf(const KlineRequest& request)
{
    return {request.from, request.to};
}

inline Trade tradeAt(std::int64_t id, Timestamp time, std::int64_t price = 10'000)
{
    return {first, id, Price::fromMantissa(price, 2), Quantity::fromMantissa(1'000, 3), Side::Buy, time};
}

/// A core between a recording feed and store, stepped by hand.
struct CoreRig {
    RecordingFeed feed;
    RecordingStore store;
    std::vector<std::unique_ptr<ViewBatch>> batches;
    std::vector<CoreEvent> events; ///< all that were stepped
    TradingCore core{feed, store, [this](std::unique_ptr<ViewBatch> batch) { batches.push_back(std::move(batch)); }};
    Timestamp now = minuteAt(0);

    // Inlined into a long test, gcc 12 takes moved-from alternatives for uninitialised ones.
    [[gnu::noinline]] void step(std::variant<MarketEvent, Command, Timer> what)
    {
        events.push_back({now, std::move(what)});
        core.step(events.back());
    }
    void market(MarketEvent event) { step(std::move(event)); }
    void command(Command command) { step(std::move(command)); }
    void tick() { step(Timer{}); }
    void begin()
    {
        step(Timer{Timer::Kind::Start, 0});
        market(InstrumentsLoaded{{}, Source::Store});
        market(InstrumentsLoaded{twoInstruments(), Source::Venue});
    }
    void trust(StreamKind kind, TrustState state, Interval interval = {})
    {
        market(ChannelTrust{{kind, first, interval}, {state, Errc::ConnectionLost, now, now}});
    }
    /// The feed has measured the venue's clock: this much before (negative) or after ours.
    void venueClock(Duration offset)
    {
        VenueHealth health;
        health.clockOffset = offset;
        health.clockTrusted = true;
        market(health);
    }
    void openChart(Interval interval, int wanted = 1'500)
    {
        ViewInterest interest;
        interest.charts.push_back({ChartId{1}, first, interval, wanted});
        command(SetInterest{interest});
    }
    void watchBook()
    {
        ViewInterest interest;
        interest.books.push_back({first, 10, 1});
        command(SetInterest{interest});
    }
    void watchTape()
    {
        ViewInterest interest;
        interest.tapes.push_back(first);
        command(SetInterest{interest});
    }
    void answerStore(std::vector<Kline> klines)
    {
        const KlineRequest& request = store.klineLoads.back();
        market(
            KlineHistory{request.instrument, request.interval, request.from, request.to, std::move(klines), Source::Store, {}});
    }
    void answerVenue(std::vector<Kline> klines, std::optional<Error> failure = {})
    {
        const KlineRequest& request = feed.klineRequests.back();
        market(KlineHistory{request.instrument, request.interval, request.from, request.to, std::move(klines), Source::Venue,
                            failure});
    }
    ViewBatch& frame()
    {
        command(RequestFrame{static_cast<std::int64_t>(batches.size()) + 1});
        return *batches.back();
    }
    const KlineSeries& series(Interval interval = minute) { return core.market().find(first)->series.at(interval); }
};

} // namespace spreadline::test
