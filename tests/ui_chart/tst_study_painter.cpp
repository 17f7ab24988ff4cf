// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot_desk.h"
#include "test_main.h"

#include <functional>

using namespace spreadline;
using namespace spreadline::chart;
using namespace spreadline::test;

namespace {

constexpr QRgb ground = 0xff000000;

/// A pane with room around it, on which one line of hand-made values is drawn.
struct Sheet {
    ChartSeries series;
    ChartScene scene;
    Pane pane;
    std::vector<double> values;
    ValuePyramid pyramid;
    ChartStudy study = newStudy(*indicators::parseStudy("sma(2)"));

    explicit Sheet(int bars, double spacing = 8)
    {
        series.reset(Interval::time(std::chrono::minutes(1)));
        series.merge(wanderingBars(bars));
        scene.series = &series;
        scene.theme = Theme::dark();
        pane.rect = QRect(40, 30, 400, 200);
        scene.panes = {pane};
        scene.time.setWidth(440);
        scene.time.setCount(static_cast<std::size_t>(bars));
        scene.time.zoomAt(0, spacing / scene.time.spacing());
        scene.time.showFrom(-40 / scene.time.spacing());
        values.assign(static_cast<std::size_t>(bars), 0.5);
        pane.scale.fit(0, 1, 0, 0, 0);
    }
    StudyPlot plot()
    {
        StudyPlot own;
        own.study = &study;
        own.columns = {{values, &pyramid, 0}};
        return own;
    }
    QImage blank() const
    {
        QImage image(480, 260, QImage::Format_RGB32);
        image.fill(ground);
        return image;
    }
    QImage painted()
    {
        QImage image = blank();
        QPainter painter(&image);
        StudyPainter().paint(painter, scene, pane, plot(), values.size());
        return image;
    }
};

int inkIn(const QImage& image, const QRect& in)
{
    int count = 0;
    for (int y = in.top(); y <= in.bottom(); ++y) {
        for (int x = in.left(); x <= in.right(); ++x)
            count += image.pixel(x, y) != ground ? 1 : 0;
    }
    return count;
}

int inkOutside(const QImage& image, const QRect& pane)
{
    return inkIn(image, image.rect()) - inkIn(image, pane);
}

/// Every study of the registry that the bars can feed, at these pixels a slot.
void withEveryStudy(double visible, double ratio, const std::function<void(PlotDesk&, DeskStudy&, const Pane&)>& check)
{
    for (const auto& info : indicators::allStudies()) {
        PlotDesk desk(wanderingBars(3'200), {480, 360}, ratio);
        DeskStudy& own = desk.addStudy(std::string(info.name).c_str());
        if (own.series->missingInputs(desk.series().columns().view()) != 0)
            continue;
        desk.show(visible);
        desk.layOut();
        for (const Pane& pane : desk.scene.panes) {
            if (pane.key == own.study.pane)
                check(desk, own, pane);
        }
    }
}

QImage paper(const PlotDesk& desk)
{
    QImage image(desk.scene.corner.right() + 1, desk.scene.corner.bottom() + 1, QImage::Format_RGB32);
    image.fill(ground);
    return image;
}

} // namespace

class TstStudyPainter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyStudyIsDrawnInItsPane_data();
    void everyStudyIsDrawnInItsPane();
    void theLastPieceFitsOn_data();
    void theLastPieceFitsOn();
    void aMergedLineHasNoHoles();
    void emptySlotsDoNotBreakALine();
    void missingValuesBreakALine();
    void nothingIsDrawnWithoutNumbers();
    void farValuesStayInThePane_data();
    void farValuesStayInThePane();
    void aLogScaleTakesWhatIsNotAboveZero();
    void dashesHaveGapsAndStandStill();
    void theFourShadesOfAnOscillator();
    void cloudsChangeColourWhereTheyCross();
    void hiddenOutputsLeaveNoInk();
    void hitsWhatIsDrawn();
};

void TstStudyPainter::everyStudyIsDrawnInItsPane_data()
{
    QTest::addColumn<double>("visible");
    QTest::addColumn<double>("ratio");
    QTest::newRow("wide") << 60.0 << 1.0;
    QTest::newRow("narrow") << 300.0 << 1.25;
    QTest::newRow("merged") << 3'000.0 << 1.0;
    QTest::newRow("fine") << 200.0 << 2.0;
    QTest::newRow("fine merged") << 1'000.0 << 2.0; // 1.2 pixels a slot: some columns hold none
}

void TstStudyPainter::everyStudyIsDrawnInItsPane()
{
    QFETCH(const double, visible);
    QFETCH(const double, ratio);
    withEveryStudy(visible, ratio, [](PlotDesk& desk, DeskStudy& own, const Pane& pane) {
        QImage image = paper(desk);
        QPainter painter(&image);
        StudyPainter studies;
        studies.paint(painter, desk.scene, pane, own.plot, desk.series().lastIndex());
        studies.paintLast(painter, desk.scene, pane, own.plot);
        painter.end();
        const auto name = own.study.spec.study->name;
        QVERIFY2(inkIn(image, pane.rect) > 50, name.data());
        QVERIFY2(inkOutside(image, pane.rect) == 0, name.data());
    });
}

void TstStudyPainter::theLastPieceFitsOn_data()
{
    QTest::addColumn<double>("visible");
    QTest::addColumn<int>("allowed");
    QTest::newRow("wide") << 60.0 << 4;        // a shade's edge is rounded where its polygons part
    QTest::newRow("narrow") << 300.0 << 200;   // and has fewer corners than its line
    QTest::newRow("merged") << 3'000.0 << 600; // shades of the last column are laid over themselves
}

// What was drawn up to the last slot and the piece of that slot make the picture of all, and the piece stays in its region.
void TstStudyPainter::theLastPieceFitsOn()
{
    QFETCH(const double, visible);
    QFETCH(const int, allowed);
    withEveryStudy(visible, 1, [allowed](PlotDesk& desk, DeskStudy& own, const Pane& pane) {
        const std::size_t last = desk.series().lastIndex();
        StudyPainter studies;
        QImage all = paper(desk), pieces = paper(desk), piece = paper(desk);
        const auto on = [](QImage& image, auto&& paint) {
            QPainter painter(&image);
            paint(painter);
        };
        on(all, [&](QPainter& p) { studies.paint(p, desk.scene, pane, own.plot, last + 1); });
        on(pieces, [&](QPainter& p) { studies.paint(p, desk.scene, pane, own.plot, last); });
        on(pieces, [&](QPainter& p) { studies.paintLast(p, desk.scene, pane, own.plot); });
        on(piece, [&](QPainter& p) { studies.paintLast(p, desk.scene, pane, own.plot); });
        const auto* name = own.study.spec.study->name.data();
        int differing = 0, outside = 0;
        const QRegion region = StudyPainter::lastRegion(desk.scene, pane, own.plot);
        for (int y = 0; y < all.height(); ++y) {
            for (int x = 0; x < all.width(); ++x) {
                differing += all.pixel(x, y) != pieces.pixel(x, y) ? 1 : 0;
                outside += piece.pixel(x, y) != ground && !region.contains(QPoint(x, y)) ? 1 : 0;
            }
        }
        QVERIFY2(inkIn(piece, piece.rect()) > 0, name);
        QCOMPARE(outside, 0);
        QVERIFY2(differing <= allowed, qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(name)).arg(differing)));
    });
}

