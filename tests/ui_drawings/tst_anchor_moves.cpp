// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawings/anchor_moves.h"
#include "property.h"
#include "samples.h"
#include "test_main.h"

using namespace spreadline;
using namespace spreadline::drawing;
using namespace spreadline::test;

class TstAnchorMoves : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void putsPricesOnTicks_data();
    void putsPricesOnTicks();
    void aHandleMovesItsAnchorOnly();
    void cornersOfARectangle();
    void positionsKeepTheirSides();
    void movingTheWholeKeepsWhatIsNotMoved();
    void movingThereAndBackIsNothing();
    void nudgesByTickAndBar();
    void constrainsToEighths_data();
    void constrainsToEighths();
    void aNewPositionHasTargetAndStop();
    void anchorsSurviveEveryView();
};

void TstAnchorMoves::putsPricesOnTicks_data()
{
    QTest::addColumn<double>("price");
    QTest::addColumn<double>("tick");
    QTest::addColumn<double>("kept");
    QTest::newRow("cents") << 100.0149 << 0.01 << 100.01;
    QTest::newRow("a decimal, not its neighbour") << 0.30000000000000004 << 0.1 << 0.3;
    QTest::newRow("tiny") << 0.0000123451 << 0.0000000001 << 0.0000123451;
    QTest::newRow("quarters") << 4'210.3 << 0.25 << 4'210.25;
    QTest::newRow("fives") << 61'432.6 << 5.0 << 61'435.0;
    QTest::newRow("below zero") << -1.237 << 0.01 << -1.24;
    QTest::newRow("no grid") << 1.23456789 << 0.0 << 1.23456789;
}

void TstAnchorMoves::putsPricesOnTicks()
{
    QFETCH(const double, price);
    QFETCH(const double, tick);
    QFETCH(const double, kept);
    QVERIFY(onTick(price, tick) == kept); // to the last bit: it is written to the file and shown
}

void TstAnchorMoves::aHandleMovesItsAnchorOnly()
{
    property("one anchor and nothing else", [] {
        const Drawing before = anyDrawing();
        RC_PRE(!isPosition(before.kind));
        const auto handle = static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(before.anchors.size())));
        const Anchor to{TestProjection::bar(*rc::gen::inRange(-50, 50)), *rc::gen::inRange(1, 1'000) * 0.5};
        Drawing expected = before;
        expected.anchors[handle] = to;
        RC_ASSERT(withHandleAt(before, handle, to, 0.01) == expected);
    });
}

void TstAnchorMoves::cornersOfARectangle()
{
    const Drawing before = sample(DrawingKind::Rectangle, {{10, 100}, {20, 90}});
    const Anchor to{TestProjection::bar(5), 80};
    const Drawing third = withHandleAt(before, 2, to, 0.01); // at the time of the first, the price of the second
    QCOMPARE(third.anchors[0], (Anchor{to.time, 100}));
    QCOMPARE(third.anchors[1], (Anchor{before.anchors[1].time, 80}));
    const Drawing fourth = withHandleAt(before, 3, to, 0.01);
    QCOMPARE(fourth.anchors[0], (Anchor{before.anchors[0].time, 80}));
    QCOMPARE(fourth.anchors[1], (Anchor{to.time, 90}));
    const TestProjection view;
    const HandlePlaces places = handlePlaces(before, view);
    QCOMPARE(places.count, std::size_t(4));
    QCOMPARE(places.at[2], view.at(10, 90));
    QCOMPARE(places.at[3], view.at(20, 100));
}

void TstAnchorMoves::positionsKeepTheirSides()
{
    const Drawing before = sample(DrawingKind::LongPosition, {{10, 100}, {20, 110}, {20, 95}});
    const Drawing low = withHandleAt(before, 1, {TestProjection::bar(30), 90}, 0.01);
    QCOMPARE(low.anchors[1], (Anchor{TestProjection::bar(30), 100.01}));
    QCOMPARE(low.anchors[0], before.anchors[0]);
    const Drawing stop = withHandleAt(before, 2, {TestProjection::bar(30), 97}, 0.01);
    QCOMPARE(stop.anchors[2], (Anchor{before.anchors[2].time, 97})); // a stop has no time of its own
    Drawing shorted = sample(DrawingKind::ShortPosition, {{10, 100}, {20, 90}, {20, 105}});
    QCOMPARE(withHandleAt(shorted, 2, {TestProjection::bar(30), 97}, 0.01).anchors[2].price, 100.01);
}

