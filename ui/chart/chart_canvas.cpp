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
    m_scene.glyphs = &m_glyphs;
    m_scene.boldGlyphs = &m_boldGlyphs;
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
    m_scene.subject = subject;
    m_series.reset(interval);
    m_scene.time.setCount(0);
    m_scene.price().scale = {};
    m_axisWidth = 0;
    m_cross.reset();
    m_overlay.forgetLegend();
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
    const SeriesChange change = m_series.merge(std::move(bars));
    if (change.reset || reset) {
        m_scene.time.setCount(m_series.columns().size());
        wasVisible || leftTime == 0 ? m_scene.time.jumpToLatest() : m_scene.time.showFrom(m_series.slotOf(leftTime));
    } else {
        m_scene.time.prepended(change.prepended);
        m_scene.time.appended(change.appended);
        if (m_cross)
            m_cross->slot += static_cast<std::int64_t>(change.prepended);
    }
    if (reset || change.reset || change.history || !fitsPicture())
        invalidate();
    else if (change.last)
        tickChanged(before);
    if (change.reset || change.appended > 0 || reset)
        Q_EMIT viewChanged();
}

// Whether the forming bar can be painted over the cached picture as it stands.
bool ChartCanvas::fitsPicture() const
{
    if (m_series.columns().isEmpty() || m_staticDirty)
        return !m_staticDirty;
    const Bar bar = m_series.columns().at(m_series.lastIndex());
    if (!isLastVisible())
        return true;
    const bool volumeFits = bar.volume <= m_scene.volumeTop;
    const bool pricesFit = bar.high <= m_shownHigh && bar.low >= m_shownLow;
    return volumeFits && pricesFit;
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
    m_scene.price().scale.setAuto(true);
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

QRegion ChartCanvas::toLogical(const QRegion& device) const
{
    if (m_scene.dpr == 1)
        return device;
    QRegion region;
    for (const QRect& rect : device) {
        const QRectF scaled(rect.x() / m_scene.dpr, rect.y() / m_scene.dpr, rect.width() / m_scene.dpr,
                            rect.height() / m_scene.dpr);
        region += scaled.toAlignedRect();
    }
    return region;
}

std::optional<LastPrice> ChartCanvas::lastPrice() const
{
    const auto& columns = m_series.columns();
    const std::size_t index = columns.lastBar();
    if (index >= columns.size())
        return std::nullopt;
    const Bar bar = columns.at(index);
    LastPrice last{bar.close, bar.close >= bar.open, -1};
    const std::int64_t end = m_series.lastBarEnd();
    const bool counts = m_series.interval().kind != Interval::Kind::Time || m_series.interval().amount >= 5'000'000'000;
    if (end != 0 && counts && m_venueTime.isKnown() && !m_scene.isStale)
        last.remaining = std::max<std::int64_t>(0, end - venueNow().nanos() + 999'999'999);
    return last;
}

QRegion ChartCanvas::liveRegion() const
{
    QRegion region;
    if (m_series.columns().isEmpty() || m_layoutDirty)
        return region;
    const std::size_t index = m_series.lastIndex();
    region += CandlePainter::candleRect(m_scene, index).intersected(m_scene.price().rect);
    region += CandlePainter::volumeRect(m_scene, index).intersected(m_scene.price().rect);
    if (const auto last = lastPrice())
        region += OverlayPainter::lastRegion(m_scene, *last);
    return region;
}

void ChartCanvas::tickChanged(const QRegion& before)
{
    QRegion region = before.united(liveRegion());
    if (legendBar() == m_series.lastIndex())
        region += m_overlay.legendRect().adjusted(0, 0, m_scene.px(48), 0).intersected(m_scene.price().rect);
    update(toLogical(region));
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
    if (!m_series.columns().isEmpty())
        paintLayers(painter);
}

void ChartCanvas::paintLayers(QPainter& painter)
{
    const std::size_t live = m_series.lastIndex();
    if (live >= m_scene.firstVisible() && live < m_scene.endVisible() && !m_series.columns().at(live).isEmpty()) {
        painter.setClipRect(m_scene.price().rect);
        m_candles.paintOne(painter, m_scene, live);
        painter.setClipping(false); // what the paint event asked for is clipped below the painter
    }
    if (const auto last = lastPrice())
        m_overlay.paintLast(painter, m_scene, m_axes, *last);
    if (m_cross)
        m_overlay.paintCrosshair(painter, m_scene, m_axes, *m_cross);
    painter.setClipRect(m_scene.price().rect);
    if (const auto index = legendBar())
        m_overlay.paintLegend(painter, m_scene, *index);
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
}

void ChartCanvas::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    if (m_timer != 0)
        killTimer(std::exchange(m_timer, 0));
}

void ChartCanvas::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_timer)
        return;
    if (const auto last = lastPrice(); last && last->remaining >= 0)
        update(toLogical(OverlayPainter::lastRegion(m_scene, *last)));
}

} // namespace spreadline::chart
