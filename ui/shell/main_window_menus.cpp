// SPDX-License-Identifier: GPL-3.0-or-later
// The menus, shortcuts and the command palette of MainWindow.
#include "shell/main_window.h"

#include "chart/chart_cell.h"
#include "chart/chart_grid.h"
#include "market/watchlist_panel.h"
#include "market/watchlist_view.h"
#include "session/market_view.h"
#include "settings/preferences_dialog.h"
#include "shell/about_dialog.h"
#include "shell/command_palette.h"
#include "shell/dock_deck.h"
#include "shell/environment_badge.h"
#include "widgets/search_field.h"

#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QStatusBar>

namespace spreadline {
namespace {

QString withoutMnemonic(QString text)
{
    return text.remove(QLatin1Char('&'));
}

} // namespace

QAction& MainWindow::addCommand(QMenu& menu, const QString& text, const QKeySequence& key, std::function<void()> run)
{
    QAction* action = menu.addAction(text);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, std::move(run));
    m_commands.append(action);
    return *action;
}

void MainWindow::buildMenus()
{
    QMenu& file = *menuBar()->addMenu(tr("&File"));
    QAction& preferences = addCommand(file, tr("&Preferences…"), QKeySequence(Qt::CTRL | Qt::Key_Comma), [this] {
        PreferencesDialog dialog(m_context.preferences, {m_context.themes, m_context.display, m_context.favourites},
                                 m_context.languages, this);
        dialog.exec();
    });
    preferences.setMenuRole(QAction::PreferencesRole);
    file.addSeparator();
    QAction& quit = addCommand(file, tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), [this] {
        close();
        QApplication::quit();
    });
    quit.setMenuRole(QAction::QuitRole);

    QMenu& go = *menuBar()->addMenu(tr("G&o"));
    addCommand(go, tr("&Symbol or command…"), QKeySequence(Qt::CTRL | Qt::Key_K), [this] { openPalette(); });
    addCommand(go, tr("Symbol or &expression of the chart…"), {}, [this] { m_grid->active().panel().askForSymbol(); });
    addCommand(go, tr("Co&mpare with…"), {}, [this] { m_grid->active().panel().askForComparison(); });
    addCommand(go, tr("&Filter the watchlist"), QKeySequence(Qt::CTRL | Qt::Key_F), [this] {
        m_deck->reveal(m_watchlist);
        m_watchlist->filterField().setFocus(Qt::ShortcutFocusReason);
    });
    addCommand(go, tr("&Next symbol"), QKeySequence(Qt::ALT | Qt::Key_Down), [this] { stepInstrument(1); });
    addCommand(go, tr("Pre&vious symbol"), QKeySequence(Qt::ALT | Qt::Key_Up), [this] { stepInstrument(-1); });
    addCommand(go, tr("Move symbol &up the watchlist"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Up),
               [this] { m_watchlist->view().moveCurrent(-1); });
    addCommand(go, tr("Move symbol do&wn the watchlist"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Down),
               [this] { m_watchlist->view().moveCurrent(1); });
    go.addSeparator();
    addCommand(go, tr("Go to &date…"), QKeySequence(Qt::ALT | Qt::Key_G), [this] { m_grid->active().panel().askForDate(); });
    addCommand(go, tr("Next &chart"), QKeySequence(Qt::CTRL | Qt::Key_Tab), [this] { m_grid->step(1); });
    addCommand(go, tr("Previous c&hart"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab), [this] { m_grid->step(-1); });
    go.addSeparator();
    addCommand(go, tr("Next &panel"), QKeySequence(Qt::Key_F6), [this] { m_deck->focusNext(1); });
    addCommand(go, tr("Previous p&anel"), QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] { m_deck->focusNext(-1); });
    buildChartMenu();
    buildViewMenu();
    buildHelpMenu();
    menuBar()->setNativeMenuBar(false);
    menuBar()->setCornerWidget(new EnvironmentBadge(m_context.terminal.environment(), m_context.themes, this));
}

void MainWindow::buildViewMenu()
{
    QMenu& view = *menuBar()->addMenu(tr("&View"));
    for (QDockWidget* dock : m_deck->docks()) {
        view.addAction(dock->toggleViewAction());
        m_commands.append(dock->toggleViewAction());
    }
    view.addSeparator();
    addCommand(view, tr("&Only the chart"), QKeySequence(Qt::Key_F11), [this] { toggleChartOnly(); });
    view.addSeparator();
    buildThemeMenus(view);
    buildZoneMenu(view);
    view.addSeparator();
    buildLayoutMenu(view);
}