void TstAnchorMoves::movingTheWholeKeepsWhatIsNotMoved()
{
    property("bits stay along the other axis", [] {
        TestProjection view;
        view.scale = *rc::gen::element(Scale::Linear, Scale::Log, Scale::Percent, Scale::Inverted);
        const Drawing before = sample(DrawingKind::Channel, {{10.123, 100.0001}, {20, 90.5}, {15, 97}});
        const Drawing across = moved(before, *rc::gen::inRange(-40, 40), 0, view);
        const Drawing down = moved(before, 0, *rc::gen::inRange(-80, 80), view);
        for (std::size_t i = 0; i < 3; ++i) {
            RC_ASSERT(across.anchors[i].price == before.anchors[i].price);
            RC_ASSERT(down.anchors[i].time == before.anchors[i].time);
        }
    });
}

void TstAnchorMoves::movingThereAndBackIsNothing()
{
    property("bars there and back", [] {
        const TestProjection view;
        const int bars = *rc::gen::inRange(-500, 500);
        const Drawing before = sample(DrawingKind::TrendLine, {{10, 100}, {20, 90.5}});
        RC_ASSERT(moved(moved(before, bars, 0, view), -bars, 0, view) == before);
    });
}

void TstAnchorMoves::nudgesByTickAndBar()
{
    TestProjection view;
    const Drawing before = sample(DrawingKind::TrendLine, {{10, 100.01}, {20, 90.5}});
    const Drawing after = nudged(before, 2, -3, view);
    QCOMPARE(after.anchors[0], (Anchor{TestProjection::bar(12), 99.98}));
    QCOMPARE(after.anchors[1], (Anchor{TestProjection::bar(22), 90.47}));
    view.tick = 0; // a ratio: a thousandth of what is seen, and up is up
    QVERIFY(nudged(before, 0, 1, view).anchors[0].price > 100.01);
    view.scale = Scale::Inverted;
    QVERIFY(nudged(before, 0, 1, view).anchors[0].price > 100.01);
}

void TstAnchorMoves::constrainsToEighths_data()
{
    QTest::addColumn<QPointF>("to");
    QTest::addColumn<QPointF>("kept");
    QTest::newRow("level") << QPointF(100, 20) << QPointF(100, 0);
    QTest::newRow("upright") << QPointF(-20, -100) << QPointF(0, -100);
    QTest::newRow("diagonal") << QPointF(100, 80) << QPointF(90, 90);
    QTest::newRow("the other diagonal") << QPointF(-100, 80) << QPointF(-90, 90);
    QTest::newRow("nowhere") << QPointF(0, 0) << QPointF(0, 0);
}

void TstAnchorMoves::constrainsToEighths()
{
    QFETCH(const QPointF, to);
    QFETCH(const QPointF, kept);
    const QPointF from(40, 70);
    const QPointF off = constrained(from, from + to) - from - kept;
    QVERIFY(std::hypot(off.x(), off.y()) < 1e-9);
}

void TstAnchorMoves::aNewPositionHasTargetAndStop()
{
    for (const Scale scale : {Scale::Linear, Scale::Log, Scale::Inverted}) {
        TestProjection view;
        view.scale = scale;
        const Drawing up = completed(sample(DrawingKind::LongPosition, {{10, 100}}), view);
        QVERIFY(isSound(up));
        QVERIFY(up.anchors[1].price > 100 && up.anchors[2].price < 100 && up.anchors[1].time > up.anchors[0].time);
        const Drawing down = completed(sample(DrawingKind::ShortPosition, {{10, 100}}), view);
        QVERIFY(down.anchors[1].price < 100 && down.anchors[2].price > 100);
    }
}

// Zoom, scale, interval and pixel ratio come and go: an anchor stays where it is in time and price.
void TstAnchorMoves::anchorsSurviveEveryView()
{
    property("there and back through any view", [] {
        TestProjection view;
        view.scale = *rc::gen::element(Scale::Linear, Scale::Log, Scale::Percent, Scale::Inverted);
        view.spacing = *rc::gen::element(0.5, 3.0, 10.0, 77.7);
        view.length = TestProjection::minute * *rc::gen::element(1, 5, 60, 1'440);
        view.left = *rc::gen::inRange(-1'000, 1'000);
        view.low = *rc::gen::inRange(1, 90);
        const Anchor anchor{TestProjection::bar(*rc::gen::inRange(-5'000, 5'000)), *rc::gen::inRange(100, 100'000) * 0.01};
        const QPointF at = placeOf(anchor, view);
        RC_ASSERT(std::abs((view.timeAt(at.x()) - anchor.time).count()) < 1'000'000);
        RC_ASSERT(onTick(view.priceAt(at.y()), view.tick) == onTick(anchor.price, view.tick));
    });
}

SPREADLINE_TEST(TstAnchorMoves)
#include "tst_anchor_moves.moc"
