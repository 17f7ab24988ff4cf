// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command_line.h"
#include "engine_start.h"
#include "exchange/live_feed.h"
#include "logging/log.h"
#include "models/favourites.h"
#include "ports/clock.h"
#include "runtime/core_thread.h"
#include "session/local_engine.h"
#include "session/terminal.h"
#include "settings/layout_store.h"
#include "settings/preferences.h"
#include "shell/main_window.h"
#include "style/display_options.h"

#include <QObject>

#include <memory>

namespace spreadline {

/// Everything concrete, made in the order in which it is needed and taken down in the reverse: window, terminal, feed, core, store,
/// practice exchange. Ui thread only.
class Composition : public QObject {
    Q_OBJECT
public:
    struct Base {
        StartOptions options; ///< with a venue
        Profile profile;
        Settings settings;
        Log& log;
        ThemeSource& themes; ///< the application's, since its style reads them
    };
    explicit Composition(Base base, QObject* parent = nullptr);
    ~Composition() override;

    /// The preferred language, before any widget is made.
    QString language() const;
    /// Shows the window at once, then begins with everything that takes time.
    void open();
    MainWindow& window() { return *m_window; } ///< after open()
    Terminal& terminal() { return m_terminal; }

Q_SIGNALS:
    /// The engine cannot run at all; the program should end with this.
    void failed(const spreadline::Error& error);

private:
    static Terminal::Environment environmentOf(const StartOptions& options);
    void begin();
    void engineReady();
    void tell(const Notice& notice);

    const Base m_base;
    DisplayOptions m_display;
    Favourites m_favourites;
    LayoutStore m_layouts;
    Preferences m_preferences;
    Status m_preferencesLoaded;

    SystemClock m_clock;
    StartedParts m_parts; ///< the practice exchange and the store; outlive what uses them
    CoreThread m_core;
    LocalEngine m_engine;
    std::unique_ptr<LiveFeed> m_feed;
    Terminal m_terminal;
    EngineStart m_start;
    std::unique_ptr<MainWindow> m_window;
    bool m_begun = false;
};

} // namespace spreadline
