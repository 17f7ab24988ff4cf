// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/marker_painter.h"
#include "plot_desk.h"
#include "property.h"
#include "test_main.h"

using namespace spreadline;
using namespace spreadline::chart;
using namespace spreadline::test;

class TstMarkerSeries : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void betweenEqualsBruteForce();
    void buysStandBelowAndSellsAbove();
    void crowdsBecomeOneWithItsNumber();
    void crowdsStayTogetherWhenPanned();
    void markersOutsideTheBarsAreLeftOut();
    void theLastBarsMarkersAreItsOwn();
    void noBarsNoMarkers();
};

namespace {

Marker markerAt(const PlotDesk& desk, std::size_t slot, Marker::Shape shape, std::int64_t later = 0)
{
    const Bar bar = desk.series().columns().at(slot);
    return {bar.time + later, bar.close, shape, shape == Marker::Shape::Sell ? Ink::Down : Ink::Up};
}

QRect signOf(const PlotDesk& desk, const MarkerSeries& markers, Marker::Shape shape, std::size_t slot)
{
    for (int y = 0; y < desk.scene.price().rect.height(); ++y) {
        const auto hit = MarkerPainter::markerAt(desk.scene, markers, {desk.scene.x(slot), y});
        if (hit && hit->shape == shape)
            return hit->sign;
    }
    return {};
}

QImage painted(const PlotDesk& desk, const MarkerSeries& markers, bool onlyLast = false)
{
    QImage image(desk.scene.corner.right() + 1, desk.scene.corner.bottom() + 1, QImage::Format_RGB32);
    image.fill(desk.scene.theme.panel);
    QPainter painter(&image);
    MarkerPainter own;
    onlyLast ? own.paintLast(painter, desk.scene, markers) : own.paint(painter, desk.scene, markers);
    return image;
}

bool hasInk(const QImage& image, const QRect& in, const QColor& ground)
{
    for (int y = in.top(); y <= in.bottom(); ++y) {
        for (int x = in.left(); x <= in.right(); ++x) {
            if (image.valid(x, y) && image.pixel(x, y) != ground.rgb())
                return true;
        }
    }
    return false;
}

} // namespace

void TstMarkerSeries::betweenEqualsBruteForce()
{
    property("between() is all that lies between", [] {
        std::vector<Marker> all;
        MarkerSeries markers;
        const int count = *rc::gen::inRange(0, 60);
        for (int i = 0; i < count; ++i)
            all.push_back({*rc::gen::inRange(0, 40), static_cast<double>(i)});
        const auto half = static_cast<std::ptrdiff_t>(all.size() / 2);
        markers.assign({all.begin(), all.begin() + half});
        for (auto i = static_cast<std::size_t>(half); i < all.size(); ++i)
            markers.add(all[i]);
        RC_ASSERT(markers.size() == all.size());
        const int from = *rc::gen::inRange(-2, 42), to = *rc::gen::inRange(-2, 42);
        const auto found = markers.between(from, to);
        RC_ASSERT(static_cast<std::ptrdiff_t>(found.size())
                  == std::ranges::count_if(all, [&](const Marker& m) { return m.time >= from && m.time < to; }));
        RC_ASSERT(std::ranges::is_sorted(found, {}, &Marker::time));
    });
}

