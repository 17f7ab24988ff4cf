// SPDX-License-Identifier: GPL-3.0-or-later
#include "composition.h"

#include "exchange/binance/binance_dialect.h"
#include "language.h"

#include <QTimer>

#include <chrono>
#include <utility>

namespace spreadline {
namespace {

constexpr std::chrono::milliseconds latestStart{300};

QString text(const std::filesystem::path& path)
{
    return QString::fromStdString(path.string());
}

/// Before the preferences are read, so that they have the last word over the settings file's defaults.
ThemeSource& withDefaultTheme(ThemeSource& themes, const Settings& settings)
{
    themes.setTheme(settings.theme != "light", themes.preset());
    return themes;
}

QString sourceName(const StartOptions& options)
{
    return options.replay.isEmpty() ? options.venue : QStringLiteral("replay");
}

/// Every session is recorded, so that what was shown and decided can be stepped again.
CoreThread::Config withJournal(const Profile& profile)
{
    CoreThread::Config config;
    config.journal.emplace();
    config.journal->folder = profile.journalFolder();
    return config;
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
        case Environment::Practice: return Terminal::Environment::Practice;
        case Environment::Demo: return Terminal::Environment::Demo;
        case Environment::Live: return Terminal::Environment::Live;
        }
    }
    return Terminal::Environment::Live; // unknown: the start fails, and until then the careful colour
}

Composition::Composition(Base base, QObject* parent)
    : QObject(parent),
      m_base(std::move(base)),
      m_layouts(text(m_base.profile.layoutFolder()), QStringLiteral(":/spreadline/layouts")),
      m_preferences(text(m_base.profile.root() / "window.json"),
                    {withDefaultTheme(m_base.themes, m_base.settings), m_display, m_favourites}),
      m_preferencesLoaded(m_preferences.load()),
      m_core(m_clock, withJournal(m_base.profile)),
      m_engine(m_core),
      m_terminal(m_engine, sourceName(m_base.options), environmentOf(m_base.options)),
      m_start({m_base.options, m_base.profile, m_base.settings, sourceName(m_base.options).toStdString()}, m_core)
{
    if (m_base.options.dark)
        m_preferences.overrideTheme(*m_base.options.dark);
    connect(&m_start, &EngineStart::ready, this, &Composition::engineReady);
    connect(&m_start, &EngineStart::failed, this, &Composition::failed);
    connect(&m_terminal, &Terminal::noticed, this,
            [this](const Notice& notice) { m_base.log.warn("core", logText(notice.error)); });
}

QString Composition::language() const
{
    if (!m_base.options.language.isEmpty())
        return m_base.options.language;
    return m_preferences.language().isEmpty() ? QString::fromStdString(m_base.settings.language) : m_preferences.language();
}

void Composition::tell(const Notice& notice)
{
    m_base.log.warn("start", logText(notice.error));
    m_window->tell(notice);
}

Composition::~Composition()
{
    m_window.reset();
    m_terminal.setActive(false);
    if (m_feed)
        m_feed->stop();
    m_core.stop();
    if (const Status recorded = m_core.journalHealth(); !recorded)
        m_base.log.error("journal", logText(recorded.error()));
    if (m_parts.store) {
        if (const Status flushed = m_parts.store->flush(); !flushed)
            m_base.log.error("store", logText(flushed.error()));
        const StoreHealth end = m_parts.store->close();
        if (const std::int64_t lost = end.rowsDropped + static_cast<std::int64_t>(m_core.rowsLost()); lost > 0)
            m_base.log.error("store", std::to_string(lost) + " rows of market data were not stored");
    }
    m_feed.reset();
    m_parts.store.reset(); // may still answer into the core, which therefore goes later
    m_parts.exchange.reset();
}

void Composition::open()
{
    const StartOptions& options = m_base.options;
    MainWindow::Options window{options.layout, options.resetLayout, options.size, options.symbol, options.interval};
    const MainWindow::Context context{
        m_terminal,          m_base.themes, m_display, m_favourites, m_preferences, m_layouts, text(m_base.profile.root()),
        availableLanguages()};
    m_window = std::make_unique<MainWindow>(context, std::move(window));
    m_window->show();
    if (!m_preferencesLoaded)
        tell({Severity::Warning, m_preferencesLoaded.error(), {}});
    // What takes time would take it from the first picture. A window that starts minimised has none.
    connect(m_window.get(), &MainWindow::appeared, this, &Composition::begin);
    QTimer::singleShot(latestStart, this, &Composition::begin);
}

void Composition::begin()
{
    if (!std::exchange(m_begun, true))
        m_start.run();
}

void Composition::engineReady()
{
    m_parts = m_start.take();
    LiveFeedConfig config;
    config.venue = m_parts.venue;
    config.plan.symbols = m_base.settings.symbolsPerConnection;
    m_feed = std::make_unique<LiveFeed>(std::move(config), std::make_unique<BinanceDialect>(), m_clock, m_core);
    for (const Notice& notice : m_parts.notices)
        tell(notice);
    if (const Status started = m_core.start(*m_feed, *m_parts.store); !started)
        tell({Severity::Warning, started.error(), {}});
}

} // namespace spreadline
