// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_menu.h"

#include "chart/chart_comparison.h"
#include "chart/chart_studies.h"
#include "chart/chart_toast.h"
#include "drawings/drawing_hand.h"
#include "test_main.h"

#include "panel_rig.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QToolButton>

using namespace spreadline;
using namespace spreadline::chart;
using spreadline::test::PanelRig;

class TstChartMenu : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void offersWhatIsUnderThePointer();
    void movesAStudyBetweenPanes();
    void actsOnADrawing();
    void actsOnAPane();
    void changesStyleAndScale();
    void showsAndHides();
    void copiesForOtherPrograms();
    void copiesInTheChosenZone();
    void removedStudiesComeBack();
    void removedDrawingsComeBack();
    void setsOfStudies();
    void rightClickOpensIt();

private:
    /// A menu filled for a place; its entries by their text, submenus with a slash.
    struct Menu {
        Menu(PanelRig& rig, const ChartPoint& at) { rig.panel.menu().fill(menu, at); }
        QAction* find(const QString& path) { return findIn(menu, path); }
        bool has(const QString& path) { return find(path) != nullptr; }
        void run(const QString& path)
        {
            QAction* action = find(path);
            QVERIFY2(action && action->isEnabled(), qPrintable(path));
            action->trigger();
        }
        static QAction* findIn(QMenu& in, const QString& path)
        {
            const QString name = path.section(QLatin1Char('/'), 0, 0), rest = path.section(QLatin1Char('/'), 1);
            for (QAction* action : in.actions()) {
                QString text = action->text().section(QLatin1Char('\t'), 0, 0);
                text.replace(QStringLiteral("&&"), QStringLiteral("\x1")).remove(QLatin1Char('&'));
                text.replace(QStringLiteral("\x1"), QStringLiteral("&"));
                if (text != name)
                    continue;
                return rest.isEmpty() ? action : action->menu() ? findIn(*action->menu(), rest) : nullptr;
            }
            return nullptr;
        }
        QMenu menu;
    };
    static ChartStudy study(const char* text)
    {
        ChartStudy made = newStudy(indicators::parseStudy(text).value());
        made.pane = -1;
        return made;
    }
    static std::uint64_t addLine(PanelRig& rig)
    {
        drawing::Drawing line = drawing::freshDrawing(drawing::DrawingKind::HorizontalLine);
        line.anchors = {{Timestamp::fromNanos(test::firstOpen), 101.5}};
        return static_cast<std::uint64_t>(book(rig).add(line));
    }
    static drawing::DrawingBook& book(PanelRig& rig) { return *rig.panel.canvas().hand().book(); }
    static ChartPoint atBar(int index)
    {
        ChartPoint at;
        at.time = Timestamp::fromNanos(test::firstOpen + index * test::minuteNanos);
        at.value = 101.237;
        return at;
    }
};

void TstChartMenu::offersWhatIsUnderThePointer()
{
    PanelRig rig;
    rig.begin();
    rig.showBars();
    QVERIFY(!Menu(rig, atBar(500)).has(QStringLiteral("Settings…")));
    QVERIFY(Menu(rig, atBar(500)).has(QStringLiteral("Go to date…")));
    ChartPoint at = atBar(500);
    at.study = rig.panel.canvas().addStudy(study("rsi(14)"));
    Menu menu(rig, at);
    QVERIFY(menu.has(QStringLiteral("RSI 14")));
    QVERIFY(!menu.find(QStringLiteral("RSI 14"))->isEnabled());
    QVERIFY(menu.has(QStringLiteral("Settings…")));
    QVERIFY(!menu.has(QStringLiteral("Duplicate")));
    menu.run(QStringLiteral("Hide"));
    QVERIFY(!rig.panel.canvas().study(*at.study)->isShown);
    Menu(rig, at).run(QStringLiteral("Show"));
    QVERIFY(rig.panel.canvas().study(*at.study)->isShown);
    Menu(rig, at).run(QStringLiteral("Remove"));
    QVERIFY(rig.panel.canvas().studyIds().empty());

    QVERIFY(rig.panel.comparison().add(QStringLiteral("ETHUSDT")));
    ChartPoint other = atBar(500);
    other.compared = rig.panel.comparison().ids().front();
    Menu(rig, other).run(QStringLiteral("Colour/Rose"));
    QCOMPARE(rig.panel.comparison().symbols().front().ink, Ink::Rose);
    Menu(rig, other).run(QStringLiteral("Remove"));
    QVERIFY(rig.panel.comparison().ids().empty());
}

