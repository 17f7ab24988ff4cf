// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas_rig.h"
#include "test_main.h"

#include <QSignalSpy>

using namespace spreadline;
using namespace spreadline::chart;
using spreadline::test::minuteBars;
using spreadline::test::shownCanvas;
using spreadline::test::studyOf;

class TstChartPanes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void standByTheirShares_data();
    void standByTheirShares();
    void aSeparatorMovesTwoOnly();
    void studiesGetTheirPanes();
    void anEmptyPaneGoes();
    void aLayoutComesBack();
    void panesMoveAndAreRemoved();
    void onePaneCanHaveAllTheRoom();
    void fixedScalesStandStill();
    void aScaleHoldsWhatIsSeen();
    void theOwnScaleOfAPaneIsKept();
    void everySizeIsDrawn_data();
    void everySizeIsDrawn();
};

namespace {

std::vector<Pane> panesOf(const std::vector<double>& shares)
{
    std::vector<Pane> panes;
    for (std::size_t i = 0; i < shares.size(); ++i)
        panes.emplace_back().key = static_cast<int>(i), panes.back().share = shares[i];
    return panes;
}

std::vector<int> heightsOf(const std::vector<Pane>& panes)
{
    std::vector<int> heights;
    for (const Pane& pane : panes)
        heights.push_back(pane.rect.height());
    return heights;
}

std::vector<int> keysOf(const ChartCanvas& canvas)
{
    std::vector<int> keys;
    for (const PaneShare& pane : canvas.paneLayout())
        keys.push_back(pane.key);
    return keys;
}

const Pane& paneOf(const ChartCanvas& canvas, int key)
{
    return *std::ranges::find(canvas.scene().panes, key, &Pane::key);
}

} // namespace

void TstChartPanes::standByTheirShares_data()
{
    QTest::addColumn<std::vector<double>>("shares");
    QTest::addColumn<int>("height");
    QTest::addColumn<std::vector<int>>("heights");
    QTest::newRow("one") << std::vector<double>{1} << 400 << std::vector<int>{400};
    QTest::newRow("three to one") << std::vector<double>{3, 1} << 401 << std::vector<int>{300, 100};
    QTest::newRow("no share is too small") << std::vector<double>{100, 1} << 401 << std::vector<int>{352, 48};
    QTest::newRow("the small ones are paid by the large")
        << std::vector<double>{10, 0.1, 10} << 402 << std::vector<int>{176, 48, 176};
    QTest::newRow("no room for the least") << std::vector<double>{8, 1, 1} << 62 << std::vector<int>{20, 20, 20};
    QTest::newRow("nonsense counts as one") << std::vector<double>{std::nan(""), -1, 1} << 302 << std::vector<int>{100, 100, 100};
    QTest::newRow("a line and nothing else") << std::vector<double>{1, 1} << 2 << std::vector<int>{1, 0};
}

void TstChartPanes::standByTheirShares()
{
    QFETCH(const std::vector<double>, shares);
    QFETCH(const int, height);
    QFETCH(const std::vector<int>, heights);
    auto panes = panesOf(shares);
    layOut(panes, {QRect(0, 0, 500, height), 60, 1, 48});
    QCOMPARE(heightsOf(panes), heights);
    for (std::size_t i = 0; i < panes.size(); ++i) {
        QCOMPARE(panes[i].rect.top(), i == 0 ? 0 : panes[i - 1].rect.top() + panes[i - 1].rect.height() + 1);
        QCOMPARE(panes[i].axis, QRect(500, panes[i].rect.top(), 60, panes[i].rect.height()));
    }
}

void TstChartPanes::aSeparatorMovesTwoOnly()
{
    const PaneRoom room{QRect(0, 0, 500, 602), 60, 1, 48};
    auto panes = panesOf({4, 1, 1});
    layOut(panes, room);
    QCOMPARE(heightsOf(panes), (std::vector<int>{400, 100, 100}));
    moveSeparator(panes, 0, -80, 48);
    layOut(panes, room);
    QCOMPARE(heightsOf(panes), (std::vector<int>{320, 180, 100}));
    moveSeparator(panes, 1, 500, 48);
    layOut(panes, room);
    QCOMPARE(heightsOf(panes), (std::vector<int>{320, 232, 48}));
    moveSeparator(panes, 1, -500, 48);
    layOut(panes, room);
    QCOMPARE(heightsOf(panes), (std::vector<int>{320, 48, 232}));
    moveSeparator(panes, 2, 10, 48); // there is none
    QCOMPARE(heightsOf(panes), (std::vector<int>{320, 48, 232}));
}

