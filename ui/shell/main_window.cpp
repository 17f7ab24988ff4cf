// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/main_window.h"

#include "chart/chart_cell.h"
#include "chart/chart_grid.h"
#include "ladder/ladder_panel.h"
#include "market/instrument_header.h"
#include "market/tape_panel.h"
#include "market/watchlist_panel.h"
#include "session/market_view.h"
#include "shell/command_palette.h"
#include "shell/connections_panel.h"
#include "shell/dock_deck.h"
#include "shell/environment_look.h"
#include "shell/grid_button.h"
#include "shell/notice_panel.h"
#include "shell/status_strip.h"
#include "style/display_options.h"
#include "style/format.h"
#include "style/trust_text.h"
#include "widgets/toast_stack.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QPainter>
#include <QStatusBar>
#include <QVBoxLayout>

#include <utility>

namespace spreadline {
namespace {

constexpr int frameWidth = 2;
constexpr int stripHeight = 26;

} // namespace

MainWindow::MainWindow(const Context& context, Options options, QWidget* parent)
    : QMainWindow(parent),
      m_context(context),
      m_options(std::move(options)),
      m_drawings(context.profileFolder + QStringLiteral("/drawings")),
      m_deck(new DockDeck(*this, context.themes))
{
    m_sinceStart.start();
    setObjectName(QStringLiteral("mainWindow"));
    setContentsMargins(frameWidth, frameWidth, frameWidth, frameWidth);
    setMinimumSize(900, 560);
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setFocusPolicy(Qt::ClickFocus);
    if (!m_context.display.motion())
        setAnimated(false);
    buildCentre();
    buildPanels();
    buildMenus();
    wire();
    restoreLayout();
    updateTitle();
    chooseFirstInstrument();
}

MainWindow::~MainWindow()
{
    m_context.terminal.setActive(false);
}

void MainWindow::buildCentre()
{
    auto* centre = new QWidget(this);
    centre->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new InstrumentHeader(m_context.terminal.market(), m_context.themes, m_active, centre);
    connect(m_header, &InstrumentHeader::symbolClicked, this, [this] { openPalette(); });
    auto* top = new QHBoxLayout;
    top->setSpacing(0);
    top->addWidget(m_header, 1);
    column->addLayout(top);
    buildCharts();
    top->addWidget(new GridButton(*m_grid, m_context.themes, centre));
    column->addWidget(m_grid, 1);
    setCentralWidget(centre);
}

void MainWindow::buildPanels()
{
    Terminal& terminal = m_context.terminal;
    MarketView& market = terminal.market();
    m_watchlist = new WatchlistPanel({market, m_context.themes, m_context.display, m_context.favourites, m_active}, this);
    m_deck->add(QStringLiteral("watchlist"), tr("Watchlist"), m_watchlist, Qt::LeftDockWidgetArea);
    m_deck->addStops([this] {
        std::vector<QWidget*> charts;
        for (chart::ChartCell* cell : m_grid->cells())
            charts.push_back(cell);
        return charts;
    });
    m_ladder = new LadderPanel(market, m_context.themes, m_context.display, m_active, this);
    m_deck->add(QStringLiteral("ladder"), tr("Order book"), m_ladder, Qt::RightDockWidgetArea);
    m_tape = new TapePanel({market, m_context.themes, m_context.display, m_active}, this);
    m_deck->add(QStringLiteral("tape"), tr("Trades"), m_tape, Qt::RightDockWidgetArea);
    m_connections = new ConnectionsPanel(terminal, m_context.themes, this);
    m_noticePanel = new NoticePanel(m_notices, m_context.themes, this);
    m_deck->addTabs(QStringLiteral("activity"), tr("Activity"), {tr("Connections"), tr("Notices")},
                    {m_connections, m_noticePanel}, Qt::BottomDockWidgetArea);

    m_strip = new StatusStrip(terminal, m_context.themes, m_context.display, this);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(0, 0, 0, 0);
    statusBar()->setFixedHeight(stripHeight);
    statusBar()->addWidget(m_strip, 1);
    m_toasts = new ToastStack(*this, m_context.themes);
    m_toasts->setBottomMargin(stripHeight + 10);
    m_palette = new CommandPalette(*this, m_context.themes);
}

void MainWindow::wire()
{
    m_notices.setTimeZone(m_context.display.timeZone());
    connect(&m_context.display, &DisplayOptions::changed, this, [this] {
        m_notices.setTimeZone(m_context.display.timeZone());
        setAnimated(m_context.display.motion());
    });
    connect(&m_context.themes, &ThemeSource::themeChanged, this, [this] { update(); });
    connect(&m_context.terminal, &Terminal::statusChanged, this, [this](const StatusView& status) {
        m_header->setClockOffset(status.health.clockOffset);
        m_watchlist->setClockOffset(status.health.clockOffset);
    });
    connect(&m_context.terminal, &Terminal::noticed, this, &MainWindow::tell);
    connect(&m_context.terminal, &Terminal::noticed, m_grid, [this](const Notice& notice) {
        if (notice.severity != Severity::Info)
            m_grid->setVenueTrouble(notice.error);
    });
    connect(&m_drawings, &drawing::DrawingStore::troubled, this, [this](const Error& error) {
        tell({Severity::Warning, error, {}});
    });
    connect(&m_context.preferences, &Preferences::saveFailed, this, [this](const Error& error) {
        tell({Severity::Warning, error, {}});
    });
    connect(m_strip, &StatusStrip::connectionsWanted, this, [this] { m_deck->reveal(m_connections); });
    connect(m_strip, &StatusStrip::noticesWanted, this, [this] {
        m_alarmed = false;
        m_strip->setNotices(m_notices.total(), m_alarmed);
        m_deck->reveal(m_noticePanel);
    });
    connect(&m_notices, &NoticeLog::totalChanged, this, [this](int total) { m_strip->setNotices(total, m_alarmed); });
    connect(&m_context.terminal.market(), &MarketView::instrumentsChanged, this, &MainWindow::chooseFirstInstrument);
    connect(&m_active, &ActiveInstrument::changed, this, &MainWindow::updateTitle);
    m_titleClock.setInterval(1'000);
    connect(&m_titleClock, &QTimer::timeout, this, &MainWindow::updateTitle);
    m_titleClock.start();
    m_autosave.setInterval(10'000);
    connect(&m_autosave, &QTimer::timeout, this, [this] {
        if (const Status saved = saveLayout(); !saved)
            tell({Severity::Warning, saved.error(), {}});
    });
    m_autosave.start();
}

void MainWindow::tell(const Notice& notice)
{
    Notice stamped = notice;
    if (!stamped.time.isKnown())
        stamped.time = Timestamp::fromMillis(QDateTime::currentMSecsSinceEpoch());
    m_alarmed = m_alarmed || notice.severity == Severity::Alarm;
    if (m_notices.add(stamped))
        m_toasts->show(static_cast<ToastStack::Level>(notice.severity), errorText(notice.error));
}

void MainWindow::chooseFirstInstrument()
{
    const MarketView& market = m_context.terminal.market();
    if (market.instruments().empty())
        return;
    const QString wanted = std::exchange(m_wantedSymbol, {});
    if (const Instrument* first = wanted.isEmpty() ? nullptr : market.find(wanted))
        return m_active.set(first->id);
    if (!wanted.isEmpty() && wanted == m_options.symbol)
        tell({Severity::Warning, Error{Errc::UnknownInstrument, wanted.left(40).toStdString(), {}}, {}});
    if (m_active.id())
        return;
    const Instrument* usual = market.find(QStringLiteral("BTCUSDT"));
    const InstrumentId first = usual ? usual->id : market.instruments().front().id;
    // A chart of something this venue does not have says so; ladder and tape show something else meanwhile.
    m_grid->active().panel().symbol().isEmpty() ? m_active.set(first) : m_active.follow(first);
}

void MainWindow::updateTitle()
{
    const MarketView& market = m_context.terminal.market();
    QString title = QStringLiteral("Spreadline \u2014 ") + environmentName(m_context.terminal.environment());
    if (const Instrument* instrument = m_active.id() ? market.instrument(*m_active.id()) : nullptr) {
        const TickerRow* ticker = market.ticker(instrument->id);
        const QString last = ticker ? QLatin1Char(' ') + format::price(ticker->last, *instrument) : QString();
        title = QString::fromStdString(instrument->symbol) + last + QStringLiteral(" \u00B7 ") + title;
    }
    if (title != windowTitle())
        setWindowTitle(title);
}

void MainWindow::bringUp()
{
    setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    show();
    raise();
    activateWindow();
}

void MainWindow::updateActivity()
{
    m_context.terminal.setActive(isVisible() && !isMinimized());
}

void MainWindow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = m_context.themes.theme();
    painter.fillRect(rect(), theme.window);
    const QColor colour = environmentColour(m_context.terminal.environment(), theme);
    painter.fillRect(QRect(0, 0, width(), frameWidth), colour);
    painter.fillRect(QRect(0, height() - frameWidth, width(), frameWidth), colour);
    painter.fillRect(QRect(0, 0, frameWidth, height()), colour);
    painter.fillRect(QRect(width() - frameWidth, 0, frameWidth, height()), colour);
    if (m_firstPaint < 0) {
        m_firstPaint = m_sinceStart.elapsed();
        QMetaObject::invokeMethod(this, &MainWindow::appeared, Qt::QueuedConnection); // after the whole window is drawn
    }
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    updateActivity();
    if (m_sizesPending)
        applyDefaultSizes();
}

void MainWindow::hideEvent(QHideEvent* event)
{
    QMainWindow::hideEvent(event);
    updateActivity();
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        updateActivity();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (const Status saved = saveLayout(); !saved)
        qWarning("%s", logText(saved.error()).c_str());
    if (m_choicesDelay.isActive())
        saveChoices();
    QMainWindow::closeEvent(event);
}

} // namespace spreadline
