// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas_rig.h"
#include "test_main.h"

#include <QSignalSpy>

using namespace spreadline;
using namespace spreadline::chart;
using spreadline::test::isSame;
using spreadline::test::minuteBars;
using spreadline::test::screenOf;
using spreadline::test::shownCanvas;
using spreadline::test::studyOf;
using spreadline::test::valuesOf;
using spreadline::test::wholeOf;

/// Studies on the chart: what they say, and what a tick costs and draws.
class TstChartStudies : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void valuesAreThoseOfTheStudy_data();
    void valuesAreThoseOfTheStudy();
    void followEveryBar();
    void editsKeepTheIdAndThePlace();
    void anotherIntervalKeepsTheStudies();
    void aLongHistoryIsComputedInSlices();
    void olderBarsLeaveThePictureWhileTheyAreComputed();
    void aTickLeavesTheCachedLayerAlone();
    void aTickBeyondAScaleFitsAgain();
    void partialPaintsAddUpToTheWhole();
    void viewStandsStillWithPanes();
    void staleIsGrey();
    void hiddenDoesNoWork();

private:
    static void addMany(ChartCanvas& canvas);
};

void TstChartStudies::addMany(ChartCanvas& canvas)
{
    for (const char* study : {"bbands", "ema(50)", "ichimoku", "supertrend", "psar", "rsi(14)", "macd", "volume"}) {
        if (const auto spec = indicators::parseStudy(study))
            canvas.addStudy(newStudy(*spec));
    }
}

void TstChartStudies::valuesAreThoseOfTheStudy_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"sma(20)", "bbands(20,2)", "macd(12,26,9)", "rsi(14)@15m", "ichimoku"})
        QTest::newRow(text) << QByteArray(text);
}

void TstChartStudies::valuesAreThoseOfTheStudy()
{
    QFETCH(const QByteArray, text);
    const auto canvas = shownCanvas();
    const int id = canvas->addStudy(studyOf(text.constData()));
    const StudyPlot plot = canvas->studyPlot(id);
    QVERIFY(canvas->studyState(id).isComplete);
    QVERIFY(plot.study->spec == *indicators::parseStudy(text.toStdString()));
    QVERIFY(!plot.columns.empty());
    for (std::size_t output = 0; output < plot.columns.size(); ++output)
        QVERIFY(isSame(plot.columns[output].values, valuesOf(text.constData(), output, canvas->series().columns().view())));
}

void TstChartStudies::followEveryBar()
{
    const auto canvas = shownCanvas(50);
    const int id = canvas->addStudy(studyOf("ema(9)"));
    for (int i = 49; i < 90; ++i) {
        auto bars = minuteBars(i, 1);
        bars[0].close += 0.25;
        canvas->setBars(bars, false);
        canvas->setBars(minuteBars(i, 1), false);
        const auto values = canvas->studyPlot(id).columns[0];
        QVERIFY(isSame(values.values, valuesOf("ema(9)", 0, canvas->series().columns().view())));
        QCOMPARE(values.merged(std::size_t(i), std::size_t(i) + 1).last, values.values.back());
    }
    canvas->setBars(minuteBars(-200, 200), false);
    QVERIFY(isSame(canvas->studyPlot(id).columns[0].values, valuesOf("ema(9)", 0, canvas->series().columns().view())));
}

void TstChartStudies::editsKeepTheIdAndThePlace()
{
    const auto canvas = shownCanvas();
    const int id = canvas->addStudy(studyOf("rsi(14)"));
    ChartStudy edited = *canvas->study(id);
    edited.spec = *indicators::parseStudy("rsi(30)");
    QVERIFY(canvas->changeStudy(id, edited));
    QVERIFY(*canvas->study(id) == edited);
    QVERIFY(isSame(canvas->studyPlot(id).columns[0].values, valuesOf("rsi(30)", 0, canvas->series().columns().view())));

    const auto values = canvas->studyPlot(id).columns[0].values;
    edited.looks[0].width = 3;
    QVERIFY(canvas->changeStudy(id, edited)); // another look computes nothing
    QCOMPARE(canvas->studyPlot(id).columns[0].values.data(), values.data());

    ChartStudy shorter = edited;
    shorter.spec.higher = Interval::time(std::chrono::seconds(30));
    QVERIFY(!canvas->changeStudy(id, shorter));
    QVERIFY(*canvas->study(id) == edited);
    QVERIFY(!canvas->changeStudy(id + 1, edited));
}

