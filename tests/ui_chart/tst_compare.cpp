// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_comparison.h"
#include "chart/chart_studies.h"
#include "chart/chart_toast.h"
#include "chart/symbol_prompt.h"
#include "test_main.h"

#include "panel_rig.h"

#include <QLineEdit>

#include <algorithm>
#include <set>

using namespace spreadline;
using spreadline::chart::ScaleMode;
using spreadline::test::minuteKlines;
using spreadline::test::PanelRig;

class TstCompare : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void firstTurnsToPercentAndLastBack();
    void aScaleChosenMeanwhileStays();
    void eachHasBarsOfItsOwn();
    void anIntervalAsksAnew();
    void goesAsFarBackAsTheChart();
    void whatIsThereIsNotAddedAgain();
    void inksDiffer();
    void aStudysSecondSymbolIsHidden();
    void aComparedSymbolServesAStudyToo();
    void failureIsTold();
    void hiddenChartsAskForNothing();
    void promptAddsExpressions();

private:
    static chart::ChartComparison& comparison(PanelRig& rig) { return rig.panel.comparison(); }
    static ScaleMode mode(PanelRig& rig) { return rig.panel.canvas().priceScale().mode(); }
    static chart::ChartStudy correlation(const char* other);
};

chart::ChartStudy TstCompare::correlation(const char* other)
{
    chart::ChartStudy study = chart::newStudy(indicators::parseStudy("corr(20)").value());
    study.pane = -1;
    study.otherSymbol = QString::fromLatin1(other);
    return study;
}

void TstCompare::firstTurnsToPercentAndLastBack()
{
    PanelRig rig;
    rig.begin();
    rig.panel.canvas().setScaleMode(ScaleMode::Log);
    QVERIFY(comparison(rig).add(QStringLiteral("ETHUSDT")));
    QCOMPARE(mode(rig), ScaleMode::Percent);
    QVERIFY(comparison(rig).add(QStringLiteral("SOLUSDT")));
    comparison(rig).remove(comparison(rig).ids().front());
    QCOMPARE(mode(rig), ScaleMode::Percent);
    comparison(rig).remove(comparison(rig).ids().front());
    QCOMPARE(mode(rig), ScaleMode::Log);
    QVERIFY(rig.panel.canvas().comparedIds().empty());
}

void TstCompare::aScaleChosenMeanwhileStays()
{
    PanelRig rig;
    rig.begin();
    QVERIFY(comparison(rig).add(QStringLiteral("ETHUSDT")));
    rig.panel.canvas().setScaleMode(ScaleMode::Log);
    comparison(rig).removeAll();
    QCOMPARE(mode(rig), ScaleMode::Log);
}

