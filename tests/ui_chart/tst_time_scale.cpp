// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/time_scale.h"
#include "property.h"
#include "test_main.h"

#include <cmath>

using namespace spreadline;
using namespace spreadline::chart;

class TstTimeScale : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void zoomHoldsThePositionUnderTheCursor();
    void appendMovesOnlyAFollowingView_data();
    void appendMovesOnlyAFollowingView();
    void prependKeepsThePicture();
    void resizeKeepsTheRightEdge();
    void fitShowsEverything();
    void someBarsAlwaysStay();
    void aMillionBarsFit();
};

namespace {

TimeScale scaleOf(std::size_t bars)
{
    TimeScale scale;
    scale.setWidth(1'000);
    scale.setCount(bars);
    scale.jumpToLatest();
    return scale;
}

} // namespace

void TstTimeScale::zoomHoldsThePositionUnderTheCursor()
{
    property("the bar under the cursor stays under it", [] {
        TimeScale scale = scaleOf(5'000);
        scale.showFrom(*rc::gen::inRange(500, 4'000));
        const double x = *rc::gen::inRange(100, 900);
        const double factor = *rc::gen::element(0.5, 0.87, 1.15, 2.0);
        const double before = scale.position(x);
        scale.zoomAt(x, factor);
        RC_ASSERT(std::abs(scale.position(x) - before) < 1e-6);
    });
}

void TstTimeScale::appendMovesOnlyAFollowingView_data()
{
    QTest::addColumn<double>("pan");
    QTest::addColumn<bool>("follows");
    QTest::newRow("latest") << 0.0 << true;
    QTest::newRow("last bar near the right edge") << 40.0 << true;
    QTest::newRow("last bar out of sight") << 60.0 << false;
    QTest::newRow("far in history") << 2'500.0 << false;
}

void TstTimeScale::appendMovesOnlyAFollowingView()
{
    QFETCH(const double, pan);
    QFETCH(const bool, follows);
    TimeScale scale = scaleOf(1'000);
    scale.pan(pan);
    QCOMPARE(scale.isLastVisible(), follows);
    const double left = scale.left(), spacing = scale.spacing();
    scale.appended(1);
    QCOMPARE(scale.left(), follows ? left + 1 : left);
    QCOMPARE(scale.spacing(), spacing);
}

void TstTimeScale::prependKeepsThePicture()
{
    TimeScale scale = scaleOf(300);
    scale.jumpToFirst();
    const double x = scale.x(42);
    scale.prepended(1'000);
    QCOMPARE(scale.x(1'042), x);
}

void TstTimeScale::resizeKeepsTheRightEdge()
{
    TimeScale scale = scaleOf(1'000);
    const double right = scale.right(), spacing = scale.spacing();
    scale.setWidth(640);
    QCOMPARE(scale.right(), right);
    QCOMPARE(scale.spacing(), spacing);
    scale.setWidth(0); // not laid out yet
    QCOMPARE(scale.spacing(), spacing);
}

void TstTimeScale::fitShowsEverything()
{
    for (const std::size_t count : {std::size_t(1), std::size_t(10), std::size_t(5'000), std::size_t(1'000'000)}) {
        TimeScale scale = scaleOf(count);
        scale.fitAll();
        QVERIFY(scale.x(0) >= 0);
        QVERIFY(scale.x(static_cast<double>(count - 1)) <= scale.width());
    }
}

void TstTimeScale::someBarsAlwaysStay()
{
    TimeScale scale = scaleOf(100);
    scale.pan(1e9);
    QVERIFY(scale.x(0) < scale.width());
    scale.pan(-1e9);
    QVERIFY(scale.x(99) > 0);
}

void TstTimeScale::aMillionBarsFit()
{
    TimeScale scale = scaleOf(1'000'000);
    for (int i = 0; i < 200; ++i)
        scale.zoomAt(500, 0.8);
    QVERIFY(scale.visible() >= 1'000'000);
    for (int i = 0; i < 200; ++i)
        scale.zoomAt(500, 1.25);
    QVERIFY(scale.visible() >= 3);
}

SPREADLINE_TEST(TstTimeScale)
#include "tst_time_scale.moc"
