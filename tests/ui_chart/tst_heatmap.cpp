// SPDX-License-Identifier: GPL-3.0-or-later
#include "depth_scene.h"
#include "plot/heatmap_painter.h"
#include "test_main.h"

#include <algorithm>

using namespace spreadline;
using namespace spreadline::chart;
using namespace spreadline::test;
using namespace std::chrono_literals;

/// What rested stands at its prices and moments; where nothing is known there is nothing.
class TstHeatmap : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aWallStandsAtItsPrice_data();
    void aWallStandsAtItsPrice();
    void gapsStayEmpty();
    void appendedEqualsMadeAnew();
    void aMovedViewIsDrawnFromTheOldPicture();
    void staleHasNoColour();
    void emptyPaintsNothing();
    void costOfTwoHours();
};

namespace {

constexpr InstrumentId instrument{7};
constexpr std::int64_t group = 5; // half a unit of price

/// Small sizes from 92 to 108, a wall at 104 to 104.5 from minute `wallFrom` on.
BookView bookAt(int second, int wallFrom)
{
    BookView book{instrument, 1, {}, {1, 3}, group, {}, {}, Trust{TrustState::Synced, {}, {}, {}}};
    for (std::int64_t i = 0; i < 16; ++i) {
        book.bids.push_back({1'000 - i * group, 1'000 + (i * 7 + second) % 5 * 300});
        book.asks.push_back({1'010 + i * group, 1'000 + (i * 5 + second) % 5 * 300});
    }
    if (second >= wallFrom * 60)
        book.asks[7].quantity = 40'000; // the group up to 104.5
    return book;
}

DepthHistory someHistory(const DepthScene& rig, int from, int to, int wallFrom = 20)
{
    DepthHistory history;
    history.start(instrument, {1, 3}, group, 1, 1s);
    for (int second = from * 60; second < to * 60; ++second) {
        const BookView book = bookAt(second, wallFrom);
        history.sample(rig.at(0, second * 1s), &book);
    }
    return history;
}

QImage paintedDepth(const DepthScene& rig, const DepthHistory& history, HeatmapPainter& heat)
{
    return rig.painted([&](QPainter& painter) { heat.paint(painter, rig.scene, history, true); });
}

} // namespace

void TstHeatmap::aWallStandsAtItsPrice_data()
{
    QTest::addColumn<ScaleMode>("mode");
    QTest::addColumn<bool>("inverted");
    QTest::addColumn<double>("dpr");
    QTest::addColumn<bool>("dark");
    QTest::newRow("linear") << ScaleMode::Linear << false << 1.0 << true;
    QTest::newRow("light") << ScaleMode::Linear << false << 1.0 << false;
    QTest::newRow("inverted") << ScaleMode::Linear << true << 1.0 << true;
    QTest::newRow("log at 200 %") << ScaleMode::Log << false << 2.0 << true;
}

void TstHeatmap::aWallStandsAtItsPrice()
{
    QFETCH(const ScaleMode, mode);
    QFETCH(const bool, inverted);
    QFETCH(const double, dpr);
    QFETCH(const bool, dark);
    DepthScene rig(60, 10, dpr, dark);
    rig.scene.price().scale.setMode(mode);
    rig.scene.price().scale.setInverted(inverted);
    HeatmapPainter heat;
    const QImage image = paintedDepth(rig, someHistory(rig, 10, 50), heat);
    const auto strength = [&](double slot, double price) {
        return std::abs(qGray(image.pixel(rig.x(slot), rig.y(price))) - qGray(rig.panel()));
    };
    for (const double slot : {20.0, 35.0, 49.0}) {
        QVERIFY(strength(slot, 104.25) > 4 * strength(slot, 105.25));
        QVERIFY(strength(slot, 104.25) > 100);
    }
    QVERIFY(strength(19, 104.25) < 40);  // it was not there yet
    QCOMPARE(strength(9, 104.25), 0);    // nothing was recorded
    QCOMPARE(strength(50.6, 104.25), 0); // nor after
    QCOMPARE(strength(35, 91.5), 0);     // below the last bid
    QCOMPARE(rig.inked(image).second, 0);
}

void TstHeatmap::gapsStayEmpty()
{
    DepthScene rig;
    DepthHistory history = someHistory(rig, 10, 30, 0);
    history.sample(rig.at(30), nullptr); // the book is being brought up to date
    for (int second = 40 * 60; second < 50 * 60; ++second) {
        const BookView book = bookAt(second, 0);
        history.sample(rig.at(0, second * 1s), &book);
    }
    HeatmapPainter heat;
    const QImage image = paintedDepth(rig, history, heat);
    for (int x = rig.x(30) - 4; x < rig.x(39.4); ++x)
        QCOMPARE(image.pixel(x, rig.y(104.25)), rig.panel());
    QVERIFY(image.pixel(rig.x(29), rig.y(104.25)) != rig.panel());
    QVERIFY(image.pixel(rig.x(40), rig.y(104.25)) != rig.panel());
}