void TstChartPanes::studiesGetTheirPanes()
{
    const auto canvas = shownCanvas();
    QSignalSpy panes(canvas.get(), &ChartCanvas::panesChanged), studies(canvas.get(), &ChartCanvas::studiesChanged);
    const int ema = canvas->addStudy(studyOf("ema(20)"));
    QCOMPARE(canvas->study(ema)->pane, Pane::priceKey);
    QCOMPARE(panes.count(), 0);
    const int rsi = canvas->addStudy(studyOf("rsi(14)"));
    const int own = canvas->study(rsi)->pane;
    QVERIFY(own > 0);
    QCOMPARE(panes.count(), 1);
    ChartStudy with = studyOf("stoch");
    with.pane = own;
    const int stoch = canvas->addStudy(with);
    QCOMPARE(canvas->study(stoch)->pane, own);
    QCOMPARE(studies.count(), 3);
    QCOMPARE(keysOf(*canvas), (std::vector<int>{0, own}));
    QCOMPARE(canvas->studyIds(), (std::vector<int>{ema, rsi, stoch}));
    QVERIFY(canvas->scene().panes[1].rect.top() > canvas->scene().panes[0].rect.bottom());
    QCOMPARE(paneOf(*canvas, own).guides, (std::vector<double>{30, 50, 70, 20, 80}));
}

void TstChartPanes::anEmptyPaneGoes()
{
    const auto canvas = shownCanvas();
    const int rsi = canvas->addStudy(studyOf("rsi(14)")), macd = canvas->addStudy(studyOf("macd"));
    const int first = canvas->study(rsi)->pane, second = canvas->study(macd)->pane;
    QVERIFY(first != second);
    ChartStudy moved = *canvas->study(rsi);
    moved.pane = second;
    QVERIFY(canvas->changeStudy(rsi, moved));
    QCOMPARE(keysOf(*canvas), (std::vector<int>{0, second}));
    canvas->removeStudy(macd);
    QCOMPARE(keysOf(*canvas), (std::vector<int>{0, second}));
    canvas->removeStudy(rsi);
    QCOMPARE(keysOf(*canvas), std::vector<int>{0});
    QVERIFY(canvas->study(canvas->addStudy(studyOf("cci")))->pane > second); // keys are not given away twice
}

void TstChartPanes::aLayoutComesBack()
{
    const auto canvas = shownCanvas();
    ChartStudy rsi = studyOf("rsi(14)"), macd = studyOf("macd"), stoch = studyOf("stoch");
    rsi.pane = 4, macd.pane = 2, stoch.pane = 4;
    for (const ChartStudy& study : {rsi, macd, stoch})
        canvas->addStudy(study);
    const std::vector<PaneShare> layout{{2, 1}, {0, 3}, {4, 1.5}};
    canvas->setPaneLayout({{2, 1}, {9, 7}, {0, 3}, {4, 1.5}});
    QCOMPARE(canvas->paneLayout(), layout);
    canvas->setPaneLayout({{4, 2}}); // the others stand behind it
    QCOMPARE(keysOf(*canvas), (std::vector<int>{4, 2, 0}));
    QCOMPARE(canvas->scene().price().key, Pane::priceKey);
    QCOMPARE(canvas->paneRect().bottom(), canvas->timeAxisRect().top() - 1);
}

void TstChartPanes::panesMoveAndAreRemoved()
{
    const auto canvas = shownCanvas();
    const int rsi = canvas->addStudy(studyOf("rsi(14)")), macd = canvas->addStudy(studyOf("macd"));
    const int first = canvas->study(rsi)->pane, second = canvas->study(macd)->pane;
    canvas->movePane(second, -1);
    QCOMPARE(keysOf(*canvas), (std::vector<int>{0, second, first}));
    canvas->movePane(Pane::priceKey, 9);
    QCOMPARE(keysOf(*canvas), (std::vector<int>{second, first, 0}));
    canvas->removePane(Pane::priceKey);
    QCOMPARE(keysOf(*canvas), (std::vector<int>{second, first, 0}));
    canvas->removePane(second);
    QCOMPARE(canvas->studyIds(), std::vector<int>{rsi});
    QCOMPARE(keysOf(*canvas), (std::vector<int>{first, 0}));
    QVERIFY(!canvas->grab().isNull());
}

