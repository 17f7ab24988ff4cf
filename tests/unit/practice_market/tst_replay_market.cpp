// SPDX-License-Identifier: GPL-3.0-or-later
#include "market_check.h"
#include "practice/line_reader.h"
#include "practice/replay_symbol.h"
#include "test_main.h"

#include <charconv>

using namespace spreadline;
using namespace spreadline::practice;
using namespace spreadline::practice::test;
using namespace std::chrono_literals;

class TstReplayMarket : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void captureAgreesWithItsBookTickers();
    void captureStartsWithAWholeBook();
    void klinesComeBackAsTheyWere();
    void tradesFileIsPlayedTradeByTrade();
    void inventedBookFollowsByDeltas();
    void rowsBecomeTradesThatAddUp_data();
    void rowsBecomeTradesThatAddUp();
};

namespace {

const QString capture =
    QStringLiteral("data/captures/binance-usdm/binance-usdm_2024-08-08_depth0ms+trade+bookTicker_BTCUSDT.jsonl.gz");

std::unique_ptr<MarketSource> replay(const QString& path)
{
    MarketConfig config;
    config.replayFile = path.toStdString();
    auto opened = openMarket(config);
    if (!opened)
        qWarning("%s", logText(opened.error()).c_str());
    return opened ? std::move(*opened) : nullptr;
}

/// The text after `"key":"` in an escaped message.
std::string_view field(std::string_view line, std::string_view key)
{
    const auto at = line.find(key);
    const auto start = at + key.size();
    return at == line.npos ? std::string_view() : line.substr(start, line.find_first_of("\\,", start) - start);
}

struct Ticker {
    std::int64_t id = 0;
    BookLevel bid, ask;
};

std::vector<Ticker> tickersOf(const QString& path)
{
    std::vector<Ticker> tickers;
    auto lines = LineReader::open(path.toStdString());
    for (auto line = lines->next(); line && *line; line = lines->next()) {
        if ((*line)->find("@bookTicker") == std::string_view::npos)
            continue;
        Ticker ticker;
        const auto id = field(**line, R"(\"u\":)");
        std::from_chars(id.data(), id.data() + id.size(), ticker.id);
        ticker.bid = {*readMantissa(field(**line, R"(\"b\":\")"), 2), *readMantissa(field(**line, R"(\"B\":\")"), 3)};
        ticker.ask = {*readMantissa(field(**line, R"(\"a\":\")"), 2), *readMantissa(field(**line, R"(\"A\":\")"), 3)};
        tickers.push_back(ticker);
    }
    return tickers;
}

} // namespace

