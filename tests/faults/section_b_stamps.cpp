// SPDX-License-Identifier: GPL-3.0-or-later
#include "section_b.h"
#include "witness.h"

#include <algorithm>

namespace spreadline::faults {

using namespace std::chrono_literals;

namespace {

constexpr Interval minute = Interval::time(1min);
constexpr std::int64_t absurdId = 9'000'000'000'000'000;

bool hasHole(const std::vector<std::int64_t>& ids)
{
    return std::ranges::adjacent_find(ids, [](std::int64_t one, std::int64_t next) { return next != one + 1; }) != ids.end();
}

/// The venue counts its trades from 1 again: within seconds the tape goes on with the new ids, and they are what is stored.
FaultCase idsBeginAnew()
{
    FaultCase row{.id = QStringLiteral("B12"),
                  .title = QStringLiteral("trade ids begin at 1 again"),
                  .faults = R"({"verb":"trade.restart","match":"BTCUSDT","n":1})",
                  .act =
                      [](FaultRig& rig) {
                          rig.tap().expectRestart();
                          return QString();
                      },
                  .verb = QStringLiteral("trade.restart")};
    row.during = [](FaultRig& rig) {
        const auto goesOn = [&] {
            const auto tape = rig.screen().tape(rig.bitcoin);
            return tape.size() > 5 && tape.back() < 1'000'000;
        };
        return rig.waitFor(goesOn, 10s) ? QString() : QStringLiteral("the tape does not show the new ids");
    };
    row.convergesWithin = isLong() ? 90s : 0s; // what came in between nobody knows: Partial for a minute
    row.after = [](FaultRig& rig) {
        const auto isOld = [](std::int64_t id) { return id > 1'000'000; };
        if (std::ranges::any_of(rig.screen().tape(rig.bitcoin), isOld))
            return QStringLiteral("old ids are shown among the new");
        const auto stored = rig.storedTrades(rig.bitcoin);
        return std::ranges::any_of(stored, [&](const Trade& trade) { return !isOld(trade.id); })
            ? QString()
            : QStringLiteral("no trade of the new count is stored");
    };
    return row;
}

/// A single trade with an id far beyond all others: neither shown nor kept, and the tape goes on.
FaultCase oneAbsurdId()
{
    return {.id = QStringLiteral("B12"),
            .title = QStringLiteral("one trade has an absurd id"),
            .faults = R"({"verb":"trade.id","match":"btcusdt@aggTrade","n":1})",
            .verb = QStringLiteral("trade.id"),
            .during =
                [](FaultRig& rig) {
                    const auto newest = rig.tap().tradeIds(rig.bitcoin).back();
                    const bool goesOn = rig.waitFor([&] { return rig.tap().tradeIds(rig.bitcoin).back() > newest + 5; }, 10s);
                    return goesOn ? QString() : QStringLiteral("the tape stands still");
                },
            .after =
                [](FaultRig& rig) {
                    const auto isAbsurd = [](std::int64_t id) { return id >= absurdId; };
                    if (std::ranges::any_of(rig.tap().tradeIds(rig.bitcoin), isAbsurd))
                        return QStringLiteral("the feed put it out");
                    if (std::ranges::any_of(rig.screen().tape(rig.bitcoin), isAbsurd))
                        return QStringLiteral("it is shown");
                    const auto stored = rig.storedTrades(rig.bitcoin);
                    if (stored.empty() || std::ranges::any_of(stored, isAbsurd, &Trade::id))
                        return stored.empty() ? QStringLiteral("no trade is stored") : QStringLiteral("it is stored");
                    return QString();
                }};
}

/// Whatever event of these kinds the feed put out, none is of the day after.
template<typename Event>
bool anyAhead(const Witness<Event>& witness, Timestamp limit, Timestamp Event::*stamp)
{
    return std::ranges::any_of(witness.seen(), [&](const Event& event) { return event.*stamp > limit; });
}

FaultCase stampsAhead()
{
    const Witness<Trade> trades;
    const Witness<MarkPrice> marks;
    FaultCase row{.id = QStringLiteral("B06"),
                  .title = QStringLiteral("trades, bars and marks stamped a day ahead"),
                  .faults = R"([{"verb":"md.future","match":"btcusdt@aggTrade","n":3,"ms":86400000},
                                {"verb":"md.future","match":"btcusdt@kline_1m","n":3,"ms":86400000},
                                {"verb":"md.future","match":"!markPrice","n":2,"ms":86400000}])",
                  .verb = QStringLiteral("md.future"),
                  .atLeast = 8};
    row.rig.mutant = [eyes = trades.eyes(), others = marks.eyes()](MarketEvent& event) { return eyes(event) && others(event); };
    row.during = [](FaultRig& rig) {
        return rig.waitFor([&] { return rig.screen().status().health.rejected >= 8; }, 5s)
            ? QString()
            : QStringLiteral("only %1 were refused").arg(rig.screen().status().health.rejected);
    };
    row.after = [trades, marks](FaultRig& rig) {
        const Timestamp limit = SystemClock().now() + 1h;
        const auto& bars = rig.screen().chart(FaultRig::chart).bars;
        if (anyAhead(trades, limit, &Trade::time) || anyAhead(marks, limit, &MarkPrice::time))
            return QStringLiteral("the feed put one out");
        return bars.rbegin()->first < limit ? QString() : QStringLiteral("the chart has a bar of the day after");
    };
    return row;
}

