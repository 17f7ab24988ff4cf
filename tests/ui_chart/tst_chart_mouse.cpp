// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart_hands.h"
#include "test_main.h"

#include <QSignalSpy>

// The chart's checklist, and where a line of it is held:
//   wheel zooms at the cursor                 tst_chart_canvas, touchpadsGlide
//   Ctrl+wheel is a focused zoom              tst_chart_canvas, focusedZoomIsOfThePaneUnderIt
//   Shift+wheel pans                          shiftWheelPans
//   drag pans, middle drag always             tst_chart_canvas, middleDragPansWhateverIsInTheHand
//   drag of an axis scales, double click fits axesScaleTheirOwnPane, tst_chart_canvas
//   double click on a pane: all the room      doubleClickGivesAPaneAllTheRoom
//   crosshair through all panes, labels       theCrosshairRunsThroughAllPanes, percentLabelsSayBoth
//   right click at a price                    theMenuSaysWhereItIs
//   zone's name in the corner                 theCornerAsksForAZone
//   separators, reordering                    separatorsDrag, paneButtonsWork
// Keys: tst_chart_keys. Legend: tst_chart_legend. Drawings: tst_chart_drawings.

using namespace spreadline;
using namespace spreadline::chart;
using spreadline::test::Fingers;
using spreadline::test::minuteBars;
using spreadline::test::settle;
using spreadline::test::studyOf;

class TstChartMouse : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void axesScaleTheirOwnPane();
    void focusedZoomIsOfThePaneUnderIt();
    void shiftWheelPans();
    void touchpadsGlide();
    void middleDragPansWhateverIsInTheHand();
    void doubleClickGivesAPaneAllTheRoom();
    void doubleClickOnALineEditsTheStudy();
    void separatorsDrag();
    void cursorsTellWhatWillHappen();
    void theCornerAsksForAZone();
    void theMenuSaysWhereItIs();
    void theMenuKeyAsksAtTheCrosshair();
    void theCrosshairRunsThroughAllPanes();
    void theGuestIsAColumnOnly();
    void percentLabelsSayBoth();
    void paneButtonsWork();
    void onePaneHasNoButtons();
    void partialPaintsAddUpToTheWhole_data();
    void partialPaintsAddUpToTheWhole();

private:
    double range(int key) const { return m_hand->pane(key).scale.high() - m_hand->pane(key).scale.low(); }
    QPoint button(PaneButtons::Part part) const { return m_hand->logical(m_canvas->paneButtons().buttonRect(part)).center(); }

    std::unique_ptr<ChartCanvas> m_canvas;
    std::unique_ptr<Fingers> m_hand;
    int m_rsi = 0, m_macd = 0; ///< keys of their panes
};

