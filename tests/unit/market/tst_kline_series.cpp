// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/kline_series.h"
#include "test_main.h"

using namespace spreadline;
using namespace std::chrono_literals;

namespace {

constexpr Interval minute = Interval::time(1min);

Kline bar(int number, std::int64_t close, std::int64_t trades, bool closed)
{
    Kline kline;
    kline.openTime = Timestamp::fromMillis(60'000LL * (1'000 + number));
    kline.closeTime = nextOpenTime(minute, kline.openTime) - 1ms;
    kline.open = kline.high = kline.low = kline.close = Price::fromMantissa(close, 2);
    kline.volume = Quantity::fromMantissa(trades, 3);
    kline.trades = trades;
    kline.closed = closed;
    return kline;
}

Timestamp openOf(int number)
{
    return bar(number, 1, 1, true).openTime;
}

} // namespace

class TstKlineSeries : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void liveUpdates();
    void closedByTheNext();
    void anInferredCloseIsConfirmed();
    void aCloseInferredByHistoryIsConfirmed();
    void aCloseThatCameTooEarly();
    void closeComesTwiceOrLate();
    void storeNeverOverrides();
    void olderAnswerNeverTakesALiveBarBack();
    void venueHistoryRevises();
    void mergeIsIdempotent();
    void dropsWhatIsClosedTooEarly();
    void findsHoles();
    void staysBounded();
    void countsBars_data();
    void countsBars();
};

void TstKlineSeries::liveUpdates()
{
    KlineSeries series(minute);
    QCOMPARE(series.apply(bar(0, 10, 1, false)).change, KlineSeries::Change::Opened);
    QCOMPARE(series.apply(bar(0, 11, 2, false)).change, KlineSeries::Change::Updated);
    QCOMPARE(series.apply(bar(0, 11, 2, false)).change, KlineSeries::Change::None);
    QCOMPARE(series.apply(bar(0, 10, 1, false)).change, KlineSeries::Change::None);
    QCOMPARE(series.apply(bar(0, 12, 3, true)).change, KlineSeries::Change::Closed);
    QCOMPARE(series.bars().back(), bar(0, 12, 3, true));
}

void TstKlineSeries::closedByTheNext()
{
    KlineSeries series(minute);
    (void)series.apply(bar(0, 10, 1, false));
    const auto applied = series.apply(bar(1, 11, 1, false));
    QVERIFY(applied.closedPrevious);
    QVERIFY(series.bars()[0].closed);
    QVERIFY2(!series.apply(bar(2, 11, 1, true)).closedPrevious == false, "the forming bar 1 is closed by bar 2");
    QVERIFY(!series.apply(bar(3, 11, 1, true)).closedPrevious);
}

void TstKlineSeries::anInferredCloseIsConfirmed()
{
    KlineSeries series(minute);
    (void)series.apply(bar(0, 10, 1, false));
    (void)series.apply(bar(1, 11, 1, false));
    const std::vector<Kline> history{bar(0, 10, 1, true)};
    const auto merged = series.merge(history, Source::Venue);
    QVERIFY(!merged.changed());
    QCOMPARE(merged.settled, history); // the same bar, but now it is known to be whole
    QVERIFY(series.merge(history, Source::Venue).settled.empty());
    QCOMPARE(series.revisions(), 0);
}

void TstKlineSeries::aCloseInferredByHistoryIsConfirmed()
{
    KlineSeries series(minute);
    (void)series.apply(bar(0, 10, 1, false));
    QVERIFY(series.merge(std::vector{bar(3, 11, 1, true)}, Source::Venue).changed());
    QVERIFY(series.bars()[0].closed);
    QCOMPARE(series.missing(10), (std::vector{OpenRange{openOf(0), openOf(2)}})); // nobody has told how it ended
    const std::vector<Kline> history{bar(0, 10, 1, true)};
    QCOMPARE(series.merge(history, Source::Venue).settled, history);
    QCOMPARE(series.missing(10), (std::vector{OpenRange{openOf(1), openOf(2)}}));
}

void TstKlineSeries::aCloseThatCameTooEarly()
{
    KlineSeries series(minute);
    (void)series.apply(bar(0, 10, 3, true));
    QVERIFY(!series.apply(bar(0, 9, 2, false)).isLate); // an older state that was overtaken
    const auto applied = series.apply(bar(0, 12, 4, false));
    QVERIFY(applied.isLate);
    QCOMPARE(applied.change, KlineSeries::Change::None);
    QCOMPARE(series.bars().back(), bar(0, 10, 3, true));
}

void TstKlineSeries::closeComesTwiceOrLate()
{
    KlineSeries series(minute);
    QCOMPARE(series.apply(bar(0, 10, 5, true)).change, KlineSeries::Change::Closed);
    QCOMPARE(series.apply(bar(0, 10, 5, true)).change, KlineSeries::Change::None);
    QCOMPARE(series.apply(bar(0, 10, 4, false)).change, KlineSeries::Change::None);
    QCOMPARE(series.apply(bar(0, 11, 6, true)).change, KlineSeries::Change::Revised);
    QCOMPARE(series.revisions(), 1);
    (void)series.apply(bar(2, 11, 1, false));
    QCOMPARE(series.apply(bar(1, 11, 6, true)).change, KlineSeries::Change::Closed);
    QCOMPARE(series.size(), 3U);
    QCOMPARE(series.bars()[1].openTime, openOf(1));
}

