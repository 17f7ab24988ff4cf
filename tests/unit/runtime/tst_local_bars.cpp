// SPDX-License-Identifier: GPL-3.0-or-later
#include "core_rig.h"
#include "test_main.h"

#include <algorithm>

using namespace spreadline;
using namespace spreadline::test;
using namespace std::chrono_literals;

namespace {

const Interval second = Interval::time(1s);

Trade fineTrade(std::int64_t id, Timestamp time, std::int64_t mantissa)
{
    Trade trade = tradeAt(id, time);
    trade.price = Price::fromMantissa(mantissa, 4);
    return trade;
}

std::vector<Instrument> withTick(Price tick)
{
    std::vector<Instrument> list = twoInstruments();
    list[0].tickSize = tick;
    return list;
}

Price highest(const ChartUpdate& chart)
{
    return std::ranges::max_element(chart.bars, {}, &Kline::high)->high;
}

} // namespace

class TstLocalBars : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void barsFromTrades();
    void noLocalBarClosesWhileTheTapeIsDown();
    void localBarsWaitForTheVenuesClock_data();
    void localBarsWaitForTheVenuesClock();
    void localBarsAreSeededByHistory();
    void noLocalBarSpansAHole();
    void barsFollowACountThatBeganAnew_data();
    void barsFollowACountThatBeganAnew();
    void aFinerTickReachesTheBars_data();
    void aFinerTickReachesTheBars();
    void aCoarserTickForgetsNothing();
    void aTradeThatDoesNotFitIsTold();
    void chartsForgetBarsThatAreCountedAnew();
    void aBarUnderWayIsNotClosedBehindAHole();
    void barsOfStoredTradesFromTheFutureGo();
};

