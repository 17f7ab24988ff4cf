// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawings/clip.h"
#include "property.h"
#include "test_main.h"

#include <cmath>

using namespace spreadline::drawing;

class TstClip : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lines_data();
    void lines();
    void whatIsClippedLiesInsideAndOnTheLine();
    void polygonsStayInside();
    void measuresDistances();
};

namespace {

constexpr double endless = Reach::endless;
const QRectF box(0, 0, 100, 50);

double wild()
{
    return *rc::gen::element(0.0, 1.0, -1.0, 50.0, 1e3, -1e5, 1e12, -1e300, std::nan(""), endless, -endless)
        + *rc::gen::inRange(-50, 150);
}

bool isWithin(QPointF point, const QRectF& rect)
{
    return point.x() >= rect.left() - 1e-6 && point.x() <= rect.right() + 1e-6 && point.y() >= rect.top() - 1e-6
        && point.y() <= rect.bottom() + 1e-6;
}

} // namespace

void TstClip::lines_data()
{
    QTest::addColumn<QLineF>("line");
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addColumn<QLineF>("seen"); // null: nothing
    QTest::newRow("inside") << QLineF(10, 10, 90, 40) << 0.0 << 1.0 << QLineF(10, 10, 90, 40);
    QTest::newRow("out on the right") << QLineF(50, 25, 150, 25) << 0.0 << 1.0 << QLineF(50, 25, 100, 25);
    QTest::newRow("through") << QLineF(-50, -25, 150, 75) << 0.0 << 1.0 << QLineF(0, 0, 100, 50);
    QTest::newRow("beside") << QLineF(10, 60, 90, 70) << 0.0 << 1.0 << QLineF();
    QTest::newRow("ray") << QLineF(10, 10, 20, 10) << 0.0 << endless << QLineF(10, 10, 100, 10);
    QTest::newRow("ray the other way") << QLineF(20, 10, 10, 10) << 0.0 << endless << QLineF(20, 10, 0, 10);
    QTest::newRow("ray that left") << QLineF(120, 10, 130, 10) << 0.0 << endless << QLineF();
    QTest::newRow("ray that comes in") << QLineF(-20, 25, -10, 25) << 0.0 << endless << QLineF(0, 25, 100, 25);
    QTest::newRow("endless") << QLineF(40, 20, 50, 25) << -endless << endless << QLineF(0, 0, 100, 50);
    QTest::newRow("upright") << QLineF(30, -1e8, 30, 1e8) << 0.0 << 1.0 << QLineF(30, 0, 30, 50);
    QTest::newRow("one point") << QLineF(30, 20, 30, 20) << -endless << endless << QLineF();
    QTest::newRow("one point, not null") << QLineF(30, 20, 30, 20) << 0.0 << 1.0 << QLineF();
    QTest::newRow("no number") << QLineF(30, std::nan(""), 30, 20) << 0.0 << 1.0 << QLineF(30, 50, 30, 20);
    QTest::newRow("far away") << QLineF(0, 25, 1e15, 25) << 0.0 << 1.0 << QLineF(0, 25, 100, 25);
}

void TstClip::lines()
{
    QFETCH(const QLineF, line);
    QFETCH(const double, from);
    QFETCH(const double, to);
    QFETCH(const QLineF, seen);
    const auto found = clipped(line.p1(), line.p2(), {from, to}, box);
    QCOMPARE(found.has_value(), !seen.isNull());
    if (found)
        QVERIFY(std::hypot(found->x1() - seen.x1(), found->y1() - seen.y1())
                    + std::hypot(found->x2() - seen.x2(), found->y2() - seen.y2())
                < 1e-6);
}

void TstClip::whatIsClippedLiesInsideAndOnTheLine()
{
    property("inside, finite, on the line", [] {
        const QPointF a(wild(), wild()), b(wild(), wild());
        const Reach reach = *rc::gen::element(Reach{0, 1}, Reach{0, endless}, Reach{-endless, endless});
        const auto seen = clipped(a, b, reach, box);
        if (!seen)
            return;
        RC_ASSERT(std::isfinite(seen->x1()) && std::isfinite(seen->y1()) && std::isfinite(seen->x2())
                  && std::isfinite(seen->y2()));
        RC_ASSERT(isWithin(seen->p1(), box) && isWithin(seen->p2(), box));
        const QPointF from = tamed(a), way = tamed(b) - from;
        const double size = std::hypot(way.x(), way.y());
        const double off = std::abs(way.x() * (seen->y1() - from.y()) - way.y() * (seen->x1() - from.x())) / size;
        RC_ASSERT(off < 1e-3);
    });
}

void TstClip::polygonsStayInside()
{
    property("corners inside, at most eight", [] {
        Convex quadrangle; // a parallelogram is convex whatever its corners
        const QPointF a(*rc::gen::inRange(-1'000, 1'000), *rc::gen::inRange(-1'000, 1'000));
        const QPointF u(*rc::gen::inRange(-2'000, 2'000), *rc::gen::inRange(-2'000, 2'000));
        const QPointF v(*rc::gen::inRange(-2'000, 2'000), *rc::gen::inRange(-2'000, 2'000));
        for (const QPointF corner : {a, a + u, a + u + v, a + v})
            quadrangle.add(corner);
        const Convex seen = clipped(quadrangle, box);
        RC_ASSERT(seen.count == 0 || (seen.count >= 3 && seen.count <= 8));
        for (int i = 0; i < seen.count; ++i)
            RC_ASSERT(isWithin(seen.points[static_cast<std::size_t>(i)], box));
        const QPointF middle = a + u / 2 + v / 2;
        const bool isFlat = std::abs(u.x() * v.y() - u.y() * v.x()) < 1;
        if (box.adjusted(1, 1, -1, -1).contains(middle) && !isFlat)
            RC_ASSERT(seen.contains(middle));
    });
}

void TstClip::measuresDistances()
{
    QCOMPARE(distance({5, 3}, {0, 0}, {10, 0}), 3.0);
    QCOMPARE(distance({-3, 4}, {0, 0}, {10, 0}), 5.0);
    QCOMPARE(distance({3, 4}, {0, 0}, {0, 0}), 5.0);
}

SPREADLINE_TEST(TstClip)
#include "tst_clip.moc"
