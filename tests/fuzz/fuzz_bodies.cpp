// SPDX-License-Identifier: GPL-3.0-or-later
#include "event_check.h"
#include "exchange/binance/binance_dialect.h"

using namespace spreadline;

namespace {

template<typename T>
const T* valueOf(const Result<T>& result)
{
    if (!result)
        fuzz::check(result.error());
    return result ? &*result : nullptr;
}

} // namespace

/// Bodies of REST answers: each is given to every reader, as a confused venue might.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static BinanceDialect dialect;
    static const InstrumentTable table = fuzz::sampleTable();
    static const Instrument& btc = *table.find("BTCUSDT");
    const std::string_view body(reinterpret_cast<const char*>(data), size);
    const Timestamp now = Timestamp::fromMillis(1'767'225'700'000);
    valueOf(dialect.readServerTime(body));
    if (const auto instruments = dialect.readInstruments(body); valueOf(instruments))
        InstrumentTable::merge(table, *instruments);
    if (const auto book = dialect.readBook(body, btc); valueOf(book))
        fuzz::check(*book);
    const Interval interval = venueIntervals()[size % venueIntervals().size()];
    if (const auto klines = dialect.readKlines(body, btc, interval, now); valueOf(klines)) {
        for (const Kline& kline : *klines)
            fuzz::check(kline, interval);
    }
    if (const auto trades = dialect.readTrades(body, btc); valueOf(trades)) {
        for (const Trade& trade : *trades)
            fuzz::check(trade);
    }
    std::vector<MarketEvent> events;
    if (const auto tickers = dialect.readTickers(body, table, events); !tickers)
        fuzz::check(tickers.error());
    if (const auto marks = dialect.readMarkPrices(body, table, events); !marks)
        fuzz::check(marks.error());
    fuzz::check(events, table);
    dialect.readRefusal(static_cast<int>(size % 600), body, static_cast<int>(size % 7), now);
    return 0;
}
