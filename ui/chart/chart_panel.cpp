// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_panel.h"

#include "chart/chart_accessible.h"
#include "chart/chart_canvas.h"
#include "chart/chart_notice.h"
#include "chart/date_prompt.h"
#include "chart/interval_bar.h"
#include "chart/interval_prompt.h"
#include "session/market_view.h"
#include "style/display_options.h"
#include "style/format.h"
#include "style/trust_text.h"
#include "style/wall_time.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHideEvent>
#include <QMenu>
#include <QShowEvent>
#include <QToolButton>

#include <algorithm>

namespace spreadline {
namespace {

constexpr int margin = 10;
constexpr std::int64_t longestWay = 30'000; ///< bars that are fetched at most to go to a date
constexpr int badgeTop = 48;                ///< below the legend's two rows

chart::ChartSubject subjectOf(const Instrument& instrument)
{
    return {instrument.symbol, format::priceDecimals(instrument), instrument.tickSize.toDouble(), instrument.baseAsset};
}

} // namespace

ChartPanel::ChartPanel(const Context& context, QWidget* parent) : QWidget(parent), m_context(context)
{
    chart::installChartAccessibility();
    build();
    wire();
    applyTheme();
    m_canvas->setZone(m_context.display.timeZone());
    m_intervals->setCurrent(m_interval);
    showState();
}

ChartPanel::~ChartPanel()
{
    close();
}

void ChartPanel::build()
{
    setObjectName(QStringLiteral("chartPanel"));
    m_intervals = new chart::IntervalBar(this);
    m_canvas = new chart::ChartCanvas(this);
    m_notice = new chart::ChartNotice(m_canvas);
    m_badge = new chart::ChartBadge(m_canvas);
    m_prompt = new chart::IntervalPrompt(m_canvas);
    m_datePrompt = new chart::DatePrompt(m_canvas);
    m_latest = new QToolButton(m_canvas);
    m_latest->setObjectName(QStringLiteral("latest"));
    m_latest->setText(tr("Latest \u00bb"));
    m_latest->setToolTip(tr("Jump to the latest bar (End)"));
    m_latest->setAccessibleName(tr("Jump to the latest bar"));
    m_latest->setCursor(Qt::ArrowCursor);
    m_latest->setFocusPolicy(Qt::NoFocus);
    m_latest->hide();
    m_canvas->installEventFilter(this);
    setFocusProxy(m_canvas);

    m_fileMenu = new QMenu(this);
    m_bar = new QHBoxLayout;
    m_bar->setContentsMargins(6, 3, 6, 3);
    m_bar->addWidget(m_intervals, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_bar);
    layout->addWidget(m_canvas, 1);
}

void ChartPanel::wire()
{
    connect(&m_context.themes, &ThemeSource::themeChanged, this, &ChartPanel::applyTheme);
    connect(&m_context.display, &DisplayOptions::changed, this, [this] { m_canvas->setZone(m_context.display.timeZone()); });
    connect(&m_context.market, &MarketView::instrumentsChanged, this, &ChartPanel::findInstrument);
    connect(&m_context.market, &MarketView::chartChanged, this, &ChartPanel::apply);
    connect(m_intervals, &chart::IntervalBar::chosen, this, &ChartPanel::setInterval);
    connect(m_prompt, &chart::IntervalPrompt::chosen, this, &ChartPanel::setInterval);
    connect(m_canvas, &chart::ChartCanvas::intervalTyped, m_prompt, &chart::IntervalPrompt::open);
    connect(m_datePrompt, &chart::DatePrompt::chosen, this, &ChartPanel::goTo);
    connect(m_canvas, &chart::ChartCanvas::symbolTyped, this, &ChartPanel::symbolTyped);
    connect(m_canvas, &chart::ChartCanvas::olderWanted, this, &ChartPanel::loadOlder);
    connect(m_canvas, &chart::ChartCanvas::maximiseRequested, this, &ChartPanel::maximiseRequested);
    connect(m_canvas, &chart::ChartCanvas::viewChanged, this, &ChartPanel::placeOverlays);
    connect(m_latest, &QToolButton::clicked, m_canvas, &chart::ChartCanvas::jumpToLatest);
    connect(m_notice, &chart::ChartNotice::actionTriggered, this, &ChartPanel::retry);
    m_ageTimer.setInterval(1'000);
    connect(&m_ageTimer, &QTimer::timeout, this, &ChartPanel::showBadge);
}

void ChartPanel::applyTheme()
{
    const Theme& theme = m_context.themes.theme();
    m_canvas->setTheme(theme);
    m_notice->setTheme(theme);
    m_badge->setTheme(theme);
    showBadge();
}

void ChartPanel::setInterval(Interval interval)
{
    if (interval == m_interval)
        return m_intervals->setCurrent(m_interval);
    m_interval = interval;
    m_intervals->setCurrent(interval);
    subjectChanged();
    Q_EMIT intervalChanged(interval);
    Q_EMIT settingsChanged();
}

chart::ChartSettings ChartPanel::settings() const
{
    chart::ChartSettings settings;
    settings.symbol = m_symbol;
    settings.interval = m_interval;
    return settings;
}

std::vector<Error> ChartPanel::restore(const chart::ChartSettings& settings)
{
    std::vector<Error> errors;
    setInterval(settings.interval);
    if (!settings.symbol.isEmpty()) {
        if (const Status shown = setSymbol(settings.symbol); !shown)
            errors.push_back(shown.error());
    }
    return errors;
}

Status ChartPanel::setSymbol(const QString& text)
{
    if (text == m_symbol)
        return {};
    const MarketView& market = m_context.market;
    if (!market.instruments().empty() && !market.find(text))
        return Error{Errc::UnknownInstrument, text.toStdString(), {}};
    m_symbol = text;
    findInstrument();
    Q_EMIT symbolChanged(m_symbol);
    Q_EMIT settingsChanged();
    return {};
}

QString ChartPanel::symbol() const
{
    return m_symbol;
}

void ChartPanel::askForSymbol(const QString& start)
{
    Q_EMIT symbolTyped(start);
}

void ChartPanel::setVenueTrouble(const std::optional<Error>& error)
{
    m_venueTrouble = error;
    showState();
}

void ChartPanel::setMaximised(bool) {}

void ChartPanel::addLead(QWidget* lead)
{
    m_bar->insertWidget(0, lead);
}

void ChartPanel::findInstrument()
{
    const Instrument* instrument = m_context.market.find(m_symbol);
    m_instrument = instrument ? std::optional(instrument->id) : std::nullopt;
    subjectChanged();
}

// The instrument, its filters or the interval are others now. The instrument list may come after the choice.
void ChartPanel::subjectChanged()
{
    const Instrument* instrument = m_instrument ? m_context.market.instrument(*m_instrument) : nullptr;
    if (!instrument)
        return showState();
    const chart::ChartSubject subject = subjectOf(*instrument);
    if (subject == m_canvas->subject() && m_interval == m_canvas->series().interval() && m_chart)
        return;
    m_canvas->setSubject(subject, m_interval);
    m_trust = {};
    m_goal = {};
    m_failure.reset();
    m_loading = true;
    m_complete = m_olderAsked = m_answered = false;
    if (m_chart)
        m_context.market.changeChart(*m_chart, *m_instrument, m_interval);
    else if (isVisible())
        open();
    showState();
}

void ChartPanel::open()
{
    if (m_chart || !m_instrument || !m_context.market.instrument(*m_instrument))
        return;
    m_loading = true;
    m_chart = m_context.market.openChart(*m_instrument, m_interval);
}

void ChartPanel::close()
{
    if (m_chart)
        m_context.market.closeChart(*m_chart);
    m_chart.reset();
    m_olderAsked = false;
}

// The core answers a chart it has not seen before; asking for the same one again would change nothing.
void ChartPanel::retry()
{
    close();
    m_failure.reset();
    m_answered = false;
    open();
    showState();
}

void ChartPanel::apply(const ChartUpdate& update)
{
    if (update.chart != m_chart || update.instrument != m_instrument || update.interval != m_interval)
        return; // another chart's, or still of what was shown before
    std::vector<chart::Bar> bars;
    bars.reserve(update.bars.size());
    for (const Kline& kline : update.bars)
        bars.push_back(toChartBar(kline));
    const auto firstBefore = m_canvas->series().columns().isEmpty() ? 0 : m_canvas->series().columns().timeAt(0);
    if (update.venueTime.isKnown())
        m_canvas->setVenueTime(update.venueTime);
    if (update.reset || !bars.empty())
        m_canvas->setBars(std::move(bars), update.reset);
    const bool grewLeft = !m_canvas->series().columns().isEmpty() && m_canvas->series().columns().timeAt(0) < firstBefore;
    if (grewLeft || update.failure || (m_loading && !update.loading))
        m_olderAsked = false;
    m_answered = true;
    m_loading = update.loading;
    m_complete = update.complete;
    m_failure = update.failure;
    m_trust = update.trust;
    m_canvas->setOlderWanted(!m_olderAsked && !m_complete);
    approachGoal();
    showState();
}

void ChartPanel::loadOlder()
{
    if (!m_chart || m_olderAsked || m_complete)
        return;
    m_olderAsked = true;
    m_canvas->setOlderWanted(false);
    m_context.market.loadOlder(*m_chart);
}

void ChartPanel::askForDate()
{
    const Timestamp now = m_canvas->venueNow().isKnown() ? m_canvas->venueNow() : wallTime();
    m_datePrompt->ask(QDateTime::fromMSecsSinceEpoch(now.nanos() / 1'000'000, m_context.display.timeZone()), earliestReachable());
}

// Bars come a page at a time from the newest back: a minute chart does not walk to last year.
Timestamp ChartPanel::earliestReachable() const
{
    const auto& columns = m_canvas->series().columns();
    if (columns.isEmpty() || m_interval.kind != Interval::Kind::Time)
        return {};
    return Timestamp::fromNanos(std::max<std::int64_t>(0, columns.timeAt(0) - longestWay * m_interval.amount));
}

void ChartPanel::goTo(Timestamp moment)
{
    m_goal = moment;
    approachGoal();
}

void ChartPanel::approachGoal()
{
    const auto& columns = m_canvas->series().columns();
    if (!m_goal.isKnown() || columns.isEmpty())
        return;
    const bool isReached = columns.timeAt(0) <= m_goal.nanos();
    m_canvas->showMoment(m_goal);
    if (isReached || m_complete || m_failure)
        m_goal = {};
    else
        loadOlder();
}

void ChartPanel::showState()
{
    const bool hasBars = !m_canvas->series().columns().isEmpty();
    m_canvas->setStale(hasBars && m_answered && !isUsable(m_trust));
    hasBars ? m_notice->hide() : showNotice();
    showBadge();
    placeOverlays();
}

void ChartPanel::showNotice()
{
    const Instrument* instrument = m_instrument ? m_context.market.instrument(*m_instrument) : nullptr;
    if (!instrument && m_context.market.instruments().empty())
        return m_notice->show(tr("Waiting for the venue"),
                              m_venueTrouble ? errorText(*m_venueTrouble)
                                             : tr("The list of instruments has not come yet. It is asked for again by itself."));
    if (!instrument)
        return m_notice->show(tr("No instrument"), tr("Choose one in the watchlist to see its chart."));
    const QString what = QStringLiteral("%1 %2").arg(QString::fromStdString(instrument->symbol), chart::intervalText(m_interval));
    if (m_failure)
        return m_notice->show(tr("%1 could not be loaded").arg(what), errorText(*m_failure), tr("Try again"));
    if (m_loading || !m_answered)
        return m_notice->show(tr("Loading %1").arg(what), {});
    m_notice->show(tr("No %1 bars yet").arg(what),
                   tr("Nothing has traded in this interval. The first bar appears with the next trade."));
}

// That the shown bars are not live outranks that older ones did not come.
bool ChartPanel::isFailureForemost() const
{
    return m_failure && m_trust.state != TrustState::Stale && m_trust.state != TrustState::Down;
}

QString ChartPanel::badgeText() const
{
    if (isFailureForemost())
        return tr("Older bars could not be loaded: %1").arg(adviceText(m_failure->code));
    const QString age = m_trust.lastData.isKnown() ? format::age(wallTime() - m_trust.lastData) : QString();
    switch (m_trust.state) {
    case TrustState::Synced: return {};
    case TrustState::Partial: return tr("Partial: missing bars are being fetched");
    case TrustState::Resyncing: return tr("Resyncing: bars are being brought up to date");
    case TrustState::Stale:
        return age.isEmpty() ? tr("Stale: no data from the venue") : tr("Stale %1: no data from the venue").arg(age);
    case TrustState::Down:
        return age.isEmpty() ? tr("Not connected to the venue") : tr("Not connected: the last data is %1 old").arg(age);
    }
    return {};
}

void ChartPanel::showBadge()
{
    const bool hasBars = !m_canvas->series().columns().isEmpty();
    const QString text = hasBars && m_answered ? badgeText() : QString();
    const bool isShown = !text.isEmpty();
    const Theme& theme = m_context.themes.theme();
    if (isShown)
        m_badge->setMessage(text, isFailureForemost() ? theme.warning : trustColour(m_trust.state, theme));
    m_badge->setVisible(isShown);
    isShown&& isVisible() ? m_ageTimer.start() : m_ageTimer.stop();
    if (isShown)
        placeOverlays();
}

void ChartPanel::placeOverlays()
{
    const QRect pane = m_canvas->paneRect();
    const int width = std::min(m_badge->sizeHint().width(), std::max(40, pane.width() - 2 * margin));
    m_badge->setGeometry(pane.left() + margin, badgeTop, width, m_badge->sizeHint().height());
    const bool hasBars = !m_canvas->series().columns().isEmpty();
    m_latest->setVisible(hasBars && !m_canvas->isLastVisible());
    m_latest->adjustSize();
    m_latest->move(pane.right() - m_latest->width() - margin, pane.bottom() - m_latest->height() - margin);
    if (!m_notice->isHidden())
        m_notice->place(pane);
}

bool ChartPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::MouseButtonPress)
        Q_EMIT activated();
    if (watched == m_canvas && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &ChartPanel::placeOverlays,
                                  Qt::QueuedConnection); // after the canvas has laid itself out
    return QWidget::eventFilter(watched, event);
}

void ChartPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!event->spontaneous()) {
        open();
        showState();
    }
}

void ChartPanel::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_ageTimer.stop();
    if (!event->spontaneous())
        close();
}

} // namespace spreadline
