// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_canvas.h"
#include "chart/chart_panel.h"
#include "models/favourites.h"
#include "scripted_engine.h"
#include "session/frame_pump.h"
#include "shell/command_palette.h"
#include "shell/environment_look.h"
#include "shell/main_window.h"
#include "style/display_options.h"
#include "style/terminal_style.h"
#include "test_main.h"
#include "widgets/toast_stack.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTimer>

using namespace spreadline;
using namespace spreadline::test;

namespace {

/// A window on a scripted engine, with a profile of its own.
struct Rig {
    std::shared_ptr<QTemporaryDir> profile;
    ScriptedEngine engine;
    Terminal terminal;
    ThemeSource themes;
    DisplayOptions display;
    Favourites favourites;
    LayoutStore layouts;
    Preferences preferences;
    std::unique_ptr<MainWindow> window;

    explicit Rig(MainWindow::Options options = {}, std::shared_ptr<QTemporaryDir> folder = std::make_shared<QTemporaryDir>(),
                 Terminal::Environment environment = Terminal::Environment::Practice)
        : profile(std::move(folder)),
          terminal(engine, QStringLiteral("practice"), environment),
          layouts(profile->filePath(QStringLiteral("layouts"))),
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
        engine.put({tickerOf(0, "61432.5", "60000", "900"), tickerOf(1, "3000", "3100", "1500")});
        QTRY_VERIFY(window->active().id().has_value());
    }
    QDockWidget& dock(const char* id) const { return *window->findChild<QDockWidget*>(QLatin1String(id)); }
};

} // namespace

class TstShell : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void choosesAnInstrumentByItself();
    void takesTheSymbolAskedFor();
    void saysWhenASymbolIsUnknown();
    void everyPanelAsksForTheActiveInstrument();
    void layoutComesBack();
    void aBrokenLayoutIsReported();
    void resetBringsEveryPanelBack();
    void aFloatedPanelLeavesItsPlace();
    void paletteFindsSymbolsAndCommands();
    void aLetterOnTheChartAsksForItsSymbol();
    void paletteRanks_data();
    void paletteRanks();
    void f6WalksThePanels();
    void noticesBecomeOneToast();
    void frameShowsTheEnvironment_data();
    void frameShowsTheEnvironment();
    void themeSwitchesAtOnce();
    void fitsTheSmallestScreen();
    void hiddenWindowAsksForNothing();
    void saysWhyNothingIsThere();
};

void TstShell::choosesAnInstrumentByItself()
{
    Rig rig;
    QVERIFY(!rig.window->active().id());
    rig.feed();
    QCOMPARE(rig.window->active().id(), InstrumentId{0});
    QTRY_VERIFY(rig.window->windowTitle().startsWith(QStringLiteral("BTCUSDT 61,432.5")));
}

void TstShell::takesTheSymbolAskedFor()
{
    MainWindow::Options options;
    options.symbol = QStringLiteral("DOGEUSDT");
    Rig rig(options);
    rig.feed();
    QCOMPARE(rig.window->active().id(), InstrumentId{2});
}

void TstShell::saysWhenASymbolIsUnknown()
{
    MainWindow::Options options;
    options.symbol = QStringLiteral("NOPE");
    Rig rig(options);
    rig.feed();
    QCOMPARE(rig.window->active().id(), InstrumentId{0});
    QCOMPARE(rig.window->findChild<ToastStack*>()->shown(), 1);
}

void TstShell::everyPanelAsksForTheActiveInstrument()
{
    Rig rig;
    rig.feed();
    QTRY_COMPARE(rig.engine.interest.tapes, std::vector{InstrumentId{0}});
    QTRY_COMPARE(rig.engine.interest.charts.size(), std::size_t{1});
    QTRY_COMPARE(rig.engine.interest.books.size(), std::size_t{1});
    rig.window->active().set(InstrumentId{1});
    QTRY_COMPARE(rig.engine.interest.tapes, std::vector{InstrumentId{1}});
    QTRY_COMPARE(rig.engine.interest.charts.front().instrument, InstrumentId{1});
    QTRY_COMPARE(rig.engine.interest.books.front().instrument, InstrumentId{1});
}