Kline barAt(Timestamp open, int price)
{
    Kline bar;
    bar.openTime = open;
    bar.closeTime = nextOpenTime(minute, open) - 1ms;
    bar.open = bar.high = bar.low = bar.close = Price::fromMantissa(price, 0);
    bar.volume = Quantity::fromMantissa(1, 0);
    bar.trades = 1;
    bar.closed = true;
    return bar;
}

std::vector<StoreRow> barsAt(Timestamp from, int count, int price)
{
    const InstrumentKey bitcoin{InstrumentId{0}, "BTCUSDT"};
    std::vector<StoreRow> rows;
    for (Timestamp open = openTime(minute, from); count > 0; --count, open = nextOpenTime(minute, open))
        rows.push_back(KlineRow{bitcoin, minute, barAt(open, price)});
    return rows;
}

bool showsPrice(FaultRig& rig, int price)
{
    const auto& bars = rig.screen().chart(FaultRig::chart).bars;
    return std::ranges::any_of(bars, [&](const auto& bar) { return bar.second.close == Price::fromMantissa(price, 0); });
}

/// A clock was wrong when the profile was last used: its newest rows are of next week.
FaultCase storedRowsAhead()
{
    FaultCase row{.id = QStringLiteral("B17"), .title = QStringLiteral("what is stored is of next week")};
    row.before = [](FaultRig&) { return QString(); };
    row.rig.profile = [](const StoreConfig& config) {
        const Timestamp ahead = SystemClock().now() + std::chrono::hours(7 * 24);
        std::vector<StoreRow> rows = barsAt(ahead, 30, 7);
        Trade trade;
        trade.id = absurdId;
        trade.price = Price::fromMantissa(7, 0);
        trade.quantity = Quantity::fromMantissa(1, 0);
        trade.time = ahead;
        rows.push_back(TradeRow{{InstrumentId{0}, "BTCUSDT"}, trade});
        fillStore(config, std::move(rows));
    };
    row.fired = [](FaultRig& rig) { return std::int64_t{rig.screen().hasNotice(Errc::FutureData)}; }; // told, and only then true
    row.after = [](FaultRig& rig) {
        if (showsPrice(rig, 7))
            return QStringLiteral("a bar of next week is shown");
        const auto tape = rig.screen().tape(rig.bitcoin);
        return std::ranges::find(tape, absurdId) == tape.end() ? QString() : QStringLiteral("a trade of next week is shown");
    };
    return row;
}

/// The profile was last used with another practice market: same names, other prices.
FaultCase storedOfAnotherMarket()
{
    FaultCase row{.id = QStringLiteral("B17"), .title = QStringLiteral("what is stored is of another practice market")};
    row.before = [](FaultRig&) { return QString(); };
    row.rig.profile = [](const StoreConfig& config) {
        StoreConfig other = config;
        other.source = "another market";
        fillStore(other, barsAt(SystemClock().now() - 2h, 119, 7));
    };
    row.fired = [](FaultRig& rig) { return std::int64_t{rig.wasStoreRenewed()}; };
    row.after = [](FaultRig& rig) {
        return showsPrice(rig, 7) ? QStringLiteral("a bar of the other market is shown") : QString();
    };
    return row;
}

/// Where the trades that were asked for at the start end and the live ones begin, nothing is missing; the answer takes its time.
FaultCase seamOfTheTape()
{
    FaultCase row{.id = QStringLiteral("B12"),
                  .title = QStringLiteral("the trades of the past arrive late at the first live one"),
                  .before =
                      [](FaultRig& rig) {
                          return rig.truth().fault(R"({"verb":"http.delay","match":"rades?symbol=BTCUSDT","ms":1500})")
                              ? QString()
                              : QStringLiteral("refused");
                      },
                  .verb = QStringLiteral("http.delay")};
    row.rig.exchange.market.messagesPerSecond = 500;
    row.during = [](FaultRig& rig) {
        const std::int64_t firstLive = rig.tap().tradeIds(rig.bitcoin).front();
        const auto reachesBack = [&] { return rig.screen().tape(rig.bitcoin).front() < firstLive; };
        if (!rig.waitFor(reachesBack, 20s))
            return QStringLiteral("the tape does not reach back");
        return hasHole(rig.screen().tape(rig.bitcoin)) ? QStringLiteral("the tape has a hole") : QString();
    };
    row.after = [](FaultRig& rig) {
        return hasHole(rig.screen().tape(rig.bitcoin)) ? QStringLiteral("the tape has a hole") : QString();
    };
    return row;
}

} // namespace

std::vector<FaultCase> falseStamps()
{
    return {idsBeginAnew(), oneAbsurdId(), stampsAhead(), storedRowsAhead(), storedOfAnotherMarket(), seamOfTheTape()};
}

} // namespace spreadline::faults
