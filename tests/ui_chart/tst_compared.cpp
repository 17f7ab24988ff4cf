// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/compared_series.h"
#include "chart/heikin_ashi.h"
#include "chart_bars.h"
#include "property.h"
#include "test_main.h"

using namespace spreadline;
using namespace spreadline::chart;
using spreadline::test::firstOpen;
using spreadline::test::minuteBars;
using spreadline::test::minuteNanos;

/// What stands slot for slot with a chart's bars: another symbol's closes, Heikin-Ashi candles.
class TstCompared : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void closesStandAtTheirTimes();
    void aTickTellsItsSlot();
    void aBarThatIsEarlyWaitsForItsSlot();
    void aNewSeriesForgetsTheOld();
    void alwaysAsIfAlignedAnew();
    void heikinAshiAsDefined();
    void heikinAshiKeepsUpSlotForSlot();
};

namespace {

ChartSeries minutes()
{
    ChartSeries series;
    series.reset(Interval::time(std::chrono::minutes(1)));
    return series;
}

bool isSame(std::span<const double> a, std::span<const double> b)
{
    return std::ranges::equal(a, b, [](double x, double y) { return x == y || (x != x && y != y); });
}

/// From the definition, one after the other.
std::vector<Bar> heikinAshi(const KlineColumns& bars)
{
    std::vector<Bar> result;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        Bar bar = bars.at(i);
        const double close = (bar.open + bar.high + bar.low + bar.close) / 4;
        const double open = result.empty() ? (bar.open + bar.close) / 2 : (result.back().open + result.back().close) / 2;
        bar.high = std::max({bar.high, open, close});
        bar.low = std::min({bar.low, open, close});
        bar.open = open, bar.close = close;
        result.push_back(bar);
    }
    return result;
}

} // namespace

void TstCompared::closesStandAtTheirTimes()
{
    ChartSeries chart = minutes();
    auto bars = minuteBars(0, 10);
    bars.erase(bars.begin() + 4); // a hole of the chart keeps its slot
    chart.merge(bars);
    auto other = minuteBars(2, 6);
    other.erase(other.begin() + 1); // 3 is missing over there
    ComparedSeries series;
    QCOMPARE(series.merge(other, true, chart.columns().times()), std::size_t(0));
    QCOMPARE(series.closes().size(), std::size_t(10));
    for (const int slot : {0, 1, 3, 8, 9})
        QVERIFY(series.closes()[std::size_t(slot)] != series.closes()[std::size_t(slot)]);
    for (const int slot : {2, 4, 5, 6, 7})
        QCOMPARE(series.closes()[std::size_t(slot)], minuteBars(slot, 1)[0].close);
    QCOMPARE(series.column().merged(0, 10).last, minuteBars(7, 1)[0].close);
}

void TstCompared::aTickTellsItsSlot()
{
    ChartSeries chart = minutes();
    chart.merge(minuteBars(0, 100));
    ComparedSeries series;
    series.merge(minuteBars(0, 100), true, chart.columns().times());
    auto tick = minuteBars(99, 1);
    QCOMPARE(series.merge(tick, false, chart.columns().times()), std::size_t(100)); // nothing new
    tick[0].close += 1;
    QCOMPARE(series.merge(tick, false, chart.columns().times()), std::size_t(99));
    QCOMPARE(series.closes()[99], tick[0].close);
    tick = minuteBars(40, 1);
    tick[0].close = 7;
    QCOMPARE(series.merge(tick, false, chart.columns().times()), std::size_t(40));
    QCOMPARE(series.column().merged(30, 50).low, 7.0);
}

void TstCompared::aBarThatIsEarlyWaitsForItsSlot()
{
    ChartSeries chart = minutes();
    chart.merge(minuteBars(0, 10));
    ComparedSeries series;
    series.merge(minuteBars(0, 10), true, chart.columns().times());
    QCOMPARE(series.merge(minuteBars(10, 1), false, chart.columns().times()), std::size_t(10));
    QCOMPARE(series.closes().size(), std::size_t(10));
    const SeriesChange change = chart.merge(minuteBars(10, 1));
    QCOMPARE(series.slotsChanged(change, chart.columns().times()), std::size_t(10));
    QCOMPARE(series.closes()[10], minuteBars(10, 1)[0].close);
}