void TstChartStudies::anotherIntervalKeepsTheStudies()
{
    const auto canvas = shownCanvas();
    const int plain = canvas->addStudy(studyOf("ema(20)")), higher = canvas->addStudy(studyOf("rsi(14)@4h"));
    QVERIFY(!canvas->studyState(higher).error);
    canvas->setSubject({"BTCUSDT", 2, 0.01, "BTC"}, Interval::time(std::chrono::hours(24)));
    canvas->setBars(minuteBars(0, 300), true);
    QVERIFY(canvas->studyState(higher).error);
    QCOMPARE(canvas->studyState(higher).error->code, Errc::BadUsage);
    QVERIFY(canvas->study(higher));
    QVERIFY(canvas->studyPlot(higher).columns.empty());
    QVERIFY(!canvas->studyState(plain).error);
    QVERIFY(!canvas->grab().isNull());
    canvas->setSubject({"BTCUSDT", 2, 0.01, "BTC"}, Interval::time(std::chrono::minutes(1)));
    canvas->setBars(minuteBars(0, 1'000), true);
    QVERIFY(!canvas->studyState(higher).error);
    QCOMPARE(canvas->studyPlot(higher).columns[0].values.size(), std::size_t(1'000));
}

void TstChartStudies::aLongHistoryIsComputedInSlices()
{
    const auto canvas = shownCanvas(10);
    canvas->setBars(minuteBars(0, 400'000), true);
    std::vector<int> ids;
    for (const char* study : {"bbands(200,2)", "ichimoku", "adx"})
        ids.push_back(canvas->addStudy(studyOf(study)));
    QVERIFY(!canvas->studyState(ids.back()).isComplete);
    QCOMPARE(canvas->studyPlot(ids.back()).columns[0].values.size(), std::size_t(400'000));
    QVERIFY(!canvas->grab().isNull());
    for (const int id : ids)
        QTRY_VERIFY_WITH_TIMEOUT(canvas->studyState(id).isComplete, 30'000);
    QVERIFY(isSame(canvas->studyPlot(ids[0]).columns[0].values, valuesOf("bbands(200,2)", 0, canvas->series().columns().view())));
    const int builds = canvas->staticBuilds();
    QTRY_VERIFY(canvas->staticBuilds() > builds || !canvas->grab().isNull());
}

// A chunk of history at the left starts every study over: the screen must not blink meanwhile.
void TstChartStudies::olderBarsLeaveThePictureWhileTheyAreComputed()
{
    const auto canvas = shownCanvas(10);
    canvas->setBars(minuteBars(0, 300'000), true);
    const int id = canvas->addStudy(studyOf("bbands(200,2)"));
    const int other = canvas->addStudy(studyOf("cci(100)"));
    QTRY_VERIFY_WITH_TIMEOUT(canvas->studyState(id).isComplete && canvas->studyState(other).isComplete, 30'000);
    const QImage before = canvas->grab().toImage();
    canvas->setBars(minuteBars(-1'000, 1'000), false);
    QVERIFY(!canvas->studyState(other).isComplete);
    QCOMPARE(canvas->grab().toImage(), before);
    QTRY_VERIFY_WITH_TIMEOUT(canvas->studyState(id).isComplete && canvas->studyState(other).isComplete, 30'000);
    QCOMPARE(canvas->studyPlot(id).columns[0].values.size(), std::size_t(301'000));
    QVERIFY(isSame(canvas->studyPlot(id).columns[0].values, valuesOf("bbands(200,2)", 0, canvas->series().columns().view())));
}

void TstChartStudies::aTickLeavesTheCachedLayerAlone()
{
    const auto canvas = shownCanvas();
    addMany(*canvas);
    static_cast<void>(canvas->grab());
    const int builds = canvas->staticBuilds();
    auto last = minuteBars(999, 1);
    for (int i = 0; i < 20; ++i) {
        last[0].close = (last[0].high + last[0].low) / 2 + 0.001 * i;
        canvas->setBars(last, false);
        QVERIFY(!canvas->grab().isNull());
    }
    QCOMPARE(canvas->staticBuilds(), builds);
}

void TstChartStudies::aTickBeyondAScaleFitsAgain()
{
    const auto canvas = shownCanvas();
    const int id = canvas->addStudy(studyOf("roc(1)"));
    const int key = canvas->study(id)->pane;
    const auto high = [&] { return std::ranges::find(canvas->scene().panes, key, &Pane::key)->scale.high(); };
    static_cast<void>(canvas->grab());
    const double before = high();
    auto last = minuteBars(999, 1);
    last[0].close = last[0].high = canvas->priceScale().high() - 1e-9; // hardly higher than what was seen
    canvas->setBars(last, false);
    static_cast<void>(canvas->grab());
    QVERIFY(high() > before);
    QVERIFY(high() > canvas->studyPlot(id).columns[0].values.back());
}

void TstChartStudies::partialPaintsAddUpToTheWhole()
{
    const auto canvas = shownCanvas();
    addMany(*canvas);
    canvas->update();
    QCOMPARE(screenOf(*canvas), wholeOf(*canvas));
    auto last = minuteBars(999, 1);
    const double low = canvas->priceScale().low(), range = canvas->priceScale().high() - low;
    for (int i = 0; i < 30; ++i) {
        last[0].close = low + range * (0.3 + 0.013 * ((i * 7) % 30));
        last[0].high = std::max(last[0].high, last[0].close);
        last[0].low = std::min(last[0].low, last[0].close);
        last[0].volume += 0.1;
        canvas->setBars(last, false);
        if (i % 3 == 0)
            test::hoverAt(*canvas, QPoint(40 + 17 * i, 30 + 15 * i));
        QCOMPARE(screenOf(*canvas), wholeOf(*canvas));
    }
    test::leave(*canvas);
    QCOMPARE(screenOf(*canvas), wholeOf(*canvas));
}

// The regression of the zoom that a new bar resets, with panes and studies.
void TstChartStudies::viewStandsStillWithPanes()
{
    const auto canvas = shownCanvas();
    addMany(*canvas);
    QTest::keyClick(canvas.get(), Qt::Key_Home);
    for (int i = 0; i < 30; ++i)
        QTest::keyClick(canvas.get(), Qt::Key_Right);
    static_cast<void>(canvas->grab());
    QVERIFY(!canvas->isLastVisible());
    const auto scales = [&] {
        std::vector<double> all{canvas->timeScale().left(), canvas->timeScale().spacing()};
        for (const Pane& pane : canvas->scene().panes)
            all.insert(all.end(), {pane.scale.low(), pane.scale.high(), double(pane.rect.top()), double(pane.rect.height())});
        return all;
    };
    const auto before = scales();
    test::hoverAt(*canvas, QPoint(300, 60)); // the legends speak of this bar before and after
    const auto below = [&] {
        const QRect prices = canvas->scene().price().rect;
        return canvas->grab().toImage().copy(canvas->scene().plotArea().adjusted(0, prices.height() + 1, 0, 0));
    };
    const QImage picture = below();
    for (int i = 0; i < 5; ++i) {
        canvas->setBars(minuteBars(1'000 + i, 1), false);
        static_cast<void>(canvas->grab());
        QCOMPARE(scales(), before);
    }
    QCOMPARE(below(), picture); // on the candles only the line of the last price moves
}

void TstChartStudies::staleIsGrey()
{
    const auto canvas = shownCanvas();
    addMany(*canvas);
    const auto colourful = [&] {
        const QImage image = canvas->grab().toImage().convertToFormat(QImage::Format_RGB32);
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
            for (int x = 0; x < image.width(); ++x) {
                const int least = std::min({qRed(line[x]), qGreen(line[x]), qBlue(line[x])});
                const int most = std::max({qRed(line[x]), qGreen(line[x]), qBlue(line[x])});
                count += most > 120 && most - least > most / 2 ? 1 : 0;
            }
        }
        return count;
    };
    QVERIFY(colourful() > 1'000);
    canvas->setStale(true);
    QCOMPARE(colourful(), 0);
}

void TstChartStudies::hiddenDoesNoWork()
{
    const auto canvas = shownCanvas(10);
    canvas->hide();
    canvas->setBars(minuteBars(0, 400'000), true);
    const int id = canvas->addStudy(studyOf("adx")), builds = canvas->staticBuilds();
    QVERIFY(!canvas->studyState(id).isComplete);
    QTest::qWait(50);
    QVERIFY(!canvas->studyState(id).isComplete);
    QCOMPARE(canvas->staticBuilds(), builds);
    canvas->show();
    QTRY_VERIFY_WITH_TIMEOUT(canvas->studyState(id).isComplete, 30'000);
}

SPREADLINE_TEST(TstChartStudies)
#include "tst_chart_studies.moc"
