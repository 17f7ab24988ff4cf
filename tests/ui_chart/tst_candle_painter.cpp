// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot_desk.h"
#include "test_main.h"

using namespace spreadline;
using namespace spreadline::chart;
using namespace spreadline::test;

class TstCandlePainter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyStyleShowsItsBars_data();
    void everyStyleShowsItsBars();
    void theLastBarFitsOn_data() { everyStyleShowsItsBars_data(); }
    void theLastBarFitsOn();
    void hollowSaysBothDirections();
    void barsHaveTheirTicks();
    void pricesAreOfWhatIsShown();
    void noVolumeWithoutItsArea();
    void anInvertedScaleTurnsEverything();
};

namespace {

QImage paper(const PlotDesk& desk)
{
    QImage image(desk.scene.corner.right() + 1, desk.scene.corner.bottom() + 1, QImage::Format_RGB32);
    image.fill(desk.scene.theme.panel);
    return image;
}

template<typename Paint>
void on(QImage& image, const PlotDesk& desk, Paint&& paint)
{
    QPainter painter(&image);
    painter.setClipRect(desk.scene.price().rect);
    paint(painter);
}

int inkIn(const QImage& image, const QRect& in, const QColor& ground)
{
    int count = 0;
    for (int y = in.top(); y <= in.bottom(); ++y) {
        for (int x = in.left(); x <= in.right(); ++x)
            count += image.pixel(x, y) != ground.rgb() ? 1 : 0;
    }
    return count;
}

/// Three bars, wide apart: up, up with a lower close than the bar before, down.
std::vector<Bar> threeBars()
{
    constexpr std::int64_t minute = 60'000'000'000;
    return {{minute, 100, 112, 98, 110, 1}, {2 * minute, 104, 110, 100, 108, 2}, {3 * minute, 112, 114, 108, 109, 3}};
}

} // namespace

void TstCandlePainter::everyStyleShowsItsBars_data()
{
    QTest::addColumn<PriceStyle>("style");
    QTest::addColumn<double>("visible");
    constexpr std::array names{"candles", "hollow", "bars", "line", "area"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        QTest::addRow("%s", names[i]) << static_cast<PriceStyle>(i) << 80.0;
        QTest::addRow("%s merged", names[i]) << static_cast<PriceStyle>(i) << 2'500.0;
    }
}

