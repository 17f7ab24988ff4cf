// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/count_bars.h"
#include "market/kline_aggregator.h"
#include "market/kline_series.h"
#include "test_main.h"

#include <rapidcheck.h>

#include <map>

using namespace spreadline;
using namespace std::chrono_literals;

namespace {

constexpr BookScale scale{2, 3};

Trade trade(std::int64_t id, Timestamp time, std::int64_t price, std::int64_t quantity, Side side = Side::Buy)
{
    return {InstrumentId{0}, id, Price::fromMantissa(price, 2), Quantity::fromMantissa(quantity, 3), side, time};
}

Timestamp at(Duration sinceStart)
{
    return Timestamp::fromMillis(1'767'225'600'000) + sinceStart; // 2026-01-01 00:00 UTC, a Thursday
}

/// Bars over trades by the book: sorted by id, added up one after the other.
std::map<Timestamp, Kline> reference(std::vector<Trade> trades, Interval interval)
{
    std::map<Timestamp, Kline> bars;
    std::ranges::sort(trades, {}, &Trade::id);
    for (const Trade& each : trades) {
        const Timestamp open = openTime(interval, each.time);
        auto [found, isNew] = bars.try_emplace(open);
        Kline& bar = found->second;
        if (isNew) {
            bar.openTime = open;
            bar.closeTime = nextOpenTime(interval, open) - 1ms;
            bar.open = bar.high = bar.low = each.price;
            bar.volume = bar.takerBuyVolume = Quantity::fromMantissa(0, 3);
            bar.quoteVolume = Money::fromMantissa(0, 5);
            bar.closed = true;
        }
        bar.high = std::max(bar.high, each.price);
        bar.low = std::min(bar.low, each.price);
        bar.close = each.price;
        bar.volume += each.quantity;
        bar.takerBuyVolume += each.aggressor == Side::Buy ? each.quantity : Quantity{};
        bar.quoteVolume += each.price * each.quantity;
        ++bar.trades;
    }
    return bars;
}

struct Collected {
    std::map<std::pair<Interval, Timestamp>, Kline> bars;
    std::map<std::pair<Interval, Timestamp>, int> closes;
    int revisions = 0;

