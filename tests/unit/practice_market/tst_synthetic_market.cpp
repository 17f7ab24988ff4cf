// SPDX-License-Identifier: GPL-3.0-or-later
#include "market_check.h"
#include "practice/synthetic_market.h"
#include "test_main.h"

using namespace spreadline;
using namespace spreadline::practice;
using namespace spreadline::practice::test;
using namespace std::chrono_literals;

class TstSyntheticMarket : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void booksOfAnyPriceStandInOrder_data();
    void booksOfAnyPriceStandInOrder();
    void aSeedIsOneMarket();
    void symbolsDoNotDependOnTheirCompany();
    void refusesWhatItCannotTrade_data();
    void refusesWhatItCannotTrade();
    void longBarsAreSumsOfShortOnes_data();
    void longBarsAreSumsOfShortOnes();
    void historyGoesBackYears();
    void rangesOfKlinesMeanOpenTimes();
    void formingBarIsWhatWasTradedSoFar();
    void tradesByIdAndByTimeAgree();
    void tickerIsADayOfMinutes();
    void pricesStayOnTheGridAndSane();
    void markFollowsTheIndexAndTheIndexThePrice();
    void referenceBarsHoldTheirMarks();
    void fundingIsDueOnTheHour();
    void fundingStaysWithinItsTerms();
    void preparesBarsInSlices_data();
    void preparesBarsInSlices();
};

void TstSyntheticMarket::aSeedIsOneMarket()
{
    const auto one = market(42), two = market(42), other = market(43);
    const InstrumentId id{4};
    two->klines(InstrumentId{7}, interval("1d"), {}, {}, 30, someTime); // a different past of queries
    QVERIFY(one->klines(id, interval("1h"), {}, {}, 50, someTime) == two->klines(id, interval("1h"), {}, {}, 50, someTime));
    QVERIFY(one->trades(id, 0, 300, someTime) == two->trades(id, 0, 300, someTime));
    QVERIFY(one->book(id, 1'000, someTime) == two->book(id, 1'000, someTime));
    QVERIFY(one->mark(id, someTime) == two->mark(id, someTime));
    QVERIFY(!(one->trades(id, 0, 300, someTime) == other->trades(id, 0, 300, someTime)));
}

void TstSyntheticMarket::symbolsDoNotDependOnTheirCompany()
{
    const auto all = market(5);
    const auto few = market(5, {"ETCUSDT", "ETHUSDT"});
    QVERIFY(few);
    const auto inAll = std::ranges::find(all->instruments(), "ETCUSDT", &Instrument::symbol)->id;
    QCOMPARE(few->instruments().size(), std::size_t{2});
    auto bars = all->klines(inAll, interval("15m"), {}, {}, 20, someTime);
    QVERIFY(bars == few->klines(InstrumentId{0}, interval("15m"), {}, {}, 20, someTime));
}

void TstSyntheticMarket::refusesWhatItCannotTrade_data()
{
    QTest::addColumn<QStringList>("symbols");
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("rate");
    QTest::addColumn<int>("code");
    QTest::newRow("unknown symbol") << QStringList{QStringLiteral("NOPEUSDT")} << 30 << 0.0 << int(Errc::UnknownInstrument);
    QTest::newRow("twice") << QStringList{QStringLiteral("BTCUSDT"), QStringLiteral("BTCUSDT")} << 30 << 0.0
                           << int(Errc::BadUsage);
    QTest::newRow("none") << QStringList{} << 0 << 0.0 << int(Errc::BadUsage);
    QTest::newRow("too many") << QStringList{} << 31 << 0.0 << int(Errc::BadUsage);
    QTest::newRow("negative rate") << QStringList{} << 30 << -1.0 << int(Errc::BadUsage);
    QTest::newRow("absurd rate") << QStringList{} << 30 << 1e9 << int(Errc::BadUsage);
}

void TstSyntheticMarket::refusesWhatItCannotTrade()
{
    QFETCH(QStringList, symbols);
    QFETCH(int, count);
    QFETCH(double, rate);
    QFETCH(int, code);
    MarketConfig config;
    for (const QString& symbol : symbols)
        config.symbols.push_back(symbol.toStdString());
    config.symbolCount = count;
    config.messagesPerSecond = rate;
    const auto opened = openMarket(config);
    QVERIFY(!opened);
    QCOMPARE(int(opened.error().code), code);
}

void TstSyntheticMarket::longBarsAreSumsOfShortOnes_data()
{
    QTest::addColumn<QString>("shorter");
    QTest::addColumn<QString>("longer");
    for (const auto& [shorter, longer] : {std::pair{"1m", "3m"},
                                          {"1m", "5m"},
                                          {"5m", "15m"},
                                          {"15m", "30m"},
                                          {"1m", "1h"},
                                          {"1h", "2h"},
                                          {"1h", "4h"},
                                          {"2h", "6h"},
                                          {"4h", "8h"},
                                          {"4h", "12h"},
                                          {"1h", "1d"},
                                          {"1d", "3d"},
                                          {"1d", "1w"},
                                          {"1d", "1M"}})
        QTest::newRow(longer) << QString::fromLatin1(shorter) << QString::fromLatin1(longer);
}

