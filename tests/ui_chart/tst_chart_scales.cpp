// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas_rig.h"
#include "test_main.h"

#include <QPainter>
#include <QSignalSpy>

using namespace spreadline;
using namespace spreadline::chart;
using spreadline::test::firstOpen;
using spreadline::test::minuteBars;
using spreadline::test::minuteNanos;
using spreadline::test::screenOf;
using spreadline::test::shownCanvas;
using spreadline::test::studyOf;
using spreadline::test::wholeOf;

/// Scale modes and price styles, other symbols on the candles' pane, and the whole of a chart for a file.
class TstChartScales : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void percentCountsFromTheFirstBarInSight();
    void comparedSharesThePercents();
    void comparedHasItsOwnScale();
    void aStudyIsNoFresherThanItsSecondSymbol();
    void comparedTicksPaintTheirPartOnly();
    void aSecondSymbolFeedsItsStudies();
    void everyStyleIsDrawn_data();
    void everyStyleIsDrawn();
    void heikinAshiFollows();
    void aFarStudyDoesNotFlattenTheCandles();
    void aStrangerOverTheCandlesHasItsOwnScale();
    void guestCrosshairStandsAtItsMoment();
    void markersStandAtTheirBars();
    void theWholeForAFile();
};

namespace {

std::vector<Bar> scaled(std::vector<Bar> bars, double factor)
{
    for (Bar& bar : bars) {
        for (double Bar::*price : {&Bar::open, &Bar::high, &Bar::low, &Bar::close})
            bar.*price *= factor;
    }
    return bars;
}

double firstClose(const ChartCanvas& canvas)
{
    const auto first = static_cast<std::size_t>(std::max(0.0, std::ceil(canvas.timeScale().left() - 0.5)));
    return canvas.series().columns().closes()[first];
}

int count(const QImage& image, QRgb colour)
{
    int result = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            result += (image.pixel(x, y) & 0xffffff) == (colour & 0xffffff) ? 1 : 0;
    }
    return result;
}

ComparedLook eth()
{
    ComparedLook look;
    look.name = "ETHUSDT";
    look.ink = Ink::Custom;
    look.custom = 0xfffe01dc;
    return look;
}

} // namespace

void TstChartScales::percentCountsFromTheFirstBarInSight()
{
    const auto canvas = shownCanvas();
    QSignalSpy changed(canvas.get(), &ChartCanvas::scaleChanged);
    canvas->setScaleMode(ScaleMode::Percent);
    QCOMPARE(changed.count(), 1);
    static_cast<void>(canvas->grab());
    QCOMPARE(canvas->priceScale().base(), firstClose(*canvas));
    for (int i = 0; i < 7; ++i)
        QTest::keyClick(canvas.get(), Qt::Key_Left);
    static_cast<void>(canvas->grab());
    QCOMPARE(canvas->priceScale().base(), firstClose(*canvas));
    QTest::keyClick(canvas.get(), Qt::Key_End); // right of the last bar there is nothing to count from
    canvas->setInverted(true);
    static_cast<void>(canvas->grab());
    QVERIFY(canvas->priceScale().isInverted() && canvas->priceScale().isPercent());
    canvas->setSubject({"ETHUSDT", 2, 0.01, "ETH"}, Interval::time(std::chrono::minutes(1)));
    QVERIFY(canvas->priceScale().isInverted() && canvas->priceScale().mode() == ScaleMode::Percent);
}

