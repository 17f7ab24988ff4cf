// SPDX-License-Identifier: GPL-3.0-or-later
#include "property.h"
#include "session/trade_prints.h"
#include "test_main.h"

#include <map>
#include <set>

using namespace spreadline;
using namespace spreadline::test;
using namespace std::chrono_literals;

/// However a tape is told, the prints are the sums of the trades that were in it, and say where trades are missing.
class TstTradePrints : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sumsByBarAndRow();
    void aResetDoesNotCountTwice();
    void anyTellingEqualsBruteForce();
    void skippedTradesMakeTheBarPartial();
    void aHoleIsFilledLater();
    void nothingBeforeTheFirstTrade();
    void anotherCountStartsAnew_data();
    void anotherCountStartsAnew();
    void anotherIntervalKeepsTheTrades();
    void memoryIsBounded();
    void oldBarsGoFirst();
    void tradesOffTheGridAreMissing();
    void foldsRows();
    void findsImbalances_data();
    void findsImbalances();
};

namespace {

constexpr InstrumentId instrument{3};
constexpr BookScale scale{1, 3};
const Interval minute = Interval::time(1min);
const Timestamp start = Timestamp::fromMillis(1'763'640'000'000);

Trade trade(std::int64_t id, std::int64_t millis, std::int64_t price, std::int64_t quantity, Side side = Side::Buy)
{
    return {instrument,
            id,
            Price::fromMantissa(price, 1),
            Quantity::fromMantissa(quantity, 3),
            side,
            start + std::chrono::milliseconds(millis)};
}

TapeUpdate tape(std::vector<Trade> trades, bool reset = false, std::int64_t skipped = 0)
{
    return {instrument, reset, skipped, std::move(trades), Trust{TrustState::Synced, {}, {}, {}}};
}

TradePrints prints(std::int64_t step = 5, Interval interval = minute)
{
    TradePrints made;
    made.start(instrument, scale, step, interval);
    return made;
}

Timestamp minuteAt(int i)
{
    return start + i * 1min;
}

} // namespace