void TstShell::layoutComesBack()
{
    auto profile = std::make_shared<QTemporaryDir>();
    {
        Rig rig({}, profile);
        rig.feed();
        rig.window->active().set(InstrumentId{2});
        rig.dock("tape").hide();
        rig.window->findChild<QComboBox*>(QStringLiteral("tapeFilter"))->setCurrentIndex(2);
        rig.window->close();
    }
    Rig rig({}, profile);
    rig.feed();
    QCOMPARE(rig.window->active().id(), InstrumentId{2});
    QVERIFY(!rig.dock("tape").isVisible());
    QVERIFY(rig.dock("ladder").isVisible());
    QCOMPARE(rig.window->findChild<QComboBox*>(QStringLiteral("tapeFilter"))->currentIndex(), 2);
    MainWindow::Options options;
    options.resetLayout = true;
    Rig reset(options, profile);
    QVERIFY(reset.dock("tape").isVisible());
}

void TstShell::aBrokenLayoutIsReported()
{
    auto profile = std::make_shared<QTemporaryDir>();
    QVERIFY(QDir(profile->path()).mkpath(QStringLiteral("layouts")));
    QFile file(profile->filePath(QStringLiteral("layouts/default.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{{{");
    file.close();
    Rig rig({}, profile);
    QCOMPARE(rig.window->findChild<ToastStack*>()->shown(), 1);
    QVERIFY(rig.dock("watchlist").isVisible());
    QVERIFY(QFile::exists(profile->filePath(QStringLiteral("layouts/default.json.broken"))));
}

void TstShell::resetBringsEveryPanelBack()
{
    Rig rig;
    rig.dock("ladder").setFloating(true);
    rig.dock("watchlist").hide();
    const auto actions = rig.window->findChildren<QAction*>();
    const auto reset = std::ranges::find_if(
        actions, [](const QAction* action) { return action->text().contains(QStringLiteral("efault layout")); });
    QVERIFY(reset != actions.end());
    (*reset)->trigger();
    QVERIFY(!rig.dock("ladder").isFloating());
    QVERIFY(rig.dock("watchlist").isVisible());
    QCOMPARE(rig.window->dockWidgetArea(&rig.dock("watchlist")), Qt::LeftDockWidgetArea);
    QCOMPARE(rig.window->dockWidgetArea(&rig.dock("ladder")), Qt::RightDockWidgetArea);
}

void TstShell::aFloatedPanelLeavesItsPlace()
{
    Rig rig;
    QDockWidget& dock = rig.dock("ladder");
    const QPoint home = dock.mapToGlobal(QPoint());
    auto* button = dock.titleBarWidget()->findChild<QAbstractButton*>(); // the first: float
    button->click();
    QVERIFY(dock.isFloating());
    QVERIFY(dock.pos() != home); // else nobody sees that it floats
    button->click();
    QVERIFY(!dock.isFloating());
}

void TstShell::paletteFindsSymbolsAndCommands()
{
    Rig rig;
    rig.feed();
    QApplication::setActiveWindow(rig.window.get());
    QVERIFY(QTest::qWaitForWindowActive(rig.window.get()));
    QTest::keyClick(rig.window.get(), Qt::Key_K, Qt::ControlModifier);
    auto* palette = rig.window->findChild<CommandPalette*>();
    auto* field = palette->findChild<QLineEdit*>(QStringLiteral("paletteField"));
    QTRY_VERIFY(palette->isVisible());
    QVERIFY(palette->shownCount() > 10);
    QTest::keyClicks(field, QStringLiteral("eth"));
    QCOMPARE(palette->shownCount(), 1);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!palette->isVisible());
    QCOMPARE(rig.window->active().id(), InstrumentId{1});
    QTest::keyClick(rig.window.get(), Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(field, QStringLiteral("light"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!rig.themes.isDark());
    QTest::keyClick(rig.window.get(), Qt::Key_K, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!palette->isVisible());
}

void TstShell::aLetterOnTheChartAsksForItsSymbol()
{
    Rig rig;
    rig.feed();
    QApplication::setActiveWindow(rig.window.get());
    QVERIFY(QTest::qWaitForWindowActive(rig.window.get()));
    auto* chart = rig.window->findChild<ChartPanel*>();
    QTest::keyClick(&chart->canvas(), Qt::Key_E);
    auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(field);
    QTest::keyClicks(field, QStringLiteral("th"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(rig.window->active().id(), InstrumentId{1}); // ladder and tape come along
}

void TstShell::paletteRanks_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("rank");
    QTest::newRow("begins") << "BTCUSDT"
                            << "btc" << 3;
    QTest::newRow("word") << "Next symbol"
                          << "sym" << 2;
    QTest::newRow("inside") << "BTCUSDT"
                            << "usd" << 1;
    QTest::newRow("not") << "BTCUSDT"
                         << "eth" << 0;
    QTest::newRow("nothing typed") << "BTCUSDT"
                                   << "" << 3;
}

void TstShell::paletteRanks()
{
    QFETCH(QString, title);
    QFETCH(QString, text);
    QFETCH(int, rank);
    QCOMPARE(CommandPalette::rank(title, text), rank);
}

void TstShell::f6WalksThePanels()
{
    Rig rig;
    rig.feed();
    QApplication::setActiveWindow(rig.window.get());
    QVERIFY(QTest::qWaitForWindowActive(rig.window.get()));
    QList<QWidget*> seen;
    for (int i = 0; i < 5; ++i) {
        QTest::keyClick(rig.window.get(), Qt::Key_F6);
        QWidget* now = QApplication::focusWidget();
        QVERIFY(now);
        QVERIFY2(!seen.contains(now), "a panel was visited twice before the others");
        seen.append(now);
    }
    QWidget* last = QApplication::focusWidget();
    QTest::keyClick(rig.window.get(), Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget(), seen.first());
    QTest::keyClick(rig.window.get(), Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), last);
}

void TstShell::noticesBecomeOneToast()
{
    Rig rig;
    for (int i = 0; i < 5; ++i) {
        ViewBatch batch;
        batch.notices.push_back(
            {Severity::Warning, Error{Errc::SequenceGap, "depth BTCUSDT", {}}, Timestamp::fromMillis(1'763'640'000'000 + i)});
        rig.engine.put(std::move(batch));
    }
    QTRY_VERIFY(rig.engine.isDrained());
    QTRY_COMPARE(rig.window->findChild<ToastStack*>()->shown(), 1);
}

void TstShell::frameShowsTheEnvironment_data()
{
    QTest::addColumn<int>("environment");
    QTest::newRow("practice") << int(Terminal::Environment::Practice);
    QTest::newRow("demo") << int(Terminal::Environment::Demo);
    QTest::newRow("live") << int(Terminal::Environment::Live);
    QTest::newRow("replay") << int(Terminal::Environment::Replay);
}

void TstShell::frameShowsTheEnvironment()
{
    QFETCH(int, environment);
    const auto which = static_cast<Terminal::Environment>(environment);
    Rig rig({}, std::make_shared<QTemporaryDir>(), which);
    const QImage picture = rig.window->grab().toImage();
    const QColor colour = environmentColour(which, rig.themes.theme());
    for (const QPoint& at : {QPoint(0, 300), QPoint(picture.width() - 1, 300), QPoint(700, 0), QPoint(700, picture.height() - 1)})
        QCOMPARE(picture.pixelColor(at), colour);
    QVERIFY(rig.window->windowTitle().contains(environmentName(which)));
}

void TstShell::themeSwitchesAtOnce()
{
    Rig rig;
    rig.feed();
    const QImage dark = rig.window->grab().toImage();
    rig.themes.setTheme(false, ColourPreset::GreenRed);
    const QImage light = rig.window->grab().toImage();
    QVERIFY(dark.pixelColor(800, 500).lightness() < 60);
    QVERIFY(light.pixelColor(800, 500).lightness() > 220);
}

void TstShell::fitsTheSmallestScreen()
{
    MainWindow::Options options;
    options.size = QSize(1'366, 768);
    Rig rig(options);
    rig.feed();
    QCOMPARE(rig.window->size(), QSize(1'366, 768));
    QVERIFY(rig.window->minimumSizeHint().width() <= 1'366);
    QVERIFY(rig.window->minimumSizeHint().height() <= 768);
    QVERIFY(rig.window->centralWidget()->width() >= 640);
}

void TstShell::hiddenWindowAsksForNothing()
{
    Rig rig;
    rig.feed();
    rig.window->hide();
    rig.engine.put({tickerOf(0, "1", "1", "1")});
    QTimer pulse; // as the window's own: six of its pulses would have been six frames
    const QSignalSpy pulses(&pulse, &QTimer::timeout);
    pulse.start(FramePump::period);
    QTRY_VERIFY(pulses.size() >= 6);
    QVERIFY(!rig.engine.isDrained());
    rig.window->show();
    QTRY_VERIFY(rig.engine.isDrained());
}

void TstShell::saysWhyNothingIsThere()
{
    Rig rig;
    const QImage picture = rig.window->grab().toImage();
    QVERIFY(!picture.isNull());
    QVERIFY(rig.window->windowTitle().startsWith(QStringLiteral("Spreadline")));
}

SPREADLINE_TEST(TstShell)
#include "tst_shell.moc"
