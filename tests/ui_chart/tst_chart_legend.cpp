// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart_hands.h"
#include "test_main.h"

#include <QSignalSpy>

using namespace spreadline;
using namespace spreadline::chart;
using spreadline::test::Fingers;
using spreadline::test::minuteBars;
using spreadline::test::settle;
using spreadline::test::studyOf;

namespace {

constexpr auto study = LegendEntry::Kind::Study;
constexpr auto comparedKind = LegendEntry::Kind::Compared;

std::string fixed(double value, int decimals)
{
    return std::string(paint::TextLine().addFixed(value, decimals).view());
}

} // namespace

class TstChartLegend : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void theHeadlineReadsTheBar();
    void rowsSayTheValueUnderTheCrosshair();
    void rowsStandInTheirPanes();
    void aTickIsRead();
    void displacedValuesAreReadWhereTheyAreDrawn();
    void whatIsMissingIsSaid_data();
    void whatIsMissingIsSaid();
    void aStudyThatDoesNotFitSaysSo();
    void hiddenStudiesAreMuted();
    void buttonsShowUnderThePointerAndWork();
    void doubleClickOnARowEdits();
    void rowsThatDoNotFitWaitBehindANumber();
    void comparedSymbolsHaveARow();
    void numbersKeepTheirPlace();
    void nothingLeavesThePane_data();
    void nothingLeavesThePane();
    void aRowDraggedMovesItsPane();
    void staleIsGreyHereToo();
    void buttonsSayWhatTheyDo();

private:
    const ChartLegend& legend() const { return m_canvas->legend(); }
    QRect row(int id) const { return m_hand->logical(legend().rowRect(study, id)); }
    void clickButton(int id, ChartLegend::Part part)
    {
        m_hand->hover(row(id).center());
        m_hand->click(m_hand->logical(legend().buttonRect(study, id, part)).center());
        settle(*m_canvas);
    }
    void pointAt(double slot) { m_hand->hover({static_cast<int>(m_canvas->timeScale().x(slot)), 300}); }

    std::unique_ptr<ChartCanvas> m_canvas;
    std::unique_ptr<Fingers> m_hand;
};

void TstChartLegend::init()
{
    m_canvas = test::shownCanvas(1'000, {1'000, 640});
    QVERIFY(m_canvas);
    m_hand = std::make_unique<Fingers>(*m_canvas);
}

void TstChartLegend::cleanup()
{
    m_hand.reset();
    m_canvas.reset();
}

void TstChartLegend::theHeadlineReadsTheBar()
{
    const auto expected = [this](std::size_t slot) {
        const Bar bar = m_canvas->series().columns().at(slot), before = m_canvas->series().columns().at(slot - 1);
        paint::TextLine change;
        change.addSigned(bar.close - before.close, 2).add(" (").addSigned((bar.close / before.close - 1) * 100, 2).add(" %)");
        return "BTCUSDT 1m O " + fixed(bar.open, 2) + " H " + fixed(bar.high, 2) + " L " + fixed(bar.low, 2) + " C "
            + fixed(bar.close, 2) + ' ' + std::string(change.view());
    };
    QVERIFY(legend().headline().starts_with(expected(999)));
    pointAt(970);
    QVERIFY(legend().headline().starts_with(expected(970)));
    QVERIFY(legend().headline().find("Vol") != std::string::npos);
    test::leave(*m_canvas);
    QVERIFY(legend().headline().starts_with(expected(999)));
}

void TstChartLegend::rowsSayTheValueUnderTheCrosshair()
{
    const int average = m_canvas->addStudy(studyOf("sma(20)")), macd = m_canvas->addStudy(studyOf("macd"));
    settle(*m_canvas);
    const auto value = [this](int id, std::size_t output, std::size_t slot) {
        return m_canvas->studyPlot(id).columns[output].values[slot];
    };
    QCOMPARE(legend().rowText(study, average), "SMA 20 " + fixed(value(average, 0, 999), 2));
    pointAt(960);
    QCOMPARE(legend().rowText(study, average), "SMA 20 " + fixed(value(average, 0, 960), 2));
    const int decimals = m_hand->pane(m_canvas->study(macd)->pane).format.decimals;
    std::string all = "MACD 12 26 9";
    for (std::size_t output = 0; output < m_canvas->studyPlot(macd).columns.size(); ++output) {
        if (m_canvas->study(macd)->looks[output].isShown)
            all += ' ' + fixed(value(macd, output, 960), decimals);
    }
    QCOMPARE(legend().rowText(study, macd), all);
    QCOMPARE(test::screenOf(*m_canvas), test::wholeOf(*m_canvas)); // only the rows were painted anew
}

