// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_comparison.h"
#include "chart/chart_drawings.h"
#include "chart/chart_toast.h"
#include "chart/chart_toolbar.h"
#include "chart/symbol_prompt.h"
#include "drawings/drawing_hand.h"
#include "drawings/drawing_toolbar.h"
#include "session/market_view.h"
#include "studies/study_dialog.h"
#include "studies/study_picker.h"
#include "test_main.h"

#include "panel_rig.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>

using namespace spreadline;
using namespace spreadline::chart;
using spreadline::test::minuteKlines;
using spreadline::test::PanelRig;

/// Symbols, the row above the chart, drawing tools.
class TstChartControls : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anExpressionIsASymbol();
    void badSymbolsAreRefused_data();
    void badSymbolsAreRefused();
    void ticksOfTwoSymbolsAreRefused();
    void completesTheLastPart_data();
    void completesTheLastPart();
    void theMostTradedComesFirst();
    void aLetterOpensThePrompt();
    void recentSymbolsComeFirst();
    void problemsAreSaidInTheBox();
    void toolbarActsOnTheChart();
    void toolbarFitsSmallCells_data();
    void toolbarFitsSmallCells();
    void fileButtonNeedsEntries();
    void drawingToolsAsTheWidthAllows();
    void drawingsBelongToTheSymbol();
    void lockedDrawingsAreToldOf();
    void choosesAreTold();
    void indicatorsComeFromThePicker();
    void anEditedStudyKeepsItsPane();

private:
    static QLineEdit& edit(PanelRig& rig) { return *rig.find("symbolPrompt")->findChild<QLineEdit*>(); }
    static QStringList rows(PanelRig& rig)
    {
        const auto& model = *rig.find("symbolPrompt")->findChild<QListView*>()->model();
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts << model.index(row, 0).data().toString();
        return texts;
    }
};

void TstChartControls::anExpressionIsASymbol()
{
    PanelRig rig;
    rig.begin(QStringLiteral("btcusdt / ethusdt"));
    QCOMPARE(rig.panel.symbol(), QStringLiteral("BTCUSDT/ETHUSDT"));
    QVERIFY(rig.isWanted(0) && rig.isWanted(1));
    rig.give(0, minuteKlines(0, 300));
    rig.give(1, minuteKlines(0, 300));
    QTRY_COMPARE(rig.bars(), std::size_t(300));
    QVERIFY(std::abs(rig.panel.canvas().series().columns().closes()[100] - 1) < 1e-12);
    QVERIFY(rig.panel.canvas().subject().volumeUnit.empty());
    QVERIFY(rig.panel.setSymbol(QStringLiteral("SOLUSDT")));
    QTRY_VERIFY(rig.wish(2) && !rig.wish(0) && !rig.wish(1));
}

void TstChartControls::badSymbolsAreRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Errc>("code");
    QTest::addColumn<QString>("said");
    QTest::newRow("unknown") << "NOSUCH" << Errc::UnknownInstrument << "NOSUCH";
    QTest::newRow("unknown part") << "BTCUSDT-NOSUCH" << Errc::UnknownInstrument << "NOSUCH";
    QTest::newRow("open end") << "BTCUSDT/" << Errc::BadSchema << "character 9";
    QTest::newRow("two symbols") << "BTCUSDT ETHUSDT" << Errc::BadSchema << "character 9";
    QTest::newRow("open bracket") << "(BTCUSDT" << Errc::BadSchema << "character 9";
    QTest::newRow("number") << "1.2.3*BTCUSDT" << Errc::BadSchema << "character";
}

void TstChartControls::badSymbolsAreRefused()
{
    QFETCH(const QString, text);
    QFETCH(const Errc, code);
    QFETCH(const QString, said);
    PanelRig rig;
    rig.begin();
    const Status shown = rig.panel.setSymbol(text);
    QVERIFY(!shown);
    QCOMPARE(shown.error().code, code);
    const QString problem = symbolProblem(shown.error());
    QVERIFY2(problem.contains(said), qPrintable(problem));
    QCOMPARE(rig.panel.symbol(), QStringLiteral("BTCUSDT"));
    QVERIFY(rig.wish(0));
}

void TstChartControls::ticksOfTwoSymbolsAreRefused()
{
    PanelRig rig;
    rig.begin(QStringLiteral("BTCUSDT/ETHUSDT"));
    const Interval before = rig.panel.interval();
    rig.panel.setInterval(Interval::ticks(100));
    QVERIFY(rig.panel.interval() == before);
    QVERIFY(rig.panel.findChild<ChartToast*>()->isVisible());
}

