// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_links_button.h"
#include "grid_rig.h"
#include "pointer.h"
#include "test_main.h"

#include <QApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QSplitter>

using namespace spreadline;
using namespace spreadline::test;
using chart::ChartCell;
using chart::GridShape;

namespace {

const Interval hour = Interval::time(std::chrono::hours(1));

QRect placeOf(const GridRig& rig, std::size_t i)
{
    const ChartCell& cell = rig.cell(i);
    return {cell.mapTo(&rig.grid, QPoint()), cell.size()};
}

} // namespace

class TstChartGrid : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shapesShowTheirCharts_data();
    void shapesShowTheirCharts();
    void leftOutChartsAskForNothing();
    void cellsKeepWhatTheyWere();
    void theActiveOneStaysInSight();
    void whatIsChosenGoesIntoTheActiveChart();
    void theActiveInstrumentIsTheActiveCharts();
    void anExpressionKeepsItsFirstPart();
    void chartsOfAGroupFollow();
    void aCrosshairIsSeenOnTheOthers();
    void datesInSightAreShared();
    void clicksAndKeysChangeTheActiveOne();
    void theActiveOneHasAFrame();
    void maximisesAndBack();
    void aSoleChartAsksForTheWindow();
    void closingLeavesTheOthers();
    void theDotChoosesTheGroup();
    void fitsTheSmallestScreen();
};

void TstChartGrid::shapesShowTheirCharts_data()
{
    QTest::addColumn<int>("shape");
    QTest::addColumn<QList<QPoint>>("places"); // in a raster of twelfths
    QTest::newRow("one") << int(GridShape::One) << QList<QPoint>{{0, 0}};
    QTest::newRow("beside") << int(GridShape::Beside) << QList<QPoint>{{0, 0}, {6, 0}};
    QTest::newRow("above") << int(GridShape::Above) << QList<QPoint>{{0, 0}, {0, 6}};
    QTest::newRow("three") << int(GridShape::Three) << QList<QPoint>{{0, 0}, {6, 0}, {6, 6}};
    QTest::newRow("four") << int(GridShape::Four) << QList<QPoint>{{0, 0}, {6, 0}, {0, 6}, {6, 6}};
    QTest::newRow("six") << int(GridShape::Six) << QList<QPoint>{{0, 0}, {4, 0}, {8, 0}, {0, 6}, {4, 6}, {8, 6}};
    QTest::newRow("eight") << int(GridShape::Eight)
                           << QList<QPoint>{{0, 0}, {3, 0}, {6, 0}, {9, 0}, {0, 6}, {3, 6}, {6, 6}, {9, 6}};
}

void TstChartGrid::shapesShowTheirCharts()
{
    QFETCH(int, shape);
    QFETCH(QList<QPoint>, places);
    GridRig rig;
    rig.begin(static_cast<GridShape>(shape));
    QCoreApplication::processEvents();
    QCOMPARE(rig.grid.cells().size(), static_cast<std::size_t>(places.size()));
    for (qsizetype i = 0; i < places.size(); ++i) {
        const QRect place = placeOf(rig, static_cast<std::size_t>(i));
        const QPoint wanted(places[i].x() * rig.grid.width() / 12, places[i].y() * rig.grid.height() / 12);
        QVERIFY(rig.cell(static_cast<std::size_t>(i)).isVisible());
        QVERIFY2((place.topLeft() - wanted).manhattanLength() <= 8, qPrintable(QString::number(i)));
        for (qsizetype other = 0; other < i; ++other)
            QVERIFY(!place.intersects(placeOf(rig, static_cast<std::size_t>(other))));
        QCOMPARE(rig.symbol(static_cast<std::size_t>(i)), QStringLiteral("BTCUSDT"));
    }
}

void TstChartGrid::leftOutChartsAskForNothing()
{
    GridRig rig;
    rig.begin(GridShape::Eight);
    QTRY_COMPARE(rig.engine.interest.charts.size(), std::size_t(8));
    rig.grid.setShape(GridShape::One);
    QTRY_COMPARE(rig.engine.interest.charts.size(), std::size_t(1));
}

