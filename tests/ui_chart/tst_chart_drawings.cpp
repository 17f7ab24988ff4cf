// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart_hands.h"
#include "drawings/drawing_hand.h"
#include "test_main.h"

#include <QPainter>
#include <QSignalSpy>

using namespace spreadline;
using namespace spreadline::chart;
using drawing::DrawingKind;
using spreadline::test::Fingers;
using spreadline::test::minuteBars;
using spreadline::test::settle;
using spreadline::test::studyOf;

class TstChartDrawings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void keysTakeTools_data();
    void keysTakeTools();
    void twoClicksDrawALine();
    void aDragDrawsALineAndDoesNotPan();
    void theChartDoesNotFollowWhileDrawing();
    void anchorsStayAcrossIntervalsAndScales();
    void theMagnetCatchesTheBar();
    void escapePutsDownOneThingAfterTheOther();
    void deleteUndoRedo();
    void shiftClickMeasures();
    void shiftDragKeepsToAnAxis();
    void controlDragClones();
    void arrowsNudgeWhatIsSelected();
    void cursorsAreTheHands();
    void onlyWhatChangedIsPaintedAnew();
    void twoChartsShareABook();
    void aTickLeavesDrawingsAlone();
    void theSelectedOneHasTagsOnTheAxis();
    void menusKnowTheDrawing();
    void theOtherButtonPutsDownWhatIsDrawn();
    void filesHaveTheDrawings();
    void withoutABookKeysAreTheCharts();
    void withoutThePricePaneThereAreNone();

private:
    const drawing::Drawing& only() const { return *m_book->page().at(0); }
    void draw(DrawingKind kind, const std::vector<QPoint>& places)
    {
        m_canvas->hand().chooseTool(kind);
        for (const QPoint place : places)
            m_hand->click(place);
    }

    std::unique_ptr<drawing::DrawingBook> m_book;
    std::unique_ptr<ChartCanvas> m_canvas;
    std::unique_ptr<Fingers> m_hand;
};

void TstChartDrawings::init()
{
    m_book = std::make_unique<drawing::DrawingBook>();
    m_canvas = test::shownCanvas(1'000, {900, 600});
    QVERIFY(m_canvas);
    m_canvas->setDrawings(m_book.get());
    m_hand = std::make_unique<Fingers>(*m_canvas);
    settle(*m_canvas);
}

void TstChartDrawings::cleanup()
{
    m_hand.reset();
    m_canvas.reset();
    m_book.reset();
}

void TstChartDrawings::keysTakeTools_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("kind");
    QTest::newRow("trend") << int(Qt::Key_T) << int(DrawingKind::TrendLine);
    QTest::newRow("horizontal") << int(Qt::Key_H) << int(DrawingKind::HorizontalLine);
    QTest::newRow("vertical") << int(Qt::Key_V) << int(DrawingKind::VerticalLine);
    QTest::newRow("cross") << int(Qt::Key_C) << int(DrawingKind::CrossLine);
    QTest::newRow("fibonacci") << int(Qt::Key_F) << int(DrawingKind::FibRetracement);
}

void TstChartDrawings::keysTakeTools()
{
    QFETCH(const int, key);
    QFETCH(const int, kind);
    const double spacing = m_canvas->timeScale().spacing();
    QSignalSpy typed(m_canvas.get(), &ChartCanvas::symbolTyped);
    QTest::keyClick(m_canvas.get(), static_cast<Qt::Key>(key), Qt::AltModifier);
    QCOMPARE(m_canvas->hand().tool(), std::optional(static_cast<DrawingKind>(kind)));
    QCOMPARE(m_canvas->timeScale().spacing(), spacing); // Alt+F fits nothing
    QCOMPARE(typed.count(), 0);
    m_hand->click({300, 200});
    m_hand->click({420, 260});
    QCOMPARE(int(only().kind), kind);
    QCOMPARE(m_canvas->hand().tool(), std::optional<DrawingKind>());
}

void TstChartDrawings::twoClicksDrawALine()
{
    const QPoint from = m_hand->at(930, 100), to = m_hand->at(960, 103);
    draw(DrawingKind::TrendLine, {from, to});
    QCOMPARE(m_book->page().size(), std::size_t(1));
    QCOMPARE(only().anchors[0].time.nanos(), m_canvas->series().timeAt(930));
    QCOMPARE(only().anchors[1].time.nanos(), m_canvas->series().timeAt(960));
    const double pixel = m_hand->pane(Pane::priceKey).priceAt(0) - m_hand->pane(Pane::priceKey).priceAt(1);
    QVERIFY(std::abs(only().anchors[0].price - 100) <= pixel && std::abs(only().anchors[1].price - 103) <= pixel);
    QCOMPARE(only().anchors[0].price, std::round(only().anchors[0].price * 100) / 100);
    QCOMPARE(m_canvas->hand().selected(), only().id);
}

