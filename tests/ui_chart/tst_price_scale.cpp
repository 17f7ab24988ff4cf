// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/price_scale.h"
#include "test_main.h"

#include <cmath>

using namespace spreadline;
using namespace spreadline::chart;

class TstPriceScale : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fitLeavesTheMargins();
    void everyRangeCanBeShown_data();
    void everyRangeCanBeShown();
    void senselessRangesChangeNothing();
    void handsTakeTheScaleFromAuto();
    void rangesAroundZeroStretch();
    void logPlacesEqualRatiosEquallyFar();
    void logIsLinearWhileZeroIsShown();
    void invertedTurnsPositionsAndMargins();
    void percentCountsFromTheBase();
};

void TstPriceScale::fitLeavesTheMargins()
{
    PriceScale scale;
    scale.fit(100, 200, 0.1, 0.3, 0.01);
    QCOMPARE(scale.position(200), 0.1);
    QCOMPARE(scale.position(100), 0.7);
    QVERIFY(scale.isAuto());
    QCOMPARE(scale.price(scale.position(123.4)), 123.4);
}

void TstPriceScale::everyRangeCanBeShown_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<double>("tick");
    QTest::newRow("flat") << 5.0 << 5.0 << 0.01;
    QTest::newRow("one tick") << 5.0 << 5.01 << 0.01;
    QTest::newRow("a 1e-6 coin") << 1.0e-6 << 1.5e-6 << 1e-8;
    QTest::newRow("a flat 1e-6 coin") << 1.0e-6 << 1.0e-6 << 1e-8;
    QTest::newRow("a price of 1e9") << 1.0e9 << 1.0e9 + 0.5 << 0.01;
    QTest::newRow("zero") << 0.0 << 0.0 << 0.01;
    QTest::newRow("negative") << -3.0 << -1.0 << 0.01;
}

void TstPriceScale::everyRangeCanBeShown()
{
    QFETCH(const double, low);
    QFETCH(const double, high);
    QFETCH(const double, tick);
    PriceScale scale;
    scale.fit(low, high, 0.1, 0.2, tick);
    QVERIFY(scale.high() > scale.low());
    for (const double price : {low, high}) {
        QVERIFY(std::isfinite(scale.position(price)));
        QVERIFY(scale.position(price) > 0 && scale.position(price) < 1);
    }
}

void TstPriceScale::senselessRangesChangeNothing()
{
    PriceScale scale;
    scale.fit(1, 2, 0, 0, 0.01);
    scale.fit(NAN, 2, 0, 0, 0.01);
    scale.fit(3, 1, 0, 0, 0.01);
    scale.fit(1, INFINITY, 0, 0, 0.01);
    QCOMPARE(scale.low(), 1.0);
    QCOMPARE(scale.high(), 2.0);
}

void TstPriceScale::handsTakeTheScaleFromAuto()
{
    PriceScale scale;
    scale.fit(1, 3, 0, 0, 0.01);
    scale.stretch(2);
    QVERIFY(!scale.isAuto());
    QCOMPARE(scale.low(), 0.0);
    QCOMPARE(scale.high(), 4.0);
    scale.shift(0.25);
    QCOMPARE(scale.low(), 1.0);
    for (int i = 0; i < 1'000; ++i)
        scale.stretch(0.5);
    QVERIFY(scale.high() > scale.low());
}

/// A study from -1 to 1, a spread: the middle of the range says nothing of its size.
void TstPriceScale::rangesAroundZeroStretch()
{
    PriceScale scale;
    scale.fit(-1, 1, 0, 0, 0);
    scale.stretch(1.5);
    QCOMPARE(scale.low(), -1.5);
    QCOMPARE(scale.high(), 1.5);
    scale.stretch(0.5);
    QCOMPARE(scale.high(), 0.75);
}

void TstPriceScale::logPlacesEqualRatiosEquallyFar()
{
    PriceScale scale;
    scale.setMode(ScaleMode::Log);
    scale.fit(1, 10'000, 0.1, 0.1, 0);
    QVERIFY(scale.isLog());
    const double step = scale.position(1) - scale.position(10);
    for (const double price : {10.0, 100.0, 1'000.0}) {
        QVERIFY(std::abs(scale.position(price) - scale.position(price * 10) - step) < 1e-9);
        QVERIFY(std::abs(scale.price(scale.position(price)) / price - 1) < 1e-9);
    }
    for (int i = 0; i < 500; ++i)
        scale.stretch(0.7);
    QVERIFY(scale.high() > scale.low() && scale.low() > 0);
    for (int i = 0; i < 500; ++i)
        scale.stretch(1.5);
    QVERIFY(std::isfinite(scale.high()) && scale.low() > 0);
}

void TstPriceScale::logIsLinearWhileZeroIsShown()
{
    PriceScale scale;
    scale.setMode(ScaleMode::Log);
    scale.fit(-5, 5, 0, 0, 0);
    QVERIFY(!scale.isLog());
    QCOMPARE(scale.position(0), 0.5);
    scale.fit(5, 50, 0, 0, 0);
    QVERIFY(scale.isLog());
}

void TstPriceScale::invertedTurnsPositionsAndMargins()
{
    for (const ScaleMode mode : {ScaleMode::Linear, ScaleMode::Log}) {
        PriceScale scale;
        scale.setMode(mode);
        scale.setInverted(true);
        scale.fit(100, 200, 0.1, 0.3, 0.01);
        QVERIFY(std::abs(scale.position(100) - 0.1) < 1e-9); // the low price stands at the top, below the top margin
        QVERIFY(std::abs(scale.position(200) - 0.7) < 1e-9);
        QVERIFY(std::abs(scale.price(scale.position(123)) - 123) < 1e-9);
    }
}

void TstPriceScale::percentCountsFromTheBase()
{
    PriceScale scale;
    scale.setMode(ScaleMode::Percent);
    QVERIFY(!scale.isPercent()); // no base: no percents
    scale.setBase(200);
    QVERIFY(scale.isPercent());
    QCOMPARE(scale.percent(203), 1.5);
    QCOMPARE(scale.fromPercent(-50), 100.0);
}

SPREADLINE_TEST(TstPriceScale)
#include "tst_price_scale.moc"
