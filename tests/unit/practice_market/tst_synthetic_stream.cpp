// SPDX-License-Identifier: GPL-3.0-or-later
#include "market_check.h"
#include "test_main.h"

using namespace spreadline;
using namespace spreadline::practice;
using namespace spreadline::practice::test;
using namespace std::chrono_literals;

class TstSyntheticStream : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void streamedTradesAreTheHistory();
    void theStreamIsTheSameHoweverItIsAsked();
    void deltasCarryASnapshotOn();
    void booksAreWholeAndNeverCrossed();
    void theTouchAgreesWithTheLastTrade();
    void onlyActiveInstrumentsSpeak();
    void aLongJumpLosesNoTrade();
    void liquidationsAreTrades();
    void aWantedRateIsMet_data();
    void aWantedRateIsMet();
};

namespace {

std::vector<MarketEvent> stream(MarketSource& source, Timestamp from, Duration length, Duration step)
{
    std::vector<MarketEvent> events;
    source.advance(from, events);
    for (Timestamp at = from + step; at <= from + length; at = at + step)
        source.advance(at, events);
    return events;
}

void activateAll(MarketSource& source)
{
    for (const Instrument& instrument : source.instruments())
        source.setActive(instrument.id, true);
}

template<typename Event>
std::vector<Event> of(const std::vector<MarketEvent>& events, InstrumentId id)
{
    std::vector<Event> found;
    for (const MarketEvent& event : events) {
        if (const auto* one = std::get_if<Event>(&event); one && one->instrument == id)
            found.push_back(*one);
    }
    return found;
}

Timestamp timeOf(const MarketEvent& event)
{
    return std::visit(
        [](const auto& e) {
            if constexpr (requires { e.time; })
                return e.time;
            else
                return Timestamp();
        },
        event);
}

} // namespace

void TstSyntheticStream::streamedTradesAreTheHistory()
{
    const auto source = market(4, {"BTCUSDT", "CRVUSDT"});
    activateAll(*source);
    const Timestamp start = openTime(interval("5m"), someTime);
    const auto events = stream(*source, start - 1ms, 5min + 1s, 50ms);
    for (const std::uint32_t index : {0U, 1U}) {
        auto trades = of<Trade>(events, InstrumentId{index});
        std::erase_if(trades, [&](const Trade& trade) { return trade.time >= start + 5min; });
        const Timestamp later = start + 1h;
        const auto five = source->klines(InstrumentId{index}, interval("5m"), start, start, 1, later);
        QVERIFY(sameContent(barOf(trades), five.front()));
        for (const Kline& minute : source->klines(InstrumentId{index}, interval("1m"), start, start + 4min, 5, later)) {
            std::vector<Trade> inside;
            std::ranges::copy_if(trades, std::back_inserter(inside), [&](const Trade& trade) {
                return trade.time >= minute.openTime && trade.time <= minute.closeTime;
            });
            QVERIFY(sameContent(barOf(inside), minute));
        }
        for (std::size_t i = 1; i < trades.size(); ++i)
            QCOMPARE(trades[i].id, trades[i - 1].id + 1);
    }
}

void TstSyntheticStream::theStreamIsTheSameHoweverItIsAsked()
{
    const auto one = market(4), two = market(4);
    activateAll(*one);
    activateAll(*two);
    const auto fine = stream(*one, someTime, 9s, 30ms);
    const auto coarse = stream(*two, someTime, 9s, 3s);
    QVERIFY(std::ranges::is_sorted(coarse, {}, timeOf));
    QCOMPARE(fine.size(), coarse.size());
    for (const Instrument& instrument : one->instruments()) {
        QVERIFY(of<Trade>(fine, instrument.id) == of<Trade>(coarse, instrument.id));
        QVERIFY(of<BookDelta>(fine, instrument.id) == of<BookDelta>(coarse, instrument.id));
        QVERIFY(of<MarkPrice>(fine, instrument.id) == of<MarkPrice>(coarse, instrument.id));
        QVERIFY(of<BookDelta>(fine, instrument.id).size() >= 89);
    }
}

