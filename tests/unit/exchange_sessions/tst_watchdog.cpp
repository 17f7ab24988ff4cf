// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_main.h"

#include "exchange/control_budget.h"
#include "exchange/watchdog.h"

using namespace spreadline;
using namespace std::chrono_literals;

class TstWatchdog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void busyChannelsAreStaleWithinThreeSeconds_data();
    void busyChannelsAreStaleWithinThreeSeconds();
    void quietChannelsLiveAsLongAsTheirLink();
    void aBarThatCountsTradesAccusesASilentTape();
    void silenceIsVerifiedEverLessOften();
    void neverMoreThanFiveControlMessagesInASecond();
};

namespace {

const Channel trades{StreamKind::Trades, InstrumentId{1}, {}};

bool alive(const Channel&, Duration)
{
    return true;
}

} // namespace

void TstWatchdog::busyChannelsAreStaleWithinThreeSeconds_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("book") << int(StreamKind::Book);
    QTest::newRow("best price") << int(StreamKind::BookTop);
    QTest::newRow("mark price") << int(StreamKind::MarkPrice);
}

void TstWatchdog::busyChannelsAreStaleWithinThreeSeconds()
{
    QFETCH(int, kind);
    const Channel channel{StreamKind(kind), InstrumentId{1}, {}};
    Watchdog dog;
    dog.watch(channel, 10s);
    dog.sawData(channel, 11s);
    QVERIFY(dog.check(13s, alive).stale.empty());
    QCOMPARE(dog.check(13'750ms, alive).stale, std::vector<Channel>{channel});
    QVERIFY(dog.check(14s, alive).stale.empty()); // said once
    QVERIFY(dog.sawData(channel, 15s));           // it was stale
    QVERIFY(!dog.sawData(channel, 15s));
}

void TstWatchdog::quietChannelsLiveAsLongAsTheirLink()
{
    Watchdog dog;
    dog.watch(trades, 10s);
    QVERIFY(dog.check(24s, alive).stale.empty());
    const auto dead = [](const Channel&, Duration) { return false; };
    QCOMPARE(dog.check(26s, dead).stale, std::vector<Channel>{trades});
    QCOMPARE(dog.check(27s, alive).fresh, std::vector<Channel>{trades});
}

void TstWatchdog::aBarThatCountsTradesAccusesASilentTape()
{
    Watchdog dog;
    dog.watch(trades, 10s);
    dog.sawData(trades, 11s);
    dog.missed(trades, 11'250ms); // the bar of the trade that came
    QVERIFY(dog.check(13s, alive).stale.empty());
    dog.missed(trades, 14s); // the bar is faster than the trade
    dog.sawData(trades, 14'500ms);
    QVERIFY(dog.check(16s, alive).stale.empty());
    dog.missed(trades, 17s);
    const auto found = dog.check(18s, alive);
    QCOMPARE(found.stale, std::vector<Channel>{trades});
    QCOMPARE(found.verify, std::vector<Channel>{trades});
}

void TstWatchdog::silenceIsVerifiedEverLessOften()
{
    Watchdog dog;
    dog.watch(trades, 0s);
    std::vector<Duration> times;
    for (Duration now = 0s; now < 20min; now += 1s) {
        if (!dog.check(now, alive).verify.empty()) {
            times.push_back(now);
            dog.watch(trades, now); // subscribed anew, still silent
        }
    }
    QVERIFY(times.size() >= 4 && times.size() <= 9);
    QVERIFY(times[1] - times[0] > times[0]);
    dog.sawData(trades, 20min);
    QVERIFY(!dog.check(20min + 16s, alive).verify.empty());
}

void TstWatchdog::neverMoreThanFiveControlMessagesInASecond()
{
    ControlBudget budget;
    std::vector<Duration> sent;
    for (Duration now = 1s; now < 6s; now += 7ms) {
        if (budget.take(now))
            sent.push_back(now);
    }
    QVERIFY(sent.size() >= 20);
    for (std::size_t i = 5; i < sent.size(); ++i)
        QVERIFY(sent[i] - sent[i - 5] > Duration(1s));
}

SPREADLINE_TEST(TstWatchdog)
#include "tst_watchdog.moc"