void TstChartMenu::movesAStudyBetweenPanes()
{
    PanelRig rig;
    rig.begin();
    ChartPoint at = atBar(500);
    at.study = rig.panel.canvas().addStudy(study("ema(20)"));
    QCOMPARE(rig.panel.canvas().paneLayout().size(), std::size_t(1));
    Menu(rig, at).run(QStringLiteral("To a pane of its own"));
    QCOMPARE(rig.panel.canvas().paneLayout().size(), std::size_t(2));
    QVERIFY(rig.panel.canvas().study(*at.study)->pane != 0);
    Menu(rig, at).run(QStringLiteral("Over the candles"));
    QCOMPARE(rig.panel.canvas().paneLayout().size(), std::size_t(1));
    // An oscillator has no place on the scale of prices.
    at.study = rig.panel.canvas().addStudy(study("rsi(14)"));
    QVERIFY(!Menu(rig, at).has(QStringLiteral("Over the candles")));
}

void TstChartMenu::actsOnADrawing()
{
    PanelRig rig;
    rig.begin();
    rig.showBars();
    ChartPoint at = atBar(500);
    at.drawing = addLine(rig);
    const auto& page = [&rig]() -> const drawing::DrawingBook::Page& { return book(rig).page(); };
    Menu(rig, at).run(QStringLiteral("Lock"));
    QVERIFY(page()[0]->locked);
    Menu(rig, at).run(QStringLiteral("Remove"));
    QCOMPARE(page().size(), std::size_t(1)); // locked: told, not done
    QVERIFY(rig.panel.findChild<ChartToast*>()->isVisible());
    Menu(rig, at).run(QStringLiteral("Unlock"));
    Menu(rig, at).run(QStringLiteral("Duplicate"));
    QCOMPARE(page().size(), std::size_t(2));
    Menu(rig, at).run(QStringLiteral("Order/To the front"));
    QCOMPARE(static_cast<std::uint64_t>(page().back()->id), at.drawing);
    Menu(rig, at).run(QStringLiteral("Remove"));
    QCOMPARE(page().size(), std::size_t(1));
    QVERIFY(book(rig).find(drawing::DrawingId{at.drawing}) == nullptr);
}

void TstChartMenu::actsOnAPane()
{
    PanelRig rig;
    rig.begin();
    ChartPoint at = atBar(500);
    const int id = rig.panel.canvas().addStudy(study("rsi(14)"));
    at.pane = rig.panel.canvas().study(id)->pane;
    const auto first = [&rig] { return rig.panel.canvas().paneLayout().front().key; };
    QVERIFY(!Menu(rig, at).has(QStringLiteral("Move pane down")));
    Menu(rig, at).run(QStringLiteral("Move pane up"));
    QCOMPARE(first(), at.pane);
    Menu(rig, at).run(QStringLiteral("Only this pane"));
    QCOMPARE(rig.panel.canvas().maximisedPane(), std::optional(at.pane));
    Menu(rig, at).run(QStringLiteral("All panes"));
    QVERIFY(!rig.panel.canvas().maximisedPane());
    Menu(rig, at).run(QStringLiteral("Remove pane"));
    QVERIFY(rig.panel.canvas().studyIds().empty());
}

void TstChartMenu::changesStyleAndScale()
{
    PanelRig rig;
    rig.begin();
    ChartCanvas& canvas = rig.panel.canvas();
    Menu(rig, {}).run(QStringLiteral("Chart style/Heikin-Ashi"));
    QCOMPARE(canvas.priceStyle(), PriceStyle::HeikinAshi);
    QVERIFY(Menu(rig, {}).find(QStringLiteral("Chart style/Heikin-Ashi"))->isChecked());
    Menu(rig, {}).run(QStringLiteral("Price scale/Logarithmic"));
    QCOMPARE(canvas.priceScale().mode(), ScaleMode::Log);
    Menu(rig, {}).run(QStringLiteral("Price scale/Inverted"));
    QVERIFY(canvas.priceScale().isInverted());
    Menu(rig, {}).run(QStringLiteral("Price scale/Fitted to what is seen"));
    QVERIFY(!canvas.priceScale().isAuto());
    Menu(rig, {}).run(QStringLiteral("Reset the view"));
    QVERIFY(canvas.priceScale().isAuto());
}

void TstChartMenu::showsAndHides()
{
    PanelRig rig;
    rig.begin();
    QSignalSpy told(&rig.panel, &ChartPanel::settingsChanged);
    const auto before = rig.panel.settings();
    for (const char* what : {"Volume", "Highest and lowest price", "Time until the bar closes", "Drawing tools"}) {
        const QString path = QStringLiteral("Show/") + QString::fromLatin1(what);
        QVERIFY(Menu(rig, {}).find(path)->isChecked());
        told.clear();
        Menu(rig, {}).run(path);
        QVERIFY(!told.isEmpty());
        QVERIFY(!Menu(rig, {}).find(path)->isChecked());
    }
    const auto after = rig.panel.settings();
    QVERIFY(before.isVolumeShown && !after.isVolumeShown);
    QVERIFY(before.areExtremesNamed && !after.areExtremesNamed);
    QVERIFY(before.isCountdownShown && !after.isCountdownShown);
    QCOMPARE(after.isDrawingBarShown, std::optional(false));
}