void TstHeatmap::appendedEqualsMadeAnew()
{
    DepthScene rig;
    DepthHistory history = someHistory(rig, 10, 40, 0);
    HeatmapPainter grown;
    paintedDepth(rig, history, grown);
    for (int second = 40 * 60; second < 41 * 60; ++second) {
        const BookView book = bookAt(second, 0);
        history.sample(rig.at(0, second * 1s), &book);
        paintedDepth(rig, history, grown);
    }
    QCOMPARE(grown.builds(), 1); // only the new columns were painted
    const QImage image = paintedDepth(rig, history, grown);
    HeatmapPainter anew;
    const QImage expected = paintedDepth(rig, history, anew);
    int off = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            off += std::abs(qGray(image.pixel(x, y)) - qGray(expected.pixel(x, y))) > 6;
    }
    QVERIFY2(off < 20, std::to_string(off).c_str());
}

void TstHeatmap::aMovedViewIsDrawnFromTheOldPicture()
{
    DepthScene rig;
    const DepthHistory history = someHistory(rig, 10, 50, 0);
    HeatmapPainter heat;
    const auto paint = [&] { return rig.painted([&](QPainter& painter) { heat.paint(painter, rig.scene, history); }); };
    paint();
    rig.scene.time.showFrom(5);
    const QImage moved = paint();
    QCOMPARE(heat.builds(), 1);
    QVERIFY(heat.isBehind());
    QVERIFY(moved.pixel(rig.x(12), rig.y(104.25)) != rig.panel());
    QCOMPARE(moved.pixel(rig.x(9) - 6, rig.y(104.25)), rig.panel());
    QCOMPARE(rig.inked(moved).second, 0);
    QTRY_VERIFY((paint(), heat.builds() == 2));
    QVERIFY(!heat.isBehind());
}

void TstHeatmap::staleHasNoColour()
{
    DepthScene rig;
    rig.scene.isStale = true;
    rig.scene.theme.panel = QColor(16, 16, 16);
    HeatmapPainter heat;
    const QImage image = paintedDepth(rig, someHistory(rig, 10, 50), heat);
    for (int x = rig.x(10); x < rig.x(50); x += 3) {
        const QColor colour = image.pixelColor(x, rig.y(104.25));
        QVERIFY(colour.red() == colour.green() && colour.green() == colour.blue());
    }
}

void TstHeatmap::emptyPaintsNothing()
{
    DepthScene rig;
    HeatmapPainter heat;
    QCOMPARE(rig.inked(paintedDepth(rig, DepthHistory(), heat)), std::pair(0, 0));
    DepthHistory gaps;
    gaps.start(instrument, {1, 3}, group, 1);
    gaps.sample(rig.at(20), nullptr);
    QCOMPARE(rig.inked(paintedDepth(rig, gaps, heat)), std::pair(0, 0));
}

void TstHeatmap::costOfTwoHours()
{
    DepthScene rig(125, 4.8);
    DepthHistory history;
    history.start(instrument, {1, 3}, 1, 1, 500ms);
    for (int i = 0; i < 14'400; ++i) {
        BookView book{instrument, 1, {}, {1, 3}, 1, {}, {}, Trust{TrustState::Synced, {}, {}, {}}};
        for (std::int64_t row = 0; row < 100; ++row) {
            book.bids.push_back({1'000 - row, 1 + (row * 31 + i / 7 * (row % 16 == i % 16)) % 5'000});
            book.asks.push_back({1'001 + row, 1 + (row * 17 + i / 9 * (row % 16 == i % 16)) % 5'000});
        }
        history.sample(rig.at(0, i * 500ms), &book);
    }
    std::vector<double> times;
    HeatmapPainter heat;
    for (int i = 0; i < 9; ++i) {
        heat.setIntensity(i); // makes the picture anew
        QElapsedTimer timer;
        timer.start();
        paintedDepth(rig, history, heat);
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times);
    qInfo("two hours over 600 x 300: %.1f ms; picture %.1f MB, samples %.1f MB", times[4],
          static_cast<double>(heat.memory()) / 1e6, static_cast<double>(history.bytes()) / 1e6);
    QVERIFY(heat.memory() < 4'000'000);
}

SPREADLINE_TEST(TstHeatmap)
#include "tst_heatmap.moc"
