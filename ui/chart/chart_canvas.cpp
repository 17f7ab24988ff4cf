// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_canvas.h"

#include <QEvent>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace spreadline::chart {
namespace {

constexpr double askBefore = 0.5; ///< older bars are asked for when less than this share of a screen is left of the view

} // namespace

ChartCanvas::ChartCanvas(QWidget* parent) : QWidget(parent), m_theme(Theme::dark())
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_NoSystemBackground);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
    m_scene.series = &m_series;
    m_scene.shown = &m_series.columns();
    m_scene.glyphs = &m_glyphs;
    m_scene.boldGlyphs = &m_boldGlyphs;
    m_hand.setProjection(&m_projection);
    connect(&m_hand, &drawing::DrawingHand::changed, this, &ChartCanvas::handChanged);
    connect(&m_hand, &drawing::DrawingHand::toolChanged, this, &ChartCanvas::updateCursor);
    connect(&m_depth, &ChartDepth::changed, this, &ChartCanvas::invalidate);
    connect(&m_depth, &ChartDepth::lastChanged, this, [this] { update(toLogical(m_depth.lastRegion(m_scene))); });
    applyTheme();
}

ChartCanvas::~ChartCanvas() = default;

void ChartCanvas::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_glyphs.clear();
    m_boldGlyphs.clear();
    applyTheme();
    invalidate();
}

// Stale data keeps its shape and loses its colour.
void ChartCanvas::applyTheme()
{
    Theme theme = m_theme;
    if (m_scene.isStale) {
        theme.up = blended(theme.panel, theme.stale, 0.9);
        theme.down = blended(theme.panel, theme.stale, 0.6);
        theme.upFill = theme.downFill = blended(theme.panel, theme.stale, 0.25);
        theme.text = theme.stale;
    }
    m_scene.theme = theme;
}

void ChartCanvas::setZone(const QTimeZone& zone)
{
    m_scene.zone = zone;
    invalidate();
}

void ChartCanvas::setSubject(const ChartSubject& subject, Interval interval)
{
    const bool isOtherInterval = interval != m_series.interval();
    m_scene.subject = subject;
    m_series.reset(interval);
    m_scene.time.setCount(0);
    for (Pane& pane : m_scene.panes) {
        PriceScale fresh;
        fresh.setMode(pane.scale.mode());
        fresh.setInverted(pane.scale.isInverted());
        pane.scale = fresh;
    }
    m_scene.price().format = {ValueFormat::Kind::Fixed, subject.priceDecimals, subject.tick};
    m_deck.reset(interval);
    m_derivatives.clear();
    for (const auto& other : m_compared) {
        if (isOtherInterval)
            other->series.clear();
    }
    SeriesChange everything;
    everything.reset = true;
    seriesChanged(everything);
    m_axisWidth = 0;
    m_cross.reset();
    m_layoutDirty = true;
    invalidate();
}

void ChartCanvas::setBars(std::vector<Bar> bars, bool reset)
{
    const QRegion before = liveRegion();
    const bool wasVisible = m_scene.time.isLastVisible() || m_series.columns().isEmpty();
    const std::int64_t leftTime = m_series.timeAt(static_cast<std::int64_t>(std::floor(m_scene.time.left())));
    if (reset)
        m_series.reset(m_series.interval());
    SeriesChange change = m_series.merge(std::move(bars));
    change.reset |= reset;
    keepView(change, wasVisible, leftTime);
    const bool historyChanged = seriesChanged(change);
    if (change.reset || change.history || historyChanged || !fitsPicture())
        invalidate();
    else if (change.last)
        tickChanged(before);
    if (change.reset || change.appended > 0)
        Q_EMIT viewChanged();
}

// The view stays where it is, unless it follows; another series is shown at the same moment.
void ChartCanvas::keepView(const SeriesChange& change, bool wasVisible, std::int64_t leftTime)
{
    if (change.reset) {
        m_scene.time.setCount(m_series.columns().size());
        wasVisible || leftTime == 0 ? m_scene.time.jumpToLatest() : m_scene.time.showFrom(m_series.slotOf(leftTime));
        return;
    }
    m_scene.time.prepended(change.prepended);
    if (m_hand.isBusy())
        m_scene.time.setCount(m_series.columns().size()); // what is drawn must stay under the pointer
    else
        m_scene.time.appended(change.appended);
    if (m_cross)
        m_cross->slot += static_cast<std::int64_t>(change.prepended);
}