void TstChartGrid::cellsKeepWhatTheyWere()
{
    GridRig rig;
    rig.begin();
    rig.cell(1).setSymbol(QStringLiteral("ETHUSDT"));
    rig.cell(2).setSymbol(QStringLiteral("SOLUSDT"));
    rig.cell(3).panel().setInterval(hour);
    rig.cell(3).setGroup(4);
    rig.grid.setShape(GridShape::One);
    rig.grid.setShape(GridShape::Four);
    QCOMPARE(rig.symbol(1), QStringLiteral("ETHUSDT"));
    QCOMPARE(rig.symbol(2), QStringLiteral("SOLUSDT"));
    QVERIFY(rig.cell(3).panel().interval() == hour);
    QCOMPARE(rig.cell(3).group(), 4);
    QCOMPARE(rig.grid.links().group(rig.cell(3)), 4);
}

void TstChartGrid::theActiveOneStaysInSight()
{
    GridRig rig;
    rig.begin();
    rig.cell(3).setSymbol(QStringLiteral("SOLUSDT"));
    rig.grid.activate(3);
    rig.grid.setShape(GridShape::One);
    QCOMPARE(rig.symbol(0), QStringLiteral("SOLUSDT"));
    QVERIFY(rig.cell(0).isVisible());
    QCOMPARE(rig.active.id(), InstrumentId{2});
    rig.grid.setShape(GridShape::Four); // and everything goes home
    QCOMPARE(rig.symbol(0), QStringLiteral("BTCUSDT"));
    QCOMPARE(rig.symbol(3), QStringLiteral("SOLUSDT"));
    QCOMPARE(rig.grid.activeIndex(), 3);
}

void TstChartGrid::whatIsChosenGoesIntoTheActiveChart()
{
    GridRig rig;
    rig.begin();
    rig.grid.activate(2);
    rig.active.set(InstrumentId{1});
    QCOMPARE(rig.symbol(2), QStringLiteral("ETHUSDT"));
    for (const std::size_t other : {0U, 1U, 3U})
        QCOMPARE(rig.symbol(other), QStringLiteral("BTCUSDT"));
}

void TstChartGrid::theActiveInstrumentIsTheActiveCharts()
{
    GridRig rig;
    rig.begin();
    rig.cell(1).setSymbol(QStringLiteral("ETHUSDT"));
    QCOMPARE(rig.active.id(), InstrumentId{0}); // not the active one's
    rig.grid.activate(1);
    QCOMPARE(rig.active.id(), InstrumentId{1});
    rig.cell(1).setSymbol(QStringLiteral("SOLUSDT"));
    QCOMPARE(rig.active.id(), InstrumentId{2});
}

void TstChartGrid::anExpressionKeepsItsFirstPart()
{
    GridRig rig;
    rig.begin(GridShape::Beside);
    rig.cell(0).setSymbol(QStringLiteral("ETHUSDT/BTCUSDT"));
    QCOMPARE(rig.active.id(), InstrumentId{1});
    QCOMPARE(rig.symbol(0), QStringLiteral("ETHUSDT/BTCUSDT")); // that the ladder shows ETHUSDT does not come back
    rig.active.set(InstrumentId{1});                            // chosen in the watchlist: the symbol itself
    QCOMPARE(rig.symbol(0), QStringLiteral("ETHUSDT"));
    rig.cell(0).setSymbol(QStringLiteral("NOPEUSDT"));
    QCOMPARE(rig.errors.size(), std::size_t(1));
    QCOMPARE(rig.errors.front().code, Errc::UnknownInstrument);
    QCOMPARE(rig.symbol(0), QStringLiteral("ETHUSDT"));
}

void TstChartGrid::chartsOfAGroupFollow()
{
    GridRig rig;
    rig.begin();
    for (const std::size_t i : {0U, 1U, 3U})
        rig.cell(i).setGroup(2);
    rig.active.set(InstrumentId{2});
    for (const std::size_t i : {0U, 1U, 3U})
        QCOMPARE(rig.symbol(i), QStringLiteral("SOLUSDT"));
    QCOMPARE(rig.symbol(2), QStringLiteral("BTCUSDT"));
    rig.grid.links().setParts(2, {true, true, true, false});
    rig.cell(3).panel().setInterval(hour);
    QVERIFY(rig.cell(0).panel().interval() == hour);
    QVERIFY(rig.cell(2).panel().interval() != hour);
    rig.grid.setShape(GridShape::Beside); // what is not shown does not follow
    rig.active.set(InstrumentId{1});
    QCOMPARE(rig.symbol(1), QStringLiteral("ETHUSDT"));
    QCOMPARE(rig.grid.links().group(rig.cell(1)), 2);
}

