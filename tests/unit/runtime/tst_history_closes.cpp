// SPDX-License-Identifier: GPL-3.0-or-later
#include "core_rig.h"
#include "test_main.h"

using namespace spreadline;
using namespace spreadline::test;
using namespace std::chrono_literals;

/// How the bar under way becomes a closed one, whatever of its end was missed, and is stored.
class TstHistoryCloses : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aBarLeftUnderWayByALongSleepIsAskedFor();
    void aMissedCloseIsFetched();
    void aMissedCloseIsShownAndStored();
    void anAnswerThatCameTooSoonIsAskedForAgain();
    void tradesAfterTheCloseAreFetched();
    void quietMarketsCloseByTheVenuesClock();
    void eachBarIsStoredOnce();
};

void TstHistoryCloses::aBarLeftUnderWayByALongSleepIsAskedFor()
{
    CoreRig rig;
    rig.begin();
    rig.openChart(minute, 5'000);
    rig.answerStore(bars(-3, -1));
    rig.answerVenue({bar(0, 100, false, 1)});
    rig.answerVenue({}); // nothing older
    rig.now = minuteAt(2'000) + 5s;
    rig.market(KlineUpdate{first, minute, bar(2'000, 1, false)}); // the lid was closed for a day and a half
    QCOMPARE(rangeOf(rig.feed.klineRequests.back()), (OpenRange{}));
    auto newest = bars(501, 2'000);
    newest.back().closed = false;
    rig.answerVenue(newest);
    QCOMPARE(rangeOf(rig.feed.klineRequests.back()), (OpenRange{minuteAt(0), minuteAt(500)}));
    rig.answerVenue(bars(0, 500));
    QCOMPARE(rig.series().bars()[3], bar(0));
}

void TstHistoryCloses::aMissedCloseIsFetched()
{
    CoreRig rig;
    rig.begin();
    rig.openChart(minute, 1);
    rig.answerStore(bars(-1, -1));
    rig.answerVenue({bar(0, 100, false, 1)});
    const auto asked = rig.feed.klineRequests.size();
    rig.now = minuteAt(1) + 1s;
    rig.market(KlineUpdate{first, minute, bar(1, 100, false, 1)});
    QCOMPARE(rig.feed.klineRequests.size(), asked + 1);
    QCOMPARE(rangeOf(rig.feed.klineRequests.back()), (OpenRange{minuteAt(0), minuteAt(1)}));
}

void TstHistoryCloses::aMissedCloseIsShownAndStored()
{
    CoreRig rig;
    rig.begin();
    rig.openChart(minute, 3);
    rig.answerStore(bars(-3, -1));
    rig.market(KlineUpdate{first, minute, bar(0, 10'000, false, 7)});
    (void)rig.frame();
    rig.market(KlineUpdate{first, minute, bar(1, 10'000, false, 1)});
    const auto shown = rig.frame().charts.front().bars;
    QCOMPARE(shown.size(), 2U);
    QCOMPARE(shown.front(), bar(0, 10'000, true, 7));
    rig.answerVenue({bar(0, 10'000, true, 7), bar(1, 10'000, false, 1)}); // nothing new, but now it is known to be whole
    rig.now = rig.now + std::chrono::minutes(1);
    rig.tick();
    QCOMPARE(rig.store.rowsOf<KlineRow>().size(), 1U);
}

void TstHistoryCloses::anAnswerThatCameTooSoonIsAskedForAgain()
{
    CoreRig rig;
    rig.begin();
    rig.openChart(minute, 3);
    rig.answerStore(bars(-3, -1));
    rig.market(KlineUpdate{first, minute, bar(0, 10'000, false, 7)});
    rig.now = minuteAt(1) + std::chrono::seconds(1);
    rig.market(KlineUpdate{first, minute, bar(1, 10'000, false, 1)});      // the close of the bar before never came
    rig.answerVenue({bar(0, 10'000, false, 7), bar(1, 10'000, false, 1)}); // the venue has not settled it yet
    const auto asked = rig.feed.klineRequests.size();
    rig.now = rig.now + std::chrono::seconds(5);
    rig.tick();
    QCOMPARE(rig.feed.klineRequests.size(), asked + 1);
    rig.answerVenue({bar(0, 10'100, true, 9), bar(1, 10'000, false, 1)});
    QCOMPARE(rig.series().bars()[3], bar(0, 10'100, true, 9));
    rig.now = rig.now + std::chrono::seconds(5);
    rig.tick();
    QCOMPARE(rig.feed.klineRequests.size(), asked + 1);
}

void TstHistoryCloses::tradesAfterTheCloseAreFetched()
{
    CoreRig rig;
    rig.begin();
    rig.openChart(minute, 3);
    rig.answerStore(bars(-3, -1));
    rig.answerVenue({bar(0, 10'000, false, 1)});
    rig.market(KlineUpdate{first, minute, bar(0, 10'000, true, 7)});
    rig.market(KlineUpdate{first, minute, bar(0, 10'100, false, 9)}); // it trades on
    const auto asked = rig.feed.klineRequests.size();
    rig.market(KlineUpdate{first, minute, bar(1, 10'000, false, 1)});
    QCOMPARE(rig.feed.klineRequests.size(), asked + 1);
    QCOMPARE(rig.feed.klineRequests.back().from, minuteAt(0));
    rig.answerVenue({bar(0, 10'100, true, 9)});
    QCOMPARE(rig.series().bars()[3], bar(0, 10'100, true, 9));
    rig.market(KlineUpdate{first, minute, bar(1, 10'000, true, 3)});
    rig.market(KlineUpdate{first, minute, bar(2, 10'000, false, 1)});
    QCOMPARE(rig.feed.klineRequests.size(), asked + 1);
}

void TstHistoryCloses::quietMarketsCloseByTheVenuesClock()
{
    CoreRig rig;
    rig.begin();
    VenueHealth health;
    health.clockTrusted = true;
    health.clockOffset = -2s; // our clock is ahead of the venue's
    rig.market(health);
    rig.now = minuteAt(0) + 5s;
    rig.openChart(minute, 1);
    rig.answerStore(bars(-1, -1));
    rig.answerVenue({bar(0, 100, false, 1)});
    const auto asked = rig.feed.klineRequests.size();
    rig.now = minuteAt(1) + 4s;
    rig.tick();
    QCOMPARE(rig.feed.klineRequests.size(), asked);
    rig.now = minuteAt(1) + 5s;
    rig.tick();
    QCOMPARE(rig.feed.klineRequests.size(), asked + 1);
    rig.answerVenue({bar(0, 100), bar(1, 100, false, 0)});
    QVERIFY(rig.series().from(minuteAt(0)).front().closed);
}

void TstHistoryCloses::eachBarIsStoredOnce() // I8
{
    CoreRig rig;
    rig.begin();
    rig.openChart(minute, 3);
    rig.answerStore(bars(-3, -2));
    rig.answerVenue({bar(-1), bar(0, 1, false)});
    rig.now = minuteAt(1);
    const KlineUpdate close{first, minute, bar(0, 10'000, true)};
    rig.market(close);
    rig.market(close);
    rig.market(KlineHistory{first, minute, minuteAt(-1), minuteAt(0), bars(-1, 0), Source::Venue, {}});
    rig.now = rig.now + 2s;
    rig.tick();
    const auto rows = rig.store.rowsOf<KlineRow>();
    QCOMPARE(rows.size(), 2U);
    QCOMPARE(rows[0].kline.openTime, minuteAt(-1));
    QCOMPARE(rows[1].kline, close.kline);
}

SPREADLINE_TEST(TstHistoryCloses)
#include "tst_history_closes.moc"
