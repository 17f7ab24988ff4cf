// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"

#include "base/hash.h"
#include "market/kline_aggregator.h"

#include <algorithm>
#include <array>
#include <memory>

using namespace spreadline;
using namespace spreadline::bench;

namespace {

constexpr int trades = 1'000'000;
constexpr BookScale scale{2, 3};

std::vector<Interval> sixIntervals()
{
    std::vector<Interval> intervals;
    for (const char* text : {"1m", "5m", "15m", "1h", "4h", "1d"})
        intervals.push_back(*parseInterval(text));
    return intervals;
}

Trade tradeAt(int i, int symbols)
{
    Trade trade;
    trade.id = i / symbols + 1;
    trade.price = Price::fromMantissa(6'180'000 + static_cast<std::int64_t>(mix64(static_cast<std::uint64_t>(i)) % 5'000), 2);
    trade.quantity = Quantity::fromMantissa(1 + i % 777, 3);
    trade.aggressor = i % 3 ? Side::Buy : Side::Sell;
    trade.time = Timestamp::fromMillis(1'767'225'600'000 + i / 5); // 5,000 trades a second
    return trade;
}

/// The least that keeps one bar an interval right: compare, add, roll when the minute is over.
struct BareBars {
    struct Bar {
        std::int64_t end = 0, open = 0, high = 0, low = 0, close = 0, volume = 0, quote = 0, taker = 0, count = 0;
    };
    std::array<std::int64_t, 6> lengths{60'000, 300'000, 900'000, 3'600'000, 14'400'000, 86'400'000};
    std::array<Bar, 6> bars;
    std::int64_t closed = 0;

    void add(const Trade& trade)
    {
        const std::int64_t time = trade.time.nanos() / 1'000'000;
        const std::int64_t price = trade.price.mantissa(), quantity = trade.quantity.mantissa();
        for (std::size_t i = 0; i < bars.size(); ++i) {
            Bar& bar = bars[i];
            if (time >= bar.end) {
                ++closed;
                bar = {(time / lengths[i] + 1) * lengths[i], price, price, price, price, 0, 0, 0, 0};
            }
            bar.high = std::max(bar.high, price);
            bar.low = std::min(bar.low, price);
            bar.close = price;
            bar.volume += quantity;
            bar.quote += price * quantity;
            bar.taker += trade.aggressor == Side::Buy ? quantity : 0;
            ++bar.count;
        }
    }
};

using Aggregators = std::vector<std::unique_ptr<KlineAggregator>>;

Aggregators aggregatorsOf(int symbols, std::int64_t& closed)
{
    Aggregators list;
    for (int i = 0; i < symbols; ++i)
        list.push_back(
            std::make_unique<KlineAggregator>(scale, sixIntervals(), [&closed](Interval, const Kline&, BarEvent) { ++closed; }));
    return list;
}

Paired perTrade(int symbols)
{
    constexpr int rounds = 9;
    std::vector<Trade> input;
    for (int i = 0; i < trades; ++i)
        input.push_back(tradeAt(i, symbols));
    const auto of = [symbols](int i) { return static_cast<std::size_t>(i % symbols); };
    std::int64_t closed = 0;
    std::vector<Aggregators> fresh; // made before the clock runs: what counts is the trade
    std::vector<std::vector<BareBars>> freshBare;
    for (int i = 0; i <= rounds; ++i) {
        fresh.push_back(aggregatorsOf(symbols, closed));
        freshBare.emplace_back(static_cast<std::size_t>(symbols));
    }
    return paired(
        rounds, 1e9 / trades,
        [&, round = std::size_t{0}]() mutable {
            const Aggregators& aggregators = fresh[round++];
            for (int i = 0; i < trades; ++i) {
                if (!aggregators[of(i)]->add(input[static_cast<std::size_t>(i)]))
                    std::abort();
            }
            keep(closed);
        },
        [&, round = std::size_t{0}]() mutable {
            std::vector<BareBars>& bare = freshBare[round++];
            for (int i = 0; i < trades; ++i)
                bare[of(i)].add(input[static_cast<std::size_t>(i)]);
            keep(bare);
        });
}

/// Milliseconds for the turn of the minute of 100 symbols.
Sample closing()
{
    std::int64_t closed = 0;
    const Aggregators aggregators = aggregatorsOf(100, closed);
    std::vector<double> turns;
    std::int64_t minute = 1'767'225'600'000;
    for (int round = 0; round < 500; ++round, minute += 60'000) {
        for (std::size_t i = 0; i < aggregators.size(); ++i) {
            Trade trade = tradeAt(round * 100 + static_cast<int>(i), 1);
            trade.time = Timestamp::fromMillis(minute + 1'000);
            if (!aggregators[i]->add(trade))
                std::abort();
        }
        turns.push_back(1e3 * wallSeconds([&] {
                            for (const auto& aggregator : aggregators)
                                aggregator->advance(Timestamp::fromMillis(minute + 63'000));
                        }));
    }
    std::ranges::sort(turns);
    return {turns[turns.size() * 99 / 100], turns.front(), turns.back()};
}

void run(Report& report)
{
    for (const int symbols : {1, 100, 1'000}) {
        const Paired cost = perTrade(symbols);
        report.add({"six intervals a trade, " + std::to_string(symbols) + " symbols", "ns", cost.work, "bare loop", cost.baseline,
                    cost.ratio, 1.5, Figure::Bound::RatioAtMost});
    }
    report.add({"100 symbols close a minute, p99", "ms", closing(), "", {}, 0, 1, Figure::Bound::ValueAtMost});
}

} // namespace

SPREADLINE_BENCH("klines", "six intervals of bars from trades", run)