void TstStudyPainter::aMergedLineHasNoHoles()
{
    for (const double spacing : {0.05, 0.4, 1.0, 1.3, 1.9}) {
        Sheet sheet(6'000, spacing);
        for (std::size_t i = 0; i < sheet.values.size(); ++i)
            sheet.values[i] = 0.5 + 0.45 * std::sin(static_cast<double>(i) * 0.9) * std::sin(static_cast<double>(i) * 0.013);
        const QImage image = sheet.painted();
        for (int x = 42; x < 43 + std::min(390, static_cast<int>(5'900 * spacing)); ++x) {
            int top = 1'000, bottom = -1, nextTop = 1'000, nextBottom = -1;
            for (int y = 30; y < 230; ++y) {
                if (image.pixel(x, y) != ground)
                    top = std::min(top, y), bottom = y;
                if (image.pixel(x + 1, y) != ground)
                    nextTop = std::min(nextTop, y), nextBottom = y;
            }
            QVERIFY2(bottom >= 0, qPrintable(QStringLiteral("no ink in column %1 at %2").arg(x).arg(spacing)));
            QVERIFY2(nextBottom < 0 || (top <= nextBottom + 1 && nextTop <= bottom + 1), "a step between columns");
        }
    }
}

void TstStudyPainter::emptySlotsDoNotBreakALine()
{
    for (const double spacing : {8.0, 0.7}) {
        ChartSeries holed;
        holed.reset(Interval::time(std::chrono::minutes(1)));
        auto bars = wanderingBars(1'000);
        bars.erase(bars.begin() + 10, bars.begin() + 20);
        holed.merge(std::move(bars));
        Sheet sheet(1'000, spacing);
        sheet.scene.series = &holed;
        std::fill_n(sheet.values.begin() + 10, 10, NAN);
        const QImage image = sheet.painted();
        const int from = static_cast<int>(sheet.scene.xExact(8)), to = static_cast<int>(sheet.scene.xExact(22));
        for (int x = std::max(41, from); x < to; ++x)
            QVERIFY(inkIn(image, QRect(x, 30, 1, 200)) > 0);
    }
}

void TstStudyPainter::missingValuesBreakALine()
{
    Sheet sheet(100);
    std::fill_n(sheet.values.begin() + 10, 5, NAN);
    sheet.values[12] = 0.5; // alone between two holes: a dot
    const QImage image = sheet.painted();
    const auto at = [&](double slot) { return static_cast<int>(sheet.scene.xExact(slot)); };
    QVERIFY(inkIn(image, QRect(at(5), 30, 8, 200)) > 0);
    QCOMPARE(inkIn(image, QRect(QPoint(at(9) + 2, 30), QPoint(at(12) - 2, 229))), 0);
    QVERIFY(inkIn(image, QRect(at(12) - 1, 30, 3, 200)) > 0);
    QCOMPARE(inkIn(image, QRect(QPoint(at(12) + 2, 30), QPoint(at(15) - 2, 229))), 0);
}

void TstStudyPainter::nothingIsDrawnWithoutNumbers()
{
    for (const double spacing : {8.0, 0.2}) {
        Sheet sheet(500, spacing);
        std::ranges::fill(sheet.values, NAN);
        QCOMPARE(inkIn(sheet.painted(), QRect(0, 0, 480, 260)), 0);
    }
    Sheet none(0);
    QCOMPARE(inkIn(none.painted(), QRect(0, 0, 480, 260)), 0);
    Sheet single(1);
    QVERIFY(inkIn(single.painted(), QRect(0, 0, 480, 260)) > 0);
    Sheet hidden(100);
    hidden.pane.rect = QRect();
    QCOMPARE(inkIn(hidden.painted(), QRect(0, 0, 480, 260)), 0);
}

void TstStudyPainter::farValuesStayInThePane_data()
{
    QTest::addColumn<double>("size");
    QTest::newRow("1e-6") << 1e-6;
    QTest::newRow("1e9") << 1e9;
    QTest::newRow("1e300") << 1e300;
    QTest::newRow("infinite") << std::numeric_limits<double>::infinity();
}

void TstStudyPainter::farValuesStayInThePane()
{
    QFETCH(const double, size);
    for (const double spacing : {8.0, 0.3}) {
        for (const char* kind : {"sma(2)", "funding", "psar"}) {
            Sheet sheet(800, spacing);
            sheet.study = newStudy(*indicators::parseStudy(kind));
            for (std::size_t i = 0; i < sheet.values.size(); ++i)
                sheet.values[i] = i % 3 == 0 ? 0.5 : i % 3 == 1 ? size : -size;
            const QImage image = sheet.painted();
            QCOMPARE(inkOutside(image, sheet.pane.rect), 0);
            QVERIFY(inkIn(image, sheet.pane.rect) > 0);
        }
    }
}

void TstStudyPainter::aLogScaleTakesWhatIsNotAboveZero()
{
    for (const double spacing : {8.0, 0.3}) {
        Sheet sheet(800, spacing);
        sheet.study = newStudy(*indicators::parseStudy("funding"));
        sheet.pane.scale.setMode(ScaleMode::Log);
        sheet.pane.scale.fit(1, 100, 0, 0, 0);
        for (std::size_t i = 0; i < sheet.values.size(); ++i)
            sheet.values[i] = i % 3 == 0 ? 10 : i % 3 == 1 ? 0 : -10;
        const QImage image = sheet.painted();
        QCOMPARE(inkOutside(image, sheet.pane.rect), 0);
        QVERIFY(inkIn(image, sheet.pane.rect) > 0);
    }
}

void TstStudyPainter::dashesHaveGapsAndStandStill()
{
    Sheet sheet(200);
    sheet.study.looks[0].dash = Dash::Dashed;
    sheet.scene.time.showFrom(40);
    const QImage before = sheet.painted();
    const int row = sheet.pane.y(0.5);
    int ink = 0;
    for (int x = 40; x < 440; ++x)
        ink += before.pixel(x, row) != ground ? 1 : 0;
    QVERIFY(ink > 150 && ink < 300);
    sheet.scene.time.panSlots(3); // 24 pixels to the left
    const QImage after = sheet.painted();
    for (int x = 80; x < 400; ++x)
        QCOMPARE(after.pixel(x - 24, row), before.pixel(x, row));
}

void TstStudyPainter::theFourShadesOfAnOscillator()
{
    Sheet sheet(60, 40);
    sheet.study = newStudy(*indicators::parseStudy("macd"));
    for (std::size_t i = 0; i < 2; ++i)
        sheet.study.looks[i].isShown = false;
    sheet.pane.scale.fit(-2, 2, 0, 0, 0);
    const std::array wanted{1.0, 2.0, 1.0, -1.0, -2.0, -1.0};
    std::ranges::copy(wanted, sheet.values.begin());
    QImage image = sheet.blank();
    QPainter painter(&image);
    StudyPlot plot = sheet.plot();
    plot.columns.resize(3, plot.columns[0]);
    StudyPainter().paint(painter, sheet.scene, sheet.pane, plot, 6);
    painter.end();
    const auto colourAt = [&](std::size_t slot) { return image.pixel(sheet.scene.x(slot), sheet.pane.y(wanted[slot] / 2)); };
    QCOMPARE(colourAt(1), sheet.scene.theme.up.rgb());
    QCOMPARE(colourAt(4), sheet.scene.theme.down.rgb());
    QVERIFY(colourAt(2) != colourAt(1) && colourAt(2) != ground);
    QVERIFY(colourAt(5) != colourAt(4) && colourAt(5) != ground);
    QVERIFY(colourAt(2) != colourAt(5));
    QCOMPARE(colourAt(3), colourAt(4));
}

void TstStudyPainter::cloudsChangeColourWhereTheyCross()
{
    Sheet sheet(20, 20);
    sheet.study = newStudy(*indicators::parseStudy("ichimoku"));
    std::vector<double> other(20);
    for (std::size_t i = 0; i < 20; ++i) {
        sheet.values[i] = static_cast<double>(i) / 20;
        other[i] = 1 - sheet.values[i] + 1e-3;
    }
    const ValuePyramid pyramid;
    StudyPlot plot = sheet.plot();
    std::vector<double> none(20, NAN);
    plot.columns.assign(7, {none, &pyramid, 0});
    plot.columns[2] = {sheet.values, &sheet.pyramid, 0};
    plot.columns[3] = {other, &pyramid, 0};
    QImage image = sheet.blank();
    QPainter painter(&image);
    StudyPainter().paint(painter, sheet.scene, sheet.pane, plot, 20);
    painter.end();
    const QColor left = image.pixelColor(sheet.scene.x(3), sheet.pane.y(0.5)),
                 right = image.pixelColor(sheet.scene.x(17), sheet.pane.y(0.5));
    QVERIFY(left.red() > left.green());   // the second one is above
    QVERIFY(right.green() > right.red()); // the first one is
}

void TstStudyPainter::hiddenOutputsLeaveNoInk()
{
    Sheet sheet(100);
    sheet.study.looks[0].isShown = false;
    QCOMPARE(inkIn(sheet.painted(), QRect(0, 0, 480, 260)), 0);
    sheet.study.looks[0].isShown = true;
    sheet.study.isShown = false;
    QCOMPARE(inkIn(sheet.painted(), QRect(0, 0, 480, 260)), 0);
}

void TstStudyPainter::hitsWhatIsDrawn()
{
    for (const double spacing : {8.0, 0.5}) {
        Sheet sheet(2'000, spacing);
        const int row = sheet.pane.y(0.5);
        const auto hits = [&](QPoint at) { return StudyPainter::hits(sheet.scene, sheet.pane, sheet.plot(), at, 4); };
        QVERIFY(hits({200, row}));
        QVERIFY(hits({200, row + 4}));
        QVERIFY(!hits({200, row + 8}));
        sheet.study.isShown = false;
        QVERIFY(!hits({200, row}));
    }
    withEveryStudy(100, 1, [](PlotDesk& desk, DeskStudy& own, const Pane& pane) {
        QVERIFY(!StudyPainter::hits(desk.scene, pane, own.plot, {-500, pane.rect.top()}, 4) || own.study.spec.study == nullptr);
    });
}

SPREADLINE_TEST(TstStudyPainter)
#include "tst_study_painter.moc"