void TstChartLegend::rowsStandInTheirPanes()
{
    const int average = m_canvas->addStudy(studyOf("ema(50)")), rsi = m_canvas->addStudy(studyOf("rsi"));
    settle(*m_canvas);
    QVERIFY(m_hand->paneRect(Pane::priceKey).contains(row(average)));
    QVERIFY(m_hand->paneRect(m_canvas->study(rsi)->pane).contains(row(rsi)));
    QVERIFY(row(rsi).top() - m_hand->paneRect(m_canvas->study(rsi)->pane).top() < 10); // its first row
    const auto& look = m_canvas->study(average)->looks[0];
    const QColor ink = inkColour(look.ink, look.custom, Theme::dark());
    const QImage image = test::wholeOf(*m_canvas).copy(row(average));
    int coloured = 0; // letters are thin: as blue as the line, if not as bright
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            coloured +=
                std::abs(image.pixelColor(x, y).hsvHue() - ink.hsvHue()) < 12 && image.pixelColor(x, y).hsvSaturation() > 110;
    }
    QVERIFY(coloured > 5);
}

void TstChartLegend::aTickIsRead()
{
    const int average = m_canvas->addStudy(studyOf("sma(5)"));
    settle(*m_canvas);
    const std::string before = legend().rowText(study, average), headline = legend().headline();
    auto last = minuteBars(999, 1);
    last[0].close += 0.2;
    m_canvas->setBars(last, false);
    QVERIFY(legend().rowText(study, average) != before);
    QVERIFY(legend().headline() != headline);
    QCOMPARE(test::screenOf(*m_canvas), test::wholeOf(*m_canvas));
}

void TstChartLegend::displacedValuesAreReadWhereTheyAreDrawn()
{
    const int cloud = m_canvas->addStudy(studyOf("ichimoku"));
    settle(*m_canvas);
    const StudyPlot plot = m_canvas->studyPlot(cloud);
    std::size_t ahead = 0;
    while (ahead < plot.columns.size() && plot.columns[ahead].displacement <= 0)
        ++ahead;
    QVERIFY(ahead < plot.columns.size());
    pointAt(950);
    const auto index = static_cast<std::size_t>(950 - plot.columns[ahead].displacement);
    QVERIFY(legend().rowText(study, cloud).find(fixed(plot.columns[ahead].values[index], 2)) != std::string::npos);
}

void TstChartLegend::whatIsMissingIsSaid_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reason");
    QTest::newRow("taker volume") << QStringLiteral("cvd") << QStringLiteral("no taker volume in these bars");
    QTest::newRow("a second symbol") << QStringLiteral("correlation") << QStringLiteral("choose a second symbol");
    QTest::newRow("open interest") << QStringLiteral("open_interest") << QStringLiteral("no open interest with these bars");
    QTest::newRow("funding") << QStringLiteral("funding") << QStringLiteral("no funding rates with these bars");
}

void TstChartLegend::whatIsMissingIsSaid()
{
    QFETCH(const QString, text);
    QFETCH(const QString, reason);
    const int id = m_canvas->addStudy(studyOf(qPrintable(text)));
    settle(*m_canvas);
    const QString row = QString::fromStdString(legend().rowText(study, id));
    QVERIFY2(row.endsWith(reason), qPrintable(row));
}

void TstChartLegend::aStudyThatDoesNotFitSaysSo()
{
    const int id = m_canvas->addStudy(studyOf("rsi(14)@4h"));
    m_canvas->setSubject(m_canvas->subject(), Interval::time(std::chrono::hours(24)));
    auto bars = minuteBars(0, 50);
    for (std::size_t i = 0; i < bars.size(); ++i)
        bars[i].time =
            test::firstOpen / 86'400'000'000'000 * 86'400'000'000'000 + static_cast<std::int64_t>(i) * 86'400'000'000'000;
    m_canvas->setBars(bars, true);
    settle(*m_canvas);
    const QString row = QString::fromStdString(legend().rowText(study, id));
    QVERIFY2(row.endsWith(QStringLiteral("does not fit this interval")), qPrintable(row));
}

void TstChartLegend::hiddenStudiesAreMuted()
{
    const int id = m_canvas->addStudy(studyOf("sma(20)"));
    settle(*m_canvas);
    ChartStudy hidden = *m_canvas->study(id);
    hidden.isShown = false;
    QVERIFY(m_canvas->changeStudy(id, hidden));
    settle(*m_canvas);
    QCOMPARE(legend().rowText(study, id), std::string("SMA 20"));
}