void TstSyntheticMarket::longBarsAreSumsOfShortOnes()
{
    QFETCH(QString, shorter);
    QFETCH(QString, longer);
    const Interval small = *parseInterval(shorter.toStdString()), large = *parseInterval(longer.toStdString());
    const auto source = market(11, {"SOLUSDT"}), fresh = market(11, {"SOLUSDT"});
    for (const Kline& bar : source->klines(InstrumentId{0}, large, {}, {}, 3, someTime)) {
        const auto parts = fresh->klines(InstrumentId{0}, small, bar.openTime, bar.closeTime, 2'000, someTime);
        QVERIFY(parts.size() >= 2 || !bar.closed);
        Kline sum = parts.front();
        for (std::size_t i = 1; i < parts.size(); ++i) {
            sum.high = std::max(sum.high, parts[i].high);
            sum.low = std::min(sum.low, parts[i].low);
            sum.close = parts[i].close;
            sum.volume += parts[i].volume;
            sum.takerBuyVolume += parts[i].takerBuyVolume;
            sum.quoteVolume += parts[i].quoteVolume;
            sum.trades += parts[i].trades;
            QVERIFY(parts[i].open == parts[i - 1].close);
        }
        QVERIFY(sameContent(sum, bar));
    }
}

void TstSyntheticMarket::historyGoesBackYears()
{
    const auto source = market(1);
    const auto months = source->klines(InstrumentId{0}, interval("1M"), {}, {}, 1'500, Timestamp::fromMillis(1'648'900'000'000));
    QCOMPARE(months.size(), std::size_t{4});
    QCOMPARE(toIsoString(months.front().openTime), std::string("2022-01-01T00:00:00.000Z"));
    QVERIFY(months.front().closed && !months.back().closed);
    QVERIFY(source->klines(InstrumentId{0}, interval("1h"), {}, Timestamp::fromMillis(onboardMillis - 1), 10, someTime).empty());
}

void TstSyntheticMarket::rangesOfKlinesMeanOpenTimes()
{
    const auto source = market(1, {"BTCUSDT"});
    const Timestamp noon = openTime(interval("1d"), someTime) - 12h;
    const auto both = source->klines(InstrumentId{0}, interval("1h"), noon, noon + 3h, 100, someTime);
    QCOMPARE(both.size(), std::size_t{4}); // inclusive at both ends
    QVERIFY(both.front().openTime == noon && both.back().openTime == noon + 3h);
    const auto inside = source->klines(InstrumentId{0}, interval("1h"), noon + 1ms, noon + 3h - 1ms, 100, someTime);
    QCOMPARE(inside.size(), std::size_t{2});
    const auto first = source->klines(InstrumentId{0}, interval("1h"), noon, {}, 2, someTime);
    QVERIFY(first.size() == 2 && first.front().openTime == noon);
    const auto newest = source->klines(InstrumentId{0}, interval("1h"), {}, noon, 2, someTime);
    QVERIFY(newest.size() == 2 && newest.back().openTime == noon);
    const auto future = source->klines(InstrumentId{0}, interval("1h"), someTime + 1h, someTime + 9h, 2, someTime);
    QVERIFY(future.empty());
    QVERIFY(source->klines(InstrumentId{0}, Interval::ticks(100), {}, {}, 10, someTime).empty());
}

void TstSyntheticMarket::formingBarIsWhatWasTradedSoFar()
{
    const auto source = market(8, {"ETHUSDT"});
    for (const auto* text : {"1m", "5m", "1h"}) {
        const auto bars = source->klines(InstrumentId{0}, interval(text), {}, {}, 1, someTime);
        QCOMPARE(bars.size(), std::size_t{1});
        QVERIFY(!bars[0].closed && bars[0].closeTime > someTime);
        const auto trades = source->tradesBetween(InstrumentId{0}, bars[0].openTime, someTime, 1'000'000, someTime);
        QVERIFY(sameContent(barOf(trades), bars[0]));
    }
}

void TstSyntheticMarket::tradesByIdAndByTimeAgree()
{
    const auto source = market(8, {"LTCUSDT"});
    const InstrumentId id{0};
    const auto newest = source->trades(id, 0, 1'000, someTime);
    QCOMPARE(newest.size(), std::size_t{1'000});
    for (std::size_t i = 1; i < newest.size(); ++i) {
        QCOMPARE(newest[i].id, newest[i - 1].id + 1);
        QVERIFY(newest[i].time >= newest[i - 1].time);
    }
    QVERIFY(newest.back().time <= someTime);
    const std::vector<Trade> middle(newest.begin() + 100, newest.begin() + 150);
    QVERIFY(source->trades(id, middle.front().id, 50, someTime) == middle);
    const auto between = source->tradesBetween(id, newest[100].time, newest[149].time, 1'000, someTime);
    QVERIFY(between.size() >= 50);
    QVERIFY(between.front().time >= newest[100].time && between.back().time <= newest[149].time);
    QVERIFY(source->trades(id, newest.back().id + 1, 10, someTime).empty());
    QVERIFY(source->tradesBetween(id, someTime + 1ms, someTime + 1h, 10, someTime).empty());
}

void TstSyntheticMarket::tickerIsADayOfMinutes()
{
    const auto source = market(3, {"XRPUSDT"});
    const Ticker24h ticker = source->ticker(InstrumentId{0}, someTime);
    const auto minutes = source->klines(InstrumentId{0}, interval("1m"), {}, {}, 1'440, someTime);
    QVERIFY(ticker.open == minutes.front().open && ticker.last == minutes.back().close);
    Quantity volume = minutes.front().volume;
    for (std::size_t i = 1; i < minutes.size(); ++i)
        volume += minutes[i].volume;
    QVERIFY(ticker.volume == volume);
    QVERIFY(source->trades(InstrumentId{0}, 0, 1, someTime).front().price == ticker.last);
}

void TstSyntheticMarket::pricesStayOnTheGridAndSane()
{
    const auto source = market(21);
    for (const Instrument& instrument : source->instruments()) {
        const auto level = std::ranges::find(catalogue(), instrument.symbol, &CatalogueEntry::symbol)->level;
        for (const Trade& trade : source->trades(instrument.id, 0, 200, someTime)) {
            QVERIFY(checkPrice(instrument, trade.price));
            QVERIFY(checkQuantity(instrument, trade.quantity));
        }
        const Timestamp monthAgo = someTime - 30 * 24h;
        for (const Kline& day : source->klines(instrument.id, interval("1d"), monthAgo, {}, 40, someTime)) {
            QVERIFY(day.low.toDouble() > level / 20 && day.high.toDouble() < level * 20);
            QVERIFY(day.high.toDouble() / day.low.toDouble() < 1.8);
        }
    }
}

void TstSyntheticMarket::markFollowsTheIndexAndTheIndexThePrice()
{
    const auto source = market(2);
    for (int second = 0; second < 300; ++second) {
        const Timestamp now = someTime + second * 1s;
        const InstrumentId id{static_cast<std::uint32_t>(second % 30)};
        const MarkPrice mark = source->mark(id, now);
        const double index = mark.index.toDouble();
        const double last = source->trades(id, 0, 1, now).front().price.toDouble();
        QVERIFY2(std::abs(index / last - 1) < 0.01, qPrintable(QString::number(index / last)));
        QVERIFY(std::abs(mark.mark.toDouble() / index - 1) < 0.001);
        QVERIFY(mark.nextFunding > now && mark.nextFunding - now <= 8h);
    }
}

void TstSyntheticMarket::referenceBarsHoldTheirMarks()
{
    const auto source = market(2, {"BNBUSDT"});
    const Timestamp start = openTime(interval("5m"), someTime) - 5min;
    const auto bar =
        source->referenceKlines(MarketSource::Reference::Mark, InstrumentId{0}, interval("5m"), start, start, 1, someTime);
    QCOMPARE(bar.size(), std::size_t{1});
    QVERIFY(bar[0].volume.isZero() && bar[0].trades == 0 && bar[0].closed);
    QVERIFY(bar[0].open == source->mark(InstrumentId{0}, start).mark);
    for (Timestamp at = start; at <= bar[0].closeTime; at = at + 250ms) {
        const Price mark = source->mark(InstrumentId{0}, at).mark;
        QVERIFY(mark >= bar[0].low && mark <= bar[0].high);
    }
}

void TstSyntheticMarket::fundingIsDueOnTheHour()
{
    const auto source = market(2, {"BTCUSDT", "SUIUSDT"});
    const auto eight = source->funding(InstrumentId{0}, {}, {}, 10, someTime);
    const auto four = source->funding(InstrumentId{1}, {}, {}, 10, someTime);
    QCOMPARE(eight.size(), std::size_t{10});
    for (std::size_t i = 1; i < 10; ++i) {
        QVERIFY(eight[i].time - eight[i - 1].time == 8h && four[i].time - four[i - 1].time == 4h);
        QVERIFY(std::abs(eight[i].rate.toDouble()) < 0.003);
        QVERIFY(eight[i].mark == source->mark(InstrumentId{0}, eight[i].time).mark);
    }
    QVERIFY(eight.back().time <= someTime && someTime - eight.back().time < 8h);
    const auto since = source->funding(InstrumentId{0}, eight[3].time, eight[5].time, 100, someTime);
    QCOMPARE(since.size(), std::size_t{3});
}

void TstSyntheticMarket::fundingStaysWithinItsTerms()
{
    const auto source = market(2, {"BTCUSDT", "1000PEPEUSDT", "INJUSDT", "WIFUSDT"});
    const std::array hours{8, 8, 4, 1};
    QVERIFY(source->fundingTerms(InstrumentId{0}) == MarketSource::FundingTerms{});
    std::int64_t atTheCap = 0;
    for (const Instrument& instrument : source->instruments()) {
        const auto terms = source->fundingTerms(instrument.id);
        QCOMPARE(terms.hours, hours[index(instrument.id)]);
        const auto settled = source->funding(instrument.id, {}, {}, 1'000, someTime);
        for (std::size_t i = 1; i < settled.size(); ++i) {
            QCOMPARE(settled[i].time - settled[i - 1].time, Duration(std::chrono::hours(terms.hours)));
            QVERIFY(settled[i].rate <= terms.cap && -terms.cap <= settled[i].rate);
            atTheCap += settled[i].rate == terms.cap;
        }
        QVERIFY(source->mark(instrument.id, someTime).nextFunding - settled.back().time == std::chrono::hours(terms.hours));
    }
    QVERIFY(atTheCap > 0); // else the smallest cap shows nothing
}

void TstSyntheticMarket::preparesBarsInSlices_data()
{
    QTest::addColumn<QString>("of");
    QTest::addColumn<QString>("interval");
    QTest::newRow("days") << QString() << QStringLiteral("1d");
    QTest::newRow("half days") << QString() << QStringLiteral("12h");
    QTest::newRow("hours") << QString() << QStringLiteral("1h");
    QTest::newRow("weeks") << QString() << QStringLiteral("1w");
    QTest::newRow("days of the mark") << QStringLiteral("mark") << QStringLiteral("1d");
    QTest::newRow("hours of the index") << QStringLiteral("index") << QStringLiteral("4h");
}

void TstSyntheticMarket::preparesBarsInSlices()
{
    QFETCH(QString, of);
    QFETCH(QString, interval);
    using Reference = MarketSource::Reference;
    std::optional<Reference> reference;
    if (!of.isEmpty())
        reference = of == QLatin1String("mark") ? Reference::Mark : Reference::Index;
    const auto source = market(2, {"BTCUSDT"}), cold = market(2, {"BTCUSDT"});
    const InstrumentId id{0};
    const Interval bars = spreadline::practice::test::interval(interval.toLatin1().constData());
    int slices = 1;
    while (!source->prepareKlines(reference, id, bars, {}, {}, 600, someTime))
        ++slices;
    QVERIFY2(slices > 3, qPrintable(QString::number(slices)));
    const auto all = [&](MarketSource& from) {
        return reference ? from.referenceKlines(*reference, id, bars, {}, {}, 600, someTime)
                         : from.klines(id, bars, {}, {}, 600, someTime);
    };
    QVERIFY(all(*source) == all(*cold));
}

void TstSyntheticMarket::booksOfAnyPriceStandInOrder_data()
{
    QTest::addColumn<qint64>("price"); // ticks
    for (const qint64 price : {300ll, 5'000ll, 60'000ll, 3'000'000ll, 20'000'000ll, 1'230'000'000ll, 400'000'000'000ll})
        QTest::addRow("%lld", price) << price;
}

/// A replayed file may have millions of ticks between two levels.
void TstSyntheticMarket::booksOfAnyPriceStandInOrder()
{
    QFETCH(qint64, price);
    const SyntheticBook book(7, {.meanSteps = 1e5, .typicalPrice = price, .units = {}});
    BookSides sides;
    for (std::int64_t at = 0; at < 60'000; at += 700) {
        const std::int64_t best = price + at % 97;
        book.build(1'700'000'000'000 + at, {best, best + 1}, {price, price, price}, SyntheticBook::mostLevels, sides);
        QCOMPARE(sides.bids.front().price, best);
        QCOMPARE(sides.asks.front().price, best + 1);
        QVERIFY(std::ranges::adjacent_find(sides.bids, std::ranges::less_equal(), &BookLevel::price) == sides.bids.end());
        QVERIFY(std::ranges::adjacent_find(sides.asks, std::ranges::greater_equal(), &BookLevel::price) == sides.asks.end());
        for (const auto* side : {&sides.bids, &sides.asks})
            QVERIFY(std::ranges::all_of(*side, [](const BookLevel& level) { return level.price > 0 && level.quantity > 0; }));
    }
    QVERIFY(sides.asks.back().price - price > price / 200);
}

SPREADLINE_TEST(TstSyntheticMarket)
#include "tst_synthetic_market.moc"
