// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/chart_study.h"
#include "plot/study_plot.h"
#include "test_main.h"

#include <cmath>
#include <set>

using namespace spreadline;
using namespace spreadline::chart;
using spreadline::indicators::Output;

namespace {

indicators::StudySpec spec(const char* text)
{
    const auto parsed = indicators::parseStudy(text);
    return parsed ? *parsed : indicators::StudySpec();
}

} // namespace

class TstChartStudy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shortNames_data();
    void shortNames();
    void everyStudyHasAShortNameOfItsOwn();
    void everyStudyHasALookForEachOutput();
    void studiesOneAfterTheOtherDiffer();
    void partsOfAStudyDiffer();
    void seenIsWhatStandsOnTheScreen();
    void seenLeavesOutWhatIsHidden();
    void histogramsAreSeenFromZero();
};

void TstChartStudy::shortNames_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    const auto row = [](const char* text, const char* name) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(name);
    };
    row("rsi(14)", "RSI 14");
    row("macd(12,26,9)", "MACD 12 26 9");
    row("bbands(n=20,k=2)", "BB 20 2");
    row("bbands(20,2.5)", "BB 20 2.5");
    row("ema(50)@4h", "EMA 50 · 4h");
    row("ema(50)@4h:forming", "EMA 50 · 4h forming");
    row("sma(20,source=hl2)", "SMA 20 hl2");
    row("psar", "SAR 0.02 0.2");
    row("ichimoku", "Ichimoku 9 26 52 26");
    row("vwap", "VWAP");
    row("vwap(session=14400000)", "VWAP 4h");
    row("vwap(k=2)", "VWAP 2");
    row("avwap(1773273600000)", "AVWAP 2026-03-12");
    row("avwap(1773324000000)", "AVWAP 2026-03-12 14:00");
    row("cvd(86400000,-3600000)", "CVD 1d −1h");
    row("obv", "OBV");
    row("willr", "%R 14");
    row("heikin_ashi", "Heikin-Ashi");
    row("open_interest", "OI");
}

void TstChartStudy::shortNames()
{
    QFETCH(const QString, text);
    QFETCH(const QString, name);
    const auto parsed = indicators::parseStudy(text.toStdString());
    QVERIFY(parsed);
    QCOMPARE(QString::fromStdString(shortName(*parsed)), name);
}

void TstChartStudy::everyStudyHasAShortNameOfItsOwn()
{
    std::set<std::string> seen;
    for (const auto& info : indicators::allStudies()) {
        const std::string name = shortName(spec(std::string(info.name).c_str()));
        QVERIFY2(name.size() >= 2 && name.size() <= 24, name.c_str());
        QVERIFY2(name.find('_') == std::string::npos, name.c_str());
        QVERIFY2(seen.insert(name).second, name.c_str());
    }
}

void TstChartStudy::everyStudyHasALookForEachOutput()
{
    for (const auto& info : indicators::allStudies()) {
        const ChartStudy study = newStudy(spec(std::string(info.name).c_str()));
        QCOMPARE(study.looks.size(), info.outputs.size());
        QCOMPARE(study.pane, -1);
        bool any = false;
        for (std::size_t i = 0; i < study.looks.size(); ++i) {
            QCOMPARE(study.looks[i].isShown, info.outputs[i].kind != Output::Kind::Value);
            QCOMPARE(static_cast<int>(study.looks[i].dash), static_cast<int>(info.outputs[i].dash));
            any |= study.looks[i].isShown;
        }
        QVERIFY(any);
    }
}

void TstChartStudy::studiesOneAfterTheOtherDiffer()
{
    std::vector<ChartStudy> taken;
    std::set<Ink> inks;
    for (const char* text : {"ema(20)", "ema(50)", "bbands", "rsi", "vwap"}) {
        taken.push_back(newStudy(spec(text), taken));
        for (std::size_t i = 0; i < taken.back().looks.size(); ++i) {
            if (taken.back().spec.study->outputs[i].role == Output::Role::Primary)
                inks.insert(taken.back().looks[i].ink);
        }
    }
    QCOMPARE(inks.size(), std::size_t(5));
    taken.erase(taken.begin() + 1); // its colour is the free one now
    QCOMPARE(static_cast<int>(newStudy(spec("sma"), taken).looks[0].ink), static_cast<int>(Ink::Amber));
}