void TstChartLegend::buttonsShowUnderThePointerAndWork()
{
    const int id = m_canvas->addStudy(studyOf("sma(20)"));
    settle(*m_canvas);
    QVERIFY(legend().buttonRect(study, id, ChartLegend::Part::Eye).isEmpty());
    m_hand->hover(row(id).center());
    QVERIFY(!legend().buttonRect(study, id, ChartLegend::Part::Eye).isEmpty());
    QCOMPARE(test::screenOf(*m_canvas), test::wholeOf(*m_canvas));

    clickButton(id, ChartLegend::Part::Eye);
    QVERIFY(!m_canvas->study(id)->isShown);
    clickButton(id, ChartLegend::Part::Eye);
    QVERIFY(m_canvas->study(id)->isShown);
    QSignalSpy edit(m_canvas.get(), &ChartCanvas::studyEditWanted);
    clickButton(id, ChartLegend::Part::Settings);
    QCOMPARE(edit.count(), 1);
    QCOMPARE(edit[0][0].toInt(), id);

    m_hand->hover(row(id).center());
    const QPoint bin = m_hand->logical(legend().buttonRect(study, id, ChartLegend::Part::Remove)).center();
    m_hand->press(bin);
    m_hand->release({500, 300}); // thought better of it
    QVERIFY(m_canvas->study(id));
    clickButton(id, ChartLegend::Part::Remove);
    QVERIFY(!m_canvas->study(id));
    QCOMPARE(test::screenOf(*m_canvas), test::wholeOf(*m_canvas));
}

void TstChartLegend::doubleClickOnARowEdits()
{
    const int id = m_canvas->addStudy(studyOf("rsi"));
    settle(*m_canvas);
    QSignalSpy edit(m_canvas.get(), &ChartCanvas::studyEditWanted);
    m_hand->doubleClick(row(id).topLeft() + QPoint(8, 8));
    QCOMPARE(edit.count(), 1);
    QCOMPARE(edit[0][0].toInt(), id);
    QCOMPARE(m_canvas->maximisedPane(), std::optional<int>());
}

void TstChartLegend::rowsThatDoNotFitWaitBehindANumber()
{
    std::vector<int> ids;
    for (int length = 5; length < 45; ++length)
        ids.push_back(m_canvas->addStudy(studyOf(qPrintable(QStringLiteral("sma(%1)").arg(length)))));
    settle(*m_canvas);
    const auto shown = [&] { return std::ranges::count_if(ids, [&](int id) { return !row(id).isEmpty(); }); };
    const auto before = shown();
    QVERIFY(before > 5 && before < 20);
    const QRect more = legend().moreRect(Pane::priceKey);
    QVERIFY(!more.isEmpty());
    m_hand->click(m_hand->logical(more).center());
    settle(*m_canvas);
    QVERIFY(shown() > before + 5);
    QVERIFY(m_hand->paneRect(Pane::priceKey).contains(m_hand->logical(legend().moreRect(Pane::priceKey)))); // to close it again
    QCOMPARE(test::screenOf(*m_canvas), test::wholeOf(*m_canvas));
    m_hand->click(m_hand->logical(legend().moreRect(Pane::priceKey)).center());
    settle(*m_canvas);
    QCOMPARE(shown(), before);
}