void TstChartDrawings::aDragDrawsALineAndDoesNotPan()
{
    const double left = m_canvas->timeScale().left();
    m_canvas->hand().chooseTool(DrawingKind::TrendLine);
    m_hand->drag({300, 200}, {500, 300});
    QCOMPARE(m_book->page().size(), std::size_t(1));
    QCOMPARE(m_canvas->timeScale().left(), left);
    m_hand->drag({400, 250}, {440, 280}); // the line itself
    QCOMPARE(m_canvas->timeScale().left(), left);
    m_hand->drag({200, 450}, {240, 450}); // beside it the chart pans again
    QVERIFY(m_canvas->timeScale().left() < left);
}

void TstChartDrawings::theChartDoesNotFollowWhileDrawing()
{
    m_canvas->hand().chooseTool(DrawingKind::TrendLine);
    m_hand->click({300, 200});
    QVERIFY(m_canvas->hand().isBusy());
    const double left = m_canvas->timeScale().left();
    m_canvas->setBars(minuteBars(1'000, 2), false);
    QCOMPARE(m_canvas->timeScale().left(), left);
    m_hand->click({420, 260});
    QVERIFY(!m_canvas->hand().isBusy());
    m_canvas->setBars(minuteBars(1'002, 1), false);
    QVERIFY(m_canvas->timeScale().left() > left);
}

void TstChartDrawings::anchorsStayAcrossIntervalsAndScales()
{
    draw(DrawingKind::TrendLine, {m_hand->at(930, 100), m_hand->at(960, 103)});
    const drawing::Drawing before = only();
    m_canvas->setScaleMode(ScaleMode::Log);
    m_canvas->setInverted(true);
    settle(*m_canvas);
    QCOMPARE(m_canvas->hand().scene().items().size(), std::size_t(1));
    const auto& stroke = m_canvas->hand().scene().shapes().strokes.at(0).line;
    QVERIFY(std::abs(stroke.y1() - m_hand->pane(Pane::priceKey).y(before.anchors[0].price)) <= 1);
    m_canvas->setSubject(m_canvas->subject(), Interval::time(std::chrono::minutes(5)));
    std::vector<Bar> bars;
    for (const Bar& bar : minuteBars(0, 1'000)) {
        if (bar.time % (5 * test::minuteNanos) == 0)
            bars.push_back(bar);
    }
    m_canvas->setBars(bars, true);
    settle(*m_canvas);
    QCOMPARE(m_canvas->hand().scene().items().size(), std::size_t(1));
    QVERIFY(only() == before);
}

void TstChartDrawings::theMagnetCatchesTheBar()
{
    m_canvas->hand().setMagnet(drawing::Magnet::Strong);
    const Bar bar = m_canvas->series().columns().at(940);
    draw(DrawingKind::HorizontalLine, {m_hand->at(940, bar.high) - QPoint(0, 6)});
    QCOMPARE(only().anchors[0].price, bar.high);
    QCOMPARE(only().anchors[0].time.nanos(), bar.time);
}

void TstChartDrawings::escapePutsDownOneThingAfterTheOther()
{
    draw(DrawingKind::TrendLine, {{300, 200}, {420, 260}});
    m_canvas->hand().chooseTool(DrawingKind::Rectangle);
    m_hand->click({200, 200});
    m_hand->hover({260, 240});
    const auto escape = [this] { QTest::keyClick(m_canvas.get(), Qt::Key_Escape); };
    escape();
    QVERIFY(!m_canvas->hand().isBusy() && m_canvas->hand().tool());
    escape();
    QVERIFY(!m_canvas->hand().tool());
    m_canvas->hand().select(only().id);
    escape();
    QCOMPARE(m_canvas->hand().selected(), drawing::noDrawing);
    QVERIFY(m_canvas->crosshairTime());
    escape();
    QVERIFY(!m_canvas->crosshairTime());
}

void TstChartDrawings::deleteUndoRedo()
{
    draw(DrawingKind::TrendLine, {{300, 200}, {420, 260}});
    QTest::keyClick(m_canvas.get(), Qt::Key_Delete);
    QVERIFY(m_book->isEmpty());
    QTest::keyClick(m_canvas.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_book->page().size(), std::size_t(1));
    QTest::keyClick(m_canvas.get(), Qt::Key_Y, Qt::ControlModifier);
    QVERIFY(m_book->isEmpty());
    QCOMPARE(test::screenOf(*m_canvas), test::wholeOf(*m_canvas));
}

void TstChartDrawings::shiftClickMeasures()
{
    const QImage before = test::wholeOf(*m_canvas);
    const double left = m_canvas->timeScale().left();
    m_hand->click({300, 400}, Qt::ShiftModifier);
    m_hand->hover({420, 330});
    QVERIFY(m_canvas->hand().isBusy());
    QVERIFY(test::wholeOf(*m_canvas).copy(300, 330, 120, 70) != before.copy(300, 330, 120, 70));
    m_hand->click({420, 330});
    m_hand->click({600, 330}); // the next click takes it away
    QVERIFY(!m_canvas->hand().isBusy() && m_book->isEmpty());
    QCOMPARE(m_canvas->timeScale().left(), left);
}

void TstChartDrawings::shiftDragKeepsToAnAxis()
{
    draw(DrawingKind::TrendLine, {{300, 200}, {420, 260}});
    const drawing::Drawing before = only();
    m_hand->drag({360, 230}, {420, 238}, Qt::ShiftModifier);
    QVERIFY(only().anchors[0].time > before.anchors[0].time);
    QCOMPARE(only().anchors[0].price, before.anchors[0].price);
}

void TstChartDrawings::controlDragClones()
{
    draw(DrawingKind::TrendLine, {{300, 200}, {420, 260}});
    const drawing::Drawing before = only();
    m_hand->drag({360, 230}, {380, 330}, Qt::ControlModifier);
    QCOMPARE(m_book->page().size(), std::size_t(2));
    QVERIFY(only() == before);
    QVERIFY(m_book->page()[1]->anchors[0].price < before.anchors[0].price);
}

void TstChartDrawings::arrowsNudgeWhatIsSelected()
{
    draw(DrawingKind::HorizontalLine, {{300, 200}});
    const double price = only().anchors[0].price, left = m_canvas->timeScale().left();
    QTest::keyClick(m_canvas.get(), Qt::Key_Up);
    QVERIFY(std::abs(only().anchors[0].price - price - 0.01) < 1e-9);
    QTest::keyClick(m_canvas.get(), Qt::Key_Right);
    QCOMPARE(m_canvas->timeScale().left(), left);
    QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
    QTest::keyClick(m_canvas.get(), Qt::Key_Right);
    QVERIFY(m_canvas->timeScale().left() > left);
}

void TstChartDrawings::cursorsAreTheHands()
{
    draw(DrawingKind::TrendLine, {{300, 200}, {420, 260}});
    m_hand->hover({360, 230});
    QCOMPARE(m_canvas->cursor().shape(), Qt::PointingHandCursor);
    m_hand->hover({360, 330});
    QCOMPARE(m_canvas->cursor().shape(), Qt::CrossCursor);
    m_hand->press({360, 230});
    m_hand->moveHeld({380, 250});
    QCOMPARE(m_canvas->cursor().shape(), Qt::ClosedHandCursor);
    m_hand->release({380, 250});
}

void TstChartDrawings::onlyWhatChangedIsPaintedAnew()
{
    const std::array kinds{DrawingKind::TrendLine,      DrawingKind::Channel,       DrawingKind::Rectangle,
                           DrawingKind::FibRetracement, DrawingKind::Text,          DrawingKind::LongPosition,
                           DrawingKind::Arrow,          DrawingKind::HorizontalLine};
    const auto isWhole = [this] { return test::screenOf(*m_canvas) == test::wholeOf(*m_canvas); };
    int row = 0;
    for (const DrawingKind kind : kinds) {
        const QPoint from(180 + 40 * row, 120 + 30 * row);
        m_canvas->hand().chooseTool(kind);
        for (int step = 0; step < 3; ++step) {
            m_hand->hover(from + QPoint(50 * step, 37 * step));
            QVERIFY(isWhole());
            if (m_canvas->hand().tool())
                m_hand->click(from + QPoint(50 * step, 37 * step));
            QVERIFY(isWhole());
        }
        m_hand->drag(from, from + QPoint(-30, 20)); // a handle or the chart itself
        QVERIFY(isWhole());
        m_hand->hover({700, 500});
        QVERIFY(isWhole());
        ++row;
    }
    QCOMPARE(m_book->page().size(), kinds.size());
    for (int i = 0; i < 20; ++i) {
        QTest::keyClick(m_canvas.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(isWhole());
    }
}

void TstChartDrawings::twoChartsShareABook()
{
    const auto other = test::shownCanvas(1'000, {700, 400});
    other->setDrawings(m_book.get());
    const QImage before = test::screenOf(*other);
    draw(DrawingKind::HorizontalLine, {{300, 200}});
    QVERIFY(test::screenOf(*other) != before);
    QCOMPARE(test::screenOf(*other), test::wholeOf(*other));
    m_book->clear();
    QCOMPARE(test::screenOf(*other), before);
    other->setDrawings(nullptr);
}

void TstChartDrawings::aTickLeavesDrawingsAlone()
{
    draw(DrawingKind::TrendLine, {{300, 200}, {420, 260}});
    settle(*m_canvas);
    int painted = 0;
    connect(&m_canvas->hand(), &drawing::DrawingHand::changed, this, [&] { ++painted; });
    const int builds = m_canvas->staticBuilds();
    auto last = minuteBars(999, 1);
    for (int i = 0; i < 10; ++i) {
        last[0].close = (last[0].high + last[0].low) / 2 + 0.001 * i;
        m_canvas->setBars(last, false);
        QCOMPARE(test::screenOf(*m_canvas), test::wholeOf(*m_canvas));
    }
    QCOMPARE(painted, 0);
    QCOMPARE(m_canvas->staticBuilds(), builds);
}

void TstChartDrawings::theSelectedOneHasTagsOnTheAxis()
{
    draw(DrawingKind::HorizontalLine, {{300, 150}});
    test::leave(*m_canvas);
    settle(*m_canvas);
    const QPoint tag(m_hand->axisRect(Pane::priceKey).left() + 3, 150);
    const QRgb ink = inkColour(only().style.ink, only().style.custom, Theme::dark()).rgb();
    QCOMPARE(test::wholeOf(*m_canvas).pixel(tag), ink);
    QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
    QCOMPARE(test::screenOf(*m_canvas), test::wholeOf(*m_canvas));
    QVERIFY(test::wholeOf(*m_canvas).pixel(tag) != ink);
}

void TstChartDrawings::menusKnowTheDrawing()
{
    draw(DrawingKind::TrendLine, {{300, 200}, {420, 260}});
    m_canvas->hand().select(drawing::noDrawing);
    QSignalSpy wanted(m_canvas.get(), &ChartCanvas::menuWanted);
    m_hand->menu({360, 230});
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted[0][1].value<ChartPoint>().drawing, static_cast<std::uint64_t>(only().id));
    QCOMPARE(m_canvas->hand().selected(), only().id);
    m_hand->menu({360, 330});
    QCOMPARE(wanted[1][1].value<ChartPoint>().drawing, std::uint64_t(0));
}

void TstChartDrawings::theOtherButtonPutsDownWhatIsDrawn()
{
    QSignalSpy wanted(m_canvas.get(), &ChartCanvas::menuWanted);
    m_canvas->hand().chooseTool(DrawingKind::TrendLine);
    m_hand->click({300, 200});
    m_hand->menu({360, 230});
    QVERIFY(!m_canvas->hand().isBusy());
    QCOMPARE(wanted.count(), 0);
}

void TstChartDrawings::filesHaveTheDrawings()
{
    draw(DrawingKind::HorizontalLine, {{300, 150}});
    QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
    QImage picture(m_canvas->size(), QImage::Format_RGB32);
    QPainter painter(&picture);
    m_canvas->drawTo(painter);
    painter.end();
    const QRgb ink = inkColour(only().style.ink, only().style.custom, Theme::dark()).rgb();
    int coloured = 0;
    for (int x = 200; x < 600; ++x)
        coloured += picture.pixel(x, 150) == ink ? 1 : 0;
    QVERIFY(coloured > 300);
}

void TstChartDrawings::withoutABookKeysAreTheCharts()
{
    m_canvas->setDrawings(nullptr);
    const double left = m_canvas->timeScale().left();
    QTest::keyClick(m_canvas.get(), Qt::Key_T, Qt::AltModifier);
    QVERIFY(!m_canvas->hand().tool());
    m_hand->drag({300, 200}, {340, 200});
    QVERIFY(m_canvas->timeScale().left() < left);
}

void TstChartDrawings::withoutThePricePaneThereAreNone()
{
    draw(DrawingKind::HorizontalLine, {{300, 150}});
    const int pane = m_canvas->study(m_canvas->addStudy(studyOf("rsi")))->pane;
    m_canvas->maximisePane(pane);
    settle(*m_canvas);
    QVERIFY(m_canvas->hand().scene().items().empty());
    QCOMPARE(test::screenOf(*m_canvas), test::wholeOf(*m_canvas));
    m_canvas->maximisePane(std::nullopt);
    settle(*m_canvas);
    QCOMPARE(m_canvas->hand().scene().items().size(), std::size_t(1));
}

SPREADLINE_TEST(TstChartDrawings)
#include "tst_chart_drawings.moc"