void ChartCanvas::setVenueTime(Timestamp now)
{
    m_venueTime = now;
    m_sinceVenueTime.start();
}

Timestamp ChartCanvas::venueNow() const
{
    if (!m_venueTime.isKnown())
        return {};
    return m_venueTime + std::chrono::nanoseconds(m_sinceVenueTime.nsecsElapsed());
}

void ChartCanvas::setStale(bool stale)
{
    if (stale == m_scene.isStale)
        return;
    m_scene.isStale = stale;
    applyTheme();
    invalidate();
}

void ChartCanvas::setHighLowLabels(bool on)
{
    m_highLow = on;
    invalidate();
}

std::optional<std::size_t> ChartCanvas::legendBar() const
{
    const auto size = m_series.columns().size();
    if (m_cross && m_cross->slot >= 0 && static_cast<std::size_t>(m_cross->slot) < size)
        return static_cast<std::size_t>(m_cross->slot);
    return size == 0 ? std::nullopt : std::optional(m_series.lastIndex());
}

void ChartCanvas::invalidate()
{
    m_staticDirty = true;
    update();
}

void ChartCanvas::viewMoved()
{
    invalidate();
    Q_EMIT viewChanged();
    if (m_olderAllowed && !m_series.columns().isEmpty() && m_scene.time.left() < askBefore * m_scene.time.visible())
        Q_EMIT olderWanted();
}

void ChartCanvas::jumpToLatest()
{
    m_scene.time.jumpToLatest();
    viewMoved();
}

void ChartCanvas::resetView()
{
    for (Pane& pane : m_scene.panes)
        pane.scale.setAuto(true);
    m_scene.time.reset();
    viewMoved();
}

void ChartCanvas::fitAll()
{
    m_scene.price().scale.setAuto(true);
    m_scene.time.fitAll();
    viewMoved();
}

void ChartCanvas::showMoment(Timestamp moment)
{
    if (m_series.columns().isEmpty())
        return;
    const double slot = m_series.slotOf(moment.nanos());
    m_scene.time.showFrom(slot + 0.5 - m_scene.time.visible() / 2);
    viewMoved();
}

QRect ChartCanvas::paneRect() const
{
    return toLogical(m_scene.price().rect).boundingRect().intersected(rect());
}

QRect ChartCanvas::priceAxisRect() const
{
    return toLogical(m_scene.price().axis).boundingRect().intersected(rect());
}

QRect ChartCanvas::timeAxisRect() const
{
    return toLogical(m_scene.timeAxis).boundingRect().intersected(rect());
}

void ChartCanvas::paintEvent(QPaintEvent* event)
{
    if (m_layoutDirty || m_staticDirty || m_scene.dpr != devicePixelRatioF()) {
        m_layoutDirty = m_layoutDirty || m_scene.dpr != devicePixelRatioF();
        rebuild();
    }
    QPainter painter(this);
    painter.scale(1 / m_scene.dpr, 1 / m_scene.dpr);
    // At 125 % the widget may start between two pixels; lines must not.
    const QTransform device = painter.deviceTransform();
    painter.translate(std::round(device.dx()) - device.dx(), std::round(device.dy()) - device.dy());
    for (const QRect& rect : event->region()) {
        const QRectF scaled(rect.x() * m_scene.dpr, rect.y() * m_scene.dpr, rect.width() * m_scene.dpr,
                            rect.height() * m_scene.dpr);
        const QRect source = scaled.toAlignedRect().intersected(m_static.rect());
        painter.drawPixmap(source.topLeft(), m_static, source);
    }
    paintLive(painter);
    paintOverlay(painter);
}

void ChartCanvas::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layout();
    m_staticDirty = true;
    Q_EMIT viewChanged();
}

void ChartCanvas::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_layoutDirty = true;
        invalidate();
    }
}

void ChartCanvas::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_timer == 0)
        m_timer = startTimer(1'000);
    scheduleWork(true); // what came while it was hidden
}

void ChartCanvas::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    if (m_timer != 0)
        killTimer(std::exchange(m_timer, 0));
    scheduleWork(false);
}

void ChartCanvas::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_workTimer && compute(slice))
        invalidate();
    if (event->timerId() != m_timer)
        return;
    if (const auto last = lastPrice(); last && last->remaining >= 0)
        update(toLogical(OverlayPainter::lastRegion(m_scene, *last)));
}

} // namespace spreadline::chart