void TstKlineSeries::storeNeverOverrides()
{
    KlineSeries series(minute);
    (void)series.apply(bar(1, 20, 5, false));
    const std::vector stored{bar(0, 10, 5, true), bar(1, 99, 99, true)};
    const auto merged = series.merge(stored, Source::Store);
    QCOMPARE(merged.touched, (OpenRange{openOf(0), openOf(0)}));
    QCOMPARE(series.bars()[1], bar(1, 20, 5, false));
}

void TstKlineSeries::olderAnswerNeverTakesALiveBarBack()
{
    KlineSeries series(minute);
    (void)series.apply(bar(1, 20, 5, false));
    (void)series.apply(bar(2, 21, 7, false));
    QVERIFY(!series.merge(std::vector{bar(2, 19, 3, false)}, Source::Venue).changed());
    QCOMPARE(series.bars().back(), bar(2, 21, 7, false));
    QVERIFY2(!series.merge(std::vector{bar(1, 20, 4, false)}, Source::Venue).changed(), "a closed bar is not opened again");
    QVERIFY(series.merge(std::vector{bar(2, 22, 9, false)}, Source::Venue).changed());
}

void TstKlineSeries::venueHistoryRevises()
{
    KlineSeries series(minute);
    (void)series.merge(std::vector{bar(0, 10, 5, true), bar(1, 11, 5, true)}, Source::Store);
    const auto merged = series.merge(std::vector{bar(0, 10, 5, true), bar(1, 12, 6, true), bar(2, 13, 1, false)}, Source::Venue);
    QCOMPARE(merged.revised, 1U);
    QCOMPARE(merged.settled, (std::vector{bar(1, 12, 6, true)}));
    QCOMPARE(series.size(), 3U);
    QVERIFY(!series.bars().back().closed);
}

void TstKlineSeries::mergeIsIdempotent()
{
    KlineSeries series(minute);
    const std::vector history{bar(3, 10, 5, true), bar(0, 11, 5, true), bar(0, 11, 5, true), bar(4, 11, 5, false)};
    QVERIFY(series.merge(history, Source::Venue).changed());
    const auto hash = series.hash();
    QVERIFY(!series.merge(history, Source::Venue).changed());
    QVERIFY(!series.merge(std::vector{bar(3, 10, 5, true)}, Source::Store).changed());
    QCOMPARE(series.hash(), hash);
    QCOMPARE(series.size(), 3U);
}

void TstKlineSeries::dropsWhatIsClosedTooEarly()
{
    KlineSeries series(minute);
    (void)series.merge(std::vector{bar(0, 1, 1, true), bar(1, 1, 1, true), bar(7, 1, 1, true), bar(8, 1, 1, true)},
                       Source::Store);
    QCOMPARE(series.dropClosedAfter(openOf(2)), 2U);
    QCOMPARE(series.bars().back().openTime, openOf(1));
    QCOMPARE(series.dropClosedAfter(openOf(2)), 0U);
    QCOMPARE(series.apply(bar(2, 1, 1, false)).change, KlineSeries::Change::Opened);
    QVERIFY2(series.dropClosedAfter(openOf(2)) == 0, "the bar under way ends later, as it should");
    QCOMPARE(series.dropClosedAfter(openOf(0) - std::chrono::seconds(1)), 0U);
}

void TstKlineSeries::findsHoles()
{
    KlineSeries series(minute);
    (void)series.merge(std::vector{bar(0, 1, 1, true), bar(3, 1, 1, true), bar(4, 1, 1, true), bar(6, 1, 1, true)},
                       Source::Venue);
    QCOMPARE(series.missing(100), (std::vector<OpenRange>{{openOf(1), openOf(2)}, {openOf(5), openOf(5)}}));
    QCOMPARE(series.missing(2), (std::vector<OpenRange>{{openOf(5), openOf(5)}}));
    QCOMPARE(series.missing(1), std::vector<OpenRange>{});
}

void TstKlineSeries::staysBounded()
{
    KlineSeries series(minute, 50);
    for (int i = 0; i < 3'000; ++i)
        (void)series.apply(bar(i, 1, 1, true));
    QCOMPARE(series.size(), 50U);
    QCOMPARE(series.bars().front().openTime, openOf(2'950));
    QVERIFY2(series.apply(bar(7, 1, 1, true)).change == KlineSeries::Change::None, "what was forgotten stays forgotten");
}

void TstKlineSeries::countsBars_data()
{
    QTest::addColumn<QString>("interval");
    QTest::addColumn<int>("steps");
    QTest::newRow("minute") << "1m" << 60'000;
    QTest::newRow("week") << "1w" << 604'800'000;
}

void TstKlineSeries::countsBars()
{
    QFETCH(QString, interval);
    QFETCH(int, steps);
    const Interval parsed = *parseInterval(interval.toStdString());
    const Timestamp from = openTime(parsed, Timestamp::fromMillis(1'700'000'000'000));
    const auto at = [&](int i) { return from + i * std::chrono::milliseconds(steps); };
    QCOMPARE(countBars(parsed, {from, from}, 100), 1U);
    QCOMPARE(countBars(parsed, {from, at(7)}, 100), 8U);
    QCOMPARE(countBars(parsed, {from, at(7)}, 5), 5U);
    QCOMPARE(countBars(parsed, {at(1), from}, 5), 0U);
    QCOMPARE(countBars(Interval::months(1), {Timestamp::fromNanos(0), Timestamp::fromMillis(31'536'000'000)}, 100), 13U);
}

SPREADLINE_TEST(TstKlineSeries)
#include "tst_kline_series.moc"