void TstChartMouse::init()
{
    m_canvas = test::shownCanvas(1'000, {900, 640});
    QVERIFY(m_canvas);
    m_hand = std::make_unique<Fingers>(*m_canvas);
    m_rsi = m_canvas->study(m_canvas->addStudy(studyOf("rsi")))->pane;
    m_macd = m_canvas->study(m_canvas->addStudy(studyOf("macd")))->pane;
    settle(*m_canvas);
}

void TstChartMouse::cleanup()
{
    m_hand.reset();
    m_canvas.reset();
}

void TstChartMouse::axesScaleTheirOwnPane()
{
    for (const int key : {Pane::priceKey, m_rsi, m_macd}) {
        const QPoint axis = m_hand->axisRect(key).center();
        const double own = range(key), other = range(key == m_rsi ? m_macd : m_rsi);
        m_hand->drag(axis, axis + QPoint(0, 20));
        settle(*m_canvas);
        QVERIFY(range(key) > own * 1.05);
        QVERIFY(!m_hand->pane(key).scale.isAuto());
        QCOMPARE(range(key == m_rsi ? m_macd : m_rsi), other);
        m_hand->doubleClick(axis);
        settle(*m_canvas);
        QVERIFY(m_hand->pane(key).scale.isAuto());
        QCOMPARE(range(key), own);
    }
}

void TstChartMouse::focusedZoomIsOfThePaneUnderIt()
{
    const QPoint at(300, m_hand->paneRect(m_rsi).center().y() + 7);
    const double value = m_hand->pane(m_rsi).priceAt(at.y()), price = range(Pane::priceKey), before = range(m_rsi);
    m_hand->wheel(at, {0, 240}, Qt::ControlModifier);
    settle(*m_canvas);
    QVERIFY(range(m_rsi) < before);
    QVERIFY(std::abs(m_hand->pane(m_rsi).priceAt(at.y()) - value) < 1e-6 * before);
    QVERIFY(m_canvas->priceScale().isAuto() && price > 0);
}

void TstChartMouse::shiftWheelPans()
{
    const double spacing = m_canvas->timeScale().spacing(), left = m_canvas->timeScale().left();
    m_hand->wheel({300, 100}, {0, 120}, Qt::ShiftModifier);
    QCOMPARE(m_canvas->timeScale().spacing(), spacing);
    QVERIFY(m_canvas->timeScale().left() < left - 1);
    const double now = m_canvas->timeScale().left();
    m_hand->wheel({300, 100}, {-120, 10}); // a wheel that tilts
    QCOMPARE(m_canvas->timeScale().spacing(), spacing);
    QVERIFY(m_canvas->timeScale().left() > now + 1);
}

void TstChartMouse::touchpadsGlide()
{
    const double left = m_canvas->timeScale().left(), spacing = m_canvas->timeScale().spacing();
    m_hand->wheel({300, 100}, {600, 8}, {}, {37, 1}, Qt::ScrollUpdate);
    QVERIFY(std::abs(m_canvas->timeScale().left() - (left - 37 / spacing)) < 1e-6); // as far as the fingers went
    const double held = m_canvas->timeScale().position(300);
    for (int i = 0; i < 10; ++i)
        m_hand->wheel({300, 100}, {0, 40}, {}, {0, 5}, Qt::ScrollUpdate);
    const double grown = m_canvas->timeScale().spacing() / spacing;
    QVERIFY(grown > 1.1 && grown < 1.5);
    QVERIFY(std::abs(m_canvas->timeScale().position(300) - held) < 1e-6);
}

void TstChartMouse::middleDragPansWhateverIsInTheHand()
{
    drawing::DrawingBook book;
    m_canvas->setDrawings(&book);
    m_canvas->hand().chooseTool(drawing::DrawingKind::TrendLine);
    const double left = m_canvas->timeScale().left();
    m_hand->drag({400, 150}, {520, 150}, {}, Qt::MiddleButton);
    QVERIFY(std::abs(m_canvas->timeScale().left() - (left - 120 / m_canvas->timeScale().spacing())) < 1e-6);
    QVERIFY(book.isEmpty());
    m_canvas->setDrawings(nullptr);
}

void TstChartMouse::doubleClickGivesAPaneAllTheRoom()
{
    QSignalSpy wanted(m_canvas.get(), &ChartCanvas::maximiseRequested);
    const QPoint empty = m_hand->paneRect(m_rsi).bottomRight() - QPoint(20, 8); // right of the last bar
    m_hand->doubleClick(empty);
    settle(*m_canvas);
    QCOMPARE(m_canvas->maximisedPane(), std::optional(m_rsi));
    m_hand->doubleClick(m_hand->paneRect(m_rsi).bottomRight() - QPoint(20, 8));
    settle(*m_canvas);
    QCOMPARE(m_canvas->maximisedPane(), std::optional<int>());
    QCOMPARE(wanted.count(), 0);
    m_canvas->removePane(m_rsi);
    m_canvas->removePane(m_macd);
    settle(*m_canvas);
    m_hand->doubleClick({700, 60});
    QCOMPARE(wanted.count(), 1);
}

void TstChartMouse::doubleClickOnALineEditsTheStudy()
{
    const int average = m_canvas->addStudy(studyOf("sma(5)"));
    settle(*m_canvas);
    QSignalSpy edit(m_canvas.get(), &ChartCanvas::studyEditWanted);
    const double value = m_canvas->studyPlot(average).columns[0].values[950];
    m_hand->doubleClick(m_hand->at(950, value));
    QCOMPARE(edit.count(), 1);
    QCOMPARE(edit[0][0].toInt(), average);
    QCOMPARE(m_canvas->maximisedPane(), std::optional<int>());
}

void TstChartMouse::separatorsDrag()
{
    const QRect above = m_hand->paneRect(Pane::priceKey);
    const QPoint line(200, above.bottom() + 1);
    const int heights = above.height() + m_hand->paneRect(m_rsi).height(), last = m_hand->paneRect(m_macd).height();
    QSignalSpy panes(m_canvas.get(), &ChartCanvas::panesChanged);
    m_hand->drag(line, line + QPoint(0, -60));
    settle(*m_canvas);
    QCOMPARE(m_hand->paneRect(Pane::priceKey).height(), above.height() - 60);
    QVERIFY(std::abs(m_hand->paneRect(Pane::priceKey).height() + m_hand->paneRect(m_rsi).height() - heights) <= 1);
    QVERIFY(std::abs(m_hand->paneRect(m_macd).height() - last) <= 1);
    QVERIFY(panes.count() > 0);
}

void TstChartMouse::cursorsTellWhatWillHappen()
{
    const auto shape = [this](QPoint at) {
        m_hand->hover(at);
        return m_canvas->cursor().shape();
    };
    QCOMPARE(shape({500, 150}), Qt::CrossCursor);
    QCOMPARE(shape({500, m_hand->paneRect(Pane::priceKey).bottom() + 1}), Qt::SplitVCursor);
    QCOMPARE(shape(m_hand->axisRect(m_rsi).center()), Qt::SizeVerCursor);
    QCOMPARE(shape(m_canvas->timeAxisRect().center()), Qt::SizeHorCursor);
    QCOMPARE(shape(m_hand->logical(m_canvas->scene().corner).center()), Qt::PointingHandCursor);
    QCOMPARE(shape(m_hand->logical(m_canvas->legend().rowRect(LegendEntry::Kind::Study, m_canvas->studyIds()[0])).center()),
             Qt::PointingHandCursor);
    m_hand->hover({500, 150});
    m_hand->press({500, 150});
    QCOMPARE(m_canvas->cursor().shape(), Qt::ClosedHandCursor);
    m_hand->release({500, 150});
    QCOMPARE(m_canvas->cursor().shape(), Qt::CrossCursor);
}

void TstChartMouse::theCornerAsksForAZone()
{
    QSignalSpy wanted(m_canvas.get(), &ChartCanvas::zoneMenuWanted);
    const QPoint corner = m_hand->logical(m_canvas->scene().corner).center();
    m_hand->click(corner);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted[0][0].toPoint(), m_canvas->mapToGlobal(corner));
    m_hand->press(corner);
    m_hand->release({300, 100}); // let go elsewhere
    QCOMPARE(wanted.count(), 1);
}

