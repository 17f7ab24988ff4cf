// SPDX-License-Identifier: GPL-3.0-or-later
#include "core_rig.h"
#include "test_main.h"

using namespace spreadline;
using namespace spreadline::test;
using namespace std::chrono_literals;

namespace {

std::vector<DerivativeValue> hourly(Timestamp from, Timestamp to)
{
    std::vector<DerivativeValue> values;
    for (Timestamp time = openTime(Interval::time(1h), from); time <= to; time = time + 1h) {
        if (time >= from)
            values.push_back({time, Price::fromMantissa(time.millis() / 3'600'000 % 1'000, 6)});
    }
    return values;
}

void openChart(CoreRig& rig, Interval interval, bool funding, bool interest)
{
    ViewInterest wanted;
    wanted.charts.push_back({ChartId{1}, first, interval, 10, funding, interest});
    rig.command(SetInterest{wanted});
}

/// As a venue would that has a value an hour.
void answer(CoreRig& rig, std::optional<Error> failure = {})
{
    const DerivativeRequest asked = rig.feed.derivativeRequests.back();
    rig.market(DerivativeHistory{asked.instrument, asked.series, asked.period, asked.from, asked.to,
                                 failure ? std::vector<DerivativeValue>() : hourly(asked.from, asked.to), failure});
}

/// A chart of hours whose first bar is `hours` before now.
void hoursAgo(CoreRig& rig, int hours)
{
    std::vector<Kline> klines;
    const Timestamp last = openTime(Interval::time(1h), rig.now);
    for (int i = hours; i >= 0; --i) {
        Kline kline = bar(0);
        kline.openTime = last - i * Duration(1h);
        kline.closeTime = kline.openTime + 1h - 1ms;
        kline.closed = i > 0;
        klines.push_back(kline);
    }
    rig.answerStore({});
    rig.answerVenue(klines);
}

} // namespace

class TstDerivativeDesk : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nobodyAsksNothingIsFetched();
    void pagesBackToTheFirstBar();
    void goesOnWithWhatIsNew();
    void whatIsToldLateIsAskedForAgain();
    void rarerValuesNeedFewerPages();
    void triesAgainWithPatience();
    void openInterestEndsThirtyDaysAgo();
    void periodsFitTheBars_data();
    void periodsFitTheBars();
    void aClosedChartIsForgotten();
    void waitsForTheVenuesClock();
};

void TstDerivativeDesk::nobodyAsksNothingIsFetched()
{
    CoreRig rig;
    rig.begin();
    rig.venueClock(0s);
    openChart(rig, Interval::time(1h), false, false);
    hoursAgo(rig, 20);
    rig.tick();
    QVERIFY(rig.feed.derivativeRequests.empty());
    QVERIFY(rig.frame().charts.front().fundingRates.empty());
}

void TstDerivativeDesk::pagesBackToTheFirstBar()
{
    CoreRig rig;
    rig.begin();
    rig.venueClock(0s);
    openChart(rig, Interval::time(1h), true, false);
    hoursAgo(rig, 1'200);
    const Timestamp start = rig.series(Interval::time(1h)).bars().front().openTime;
    int pages = 0;
    while (pages < 10 && rig.feed.derivativeRequests.size() > static_cast<std::size_t>(pages)) {
        const DerivativeRequest asked = rig.feed.derivativeRequests.back();
        QVERIFY((asked.to - asked.from) / Duration(1h) < mostDerivatives);
        answer(rig);
        ++pages;
    }
    QCOMPARE(pages, 3);
    QCOMPARE(rig.feed.derivativeRequests.size(), 3U);
    const auto all = rig.frame().charts.front().fundingRates;
    QCOMPARE(all, hourly(start, rig.now));
    QVERIFY2(rig.frame().charts.empty(), "nothing new, nothing told");
}

void TstDerivativeDesk::goesOnWithWhatIsNew()
{
    CoreRig rig;
    rig.begin();
    rig.venueClock(0s);
    openChart(rig, Interval::time(1h), true, false);
    hoursAgo(rig, 10);
    answer(rig);
    const std::size_t before = rig.frame().charts.front().fundingRates.size();
    const std::size_t requests = rig.feed.derivativeRequests.size();
    rig.now = rig.now + 2h;
    rig.venueClock(0s); // after so long a step it is measured anew
    rig.tick();
    QCOMPARE(rig.feed.derivativeRequests.size(), requests + 1);
    QCOMPARE(rig.feed.derivativeRequests.back().to, rig.now);
    answer(rig);
    QCOMPARE(rig.frame().charts.front().fundingRates.size(), before + 2);
    rig.tick();
    QCOMPARE(rig.feed.derivativeRequests.size(), requests + 1);
}

/// The value of an hour is told a minute after it: the first poll after the hour does not have it, the next one does.
void TstDerivativeDesk::whatIsToldLateIsAskedForAgain()
{
    CoreRig rig;
    rig.now = openTime(Interval::time(1h), rig.now) + 5s;
    rig.begin();
    rig.venueClock(0s);
    openChart(rig, Interval::time(1h), true, false);
    hoursAgo(rig, 10);
    const Timestamp hour = openTime(Interval::time(1h), rig.now);
    const DerivativeRequest asked = rig.feed.derivativeRequests.back();
    rig.market(
        DerivativeHistory{asked.instrument, asked.series, asked.period, asked.from, asked.to, hourly(asked.from, hour - 1s), {}});
    QVERIFY(rig.frame().charts.front().fundingRates.back().time < hour);
    for (int i = 0; i < 6; ++i) {
        rig.now = rig.now + 1min;
        rig.venueClock(0s);
        rig.tick();
    }
    QCOMPARE(rig.feed.derivativeRequests.size(), 2U);
    QVERIFY(rig.feed.derivativeRequests.back().from < hour);
    answer(rig);
    QCOMPARE(rig.frame().charts.front().fundingRates.back().time, hour);
}

/// Funding every eight hours: one page of two thousand hours, not five.
void TstDerivativeDesk::rarerValuesNeedFewerPages()
{
    CoreRig rig;
    rig.begin();
    rig.venueClock(0s);
    openChart(rig, Interval::time(1h), true, false);
    hoursAgo(rig, 2'500);
    std::size_t pages = 0;
    while (pages < 10 && rig.feed.derivativeRequests.size() > pages) {
        const DerivativeRequest asked = rig.feed.derivativeRequests.back();
        std::vector<DerivativeValue> settled;
        for (const DerivativeValue& value : hourly(asked.from, asked.to)) {
            if (value.time.millis() / 3'600'000 % 8 == 0)
                settled.push_back(value);
        }
        rig.market(DerivativeHistory{asked.instrument, asked.series, asked.period, asked.from, asked.to, settled, {}});
        ++pages;
    }
    QCOMPARE(pages, std::size_t{2});
    QVERIFY(rig.feed.derivativeRequests.back().from <= rig.series(Interval::time(1h)).bars().front().openTime);
}

void TstDerivativeDesk::triesAgainWithPatience()
{
    CoreRig rig;
    rig.begin();
    rig.venueClock(0s);
    openChart(rig, Interval::time(1h), true, false);
    hoursAgo(rig, 10);
    answer(rig, Error{Errc::Timeout, "fundingRate", {}});
    QCOMPARE(rig.frame().charts.front().derivativesFailure->code, Errc::Timeout);
    rig.tick();
    QCOMPARE(rig.feed.derivativeRequests.size(), 1U);
    rig.now = rig.now + 6s;
    rig.tick();
    QCOMPARE(rig.feed.derivativeRequests.size(), 2U);
    answer(rig);
    QVERIFY(!rig.frame().charts.front().derivativesFailure);
}

void TstDerivativeDesk::openInterestEndsThirtyDaysAgo()
{
    CoreRig rig;
    rig.begin();
    rig.venueClock(0s);
    openChart(rig, Interval::time(1h), false, true);
    hoursAgo(rig, 2'000);
    for (int page = 0; page < 5 && rig.feed.derivativeRequests.size() == static_cast<std::size_t>(page) + 1; ++page)
        answer(rig);
    for (const DerivativeRequest& asked : rig.feed.derivativeRequests)
        QVERIFY(asked.from > rig.now - 30 * 24h);
    QCOMPARE(rig.feed.derivativeRequests.size(), 2U);
    QCOMPARE(rig.feed.derivativeRequests.front().period, Duration(1h));
}

void TstDerivativeDesk::periodsFitTheBars_data()
{
    QTest::addColumn<QString>("bars");
    QTest::addColumn<QString>("period");
    const auto row = [](const char* bars, const char* period) {
        QTest::newRow(bars) << QString::fromLatin1(bars) << QString::fromLatin1(period);
    };
    row("1s", "5m");
    row("1m", "5m");
    row("5m", "5m");
    row("30m", "30m");
    row("8h", "6h");
    row("3d", "1d");
    row("1M", "1d");
    row("100t", "5m");
}

void TstDerivativeDesk::periodsFitTheBars()
{
    QFETCH(QString, bars);
    QFETCH(QString, period);
    const auto key = DerivativeDesk::keyOf(first, DerivativeSeries::OpenInterest, *parseInterval(bars.toStdString()));
    QCOMPARE(key.period, Duration(parseInterval(period.toStdString())->amount));
}

void TstDerivativeDesk::aClosedChartIsForgotten()
{
    CoreRig rig;
    rig.begin();
    rig.venueClock(0s);
    openChart(rig, Interval::time(1h), true, true);
    hoursAgo(rig, 10);
    QCOMPARE(rig.feed.derivativeRequests.size(), 2U);
    openChart(rig, Interval::time(1h), false, false);
    const DerivativeRequest asked = rig.feed.derivativeRequests.front();
    rig.market(
        DerivativeHistory{asked.instrument, asked.series, asked.period, asked.from, asked.to, hourly(asked.from, asked.to), {}});
    rig.now = rig.now + 2h;
    rig.venueClock(0s); // after so long a step it is measured anew
    rig.tick();
    QCOMPARE(rig.feed.derivativeRequests.size(), 2U);
    openChart(rig, Interval::time(1h), true, false); // wanted again: asked for anew
    QCOMPARE(rig.feed.derivativeRequests.size(), 3U);
}

void TstDerivativeDesk::waitsForTheVenuesClock()
{
    CoreRig rig;
    rig.begin();
    openChart(rig, Interval::time(1h), true, false);
    hoursAgo(rig, 10);
    rig.tick();
    QVERIFY(rig.feed.derivativeRequests.empty());
    rig.venueClock(-3h);
    rig.tick();
    QCOMPARE(rig.feed.derivativeRequests.at(0).to, rig.now - 3h);
}

SPREADLINE_TEST(TstDerivativeDesk)
#include "tst_derivative_desk.moc"
