// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "frames.h"

#include "base/hash.h"
#include "exchange/binance/binance_dialect.h"
#include "market/kline_series.h"
#include "market/order_book.h"

#include <cstdio>
#include <cstdlib>
#include <memory>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

using namespace spreadline;
using namespace spreadline::bench;

namespace {

constexpr int bookCount = 20, bookDepth = 1'000, diffs = 1'000;
constexpr int seriesCount = 4, bars = 1'500;

/// Bytes that are allocated in this process; zero where the system does not tell.
double allocated()
{
#if defined(__GLIBC__)
    const struct mallinfo2 info = mallinfo2();
    return static_cast<double>(info.uordblks) + static_cast<double>(info.hblkhd);
#else
    return 0;
#endif
}

/// As they are after a while: levels have come and gone.
std::vector<std::unique_ptr<OrderBook>> books()
{
    const auto frames = depthFrames(diffs, 50, bookDepth);
    const InstrumentTable instruments = oneInstrument();
    std::vector<std::unique_ptr<OrderBook>> list;
    for (int i = 0; i < bookCount; ++i)
        list.emplace_back(std::make_unique<OrderBook>())->reset(depthStart(bookDepth));
    BinanceDialect dialect;
    std::vector<MarketEvent> events;
    for (const std::string& frame : frames) {
        events.clear();
        if (!dialect.decode(frame, instruments, events))
            std::abort();
        for (const auto& book : list) {
            if (!book->apply(std::get<BookDelta>(events.front())))
                std::abort();
        }
    }
    return list;
}

/// History merged, then live bars, as a chart's series is filled.
std::vector<std::unique_ptr<KlineSeries>> series()
{
    const Interval minute = Interval::time(std::chrono::minutes(1));
    std::vector<Kline> history;
    for (int i = 0; i < bars; ++i) {
        Kline bar;
        bar.openTime = Timestamp::fromMillis(1'767'225'600'000 + i * 60'000LL);
        bar.closeTime = nextOpenTime(minute, bar.openTime) - std::chrono::milliseconds(1);
        bar.open = bar.high = bar.low = bar.close =
            Price::fromMantissa(618'000 + static_cast<std::int64_t>(mix64(static_cast<std::uint64_t>(i)) % 500), 1);
        bar.volume = Quantity::fromMantissa(1 + i, 3);
        bar.trades = i + 1;
        bar.closed = true;
        history.push_back(bar);
    }
    std::vector<std::unique_ptr<KlineSeries>> list;
    for (int i = 0; i < seriesCount; ++i)
        list.emplace_back(std::make_unique<KlineSeries>(minute))->merge(history, Source::Venue);
    return list;
}

Sample kept(double before, int items)
{
    const double each = (allocated() - before) / items;
    return {each, each, each};
}

void run(Report& report)
{
    if (allocated() <= 0)
        return void(std::fputs("market-memory: this system does not tell what is allocated; nothing measured\n", stderr));
    double before = allocated();
    const auto allBooks = books();
    Sample size = kept(before, bookCount * 1'024);
    report.add({"20 books, 1,000 deep a side, each", "KB", size, "", {}, 0, 40, Figure::Bound::ValueAtMost});
    before = allocated();
    const auto allSeries = series();
    size = kept(before, seriesCount * bars);
    report.add({"4 series of 1,500 bars, a bar", "B", size, "", {}, 0, 64, Figure::Bound::ValueAtMost});
    keep(allBooks);
    keep(allSeries);
}

} // namespace

SPREADLINE_BENCH("market-memory", "what books and bars take in the engine", run)