void TstMarkerSeries::buysStandBelowAndSellsAbove()
{
    PlotDesk desk(wanderingBars(200), {900, 500});
    desk.show(60);
    desk.layOut();
    MarkerSeries markers;
    markers.add(markerAt(desk, 170, Marker::Shape::Buy, 59'000'000'000)); // late in its bar
    markers.add(markerAt(desk, 180, Marker::Shape::Sell));
    markers.add(markerAt(desk, 185, Marker::Shape::Cover));
    markers.add(markerAt(desk, 185, Marker::Shape::Short));
    const auto& bars = desk.series().columns();
    const Pane& pane = desk.scene.price();
    QVERIFY(signOf(desk, markers, Marker::Shape::Buy, 170).top() > pane.y(bars.lows()[170]));
    QVERIFY(signOf(desk, markers, Marker::Shape::Sell, 180).bottom() < pane.y(bars.highs()[180]));
    QVERIFY(signOf(desk, markers, Marker::Shape::Cover, 185).top() > pane.y(bars.lows()[185]));
    QVERIFY(signOf(desk, markers, Marker::Shape::Short, 185).bottom() < pane.y(bars.highs()[185]));
    const QImage image = painted(desk, markers);
    const QRect buy = signOf(desk, markers, Marker::Shape::Buy, 170), cover = signOf(desk, markers, Marker::Shape::Cover, 185);
    QCOMPARE(image.pixel(buy.center()), desk.scene.theme.up.rgb());
    QVERIFY(image.pixel(cover.center()) != desk.scene.theme.up.rgb()); // hollow: told apart without colour
    QVERIFY(hasInk(image, cover, desk.scene.theme.panel));
    QVERIFY(!MarkerPainter::markerAt(desk.scene, markers, {desk.scene.x(175), buy.center().y()}));
}

void TstMarkerSeries::crowdsBecomeOneWithItsNumber()
{
    PlotDesk desk(wanderingBars(3'000), {900, 500});
    desk.show(2'800);
    desk.layOut();
    MarkerSeries markers;
    for (std::size_t i = 2'000; i < 2'500; ++i)
        markers.add(markerAt(desk, i, i % 2 == 0 ? Marker::Shape::Buy : Marker::Shape::Sell));
    std::size_t together = 0;
    for (int x = 0; x < desk.scene.price().rect.width(); ++x) {
        for (int y = 0; y < desk.scene.price().rect.height(); y += 4) {
            if (const auto hit = MarkerPainter::markerAt(desk.scene, markers, {x, y}))
                together = std::max(together, hit->markers.size());
        }
    }
    const double perSign = 11 / desk.scene.spacing();
    QVERIFY(static_cast<double>(together) >= perSign && static_cast<double>(together) <= 2 * perSign + 1);
}

void TstMarkerSeries::crowdsStayTogetherWhenPanned()
{
    PlotDesk desk(wanderingBars(3'000), {900, 500});
    desk.show(1'500);
    desk.layOut();
    MarkerSeries markers;
    for (std::size_t i = 2'000; i < 2'400; i += 3)
        markers.add(markerAt(desk, i, Marker::Shape::Buy));
    const auto groups = [&] {
        std::vector<std::int64_t> found;
        for (std::size_t slot = 2'050; slot < 2'350; ++slot) {
            const QRect sign = signOf(desk, markers, Marker::Shape::Buy, slot);
            const auto hit = sign.isNull() ? std::nullopt : MarkerPainter::markerAt(desk.scene, markers, sign.center());
            if (hit && (found.empty() || found.back() != hit->markers.front().time))
                found.push_back(hit->markers.front().time);
        }
        return found;
    };
    const auto before = groups();
    QVERIFY(before.size() > 5);
    for (int step = 0; step < 4; ++step) {
        desk.scene.time.pan(7.3);
        QCOMPARE(groups(), before);
    }
}

void TstMarkerSeries::markersOutsideTheBarsAreLeftOut()
{
    PlotDesk desk(wanderingBars(50), {900, 500});
    desk.layOut();
    MarkerSeries markers;
    Marker early = markerAt(desk, 0, Marker::Shape::Buy);
    early.time -= 1;
    markers.add(early);
    const QImage image = painted(desk, markers);
    QVERIFY(!hasInk(image, image.rect(), desk.scene.theme.panel));
}

void TstMarkerSeries::theLastBarsMarkersAreItsOwn()
{
    PlotDesk desk(wanderingBars(50), {900, 500});
    desk.layOut();
    MarkerSeries markers;
    markers.add(markerAt(desk, 20, Marker::Shape::Buy));
    QVERIFY(MarkerPainter::lastRect(desk.scene, markers).isEmpty());
    markers.add(markerAt(desk, 49, Marker::Shape::Sell, 30'000'000'000));
    const QRect last = MarkerPainter::lastRect(desk.scene, markers);
    QVERIFY(last.contains(signOf(desk, markers, Marker::Shape::Sell, 49)));
    const QColor& ground = desk.scene.theme.panel;
    const QImage others = painted(desk, markers), own = painted(desk, markers, true);
    QVERIFY(!hasInk(others, last, ground));
    QVERIFY(hasInk(own, last, ground));
    QVERIFY(!hasInk(own, QRect(0, 0, last.left(), own.height()), ground));
}

void TstMarkerSeries::noBarsNoMarkers()
{
    PlotDesk desk({}, {900, 500});
    desk.layOut();
    MarkerSeries markers;
    markers.add({1, 1, Marker::Shape::Note});
    const QImage image = painted(desk, markers);
    QVERIFY(!hasInk(image, image.rect(), desk.scene.theme.panel));
    QVERIFY(!MarkerPainter::markerAt(desk.scene, markers, {10, 10}));
    QVERIFY(MarkerPainter::lastRect(desk.scene, markers).isEmpty());
}

SPREADLINE_TEST(TstMarkerSeries)
#include "tst_marker_series.moc"