void TstChartScales::comparedSharesThePercents()
{
    const auto canvas = shownCanvas();
    canvas->setScaleMode(ScaleMode::Percent);
    const int id = canvas->addCompared(eth());
    canvas->setComparedBars(id, scaled(minuteBars(0, 1'000), 0.01), true);
    const QImage same = canvas->grab().toImage();
    QVERIFY(count(same, eth().custom) > 0);
    const double low = canvas->priceScale().low(), high = canvas->priceScale().high();

    auto faster = scaled(minuteBars(0, 1'000), 0.01); // twice as far from where it began: the scale must hold it
    const double base = faster[static_cast<std::size_t>(std::ceil(canvas->timeScale().left() - 0.5))].close;
    for (Bar& bar : faster)
        bar.close = base + 2 * (bar.close - base);
    canvas->setComparedBars(id, faster, true);
    static_cast<void>(canvas->grab());
    QVERIFY(canvas->priceScale().high() - canvas->priceScale().low() > 1.5 * (high - low));

    ComparedLook hidden = eth();
    hidden.isShown = false;
    canvas->changeCompared(id, hidden);
    QCOMPARE(count(canvas->grab().toImage(), eth().custom), 0);
    QCOMPARE(canvas->priceScale().high(), high);
    canvas->removeCompared(id);
    QVERIFY(canvas->comparedIds().empty());
    QVERIFY(!canvas->compared(id));
}

void TstChartScales::comparedHasItsOwnScale()
{
    const auto canvas = shownCanvas();
    const double low = canvas->priceScale().low(), high = canvas->priceScale().high();
    const int id = canvas->addCompared(eth());
    canvas->setComparedBars(id, scaled(minuteBars(0, 1'000), 50), true);
    QVERIFY(count(canvas->grab().toImage(), eth().custom) > 0);
    QCOMPARE(canvas->priceScale().low(), low);
    QCOMPARE(canvas->priceScale().high(), high);
    canvas->setComparedStale(id, true);
    QCOMPARE(count(canvas->grab().toImage(), eth().custom), 0);
}

/// A correlation with a symbol that stands still is not one of now, however live the chart's own bars are.
void TstChartScales::aStudyIsNoFresherThanItsSecondSymbol()
{
    const auto canvas = shownCanvas();
    const int other = canvas->addCompared(eth());
    canvas->setComparedBars(other, scaled(minuteBars(0, 1'000), 50), true);
    ChartStudy study = newStudy(*indicators::parseStudy("correlation(20)"));
    study.otherSymbol = QString::fromStdString(eth().name);
    study.pane = -1;
    study.looks[0].ink = Ink::Custom;
    study.looks[0].custom = 0xff12f0a3;
    const int id = canvas->addStudy(study);
    QVERIFY(!canvas->studyPlot(id).isStale);
    QVERIFY(count(canvas->grab().toImage(), study.looks[0].custom) > 0);
    canvas->setComparedStale(other, true);
    QVERIFY(canvas->studyPlot(id).isStale);
    QCOMPARE(count(canvas->grab().toImage(), study.looks[0].custom), 0);
    canvas->setComparedStale(other, false);
    QVERIFY(count(canvas->grab().toImage(), study.looks[0].custom) > 0);
}

void TstChartScales::comparedTicksPaintTheirPartOnly()
{
    const auto canvas = shownCanvas();
    canvas->setScaleMode(ScaleMode::Percent);
    const int id = canvas->addCompared(eth());
    canvas->setComparedBars(id, minuteBars(0, 1'000), true);
    static_cast<void>(canvas->grab());
    canvas->update();
    QCOMPARE(screenOf(*canvas), wholeOf(*canvas));
    const int builds = canvas->staticBuilds();
    auto last = minuteBars(999, 1);
    for (int i = 0; i < 12; ++i) {
        last[0].close = 96 + 0.4 * ((i * 5) % 12);
        canvas->setComparedBars(id, last, false);
        QCOMPARE(screenOf(*canvas), wholeOf(*canvas));
    }
    QCOMPARE(canvas->staticBuilds(), builds);
}

void TstChartScales::aSecondSymbolFeedsItsStudies()
{
    const auto canvas = shownCanvas();
    ChartStudy study = studyOf("corr(20)");
    study.otherSymbol = QStringLiteral("ETHUSDT");
    const int id = canvas->addStudy(study);
    QVERIFY(canvas->studyState(id).missingInputs & indicators::OtherClose);
    ComparedLook look = eth();
    look.isShown = false;
    const int other = canvas->addCompared(look);
    canvas->setComparedBars(other, scaled(minuteBars(0, 1'000), 2), true);
    QCOMPARE(canvas->studyState(id).missingInputs, 0u);
    const auto value = [&] { return canvas->studyPlot(id).columns[0].values.back(); };
    QVERIFY(std::abs(value() - 1) < 1e-6); // it moves as the chart's own symbol does
    auto last = scaled(minuteBars(999, 1), 2);
    last[0].close *= 0.9;
    canvas->setComparedBars(other, last, false);
    QVERIFY(value() < 0.99);
    canvas->removeCompared(other);
    QVERIFY(canvas->studyState(id).missingInputs & indicators::OtherClose);
}

void TstChartScales::everyStyleIsDrawn_data()
{
    QTest::addColumn<int>("style");
    QTest::addColumn<int>("mode");
    for (int style = 0; style <= static_cast<int>(PriceStyle::HeikinAshi); ++style) {
        for (int mode = 0; mode <= static_cast<int>(ScaleMode::Percent); ++mode)
            QTest::addRow("style %d mode %d", style, mode) << style << mode;
    }
}

void TstChartScales::everyStyleIsDrawn()
{
    QFETCH(const int, style);
    QFETCH(const int, mode);
    const auto canvas = shownCanvas();
    canvas->setPriceStyle(static_cast<PriceStyle>(style));
    canvas->setScaleMode(static_cast<ScaleMode>(mode));
    canvas->setInverted(mode == 1);
    canvas->setVolumeShown(style != 1);
    QCOMPARE(static_cast<int>(canvas->priceStyle()), style);
    canvas->update();
    QCOMPARE(screenOf(*canvas), wholeOf(*canvas));
    auto last = minuteBars(999, 1);
    for (int i = 0; i < 8; ++i) {
        last[0].close = last[0].low + (last[0].high - last[0].low) * ((i * 3) % 8) / 8;
        canvas->setBars(last, false);
        QCOMPARE(screenOf(*canvas), wholeOf(*canvas));
    }
    canvas->setBars(minuteBars(1'000, 1), false);
    QCOMPARE(screenOf(*canvas), wholeOf(*canvas));
}

void TstChartScales::heikinAshiFollows()
{
    const auto canvas = shownCanvas();
    canvas->setPriceStyle(PriceStyle::HeikinAshi);
    QVERIFY(canvas->scene().shown != &canvas->series().columns());
    for (int i = 999; i < 1'010; ++i)
        canvas->setBars(minuteBars(i, 2), false);
    canvas->setBars(minuteBars(-50, 50), false);
    const KlineColumns& shown = *canvas->scene().shown;
    QVERIFY(std::ranges::equal(shown.times(), canvas->series().columns().times()));
    const auto last = shown.size() - 1;
    QCOMPARE(shown.opens()[last], (shown.opens()[last - 1] + shown.closes()[last - 1]) / 2);
    const Bar bar = canvas->series().columns().at(last);
    QVERIFY(std::abs(shown.closes()[last] - (bar.open + bar.high + bar.low + bar.close) / 4) < 1e-9);
    canvas->setPriceStyle(PriceStyle::Candles);
    QCOMPARE(canvas->scene().shown, &canvas->series().columns());
}

void TstChartScales::aFarStudyDoesNotFlattenTheCandles()
{
    const auto canvas = shownCanvas();
    const auto height = [&] { return canvas->priceScale().high() - canvas->priceScale().low(); };
    const double before = height();
    canvas->addStudy(studyOf("bbands(20,2)")); // reaches a little beyond
    static_cast<void>(canvas->grab());
    QVERIFY(height() >= before);
    canvas->addStudy(studyOf("bbands(200,10)"));
    static_cast<void>(canvas->grab());
    QVERIFY(height() > before && height() < 4 * before);
}

void TstChartScales::aStrangerOverTheCandlesHasItsOwnScale()
{
    const auto canvas = shownCanvas();
    const double low = canvas->priceScale().low(), high = canvas->priceScale().high();
    ChartStudy obv = studyOf("obv");
    obv.pane = Pane::priceKey;
    const int id = canvas->addStudy(obv);
    static_cast<void>(canvas->grab());
    QCOMPARE(canvas->paneLayout().size(), std::size_t(1));
    QCOMPARE(canvas->priceScale().low(), low);
    QCOMPARE(canvas->priceScale().high(), high);
    canvas->update();
    QCOMPARE(screenOf(*canvas), wholeOf(*canvas));
    auto tick = minuteBars(999, 1);
    tick[0].volume *= 1.05;
    canvas->setBars(tick, false);
    QCOMPARE(screenOf(*canvas), wholeOf(*canvas));
    QVERIFY(canvas->studyState(id).isComplete);
}

void TstChartScales::guestCrosshairStandsAtItsMoment()
{
    const auto canvas = shownCanvas();
    canvas->addStudy(studyOf("rsi(14)"));
    canvas->update();
    const QImage without = screenOf(*canvas);
    canvas->setGuestCrosshair(Timestamp::fromNanos(firstOpen + 970 * minuteNanos + 30'000'000'000));
    const QImage with = screenOf(*canvas);
    QVERIFY(with != without);
    QCOMPARE(with, wholeOf(*canvas));
    const int x = static_cast<int>(canvas->timeScale().x(970));
    int changed = 0;
    for (const Pane& pane : canvas->scene().panes) {
        for (int y = pane.rect.top(); y < pane.rect.bottom(); ++y)
            changed += with.pixel(x, y) != without.pixel(x, y) ? 1 : 0;
        QVERIFY(changed > pane.rect.height() / 4);
        changed = 0;
    }
    canvas->setGuestCrosshair(std::nullopt);
    QCOMPARE(screenOf(*canvas), without);
    canvas->setGuestCrosshair(Timestamp::fromNanos(firstOpen - 1)); // before the first bar
    QCOMPARE(screenOf(*canvas), without);
}

void TstChartScales::markersStandAtTheirBars()
{
    const auto canvas = shownCanvas();
    std::vector<Marker> markers;
    for (int i = 0; i < 5'000; ++i)
        markers.push_back({firstOpen + (i % 1'000) * minuteNanos, 100, i % 2 == 0 ? Marker::Shape::Buy : Marker::Shape::Sell});
    canvas->setMarkers(markers);
    canvas->addMarker({firstOpen + 999 * minuteNanos, 100, Marker::Shape::Note, Ink::Amber});
    canvas->update();
    const QImage before = screenOf(*canvas);
    QCOMPARE(before, wholeOf(*canvas));
    const int builds = canvas->staticBuilds();
    auto last = minuteBars(999, 1);
    for (int i = 0; i < 10; ++i) {
        last[0].close = last[0].low + (last[0].high - last[0].low) * ((i * 3) % 8) / 8;
        canvas->setBars(last, false);
        QCOMPARE(screenOf(*canvas), wholeOf(*canvas));
    }
    QCOMPARE(canvas->staticBuilds(), builds);
    canvas->setMarkers({});
    QVERIFY(screenOf(*canvas) != before);
}

void TstChartScales::theWholeForAFile()
{
    const auto canvas = shownCanvas();
    for (const char* study : {"bbands", "rsi(14)", "macd"})
        canvas->addStudy(studyOf(study));
    const QImage screen = canvas->grab().toImage().convertToFormat(QImage::Format_RGB32);
    const int builds = canvas->staticBuilds();
    QImage file(canvas->size(), QImage::Format_RGB32);
    QPainter painter(&file);
    canvas->drawTo(painter);
    painter.end();
    QCOMPARE(file, screen);
    QCOMPARE(canvas->staticBuilds(), builds);
    QImage large(canvas->size() * 2, QImage::Format_RGB32);
    QPainter twice(&large);
    twice.scale(2, 2);
    canvas->drawTo(twice);
    twice.end();
    QVERIFY(count(large, Theme::dark().panel.rgb()) > 3 * count(file, Theme::dark().panel.rgb()));
}

SPREADLINE_TEST(TstChartScales)
#include "tst_chart_scales.moc"