void TstChartControls::completesTheLastPart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("completed");
    QTest::newRow("all") << "eth"
                         << "ETH"
                         << "ETHUSDT";
    QTest::newRow("after a slash") << "BTCUSDT/et"
                                   << "ET"
                                   << "BTCUSDT/ETHUSDT";
    QTest::newRow("after a factor") << "BTCUSDT-1.5*e"
                                    << "E"
                                    << "BTCUSDT-1.5*ETHUSDT";
    QTest::newRow("number") << "BTCUSDT-15"
                            << ""
                            << "";
    QTest::newRow("operator") << "BTCUSDT-"
                              << ""
                              << "";
    QTest::newRow("digits alone") << "1000"
                                  << "1000"
                                  << "ETHUSDT";
}

void TstChartControls::completesTheLastPart()
{
    QFETCH(const QString, text);
    QFETCH(const QString, part);
    QFETCH(const QString, completed);
    QCOMPARE(typedPart(text), part);
    if (!part.isEmpty())
        QCOMPARE(withPart(text, QStringLiteral("ETHUSDT")), completed);
}

void TstChartControls::theMostTradedComesFirst()
{
    PanelRig rig;
    rig.list();
    rig.engine.put(std::vector{test::tickerOf(0, "100.00", "99.00", "1000"), test::tickerOf(1, "10.00", "9.00", "5000"),
                               test::tickerOf(2, "1.000", "1.000", "10")});
    rig.settle();
    const MarketView& market = rig.terminal.market();
    QCOMPARE(symbolsLike(market, {}, 10).join(QLatin1Char(' ')), QStringLiteral("ETHUSDT BTCUSDT SOLUSDT"));
    QCOMPARE(symbolsLike(market, QStringLiteral("T"), 10).size(), 3);
    QCOMPARE(symbolsLike(market, QStringLiteral("S"), 10).first(), QStringLiteral("SOLUSDT")); // begins with it
    QCOMPARE(symbolsLike(market, QStringLiteral("usdt"), 2).size(), 2);
    QVERIFY(symbolsLike(market, QStringLiteral("XYZ"), 10).isEmpty());
}

void TstChartControls::aLetterOpensThePrompt()
{
    PanelRig rig;
    rig.begin();
    rig.showBars();
    QTest::keyClick(&rig.panel.canvas(), Qt::Key_E);
    auto* prompt = rig.find("symbolPrompt");
    QVERIFY(prompt->isVisible());
    QTest::keyClicks(&edit(rig), QStringLiteral("t"));
    QCOMPARE(edit(rig).text().toUpper(), QStringLiteral("ET"));
    QCOMPARE(rows(rig), QStringList{QStringLiteral("ETHUSDT")});
    QTest::keyClick(&edit(rig), Qt::Key_Return);
    QVERIFY(!prompt->isVisible());
    QCOMPARE(rig.panel.symbol(), QStringLiteral("ETHUSDT"));
    QCOMPARE(rig.choices.recentSymbols().first(), QStringLiteral("ETHUSDT"));
}

void TstChartControls::recentSymbolsComeFirst()
{
    PanelRig rig;
    rig.begin();
    rig.choices.chose(QStringLiteral("SOLUSDT"));
    rig.choices.chose(QStringLiteral("BTCUSDT/ETHUSDT"));
    rig.panel.askForSymbol();
    QCOMPARE(rows(rig).join(QLatin1Char(' ')), QStringLiteral("BTCUSDT/ETHUSDT SOLUSDT BTCUSDT ETHUSDT")); // each once
    QTest::keyClick(&edit(rig), Qt::Key_Down);
    QTest::keyClick(&edit(rig), Qt::Key_Return);
    QCOMPARE(rig.panel.symbol(), QStringLiteral("SOLUSDT"));
    rig.panel.askForSymbol();
    QTest::keyClick(&edit(rig), Qt::Key_Escape);
    QVERIFY(!rig.find("symbolPrompt")->isVisible());
    QCOMPARE(rig.panel.symbol(), QStringLiteral("SOLUSDT"));
}