void TstReplayMarket::captureAgreesWithItsBookTickers()
{
    const QString path = spreadline::test::sharedFile(capture);
    if (path.isEmpty())
        QSKIP("the recorded data are not here");
    const auto source = replay(path);
    QVERIFY(source);
    source->setActive(InstrumentId{0}, true);
    Book book(source->book(InstrumentId{0}, 100'000, *source->recordingStart()));
    std::map<std::int64_t, BookSnapshot> tops;
    bool first = true;
    std::vector<MarketEvent> events;
    for (int tick = 1; tick <= 400; ++tick) {
        events.clear();
        source->advance(*source->recordingStart() + tick * 1s, events);
        for (const MarketEvent& event : events) {
            const auto* delta = std::get_if<BookDelta>(&event);
            if (!delta)
                continue;
            const bool straddles = first && delta->firstId <= book.id && delta->lastId >= book.id;
            QVERIFY(straddles || delta->previousLast == book.id);
            first = false;
            book.apply(*delta);
            tops[delta->lastId] = book.top(1);
        }
    }
    QVERIFY(tops.size() > 6'000);
    int compared = 0;
    for (const Ticker& ticker : tickersOf(path)) {
        const auto top = tops.find(ticker.id);
        if (top == tops.end())
            continue;
        ++compared;
        QVERIFY(top->second.bids.front() == ticker.bid && top->second.asks.front() == ticker.ask);
    }
    QVERIFY2(compared > 600, qPrintable(QString::number(compared)));
    const BookSnapshot end = source->book(InstrumentId{0}, 100'000, *source->recordingStart() + 1h);
    QVERIFY(end.updateId == book.id && end.bids == book.top(100'000).bids && end.asks == book.top(100'000).asks);
}

void TstReplayMarket::captureStartsWithAWholeBook()
{
    const QString path = spreadline::test::sharedFile(capture);
    if (path.isEmpty())
        QSKIP("the recorded data are not here");
    const auto source = replay(path);
    QVERIFY(source);
    const Timestamp start = *source->recordingStart();
    const BookSnapshot book = source->book(InstrumentId{0}, 1'000, start);
    QCOMPARE(book.bids.size(), std::size_t{1'000});
    QVERIFY(book.bids.front().price < book.asks.front().price);
    source->setActive(InstrumentId{0}, true);
    std::vector<MarketEvent> events;
    source->advance(start + 1h, events);
    const auto trades = source->trades(InstrumentId{0}, 0, 30'000, start + 1h);
    QCOMPARE(trades.size(), std::size_t{21'313});
    const auto hours = source->klines(InstrumentId{0}, interval("1h"), {}, {}, 10, start + 1h);
    std::int64_t counted = 0;
    for (const Kline& bar : hours)
        counted += bar.trades;
    QCOMPARE(counted, std::int64_t{21'313});
    QVERIFY(source->ticker(InstrumentId{0}, start + 1h).last == trades.back().price);
    events.clear();
    source->advance(start + 2h, events);
    QVERIFY(events.empty()); // silent after its end
}

void TstReplayMarket::klinesComeBackAsTheyWere()
{
    const QString path = spreadline::test::sharedFile(QStringLiteral("data/klines/bybit-linear_1m/ADAUSDT_1m.csv.gz"));
    const QString hourly =
        spreadline::test::sharedFile(QStringLiteral("data/klines/bybit-linear_multi-timeframe/ADAUSDT_60m.csv.gz"));
    if (path.isEmpty() || hourly.isEmpty())
        QSKIP("the recorded data are not here");
    const auto source = replay(path), hours = replay(hourly);
    QVERIFY(source && hours);
    const Timestamp start = *source->recordingStart();
    QVERIFY(source->klines(InstrumentId{0}, interval("1m"), {}, {}, 1'500, start).size() >= 1'500); // a chart's worth at once
    source->setActive(InstrumentId{0}, true);
    std::vector<MarketEvent> events;
    for (int minute = 1; minute <= 300; ++minute)
        source->advance(start + minute * 1min, events);
    hours->advance(*hours->recordingStart() + 24h * 30, events);
    // The venue's own hourly bars are the sums of its minutes; so must ours be.
    int compared = 0;
    for (const Kline& bar : source->klines(InstrumentId{0}, interval("1h"), start - 10h, {}, 100, start + 300min)) {
        const auto theirs = hours->klines(InstrumentId{0}, interval("1h"), bar.openTime, bar.openTime, 1, start + 24h * 30);
        if (!bar.closed || theirs.empty())
            continue;
        ++compared;
        QVERIFY(theirs[0].open == bar.open && theirs[0].high == bar.high && theirs[0].low == bar.low
                && theirs[0].close == bar.close);
        QVERIFY(theirs[0].volume == bar.volume);
    }
    QVERIFY(compared >= 13);
}

void TstReplayMarket::tradesFileIsPlayedTradeByTrade()
{
    const QString path =
        spreadline::test::sharedFile(QStringLiteral("data/trades/binance-usdm_BTCUSDT_trades_2024-08-08.csv.gz"));
    if (path.isEmpty())
        QSKIP("the recorded data are not here");
    const auto source = replay(path);
    QVERIFY(source);
    QCOMPARE(source->instruments().at(0).symbol, std::string("BTCUSDT"));
    source->setActive(InstrumentId{0}, true);
    std::vector<MarketEvent> events;
    const Timestamp start = *source->recordingStart();
    for (int tick = 1; tick <= 600; ++tick)
        source->advance(start + tick * 100ms, events);
    std::int64_t last = 0;
    for (const MarketEvent& event : events) {
        if (const auto* trade = std::get_if<Trade>(&event)) {
            QVERIFY(last == 0 || trade->id == last + 1);
            last = trade->id;
        }
    }
    QVERIFY(last > 0);
    QCOMPARE(source->trades(InstrumentId{0}, 0, 1, start).front().id, last);
}

void TstReplayMarket::inventedBookFollowsByDeltas()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("ABCUSDT.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("time_ms,trade_id,price,qty,buyer_is_maker\n");
    for (int i = 0; i < 200; ++i)
        file.write(QStringLiteral("%1,%2,%3,%4,%5\n")
                       .arg(1'600'000'000'000 + i * 333LL)
                       .arg(i + 1)
                       .arg(100.0 + i % 17 * 0.01, 0, 'f', 2)
                       .arg(1 + i % 5)
                       .arg(i % 2)
                       .toLatin1());
    file.close();
    const auto source = replay(file.fileName());
    QVERIFY(source);
    source->setActive(InstrumentId{0}, true);
    const Timestamp start = *source->recordingStart();
    Book book(source->book(InstrumentId{0}, 1'000, start));
    QVERIFY(!book.bids.empty() && !book.asks.empty());
    std::vector<MarketEvent> events;
    for (Timestamp now = start; now < start + 70s; now = now + 170ms) {
        events.clear();
        source->advance(now, events);
        for (const MarketEvent& event : events) {
            if (const auto* delta = std::get_if<BookDelta>(&event)) {
                QCOMPARE(delta->previousLast, book.id);
                book.apply(*delta);
            }
        }
        const BookSnapshot whole = source->book(InstrumentId{0}, 1'000, now);
        QVERIFY(book.id == whole.updateId && book.top(2'000).bids == whole.bids && book.top(2'000).asks == whole.asks);
        QVERIFY(whole.bids.front().price < whole.asks.front().price);
    }
}

void TstReplayMarket::rowsBecomeTradesThatAddUp_data()
{
    QTest::addColumn<int>("open");
    QTest::addColumn<int>("high");
    QTest::addColumn<int>("low");
    QTest::addColumn<int>("close");
    QTest::addColumn<int>("volume");
    QTest::newRow("rising") << 100 << 120 << 95 << 115 << 1'000;
    QTest::newRow("falling") << 115 << 120 << 95 << 100 << 37;
    QTest::newRow("flat") << 100 << 100 << 100 << 100 << 30;
    QTest::newRow("one step") << 100 << 100 << 100 << 100 << 1;
    QTest::newRow("nothing traded") << 100 << 100 << 100 << 100 << 0;
}

void TstReplayMarket::rowsBecomeTradesThatAddUp()
{
    QFETCH(int, open);
    QFETCH(int, high);
    QFETCH(int, low);
    QFETCH(int, close);
    QFETCH(int, volume);
    const auto price = [](int mantissa) { return Price::fromMantissa(mantissa, 2); };
    Kline row{.openTime = someTime,
              .closeTime = someTime + 59'999ms,
              .open = price(open),
              .high = price(high),
              .low = price(low),
              .close = price(close),
              .volume = Quantity::fromMantissa(volume, 3),
              .takerBuyVolume = {},
              .quoteVolume = {}};
    const auto trades = tradesOfRow(row, Instrument{}, 50);
    const Kline bar = barOf(trades);
    QVERIFY(bar.volume == row.volume);
    if (volume >= 30)
        QVERIFY(bar.open == row.open && bar.high == row.high && bar.low == row.low && bar.close == row.close);
    for (std::size_t i = 0; i < trades.size(); ++i) {
        QCOMPARE(trades[i].id, std::int64_t{50} + static_cast<std::int64_t>(i));
        QVERIFY(trades[i].time >= row.openTime && trades[i].time <= row.closeTime);
    }
}

SPREADLINE_TEST(TstReplayMarket)
#include "tst_replay_market.moc"
