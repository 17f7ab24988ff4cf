// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_canvas.h"
#include "chart/chart_cell.h"
#include "chart/chart_choices.h"
#include "chart/chart_grid.h"
#include "market/tape_canvas.h"
#include "models/favourites.h"
#include "scripted_engine.h"
#include "settings/json_file.h"
#include "shell/grid_button.h"
#include "shell/main_window.h"
#include "style/display_options.h"
#include "test_main.h"
#include "widgets/status_cell.h"
#include "widgets/toast_stack.h"

#include <QApplication>
#include <QDir>
#include <QJsonArray>
#include <QMenu>
#include <QTableView>
#include <QTemporaryDir>

using namespace spreadline;
using namespace spreadline::test;
using chart::GridShape;

namespace {

const Interval fiveMinutes = Interval::time(std::chrono::minutes(5));

QString sourceFolder()
{
    return qEnvironmentVariable("SPREADLINE_SOURCE_DIR");
}

/// A window on a scripted engine, with a profile that outlives it.
struct Rig {
    std::shared_ptr<QTemporaryDir> profile;
    ScriptedEngine engine;
    Terminal terminal{engine, QStringLiteral("practice"), Terminal::Environment::Practice};
    ThemeSource themes;
    DisplayOptions display;
    Favourites favourites;
    LayoutStore layouts;
    Preferences preferences;
    std::unique_ptr<MainWindow> window;

    explicit Rig(std::shared_ptr<QTemporaryDir> folder = std::make_shared<QTemporaryDir>(), MainWindow::Options options = {},
                 const QString& shipped = {})
        : profile(std::move(folder)),
          layouts(profile->filePath(QStringLiteral("layouts")), shipped),
          preferences(profile->filePath(QStringLiteral("window.json")), {themes, display, favourites})
    {
        if (!options.size.isValid())
            options.size = QSize(1'600, 900);
        const MainWindow::Context context{terminal,    themes,  display,         favourites,
                                          preferences, layouts, profile->path(), {QString()}};
        window = std::make_unique<MainWindow>(context, std::move(options));
        window->show();
    }
    void feed()
    {
        engine.put(threeInstruments());
        QTRY_VERIFY(window->active().id().has_value());
    }
    ChartGrid& grid() const { return *window->findChild<ChartGrid*>(); }
    QString symbol(std::size_t i) const { return grid().cells()[i]->panel().symbol(); }
    void run(const QString& command) const
    {
        for (QAction* action : window->findChildren<QAction*>()) {
            if (action->text().remove(u'&') == command)
                return action->trigger();
        }
        QFAIL(qPrintable(command));
    }
    int toasts() const { return window->findChild<ToastStack*>()->shown(); }
};

void writeLayout(const QTemporaryDir& profile, const QJsonObject& layout)
{
    QVERIFY(writeJsonFile(profile.filePath(QStringLiteral("layouts/default.json")), layout));
}

} // namespace

class TstWindowCharts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theGridComesBack();
    void aLayoutFromBeforeTheGridLoads();
    void brokenChartsAreTold();
    void aSymbolTheVenueDoesNotHaveIsKept();
    void choicesComeBack();
    void commandsChangeTheGrid();
    void f6GoesThroughTheCharts();
    void shippedLayoutsOpen();
    void everyTableIsInTheChosenZone();
    void eightChartsFitTheSmallestScreen();
};

void TstWindowCharts::theGridComesBack()
{
    auto profile = std::make_shared<QTemporaryDir>();
    {
        Rig rig(profile);
        rig.feed();
        rig.grid().setShape(GridShape::Four);
        rig.grid().cells()[1]->setSymbol(QStringLiteral("ETHUSDT"));
        rig.grid().cells()[2]->setGroup(6);
        rig.grid().activate(3);
        rig.window->active().set(InstrumentId{2});
        rig.window->close();
    }
    Rig rig(profile);
    rig.feed();
    QCOMPARE(rig.grid().shape(), GridShape::Four);
    QCOMPARE(rig.symbol(0), QStringLiteral("BTCUSDT"));
    QCOMPARE(rig.symbol(1), QStringLiteral("ETHUSDT"));
    QCOMPARE(rig.symbol(3), QStringLiteral("DOGEUSDT"));
    QCOMPARE(rig.grid().cells()[2]->group(), 6);
    QCOMPARE(rig.grid().activeIndex(), 3);
    QCOMPARE(rig.window->active().id(), InstrumentId{2});
    QCOMPARE(rig.toasts(), 0);
}

