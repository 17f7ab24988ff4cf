// SPDX-License-Identifier: GPL-3.0-or-later
#include "market_check.h"
#include "practice/minute_bars.h"
#include "practice/synthetic_book.h"
#include "test_main.h"

using namespace spreadline;
using namespace spreadline::practice;

class TstMinuteBars : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tradesMakeTheirBar_data();
    void tradesMakeTheirBar();
    void tradesRiseWithinTheMinute();
    void minutesJoin();
    void numbersAreContiguous();
    void noiseReadsTheSameAnywhere();
    void changedLevelsTurnOneSideIntoTheOther();
};

namespace {

constexpr std::int64_t someMinute = 1'795'178'521'234 / minuteMillis;

struct Bars {
    explicit Bars(const CatalogueEntry& entry, double activity = 1.0)
        : instrument(instrumentOf(entry, InstrumentId{})),
          shared(7),
          minutes(7, entry, instrument.tickSize.toDouble(), instrument.stepSize.toDouble(), activity, shared)
    {}
    Instrument instrument;
    SharedNoise shared;
    MinuteBars minutes;
};

} // namespace

void TstMinuteBars::tradesMakeTheirBar_data()
{
    QTest::addColumn<int>("entry");
    QTest::addColumn<double>("activity");
    for (int i = 0; i < static_cast<int>(catalogue().size()); ++i)
        QTest::newRow(catalogue()[static_cast<std::size_t>(i)].symbol.data()) << i << 1.0;
    QTest::newRow("busy") << 0 << 20.0;
    QTest::newRow("sleepy") << 29 << 0.1;
}

void TstMinuteBars::tradesMakeTheirBar()
{
    QFETCH(int, entry);
    QFETCH(double, activity);
    Bars bars(catalogue()[static_cast<std::size_t>(entry)], activity);
    for (std::int64_t minute = someMinute; minute < someMinute + 60; ++minute) {
        const MinutePlan plan = bars.minutes.plan(minute);
        RawBar added;
        for (const RawTrade& t : tradesOf(plan)) {
            QVERIFY(t.price > 0 && t.quantity > 0);
            added.add({t.price, t.price, t.price, t.price, t.quantity, t.buyerIsTaker ? t.quantity : 0, t.price * t.quantity, 1});
        }
        const RawBar bar = barOf(plan);
        QVERIFY(added == bar);
        QVERIFY(bar.high >= std::max(bar.open, bar.close) && bar.low <= std::min(bar.open, bar.close));
        QVERIFY(bar.takerBuy >= 0 && bar.takerBuy <= bar.volume);
    }
}

void TstMinuteBars::tradesRiseWithinTheMinute()
{
    Bars bars(catalogue()[0]);
    for (std::int64_t minute = someMinute; minute < someMinute + 200; ++minute) {
        const auto trades = tradesOf(bars.minutes.plan(minute));
        QCOMPARE(trades.front().millis, 0);
        QVERIFY(trades.back().millis < minuteMillis);
        QVERIFY(std::ranges::is_sorted(trades, {}, &RawTrade::millis));
    }
}

void TstMinuteBars::minutesJoin()
{
    Bars bars(catalogue()[5]);
    for (std::int64_t minute = someMinute; minute < someMinute + 3'000; ++minute)
        QCOMPARE(bars.minutes.bar(minute).close, bars.minutes.bar(minute + 1).open);
}

void TstMinuteBars::numbersAreContiguous()
{
    const TradeNumbering numbering(99, 120, 1.0);
    constexpr std::int64_t week = 7 * 24 * 60;
    for (std::int64_t minute = someMinute; minute < someMinute + week + 10; ++minute) {
        const std::int64_t first = numbering.firstId(minute);
        QCOMPARE(numbering.firstId(minute + 1), first + numbering.count(minute));
        QCOMPARE(numbering.minuteOf(first), minute);
        QCOMPARE(numbering.minuteOf(first + numbering.count(minute) - 1), minute);
    }
}

void TstMinuteBars::noiseReadsTheSameAnywhere()
{
    const NoisePath path(noiseKey(3, "x"), {});
    NoisePath::Chunk chunk;
    const std::int64_t index = someMinute / NoisePath::chunkMinutes;
    path.fill(index, chunk);
    for (std::size_t i = 0; i < chunk.size(); i += 7)
        QCOMPARE(path.at(index * NoisePath::chunkMinutes + static_cast<std::int64_t>(i)), chunk[i]);
}

void TstMinuteBars::changedLevelsTurnOneSideIntoTheOther()
{
    const std::vector<BookLevel> before{{100, 5}, {99, 2}, {97, 1}, {90, 4}};
    const std::vector<BookLevel> after{{101, 1}, {99, 2}, {97, 3}, {96, 8}};
    const std::vector<BookLevel> expected{{101, 1}, {100, 0}, {97, 3}, {96, 8}, {90, 0}};
    QVERIFY(changedLevels(before, after, true) == expected);
    QVERIFY(changedLevels(before, before, true).empty());
    const std::vector<BookLevel> asks{{10, 1}, {12, 1}};
    const std::vector<BookLevel> asksAfter{{11, 1}, {12, 2}, {13, 1}};
    const std::vector<BookLevel> asksChanged{{10, 0}, {11, 1}, {12, 2}, {13, 1}};
    QVERIFY(changedLevels(asks, asksAfter, false) == asksChanged);
}

SPREADLINE_TEST(TstMinuteBars)
#include "tst_minute_bars.moc"
