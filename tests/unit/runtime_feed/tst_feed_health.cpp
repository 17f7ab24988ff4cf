// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_main.h"

#include "exchange/binance/binance_dialect.h"
#include "exchange/feed_health.h"
#include "exchange/system_random.h"

using namespace spreadline;
using namespace std::chrono_literals;

namespace {

class HandClock final : public Clock {
public:
    Timestamp now() const override { return Timestamp::fromMillis(1'767'225'600'000) + elapsed; }
    Duration monotonic() const override { return 1h + elapsed; }
    Duration elapsed{};
};

class LastHealth final : public MarketSink {
public:
    std::size_t deliver(std::vector<StampedEvent>& batch) override
    {
        for (const StampedEvent& stamped : batch) {
            if (const auto* told = std::get_if<VenueHealth>(&stamped.event))
                health = *told;
        }
        return batch.size();
    }
    VenueHealth health;
};

} // namespace

class TstFeedHealth : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void delaysCountOnceTheClockIsKnown();
    void framesRightAfterTheClockWasSet();
};

/// A recording's clock stands years behind ours: until that is measured, a delay would be those years.
void TstFeedHealth::delaysCountOnceTheClockIsKnown()
{
    constexpr Duration offset = -20'000h;
    HandClock clock;
    BinanceDialect dialect;
    LastHealth sink;
    FeedContext context(clock, dialect, sink, seededRandom(1), {}, {});
    FeedHealth health(context, "practice");
    const auto told = [&] {
        health.report(true, 1ms);
        context.output.flush();
        return sink.health;
    };
    const auto frame = [&] { health.onFrame(clock.now() + offset - 7ms, clock.monotonic()); };
    const auto measure = [&] {
        const Duration at = clock.monotonic();
        context.offset.add(at - 1ms, at, clock.now() + offset, clock.now());
    };
    frame();
    measure();
    frame();
    QCOMPARE(told().latencyP99, Duration::zero());
    frame(); // one sample is a guess
    for (int i = 1; i < 5; ++i)
        measure();
    frame(); // measured, but not yet taken over
    QVERIFY(told().clockTrusted);
    QCOMPARE(sink.health.latencyP99, Duration::zero());
    frame();
    const VenueHealth good = told();
    QVERIFY2(good.latencyP99 > 5ms && good.latencyP99 < 9ms, qPrintable(QString::number(good.latencyP99.count())));
    context.offset.invalidate(); // the machine slept
    (void)told();
    health.onFrame(clock.now() - 5h, clock.monotonic());
    QVERIFY(told().latencyP99 < 9ms);
}

/// The samples go the moment the clock was set; health looks once a second. Frames come in between.
void TstFeedHealth::framesRightAfterTheClockWasSet()
{
    HandClock clock;
    BinanceDialect dialect;
    LastHealth sink;
    FeedContext context(clock, dialect, sink, seededRandom(1), {}, {});
    FeedHealth health(context, "practice");
    for (int i = 0; i < 5; ++i)
        context.offset.add(clock.monotonic() - 1ms, clock.monotonic(), clock.now(), clock.now());
    health.report(true, 1ms);
    health.onFrame(clock.now() - 7ms, clock.monotonic());
    context.offset.invalidate();
    for (int i = 0; i < 100; ++i)
        health.onFrame(clock.now() - 5h, clock.monotonic());
    health.report(true, 1ms);
    context.output.flush();
    QVERIFY(!sink.health.clockTrusted);
    QVERIFY2(sink.health.latencyP99 > 5ms && sink.health.latencyP99 < 9ms,
             qPrintable(QString::number(sink.health.latencyP99.count())));
}

SPREADLINE_TEST(TstFeedHealth)
#include "tst_feed_health.moc"