void TstChartMenu::copiesForOtherPrograms()
{
    PanelRig rig;
    rig.begin();
    rig.showBars();
    rig.panel.canvas().addStudy(study("sma(2)"));
    const ChartMenu& menu = rig.panel.menu();
    QCOMPARE(menu.priceText(atBar(500)), QStringLiteral("101.24"));
    QCOMPARE(menu.timeText(atBar(500)), QStringLiteral("2025-11-20T20:20:00Z"));
    const QStringList lines = menu.valuesText(atBar(500)).split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 2);
    const QStringList names = lines[0].split(QLatin1Char('\t')), values = lines[1].split(QLatin1Char('\t'));
    QCOMPARE(names.size(), values.size());
    QCOMPARE(names.first(), QStringLiteral("Time"));
    QVERIFY(names.last().startsWith(QStringLiteral("sma(2)")));
    const auto& closes = rig.panel.canvas().series().columns().closes();
    QCOMPARE(values[4], QString::number(closes[500], 'f', 2));
    QVERIFY(std::abs(values.last().toDouble() - (closes[499] + closes[500]) / 2) < 1e-6);
    QVERIFY(menu.valuesText({}).isEmpty());
    Menu(rig, atBar(500)).run(QStringLiteral("Copy/Price"));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("101.24"));
}

void TstChartMenu::copiesInTheChosenZone()
{
    PanelRig rig;
    rig.begin();
    rig.showBars();
    QVERIFY(rig.display.setZoneChoice(QStringLiteral("Asia/Kolkata")));
    QCOMPARE(rig.panel.menu().timeText(atBar(500)), QStringLiteral("2025-11-21T01:50:00+05:30"));
}

void TstChartMenu::removedStudiesComeBack()
{
    PanelRig rig;
    rig.begin();
    rig.panel.canvas().addStudy(study("rsi(14)"));
    rig.panel.canvas().addStudy(study("ema(50)"));
    const ChartSettings before = rig.panel.settings();
    Menu(rig, {}).run(QStringLiteral("Remove all indicators"));
    QVERIFY(rig.panel.canvas().studyIds().empty());
    rig.panel.canvas().addStudy(study("sma(9)"));
    auto* toast = rig.panel.findChild<ChartToast*>();
    QVERIFY(toast->isVisible());
    QTest::mouseClick(toast->findChild<QToolButton*>(QStringLiteral("toastAction")), Qt::LeftButton);
    const ChartSettings after = rig.panel.settings();
    QCOMPARE(after.studies.size(), std::size_t(3));
    QVERIFY(std::equal(before.studies.begin(), before.studies.end(), after.studies.begin()));
    QVERIFY(before.panes == after.panes);
}

void TstChartMenu::removedDrawingsComeBack()
{
    PanelRig rig;
    rig.begin();
    rig.showBars();
    addLine(rig);
    addLine(rig);
    Menu(rig, {}).run(QStringLiteral("Remove all drawings"));
    QVERIFY(book(rig).isEmpty());
    auto* toast = rig.panel.findChild<ChartToast*>();
    QTest::mouseClick(toast->findChild<QToolButton*>(QStringLiteral("toastAction")), Qt::LeftButton);
    QCOMPARE(book(rig).page().size(), std::size_t(2));
    QVERIFY(!toast->isVisible());
}

void TstChartMenu::setsOfStudies()
{
    PanelRig rig;
    rig.begin();
    rig.panel.canvas().addStudy(study("rsi(14)"));
    rig.panel.canvas().addStudy(study("ema(50)"));
    QVERIFY(rig.choices.keepTemplate(QStringLiteral("A & B"), rig.panel.studies().all()));
    rig.panel.studies().replaceAll({}, {});
    rig.panel.canvas().addStudy(study("sma(9)"));
    Menu(rig, {}).run(QStringLiteral("Indicator sets/A & B"));
    QVERIFY(rig.panel.studies().all() == rig.choices.studiesOf(QStringLiteral("A & B")));
    QCOMPARE(rig.panel.canvas().paneLayout().size(), std::size_t(2));
    Menu(rig, {}).run(QStringLiteral("Indicator sets/Forget/A & B"));
    QVERIFY(rig.choices.templateNames().isEmpty());
}

void TstChartMenu::rightClickOpensIt()
{
    PanelRig rig;
    rig.begin();
    rig.showBars();
    Q_EMIT rig.panel.canvas().menuWanted(rig.panel.mapToGlobal(QPoint(200, 200)), atBar(900));
    auto* menu = rig.find<QMenu>("chartMenu");
    QVERIFY(menu);
    QTRY_VERIFY(menu->isVisible());
    QVERIFY(!menu->actions().isEmpty());
    menu->close();
}

SPREADLINE_TEST(TstChartMenu)
#include "tst_chart_menu.moc"
