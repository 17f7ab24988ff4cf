// SPDX-License-Identifier: GPL-3.0-or-later
#include "depth_scene.h"
#include "plot/footprint_painter.h"
#include "test_main.h"

using namespace spreadline;
using namespace spreadline::chart;
using namespace spreadline::test;
using namespace std::chrono_literals;

/// The trades of a bar stand at their prices inside the bar's place.
class TstFootprint : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void detailFollowsTheZoom_data();
    void detailFollowsTheZoom();
    void theFullestRowIsOutlined();
    void staysInItsColumnAndPane_data();
    void staysInItsColumnAndPane();
    void partialBarsArePaler();
    void rowsAreJoinedUntilTheyHaveRoom();
    void emptyPaintsNothing();
};

namespace {

constexpr InstrumentId instrument{3};

/// Trades of bar 2 at 96, 97, ... 103; the most at 100.
TradePrints somePrints(const DepthScene& rig, bool hole = false)
{
    TradePrints prints;
    prints.start(instrument, {1, 3}, 10, Interval::time(1min));
    std::vector<Trade> trades;
    std::int64_t id = 0;
    const auto add = [&](int bar, std::int64_t price, std::int64_t quantity, Side side) {
        trades.push_back(
            {instrument, ++id, Price::fromMantissa(price, 1), Quantity::fromMantissa(quantity, 3), side, rig.at(bar, 1s)});
    };
    add(0, 1'000, 1'000, Side::Buy);
    for (std::int64_t price = 960; price < 1'040; price += 10) {
        add(2, price, price == 1'000 ? 9'000 : 1'500, Side::Buy);
        add(2, price, 1'200, Side::Sell);
        id += hole;
    }
    add(4, 1'000, 1'000, Side::Buy);
    prints.add({instrument, true, 0, trades, Trust{TrustState::Synced, {}, {}, {}}});
    return prints;
}

QImage paintedBar(const DepthScene& rig, const TradePrints& prints, std::size_t from = 2, std::size_t to = 3)
{
    FootprintPainter footprint;
    return rig.painted([&](QPainter& painter) { footprint.paint(painter, rig.scene, prints, from, to); });
}

} // namespace

void TstFootprint::detailFollowsTheZoom_data()
{
    QTest::addColumn<double>("spacing");
    QTest::addColumn<FootprintDetail>("detail");
    QTest::newRow("wide") << 80.0 << FootprintDetail::Numbers;
    QTest::newRow("just wide enough") << 56.0 << FootprintDetail::Numbers;
    QTest::newRow("middle") << 30.0 << FootprintDetail::Profile;
    QTest::newRow("narrow") << 8.0 << FootprintDetail::None;
}

void TstFootprint::detailFollowsTheZoom()
{
    QFETCH(const double, spacing);
    QFETCH(const FootprintDetail, detail);
    DepthScene rig(60, spacing, 2);
    QCOMPARE(FootprintPainter::detailAt(rig.scene), detail);
    const auto [inside, outside] = rig.inked(paintedBar(rig, somePrints(rig)));
    QCOMPARE(inside > 0, detail != FootprintDetail::None);
    QCOMPARE(outside, 0);
}

void TstFootprint::theFullestRowIsOutlined()
{
    DepthScene rig(60, 100);
    const QImage image = paintedBar(rig, somePrints(rig));
    const QRgb outline = rig.scene.theme.warning.rgb();
    int first = -1, last = -1;
    for (int y = 0; y < image.height(); ++y) {
        if (image.pixel(rig.x(2) + 20, y) == outline)
            first = first < 0 ? y : first, last = y;
    }
    QVERIFY(std::abs(first - rig.y(101)) <= 1);
    QVERIFY(std::abs(last - rig.y(100)) <= 2);
}

void TstFootprint::staysInItsColumnAndPane_data()
{
    QTest::addColumn<double>("spacing");
    QTest::addColumn<double>("dpr");
    QTest::addColumn<double>("low");
    for (const double spacing : {100.0, 30.0}) {
        for (const double dpr : {1.0, 2.0}) {
            QTest::addRow("%g px, %gx", spacing, dpr) << spacing << dpr << 90.0;
            QTest::addRow("%g px, %gx, cut off", spacing, dpr) << spacing << dpr << 101.5;
        }
    }
}

void TstFootprint::staysInItsColumnAndPane()
{
    QFETCH(const double, spacing);
    QFETCH(const double, dpr);
    QFETCH(const double, low);
    DepthScene rig(60, spacing, dpr);
    rig.scene.price().scale.fit(low, 102.5, 0, 0, 0.1);
    const QImage image = paintedBar(rig, somePrints(rig));
    QCOMPARE(rig.inked(image).second, 0);
    const QRect column = FootprintPainter::columnRect(rig.scene, 2);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            QVERIFY(image.pixel(x, y) == rig.panel() || (x >= column.left() && x <= column.right()));
    }
}

void TstFootprint::partialBarsArePaler()
{
    DepthScene rig(60, 30);
    const int x = rig.x(2), y = rig.y(100.5);
    const QRgb whole = paintedBar(rig, somePrints(rig)).pixel(x, y), partial = paintedBar(rig, somePrints(rig, true)).pixel(x, y);
    QCOMPARE(somePrints(rig, true).coverage(rig.at(2)), PrintCoverage::Partial);
    QVERIFY(qGray(whole) > qGray(partial) + 10);
    QVERIFY(qGray(partial) > qGray(rig.panel()));
}

void TstFootprint::rowsAreJoinedUntilTheyHaveRoom()
{
    DepthScene rig(60, 100);
    const TradePrints prints = somePrints(rig);
    QCOMPARE(FootprintPainter::rowsTogether(rig.scene, prints), std::int64_t{1}); // 15 pixels a row
    rig.scene.price().scale.fit(50, 150, 0, 0, 0.1);
    QCOMPARE(FootprintPainter::rowsTogether(rig.scene, prints), std::int64_t{5}); // 3 pixels
    rig.scene.price().scale.setMode(ScaleMode::Log);
    QCOMPARE(FootprintPainter::rowsTogether(rig.scene, prints), std::int64_t{10}); // at the top of a log scale
}

void TstFootprint::emptyPaintsNothing()
{
    DepthScene rig(60, 100);
    QCOMPARE(rig.inked(paintedBar(rig, TradePrints())), std::pair(0, 0));
    TradePrints other = somePrints(rig);
    other.setInterval(Interval::time(5min)); // not the bars that are shown
    QCOMPARE(rig.inked(paintedBar(rig, other)), std::pair(0, 0));
    QCOMPARE(rig.inked(paintedBar(rig, somePrints(rig), 1, 2)), std::pair(0, 0)); // a bar without trades
}

SPREADLINE_TEST(TstFootprint)
#include "tst_footprint.moc"
