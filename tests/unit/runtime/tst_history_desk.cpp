// SPDX-License-Identifier: GPL-3.0-or-later
#include "core_rig.h"
#include "test_main.h"

using namespace spreadline;
using namespace spreadline::test;
using namespace std::chrono_literals;

class TstHistoryDesk : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void storeFirstThenOnlyWhatIsMissing();
    void anEmptyStoreAsksForTheLatest();
    void aLongAbsenceTakesTheNewestFirst();
    void holesAreFilledOnce();
    void aReconnectFillsTheGap();
    void olderFromStoreThenVenue();
    void failuresAreShownAndRetried();
    void aClosedChartNeedsNothing();
    void chartUpdatesAreSmall();
    void storedBarsOfTheFutureGo_data();
    void storedBarsOfTheFutureGo();
    void storedTradesOfTheFutureGo_data();
    void storedTradesOfTheFutureGo();
};

void TstHistoryDesk::storeFirstThenOnlyWhatIsMissing()
{
    CoreRig rig;
    rig.begin();
    rig.now = minuteAt(12) + 5s;
    rig.openChart(minute, 10);
    QCOMPARE(rig.store.klineLoads.size(), 1U);
    QCOMPARE(rig.store.klineLoads[0].limit, 10);
    QVERIFY(rig.feed.klineRequests.empty());
    rig.answerStore(bars(0, 9));
    QCOMPARE(rig.frame().charts.front().bars.size(), 10U);
    QCOMPARE(rig.feed.klineRequests.size(), 1U);
    QCOMPARE(rangeOf(rig.feed.klineRequests[0]), (OpenRange{minuteAt(10), minuteAt(12)}));
    QCOMPARE(rig.feed.klineRequests[0].limit, 3);
    rig.answerVenue({bar(10), bar(11), bar(12, 10'000, false)});
    QCOMPARE(rig.series().size(), 13U);
    QCOMPARE(rig.feed.klineRequests.size(), 1U);
    rig.tick();
    QCOMPARE(rig.feed.klineRequests.size(), 1U);
}

void TstHistoryDesk::anEmptyStoreAsksForTheLatest()
{
    CoreRig rig;
    rig.begin();
    rig.openChart(minute, 5);
    rig.answerStore({});
    QCOMPARE(rangeOf(rig.feed.klineRequests.at(0)), (OpenRange{}));
    QCOMPARE(rig.feed.klineRequests[0].limit, 5);
    QVERIFY(rig.frame().charts.front().loading);
    rig.answerVenue({bar(-2), bar(-1), bar(0, 1, false)});
    const ChartUpdate& update = rig.frame().charts.front();
    QVERIFY2(update.complete, "the venue has no more than these");
    QVERIFY(!update.loading);
    QCOMPARE(update.bars.size(), 3U);
}

void TstHistoryDesk::aLongAbsenceTakesTheNewestFirst()
{
    CoreRig rig;
    rig.begin();
    rig.now = minuteAt(5'000) + 5s;
    rig.openChart(minute, 1'500);
    rig.answerStore(bars(0, 9));
    QCOMPARE(rangeOf(rig.feed.klineRequests.at(0)), (OpenRange{}));
    auto newest = bars(3'501, 5'000);
    newest.back().closed = false;
    rig.answerVenue(newest);
    QCOMPARE(rig.feed.klineRequests.size(), 1U); // what was asked for is there
    rig.command(LoadOlder{ChartId{1}});
    rig.answerStore({});
    QCOMPARE(rig.feed.klineRequests.size(), 2U);
    QCOMPARE(rangeOf(rig.feed.klineRequests[1]), (OpenRange{{}, minuteAt(3'500)}));
    rig.answerVenue(bars(2'001, 3'500));
    QVERIFY(rig.series().missing(2'900).empty());
}

void TstHistoryDesk::holesAreFilledOnce()
{
    CoreRig rig;
    rig.begin();
    rig.now = minuteAt(9) + 5s;
    rig.openChart(minute, 20);
    auto stored = bars(0, 8);
    stored.erase(stored.begin() + 3, stored.begin() + 5);
    rig.answerStore(stored);
    rig.answerVenue({bar(9, 1, false)});
    QCOMPARE(rangeOf(rig.feed.klineRequests.at(1)), (OpenRange{minuteAt(3), minuteAt(4)}));
    rig.answerVenue({bar(3)});
    QCOMPARE(rig.feed.klineRequests.size(), 3U);
    QVERIFY2(!rig.feed.klineRequests[2].from.isKnown(), "bar 4 does not exist there; next is what is older");
    rig.answerVenue({});
    rig.tick();
    QCOMPARE(rig.feed.klineRequests.size(), 3U);
}

void TstHistoryDesk::aReconnectFillsTheGap()
{
    CoreRig rig;
    rig.begin();
    rig.openChart(minute, 3);
    rig.answerStore(bars(-3, -1));
    rig.answerVenue({bar(0, 100, false, 1)});
    rig.trust(StreamKind::Klines, TrustState::Synced, minute);
    rig.now = rig.now + 30s;
    rig.market(KlineUpdate{first, minute, bar(0, 101, false, 2)});
    rig.trust(StreamKind::Klines, TrustState::Down, minute);
    const auto asked = rig.feed.klineRequests.size();
    rig.now = minuteAt(5) + 10s;
    rig.trust(StreamKind::Klines, TrustState::Synced, minute);
    QVERIFY(rig.feed.klineRequests.size() > asked);
    QCOMPARE(rangeOf(rig.feed.klineRequests.back()), (OpenRange{minuteAt(0), minuteAt(5)}));
    rig.market(KlineUpdate{first, minute, bar(5, 100, false, 1)});
    rig.answerVenue({bar(0, 102), bar(1), bar(2), bar(3), bar(4), bar(5, 100, false, 0)});
    QVERIFY(rig.series().missing(100).empty());
    QCOMPARE(rig.series().from(minuteAt(0)).front().close, Price::fromMantissa(102, 2));
    QCOMPARE(rig.series().bars().back().trades, 1);
}

void TstHistoryDesk::olderFromStoreThenVenue()
{
    CoreRig rig;
    rig.begin();
    rig.openChart(minute, 2);
    rig.answerStore(bars(-2, -1));
    rig.answerVenue({bar(0, 1, false)});
    rig.frame();
    rig.command(LoadOlder{ChartId{1}});
    QVERIFY(rig.frame().charts.front().loading);
    QVERIFY(rig.store.klineLoads.back().to < minuteAt(-2));
    rig.answerStore(bars(-5, -3));
    QVERIFY(rig.feed.klineRequests.back().to < minuteAt(-5));
    const ChartUpdate& stored = rig.frame().charts.front();
    QCOMPARE(stored.bars.size(), 3U);
    QVERIFY(!stored.reset && stored.loading && !stored.complete);
    rig.answerVenue({bar(-6)});
    const ChartUpdate& all = rig.frame().charts.front();
    QVERIFY(all.complete && !all.loading);
    QCOMPARE(all.bars.size(), 1U);
    const auto loads = rig.store.klineLoads.size();
    rig.command(LoadOlder{ChartId{1}});
    QCOMPARE(rig.store.klineLoads.size(), loads);
}

void TstHistoryDesk::failuresAreShownAndRetried()
{
    CoreRig rig;
    rig.begin();
    rig.openChart(minute, 5);
    rig.answerStore({});
    rig.answerVenue({}, Error{Errc::RateLimited, "klines", {}});
    QCOMPARE(rig.frame().charts.front().failure->code, Errc::RateLimited);
    rig.tick();
    QCOMPARE(rig.feed.klineRequests.size(), 1U);
    rig.now = rig.now + 1s;
    rig.tick();
    QCOMPARE(rig.feed.klineRequests.size(), 2U);
    rig.answerVenue({}, Error{Errc::RateLimited, "klines", {}});
    rig.now = rig.now + 1s;
    rig.tick();
    QCOMPARE(rig.feed.klineRequests.size(), 2U);
    rig.now = rig.now + 1s;
    rig.tick();
    rig.answerVenue({bar(0, 1, false)});
    QVERIFY(!rig.frame().charts.front().failure);
}

void TstHistoryDesk::aClosedChartNeedsNothing()
{
    CoreRig rig;
    rig.begin();
    rig.openChart(minute, 5);
    rig.command(SetInterest{});
    rig.answerStore(bars(-3, -1));
    QVERIFY(rig.feed.klineRequests.empty());
    QVERIFY(rig.core.market().find(first)->series.empty());
    QVERIFY(rig.frame().charts.empty());
    rig.openChart(minute, 5);
    QCOMPARE(rig.store.klineLoads.size(), 2U);
}

void TstHistoryDesk::chartUpdatesAreSmall()
{
    CoreRig rig;
    rig.begin();
    rig.openChart(minute, 500);
    rig.answerStore(bars(-500, -1));
    rig.answerVenue({bar(0, 1, false)});
    QCOMPARE(rig.frame().charts.front().bars.size(), 501U);
    QVERIFY(rig.frame().charts.empty());
    rig.market(KlineUpdate{first, minute, bar(0, 2, false, 9)});
    const ChartUpdate& tick = rig.frame().charts.front();
    QVERIFY(!tick.reset);
    QCOMPARE(tick.bars.size(), 1U);
    rig.market(KlineHistory{first, minute, minuteAt(-400), minuteAt(-400), {bar(-400, 77)}, Source::Venue, {}});
    rig.market(KlineUpdate{first, minute, bar(0, 3, false, 10)});
    const ChartUpdate& both = rig.frame().charts.front();
    QCOMPARE(both.bars.size(), 2U);
    QCOMPARE(both.bars[0].openTime, minuteAt(-400));
}

void TstHistoryDesk::storedBarsOfTheFutureGo_data()
{
    QTest::addColumn<bool>("isClockKnown");
    QTest::newRow("the venue's clock is known when they come") << true;
    QTest::newRow("the venue's clock becomes known later") << false;
}

void TstHistoryDesk::storedBarsOfTheFutureGo()
{
    QFETCH(bool, isClockKnown);
    CoreRig rig;
    rig.begin();
    rig.now = minuteAt(10) + 20s;
    if (isClockKnown)
        rig.venueClock({});
    rig.openChart(minute, 10);
    auto stored = bars(5, 9);
    for (const Kline& bar : bars(10, 14)) // bar 10 is under way: nobody can have closed it
        stored.push_back(bar);
    rig.answerStore(stored);
    rig.market(KlineUpdate{first, minute, bar(10, 10'100, false, 3)});
    (void)rig.frame();
    if (!isClockKnown)
        rig.venueClock({});
    QCOMPARE(rig.feed.klineRequests.size(), 1U);
    rig.answerVenue({bar(10, 10'100, false, 4)});
    rig.market(KlineUpdate{first, minute, bar(10, 10'200, false, 9)});
    const ViewBatch& batch = rig.frame();
    QCOMPARE(batch.charts.at(0).reset, !isClockKnown);
    QCOMPARE(batch.charts.at(0).bars.back(), bar(10, 10'200, false, 9));
    QCOMPARE(rig.series().size(), 6U);
    rig.venueClock({});
    rig.tick();
    int told = 0;
    for (const auto& each : rig.batches)
        told += static_cast<int>(each->notices.size());
    QCOMPARE(told, 1);
    QCOMPARE(rig.feed.klineRequests.size(), 2U);
    QVERIFY2(!rig.feed.klineRequests[1].from.isKnown(), "then only what is older");
}

void TstHistoryDesk::storedTradesOfTheFutureGo_data()
{
    storedBarsOfTheFutureGo_data();
}

void TstHistoryDesk::storedTradesOfTheFutureGo()
{
    QFETCH(bool, isClockKnown);
    CoreRig rig;
    rig.begin();
    if (isClockKnown)
        rig.venueClock({});
    rig.watchTape();
    QCOMPARE(rig.feed.tradeRequests.size(), 1U);
    rig.market(TradeHistory{first, {tradeAt(900, minuteAt(30), 7'777), tradeAt(901, minuteAt(31), 7'777)}, Source::Store, {}});
    (void)rig.frame();
    if (!isClockKnown)
        rig.venueClock({});
    QCOMPARE(rig.feed.tradeRequests.size(), isClockKnown ? 1U : 2U);
    rig.market(TradeHistory{first, {tradeAt(50, minuteAt(-1))}, Source::Venue, {}});
    rig.market(tradeAt(51, minuteAt(0), 10'300));
    const ViewBatch& batch = rig.frame();
    QVERIFY2(batch.tapes.at(0).reset, "those shown before are gone");
    QCOMPARE(batch.tapes.at(0).trades.size(), 2U);
    QCOMPARE(rig.core.market().find(first)->tape->lastId(), 51);
    QCOMPARE(*rig.core.market().find(first)->last, Price::fromMantissa(10'300, 2));
    QCOMPARE(rig.core.market().find(first)->lastTime, minuteAt(0));
}

SPREADLINE_TEST(TstHistoryDesk)
#include "tst_history_desk.moc"
