// SPDX-License-Identifier: GPL-3.0-or-later
#include "bar_table.h"
#include "property.h"
#include "session/expression_bars.h"
#include "test_main.h"

#include <cmath>
#include <map>

using namespace spreadline;
using namespace spreadline::test;

/// The bars of an expression are those that its parts give together, whatever comes in whatever order.
class TstExpressionBars : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void equalsAllAtOnce();
    void aTickCostsOneBar();
    void olderBarsCostThemselves();
    void noValueIsAnEmptySlot();
    void startsAreKnown();
    void decimalsTellApart_data();
    void decimalsTellApart();
    void alignsClosesByTime();
};

namespace {

ExpressionBars barsOf(const char* text)
{
    return ExpressionBars(*SymbolExpression::parse(text));
}

ChartBar flat(int hour, double price)
{
    ChartBar bar;
    bar.time = firstHour + hour * hourNanos;
    bar.open = bar.high = bar.low = bar.close = price;
    bar.volume = 5;
    return bar;
}

using Shown = std::map<std::int64_t, ChartBar>;

/// As a chart takes updates.
void show(Shown& shown, const std::vector<ChartBar>& bars, bool reset)
{
    if (reset)
        shown.clear();
    for (const ChartBar& bar : bars)
        shown[bar.time] = bar;
}

bool isSame(const Shown& a, const Shown& b)
{
    const auto isSameNumber = [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); };
    return std::ranges::equal(a, b, [&](const auto& left, const auto& right) {
        const ChartBar &x = left.second, &y = right.second;
        return left.first == right.first && isSameNumber(x.open, y.open) && isSameNumber(x.high, y.high)
            && isSameNumber(x.low, y.low) && isSameNumber(x.close, y.close) && x.volume == 0 && std::isnan(x.quoteVolume);
    });
}

/// The plain way: all times, all parts.
Shown allAtOnce(const SymbolExpression& expression, const std::vector<Shown>& parts)
{
    Shown all;
    for (const auto& [time, bar] : parts[0]) {
        std::vector<PriceBar> prices;
        for (const Shown& part : parts) {
            if (const auto found = part.find(time); found != part.end())
                prices.push_back({found->second.open, found->second.high, found->second.low, found->second.close});
        }
        if (prices.size() < parts.size())
            continue;
        ChartBar made = emptySlot(time);
        if (const auto price = expression.evaluate(prices))
            made.open = price->open, made.high = price->high, made.low = price->low, made.close = price->close;
        all[time] = made;
    }
    return all;
}

} // namespace

void TstExpressionBars::equalsAllAtOnce()
{
    property("merging piece by piece equals joining all at once", [] {
        const auto expression = *SymbolExpression::parse(*rc::gen::element("A/B", "A-1.5*B", "A+B/C", "1/(A-B)", "A*A"));
        ExpressionBars joined(expression);
        std::vector<Shown> parts(expression.symbols().size());
        Shown shown;
        const int steps = *rc::gen::inRange(1, 40);
        for (int step = 0; step < steps; ++step) {
            const auto part = *rc::gen::inRange<std::size_t>(0, parts.size());
            const bool reset = *rc::gen::inRange(0, 8) == 0;
            std::vector<ChartBar> bars;
            int hour = *rc::gen::inRange(-20, 20);
            for (int count = *rc::gen::inRange(0, 12); count > 0; --count, hour += *rc::gen::inRange(1, 4))
                bars.push_back(flat(hour, *rc::gen::inRange(1, 5)));
            show(parts[part], bars, reset);
            show(shown, joined.merge(part, bars, reset), reset);
            const Shown expected = allAtOnce(expression, parts);
            RC_ASSERT(isSame(shown, expected));
            RC_ASSERT(joined.start() == (expected.empty() ? std::nullopt : std::optional(expected.begin()->first)));
        }
    });
}