    KlineAggregator::Handler handler()
    {
        return [this](Interval interval, const Kline& bar, BarEvent event) {
            bars[{interval, bar.openTime}] = bar;
            if (event == BarEvent::Closed)
                ++closes[{interval, bar.openTime}];
            else
                ++revisions;
        };
    }
    std::map<Timestamp, Kline> traded(Interval interval) const
    {
        std::map<Timestamp, Kline> result;
        for (const auto& [key, bar] : bars) {
            if (key.first == interval && bar.trades > 0)
                result[key.second] = bar;
        }
        return result;
    }
};

const std::vector<Interval>& manyIntervals()
{
    static const std::vector<Interval> list{Interval::time(1s),   Interval::time(5s),   Interval::time(15s), Interval::time(1min),
                                            Interval::time(3min), Interval::time(5min), Interval::time(1h)};
    return list;
}

/// Rising times with jitter, now and then a pause; ids rise with the order in which they happened.
rc::Gen<std::vector<Trade>> someTrades()
{
    return rc::gen::exec([] {
        const auto steps = *rc::gen::container<std::vector<int>>(rc::gen::weightedOneOf<int>(
            {{12, rc::gen::inRange(0, 900)}, {3, rc::gen::inRange(900, 20'000)}, {1, rc::gen::inRange(20'000, 400'000)}}));
        std::vector<Trade> trades;
        Timestamp time = at(Duration(*rc::gen::inRange(0, 3'600'000) * 1ms));
        for (std::size_t i = 0; i < steps.size(); ++i) {
            time = time + std::chrono::milliseconds(steps[i]);
            trades.push_back(trade(static_cast<std::int64_t>(i) + 100, time, *rc::gen::inRange<std::int64_t>(9'000, 9'100),
                                   *rc::gen::inRange<std::int64_t>(1, 5'000), *rc::gen::element(Side::Buy, Side::Sell)));
        }
        return trades;
    });
}

} // namespace

class TstKlineAggregator : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void closesByTrade();
    void closesByTimeWithGrace();
    void quietIntervalsAreFlat();
    void longSilenceLeavesAHole();
    void lateTradeRevises();
    void repeatsAndNonsense();
    void weeksAndMonths();
    void formingIsPutTogether();
    void equalsTrades();
    void shuffledEqualsTrades();
    void coarseEqualsFine();
    void tickBars();
    void volumeBars();
};

void TstKlineAggregator::closesByTrade()
{
    Collected seen;
    KlineAggregator bars(scale, {Interval::time(1s)}, seen.handler());
    QVERIFY(!bars.forming(Interval::time(1s)));
    QVERIFY(bars.add(trade(1, at(100ms), 10'000, 1)).hasValue());
    QVERIFY(bars.add(trade(2, at(900ms), 10'050, 2, Side::Sell)).hasValue());
    QVERIFY(seen.closes.empty());
    QVERIFY(bars.add(trade(3, at(1000ms), 10'020, 3)).hasValue());
    QCOMPARE(seen.closes.size(), 1U);
    const Kline bar = seen.bars.begin()->second;
    QCOMPARE(bar.openTime, at(0s));
    QCOMPARE(bar.closeTime, at(999ms));
    QCOMPARE(bar.close.toString(), std::string("100.50"));
    QCOMPARE(bar.volume.toString(), std::string("0.003"));
    QCOMPARE(bar.takerBuyVolume.toString(), std::string("0.001"));
    QCOMPARE(bar.quoteVolume, Money::fromMantissa(30'100, 5));
}

void TstKlineAggregator::closesByTimeWithGrace()
{
    Collected seen;
    KlineAggregator bars(scale, {Interval::time(1min)}, seen.handler(), 2s);
    QVERIFY(bars.add(trade(1, at(10s), 10'000, 1)).hasValue());
    bars.advance(at(61s));
    QVERIFY2(seen.closes.empty(), "late trades are waited for");
    QVERIFY(bars.add(trade(2, at(59s), 10'001, 1)).hasValue());
    bars.advance(at(62s));
    QCOMPARE(seen.closes.size(), 1U);
    QCOMPARE(seen.bars.begin()->second.trades, 2);
}

void TstKlineAggregator::quietIntervalsAreFlat()
{
    Collected seen;
    KlineAggregator bars(scale, {Interval::time(1s), Interval::time(5s)}, seen.handler(), 0s);
    QVERIFY(bars.add(trade(1, at(0s), 10'000, 1)).hasValue());
    bars.advance(at(10s));
    QCOMPARE(seen.closes.size(), 12U);
    const Kline flat = seen.bars[{Interval::time(1s), at(7s)}];
    QCOMPARE(flat.open, Price::fromMantissa(10'000, 2));
    QCOMPARE(flat.trades, 0);
    QVERIFY(flat.volume.isZero());
    QCOMPARE(seen.bars[std::pair(Interval::time(5s), at(0s))].trades, 1);
    QCOMPARE(seen.bars[std::pair(Interval::time(5s), at(5s))].trades, 0);
}

void TstKlineAggregator::longSilenceLeavesAHole()
{
    Collected seen;
    KlineAggregator bars(scale, {Interval::time(1s), Interval::time(1min)}, seen.handler());
    QVERIFY(bars.add(trade(1, at(0s), 10'000, 1)).hasValue());
    QVERIFY(bars.add(trade(2, at(72h), 10'000, 1)).hasValue());
    QCOMPARE(seen.closes.size(), 2U);
    bars.advance(at(72h + 70s));
    QCOMPARE(seen.closes.at({Interval::time(1min), at(0s)}), 1);
    QCOMPARE(seen.closes.at({Interval::time(1min), at(72h)}), 1);
    QVERIFY(!seen.closes.contains({Interval::time(1min), at(1h)}));
}

void TstKlineAggregator::lateTradeRevises()
{
    Collected seen;
    KlineAggregator bars(scale, {Interval::time(1s), Interval::time(5s)}, seen.handler(), 0s);
    QVERIFY(bars.add(trade(1, at(100ms), 10'000, 1)).hasValue());
    bars.advance(at(4s));
    QVERIFY(bars.add(trade(2, at(900ms), 10'100, 1)).hasValue());
    QCOMPARE(seen.bars.at({Interval::time(1s), at(0s)}).close, Price::fromMantissa(10'100, 2));
    QCOMPARE(seen.bars.at({Interval::time(1s), at(3s)}).close, Price::fromMantissa(10'100, 2));
    QCOMPARE(seen.closes.at({Interval::time(1s), at(0s)}), 1);
    QCOMPARE(bars.forming(Interval::time(5s))->trades, 2);
    QCOMPARE(bars.forming(Interval::time(1s))->open, Price::fromMantissa(10'100, 2));
    bars.advance(at(10min));
    QVERIFY(bars.add(trade(3, at(1s), 1, 1)).hasValue());
    QVERIFY(bars.tooLate() > 0);
}

void TstKlineAggregator::repeatsAndNonsense()
{
    Collected seen;
    KlineAggregator bars(scale, {Interval::time(1s)}, seen.handler());
    QVERIFY(bars.add(trade(7, at(0s), 10'000, 1)).hasValue());
    QVERIFY(bars.add(trade(7, at(0s), 10'000, 1)).hasValue());
    QCOMPARE(bars.forming(Interval::time(1s))->trades, 1);
    QCOMPARE(bars.add(trade(8, at(0s), 0, 1)).error().code, Errc::BadNumber);
    QCOMPARE(bars.add(trade(9, at(0s), 1, -1)).error().code, Errc::BadNumber);
    QCOMPARE(bars.add(trade(10, at(0s), INT64_MAX, 2)).error().code, Errc::Overflow);
    QCOMPARE(bars.forming(Interval::time(1s))->trades, 1);
}

void TstKlineAggregator::weeksAndMonths()
{
    Collected seen;
    const std::vector<Interval> calendar{Interval::time(24h), Interval::time(72h), Interval::time(168h), Interval::months(1)};
    KlineAggregator bars(scale, calendar, seen.handler());
    std::vector<Trade> trades;
    for (int day = 0; day < 100; ++day)
        trades.push_back(trade(day, at(day * 24h + 5h), 10'000 + day, 1));
    for (const Trade& each : trades)
        QVERIFY(bars.add(each).hasValue());
    bars.advance(at(200 * 24h));
    for (const Interval interval : calendar)
        QCOMPARE(seen.traded(interval), reference(trades, interval));
}

void TstKlineAggregator::formingIsPutTogether()
{
    Collected seen;
    KlineAggregator bars(scale, manyIntervals(), seen.handler());
    std::vector<Trade> trades;
    for (int i = 0; i < 500; ++i) {
        trades.push_back(trade(i, at(i * 130ms), 10'000 + (i * 7) % 31, 1 + i % 5));
        QVERIFY(bars.add(trades.back()).hasValue());
        for (const Interval interval : manyIntervals()) {
            Kline expected = reference(trades, interval).rbegin()->second;
            expected.closed = false;
            QCOMPARE(*bars.forming(interval), expected);
        }
    }
}

void TstKlineAggregator::equalsTrades() // R10
{
    const bool holds = rc::check("every bar closes once and equals its trades", [] {
        const auto trades = *someTrades();
        Collected seen;
        KlineAggregator bars(scale, manyIntervals(), seen.handler());
        for (const Trade& each : trades) {
            RC_ASSERT(bars.add(each).hasValue());
            if (*rc::gen::weightedElement<bool>({{9, false}, {1, true}}))
                RC_ASSERT(bars.add(each).hasValue());
            if (*rc::gen::weightedElement<bool>({{9, false}, {1, true}}))
                bars.advance(each.time);
        }
        if (!trades.empty())
            bars.advance(trades.back().time + 4h);
        for (const auto& [key, count] : seen.closes)
            RC_ASSERT(count == 1);
        RC_ASSERT(seen.revisions == 0);
        for (const Interval interval : manyIntervals())
            RC_ASSERT(seen.traded(interval) == reference(trades, interval));
    });
    QVERIFY(holds);
}

void TstKlineAggregator::shuffledEqualsTrades() // R10, late and out of order
{
    const bool holds = rc::check("trades out of order end in the same bars", [] {
        auto trades = *someTrades();
        RC_PRE(!trades.empty());
        const auto inOrder = trades;
        Collected seen;
        KlineAggregator bars(scale, manyIntervals(), seen.handler());
        for (std::size_t i = 1; i < trades.size(); ++i) { // neighbours only: what a venue's jitter does
            if (*rc::gen::arbitrary<bool>() && trades[i].time - trades[i - 1].time < 10s)
                std::swap(trades[i], trades[i - 1]);
        }
        RC_PRE(trades.front() == inOrder.front());
        for (const Trade& each : trades)
            RC_ASSERT(bars.add(each).hasValue());
        bars.advance(inOrder.back().time + 4h);
        RC_PRE(bars.tooLate() == 0);
        for (const auto& [key, count] : seen.closes)
            RC_ASSERT(count == 1);
        for (const Interval interval : manyIntervals())
            RC_ASSERT(seen.traded(interval) == reference(inOrder, interval));
    });
    QVERIFY(holds);
}

void TstKlineAggregator::coarseEqualsFine() // R11
{
    const bool holds = rc::check("an hour from minutes equals the hour from trades, volumes add up", [] {
        const auto trades = *someTrades();
        RC_PRE(!trades.empty());
        Collected cascade;
        Collected direct;
        KlineAggregator many(scale, {Interval::time(1min), Interval::time(5min), Interval::time(1h)}, cascade.handler());
        KlineAggregator one(scale, {Interval::time(1h)}, direct.handler());
        for (const Trade& each : trades) {
            RC_ASSERT(many.add(each).hasValue());
            RC_ASSERT(one.add(each).hasValue());
        }
        many.advance(trades.back().time + 4h);
        one.advance(trades.back().time + 4h);
        RC_ASSERT(cascade.traded(Interval::time(1h)) == direct.traded(Interval::time(1h)));
        std::map<Timestamp, Quantity> sums;
        for (const auto& [open, bar] : cascade.traded(Interval::time(1min)))
            sums[openTime(Interval::time(5min), open)] += bar.volume;
        for (const auto& [open, bar] : cascade.traded(Interval::time(5min)))
            RC_ASSERT(sums[open] == bar.volume);
    });
    QVERIFY(holds);
}

void TstKlineAggregator::tickBars()
{
    Collected seen;
    const Interval three = Interval::ticks(3);
    CountBars bars(scale, three, seen.handler());
    for (int id = 4; id <= 10; ++id)
        QVERIFY(bars.add(trade(id, at(0s), 10'000 + id, 1)).hasValue());
    QVERIFY(bars.add(trade(10, at(0s), 1, 1)).hasValue());
    // 4 5 | 6 7 8 | 9 10 ..: counted by id; one time for all, so the open times are moved apart.
    QCOMPARE(seen.bars.size(), 2U);
    QCOMPARE(seen.bars.at({three, at(0s)}).trades, 2);
    QCOMPARE(seen.bars.at({three, at(1ns)}).trades, 3);
    QCOMPARE(bars.forming()->openTime, at(2ns));
    QVERIFY(bars.add(trade(20, at(1s), 10'000, 1)).hasValue());
    QCOMPARE(seen.bars.size(), 4U);
}

void TstKlineAggregator::volumeBars()
{
    Collected seen;
    const Interval two = Interval::volume(2);
    CountBars bars(scale, two, seen.handler());
    QVERIFY(bars.add(trade(1, at(0s), 10'000, 1'999)).hasValue());
    QVERIFY(seen.bars.empty());
    QVERIFY(bars.add(trade(2, at(1s), 10'000, 500)).hasValue());
    QCOMPARE(seen.bars.size(), 1U);
    QCOMPARE(seen.bars.begin()->second.volume.toString(), std::string("2.499"));
    QVERIFY(!bars.forming());
}

SPREADLINE_TEST(TstKlineAggregator)
#include "tst_kline_aggregator.moc"
