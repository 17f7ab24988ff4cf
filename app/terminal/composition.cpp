// SPDX-License-Identifier: GPL-3.0-or-later
#include "composition.h"

#include "exchange/binance/binance_dialect.h"
#include "language.h"

#include <QDir>
#include <QTimer>

namespace spreadline {
namespace {

QString inFolder(const QString& folder, const char* name)
{
    return QDir(folder).filePath(QLatin1String(name));
}

} // namespace

Terminal::Environment Composition::environmentOf(const StartOptions& options)
{
    if (!options.replay.isEmpty())
        return Terminal::Environment::Replay;
    for (const Venue& venue : venues()) {
        if (options.venue != QString::fromStdString(venue.name))
            continue;
        switch (venue.environment) {
        case Environment::Practice:
            return Terminal::Environment::Practice;
        case Environment::Demo:
            return Terminal::Environment::Demo;
        case Environment::Live:
            return Terminal::Environment::Live;
        }
    }
    return Terminal::Environment::Live; // unknown: the start fails, and until then the careful colour
}

QString Composition::storeName(const StartOptions& options)
{
    return options.replay.isEmpty() ? options.venue : QStringLiteral("replay");
}

Composition::Composition(StartOptions options, QString profileFolder, ThemeSource& themes, QObject* parent)
    : QObject(parent), m_options(std::move(options)), m_profileFolder(std::move(profileFolder)), m_themes(themes),
      m_layouts(inFolder(m_profileFolder, "layouts")),
      m_preferences(inFolder(m_profileFolder, "window.json"), {m_themes, m_display, m_favourites}), m_preferencesLoaded(m_preferences.load()),
      m_core(m_clock), m_engine(m_core), m_terminal(m_engine, m_options.replay.isEmpty() ? m_options.venue : QStringLiteral("replay"), environmentOf(m_options)),
      m_start({m_options, m_profileFolder, storeName(m_options)}, m_core)
{
    if (m_options.dark)
        m_preferences.overrideTheme(*m_options.dark);
    connect(&m_start, &EngineStart::ready, this, &Composition::engineReady);
    connect(&m_start, &EngineStart::failed, this, &Composition::failed);
}

Composition::~Composition()
{
    m_window.reset();
    m_terminal.setActive(false);
    if (m_feed)
        m_feed->stop();
    m_core.stop();
    if (m_parts.store) {
        if (const Status flushed = m_parts.store->flush(); !flushed)
            qWarning("%s", logText(flushed.error()).c_str());
    }
    m_feed.reset();
    m_parts.store.reset(); // may still answer into the core, which therefore goes later
    m_parts.exchange.reset();
}

void Composition::open()
{
    MainWindow::Options window;
    window.layout = m_options.layout;
    window.resetLayout = m_options.resetLayout;
    window.size = m_options.size;
    window.symbol = m_options.symbol;
    window.interval = m_options.interval;
    const MainWindow::Context context{m_terminal, m_themes, m_display, m_favourites, m_preferences, m_layouts, m_profileFolder, availableLanguages()};
    m_window = std::make_unique<MainWindow>(context, std::move(window));
    m_window->show();
    if (!m_preferencesLoaded)
        m_window->tell({Severity::Warning, m_preferencesLoaded.error(), {}});
    QTimer::singleShot(0, &m_start, [this] { m_start.run(); });
}

void Composition::engineReady()
{
    m_parts = m_start.take();
    LiveFeedConfig config;
    config.venue = m_parts.venue;
    m_feed = std::make_unique<LiveFeed>(std::move(config), std::make_unique<BinanceDialect>(), m_clock, m_core);
    for (const Notice& notice : m_parts.notices)
        m_window->tell(notice);
    if (const Status started = m_core.start(*m_feed, *m_parts.store); !started)
        m_window->tell({Severity::Warning, started.error(), {}});
}

} // namespace spreadline