void TstChartMouse::theMenuSaysWhereItIs()
{
    QSignalSpy wanted(m_canvas.get(), &ChartCanvas::menuWanted);
    const auto point = [&](QPoint at) {
        m_hand->menu(at);
        return wanted.last()[1].value<ChartPoint>();
    };
    const QPoint at(static_cast<int>(m_canvas->timeScale().x(960)), 133);
    const ChartPoint price = point(at);
    QCOMPARE(wanted[0][0].toPoint(), m_canvas->mapToGlobal(at));
    QCOMPARE(price.pane, Pane::priceKey);
    QCOMPARE(price.time.nanos(), m_canvas->series().timeAt(960));
    const double exact = m_hand->pane(Pane::priceKey).priceAt(133);
    QVERIFY(std::abs(price.value - exact) <= 0.005 && price.value == std::round(price.value * 100) / 100); // to the tick
    QVERIFY(!price.study && !price.compared && price.drawing == 0);

    const ChartPoint below = point(m_hand->paneRect(m_rsi).center() + QPoint(0, 20));
    QCOMPARE(below.pane, m_rsi);
    const int average = m_canvas->addStudy(studyOf("sma(5)"));
    settle(*m_canvas);
    const double value = m_canvas->studyPlot(average).columns[0].values[940];
    QCOMPARE(point(m_hand->at(940, value)).study, std::optional(average));
    const QRect row = m_hand->logical(m_canvas->legend().rowRect(LegendEntry::Kind::Study, average));
    QCOMPARE(point(row.center()).study, std::optional(average));
}