void TstSyntheticStream::deltasCarryASnapshotOn()
{
    const auto source = market(4, {"BTCUSDT", "DOGEUSDT", "1000PEPEUSDT"});
    activateAll(*source);
    std::vector<MarketEvent> events;
    source->advance(someTime, events);
    std::vector<Book> books;
    for (const Instrument& instrument : source->instruments())
        books.emplace_back(source->book(instrument.id, 1'000, someTime));
    // Steps that hit and miss the grid, and jumps that are merged.
    Timestamp now = someTime;
    for (const Duration step :
         {7ms, 100ms, 250ms, 1'000ms, 99ms, 9'000ms, 15'000ms, 100ms, 61'000ms, 40ms, 60ms, 180'000ms, 100ms}) {
        now = now + step;
        events.clear();
        source->advance(now, events);
        for (std::size_t i = 0; i < books.size(); ++i) {
            const InstrumentId id{static_cast<std::uint32_t>(i)};
            for (const BookDelta& delta : of<BookDelta>(events, id)) {
                QCOMPARE(delta.previousLast, books[i].id);
                QVERIFY(delta.firstId > delta.previousLast && delta.firstId <= delta.lastId);
                QVERIFY(!delta.bids.empty() || !delta.asks.empty());
                books[i].apply(delta);
            }
            const BookSnapshot whole = source->book(id, 1'000, now);
            QCOMPARE(books[i].id, whole.updateId);
            const BookSnapshot kept = books[i].top(2'000);
            QVERIFY(kept.bids == whole.bids && kept.asks == whole.asks);
        }
    }
}

void TstSyntheticStream::booksAreWholeAndNeverCrossed()
{
    const auto source = market(9);
    for (int i = 0; i < 600; ++i) {
        const Instrument& instrument = source->instruments()[static_cast<std::size_t>(i % 30)];
        const Timestamp now = someTime + i * 3'700ms;
        const BookSnapshot book = source->book(instrument.id, 1'000, now);
        QVERIFY(book.bids.size() > 600 && book.bids.size() <= 1'000 && book.asks.size() > 600 && book.asks.size() <= 1'000);
        QVERIFY(book.bids.front().price < book.asks.front().price);
        QVERIFY(book.time <= now && now - book.time < 100ms);
        QVERIFY(std::ranges::is_sorted(book.bids, std::greater<>(), &BookLevel::price));
        QVERIFY(std::ranges::is_sorted(book.asks, std::less<>(), &BookLevel::price));
        for (const auto& side : {book.bids, book.asks}) {
            for (std::size_t level = 0; level < side.size(); ++level) {
                QVERIFY(side[level].price > 0 && side[level].price % instrument.tickSize.mantissa() == 0);
                QVERIFY(side[level].quantity > 0 && side[level].quantity % instrument.stepSize.mantissa() == 0);
                QVERIFY(level == 0 || side[level].price != side[level - 1].price);
            }
        }
        const BookSnapshot shallow = source->book(instrument.id, 5, now);
        QVERIFY(std::equal(shallow.bids.begin(), shallow.bids.end(), book.bids.begin()) && shallow.bids.size() == 5);
    }
}

void TstSyntheticStream::theTouchAgreesWithTheLastTrade()
{
    const auto source = market(9, {"BTCUSDT", "ETHUSDT", "SOLUSDT"});
    for (int i = 0; i < 300; ++i) {
        const InstrumentId id{static_cast<std::uint32_t>(i % 3)};
        const Timestamp now = openTime(interval("1m"), someTime) + i * 1'300ms;
        const BookSnapshot book = source->book(id, 1, now);
        const Trade last = source->trades(id, 0, 1, book.time).front();
        const std::int64_t touch = last.aggressor == Side::Buy ? book.asks.front().price : book.bids.front().price;
        QCOMPARE(touch, last.price.mantissa());
        const std::int64_t tick = source->instruments()[static_cast<std::size_t>(i % 3)].tickSize.mantissa();
        QVERIFY(book.asks.front().price - book.bids.front().price <= 3 * tick);
    }
}

void TstSyntheticStream::onlyActiveInstrumentsSpeak()
{
    const auto source = market(9, {"BTCUSDT", "ETHUSDT"});
    source->setActive(InstrumentId{1}, true);
    const auto events = stream(*source, someTime, 2s, 100ms);
    QVERIFY(of<Trade>(events, InstrumentId{0}).empty() && of<BookDelta>(events, InstrumentId{0}).empty());
    QCOMPARE(of<BookDelta>(events, InstrumentId{1}).size(), std::size_t{20});
    // One that wakes up later starts where its snapshot is.
    const Book book(source->book(InstrumentId{0}, 1'000, someTime + 2s));
    source->setActive(InstrumentId{0}, true);
    std::vector<MarketEvent> more;
    source->advance(someTime + 2'100ms, more);
    QCOMPARE(of<BookDelta>(more, InstrumentId{0}).front().previousLast, book.id);
}

void TstSyntheticStream::aLongJumpLosesNoTrade()
{
    const auto source = market(9, {"BTCUSDT"});
    source->setActive(InstrumentId{0}, true);
    const auto events = stream(*source, someTime, 20min, 20min);
    const auto trades = of<Trade>(events, InstrumentId{0});
    QVERIFY(trades == source->tradesBetween(InstrumentId{0}, someTime + 1ms, someTime + 20min, 1'000'000, someTime + 20min));
    QCOMPARE(of<BookDelta>(events, InstrumentId{0}).size(), std::size_t{1});
}

void TstSyntheticStream::liquidationsAreTrades()
{
    const auto source = market(9, {"WIFUSDT", "BTCUSDT"});
    activateAll(*source);
    const auto events = stream(*source, someTime, 24h, 30min);
    const auto forced = of<Liquidation>(events, InstrumentId{0});
    QVERIFY(!forced.empty() && forced.size() < 300);
    const auto trades = of<Trade>(events, InstrumentId{0});
    for (const Liquidation& one : forced) {
        QVERIFY(std::ranges::any_of(trades, [&](const Trade& trade) {
            return trade.time == one.time && trade.price == one.price && trade.quantity == one.quantity
                && trade.aggressor == one.side;
        }));
    }
}

void TstSyntheticStream::aWantedRateIsMet_data()
{
    QTest::addColumn<double>("rate");
    QTest::newRow("slow") << 500.0;
    QTest::newRow("thousands") << 3'000.0;
}

void TstSyntheticStream::aWantedRateIsMet()
{
    QFETCH(double, rate);
    MarketConfig config;
    config.symbolCount = 10;
    config.messagesPerSecond = rate;
    auto source = openMarket(config);
    QVERIFY(source);
    activateAll(**source);
    const auto events = stream(**source, someTime, 5s, 100ms);
    const double met = static_cast<double>(events.size()) / 5.0;
    QVERIFY2(met > 0.5 * rate && met < 2.5 * rate, qPrintable(QString::number(met)));
    const auto trades = of<Trade>(events, InstrumentId{0});
    for (std::size_t i = 1; i < trades.size(); ++i)
        QCOMPARE(trades[i].id, trades[i - 1].id + 1);
}

SPREADLINE_TEST(TstSyntheticStream)
#include "tst_synthetic_stream.moc"