void TstCompared::aNewSeriesForgetsTheOld()
{
    ChartSeries chart = minutes();
    chart.merge(minuteBars(0, 10));
    ComparedSeries series;
    series.merge(minuteBars(0, 10), true, chart.columns().times());
    QCOMPARE(series.merge({}, true, chart.columns().times()), std::size_t(0));
    QVERIFY(series.isEmpty());
    QVERIFY(series.column().merged(0, 10).isEmpty());
}

void TstCompared::alwaysAsIfAlignedAnew()
{
    property("whatever comes in whatever order, every slot has the close of its time", [] {
        ChartSeries chart = minutes();
        ComparedSeries series;
        std::map<std::int64_t, double> all;
        for (int step = 0; step < 12; ++step) {
            const int first = *rc::gen::inRange(-30, 30), count = *rc::gen::inRange(1, 12);
            auto bars = minuteBars(first, count);
            if (*rc::gen::arbitrary<bool>()) {
                if (*rc::gen::arbitrary<bool>())
                    bars.erase(bars.begin() + count / 2);
                const SeriesChange change = chart.merge(bars);
                series.slotsChanged(change, chart.columns().times());
                continue;
            }
            for (Bar& bar : bars)
                all[bar.time] = bar.close = *rc::gen::inRange(1, 1'000);
            series.merge(bars, false, chart.columns().times());
        }
        std::vector<double> wanted;
        for (const std::int64_t time : chart.columns().times())
            wanted.push_back(all.contains(time) ? all[time] : Bar::none);
        RC_ASSERT(isSame(series.closes(), wanted));
        ValueRange range;
        for (const double close : wanted)
            range.take(close == close ? ValueRange{close, close, close, close} : ValueRange());
        const ValueRange merged = series.column().merged(0, wanted.size());
        RC_ASSERT(merged.low == range.low && merged.high == range.high);
    });
}

void TstCompared::heikinAshiAsDefined()
{
    ChartSeries chart = minutes();
    HeikinAshi candles;
    candles.touched(chart.merge(minuteBars(0, 300)), chart.columns());
    QVERIFY(candles.advance(chart.columns(), std::chrono::nanoseconds(-1)).isComplete);
    QVERIFY(candles.isReady());
    const auto wanted = heikinAshi(chart.columns());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const Bar bar = candles.columns().at(i);
        QCOMPARE(bar.time, wanted[i].time);
        QVERIFY(std::abs(bar.open - wanted[i].open) < 1e-9 && std::abs(bar.close - wanted[i].close) < 1e-9);
        QVERIFY(std::abs(bar.high - wanted[i].high) < 1e-9 && std::abs(bar.low - wanted[i].low) < 1e-9);
    }
}

void TstCompared::heikinAshiKeepsUpSlotForSlot()
{
    property("ticks, new bars and older bars leave what computing all of it gives", [] {
        ChartSeries chart = minutes();
        HeikinAshi candles;
        for (int step = 0; step < 10; ++step) {
            const auto bars = minuteBars(*rc::gen::inRange(-30, 30), *rc::gen::inRange(1, 12));
            const SeriesChange change = chart.merge(bars);
            candles.touched(change, chart.columns());
            RC_ASSERT(candles.columns().size() == chart.columns().size());
            candles.advance(chart.columns(), std::chrono::nanoseconds(-1));
        }
        HeikinAshi anew;
        SeriesChange everything;
        everything.reset = true;
        anew.touched(everything, chart.columns());
        anew.advance(chart.columns(), std::chrono::nanoseconds(-1));
        RC_ASSERT(isSame(candles.columns().opens(), anew.columns().opens()));
        RC_ASSERT(isSame(candles.columns().closes(), anew.columns().closes()));
        RC_ASSERT(std::ranges::equal(candles.columns().times(), chart.columns().times()));
    });
}

SPREADLINE_TEST(TstCompared)
#include "tst_compared.moc"
