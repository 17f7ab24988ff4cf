// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawings/drawing_geometry.h"
#include "property.h"
#include "samples.h"
#include "test_main.h"

using namespace spreadline;
using namespace spreadline::drawing;
using namespace spreadline::test;

Q_DECLARE_METATYPE(spreadline::drawing::Drawing)

class TstDrawingGeometry : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void hits_data();
    void hits();
    void theTopmostIsHitFirst();
    void handlesOfTheSelectedComeFirst();
    void levelsStandAtTheirPrices();
    void extensionsGoOnFromTheThird();
    void theParallelRunsThroughTheThird_data();
    void theParallelRunsThroughTheThird();
    void figuresOfAPosition();
    void figuresOfTheRuler();
    void hiddenOnesAreNotThere();
    void liveTakesThePlaceOfItsOriginal();
    void nothingSenselessIsDrawn();
    void whatIsOutOfSightIsLeftOut();
    void aThousandAreFast();
};

namespace {

struct Scene {
    TestProjection view;
    DrawingBook book;
    DrawingGeometry geometry;

    DrawingId add(const Drawing& drawing) { return book.add(drawing); }
    void build(const DrawingBook::Entry& live = nullptr) { geometry.build(view, book, live); }
    std::optional<Hit> hit(double bar, double price, QPointF off = {}) { return geometry.hit(view.at(bar, price) + off, 5); }
};

Drawing extended(Drawing drawing, bool left, bool right)
{
    drawing.style.extendLeft = left;
    drawing.style.extendRight = right;
    return drawing;
}

QString textOf(const paint::TextLine& line)
{
    return QString::fromUtf8(line.view().data(), static_cast<qsizetype>(line.view().size()));
}

bool isFine(QPointF point, const QRectF& room)
{
    return std::isfinite(point.x()) && std::isfinite(point.y()) && room.adjusted(-9, -9, 9, 9).contains(point);
}

/// What is under the pointer at a bar and a price: -2 nothing, -1 the body, else the handle.
void row(const char* name, const Drawing& drawing, double bar, double price, int what)
{
    QTest::newRow(name) << drawing << QPointF(bar, price) << what;
}

void lineRows()
{
    const Drawing trend = sample(DrawingKind::TrendLine, {{20, 96}, {60, 104}});
    row("trend line: on it", trend, 40, 100, -1);
    row("trend line: 4 pixels beside", trend, 40, 100.16, -1);
    row("trend line: 15 pixels beside", trend, 40, 100.6, -2);
    row("trend line: first end", trend, 20, 96, 0);
    row("trend line: second end", trend, 60, 104, 1);
    row("trend line: beyond its end", trend, 70, 106, -2);
    row("trend line: extended to the right", extended(trend, false, true), 70, 106, -1);
    row("trend line: not to the left", extended(trend, false, true), 10, 94, -2);
    row("trend line drawn backwards, to the right", extended(sample(DrawingKind::TrendLine, {{60, 104}, {20, 96}}), false, true),
        70, 106, -1);
    row("ray: onwards", sample(DrawingKind::Ray, {{20, 96}, {60, 104}}), 80, 108, -1);
    row("ray: not back", sample(DrawingKind::Ray, {{20, 96}, {60, 104}}), 10, 94, -2);
    row("ray backwards", sample(DrawingKind::Ray, {{60, 104}, {20, 96}}), 10, 94, -1);
    row("extended line: onwards", sample(DrawingKind::ExtendedLine, {{20, 96}, {60, 104}}), 80, 108, -1);
    row("extended line: back", sample(DrawingKind::ExtendedLine, {{20, 96}, {60, 104}}), 10, 94, -1);
    row("horizontal line", sample(DrawingKind::HorizontalLine, {{50, 100}}), 5, 100, -1);
    row("horizontal line, placed long ago", sample(DrawingKind::HorizontalLine, {{-50'000, 100}}), 95, 100, -1);
    row("horizontal ray", sample(DrawingKind::HorizontalRay, {{50, 100}}), 90, 100, -1);
    row("horizontal ray: not back", sample(DrawingKind::HorizontalRay, {{50, 100}}), 40, 100, -2);
    row("vertical line", sample(DrawingKind::VerticalLine, {{50, 100}}), 50, 109, -1);
    row("vertical line in the future", sample(DrawingKind::VerticalLine, {{99, 100}}), 99, 91, -1);
    row("cross: row", sample(DrawingKind::CrossLine, {{50, 100}}), 5, 100, -1);
    row("cross: column", sample(DrawingKind::CrossLine, {{50, 100}}), 50, 91, -1);
}

void shapeRows()
{
    const Drawing channel = sample(DrawingKind::Channel, {{20, 96}, {60, 104}, {30, 92}});
    row("channel: base", channel, 40, 100, -1);
    row("channel: parallel", channel, 40, 94, -1);
    row("channel: between", channel, 40, 98, -1);
    row("channel: above", channel, 40, 101, -2);
    row("channel: third", channel, 30, 92, 2);
    const Drawing box = sample(DrawingKind::Rectangle, {{20, 96}, {60, 104}});
    row("rectangle: inside", box, 50, 98, -1);
    row("rectangle: edge", box, 60, 99, -1);
    row("rectangle: outside", box, 65, 99, -2);
    row("rectangle: third corner", box, 20, 104, 2);
    Drawing frame = box;
    frame.style.filled = false;
    row("rectangle: not filled, inside", frame, 50, 98, -2);
    const Drawing fib = sample(DrawingKind::FibRetracement, {{20, 90.5}, {60, 100.5}});
    row("retracement: 0.382", fib, 50, 100.5 - 3.82, -1);
    row("retracement: between levels", fib, 25, 98.9, -2);
    row("retracement: a level not shown", fib, 30, 100.5 + 2.72, -2);
    row("arrow: shaft", sample(DrawingKind::Arrow, {{20, 96}, {60, 104}}), 40, 100, -1);
    row("marker: below the price", sample(DrawingKind::MarkerUp, {{50, 100}}), 50, 99.5, -1);
    row("marker: above the price", sample(DrawingKind::MarkerDown, {{50, 100}}), 50, 100.5, -1);
    const Drawing position = sample(DrawingKind::LongPosition, {{20, 100}, {60, 106}, {60, 97}});
    row("position: reward", position, 40, 103, -1);
    row("position: risk", position, 40, 98.5, -1);
    row("position: target", position, 60, 106, 1);
    row("position: stop stands at the left", position, 20, 97, 2);
    row("position: beside", position, 70, 103, -2);
    row("line without length: its end", sample(DrawingKind::TrendLine, {{50, 100}, {50, 100}}), 50, 100, 1);
    row("line without length: beside", sample(DrawingKind::TrendLine, {{50, 100}, {50, 100}}), 53, 100, -2);
    Drawing note = sample(DrawingKind::Text, {{50, 100}});
    note.text = QStringLiteral("some words");
    row("note", note, 52, 99.6, -1);
    row("note: below", note, 52, 98, -2);
}

} // namespace

// Bars 0 to 100 at ten pixels each, prices 90 to 110 over 500 pixels.
void TstDrawingGeometry::hits_data()
{
    QTest::addColumn<Drawing>("drawing");
    QTest::addColumn<QPointF>("at"); // bar, price
    QTest::addColumn<int>("what");   // -2 nothing, -1 the body, else the handle
    lineRows();
    shapeRows();
}

void TstDrawingGeometry::hits()
{
    QFETCH(const Drawing, drawing);
    QFETCH(const QPointF, at);
    QFETCH(const int, what);
    Scene scene;
    const DrawingId id = scene.add(drawing);
    QVERIFY(id != noDrawing);
    scene.build();
    const auto hit = scene.hit(at.x(), at.y());
    QCOMPARE(hit.has_value(), what != -2);
    if (!hit)
        return;
    QVERIFY(hit->id == id);
    QCOMPARE(hit->handle, what);
}

void TstDrawingGeometry::theTopmostIsHitFirst()
{
    Scene scene;
    const DrawingId low = scene.add(sample(DrawingKind::HorizontalLine, {{50, 100}}));
    const DrawingId high = scene.add(sample(DrawingKind::HorizontalLine, {{60, 100}}));
    scene.build();
    QVERIFY(scene.hit(5, 100)->id == high);
    scene.book.reorder(low, Order::ToFront);
    scene.build();
    QVERIFY(scene.hit(5, 100)->id == low);
    const DrawingId area = scene.add(sample(DrawingKind::Rectangle, {{2, 105}, {10, 95}}));
    scene.build();
    QVERIFY(scene.hit(5, 100)->id == low); // a line under an area can be reached
    QVERIFY(scene.hit(5, 103)->id == area);
}

void TstDrawingGeometry::handlesOfTheSelectedComeFirst()
{
    Scene scene;
    const DrawingId below = scene.add(sample(DrawingKind::TrendLine, {{20, 96}, {50, 100}}));
    const DrawingId above = scene.add(sample(DrawingKind::TrendLine, {{50, 100}, {80, 96}}));
    scene.build();
    QVERIFY(*scene.geometry.hit(scene.view.at(50, 100), 5) == (Hit{above, 0}));
    QVERIFY(*scene.geometry.hit(scene.view.at(50, 100), 5, below) == (Hit{below, 1}));
}

void TstDrawingGeometry::levelsStandAtTheirPrices()
{
    Scene scene;
    Drawing fib = sample(DrawingKind::FibRetracement, {{30, 95}, {60, 105}});
    fib.levels = {{0}, {0.5}, {0.786}, {1}, {1.05, false}};
    scene.add(fib);
    scene.build();
    QStringList texts;
    for (const Label& label : scene.geometry.shapes().labels)
        texts.append(textOf(label.text));
    QCOMPARE(texts,
             (QStringList{QStringLiteral("0 (105.00)"), QStringLiteral("0.5 (100.00)"), QStringLiteral("0.786 (97.14)"),
                          QStringLiteral("1 (95.00)")}));
    QCOMPARE(scene.geometry.shapes().strokes[1].line.y1(), scene.view.y(100));
}

void TstDrawingGeometry::extensionsGoOnFromTheThird()
{
    Scene scene;
    Drawing fib = sample(DrawingKind::FibExtension, {{30, 95}, {40, 100}, {45, 98}});
    fib.levels = {{0}, {1}, {1.618}};
    scene.add(fib);
    scene.build();
    QStringList texts;
    for (const Label& label : scene.geometry.shapes().labels)
        texts.append(textOf(label.text));
    QCOMPARE(texts, (QStringList{QStringLiteral("0 (98.00)"), QStringLiteral("1 (103.00)"), QStringLiteral("1.618 (106.09)")}));
}

void TstDrawingGeometry::theParallelRunsThroughTheThird_data()
{
    QTest::addColumn<Scale>("scale");
    QTest::newRow("linear") << Scale::Linear;
    QTest::newRow("log") << Scale::Log;
    QTest::newRow("percent") << Scale::Percent;
    QTest::newRow("inverted") << Scale::Inverted;
}

void TstDrawingGeometry::theParallelRunsThroughTheThird()
{
    QFETCH(const Scale, scale);
    Scene scene;
    scene.view.scale = scale;
    scene.add(sample(DrawingKind::Channel, {{20, 96}, {60, 104}, {35, 93}}));
    scene.build();
    const auto& strokes = scene.geometry.shapes().strokes;
    QCOMPARE(strokes.size(), std::size_t(3));
    QVERIFY(distance(scene.view.at(35, 93), strokes[1].line.p1(), strokes[1].line.p2()) < 1e-6);
    const QLineF base = strokes[0].line, parallel = strokes[1].line;
    QVERIFY(std::abs(base.dy() / base.dx() - parallel.dy() / parallel.dx()) < 1e-9);
}

void TstDrawingGeometry::figuresOfAPosition()
{
    Scene scene;
    scene.add(sample(DrawingKind::ShortPosition, {{30, 100}, {50, 95}, {50, 102}}));
    scene.build();
    const auto& plates = scene.geometry.shapes().plates;
    QCOMPARE(plates.size(), std::size_t(3));
    QCOMPARE(textOf(plates[0].lines[0]), QStringLiteral("Target 95.00  −5.00 (−5.00 %)  −500 ticks"));
    QCOMPARE(textOf(plates[1].lines[0]), QStringLiteral("Stop 102.00  +2.00 (+2.00 %)  200 ticks"));
    QCOMPARE(textOf(plates[2].lines[0]), QStringLiteral("100.00  Reward/risk 2.50"));
    QVERIFY(!plates[0].isAbove && plates[1].isAbove);
}

void TstDrawingGeometry::figuresOfTheRuler()
{
    Scene scene;
    scene.add(sample(DrawingKind::Ruler, {{80, 100}, {20, 97.5}}));
    scene.build();
    const auto& plates = scene.geometry.shapes().plates;
    QCOMPARE(plates.size(), std::size_t(1));
    QCOMPARE(textOf(plates[0].lines[0]), QStringLiteral("−2.50 (−2.50 %)  −250 ticks"));
    QCOMPARE(textOf(plates[0].lines[1]), QStringLiteral("−60 bars, −1h"));
}

void TstDrawingGeometry::hiddenOnesAreNotThere()
{
    Scene scene;
    Drawing hidden = sample(DrawingKind::HorizontalLine, {{50, 100}}), hourly = hidden, all = hidden;
    hidden.hidden = true;
    hourly.intervals = {Interval::time(std::chrono::hours(1))};
    scene.add(hidden);
    scene.add(hourly);
    const DrawingId shown = scene.add(all);
    scene.build();
    QCOMPARE(scene.geometry.items().size(), std::size_t(1));
    QVERIFY(scene.geometry.items()[0].drawing->id == shown);
    scene.view.length = 60 * TestProjection::minute;
    scene.build();
    QCOMPARE(scene.geometry.items().size(), std::size_t(2));
    scene.book.setAllHidden(true);
    scene.build();
    QVERIFY(scene.geometry.items().empty());
}

void TstDrawingGeometry::liveTakesThePlaceOfItsOriginal()
{
    Scene scene;
    const DrawingId low = scene.add(sample(DrawingKind::HorizontalLine, {{50, 95}}));
    scene.add(sample(DrawingKind::HorizontalLine, {{50, 105}}));
    Drawing dragged = *scene.book.find(low);
    dragged.anchors[0].price = 100;
    scene.build(std::make_shared<const Drawing>(dragged));
    QCOMPARE(scene.geometry.items().size(), std::size_t(2));
    QVERIFY(scene.hit(5, 100)->id == low);
    QVERIFY(!scene.hit(5, 95));
    QVERIFY(scene.geometry.items()[0].drawing->id == low); // where it lies among the others
    scene.build(std::make_shared<const Drawing>(sample(DrawingKind::VerticalLine, {{50, 95}})));
    QCOMPARE(scene.geometry.items().size(), std::size_t(3));
    QVERIFY(scene.geometry.items()[2].drawing->id == noDrawing);
}

// Far away, in one point, below a log scale's zero: all is finite and within the pane.
void TstDrawingGeometry::nothingSenselessIsDrawn()
{
    property("finite and inside", [] {
        Scene scene;
        scene.view.scale = *rc::gen::element(Scale::Linear, Scale::Log, Scale::Percent, Scale::Inverted);
        scene.view.spacing = *rc::gen::element(0.01, 10.0, 300.0);
        const int count = *rc::gen::inRange(1, 6);
        for (int i = 0; i < count; ++i) {
            Drawing drawing = anyDrawing();
            drawing.hidden = false;
            drawing.intervals.clear();
            if (*rc::gen::inRange(0, 4) == 0)
                drawing.anchors.assign(drawing.anchors.size(), drawing.anchors[0]);
            for (Anchor& anchor : drawing.anchors)
                anchor.price *= *rc::gen::element(1.0, 1.0, 1e12, -1.0, 0.0);
            scene.add(drawing);
        }
        scene.build();
        const Shapes& shapes = scene.geometry.shapes();
        for (const Stroke& stroke : shapes.strokes)
            RC_ASSERT(isFine(stroke.line.p1(), scene.view.rect) && isFine(stroke.line.p2(), scene.view.rect));
        for (const Area& area : shapes.areas) {
            RC_ASSERT(area.polygon.count >= 3 && area.polygon.count <= 8);
            for (int i = 0; i < area.polygon.count; ++i)
                RC_ASSERT(std::isfinite(area.polygon.points[static_cast<std::size_t>(i)].x())
                          && std::isfinite(area.polygon.points[static_cast<std::size_t>(i)].y()));
        }
        for (const Handle& handle : shapes.handles)
            RC_ASSERT(isFine(handle.at, scene.view.rect));
        for (const Plate& plate : shapes.plates)
            RC_ASSERT(std::isfinite(plate.at.x()) && std::isfinite(plate.at.y()));
        for (const Label& label : shapes.labels)
            RC_ASSERT(std::isfinite(label.at.x()) && std::isfinite(label.at.y())
                      && textOf(label.text).indexOf(QLatin1String("nan")) < 0);
    });
}

void TstDrawingGeometry::whatIsOutOfSightIsLeftOut()
{
    Scene scene;
    for (int kind = 0; kind < drawingKinds; ++kind) {
        Drawing drawing = sample(static_cast<DrawingKind>(kind), {{-5'000, 98}, {-4'980, 104}, {-4'990, 95}});
        drawing.anchors.resize(anchorCount(drawing.kind));
        drawing.text = QStringLiteral("words");
        if (drawing.kind != DrawingKind::HorizontalLine && drawing.kind != DrawingKind::HorizontalRay
            && drawing.kind != DrawingKind::CrossLine)
            scene.add(drawing);
    }
    scene.build();
    QStringList seen;
    for (const auto& item : scene.geometry.items())
        seen.append(QString::fromStdString(std::string(keyOf(item.drawing->kind))));
    QVERIFY2(seen.isEmpty(), qPrintable(seen.join(QLatin1Char(' '))));
}

void TstDrawingGeometry::aThousandAreFast()
{
    Scene scene;
    for (int i = 0; i < 1'000; ++i) {
        Drawing drawing =
            sample(static_cast<DrawingKind>(i % drawingKinds), {{i * 0.09, 98}, {i * 0.09 + 7, 104}, {i * 0.09 + 3, 95}});
        drawing.anchors.resize(anchorCount(drawing.kind));
        drawing.text = QStringLiteral("words");
        scene.add(drawing);
    }
    const auto micros = [](int times, const auto& work) {
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < times; ++i)
            work(i);
        return static_cast<double>(clock.nsecsElapsed()) / times * 1e-3;
    };
    scene.build();
    const auto shown = scene.geometry.items().size();
    int hits = 0;
    const double build = micros(20, [&](int) { scene.build(); });
    const double hit = micros(500, [&](int i) { hits += scene.hit(i % 100, 90 + i % 20).has_value() ? 1 : 0; });
    scene.view.left = -100'000;
    const double elsewhere = micros(20, [&](int) { scene.build(); });
    qInfo("1,000 drawings (%zu seen): shapes %.0f us, a hit %.1f us (%d of 500), elsewhere %.0f us", shown, build, hit, hits,
          elsewhere);
    QVERIFY(shown > 900 && hits > 100);
    QVERIFY2(hit < 10'000, "the pointer must not stutter"); // generous: sanitizers, other programs
    QVERIFY2(build < 200'000, "a frame is 16 ms");
}

SPREADLINE_TEST(TstDrawingGeometry)
#include "tst_drawing_geometry.moc"