void TstChartMouse::theMenuKeyAsksAtTheCrosshair()
{
    QSignalSpy wanted(m_canvas.get(), &ChartCanvas::menuWanted);
    QTest::keyClick(m_canvas.get(), Qt::Key_Left, Qt::ShiftModifier);
    QTest::keyClick(m_canvas.get(), Qt::Key_Left, Qt::ShiftModifier);
    m_hand->menu({}, QContextMenuEvent::Keyboard);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted[0][1].value<ChartPoint>().time.nanos(), m_canvas->series().timeAt(998));
}

void TstChartMouse::theCrosshairRunsThroughAllPanes()
{
    m_hand->hover({600, 10});
    test::leave(*m_canvas);
    settle(*m_canvas);
    const QImage without = test::wholeOf(*m_canvas);
    const int y = m_hand->paneRect(m_rsi).center().y() + 11;
    m_hand->hover({600, y});
    const QImage with = test::wholeOf(*m_canvas);
    const auto differs = [&](const QRect& rect) { return with.copy(rect) != without.copy(rect); };
    const int x = static_cast<int>(m_canvas->timeScale().x(std::floor(m_canvas->timeScale().position(600))));
    for (const int key : {Pane::priceKey, m_rsi, m_macd}) {
        const QRect pane = m_hand->paneRect(key), axis = m_hand->axisRect(key);
        QVERIFY(differs(QRect(x - 1, pane.bottom() - 30, 3, 20))); // the vertical line
        QCOMPARE(differs(QRect(700, pane.top() + 30, 100, pane.height() - 32)), key == m_rsi);
        QCOMPARE(differs(axis), key == m_rsi); // the value's label
    }
    QVERIFY(differs(m_canvas->timeAxisRect()));
    QCOMPARE(m_canvas->crosshairTime()->nanos(),
             m_canvas->series().timeAt(static_cast<std::int64_t>(m_canvas->timeScale().position(600))));
}

void TstChartMouse::theGuestIsAColumnOnly()
{
    const QImage without = test::wholeOf(*m_canvas);
    m_canvas->setGuestCrosshair(Timestamp::fromNanos(m_canvas->series().timeAt(960)));
    QCOMPARE(test::screenOf(*m_canvas), test::wholeOf(*m_canvas));
    const QImage with = test::wholeOf(*m_canvas);
    const int x = static_cast<int>(m_canvas->timeScale().x(960));
    for (int column = 0; column < with.width(); ++column) {
        const QRect strip(column, 0, 1, with.height());
        QCOMPARE(with.copy(strip) != without.copy(strip), column == x);
    }
    m_canvas->setGuestCrosshair(std::nullopt);
    QCOMPARE(test::screenOf(*m_canvas), without);
}

void TstChartMouse::percentLabelsSayBoth()
{
    const auto labelRows = [this] { // of the crosshair's label, in logical pixels
        m_hand->hover({300, 200});
        const QImage image = test::wholeOf(*m_canvas);
        const QRect axis = m_hand->axisRect(Pane::priceKey);
        const QRgb colour = Theme::dark().crosshairLabel.rgb();
        int rows = 0;
        for (int y = 150; y < 260; ++y)
            rows += image.pixel(axis.right() - 2, y) == colour ? 1 : 0;
        return rows;
    };
    const int one = labelRows();
    QVERIFY(one >= 18 && one <= 22);
    m_canvas->setScaleMode(ScaleMode::Percent);
    settle(*m_canvas);
    QVERIFY(labelRows() >= one + 12);
}

