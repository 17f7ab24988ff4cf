// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_choices.h"
#include "drawings/drawing_store.h"
#include "models/active_instrument.h"
#include "models/notice_log.h"
#include "session/terminal.h"
#include "settings/layout_store.h"
#include "settings/preferences.h"

#include <QElapsedTimer>
#include <QMainWindow>
#include <QTimer>

namespace spreadline {

class ChartGrid;
class CommandPalette;
class ConnectionsPanel;
class DisplayOptions;
class DockDeck;
class Favourites;
class InstrumentHeader;
class LadderPanel;
class NoticePanel;
class StatusStrip;
class TapePanel;
class ToastStack;
class WatchlistPanel;

/// The window: chart in the middle, panels around it, the environment as a coloured frame. It knows every panel; no panel knows
/// another. Ui thread only; everything in the context must outlive it.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    static constexpr int dockVersion = 1; ///< of saveState()

    struct Context {
        Terminal& terminal;
        ThemeSource& themes;
        DisplayOptions& display;
        Favourites& favourites;
        Preferences& preferences;
        LayoutStore& layouts;
        QString profileFolder;
        QStringList languages; ///< codes that can be chosen; "" is the system's
    };
    struct Options {
        QString layout = QStringLiteral("default"); ///< loaded at the start, saved under the same name
        bool resetLayout = false;
        QSize size;       ///< invalid: as remembered
        QString symbol;   ///< shown first; "" as remembered
        QString interval; ///< of the chart; "" as remembered
    };
    MainWindow(const Context& context, Options options, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// A notice of the window's own making, beside those of the engine.
    void tell(const Notice& notice);
    /// To the front, for a second start of the program on this profile.
    void bringUp();
    Status saveLayout();
    /// Milliseconds from construction to the first paint; -1 before it.
    qint64 firstPaint() const noexcept { return m_firstPaint; }
    ActiveInstrument& active() noexcept { return m_active; }

Q_SIGNALS:
    /// Once, when the first picture of the window is on the screen.
    void appeared();

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    // main_window.cpp
    void buildPanels();
    void buildCentre();
    void wire();
    void chooseFirstInstrument();
    void updateTitle();
    void updateActivity();
    // main_window_charts.cpp
    void buildCharts();
    void buildChartMenu();
    void addFileCommands(QMenu& charts);
    QString askForFile(const QString& suggested, const QString& kind);
    void buildZoneMenu(QMenu& view);
    void chooseZone();
    void restoreChoices();
    void saveChoices();
    void tellAll(const std::vector<Error>& errors);
    // main_window_menus.cpp
    void buildMenus();
    void buildViewMenu();
    void buildThemeMenus(QMenu& view);
    void buildLayoutMenu(QMenu& view);
    void buildHelpMenu();
    QAction& addCommand(QMenu& menu, const QString& text, const QKeySequence& key, std::function<void()> run);
    void openPalette(const QString& text = {});
    void stepInstrument(int by);
    void toggleChartOnly();
    // main_window_layout.cpp
    void restoreLayout();
    void applyLayout(const QJsonObject& layout);
    void applyCharts(const QJsonObject& layout);
    QJsonObject currentLayout() const;
    void applyDefaultSizes();
    void resetLayout();
    void loadNamedLayout(const QString& name);
    void saveLayoutAs();
    void clampToScreens();

    Context m_context;
    Options m_options;
    drawing::DrawingStore m_drawings;
    chart::ChartChoices m_choices;
    ActiveInstrument m_active;
    NoticeLog m_notices;
    DockDeck* m_deck;
    InstrumentHeader* m_header = nullptr;
    ChartGrid* m_grid = nullptr;
    LadderPanel* m_ladder = nullptr;
    WatchlistPanel* m_watchlist = nullptr;
    TapePanel* m_tape = nullptr;
    ConnectionsPanel* m_connections = nullptr;
    NoticePanel* m_noticePanel = nullptr;
    StatusStrip* m_strip = nullptr;
    ToastStack* m_toasts = nullptr;
    CommandPalette* m_palette = nullptr;
    QList<QAction*> m_commands; ///< what the palette offers
    QByteArray m_beforeChartOnly;
    QString m_exportFolder; ///< of the last picture or table; "" is where the file dialog begins
    QString m_wantedSymbol; ///< becomes active when the venue's list has it
    QJsonObject m_savedLayout;
    QTimer m_autosave, m_titleClock, m_choicesDelay;
    QElapsedTimer m_sinceStart;
    qint64 m_firstPaint = -1;
    bool m_sizesPending = false; ///< the default sizes wait for the first show
    bool m_alarmed = false;
};

} // namespace spreadline