void TstWindowCharts::aLayoutFromBeforeTheGridLoads()
{
    auto profile = std::make_shared<QTemporaryDir>();
    writeLayout(*profile,
                {{QStringLiteral("version"), 1},
                 {QStringLiteral("chart"), QStringLiteral("5m")},
                 {QStringLiteral("symbol"), QStringLiteral("ETHUSDT")}});
    Rig rig(profile);
    rig.feed();
    QCOMPARE(rig.grid().shape(), GridShape::One);
    QVERIFY(rig.grid().active().panel().interval() == fiveMinutes);
    QCOMPARE(rig.symbol(0), QStringLiteral("ETHUSDT"));
    QCOMPARE(rig.window->active().id(), InstrumentId{1});
}

void TstWindowCharts::brokenChartsAreTold()
{
    auto profile = std::make_shared<QTemporaryDir>();
    const QJsonObject newer{{QStringLiteral("version"), ChartGrid::version + 1}, {QStringLiteral("more"), 1}};
    writeLayout(*profile, {{QStringLiteral("version"), 1}, {QStringLiteral("charts"), newer}});
    Rig rig(profile);
    rig.feed();
    QCOMPARE(rig.toasts(), 1);
    QCOMPARE(rig.symbol(0), QStringLiteral("BTCUSDT"));
    QVERIFY(rig.window->saveLayout());
    QCOMPARE(rig.layouts.load(QStringLiteral("default"))->value(u"charts").toObject(), newer);
}

void TstWindowCharts::aSymbolTheVenueDoesNotHaveIsKept()
{
    auto profile = std::make_shared<QTemporaryDir>();
    const QJsonObject cell{{QStringLiteral("chart"), QJsonObject{{QStringLiteral("symbol"), QStringLiteral("XYZUSDT")}}}};
    writeLayout(*profile, {{QStringLiteral("charts"), QJsonObject{{QStringLiteral("cells"), QJsonArray{cell}}}}});
    Rig rig(profile);
    rig.feed();
    QCOMPARE(rig.symbol(0), QStringLiteral("XYZUSDT"));
    QCOMPARE(rig.window->active().id(), InstrumentId{0}); // ladder and tape show something meanwhile
    rig.window->active().set(InstrumentId{1});
    QCOMPARE(rig.symbol(0), QStringLiteral("ETHUSDT"));
}