void TstLocalBars::barsFromTrades()
{
    CoreRig rig;
    rig.begin();
    rig.openChart(second);
    rig.venueClock(0s);
    rig.trust(StreamKind::Trades, TrustState::Synced);
    rig.market(tradeAt(1, minuteAt(0) + 300ms));
    QVERIFY2(rig.series(second).empty(), "a bar that began before our first trade is not shown");
    rig.market(tradeAt(2, minuteAt(0) + 1s, 10'100));
    rig.market(tradeAt(3, minuteAt(0) + 2s, 10'200));
    QCOMPARE(rig.series(second).size(), 2U);
    QVERIFY(rig.series(second).bars()[0].closed);
    rig.now = minuteAt(0) + 10s;
    rig.tick();
    const auto all = rig.series(second).bars();
    QCOMPARE(all.size(), 8U); // 1..7 closed two seconds after their end, 8 forming
    QVERIFY(all[6].closed && !all[7].closed);
    QCOMPARE(all[5].volume, Quantity{});
    const auto rows = rig.store.rowsOf<KlineRow>();
    QCOMPARE(rows.size(), 7U);
    const ChartUpdate& shown = rig.frame().charts.front();
    QVERIFY(shown.reset);
    QCOMPARE(shown.bars.size(), 8U);
}

void TstLocalBars::noLocalBarClosesWhileTheTapeIsDown()
{
    CoreRig rig;
    rig.begin();
    rig.openChart(second);
    rig.venueClock(0s);
    rig.trust(StreamKind::Trades, TrustState::Synced);
    rig.market(tradeAt(1, minuteAt(0) + 300ms));
    rig.market(tradeAt(2, minuteAt(0) + 1s, 10'100));
    rig.trust(StreamKind::Trades, TrustState::Down);
    rig.now = minuteAt(0) + 200s; // longer than late trades are taken in
    rig.tick();
    QCOMPARE(rig.series(second).size(), 1U);
    rig.market(tradeAt(3, minuteAt(0) + 2s, 10'200)); // what was missed comes first
    rig.market(tradeAt(4, minuteAt(0) + 199s, 10'300));
    rig.trust(StreamKind::Trades, TrustState::Synced);
    rig.tick();
    const auto all = rig.series(second).bars();
    QCOMPARE(all[1].close, tradeAt(3, minuteAt(0), 10'200).price);
    QCOMPARE(all.back().close, tradeAt(4, minuteAt(0), 10'300).price);
    QCOMPARE(all.size(), 199U); // seconds 1 to 199, the silent ones flat
}

void TstLocalBars::localBarsWaitForTheVenuesClock_data()
{
    QTest::addColumn<QString>("interval");
    QTest::addColumn<int>("barsWanted"); // of 200 trades, one a second, the first of them at the start of a minute
    QTest::newRow("1s") << "1s" << 200;
    QTest::newRow("5s") << "5s" << 40;
    QTest::newRow("15s") << "15s" << 14;
    QTest::newRow("100t") << "100t" << 3; // ids 1 to 99 are no whole bar, but 100 to 199 and 200 are
    QTest::newRow("10v") << "10v" << 20;
}

void TstLocalBars::localBarsWaitForTheVenuesClock()
{
    QFETCH(QString, interval);
    QFETCH(int, barsWanted);
    const Interval wanted = *parseInterval(interval.toStdString());
    constexpr auto years = 20'000h;
    CoreRig rig;
    rig.begin();
    rig.openChart(wanted);
    rig.market(TradeHistory{first, {tradeAt(0, minuteAt(0) - years - 1s)}, Source::Venue, {}});
    for (int i = 0; i < 200; ++i) {
        rig.now = minuteAt(0) + std::chrono::seconds(i);
        if (i == 20)
            rig.venueClock(-years);
        rig.market(tradeAt(i + 1, rig.now - years));
        rig.tick();
    }
    const auto all = rig.series(wanted).bars();
    const auto shown = std::ranges::count_if(all, [&](const Kline& bar) { return bar.openTime >= minuteAt(0) - years; });
    QVERIFY2(all.back().openTime < minuteAt(4) - years, "nothing of today");
    if (wanted.isCalendar()) {
        QCOMPARE(static_cast<int>(shown), barsWanted);
        QVERIFY(std::ranges::all_of(all, [](const Kline& bar) { return bar.trades > 0; }));
    } else {
        QVERIFY2(std::abs(static_cast<int>(all.size()) - barsWanted) <= 1, qPrintable(QString::number(all.size())));
    }
    rig.now = rig.now + 1h; // the wall clock is set: its old distance to the venue's means nothing
    rig.tick();
    QVERIFY2(rig.series(wanted).bars().back().openTime < minuteAt(4) - years, "nothing closed by a clock that was set");
}

void TstLocalBars::localBarsAreSeededByHistory()
{
    CoreRig rig;
    rig.begin();
    const Interval five = Interval::ticks(5);
    rig.openChart(five);
    rig.market(tradeAt(23, rig.now));
    std::vector<Trade> history;
    for (int id = 7; id < 23; ++id)
        history.push_back(tradeAt(id, rig.now - std::chrono::milliseconds(100 * (23 - id))));
    rig.market(TradeHistory{first, history, Source::Venue, {}});
    // 7 8 9 are not a whole bar; 10-14, 15-19 are; 20-23 is forming.
    QCOMPARE(rig.series(five).size(), 3U);
    QCOMPARE(rig.series(five).bars()[0].trades, 5);
    QCOMPARE(rig.series(five).bars()[2].trades, 4);
    rig.market(tradeAt(24, rig.now));
    QVERIFY(rig.series(five).bars()[2].closed);
}

void TstLocalBars::noLocalBarSpansAHole()
{
    CoreRig rig;
    rig.begin();
    rig.openChart(second);
    rig.market(TradeHistory{
        first, {tradeAt(1, minuteAt(0)), tradeAt(2, minuteAt(0) + 1s), tradeAt(3, minuteAt(0) + 1500ms)}, Source::Venue, {}});
    rig.market(tradeAt(60, minuteAt(0) + 5500ms)); // given up by the feed
    rig.market(tradeAt(61, minuteAt(0) + 6s));
    rig.market(tradeAt(62, minuteAt(0) + 7s));
    rig.core.finish();
    std::vector<Timestamp> opens;
    for (const KlineRow& row : rig.store.rowsOf<KlineRow>())
        opens.push_back(row.kline.openTime);
    QVERIFY2((opens == std::vector{minuteAt(0), minuteAt(0) + 6s}), "1 to 5 lie in the hole");
}

void TstLocalBars::barsFollowACountThatBeganAnew_data()
{
    QTest::addColumn<qint64>("from");
    QTest::newRow("where it began before") << qint64(1);
    QTest::newRow("far ahead") << (qint64(1) << 60);
}

/// The venue counts its trades anew: the tape and the bars go on with the new ones, and none spans the break.
void TstLocalBars::barsFollowACountThatBeganAnew()
{
    QFETCH(qint64, from);
    CoreRig rig;
    rig.begin();
    rig.openChart(second);
    for (const int id : {1, 2, 3})
        rig.market(tradeAt(id, minuteAt(0) + id * 1s));
    for (const int i : {0, 1, 2, 3})
        rig.market(tradeAt(from + i, minuteAt(0) + 5500ms + i * 1s, 20'000));
    QCOMPARE(rig.core.market().find(first)->tape->size(), 4U);
    rig.core.finish();
    std::vector<Timestamp> opens;
    for (const KlineRow& row : rig.store.rowsOf<KlineRow>())
        opens.push_back(row.kline.openTime);
    QVERIFY2((opens == std::vector{minuteAt(0) + 1s, minuteAt(0) + 2s, minuteAt(0) + 6s, minuteAt(0) + 7s}),
             "3 to 5 are not whole");
}

void TstLocalBars::aFinerTickReachesTheBars_data()
{
    QTest::addColumn<QString>("interval");
    QTest::newRow("seconds") << "1s";
    QTest::newRow("ticks") << "5t";
    QTest::newRow("volume") << "100v";
}

void TstLocalBars::aFinerTickReachesTheBars()
{
    QFETCH(QString, interval);
    CoreRig rig;
    rig.begin();
    rig.openChart(*parseInterval(interval.toStdString()));
    rig.market(tradeAt(4, minuteAt(0) - 1s, 10'000));
    rig.market(tradeAt(5, minuteAt(0), 10'000));
    rig.market(InstrumentsLoaded{withTick(Price::fromMantissa(1, 4)), Source::Venue});
    rig.market(fineTrade(6, minuteAt(0) + 100ms, 1'000'001));
    QCOMPARE(highest(rig.frame().charts.front()), Price::fromMantissa(1'000'001, 4));
    QVERIFY(rig.batches.back()->notices.empty());
    QCOMPARE(rig.batches.back()->status->tradesNotInBars, 0);
}

void TstLocalBars::aCoarserTickForgetsNothing()
{
    CoreRig rig;
    rig.begin();
    rig.market(InstrumentsLoaded{withTick(Price::fromMantissa(1, 4)), Source::Venue});
    rig.openChart(second);
    rig.market(fineTrade(1, minuteAt(0) - 1s, 1'000'000));
    rig.market(fineTrade(2, minuteAt(0), 1'000'001));
    rig.market(InstrumentsLoaded{withTick(Price::fromMantissa(1, 2)), Source::Venue});
    rig.market(tradeAt(3, minuteAt(0) + 100ms, 9'900));
    const ChartUpdate& chart = rig.frame().charts.front();
    QCOMPARE(highest(chart), Price::fromMantissa(1'000'001, 4));
    QCOMPARE(chart.bars.back().low, Price::fromMantissa(9'900, 2));
    QVERIFY(rig.batches.back()->notices.empty());
}

void TstLocalBars::aTradeThatDoesNotFitIsTold()
{
    CoreRig rig;
    rig.begin();
    rig.openChart(second);
    rig.market(tradeAt(1, minuteAt(0) - 1s));
    for (int id = 2; id < 5; ++id)
        rig.market(fineTrade(id, minuteAt(0), 1'000'001)); // finer than the instrument says
    const ViewBatch& batch = rig.frame();
    QCOMPARE(batch.notices.size(), 1U);
    QCOMPARE(batch.notices.front().error.code, Errc::TradeNotCounted);
    QCOMPARE(batch.notices.front().error.where, "AAAUSDT");
    QCOMPARE(batch.status->tradesNotInBars, 3);
}

void TstLocalBars::chartsForgetBarsThatAreCountedAnew()
{
    CoreRig rig;
    rig.begin();
    rig.openChart(Interval::volume(2)); // two trades of one
    rig.market(tradeAt(2, minuteAt(0)));
    rig.market(tradeAt(3, minuteAt(0) + 1s));
    rig.market(tradeAt(4, minuteAt(0) + 2s));
    QCOMPARE(rig.frame().charts.front().bars.size(), 2U);
    rig.market(TradeHistory{first, {tradeAt(1, minuteAt(0) - 1s)}, Source::Venue, {}});
    const ChartUpdate& chart = rig.frame().charts.front();
    QVERIFY2(chart.reset, "bars that no longer are would stay on the screen among the new ones");
    QCOMPARE(chart.bars.front().openTime, minuteAt(0) - 1s);
    QCOMPARE(chart.bars.size(), 2U);
}

void TstLocalBars::aBarUnderWayIsNotClosedBehindAHole()
{
    CoreRig rig;
    rig.begin();
    rig.openChart(second);
    rig.market(tradeAt(1, minuteAt(0)));
    rig.market(tradeAt(2, minuteAt(0) + 1s));
    QCOMPARE(rig.series(second).bars().back().openTime, minuteAt(0) + 1s);
    rig.market(tradeAt(60, minuteAt(0) + 5s));
    rig.market(tradeAt(61, minuteAt(0) + 6s));
    for (const Kline& bar : rig.series(second).bars())
        QVERIFY2(bar.openTime != minuteAt(0) + 1s, "what was traded in it is not known");
}

void TstLocalBars::barsOfStoredTradesFromTheFutureGo()
{
    CoreRig rig;
    rig.begin();
    rig.openChart(second);
    const Timestamp later = rig.now + 1h; // a clock that ran ahead has left them
    rig.market(TradeHistory{
        first, {tradeAt(1, later), tradeAt(2, later + 1s), tradeAt(3, later + 2s), tradeAt(4, later + 3s)}, Source::Store, {}});
    QVERIFY(!rig.series(second).empty());
    rig.venueClock(0s);
    QVERIFY2(rig.series(second).empty(), "they would hide every live bar, which is older");
    QVERIFY(rig.frame().charts.front().reset);
    rig.market(tradeAt(2, rig.now));
    rig.market(tradeAt(3, rig.now + 1s));
    QCOMPARE(rig.series(second).bars().back().openTime, rig.now + 1s);
}

SPREADLINE_TEST(TstLocalBars)
#include "tst_local_bars.moc"