void TstCompare::eachHasBarsOfItsOwn()
{
    PanelRig rig;
    rig.begin();
    rig.showBars();
    QVERIFY(comparison(rig).add(QStringLiteral("ETHUSDT")));
    QVERIFY(rig.isWanted(1));
    QVERIFY(rig.wish(1)->interval == rig.panel.interval());
    const int id = comparison(rig).ids().front();
    const auto* look = rig.panel.canvas().compared(id);
    QVERIFY(look && look->isShown);
    QCOMPARE(look->name, std::string("ETHUSDT"));
    rig.give(1, minuteKlines(0, 1'000));
    comparison(rig).remove(id);
    QTRY_VERIFY(!rig.wish(1));
    QVERIFY(rig.wish(0));
}

void TstCompare::anIntervalAsksAnew()
{
    PanelRig rig;
    rig.begin();
    QVERIFY(comparison(rig).add(QStringLiteral("ETHUSDT")));
    QVERIFY(rig.isWanted(1));
    const Interval hour = Interval::time(std::chrono::hours(1));
    rig.panel.setInterval(hour);
    QTRY_VERIFY(rig.wish(1)->interval == hour);
    QVERIFY(rig.wish(0)->interval == hour);
}

void TstCompare::goesAsFarBackAsTheChart()
{
    PanelRig rig;
    rig.begin();
    rig.showBars();
    QVERIFY(comparison(rig).add(QStringLiteral("ETHUSDT")));
    QVERIFY(rig.isWanted(1));
    rig.give(1, minuteKlines(500, 500));
    const auto asked = [&rig] { return std::ranges::count(rig.engine.olderAsked, rig.wish(1)->chart); };
    QTRY_COMPARE(asked(), 1);
    rig.give(1, minuteKlines(0, 500), false);
    rig.give(0, minuteKlines(999, 2), false);
    QCOMPARE(asked(), 1); // far enough
    rig.give(0, minuteKlines(-500, 500), false);
    QTRY_COMPARE(asked(), 2);
}

void TstCompare::whatIsThereIsNotAddedAgain()
{
    PanelRig rig;
    rig.begin();
    QVERIFY(comparison(rig).add(QStringLiteral("ethusdt")));
    const Status again = comparison(rig).add(QStringLiteral("ETHUSDT"));
    QVERIFY(!again);
    QCOMPARE(again.error().code, Errc::BadUsage);
    QCOMPARE(comparison(rig).ids().size(), std::size_t(1));
    const Status unknown = comparison(rig).add(QStringLiteral("NOSUCH"));
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, Errc::UnknownInstrument);
}

void TstCompare::inksDiffer()
{
    PanelRig rig;
    rig.begin();
    std::set<std::pair<Ink, QRgb>> inks;
    for (int i = 1; i <= 9; ++i)
        QVERIFY(comparison(rig).add(QStringLiteral("ETHUSDT*%1").arg(i + 1)));
    for (const auto& other : comparison(rig).symbols())
        inks.insert({other.ink, other.ink == Ink::Custom ? other.custom : 0});
    QCOMPARE(inks.size(), std::size_t(9));
    const int id = comparison(rig).ids().front();
    comparison(rig).recolour(id, Ink::Rose, {});
    QCOMPARE(rig.panel.canvas().compared(id)->ink, Ink::Rose);
}

void TstCompare::aStudysSecondSymbolIsHidden()
{
    PanelRig rig;
    rig.begin();
    rig.showBars();
    const int study = rig.panel.studies().add(correlation("ethusdt"));
    QVERIFY(rig.isWanted(1));
    QVERIFY(comparison(rig).symbols().empty());
    QCOMPARE(mode(rig), ScaleMode::Linear);
    const std::vector<int> others = rig.panel.canvas().comparedIds();
    QCOMPARE(others.size(), std::size_t(1));
    QVERIFY(!rig.panel.canvas().compared(others[0])->isShown);
    rig.give(1, minuteKlines(0, 1'000));
    QCOMPARE(rig.panel.canvas().studyState(study).missingInputs, 0U);
    const auto plot = rig.panel.canvas().studyPlot(study);
    QVERIFY(std::abs(plot.columns.at(0).values[900] - 1) < 1e-9); // the same prices
    rig.panel.canvas().removeStudy(study);
    QTRY_VERIFY(!rig.wish(1));
    QVERIFY(rig.panel.canvas().comparedIds().empty());
}

void TstCompare::aComparedSymbolServesAStudyToo()
{
    PanelRig rig;
    rig.begin();
    QVERIFY(comparison(rig).add(QStringLiteral("ETHUSDT")));
    const int study = rig.panel.studies().add(correlation("ETHUSDT"));
    QCOMPARE(rig.panel.canvas().comparedIds().size(), std::size_t(1));
    comparison(rig).removeAll();
    QCOMPARE(rig.panel.canvas().comparedIds().size(), std::size_t(1)); // the study still reads it
    QVERIFY(!rig.panel.canvas().compared(rig.panel.canvas().comparedIds()[0])->isShown);
    QVERIFY(rig.isWanted(1));
    rig.panel.canvas().removeStudy(study);
    QVERIFY(rig.panel.canvas().comparedIds().empty());
}

void TstCompare::failureIsTold()
{
    PanelRig rig;
    rig.begin();
    QVERIFY(comparison(rig).add(QStringLiteral("ETHUSDT")));
    QVERIFY(rig.isWanted(1));
    ChartUpdate failed = rig.update(1, {}, true);
    failed.failure = Error{Errc::RateLimited, "/fapi/v1/klines", {}};
    rig.engine.put(failed);
    auto* toast = rig.panel.findChild<chart::ChartToast*>();
    QTRY_VERIFY(toast->isVisible());
    QVERIFY2(toast->text().startsWith(QStringLiteral("ETHUSDT: ")), qPrintable(toast->text()));
}

void TstCompare::hiddenChartsAskForNothing()
{
    PanelRig rig;
    rig.begin();
    QVERIFY(comparison(rig).add(QStringLiteral("ETHUSDT")));
    QVERIFY(rig.isWanted(1));
    rig.panel.hide();
    QTRY_VERIFY(rig.engine.interest.charts.empty());
    rig.panel.show();
    QTRY_COMPARE(rig.engine.interest.charts.size(), std::size_t(2));
}

void TstCompare::promptAddsExpressions()
{
    PanelRig rig;
    rig.begin();
    rig.panel.askForComparison();
    auto* prompt = rig.find<chart::SymbolPrompt>("comparePrompt");
    auto* edit = prompt->findChild<QLineEdit*>();
    QVERIFY(prompt->isVisible());
    edit->setText(QStringLiteral("ethusdt/sol"));
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(!prompt->isVisible());
    QCOMPARE(comparison(rig).symbols().size(), std::size_t(1));
    QCOMPARE(comparison(rig).symbols()[0].text, QStringLiteral("ETHUSDT/SOLUSDT"));
    QVERIFY(rig.isWanted(1) && rig.isWanted(2));
    rig.panel.askForComparison();
    edit->setText(QStringLiteral("BTCUSDT")); // what the chart shows itself
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(comparison(rig).symbols().size(), std::size_t(1));
    QVERIFY(rig.panel.findChild<chart::ChartToast*>()->isVisible());
}

SPREADLINE_TEST(TstCompare)
#include "tst_compare.moc"
