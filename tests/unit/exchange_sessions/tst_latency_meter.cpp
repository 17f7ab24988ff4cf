// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_main.h"

#include "exchange/latency_meter.h"

#include <memory>

using namespace spreadline;
using namespace std::chrono_literals;

class TstLatencyMeter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void percentilesWithinTenPercent();
    void forgetsAfterAMinute();
    void takesAbsurdDelays();
};

void TstLatencyMeter::percentilesWithinTenPercent()
{
    LatencyMeter meter;
    for (int i = 1; i <= 1'000; ++i)
        meter.add(std::chrono::microseconds(i * 100), 5s);
    const auto near = [](std::optional<Duration> got, Duration expected) {
        return got && *got > expected * 9 / 10 && *got < expected * 11 / 10;
    };
    QVERIFY(near(meter.percentile(0.50, 5s), 50ms));
    QVERIFY(near(meter.percentile(0.99, 5s), 99ms));
}

void TstLatencyMeter::forgetsAfterAMinute()
{
    LatencyMeter meter;
    QVERIFY(!meter.percentile(0.5, 1s));
    meter.add(10ms, 1s);
    QVERIFY(meter.percentile(0.5, 60s));
    QVERIFY(!meter.percentile(0.5, 61s));
    meter.add(1ms, 61s); // the same slot, one turn later
    QVERIFY(*meter.percentile(1.0, 61s) < Duration(2ms));
}

void TstLatencyMeter::takesAbsurdDelays()
{
    LatencyMeter meter;
    meter.add(-5s, 1s);
    meter.add(1'000h, 1s);
    QVERIFY(*meter.percentile(0.0, 1s) < Duration(2us));
    QVERIFY(*meter.percentile(1.0, 1s) > Duration(60s));
}

SPREADLINE_TEST(TstLatencyMeter)
#include "tst_latency_meter.moc"