void TstChartGrid::aCrosshairIsSeenOnTheOthers()
{
    GridRig rig;
    rig.begin(GridShape::Beside);
    rig.cell(0).setGroup(1);
    rig.cell(1).setGroup(1);
    rig.cell(1).panel().setInterval(Interval::time(std::chrono::minutes(5)));
    rig.giveBars();
    const QImage before = wholeOf(rig.canvas(1));
    hoverAt(rig.canvas(0), rig.canvas(0).paneRect().center());
    QVERIFY(rig.canvas(0).crosshairTime());
    QTRY_VERIFY(wholeOf(rig.canvas(1)) != before);
    leave(rig.canvas(0));
    QCOMPARE(wholeOf(rig.canvas(1)), before);
}

void TstChartGrid::datesInSightAreShared()
{
    GridRig rig;
    rig.begin(GridShape::Above);
    rig.cell(1).setSymbol(QStringLiteral("ETHUSDT"));
    rig.cell(0).setGroup(1);
    rig.cell(1).setGroup(1);
    rig.grid.links().setParts(1, {false, false, true, true});
    rig.giveBars(2'000);
    rig.canvas(0).setSpacing(3);
    rig.canvas(0).showMoment(Timestamp::fromNanos(firstOpen + 1'000 * minuteNanos));
    const auto& here = rig.canvas(0).timeScale();
    const auto& there = rig.canvas(1).timeScale();
    QTRY_VERIFY(std::abs(here.left() - there.left()) < 2);
    QVERIFY(std::abs(here.right() - there.right()) < 2);
    const double left = here.left();
    rig.canvas(1).showMoment(Timestamp::fromNanos(firstOpen + 500 * minuteNanos)); // not the one in use: it does not lead
    QTest::qWait(40);
    QCOMPARE(here.left(), left);
}

void TstChartGrid::clicksAndKeysChangeTheActiveOne()
{
    GridRig rig;
    rig.begin();
    QApplication::setActiveWindow(&rig.grid);
    QVERIFY(QTest::qWaitForWindowActive(&rig.grid));
    const QSignalSpy changed(&rig.grid, &ChartGrid::activeChanged);
    QTest::mouseClick(&rig.canvas(2), Qt::LeftButton, Qt::NoModifier, rig.canvas(2).paneRect().center());
    QCOMPARE(rig.grid.activeIndex(), 2);
    QCOMPARE(changed.size(), 1);
    rig.grid.step(1);
    QCOMPARE(rig.grid.activeIndex(), 3);
    QVERIFY(rig.cell(3).isAncestorOf(QApplication::focusWidget()));
    rig.grid.step(1);
    QCOMPARE(rig.grid.activeIndex(), 0);
    rig.grid.step(-1);
    QCOMPARE(rig.grid.activeIndex(), 3);
    rig.canvas(1).setFocus(Qt::TabFocusReason);
    QCOMPARE(rig.grid.activeIndex(), 1);
}

void TstChartGrid::theActiveOneHasAFrame()
{
    GridRig rig;
    rig.begin(GridShape::Beside);
    rig.grid.activate(1);
    const auto edge = [&rig](std::size_t i) {
        const QImage picture = rig.cell(i).grab().toImage();
        return picture.pixelColor(picture.width() / 2, picture.height() - 1);
    };
    QCOMPARE(edge(1), rig.themes.theme().accent);
    QCOMPARE(edge(0), rig.themes.theme().border);
    rig.grid.setShape(GridShape::One);
    QVERIFY(edge(0) != rig.themes.theme().accent);
}

void TstChartGrid::maximisesAndBack()
{
    GridRig rig;
    rig.begin();
    QCoreApplication::processEvents();
    auto* rows = rig.grid.findChild<QSplitter*>();
    rows->setSizes({500, 300});
    Q_EMIT rows->splitterMoved(500, 1);
    QCoreApplication::processEvents();
    const QRect before = placeOf(rig, 3);
    Q_EMIT rig.cell(3).panel().maximiseRequested();
    QCoreApplication::processEvents();
    QVERIFY(rig.grid.isMaximised());
    QVERIFY(!rig.cell(0).isVisible());
    QVERIFY(rig.cell(3).width() > 1'150 && rig.cell(3).height() > 750);
    rig.grid.step(-1); // another one takes its place
    QVERIFY(rig.cell(2).isVisible());
    QVERIFY(!rig.cell(3).isVisible());
    Q_EMIT rig.cell(2).panel().maximiseRequested();
    QCoreApplication::processEvents();
    QVERIFY(!rig.grid.isMaximised());
    const QRect after = placeOf(rig, 3);
    QVERIFY2((after.topLeft() - before.topLeft()).manhattanLength() <= 2, "sizes are as they were");
}

void TstChartGrid::aSoleChartAsksForTheWindow()
{
    GridRig rig;
    rig.begin(GridShape::One);
    const QSignalSpy wanted(&rig.grid, &ChartGrid::onlyChartWanted);
    Q_EMIT rig.cell(0).panel().maximiseRequested();
    QCOMPARE(wanted.size(), 1);
    QVERIFY(!rig.grid.isMaximised());
}

void TstChartGrid::closingLeavesTheOthers()
{
    GridRig rig;
    rig.begin();
    rig.cell(1).setSymbol(QStringLiteral("ETHUSDT"));
    rig.cell(2).setSymbol(QStringLiteral("SOLUSDT"));
    rig.grid.activate(2);
    rig.grid.close(rig.cell(1));
    QCOMPARE(rig.grid.shape(), GridShape::Three);
    QCOMPARE(rig.symbol(0), QStringLiteral("BTCUSDT"));
    QCOMPARE(rig.symbol(1), QStringLiteral("SOLUSDT"));
    QCOMPARE(rig.grid.activeIndex(), 1);
    rig.grid.setShape(GridShape::Four);
    QCOMPARE(rig.symbol(3), QStringLiteral("ETHUSDT")); // it was not lost
    rig.grid.setShape(GridShape::One);
    rig.grid.close(rig.cell(0));
    QCOMPARE(rig.grid.shape(), GridShape::One);
}

void TstChartGrid::theDotChoosesTheGroup()
{
    GridRig rig;
    rig.begin(GridShape::Beside);
    const QSignalSpy changed(&rig.grid, &ChartGrid::changed);
    QMenu menu;
    rig.cell(1).linkButton().fillMenu(menu);
    const auto actions = menu.actions();
    const auto third = std::ranges::find_if(actions, [](const QAction* action) { return action->data().toInt() == 3; });
    QVERIFY(third != actions.end());
    (*third)->trigger();
    QCOMPARE(rig.cell(1).group(), 3);
    QVERIFY(changed.size() >= 1);
    QMenu again;
    rig.cell(1).linkButton().fillMenu(again);
    for (QAction* action : again.actions()) {
        if (action->text().remove(u'&') == QStringLiteral("Linked: interval"))
            action->trigger();
    }
    QVERIFY(rig.grid.links().parts(3).interval);
    QVERIFY(rig.cell(1).linkButton().toolTip().contains(QStringLiteral("3"))); // the number, not the colour alone
    const QImage linked = rig.cell(1).linkButton().grab().toImage();
    rig.cell(1).setGroup(4);
    QVERIFY(rig.cell(1).linkButton().grab().toImage() != linked);
}

void TstChartGrid::fitsTheSmallestScreen()
{
    GridRig rig({680, 560});
    rig.begin(GridShape::Eight);
    QCoreApplication::processEvents();
    QVERIFY(rig.grid.minimumSizeHint().width() <= 680);
    QVERIFY(rig.grid.minimumSizeHint().height() <= 560);
    for (std::size_t i = 0; i < 8; ++i)
        QVERIFY(rig.grid.rect().contains(placeOf(rig, i)));
}

SPREADLINE_TEST(TstChartGrid)
#include "tst_chart_grid.moc"