void TstChartControls::problemsAreSaidInTheBox()
{
    PanelRig rig;
    rig.begin();
    rig.panel.askForSymbol();
    const auto says = [&rig](const QString& words) {
        const auto labels = rig.find("symbolPrompt")->findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&](const QLabel* label) { return label->text().contains(words); });
    };
    edit(rig).setText(QStringLiteral("BTCUSDT//ETHUSDT"));
    QVERIFY(says(QStringLiteral("at character 9")));
    QTest::keyClick(&edit(rig), Qt::Key_Return);
    QVERIFY(rig.find("symbolPrompt")->isVisible());
    edit(rig).setText(QStringLiteral("BTCUSDT/XYZ"));
    QVERIFY(says(QStringLiteral("XYZ")));
    edit(rig).setText(QStringLiteral("(BTCUSDT+ETHUSDT)/2"));
    QVERIFY(says(QStringLiteral("Enter: (BTCUSDT+ETHUSDT)/2")));
    QTest::keyClick(&edit(rig), Qt::Key_Return);
    QCOMPARE(rig.panel.symbol(), QStringLiteral("(BTCUSDT+ETHUSDT)/2"));
}

void TstChartControls::toolbarActsOnTheChart()
{
    PanelRig rig;
    rig.begin();
    const ChartCanvas& canvas = rig.panel.canvas();
    const auto click = [&rig](const char* name) { rig.find<QAbstractButton>(name)->click(); };
    QCOMPARE(rig.find<QAbstractButton>("symbolButton")->text(), QStringLiteral("BTCUSDT"));
    click("logButton");
    QCOMPARE(canvas.priceScale().mode(), ScaleMode::Log);
    click("percentButton");
    QCOMPARE(canvas.priceScale().mode(), ScaleMode::Percent);
    QVERIFY(!rig.find<QAbstractButton>("logButton")->isChecked());
    click("percentButton");
    QCOMPARE(canvas.priceScale().mode(), ScaleMode::Linear);
    QVERIFY(rig.find<QAbstractButton>("autoButton")->isChecked());
    click("autoButton");
    QVERIFY(!canvas.priceScale().isAuto());
    click("symbolButton");
    QVERIFY(rig.find("symbolPrompt")->isVisible());
    QSignalSpy maximise(&rig.panel, &ChartPanel::maximiseRequested);
    click("maximiseButton");
    QCOMPARE(maximise.count(), 1);
    QMenu styles;
    rig.panel.findChild<ChartToolbar*>()->fillStyleMenu(styles);
    QCOMPARE(styles.actions().size(), 6);
    styles.actions()[3]->trigger();
    QCOMPARE(canvas.priceStyle(), PriceStyle::Line);
}

void TstChartControls::toolbarFitsSmallCells_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {260, 320, 400, 480, 640, 800, 1'300})
        QTest::addRow("%d", width) << width;
}

void TstChartControls::toolbarFitsSmallCells()
{
    QFETCH(const int, width);
    PanelRig rig({width, 300});
    rig.begin(QStringLiteral("BTCUSDT-1.5*ETHUSDT+SOLUSDT"));
    QVERIFY(rig.panel.comparison().add(QStringLiteral("ETHUSDT")));
    QCoreApplication::processEvents();
    QCOMPARE(rig.panel.width(), width);
    int end = 0;
    const auto* toolbar = rig.panel.findChild<ChartToolbar*>();
    for (QObject* child : toolbar->children()) {
        const auto* widget = qobject_cast<QWidget*>(child);
        if (!widget || widget->isWindow() || !widget->isVisible())
            continue;
        QVERIFY2(widget->geometry().right() < width, qPrintable(widget->objectName()));
        QVERIFY2(widget->geometry().left() >= end, qPrintable(widget->objectName()));
        end = widget->geometry().right();
    }
}

void TstChartControls::fileButtonNeedsEntries()
{
    PanelRig rig;
    rig.begin();
    auto* button = rig.find("fileButton");
    QVERIFY(!button->isVisible());
    rig.panel.fileMenu().addAction(QStringLiteral("Picture…"));
    QTRY_VERIFY(button->isVisible());
}