void TstWindowCharts::choicesComeBack()
{
    auto profile = std::make_shared<QTemporaryDir>();
    QVERIFY(writeJsonFile(profile->filePath(QStringLiteral("charts.json")), {{QStringLiteral("later"), 1}}));
    {
        Rig rig(profile);
        rig.feed();
        rig.window->findChild<ChartGrid*>()->active().panel().askForSymbol(QStringLiteral("ETHUSDT"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(rig.symbol(0), QStringLiteral("ETHUSDT"));
        rig.window->close();
    }
    const auto json = readJsonFile(profile->filePath(QStringLiteral("charts.json")));
    QVERIFY(json);
    QCOMPARE(json->value(u"later").toInt(), 1);
    chart::ChartChoices choices;
    QVERIFY(choices.restore(*json).empty());
    QCOMPARE(choices.recentSymbols().value(0), QStringLiteral("ETHUSDT"));
}

void TstWindowCharts::commandsChangeTheGrid()
{
    Rig rig;
    rig.feed();
    auto* button = rig.window->findChild<GridButton*>();
    const QImage one = button->grab().toImage();
    rig.run(chart::gridShapeName(GridShape::Four));
    QCOMPARE(rig.grid().shape(), GridShape::Four);
    QVERIFY(button->grab().toImage() != one);
    QVERIFY(button->toolTip().contains(chart::gridShapeName(GridShape::Four)));
    rig.run(QStringLiteral("Next chart"));
    QCOMPARE(rig.grid().activeIndex(), 1);
    rig.run(QStringLiteral("Maximise the chart in the grid"));
    QVERIFY(rig.grid().isMaximised());
    rig.run(QStringLiteral("Copy chart image"));
    QCOMPARE(rig.toasts(), 1);
    QMenu menu;
    rig.grid().fillShapeMenu(menu);
    QCOMPARE(menu.actions().size(), qsizetype(chart::gridShapes().size()));
    menu.actions()[1]->trigger();
    QCOMPARE(rig.grid().shape(), GridShape::Beside);
}

void TstWindowCharts::f6GoesThroughTheCharts()
{
    Rig rig;
    rig.feed();
    rig.grid().setShape(GridShape::Beside);
    QApplication::setActiveWindow(rig.window.get());
    QVERIFY(QTest::qWaitForWindowActive(rig.window.get()));
    QList<int> visited;
    for (int i = 0; i < 7; ++i) {
        QTest::keyClick(rig.window.get(), Qt::Key_F6);
        if (rig.grid().isAncestorOf(QApplication::focusWidget()))
            visited.append(rig.grid().activeIndex());
    }
    QVERIFY2(visited.contains(0) && visited.contains(1), qPrintable(QString::number(visited.size())));
}

void TstWindowCharts::shippedLayoutsOpen()
{
    const QString shipped = sourceFolder() + QStringLiteral("/resources/layouts");
    MainWindow::Options options;
    options.layout = QStringLiteral("pairs_desk");
    auto profile = std::make_shared<QTemporaryDir>();
    Rig rig(profile, options, shipped);
    rig.feed();
    QCOMPARE(rig.toasts(), 0); // all of it is understood
    QCOMPARE(rig.grid().shape(), GridShape::Four);
    QCOMPARE(rig.symbol(2), QStringLiteral("ETHUSDT/BTCUSDT"));
    QCOMPARE(rig.grid().cells()[2]->panel().canvas().studyIds().size(), std::size_t(2));
    QCOMPARE(rig.grid().cells()[3]->panel().settings().compared.size(), std::size_t(2));
    QVERIFY(rig.layouts.names().contains(QStringLiteral("pairs_desk")));
    QVERIFY(!QFile::exists(profile->filePath(QStringLiteral("layouts/pairs_desk.json"))));
    QVERIFY(rig.window->saveLayout()); // it is the person's from now on
    QVERIFY(QFile::exists(profile->filePath(QStringLiteral("layouts/pairs_desk.json"))));
}

void TstWindowCharts::everyTableIsInTheChosenZone()
{
    Rig rig;
    rig.feed();
    rig.window->tell({Severity::Info, Error{Errc::SequenceGap, "here", {}}, Timestamp::fromMillis(1'768'478'400'000)});
    QVERIFY(rig.display.setZoneChoice(QStringLiteral("Asia/Kolkata")));
    const auto* notices = rig.window->findChild<QTableView*>(QStringLiteral("noticesTable"))->model();
    QCOMPARE(notices->index(0, NoticeLog::Time).data().toString(), QStringLiteral("17:30:00"));
    QVERIFY(notices->headerData(NoticeLog::Time, Qt::Horizontal).toString().contains(QStringLiteral("UTC+5:30")));
    QVERIFY(rig.window->findChild<TapeCanvas*>()->toolTip().contains(QStringLiteral("Kolkata")));
    const auto* clock = rig.window->findChild<StatusCell*>(QStringLiteral("clock"));
    QVERIFY(clock->value().endsWith(QStringLiteral("UTC+5:30")));
    QVERIFY(clock->toolTip().contains(QStringLiteral("Kolkata")));
}

void TstWindowCharts::eightChartsFitTheSmallestScreen()
{
    MainWindow::Options options;
    options.size = QSize(1'366, 768);
    Rig rig(std::make_shared<QTemporaryDir>(), options);
    rig.feed();
    rig.grid().setShape(GridShape::Eight);
    QCoreApplication::processEvents();
    QCOMPARE(rig.window->size(), QSize(1'366, 768));
    for (const chart::ChartCell* cell : rig.grid().cells())
        QVERIFY(rig.grid().rect().contains(QRect(cell->mapTo(&rig.grid(), QPoint()), cell->size())));
}

SPREADLINE_TEST(TstWindowCharts)
#include "tst_window_charts.moc"