void TstChartPanes::onePaneCanHaveAllTheRoom()
{
    const auto canvas = shownCanvas();
    const int key = canvas->study(canvas->addStudy(studyOf("rsi(14)")))->pane;
    const QRect before = canvas->paneRect();
    canvas->maximisePane(key);
    QCOMPARE(canvas->maximisedPane(), std::optional(key));
    QVERIFY(paneOf(*canvas, 0).rect.isEmpty());
    QCOMPARE(paneOf(*canvas, key).rect.height(), canvas->scene().timeAxis.top());
    QVERIFY(!canvas->grab().isNull());
    canvas->setBars(minuteBars(999, 2), false);
    QVERIFY(!canvas->grab().isNull());
    canvas->maximisePane(std::nullopt);
    QCOMPARE(canvas->paneRect(), before);
    canvas->maximisePane(Pane::priceKey);
    canvas->removeStudy(canvas->addStudy(studyOf("macd"))); // a new pane is seen
    QCOMPARE(canvas->maximisedPane(), std::nullopt);
    canvas->maximisePane(key);
    canvas->removePane(key);
    QCOMPARE(canvas->maximisedPane(), std::nullopt);
    QVERIFY(canvas->paneRect().height() > before.height());
}

void TstChartPanes::fixedScalesStandStill()
{
    const auto canvas = shownCanvas();
    const int key = canvas->study(canvas->addStudy(studyOf("rsi(14)")))->pane;
    static_cast<void>(canvas->grab());
    const double low = paneOf(*canvas, key).scale.low(), high = paneOf(*canvas, key).scale.high();
    QVERIFY(low <= 0 && low > -10 && high >= 100 && high < 110);
    QTest::keyClick(canvas.get(), Qt::Key_Home);
    static_cast<void>(canvas->grab());
    QCOMPARE(paneOf(*canvas, key).scale.low(), low);
    QCOMPARE(paneOf(*canvas, key).scale.high(), high);
    QCOMPARE(paneOf(*canvas, key).format.decimals, 2);
}

void TstChartPanes::aScaleHoldsWhatIsSeen()
{
    const auto canvas = shownCanvas();
    const int id = canvas->addStudy(studyOf("macd"));
    static_cast<void>(canvas->grab());
    const Pane& pane = paneOf(*canvas, canvas->study(id)->pane);
    const auto seen = seenRange(canvas->scene(), canvas->studyPlot(id));
    QVERIFY(!seen.isEmpty());
    QVERIFY(pane.scale.low() < seen.low && pane.scale.high() > seen.high);
    QVERIFY(pane.scale.high() - pane.scale.low() < 1.5 * (seen.high - seen.low));
}

void TstChartPanes::theOwnScaleOfAPaneIsKept()
{
    const auto canvas = shownCanvas();
    const int key = canvas->study(canvas->addStudy(studyOf("macd")))->pane;
    static_cast<void>(canvas->grab());
    const QPoint axis = paneOf(*canvas, key).axis.center();
    QTest::mousePress(canvas.get(), Qt::LeftButton, {}, axis);
    QTest::mouseMove(canvas.get(), axis + QPoint(0, 60));
    QTest::mouseRelease(canvas.get(), Qt::LeftButton, {}, axis + QPoint(0, 60));
    QVERIFY(!paneOf(*canvas, key).scale.isAuto());
    const double high = paneOf(*canvas, key).scale.high();
    canvas->removeStudy(canvas->addStudy(studyOf("rsi(14)")));
    canvas->setBars(minuteBars(1'000, 20), false);
    static_cast<void>(canvas->grab());
    QCOMPARE(paneOf(*canvas, key).scale.high(), high);
    canvas->resetView();
    static_cast<void>(canvas->grab());
    QVERIFY(paneOf(*canvas, key).scale.isAuto());
    QVERIFY(paneOf(*canvas, key).scale.high() < high);
}

void TstChartPanes::everySizeIsDrawn_data()
{
    QTest::addColumn<QSize>("size");
    for (const QSize size : {QSize(1, 1), QSize(30, 400), QSize(400, 30), QSize(400, 300), QSize(1366, 768)})
        QTest::addRow("%dx%d", size.width(), size.height()) << size;
}

void TstChartPanes::everySizeIsDrawn()
{
    QFETCH(const QSize, size);
    const auto canvas = shownCanvas();
    for (const char* study : {"bbands", "ichimoku", "rsi(14)", "macd", "obv", "adx"})
        canvas->addStudy(studyOf(study));
    canvas->resize(size);
    QVERIFY(!canvas->grab().isNull());
    int bottom = -1;
    for (const Pane& pane : canvas->scene().panes) {
        QVERIFY(pane.rect.top() > bottom);
        bottom = pane.rect.bottom();
    }
    QVERIFY(bottom <= canvas->scene().timeAxis.top());
    canvas->setBars(minuteBars(999, 3), false);
    QVERIFY(!canvas->grab().isNull());
}

SPREADLINE_TEST(TstChartPanes)
#include "tst_chart_panes.moc"
