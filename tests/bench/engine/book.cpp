// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "frames.h"

#include "exchange/binance/binance_dialect.h"
#include "market/order_book.h"

#include <algorithm>
#include <map>

using namespace spreadline;
using namespace spreadline::bench;

namespace {

std::vector<BookDelta> decoded(const std::vector<std::string>& frames)
{
    const InstrumentTable instruments = oneInstrument();
    BinanceDialect dialect;
    std::vector<MarketEvent> events;
    std::vector<BookDelta> deltas;
    for (const std::string& frame : frames) {
        events.clear();
        if (!dialect.decode(frame, instruments, events))
            std::abort();
        deltas.push_back(std::get<BookDelta>(events.front()));
    }
    return deltas;
}

/// The textbook book: a tree a side.
struct MapBook {
    std::map<std::int64_t, std::int64_t> bids, asks;
    static void apply(std::map<std::int64_t, std::int64_t>& side, const std::vector<BookLevel>& levels)
    {
        for (const BookLevel& level : levels) {
            if (level.quantity == 0)
                side.erase(level.price);
            else
                side[level.price] = level.quantity;
        }
    }
};

Paired textToApplied(int depth)
{
    const auto frames = depthFrames(1'000, 50, depth);
    const InstrumentTable instruments = oneInstrument();
    BinanceDialect dialect;
    std::vector<MarketEvent> events;
    const auto parse = [&](auto&& use) {
        for (const std::string& frame : frames) {
            events.clear();
            if (!dialect.decode(frame, instruments, events))
                std::abort();
            use(std::get<BookDelta>(events.front()));
        }
    };
    OrderBook book;
    return paired(
        11, 1e6 / 1'000,
        [&] {
            book.reset(depthStart(depth));
            parse([&](const BookDelta& delta) {
                if (!book.apply(delta))
                    std::abort();
            });
        },
        [&] { parse([](const BookDelta& delta) { keep(delta); }); });
}

Paired againstMap(int depth)
{
    const auto deltas = decoded(depthFrames(1'000, 50, depth));
    const BookSnapshot start = depthStart(depth);
    OrderBook book;
    return paired(
        11, 1e6 / 1'000,
        [&] {
            book.reset(start);
            for (const BookDelta& delta : deltas)
                keep(book.apply(delta).hasValue());
        },
        [&] {
            MapBook map;
            MapBook::apply(map.bids, start.bids);
            MapBook::apply(map.asks, start.asks);
            for (const BookDelta& delta : deltas) {
                MapBook::apply(map.bids, delta.bids);
                MapBook::apply(map.asks, delta.asks);
            }
            keep(map);
        });
}

void run(Report& report)
{
    std::vector<double> costs;
    for (const int depth : {20, 100, 1'000, 5'000}) {
        const Paired cost = textToApplied(depth);
        costs.push_back(cost.work.median);
        report.add({"text to applied, 100 levels, " + std::to_string(depth) + " deep", "us", cost.work, "parse only",
                    cost.baseline, cost.ratio, 2, Figure::Bound::RatioAtMost});
    }
    const double typical = costs[2];
    const double worst = *std::ranges::max_element(costs);
    report.add({"worst depth against 1,000 deep",
                "us",
                {worst, worst, worst},
                "1,000 deep",
                {typical, typical, typical},
                worst / typical,
                2,
                Figure::Bound::RatioAtMost});
    const Paired map = againstMap(1'000);
    report.add({"apply alone, 1,000 deep", "us", map.work, "std::map", map.baseline, map.ratio, 0, Figure::Bound::None});
}

} // namespace

SPREADLINE_BENCH("book", "order book diffs, text to applied", run)
