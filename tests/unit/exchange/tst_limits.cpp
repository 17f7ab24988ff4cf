// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/backoff.h"
#include "exchange/clock_offset.h"
#include "exchange/rate_limiter.h"
#include "test_main.h"

#include <rapidcheck.h>

#include <cmath>

using namespace spreadline;
using namespace std::chrono_literals;

/// Budgets, waits and the venue's clock: all by injected times.
class TstLimits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRollingWindowIsWithinTheLimit()
    {
        const bool holds = rc::check("no window of the span holds more than the limit", [] {
            const int limit = *rc::gen::inRange(1, 20);
            RollingWindow window(limit, 1s);
            std::vector<std::pair<Duration, int>> taken;
            Duration now{};
            for (int i = 0; i < 200; ++i) {
                now += std::chrono::milliseconds(*rc::gen::inRange(0, 300));
                const int amount = *rc::gen::inRange(1, limit + 1);
                if (window.tryTake(now, amount))
                    taken.emplace_back(now, amount);
                else
                    RC_ASSERT(window.wait(now, amount) > Duration::zero());
            }
            for (const auto& [from, first] : taken) {
                int sum = 0;
                for (const auto& [time, amount] : taken)
                    sum += time >= from && time <= from + 1s ? amount : 0;
                RC_ASSERT(sum <= limit);
            }
        });
        QVERIFY(holds);
    }
    void waitIsExactlyLongEnough()
    {
        const bool holds = rc::check("after the wait it fits, a moment before it does not", [] {
            RollingWindow window(10, 1s);
            Duration now{};
            for (int i = 0; i < 50; ++i) {
                now += std::chrono::milliseconds(*rc::gen::inRange(0, 200));
                const int amount = *rc::gen::inRange(1, 11);
                const Duration wait = window.wait(now, amount);
                if (wait > Duration::zero())
                    RC_ASSERT(window.wait(now + wait - Duration(1), amount) > Duration::zero());
                now += wait;
                RC_ASSERT(window.tryTake(now, amount));
            }
        });
        QVERIFY(holds);
    }
    void whatNeverFitsNeverPasses() { QVERIFY(RollingWindow(10, 1s).wait(0s, 11) == Duration::max()); }

    void keepsAShareForCancels()
    {
        RateLimiter limiter({100, 20, 5});
        const RestRequest normal{"/x", 10};
        int sent = 0;
        while (limiter.tryTake(0s, normal))
            ++sent;
        QCOMPARE(sent, 8);
        QVERIFY(limiter.tryTake(0s, normal, RateLimiter::Urgency::Urgent));
        QVERIFY(limiter.tryTake(0s, normal, RateLimiter::Urgency::Urgent));
        QVERIFY(!limiter.tryTake(0s, normal, RateLimiter::Urgency::Urgent));
        QVERIFY(limiter.tryTake(61s, normal));
    }
    void believesTheHeader()
    {
        RateLimiter limiter({100, 0, 5});
        limiter.onUsedWeight(0s, 95); // somebody else on this address
        QCOMPARE(limiter.used(0s), 95);
        QVERIFY(!limiter.tryTake(1s, {"/x", 10}));
        limiter.onUsedWeight(2s, 3); // the venue's minute began anew; ours did not
        QCOMPARE(limiter.used(2s), 95);
        QVERIFY(limiter.tryTake(61s, {"/x", 10}));
    }
    void sendsNothingDuringABan()
    {
        RateLimiter limiter;
        limiter.holdOff(0s, 120s);
        limiter.holdOff(10s, 5s); // shorter: changes nothing
        for (Duration now = 0s; now < 120s; now += 7s) {
            QVERIFY(!limiter.tryTake(now, {"/x", 1}, RateLimiter::Urgency::Urgent));
            QVERIFY(!limiter.tryTake(now, {"/f", 0, RestRequest::Budget::Funding}));
            QVERIFY(limiter.wait(now, {"/x", 1}) >= 120s - now);
        }
        QVERIFY(limiter.tryTake(120s, {"/x", 1}));
    }
    void idleRequestsLeaveMoreThanHalf()
    {
        RateLimiter limiter({100, 10, 5});
        QVERIFY(limiter.tryTake(0s, {"/x", 40}, RateLimiter::Urgency::Idle));
        QVERIFY(!limiter.tryTake(0s, {"/x", 10}, RateLimiter::Urgency::Idle));
        QVERIFY(limiter.tryTake(0s, {"/x", 50}));
        QVERIFY(
            limiter.tryTake(61s, {"/x", 80}, RateLimiter::Urgency::Idle)); // larger than its share: when nothing else was sent
    }
    void countsFundingApart()
    {
        RateLimiter limiter({100, 0, 5});
        const RestRequest funding{"/f", 0, RestRequest::Budget::Funding};
        for (int i = 0; i < 5; ++i)
            QVERIFY(limiter.tryTake(0s, funding));
        QVERIFY(!limiter.tryTake(299s, funding));
        QVERIFY(limiter.tryTake(301s, funding));
        QVERIFY(limiter.tryTake(299s, {"/x", 100}));
    }

    void backsOffExponentiallyWithJitter()
    {
        std::uint32_t dice = 0;
        Backoff lowest([&] { return dice; });
        dice = 0xffff'ffff;
        QVERIFY(lowest.next() == 1'250ms);
        dice = 0;
        QVERIFY(lowest.next() == 1'500ms); // 2 s less a quarter
        for (int i = 0; i < 40; ++i)
            QVERIFY(lowest.next() <= 60s);
        QVERIFY(lowest.next() == 45s);
        QVERIFY(lowest.next(90s) >= 90s); // the venue's own wish is never undercut
        lowest.reset();
        QVERIFY(lowest.next() == 750ms);
    }

    void takesTheShortestOfFive()
    {
        ClockOffset clock;
        const Timestamp wall = Timestamp::fromMillis(1'000'000);
        for (int i = 0; i < 5; ++i) {
            const Duration sent = std::chrono::seconds(i);
            const Duration roundTrip = i == 2 ? 10ms : 200ms;
            QVERIFY(!clock.isTrusted(sent, wall + sent));
            // The slow ones come back late on one leg: their midpoint is 90 ms off.
            const Duration error = i == 2 ? 0ms : 90ms;
            QVERIFY(clock.add(sent, sent + roundTrip, wall + sent + roundTrip / 2 + 3s + error, wall + sent + roundTrip));
        }
        QVERIFY(clock.isTrusted(5s, wall + 5s));
        QVERIFY(clock.offset(5s, wall + 5s) == 3s);
        QVERIFY(clock.roundTrip() == 10ms);
        QVERIFY(clock.venueTime(10s) == wall + 13s);
    }
    void outvotesALiar()
    {
        ClockOffset clock;
        const Timestamp wall = Timestamp::fromMillis(1'000'000);
        for (int i = 0; i < 5; ++i) {
            const Duration sent = std::chrono::seconds(i);
            const Duration roundTrip = i == 2 ? 2ms : 50ms;
            clock.add(sent, sent + roundTrip, wall + sent + roundTrip / 2 + (i == 2 ? 3'600s : 1s), wall + sent + roundTrip);
        }
        QVERIFY(clock.offset(5s, wall + 5s) == 1s);
    }
    void followsAVenueOfAnotherPace_data()
    {
        QTest::addColumn<double>("pace");
        QTest::newRow("four times as fast") << 4.0;
        QTest::newRow("half as fast") << 0.5;
        QTest::newRow("as every clock") << 1.0001;
    }
    void followsAVenueOfAnotherPace()
    {
        QFETCH(double, pace);
        ClockOffset clock;
        const Timestamp wall = Timestamp::fromMillis(1'000'000);
        const auto venueAt = [&](Duration at) {
            return wall
                + std::chrono::milliseconds(std::llround(static_cast<double>(at / 1ms) * pace)); // told in whole milliseconds
        };
        for (int i = 0; i < 12; ++i) {
            const Duration sent = std::chrono::seconds(i);
            clock.add(sent, sent + 4ms, venueAt(sent + (i % 2 == 0 ? 1ms : 3ms)), wall + sent + 4ms);
        }
        QCOMPARE(clock.hasAnotherPace(), std::abs(pace - 1) > 0.01);
        QVERIFY(clock.isTrusted(12s, wall + 12s));
        const Duration off = clock.venueTime(14s) - venueAt(14s);
        QVERIFY2(std::chrono::abs(off) < 40ms, qPrintable(QString::number(off / 1us)));
        QVERIFY(clock.latestVenueTime(14s) >= venueAt(14s) - 5ms);
    }
    void anotherPaceWithALiar_data()
    {
        QTest::addColumn<int>("liar");
        QTest::addColumn<qint64>("tells"); // ms since 1970
        const qint64 truth = 1'767'225'600'000;
        for (const int liar : {0, 1, 4}) {
            QTest::addRow("a minute ahead, %d", liar) << liar << truth + 60'000;
            QTest::addRow("a minute behind, %d", liar) << liar << truth - 60'000;
            QTest::addRow("1970, %d", liar) << liar << qint64(1);
            QTest::addRow("2247, %d", liar) << liar << qint64(8'741'411'200'000);
            QTest::addRow("2255, %d", liar) << liar << qint64(9'000'000'000'000);
        }
    }
    void anotherPaceWithALiar()
    {
        QFETCH(int, liar);
        QFETCH(qint64, tells);
        ClockOffset clock;
        const Timestamp wall = Timestamp::fromMillis(1'767'225'600'000);
        for (int i = 0; i < 5; ++i) {
            const Duration sent = std::chrono::seconds(i);
            clock.add(sent, sent + 2ms, i == liar ? Timestamp::fromMillis(tells) : wall + sent, wall + sent + 2ms);
        }
        QVERIFY(!clock.hasAnotherPace());
        QVERIFY(std::chrono::abs(clock.venueTime(5s) - (wall + 5s)) < 5ms);
        for (const Duration now : {Duration(5s), Duration(4min)}) { // nor is the future believed, or the present refused
            const Duration ahead = clock.latestVenueTime(now) - (wall + now);
            QVERIFY2(std::chrono::abs(ahead) < 5ms, qPrintable(QString::number(ahead / 1ms)));
        }
    }
    void timesNobodyLivesToSeeStayNumbers()
    {
        ClockOffset clock;
        const Timestamp wall = Timestamp::fromMillis(1'767'225'600'000);
        const Timestamp latestTold = Timestamp::fromMillis(9'000'000'000'000);
        for (int i = 0; i < 5; ++i) {
            const Duration sent = std::chrono::seconds(i);
            clock.add(sent, sent + 2ms,
                      i < 2       ? wall
                          : i < 4 ? Timestamp::fromMillis(1'800'000'000'000)
                                  : latestTold,
                      wall + sent);
        }
        QVERIFY(clock.latestVenueTime(5min) > wall);
        for (int i = 0; i < 5; ++i)
            clock.add(i * 1s, i * 1s + 2ms, latestTold - (4 - i) * 87'600h, wall); // ten years by the second
        QVERIFY(clock.latestVenueTime(5min) + 10min > wall);
    }
    void refusesSlowAnswersAndAgesOut()
    {
        ClockOffset clock;
        const Timestamp wall = Timestamp::fromMillis(1'000'000);
        QVERIFY(!clock.add(0s, 1s, wall, wall));
        QVERIFY(!clock.hasEstimate());
        for (int i = 0; i < 5; ++i)
            QVERIFY(clock.add(0s, 10ms, wall, wall));
        QVERIFY(clock.isTrusted(1s, wall + 990ms));
        QVERIFY(!clock.isTrusted(6min, wall + 6min));
        QVERIFY(!clock.isTrusted(1s, wall + 3600s));  // the machine slept, or somebody set the clock
        QVERIFY(clock.venueTime(1s) == wall + 995ms); // which moves nothing
        clock.invalidate();
        QVERIFY(!clock.isTrusted(1s, wall + 990ms));
    }
};

SPREADLINE_TEST(TstLimits)
#include "tst_limits.moc"