void TstExpressionBars::aTickCostsOneBar()
{
    ExpressionBars joined = barsOf("A/B");
    joined.merge(0, walk(5'000, 1).bars, true);
    QCOMPARE(joined.merge(1, walk(5'000, 2).bars, true).size(), std::size_t(5'000));
    const auto tick = joined.merge(0, {flat(4'999, 50)}, false);
    QCOMPARE(tick.size(), std::size_t(1));
    QCOMPARE(tick[0].close, 50 / walk(5'000, 2).bars.back().close);
    QVERIFY(joined.merge(0, {flat(5'000, 51)}, false).empty()); // the other has no such bar yet
    QCOMPARE(joined.merge(1, {flat(5'000, 17)}, false).size(), std::size_t(1));
    QVERIFY(joined.merge(1, {}, false).empty());
}

void TstExpressionBars::olderBarsCostThemselves()
{
    ExpressionBars joined = barsOf("A-B");
    joined.merge(0, walk(100, 1, firstHour + 100 * hourNanos).bars, true);
    joined.merge(1, walk(150, 2, firstHour + 50 * hourNanos).bars, true);
    const auto older = joined.merge(0, walk(100, 3).bars, false);
    QCOMPARE(older.size(), std::size_t(50)); // as far back as the other goes
    QCOMPARE(older.front().time, firstHour + 50 * hourNanos);
}

void TstExpressionBars::noValueIsAnEmptySlot()
{
    ExpressionBars joined = barsOf("A/(B-C)");
    joined.merge(0, {flat(0, 10), flat(1, 10)}, true);
    joined.merge(1, {flat(0, 3), flat(1, 3)}, true);
    auto bars = joined.merge(2, {flat(0, 1), flat(1, 3)}, true);
    QCOMPARE(bars.size(), std::size_t(2));
    QCOMPARE(bars[0].close, 5.0);
    QVERIFY(bars[1].isEmpty());
    bars = joined.merge(2, {flat(0, 3)}, false); // what was a value is none any more, and must be told
    QCOMPARE(bars.size(), std::size_t(1));
    QVERIFY(bars[0].isEmpty());
}

void TstExpressionBars::startsAreKnown()
{
    ExpressionBars joined = barsOf("A/B");
    QVERIFY(!joined.start() && !joined.start(0));
    joined.merge(0, {flat(3, 1)}, true);
    joined.merge(1, {flat(1, 1)}, true);
    QCOMPARE(*joined.start(1), firstHour + hourNanos);
    QVERIFY(!joined.start());
}

void TstExpressionBars::decimalsTellApart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("a");
    QTest::addColumn<double>("b");
    QTest::addColumn<double>("tickA");
    QTest::addColumn<double>("tickB");
    QTest::addColumn<int>("decimals");
    QTest::newRow("ratio") << "A/B" << 60'000.0 << 3'000.0 << 0.1 << 0.01 << 4;
    QTest::newRow("small ratio") << "B/A" << 60'000.0 << 3'000.0 << 0.1 << 0.01 << 7;
    QTest::newRow("tiny ratio") << "B/A" << 60'000.0 << 0.1 << 0.1 << 0.00001 << 11;
    QTest::newRow("large ratio") << "A/B" << 60'000.0 << 0.1 << 0.1 << 0.00001 << 2;
    QTest::newRow("spread on the grid") << "A-B" << 3'001.5 << 3'000.0 << 0.01 << 0.01 << 2;
    QTest::newRow("weighted spread") << "A-1.5*B" << 4'500.5 << 3'000.0 << 0.01 << 0.001 << 3;
    QTest::newRow("spread of nothing") << "A-B" << 1.0 << 1.0 << 0.0001 << 0.0001 << 4;
    QTest::newRow("ratio of one") << "A/A+0*B" << 5.0 << 1.0 << 0.01 << 0.01 << 5;
}

void TstExpressionBars::decimalsTellApart()
{
    QFETCH(QString, text);
    QFETCH(double, a);
    QFETCH(double, b);
    QFETCH(double, tickA);
    QFETCH(double, tickB);
    QFETCH(int, decimals);
    ExpressionBars joined = barsOf(text.toLatin1().constData());
    const bool isSwapped = joined.expression().symbols()[0] == "B";
    const std::vector<double> ticks = isSwapped ? std::vector{tickB, tickA} : std::vector{tickA, tickB};
    QVERIFY(!joined.decimals(ticks));
    joined.merge(isSwapped ? 1 : 0, {flat(0, a)}, true);
    joined.merge(isSwapped ? 0 : 1, {flat(0, b)}, true);
    QCOMPARE(joined.decimals(ticks).value_or(-1), decimals);
    joined.merge(0, {flat(-1, 7)}, false); // older bars say nothing about the last value
    joined.merge(1, {flat(-1, 7)}, false);
    QCOMPARE(joined.decimals(ticks).value_or(-1), decimals);
}

void TstExpressionBars::alignsClosesByTime()
{
    property("equal times carry the close, all others nothing", [] {
        const auto rising = [](int most) {
            std::vector<std::int64_t> times;
            std::int64_t time = *rc::gen::inRange(0, 10);
            for (int count = *rc::gen::inRange(0, most); count > 0; --count, time += *rc::gen::inRange(1, 3))
                times.push_back(time);
            return times;
        };
        const std::vector<std::int64_t> times = rising(30), onto = rising(30);
        std::vector<double> closes(times.begin(), times.end()), out{1, 2, 3};
        alignCloses(times, closes, onto, out);
        RC_ASSERT(out.size() == onto.size());
        for (std::size_t row = 0; row < onto.size(); ++row) {
            const bool isThere = std::ranges::binary_search(times, onto[row]);
            const bool isRight = isThere ? out[row] == static_cast<double>(onto[row]) : std::isnan(out[row]);
            RC_ASSERT(isRight);
        }
    });
}

SPREADLINE_TEST(TstExpressionBars)
#include "tst_expression_bars.moc"
