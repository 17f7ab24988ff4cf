// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables.h"
#include "test_main.h"

#include "indicators/volume_profile.h"

#include <numeric>

using namespace spreadline;
using namespace spreadline::indicators;

/// Which bars may reach a study, and what a profile makes of odd ones.
class TstBarCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void refusesBadBars_data();
    void refusesBadBars();
    void aSpreadMayPassZero();
    void refusesBarsOutOfOrder();
    void profileOfNothing();
    void profileOfOnePrice();
    void profileWithoutVolume();
    void profileKeepsTheVolume();
};

namespace {

constexpr double inf = std::numeric_limits<double>::infinity();

StudyBar good()
{
    StudyBar bar;
    bar.openTime = Timestamp::fromMillis(1'700'000'000'000);
    bar.open = 10;
    bar.high = 12;
    bar.low = 9;
    bar.close = 11;
    bar.volume = 5;
    return bar;
}

} // namespace

void TstBarCheck::refusesBadBars_data()
{
    QTest::addColumn<StudyBar>("bar");
    QTest::addColumn<bool>("isGood");
    const auto row = [](const char* name, auto change, bool isGood) {
        StudyBar bar = good();
        change(bar);
        QTest::newRow(name) << bar << isGood;
    };
    row(
        "as it should be", [](StudyBar&) {}, true);
    row(
        "no volume", [](StudyBar& bar) { bar.volume = 0; }, true);
    row(
        "flat", [](StudyBar& bar) { bar.open = bar.high = bar.low = bar.close = 1e-9; }, true);
    row(
        "a price of 1e9", [](StudyBar& bar) { bar.open = bar.high = bar.low = bar.close = 1e9; }, true);
    row(
        "all taken", [](StudyBar& bar) { bar.takerBuyVolume = bar.volume; }, true);
    row(
        "negative funding", [](StudyBar& bar) { bar.fundingRate = -0.01; }, true);
    row(
        "nan close", [](StudyBar& bar) { bar.close = noValue; }, false);
    row(
        "infinite high", [](StudyBar& bar) { bar.high = inf; }, false);
    row(
        "zero low", [](StudyBar& bar) { bar.low = 0; }, false);
    row(
        "negative open", [](StudyBar& bar) { bar.open = -10; }, false);
    row(
        "low above close", [](StudyBar& bar) { bar.low = 11.5; }, false);
    row(
        "high below open", [](StudyBar& bar) { bar.high = 10.5; }, false);
    row(
        "negative volume", [](StudyBar& bar) { bar.volume = -1; }, false);
    row(
        "nan volume", [](StudyBar& bar) { bar.volume = noValue; }, false);
    row(
        "more taken than traded", [](StudyBar& bar) { bar.takerBuyVolume = 6; }, false);
    row(
        "infinite funding", [](StudyBar& bar) { bar.fundingRate = -inf; }, false);
    row(
        "second symbol at zero", [](StudyBar& bar) { bar.otherClose = 0; }, false);
    row(
        "negative open interest", [](StudyBar& bar) { bar.openInterest = -1; }, false);
}

void TstBarCheck::refusesBadBars()
{
    QFETCH(StudyBar, bar);
    QFETCH(bool, isGood);
    BarCheck check;
    const Status status = check.accept(bar);
    QCOMPARE(status.hasValue(), isGood);
    if (!isGood)
        QVERIFY(!status.error().detail.empty());
    QVERIFY(check.accept(good()).hasValue() || isGood); // a refused bar changes nothing: its time is still free
}

void TstBarCheck::aSpreadMayPassZero()
{
    StudyBar bar = good();
    bar.open = 0.5, bar.high = 1, bar.low = -2, bar.close = 0;
    QVERIFY(!BarCheck().accept(bar));
    BarCheck any(BarCheck::Prices::Any);
    QVERIFY(any.accept(bar).hasValue());
    bar.openTime = bar.openTime + std::chrono::minutes(1);
    for (const double wrong : {inf, -inf, -1e19, noValue}) {
        bar.close = wrong;
        QVERIFY(!any.accept(bar));
    }
    bar.close = -3; // below the low
    QVERIFY(!any.accept(bar));
}

void TstBarCheck::refusesBarsOutOfOrder()
{
    BarCheck check;
    StudyBar bar = good();
    QVERIFY(check.accept(bar).hasValue());
    QCOMPARE(check.accept(bar).error().code, Errc::SequenceGap);
    bar.openTime = bar.openTime - std::chrono::hours(1);
    QCOMPARE(check.accept(bar).error().code, Errc::SequenceGap);
    bar.openTime = bar.openTime + std::chrono::hours(100); // a gap is none of its business
    QVERIFY(check.accept(bar).hasValue());
}

void TstBarCheck::profileOfNothing()
{
    const VolumeProfile profile = volumeProfile({}, 10);
    QVERIFY(profile.volume.empty());
    QCOMPARE(profile.totalVolume, 0.0);
}

void TstBarCheck::profileOfOnePrice()
{
    StudyBar bar = good();
    bar.open = bar.high = bar.low = bar.close = 1e-6;
    const std::array bars{bar, bar};
    const VolumeProfile profile = volumeProfile(bars, 10);
    QCOMPARE(profile.volume, std::vector<double>{10});
    QCOMPARE(profile.pocPrice(), 1e-6);
    QCOMPARE(profile.vahPrice(), 1e-6);
}

void TstBarCheck::profileWithoutVolume()
{
    StudyBar bar = good();
    bar.volume = 0;
    const VolumeProfile profile = volumeProfile({&bar, 1}, 10);
    QCOMPARE(profile.totalVolume, 0.0);
    QCOMPARE(profile.volume.size(), std::size_t{10});
}

void TstBarCheck::profileKeepsTheVolume()
{
    const std::vector<StudyBar> bars = spreadline::test::walk(500, 21);
    for (const int bins : {1, 2, 7, 100, 5000}) {
        const VolumeProfile profile = volumeProfile(bars, bins);
        const double sum = std::accumulate(profile.volume.begin(), profile.volume.end(), 0.0);
        QVERIFY(std::abs(sum - profile.totalVolume) <= 1e-9 * profile.totalVolume);
        double inside = 0;
        for (std::size_t i = profile.val; i <= profile.vah; ++i)
            inside += profile.volume[i];
        QVERIFY(inside >= 0.7 * profile.totalVolume);
        QVERIFY(profile.val <= profile.poc && profile.poc <= profile.vah);
    }
}

SPREADLINE_TEST(TstBarCheck)
#include "tst_bar_check.moc"
