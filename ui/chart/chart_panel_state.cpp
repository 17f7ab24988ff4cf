// SPDX-License-Identifier: GPL-3.0-or-later
// What ChartPanel remembers, and what it says of its state.
#include "chart/chart_canvas.h"
#include "chart/chart_comparison.h"
#include "chart/chart_drawings.h"
#include "chart/chart_layers.h"
#include "chart/chart_loader.h"
#include "chart/chart_menu.h"
#include "chart/chart_notice.h"
#include "chart/chart_panel.h"
#include "chart/chart_studies.h"
#include "chart/chart_toast.h"
#include "chart/chart_toolbar.h"
#include "chart/chart_words.h"
#include "drawings/drawing_hand.h"
#include "drawings/drawing_toolbar.h"
#include "session/market_view.h"
#include "style/display_options.h"
#include "style/trust_text.h"
#include "style/wall_time.h"

#include <QHideEvent>
#include <QKeyEvent>
#include <QShowEvent>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace spreadline {
namespace {

const QString layersKey = QStringLiteral("layers"); // of the extras

constexpr int margin = 10;
constexpr int badgeTop = 30;       ///< below the headline of the legend, at the other end of the buttons of the pane
constexpr int badgeTopNarrow = 78; ///< where the headline takes two lines
constexpr int narrow = 700;
constexpr int roomForTools = 900;  ///< width from which the drawing tools are there unless they were sent away
constexpr int leastForTools = 260; ///< below it they never are

QColor toneColour(chart::BadgeWords::Tone tone, const Trust& trust, const Theme& theme)
{
    switch (tone) {
    case chart::BadgeWords::Tone::Quiet: return theme.accent;
    case chart::BadgeWords::Tone::Trust: return trustColour(trust.state, theme);
    case chart::BadgeWords::Tone::Warning: return theme.warning;
    }
    return theme.warning;
}

} // namespace

chart::ChartSettings ChartPanel::settings() const
{
    chart::ChartSettings settings;
    settings.symbol = symbol();
    settings.interval = m_interval;
    settings.style = m_canvas->priceStyle();
    settings.scale = m_canvas->priceScale().mode();
    settings.isInverted = m_canvas->priceScale().isInverted();
    settings.isVolumeShown = m_canvas->isVolumeShown();
    settings.areExtremesNamed = m_canvas->areHighLowLabelsShown();
    settings.isCountdownShown = m_canvas->isCountdownShown();
    settings.studies = m_studies->all();
    settings.panes = m_canvas->paneLayout();
    settings.compared = m_comparison->symbols();
    settings.isDrawingBarShown = m_drawingBarWish;
    settings.magnet = m_canvas->hand().magnet();
    settings.spacing = m_canvas->timeScale().spacing();
    settings.extras = m_extras;
    if (const QJsonObject layers = m_layers->toJson(); !layers.isEmpty())
        settings.extras.insert(layersKey, layers);
    return settings;
}

std::vector<Error> ChartPanel::restore(const chart::ChartSettings& settings)
{
    std::vector<Error> errors = m_comparison->restore({}); // those of before are not to be asked for at the new interval
    const QString wanted = settings.symbol.isEmpty() ? symbol() : settings.symbol;
    if (const Status shown = turnTo(wanted, settings.interval); !shown) {
        errors.push_back(shown.error());
        setInterval(settings.interval);
    }
    m_canvas->setPriceStyle(settings.style);
    m_canvas->setInverted(settings.isInverted);
    m_canvas->setVolumeShown(settings.isVolumeShown);
    m_canvas->setHighLowLabels(settings.areExtremesNamed);
    m_canvas->setCountdownShown(settings.isCountdownShown);
    m_studies->replaceAll(settings.studies, settings.panes);
    const std::vector<Error> others = m_comparison->restore(settings.compared);
    errors.insert(errors.end(), others.begin(), others.end());
    m_canvas->setScaleMode(settings.scale);
    m_canvas->hand().setMagnet(settings.magnet);
    m_canvas->setSpacing(settings.spacing);
    m_extras = settings.extras;
    m_layers->restore(m_extras.take(layersKey).toObject());
    m_drawingBarWish = settings.isDrawingBarShown;
    showDrawingBar();
    showToolbar();
    Q_EMIT settingsChanged();
    return errors;
}