void TstChartMouse::paneButtonsWork()
{
    const auto order = [this] {
        std::vector<int> keys;
        for (const PaneShare& pane : m_canvas->paneLayout())
            keys.push_back(pane.key);
        return keys;
    };
    const auto point = [this](int key) { return m_hand->paneRect(key).center(); };
    QVERIFY(m_canvas->paneButtons().rect().isEmpty());
    m_hand->hover(point(m_rsi));
    QCOMPARE(test::screenOf(*m_canvas), test::wholeOf(*m_canvas));
    m_hand->click(button(PaneButtons::Part::Down));
    settle(*m_canvas);
    QCOMPARE(order(), (std::vector<int>{Pane::priceKey, m_macd, m_rsi}));
    m_hand->hover(point(m_rsi));
    QVERIFY(m_canvas->paneButtons().buttonRect(PaneButtons::Part::Down).isEmpty()); // it is the last one
    m_hand->click(button(PaneButtons::Part::Up));
    settle(*m_canvas);
    QCOMPARE(order(), (std::vector<int>{Pane::priceKey, m_rsi, m_macd}));
    m_hand->hover(point(m_rsi));
    m_hand->click(button(PaneButtons::Part::Maximise));
    settle(*m_canvas);
    QCOMPARE(m_canvas->maximisedPane(), std::optional(m_rsi));
    m_hand->hover(point(m_rsi));
    m_hand->click(button(PaneButtons::Part::Maximise));
    settle(*m_canvas);
    QCOMPARE(m_canvas->maximisedPane(), std::optional<int>());
    m_hand->hover(point(m_rsi));
    m_hand->click(button(PaneButtons::Part::Close));
    settle(*m_canvas);
    QCOMPARE(order(), (std::vector<int>{Pane::priceKey, m_macd}));
    m_hand->hover(point(Pane::priceKey));
    QVERIFY(m_canvas->paneButtons().buttonRect(PaneButtons::Part::Close).isEmpty()); // the candles stay
    test::leave(*m_canvas);
    QVERIFY(m_canvas->paneButtons().rect().isEmpty());
}

void TstChartMouse::onePaneHasNoButtons()
{
    m_canvas->removePane(m_rsi);
    m_canvas->removePane(m_macd);
    settle(*m_canvas);
    m_hand->hover({500, 200});
    QVERIFY(m_canvas->paneButtons().rect().isEmpty());
}

void TstChartMouse::partialPaintsAddUpToTheWhole_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("inverted");
    QTest::newRow("linear") << int(ScaleMode::Linear) << false;
    QTest::newRow("log") << int(ScaleMode::Log) << false;
    QTest::newRow("percent") << int(ScaleMode::Percent) << false;
    QTest::newRow("inverted") << int(ScaleMode::Linear) << true;
}

void TstChartMouse::partialPaintsAddUpToTheWhole()
{
    QFETCH(const int, mode);
    QFETCH(const bool, inverted);
    drawing::DrawingBook book;
    m_canvas->setDrawings(&book);
    static_cast<void>(m_canvas->addStudy(studyOf("ema(20)")));
    m_canvas->setScaleMode(static_cast<ScaleMode>(mode));
    m_canvas->setInverted(inverted);
    settle(*m_canvas);
    QTest::keyClick(m_canvas.get(), Qt::Key_T, Qt::AltModifier);
    auto last = minuteBars(999, 1);
    for (int i = 0; i < 60; ++i) {
        const QPoint at(40 + 13 * i, 12 + 10 * i); // through all panes, their rows and buttons
        m_hand->hover(at);
        if (i == 8 || i == 20)
            m_hand->click(at); // a line is drawn meanwhile
        last[0].close += i % 2 == 0 ? 0.07 : -0.05;
        last[0].high = std::max(last[0].high, last[0].close);
        m_canvas->setBars(last, false);
        const QImage screen = test::screenOf(*m_canvas);
        QVERIFY2(screen == test::wholeOf(*m_canvas), qPrintable(QString::number(i)));
    }
    QCOMPARE(book.page().size(), std::size_t(1));
    QTest::keyClick(m_canvas.get(), Qt::Key_Delete);
    QCOMPARE(test::screenOf(*m_canvas), test::wholeOf(*m_canvas));
    test::leave(*m_canvas);
    QCOMPARE(test::screenOf(*m_canvas), test::wholeOf(*m_canvas));
    m_canvas->setDrawings(nullptr);
}

SPREADLINE_TEST(TstChartMouse)
#include "tst_chart_mouse.moc"