void TstChartStudy::partsOfAStudyDiffer()
{
    const ChartStudy macd = newStudy(spec("macd"));
    QVERIFY(macd.looks[0].ink != macd.looks[1].ink);
    QCOMPARE(static_cast<int>(macd.looks[2].ink), static_cast<int>(Ink::Up));
    const ChartStudy bands = newStudy(spec("bbands"));
    QCOMPARE(static_cast<int>(bands.looks[0].ink), static_cast<int>(bands.looks[1].ink)); // a channel is one thing
    const ChartStudy dmi = newStudy(spec("dmi"));
    QCOMPARE(static_cast<int>(dmi.looks[0].ink), static_cast<int>(Ink::Up));
    QCOMPARE(static_cast<int>(dmi.looks[1].ink), static_cast<int>(Ink::Down));
}

namespace {

/// A hundred bars, of which the slots 40 to 59 are on the screen.
struct Screen {
    ChartSeries series;
    ChartScene scene;
    std::vector<double> values;
    ValuePyramid pyramid;

    Screen()
    {
        series.reset(Interval::time(std::chrono::minutes(1)));
        std::vector<Bar> bars;
        for (int i = 0; i < 100; ++i) {
            bars.push_back({(i + 1) * 60'000'000'000LL, 10, 11, 9, 10, 1});
            values.push_back(i);
        }
        series.merge(std::move(bars));
        scene.series = &series;
        scene.time.setWidth(160);
        scene.time.setCount(100);
        scene.time.showFrom(40);
    }
    StudyPlot plot(const ChartStudy& study, int displacement = 0)
    {
        StudyPlot plot;
        plot.study = &study;
        for (std::size_t i = 0; i < study.looks.size(); ++i)
            plot.columns.push_back({values, &pyramid, displacement});
        return plot;
    }
};

} // namespace

void TstChartStudy::seenIsWhatStandsOnTheScreen()
{
    Screen screen;
    const ChartStudy study = newStudy(spec("ema"));
    const ValueRange here = seenRange(screen.scene, screen.plot(study));
    QVERIFY(here.low >= 38 && here.low <= 40);
    QVERIFY(here.high >= 59 && here.high <= 61);
    const ValueRange ahead = seenRange(screen.scene, screen.plot(study, 25));
    QVERIFY(ahead.low >= 13 && ahead.low <= 15);
    QVERIFY(ahead.high >= 34 && ahead.high <= 36);
    QVERIFY(seenRange(screen.scene, screen.plot(study, -80)).isEmpty());
    QVERIFY(seenRange(screen.scene, screen.plot(study, 80)).isEmpty());
}

void TstChartStudy::seenLeavesOutWhatIsHidden()
{
    Screen screen;
    ChartStudy study = newStudy(spec("ema"));
    study.looks[0].isShown = false;
    QVERIFY(seenRange(screen.scene, screen.plot(study)).isEmpty());
    study.looks[0].isShown = true;
    study.isShown = false;
    QVERIFY(seenRange(screen.scene, screen.plot(study)).isEmpty());
    std::ranges::fill(screen.values, NAN);
    study.isShown = true;
    QVERIFY(seenRange(screen.scene, screen.plot(study)).isEmpty());
}

void TstChartStudy::histogramsAreSeenFromZero()
{
    Screen screen;
    const ChartStudy study = newStudy(spec("funding"));
    const ValueRange seen = seenRange(screen.scene, screen.plot(study));
    QCOMPARE(seen.low, 0.0);
    QVERIFY(seen.high >= 59);
}

SPREADLINE_TEST(TstChartStudy)
#include "tst_chart_study.moc"