void ChartPanel::setVenueTrouble(const std::optional<Error>& error)
{
    m_venueTrouble = error;
    showState();
}

void ChartPanel::setMaximised(bool on)
{
    m_isMaximised = on;
    showToolbar();
}

void ChartPanel::addLead(QWidget* lead)
{
    m_toolbar->addLead(lead);
}

void ChartPanel::showToolbar()
{
    m_toolbar->setState({symbol(), m_interval, m_canvas->priceStyle(), m_canvas->priceScale().mode(),
                         m_canvas->priceScale().isAuto(), static_cast<int>(m_comparison->ids().size()), isDrawingBarWanted(),
                         m_isMaximised});
}

void ChartPanel::showState()
{
    const chart::LoadState& state = m_loader->state();
    m_comparison->reachBack(state.first);
    m_canvas->setStale(state.hasBars && !(state.isAnswered && isUsable(state.trust)));
    if (state.hasBars) {
        m_notice->hide();
    } else {
        const chart::ChartTopic topic{symbol(), m_interval, !m_context.market.instruments().empty(),
                                      m_loader->subject().has_value(), m_venueTrouble};
        const chart::NoticeWords words = chart::noticeWords(topic, state, wallTime());
        m_notice->show(words.title, words.text, words.action);
    }
    showBadge();
}

void ChartPanel::showBadge()
{
    const chart::LoadState& state = m_loader->state();
    const chart::BadgeWords words = chart::badgeWords(state, wallTime(), m_context.display.timeZone());
    const bool isShown = !words.text.isEmpty();
    if (isShown)
        m_badge->setMessage(words.text, toneColour(words.tone, state.trust, m_context.themes.theme()));
    m_badge->setVisible(isShown);
    const bool ages = isVisible() && (isShown || !state.hasBars);
    ages ? m_ageTimer.start() : m_ageTimer.stop();
    placeOverlays();
}

void ChartPanel::placeOverlays()
{
    const QRect pane = m_canvas->paneRect();
    const int width = std::min(m_badge->sizeHint().width(), std::max(40, pane.width() - 2 * margin));
    m_badge->setGeometry(pane.right() - width - margin, pane.top() + (pane.width() < narrow ? badgeTopNarrow : badgeTop), width,
                         m_badge->sizeHint().height());
    m_latest->setVisible(m_loader->state().hasBars && !m_canvas->isLastVisible());
    m_latest->adjustSize();
    m_latest->move(pane.right() - m_latest->width() - margin, pane.bottom() - m_latest->height() - margin);
    m_toast->place(QRect(0, 0, pane.width(), m_canvas->timeAxisRect().top()));
    if (!m_notice->isHidden())
        m_notice->place(pane);
}

bool ChartPanel::isDrawingBarWanted() const
{
    return m_drawingBarWish.value_or(width() >= roomForTools) && width() >= leastForTools;
}

void ChartPanel::setDrawingBarShown(bool shown)
{
    m_drawingBarWish = shown;
    showDrawingBar();
    Q_EMIT settingsChanged();
}

void ChartPanel::showDrawingBar()
{
    const bool isShown = isDrawingBarWanted();
    m_drawingBar->setVisible(isShown);
    m_menu->setDrawingBarShown(isShown);
    if (!isShown)
        m_canvas->hand().chooseTool(std::nullopt); // no tool without a sign of it
    showToolbar();
}

void ChartPanel::zoomMayHaveChanged()
{
    const double spacing = m_canvas->timeScale().spacing();
    if (std::abs(spacing - m_toldSpacing) < 1e-9)
        return;
    m_toldSpacing = spacing;
    Q_EMIT settingsChanged();
}

bool ChartPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::MouseButtonPress)
        Q_EMIT activated();
    if (watched != m_canvas)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &ChartPanel::placeOverlays,
                                  Qt::QueuedConnection); // after the canvas has laid itself out
    const bool isEscape = event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape;
    if (isEscape && m_loader->isGoing()) {
        m_loader->stopGoing();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ChartPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showDrawingBar();
}

void ChartPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (event->spontaneous())
        return;
    m_loader->open();
    m_comparison->open();
    m_layers->setOpen(true);
    showState();
}

void ChartPanel::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_ageTimer.stop();
    if (event->spontaneous())
        return;
    m_loader->close();
    m_comparison->close();
    m_layers->setOpen(false);
}

} // namespace spreadline