void TstChartLegend::comparedSymbolsHaveARow()
{
    const int id = m_canvas->addCompared({"ETHUSDT", 3, Ink::Amber, 0, true});
    auto bars = minuteBars(0, 1'000);
    for (Bar& bar : bars)
        bar.close *= 2;
    m_canvas->setComparedBars(id, bars, true);
    settle(*m_canvas);
    QCOMPARE(legend().rowText(comparedKind, id), "ETHUSDT " + fixed(bars[999].close, 3));
    pointAt(955);
    QCOMPARE(legend().rowText(comparedKind, id), "ETHUSDT " + fixed(bars[955].close, 3));
    m_canvas->setScaleMode(ScaleMode::Percent);
    settle(*m_canvas);
    const std::string row = legend().rowText(comparedKind, id), start = "ETHUSDT " + fixed(bars[955].close, 3) + ' ';
    QVERIFY2(row.starts_with(start) && row.ends_with(" %"), row.c_str());
    const QPoint middle = m_hand->logical(legend().rowRect(comparedKind, id)).center();
    m_hand->hover(middle);
    QSignalSpy wanted(m_canvas.get(), &ChartCanvas::compareRemoveWanted);
    m_hand->click(m_hand->logical(legend().buttonRect(comparedKind, id, ChartLegend::Part::Remove)).center());
    QCOMPARE(wanted, (QList<QVariantList>{{id}})); // its bars are fetched by somebody, who has to know
}

void TstChartLegend::numbersKeepTheirPlace()
{
    const int id = m_canvas->addStudy(studyOf("bbands"));
    auto bars = minuteBars(0, 1'000);
    for (std::size_t i = 0; i < bars.size(); ++i) { // values of two to five digits
        const double factor = i % 100 < 50 ? 0.5 : 20 + static_cast<double>(i % 7);
        for (double* price : {&bars[i].open, &bars[i].high, &bars[i].low, &bars[i].close})
            *price *= factor;
    }
    m_canvas->setBars(bars, true);
    settle(*m_canvas);
    int right = 0;
    for (int round = 0; round < 2; ++round) {
        for (double slot = 905; slot < 999; slot += 3) {
            pointAt(slot);
            const int now = row(id).right();
            QVERIFY(now >= right);
            if (round == 1)
                QCOMPARE(now, right);
            right = now;
        }
    }
    const int mute = m_canvas->addStudy(studyOf("cvd")), next = m_canvas->addStudy(studyOf("sma(20)"));
    settle(*m_canvas);
    const int width = row(next).width();
    m_canvas->removeStudy(mute); // its long words stood where the next row's number stands now
    m_canvas->removeStudy(id);
    settle(*m_canvas);
    QCOMPARE(row(next).width(), width);
}

void TstChartLegend::nothingLeavesThePane_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("least") << QSize(240, 160);
    QTest::newRow("narrow") << QSize(320, 500);
    QTest::newRow("low") << QSize(900, 180);
    QTest::newRow("wide") << QSize(1'600, 900);
}

void TstChartLegend::nothingLeavesThePane()
{
    QFETCH(const QSize, size);
    const std::array ids{m_canvas->addStudy(studyOf("bbands")), m_canvas->addStudy(studyOf("macd")),
                         m_canvas->addStudy(studyOf("ichimoku"))};
    m_canvas->resize(size);
    settle(*m_canvas);
    for (const int id : ids) {
        if (!row(id).isEmpty())
            QVERIFY(m_hand->paneRect(m_canvas->study(id)->pane).contains(row(id)));
    }
    QVERIFY(!legend().headline().empty());
    QCOMPARE(test::screenOf(*m_canvas), test::wholeOf(*m_canvas));
}

void TstChartLegend::aRowDraggedMovesItsPane()
{
    const int rsi = m_canvas->addStudy(studyOf("rsi")), macd = m_canvas->addStudy(studyOf("macd"));
    settle(*m_canvas);
    const int moved = m_canvas->study(macd)->pane;
    m_hand->drag(row(macd).topLeft() + QPoint(8, 8), m_hand->paneRect(m_canvas->study(rsi)->pane).center());
    settle(*m_canvas);
    const auto layout = m_canvas->paneLayout();
    QCOMPARE(layout[0].key, Pane::priceKey);
    QCOMPARE(layout[1].key, moved);
}

void TstChartLegend::staleIsGreyHereToo()
{
    const int id = m_canvas->addStudy(studyOf("sma(20)"));
    m_canvas->setStale(true);
    settle(*m_canvas);
    const QImage image = test::wholeOf(*m_canvas).copy(row(id).adjusted(20, 0, 0, 0));
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor colour = image.pixelColor(x, y);
            QVERIFY(std::max({colour.red(), colour.green(), colour.blue()})
                        - std::min({colour.red(), colour.green(), colour.blue()})
                    < 60);
        }
    }
}

void TstChartLegend::buttonsSayWhatTheyDo()
{
    const int id = m_canvas->addStudy(studyOf("sma(20)"));
    settle(*m_canvas);
    m_hand->hover(row(id).center());
    const auto help = [&](ChartLegend::Part part) {
        return m_canvas->helpAt(m_hand->logical(legend().buttonRect(study, id, part)).center());
    };
    QCOMPARE(help(ChartLegend::Part::Eye), QStringLiteral("Hide"));
    QCOMPARE(help(ChartLegend::Part::Settings), QStringLiteral("Settings"));
    QCOMPARE(help(ChartLegend::Part::Remove), QStringLiteral("Remove"));
    QVERIFY(m_canvas->helpAt({500, 300}).isEmpty());
}

SPREADLINE_TEST(TstChartLegend)
#include "tst_chart_legend.moc"