void TstChartControls::drawingToolsAsTheWidthAllows()
{
    PanelRig rig({1'000, 500});
    auto* bar = rig.panel.findChild<drawing::DrawingToolbar*>();
    QVERIFY(bar->isVisible());
    rig.panel.resize(640, 400);
    QVERIFY(!bar->isVisible());
    rig.find<QAbstractButton>("drawingBarButton")->click();
    QVERIFY(bar->isVisible());
    QCOMPARE(rig.panel.settings().isDrawingBarShown, std::optional(true));
    rig.panel.resize(1'000, 500);
    rig.find<QAbstractButton>("drawingBarButton")->click();
    rig.panel.canvas().hand().chooseTool(drawing::DrawingKind::TrendLine);
    QVERIFY(!bar->isVisible()); // as wished, whatever the width
}

void TstChartControls::drawingsBelongToTheSymbol()
{
    PanelRig rig;
    rig.begin();
    rig.showBars();
    drawing::Drawing line = drawing::freshDrawing(drawing::DrawingKind::HorizontalLine);
    line.anchors = {{Timestamp::fromNanos(test::firstOpen), 101.5}};
    auto& hand = rig.panel.canvas().hand();
    QVERIFY(hand.book()->add(line) != drawing::noDrawing);
    QVERIFY(rig.panel.setSymbol(QStringLiteral("BTCUSDT/ETHUSDT")));
    QVERIFY(hand.book()->isEmpty());
    QVERIFY(rig.panel.setSymbol(QStringLiteral("BTCUSDT")));
    QCOMPARE(hand.book()->page().size(), std::size_t(1));
    rig.panel.setInterval(Interval::time(std::chrono::hours(1)));
    QCOMPARE(hand.book()->page().size(), std::size_t(1)); // on every interval
}

void TstChartControls::lockedDrawingsAreToldOf()
{
    PanelRig rig;
    rig.begin();
    Q_EMIT rig.panel.canvas().hand().refused(drawing::Refusal::Locked);
    const auto* toast = rig.panel.findChild<ChartToast*>();
    QVERIFY(toast->isVisible());
    QVERIFY(toast->text().contains(QStringLiteral("locked")));
}

void TstChartControls::choosesAreTold()
{
    PanelRig rig;
    rig.begin();
    QSignalSpy symbols(&rig.panel, &ChartPanel::symbolChanged), intervals(&rig.panel, &ChartPanel::intervalChanged);
    QVERIFY(rig.panel.setSymbol(QStringLiteral("BTCUSDT")));
    rig.panel.setInterval(rig.panel.interval());
    QCOMPARE(symbols.count() + intervals.count(), 0);
    QVERIFY(rig.panel.setSymbol(QStringLiteral("ethusdt")));
    QCOMPARE(symbols.count(), 1);
    QCOMPARE(symbols[0][0].toString(), QStringLiteral("ETHUSDT"));
    QSignalSpy activated(&rig.panel, &ChartPanel::activated);
    QTest::mouseClick(&rig.panel.canvas(), Qt::LeftButton);
    QVERIFY(!activated.isEmpty());
}

void TstChartControls::indicatorsComeFromThePicker()
{
    PanelRig rig;
    rig.begin();
    rig.find<QAbstractButton>("studiesButton")->click();
    auto* picker = rig.panel.window()->findChild<studies::StudyPicker*>();
    QVERIFY(picker && picker->isVisible());
    auto* field = picker->findChild<QLineEdit*>();
    field->setText(QStringLiteral("rsi 21"));
    QTest::keyClick(field, Qt::Key_Return);
    const ChartCanvas& canvas = rig.panel.canvas();
    QCOMPARE(canvas.studyIds().size(), std::size_t(1));
    QCOMPARE(toString(canvas.study(canvas.studyIds()[0])->spec), std::string("rsi(21)"));
    QCOMPARE(canvas.paneLayout().size(), std::size_t(2));
    QCOMPARE(rig.choices.studies().recent.value(0), QStringLiteral("rsi"));
}

void TstChartControls::anEditedStudyKeepsItsPane()
{
    PanelRig rig;
    rig.begin();
    ChartCanvas& canvas = rig.panel.canvas();
    ChartStudy study = newStudy(indicators::parseStudy("rsi(14)").value());
    study.pane = -1;
    const int id = canvas.addStudy(study);
    const int pane = canvas.study(id)->pane;
    Q_EMIT canvas.studyEditWanted(id);
    auto* dialog = rig.panel.window()->findChild<studies::StudyDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    ChartStudy edited = newStudy(indicators::parseStudy("rsi(30)").value());
    edited.pane = 0; // the dialog knows no panes
    Q_EMIT dialog->edited(edited);
    QCOMPARE(toString(canvas.study(id)->spec), std::string("rsi(30)"));
    QCOMPARE(canvas.study(id)->pane, pane);
    canvas.removeStudy(id);
    Q_EMIT dialog->edited(edited); // it is still there: nothing to change any more
    QVERIFY(canvas.studyIds().empty());
    dialog->reject();
}

SPREADLINE_TEST(TstChartControls)
#include "tst_chart_controls.moc"
