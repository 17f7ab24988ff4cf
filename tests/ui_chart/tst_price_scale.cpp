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

SPREADLINE_TEST(TstPriceScale)
#include "tst_price_scale.moc"