void TstCandlePainter::everyStyleShowsItsBars()
{
    QFETCH(const PriceStyle, style);
    QFETCH(const double, visible);
    PlotDesk desk(wanderingBars(3'000), {900, 500});
    desk.scene.style = style;
    desk.show(visible);
    desk.layOut();
    QImage image = paper(desk);
    CandlePainter candles;
    on(image, desk, [&](QPainter& p) { candles.paint(p, desk.scene, 3'000); });
    const QRect pane = desk.scene.price().rect;
    for (std::size_t i = desk.scene.firstVisible() + 3; i + 1 < desk.scene.endVisible(); i += 17)
        QVERIFY(inkIn(image, QRect(desk.scene.x(i) - 1, 0, 3, desk.scene.volume.top()), desk.scene.theme.panel) > 0);
    QCOMPARE(inkIn(image, QRect(0, pane.bottom() + 1, image.width(), image.height() - pane.bottom() - 1), desk.scene.theme.panel),
             0);
}

// All but the last bar, and the last one over it, make the picture of all; and it stays within its rectangles.
void TstCandlePainter::theLastBarFitsOn()
{
    QFETCH(const PriceStyle, style);
    QFETCH(const double, visible);
    PlotDesk desk(wanderingBars(3'000), {900, 500});
    desk.scene.style = style;
    desk.show(visible);
    desk.layOut();
    CandlePainter candles;
    QImage all = paper(desk), pieces = paper(desk), piece = paper(desk);
    on(all, desk, [&](QPainter& p) { candles.paint(p, desk.scene, 3'000); });
    on(pieces, desk, [&](QPainter& p) { candles.paint(p, desk.scene, 2'999); });
    on(pieces, desk, [&](QPainter& p) { candles.paintOne(p, desk.scene, 2'999); });
    on(piece, desk, [&](QPainter& p) { candles.paintOne(p, desk.scene, 2'999); });
    const QRegion region = QRegion(CandlePainter::candleRect(desk.scene, 2'999)) + CandlePainter::volumeRect(desk.scene, 2'999);
    int differing = 0, ink = 0;
    for (int y = 0; y < all.height(); ++y) {
        for (int x = 0; x < all.width(); ++x) {
            differing += all.pixel(x, y) != pieces.pixel(x, y) ? 1 : 0;
            if (piece.pixel(x, y) == desk.scene.theme.panel.rgb())
                continue;
            ++ink;
            QVERIFY2(region.contains(QPoint(x, y)), qPrintable(QStringLiteral("%1, %2").arg(x).arg(y)));
        }
    }
    QVERIFY(ink > 0);
    // A tint is laid over itself in the last pixel column of merged bars.
    QVERIFY2(differing <= (style == PriceStyle::Area ? 500 : 2), qPrintable(QString::number(differing)));
}

// The body says close against open, the colour close against the close before.
void TstCandlePainter::hollowSaysBothDirections()
{
    PlotDesk desk(threeBars(), {900, 500});
    desk.scene.style = PriceStyle::Hollow;
    desk.scene.time.zoomAt(0, 10);
    desk.scene.time.showFrom(0);
    desk.layOut();
    QImage image = paper(desk);
    CandlePainter candles;
    on(image, desk, [&](QPainter& p) { candles.paint(p, desk.scene, 3); });
    const auto at = [&](std::size_t slot, double price, int dx) {
        return image.pixel(desk.scene.x(slot) + dx, desk.scene.price().y(price));
    };
    const int edge = desk.scene.bodyWidth() / 2;
    const Theme& theme = desk.scene.theme;
    QCOMPARE(at(0, 105, 0), theme.panel.rgb()); // hollow
    QCOMPARE(at(0, 105, -edge), theme.up.rgb());
    QCOMPARE(at(1, 106, 3), theme.panel.rgb()); // rose from its open, fell from the close before
    QCOMPARE(at(1, 106, -edge), theme.down.rgb());
    QCOMPARE(at(2, 110, 3), theme.up.rgb()); // fell from its open, rose from the close before
    QCOMPARE(at(0, 99, 0), theme.up.rgb());  // its wick
}

void TstCandlePainter::barsHaveTheirTicks()
{
    PlotDesk desk(threeBars(), {900, 500});
    desk.scene.style = PriceStyle::Bars;
    desk.scene.time.zoomAt(0, 10);
    desk.scene.time.showFrom(0);
    desk.layOut();
    QImage image = paper(desk);
    CandlePainter candles;
    on(image, desk, [&](QPainter& p) { candles.paint(p, desk.scene, 3); });
    const auto at = [&](double price, int dx) { return image.pixel(desk.scene.x(0) + dx, desk.scene.price().y(price)); };
    QCOMPARE(at(100, -4), desk.scene.theme.up.rgb());
    QCOMPARE(at(100, 4), desk.scene.theme.panel.rgb());
    QCOMPARE(at(110, 4), desk.scene.theme.up.rgb());
    QCOMPARE(at(110, -4), desk.scene.theme.panel.rgb());
    QCOMPARE(at(99, 0), desk.scene.theme.up.rgb());
}

void TstCandlePainter::pricesAreOfWhatIsShown()
{
    PlotDesk desk(threeBars(), {900, 500});
    KlineColumns shown;
    for (Bar bar : threeBars()) {
        std::swap(bar.open, bar.close);
        shown.append(bar);
    }
    desk.scene.shown = &shown;
    desk.scene.time.zoomAt(0, 10);
    desk.scene.time.showFrom(0);
    desk.layOut();
    QImage image = paper(desk);
    CandlePainter candles;
    on(image, desk, [&](QPainter& p) { candles.paint(p, desk.scene, 3); });
    QCOMPARE(image.pixel(desk.scene.x(0), desk.scene.price().y(105)), desk.scene.theme.down.rgb());
    QCOMPARE(image.pixel(desk.scene.x(0), desk.scene.volume.bottom()),
             desk.scene.theme.upFill.rgb()); // the volume is the real bar's
}

void TstCandlePainter::noVolumeWithoutItsArea()
{
    for (const double visible : {60.0, 2'500.0}) {
        PlotDesk desk(wanderingBars(3'000), {900, 500});
        desk.volumeShown = false;
        desk.show(visible);
        desk.layOut();
        QImage image = paper(desk);
        CandlePainter candles;
        on(image, desk, [&](QPainter& p) { candles.paint(p, desk.scene, 3'000); });
        QVERIFY(CandlePainter::volumeRect(desk.scene, 2'999).isEmpty());
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                QVERIFY(image.pixel(x, y) != desk.scene.theme.upFill.rgb());
                QVERIFY(image.pixel(x, y) != desk.scene.theme.downFill.rgb());
            }
        }
    }
}

void TstCandlePainter::anInvertedScaleTurnsEverything()
{
    for (const PriceStyle style : {PriceStyle::Candles, PriceStyle::Hollow, PriceStyle::Bars}) {
        PlotDesk desk(threeBars(), {900, 500});
        desk.scene.style = style;
        desk.scene.time.zoomAt(0, 10);
        desk.scene.time.showFrom(0);
        desk.layOut();
        desk.scene.price().scale.setInverted(true);
        QImage image = paper(desk);
        CandlePainter candles;
        on(image, desk, [&](QPainter& p) { candles.paint(p, desk.scene, 3); });
        QCOMPARE(image.pixel(desk.scene.x(0), desk.scene.price().y(99)), desk.scene.theme.up.rgb());
        QCOMPARE(image.pixel(desk.scene.x(0), desk.scene.price().y(111)), desk.scene.theme.up.rgb());
        QVERIFY(CandlePainter::candleRect(desk.scene, 0).contains(desk.scene.x(0), desk.scene.price().y(99)));
    }
}

SPREADLINE_TEST(TstCandlePainter)
#include "tst_candle_painter.moc"
