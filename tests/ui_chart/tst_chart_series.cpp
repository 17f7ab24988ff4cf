// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart_bars.h"
#include "plot/chart_series.h"
#include "test_main.h"

using namespace spreadline;
using namespace spreadline::chart;
using spreadline::test::firstOpen;
using spreadline::test::minuteBars;
using spreadline::test::minuteNanos;

class TstChartSeries : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void gapsKeepTheirWidth();
    void lateBarsFillTheGap();
    void updatesSayWhatChanged();
    void disorderIsPutInOrder();
    void hugeGapsAreBounded();
    void manyBarsBetweenTwoSlots();
    void tickBarsHaveNoGaps();
    void slotsAndTimesAgree_data();
    void slotsAndTimesAgree();
    void monthsAreCounted();
};

namespace {

ChartSeries minutes(std::vector<Bar> bars)
{
    ChartSeries series;
    series.reset(Interval::time(std::chrono::minutes(1)));
    series.merge(std::move(bars));
    return series;
}

} // namespace

void TstChartSeries::gapsKeepTheirWidth()
{
    auto bars = minuteBars(0, 10);
    bars.erase(bars.begin() + 4, bars.begin() + 7);
    const ChartSeries series = minutes(bars);
    QCOMPARE(series.columns().size(), std::size_t(10));
    for (std::size_t i = 0; i < 10; ++i) {
        QCOMPARE(series.columns().at(i).isEmpty(), i >= 4 && i < 7);
        QCOMPARE(series.columns().timeAt(i), firstOpen + std::int64_t(i) * minuteNanos);
    }
}

void TstChartSeries::lateBarsFillTheGap()
{
    auto bars = minuteBars(0, 10);
    bars.erase(bars.begin() + 4, bars.begin() + 7);
    ChartSeries series = minutes(bars);
    const SeriesChange change = series.merge(minuteBars(4, 3));
    QVERIFY(change.history);
    QCOMPARE(change.prepended + change.appended, std::size_t(0));
    QCOMPARE(series.columns().size(), std::size_t(10));
    QVERIFY(!series.columns().at(5).isEmpty());
}

void TstChartSeries::updatesSayWhatChanged()
{
    ChartSeries series = minutes(minuteBars(0, 100));
    auto last = minuteBars(99, 1);
    last[0].close += 0.1;
    SeriesChange change = series.merge(last);
    QVERIFY(change.last && !change.history && !change.reset);
    QCOMPARE(series.columns().at(99).close, last[0].close);

    change = series.merge(minuteBars(100, 2));
    QVERIFY(change.last && change.history);
    QCOMPARE(change.appended, std::size_t(2));

    change = series.merge(minuteBars(-50, 50));
    QCOMPARE(change.prepended, std::size_t(50));
    QCOMPARE(series.columns().size(), std::size_t(152));
    QVERIFY(std::ranges::is_sorted(series.columns().times()));
}

void TstChartSeries::disorderIsPutInOrder()
{
    auto bars = minuteBars(0, 6);
    std::swap(bars[1], bars[4]);
    Bar again = bars[2];
    again.close = 77;
    bars.push_back(again);
    const ChartSeries series = minutes(bars);
    QCOMPARE(series.columns().size(), std::size_t(6));
    QVERIFY(std::ranges::is_sorted(series.columns().times()));
    QCOMPARE(series.columns().at(2).close, 77.0);
}

void TstChartSeries::hugeGapsAreBounded()
{
    auto bars = minuteBars(0, 2);
    bars[1].time += 3'000'000 * minuteNanos;
    const ChartSeries series = minutes(bars);
    QCOMPARE(series.columns().size(), std::size_t(ChartSeries::maxGap + 2));
}

/// A page of history inside a hole that is wider than its slots.
void TstChartSeries::manyBarsBetweenTwoSlots()
{
    auto bars = minuteBars(0, 2);
    bars[1].time += 3'000'000 * minuteNanos;
    ChartSeries series = minutes(bars);
    const std::size_t before = series.columns().size();
    const auto page = minuteBars(2'998'500, 1'500);
    const SeriesChange change = series.merge(page);
    QCOMPARE(series.columns().size(), before + 1'500);
    QCOMPARE(change.prepended, std::size_t{1'500});
    QVERIFY(change.history && !change.last && !change.reset);
    QVERIFY(std::ranges::is_sorted(series.columns().times()));
    const std::size_t at = series.columns().lowerBound(page.front().time);
    QCOMPARE(change.from, at);
    for (std::size_t i = 0; i < page.size(); ++i)
        QCOMPARE(series.columns().at(at + i).close, page[i].close);
    QCOMPARE(series.columns().timeAt(series.columns().size() - 1), bars[1].time);
}

void TstChartSeries::tickBarsHaveNoGaps()
{
    auto bars = minuteBars(0, 3);
    bars[2].time += 12'345'678;
    ChartSeries series;
    series.reset(Interval::ticks(100));
    series.merge(bars);
    QCOMPARE(series.columns().size(), std::size_t(3));
    QCOMPARE(series.lastBarEnd(), std::int64_t(0));
    QCOMPARE(series.timeAt(7), std::int64_t(0)); // what comes cannot be known
}

void TstChartSeries::slotsAndTimesAgree_data()
{
    QTest::addColumn<int>("slot");
    for (const int slot : {-20, -1, 0, 1, 57, 99, 100, 150})
        QTest::addRow("%d", slot) << slot;
}

void TstChartSeries::slotsAndTimesAgree()
{
    QFETCH(const int, slot);
    const ChartSeries series = minutes(minuteBars(0, 100));
    QCOMPARE(series.timeAt(slot), firstOpen + slot * minuteNanos);
    QCOMPARE(series.slotOf(series.timeAt(slot)), double(slot));
}

void TstChartSeries::monthsAreCounted()
{
    ChartSeries series;
    series.reset(Interval::months(1));
    const auto month = [](int index) {
        Timestamp time = openTime(Interval::months(1), Timestamp::fromNanos(firstOpen));
        for (int i = 0; i < index; ++i)
            time = nextOpenTime(Interval::months(1), time);
        return Bar{time.nanos(), 1, 2, 0.5, 1.5, 10};
    };
    series.merge({month(0), month(1), month(4)});
    QCOMPARE(series.columns().size(), std::size_t(5));
    QVERIFY(series.columns().at(2).isEmpty() && series.columns().at(3).isEmpty());
    QCOMPARE(series.timeAt(5), month(5).time);
    QCOMPARE(series.timeAt(9), month(9).time);
    QCOMPARE(series.lastBarEnd(), month(5).time);
}

SPREADLINE_TEST(TstChartSeries)
#include "tst_chart_series.moc"