void TstTradePrints::sumsByBarAndRow()
{
    TradePrints made = prints();
    const auto change = made.add(tape({trade(1, 0, 1'000, 10), trade(2, 1, 1'004, 5, Side::Sell), trade(3, 2, 1'005, 7),
                                       trade(4, 60'000, 999, 2, Side::Sell)}));
    QVERIFY(change.any);
    QCOMPARE(change.from, minuteAt(0));
    QCOMPARE(*made.find(minuteAt(0)), (PrintBar{minuteAt(0), {{200, 10, 5}, {201, 7, 0}}, 17, 5}));
    QCOMPARE(*made.find(minuteAt(1)), (PrintBar{minuteAt(1), {{199, 0, 2}}, 0, 2}));
    QCOMPARE(made.find(minuteAt(0))->delta(), std::int64_t{12});
    QVERIFY(!made.find(minuteAt(2)));
    QVERIFY(!made.add({InstrumentId{4}, true, 0, {trade(9, 0, 1, 1)}, {}}).any); // another market's tape
    QCOMPARE(made.bars(), std::size_t{2});
}

void TstTradePrints::aResetDoesNotCountTwice()
{
    TradePrints made = prints();
    const std::vector<Trade> all{trade(1, 0, 1'000, 10), trade(2, 1, 1'000, 5), trade(3, 2, 1'000, 7)};
    made.add(tape({all[0], all[1]}, true));
    const auto again = made.add(tape(all, true));
    QVERIFY(again.any);
    QCOMPARE(made.find(minuteAt(0))->bought, std::int64_t{22});
    QVERIFY(!made.add(tape(all, true)).any);
    QVERIFY(!made.add(tape({}, true)).any); // a tape that has just been opened has nothing yet
    QCOMPARE(made.find(minuteAt(0))->bought, std::int64_t{22});
}

namespace {

/// What the prints must say, from the trades that were told.
struct Model {
    std::map<std::int64_t, Trade> told;

    std::vector<PrintBar> bars(std::int64_t step) const
    {
        std::map<Timestamp, std::map<std::int64_t, PrintRow>> sums;
        for (const auto& [id, trade] : told) {
            PrintRow& row = sums[openTime(minute, trade.time)][trade.price.mantissa() / step];
            row.row = trade.price.mantissa() / step;
            (trade.aggressor == Side::Buy ? row.bought : row.sold) += trade.quantity.mantissa();
        }
        std::vector<PrintBar> bars;
        for (const auto& [open, rows] : sums) {
            PrintBar bar{open, {}, 0, 0};
            for (const auto& [at, row] : rows) {
                bar.rows.push_back(row);
                bar.bought += row.bought;
                bar.sold += row.sold;
            }
            bars.push_back(bar);
        }
        return bars;
    }

    PrintCoverage coverage(Timestamp open) const
    {
        const Timestamp next = open + 1min;
        if (told.empty() || next <= told.begin()->second.time)
            return PrintCoverage::None;
        if (open <= told.begin()->second.time)
            return PrintCoverage::Partial;
        for (auto right = std::next(told.begin()); right != told.end(); ++right) {
            const auto left = std::prev(right);
            const bool isHole = right->first > left->first + 1;
            if (isHole && right->second.time >= open && left->second.time < next)
                return PrintCoverage::Partial;
        }
        return PrintCoverage::Whole;
    }
};

std::vector<Trade> someTrades(int count)
{
    std::vector<Trade> trades;
    std::int64_t millis = 0;
    for (int i = 0; i < count; ++i) {
        millis += *rc::gen::element(0, 0, 1, 500, 20'000, 90'000);
        trades.push_back(trade(100 + i, millis, *rc::gen::inRange<std::int64_t>(900, 1'000),
                               *rc::gen::inRange<std::int64_t>(1, 50), *rc::gen::element(Side::Buy, Side::Sell)));
    }
    return trades;
}

} // namespace

void TstTradePrints::anyTellingEqualsBruteForce()
{
    property("sums, holes and coverage of whatever was told", [] {
        const auto trades = someTrades(*rc::gen::inRange(1, 60));
        const auto count = static_cast<int>(trades.size());
        TradePrints made = prints(7);
        Model model;
        int at = 0;
        while (at < count) {
            const int end = *rc::gen::inRange(at + 1, count + 1);
            const bool reset = *rc::gen::weightedElement<bool>({{3, false}, {1, true}});
            // An increment, some of whose first trades may be left out; a reset brings a run of the past along.
            const int from = reset ? *rc::gen::inRange(0, at + 1) : *rc::gen::weightedElement<int>({{3, at}, {1, end - 1}});
            std::vector<Trade> sent(trades.begin() + from, trades.begin() + end);
            for (const Trade& one : sent)
                model.told[one.id] = one;
            made.add(tape(sent, reset, reset ? 0 : from - at));
            at = end;
        }
        const auto expected = model.bars(7);
        RC_ASSERT(made.bars() == expected.size());
        for (const PrintBar& bar : expected)
            RC_ASSERT(made.find(bar.open) && *made.find(bar.open) == bar);
        const std::int64_t between = model.told.rbegin()->first - model.told.begin()->first + 1;
        RC_ASSERT(made.missing() == between - static_cast<std::int64_t>(model.told.size()));
        for (int i = -1; i < 100; ++i)
            RC_ASSERT(made.coverage(minuteAt(i)) == model.coverage(minuteAt(i)));
    });
}

void TstTradePrints::skippedTradesMakeTheBarPartial()
{
    TradePrints made = prints();
    made.add(tape({trade(1, 0, 1'000, 1), trade(2, 61'000, 1'000, 1)}));
    made.add(tape({trade(300, 130'000, 1'000, 1)}, false, 297));
    made.add(tape({trade(301, 200'000, 1'000, 1)}));
    QCOMPARE(made.missing(), std::int64_t{297});
    QCOMPARE(made.coverage(minuteAt(1)), PrintCoverage::Partial);
    QCOMPARE(made.coverage(minuteAt(2)), PrintCoverage::Partial);
    QCOMPARE(made.coverage(minuteAt(3)), PrintCoverage::Whole);
}

void TstTradePrints::aHoleIsFilledLater()
{
    TradePrints made = prints();
    made.add(tape({trade(1, 0, 1'000, 1), trade(2, 61'000, 1'000, 1), trade(5, 64'000, 1'000, 1)}));
    QCOMPARE(made.coverage(minuteAt(1)), PrintCoverage::Partial);
    const auto change = made.add(tape(
        {trade(3, 62'000, 1'005, 4), trade(4, 63'000, 1'005, 4), trade(5, 64'000, 1'000, 1), trade(6, 130'000, 1'000, 1)}, true));
    QCOMPARE(change.from, minuteAt(1));
    QCOMPARE(made.coverage(minuteAt(1)), PrintCoverage::Whole);
    QCOMPARE(made.find(minuteAt(1))->bought, std::int64_t{10});
    QCOMPARE(made.missing(), std::int64_t{0});
}

void TstTradePrints::nothingBeforeTheFirstTrade()
{
    TradePrints made = prints();
    QCOMPARE(made.coverage(minuteAt(0)), PrintCoverage::None);
    QVERIFY(!made.since().isKnown());
    made.add(tape({trade(7, 90'000, 1'000, 1)}));
    QCOMPARE(made.coverage(minuteAt(0)), PrintCoverage::None);
    QCOMPARE(made.coverage(minuteAt(1)), PrintCoverage::Partial); // it may have had trades before
    QCOMPARE(made.coverage(minuteAt(2)), PrintCoverage::Whole);
    QCOMPARE(made.since(), start + 90s);
}

void TstTradePrints::anotherCountStartsAnew_data()
{
    QTest::addColumn<std::int64_t>("id");
    QTest::addColumn<std::int64_t>("millis");
    QTest::addColumn<bool>("reset");
    QTest::newRow("lower ids, later") << std::int64_t{3} << std::int64_t{70'000} << false;
    QTest::newRow("a tape that starts over with less") << std::int64_t{900} << std::int64_t{500} << true;
    QTest::newRow("the same id at another time") << std::int64_t{1'000} << std::int64_t{70'000} << true;
    QTest::newRow("far ahead") << std::int64_t{1'000'000'000} << std::int64_t{70'000} << false;
}

void TstTradePrints::anotherCountStartsAnew()
{
    QFETCH(const std::int64_t, id);
    QFETCH(const std::int64_t, millis);
    QFETCH(const bool, reset);
    TradePrints made = prints();
    made.add(tape({trade(999, 0, 1'000, 1), trade(1'000, 1'000, 1'000, 1)}));
    QVERIFY(made.add(tape({trade(id, millis, 1'000, 40)}, reset)).any);
    QCOMPARE(made.bars(), std::size_t{1});
    QCOMPARE(made.find(openTime(minute, start + std::chrono::milliseconds(millis)))->bought, std::int64_t{40});
    QCOMPARE(made.missing(), std::int64_t{0});
}

void TstTradePrints::anotherIntervalKeepsTheTrades()
{
    TradePrints made = prints();
    made.add(tape({trade(1, 0, 1'000, 1), trade(2, 61'000, 1'000, 2), trade(4, 310'000, 1'005, 4, Side::Sell)}));
    made.setInterval(Interval::time(5min));
    QCOMPARE(made.bars(), std::size_t{2});
    QCOMPARE(made.find(minuteAt(0))->bought, std::int64_t{3});
    QCOMPARE(made.coverage(minuteAt(0)), PrintCoverage::Partial);
    made.setInterval(minute);
    QCOMPARE(made.find(minuteAt(1))->bought, std::int64_t{2});
    QCOMPARE(made.missing(), std::int64_t{1});
}

void TstTradePrints::memoryIsBounded()
{
    TradePrints made = prints(1);
    std::size_t most = 0;
    for (int batch = 0; batch < 3'000; ++batch) {
        std::vector<Trade> trades;
        for (int i = 0; i < 200; ++i) { // each at a price of its own, a trade in three is missing
            const std::int64_t number = batch * 200 + i;
            trades.push_back(trade(number + batch, number * 30, number * 13 % 4'096, 1));
        }
        made.add(tape(std::move(trades)));
        most = std::max(most, made.memory());
    }
    QVERIFY2(most < 12'000'000, std::to_string(most).c_str());
    made.setInterval(Interval::time(5min));
    QVERIFY(made.memory() < 12'000'000);
    QCOMPARE(made.coverage(minuteAt(1)), PrintCoverage::None); // its trades have been let go
}

void TstTradePrints::oldBarsGoFirst()
{
    TradePrints made = prints(1);
    std::int64_t id = 0;
    for (int bar = 0; bar < 200; ++bar) {
        std::vector<Trade> trades;
        for (int row = 0; row < 1'000; ++row)
            trades.push_back(trade(++id, bar * 60'000 + row, row, 1));
        made.add(tape(std::move(trades)));
    }
    QCOMPARE(made.bars(), TradePrints::maxRows / 1'000);
    QVERIFY(!made.find(minuteAt(49)));
    QCOMPARE(made.coverage(minuteAt(49)), PrintCoverage::None);
    QCOMPARE(made.coverage(minuteAt(50)), PrintCoverage::Whole);
    QCOMPARE(made.find(minuteAt(50))->volume(), std::int64_t{1'000});
}

void TstTradePrints::tradesOffTheGridAreMissing()
{
    TradePrints made = prints();
    Trade fine = trade(2, 1'000, 1'000, 1);
    fine.price = Price::fromMantissa(100'012, 3);
    made.add(tape({trade(1, 0, 1'000, 1), fine, trade(3, 2'000, 1'000, 1)}));
    QCOMPARE(made.missing(), std::int64_t{1});
    QCOMPARE(made.find(minuteAt(0))->bought, std::int64_t{2});
}

void TstTradePrints::foldsRows()
{
    std::vector<PrintRow> out;
    foldRows(std::vector<PrintRow>{{-3, 1, 0}, {-1, 0, 1}, {0, 2, 2}, {3, 5, 1}, {4, 7, 9}}, 4, out);
    QCOMPARE(out, (std::vector<PrintRow>{{-1, 1, 1}, {0, 7, 3}, {1, 7, 9}}));
    QCOMPARE(pointOfControl(out), std::size_t{2});
    QCOMPARE(pointOfControl(std::vector<PrintRow>{{0, 1, 0}, {1, 3, 3}, {2, 6, 0}}), std::size_t{1});
}

void TstTradePrints::findsImbalances_data()
{
    QTest::addColumn<std::vector<PrintRow>>("rows");
    QTest::addColumn<QList<int>>("signs");
    using Rows = std::vector<PrintRow>;
    QTest::newRow("threefold") << Rows{{0, 0, 10}, {1, 30, 5}} << QList<int>{0, 1};
    QTest::newRow("just below") << Rows{{0, 0, 10}, {1, 29, 5}} << QList<int>{0, 0};
    QTest::newRow("sold") << Rows{{0, 1, 30}, {1, 10, 0}} << QList<int>{-1, 0};
    QTest::newRow("alone") << Rows{{0, 10, 30}} << QList<int>{0};
    QTest::newRow("a row between saw nothing") << Rows{{0, 9, 9}, {2, 9, 9}} << QList<int>{-1, 1};
    QTest::newRow("same row does not count") << Rows{{0, 30, 10}, {1, 9, 9}} << QList<int>{0, 0};
}

void TstTradePrints::findsImbalances()
{
    QFETCH(const std::vector<PrintRow>, rows);
    QFETCH(const QList<int>, signs);
    for (std::size_t i = 0; i < rows.size(); ++i)
        QCOMPARE(imbalanceAt(rows, i), signs[static_cast<qsizetype>(i)]);
}

SPREADLINE_TEST(TstTradePrints)
#include "tst_trade_prints.moc"