void MainWindow::buildThemeMenus(QMenu& view)
{
    ThemeSource& themes = m_context.themes;
    QMenu& theme = *view.addMenu(tr("&Theme"));
    auto* brightness = new QActionGroup(this);
    for (const bool dark : {true, false}) {
        QAction& action =
            addCommand(theme, dark ? tr("&Dark") : tr("&Light"), {}, [&themes, dark] { themes.setTheme(dark, themes.preset()); });
        action.setCheckable(true);
        action.setChecked(themes.isDark() == dark);
        action.setActionGroup(brightness);
        connect(&themes, &ThemeSource::themeChanged, &action,
                [&themes, &action, dark] { action.setChecked(themes.isDark() == dark); });
    }
    QMenu& colours = *view.addMenu(tr("&Rise and fall"));
    auto* group = new QActionGroup(this);
    const QStringList names{tr("Green and red"), tr("Red and green"), tr("Blue and orange")};
    for (const auto preset : {ColourPreset::GreenRed, ColourPreset::RedGreen, ColourPreset::BlueOrange}) {
        QAction& action = addCommand(colours, names[static_cast<int>(preset)], {},
                                     [&themes, preset] { themes.setTheme(themes.isDark(), preset); });
        action.setCheckable(true);
        action.setChecked(themes.preset() == preset);
        action.setActionGroup(group);
        connect(&themes, &ThemeSource::themeChanged, &action,
                [&themes, &action, preset] { action.setChecked(themes.preset() == preset); });
    }
}

void MainWindow::buildLayoutMenu(QMenu& view)
{
    QMenu& layouts = *view.addMenu(tr("La&youts"));
    connect(&layouts, &QMenu::aboutToShow, this, [this, &layouts] {
        layouts.clear();
        for (const QString& name : m_context.layouts.names()) {
            QAction* action = layouts.addAction(QString(name).replace(QLatin1Char('&'), QStringLiteral("&&")));
            action->setCheckable(true);
            action->setChecked(name == m_options.layout);
            connect(action, &QAction::triggered, this, [this, name] { loadNamedLayout(name); });
        }
        layouts.addSeparator();
        connect(layouts.addAction(tr("&Save as…")), &QAction::triggered, this, &MainWindow::saveLayoutAs);
    });
    addCommand(view, tr("Restore the &default layout"), {}, [this] { resetLayout(); });
}

void MainWindow::buildHelpMenu()
{
    QMenu& help = *menuBar()->addMenu(tr("&Help"));
    QAction& about = addCommand(help, tr("&About Spreadline"), {}, [this] { AboutDialog(m_context.profileFolder, this).exec(); });
    about.setMenuRole(QAction::AboutRole);
}

void MainWindow::openPalette(const QString& text)
{
    std::vector<CommandPalette::Entry> entries;
    for (const Instrument& instrument : m_context.terminal.market().instruments())
        entries.push_back(
            {QString::fromStdString(instrument.symbol), tr("Symbol"), [this, id = instrument.id] { m_active.set(id); }});
    for (QAction* action : m_commands) {
        if (action->isEnabled())
            entries.push_back({withoutMnemonic(action->text()), action->shortcut().toString(QKeySequence::NativeText),
                               [action] { action->trigger(); }});
    }
    m_palette->open(std::move(entries), text);
}

void MainWindow::stepInstrument(int by)
{
    m_watchlist->view().moveRow(by);
}

void MainWindow::toggleChartOnly()
{
    const bool isAlone = !m_beforeChartOnly.isEmpty();
    if (m_grid->shape() == chart::GridShape::One)
        m_grid->active().panel().setMaximised(!isAlone);
    if (isAlone) {
        restoreState(m_beforeChartOnly, dockVersion);
        m_beforeChartOnly.clear();
        return;
    }
    m_beforeChartOnly = saveState(dockVersion);
    for (QDockWidget* dock : m_deck->docks()) {
        if (!dock->isFloating())
            dock->hide();
    }
}

} // namespace spreadline
