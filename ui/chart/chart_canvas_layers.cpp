// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_canvas.h"
#include "plot/extremes_painter.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace spreadline::chart {
namespace {

constexpr int comparedWidth = 2;

// What fills space stands behind the candles, lines over them.
bool isBackdrop(const DeckStudy& entry)
{
    return std::ranges::any_of(entry.info().outputs, [](const indicators::Output& output) {
        return output.kind == indicators::Output::Kind::Cloud || !output.fillTo.empty();
    });
}

bool isCandles(PriceStyle style)
{
    return style != PriceStyle::Line && style != PriceStyle::Area;
}

} // namespace

// The axis is as wide as its labels; a change of width moves the plot's right edge, so it is done before anything is
// drawn.
void ChartCanvas::reserveAxis()
{
    const int needed = m_axes.priceLabelWidth(m_scene) + m_scene.px(18);
    if (needed <= m_scene.price().axis.width())
        return;
    m_axisWidth = needed + m_scene.px(4);
    layout();
    fitScales();
}

void ChartCanvas::prepare()
{
    if (m_layoutDirty)
        layout();
    if (m_staticBuilds == 0) // bars may have come before the widget had its size
        m_scene.time.jumpToLatest();
    fitScales();
    reserveAxis();
    m_axes.prepare(m_scene);
    arrangeControls();
}

void ChartCanvas::rebuild()
{
    prepare();
    const QSize size(m_scene.corner.right() + 1, m_scene.corner.bottom() + 1);
    if (m_static.size() != size)
        m_static = QPixmap(size);
    QPainter painter(&m_static);
    paintStatic(painter);
    m_staticDirty = false;
    ++m_staticBuilds;
}

void ChartCanvas::paintStatic(QPainter& painter)
{
    const QRect all(0, 0, m_scene.corner.right() + 1, m_scene.corner.bottom() + 1);
    painter.fillRect(all, m_scene.theme.panel);
    painter.setClipRect(m_scene.paneArea());
    m_axes.paintBack(painter, m_scene);
    for (const Pane& pane : m_scene.panes) {
        if (!pane.rect.isEmpty())
            paintPane(painter, pane);
    }
    painter.setClipping(false);
    for (std::size_t i = 0; i + 1 < m_scene.panes.size() && !m_maximised; ++i)
        painter.fillRect(0, m_scene.panes[i].rect.bottom() + 1, all.width(), m_scene.line(), m_scene.theme.border);
    m_axes.paintFront(painter, m_scene);
}

void ChartCanvas::paintPane(QPainter& painter, const Pane& pane)
{
    const std::size_t live = m_series.lastIndex();
    const auto paintStudies = [&](bool behind) {
        for (const auto& entry : m_deck.all()) {
            if (entry->study.pane == pane.key && entry->study.isShown && isBackdrop(*entry) == behind)
                m_studyPainter.paint(painter, m_scene, paneOf(*entry), entry->plot, live);
        }
    };
    painter.setClipRect(pane.rect);
    if (pane.isPrice())
        m_depth.paintBehind(painter, m_scene);
    paintStudies(true);
    if (pane.isPrice()) {
        m_candles.paint(painter, m_scene, live);
        m_depth.paintOver(painter, m_scene, live);
        if (m_highLow && isCandles(m_scene.style))
            paintExtremes(painter, m_scene);
    }
    paintStudies(false);
    if (!pane.isPrice())
        return;
    paintCompared(painter, false);
    m_markerPainter.paint(painter, m_scene, m_markers);
}

void ChartCanvas::paintCompared(QPainter& painter, bool last)
{
    for (const auto& other : m_compared) {
        if (!other->look.isShown || other->pane.rect.isEmpty())
            continue;
        LineLook look;
        look.colour = other->isStale ? m_scene.theme.stale : m_scene.colour(other->look.ink, other->look.custom);
        look.width = m_scene.px(comparedWidth);
        if (last)
            m_lines.paintLast(painter, m_scene, other->pane, other->series.column(), look);
        else
            m_lines.paint(painter, m_scene, other->pane, other->series.column(), look, m_series.lastIndex());
    }
}

// What a tick changes, over the cached picture.
void ChartCanvas::paintLive(QPainter& painter)
{
    if (m_series.columns().isEmpty())
        return;
    const std::size_t live = m_series.lastIndex();
    const auto paintStudies = [&](bool behind) {
        for (const auto& entry : m_deck.all()) {
            const Pane& pane = paneOf(*entry);
            if (!entry->study.isShown || pane.rect.isEmpty() || isBackdrop(*entry) != behind)
                continue;
            painter.setClipRect(pane.rect);
            m_studyPainter.paintLast(painter, m_scene, pane, entry->plot);
        }
    };
    paintStudies(true);
    const bool isSeen = live >= m_scene.firstVisible() && live < m_scene.endVisible() && !m_series.columns().at(live).isEmpty();
    if (isSeen && !m_scene.price().rect.isEmpty()) {
        painter.setClipRect(m_scene.price().rect);
        m_candles.paintOne(painter, m_scene, live);
        m_depth.paintLast(painter, m_scene);
    }
    paintStudies(false);
    painter.setClipRect(m_scene.price().rect);
    paintCompared(painter, true);
    if (!m_scene.price().rect.isEmpty())
        m_markerPainter.paintLast(painter, m_scene, m_markers);
    painter.setClipping(false); // what the paint event asked for is clipped below the painter
    if (const auto last = lastPrice(); last && !m_scene.price().rect.isEmpty())
        m_overlay.paintLast(painter, m_scene, m_axes, *last);
}

// With what follows the pointer, unless it is for a file.
void ChartCanvas::paintOverlay(QPainter& painter, bool withPointer)
{
    const bool hasBars = !m_series.columns().isEmpty();
    if (const QRegion guest = guestRegion(); withPointer && hasBars && !guest.isEmpty()) {
        const QRect column = guest.boundingRect();
        const int dot = m_scene.px(2);
        for (int y = column.top(); y <= column.bottom(); y += 2 * dot)
            painter.fillRect(column.left(), y, column.width(), std::min(dot, column.bottom() + 1 - y), m_scene.theme.crosshair);
    }
    if (hasBars) {
        paintDrawings(painter);
        paintTags(painter);
    }
    if (m_cross && withPointer && hasBars)
        m_overlay.paintCrosshair(painter, m_scene, m_axes, *m_cross);
    m_legend.paint(painter, m_scene);
    if (withPointer)
        m_paneButtons.paint(painter, m_scene);
    if (m_isFocusShown && withPointer)
        paintFocus(painter);
}

// Reached by the keyboard: a frame says so.
void ChartCanvas::paintFocus(QPainter& painter) const
{
    const QRect all(0, 0, m_scene.corner.right() + 1, m_scene.corner.bottom() + 1);
    const int width = m_scene.px(1);
    const QRect inside = all.adjusted(width, width, -width, -width);
    for (const QRect& side : QRegion(all).subtracted(inside))
        painter.fillRect(side, m_scene.theme.accent);
}

// Where another chart's crosshair stands: a column of dots through all panes.
QRegion ChartCanvas::guestRegion() const
{
    const auto slot = m_guest ? m_series.slotHolding(m_guest->nanos()) : std::nullopt;
    if (!slot || m_layoutDirty)
        return {};
    const int x = static_cast<int>(std::floor(m_scene.xExact(static_cast<double>(*slot)))) - m_scene.line() / 2;
    const QRect area = m_scene.plotArea();
    return QRegion(QRect(x, area.top(), m_scene.line(), area.height()).intersected(area));
}

void ChartCanvas::setMarkers(std::vector<Marker> markers)
{
    m_markers.assign(std::move(markers));
    invalidate();
}

void ChartCanvas::addMarker(const Marker& marker)
{
    m_markers.add(marker);
    invalidate();
}

void ChartCanvas::setGuestCrosshair(std::optional<Timestamp> time)
{
    if (time == m_guest)
        return;
    QRegion region = guestRegion();
    m_guest = time;
    region += guestRegion();
    update(toLogical(region));
}

std::optional<Timestamp> ChartCanvas::crosshairTime() const
{
    const std::int64_t time = m_cross ? m_series.timeAt(m_cross->slot) : 0;
    return time == 0 ? std::nullopt : std::optional(Timestamp::fromNanos(time));
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
    const bool counts =
        m_countdownShown && (m_series.interval().kind != Interval::Kind::Time || m_series.interval().amount >= 5'000'000'000);
    if (end != 0 && counts && m_venueTime.isKnown() && !m_scene.isStale)
        last.remaining = std::max<std::int64_t>(0, end - venueNow().nanos() + 999'999'999);
    return last;
}

/// The columns from the bar before the last one to it.
QRect ChartCanvas::lastPiece() const
{
    const std::size_t last = m_series.lastIndex(), before = std::min(m_series.columns().barBefore(last), last);
    const int reach = m_scene.px(comparedWidth) + 1;
    const int left = static_cast<int>(std::floor(m_scene.xExact(static_cast<double>(before)))) - reach;
    const int right = static_cast<int>(std::ceil(m_scene.xExact(static_cast<double>(last)))) + reach;
    const QRect& pane = m_scene.price().rect;
    return QRect(left, pane.top(), right - left + 1, pane.height()).intersected(pane);
}

QRegion ChartCanvas::liveRegion() const
{
    QRegion region;
    if (m_series.columns().isEmpty() || m_layoutDirty || m_staticDirty || !isVisible())
        return region;
    const std::size_t index = m_series.lastIndex();
    region += CandlePainter::candleRect(m_scene, index).intersected(m_scene.price().rect);
    region += CandlePainter::volumeRect(m_scene, index).intersected(m_scene.price().rect);
    region += m_depth.lastRegion(m_scene);
    for (const auto& entry : m_deck.all()) {
        const Pane& pane = paneOf(*entry);
        if (entry->study.isShown && !pane.rect.isEmpty())
            region += StudyPainter::lastRegion(m_scene, pane, entry->plot).intersected(pane.rect);
    }
    if (std::ranges::any_of(m_compared, [](const auto& other) { return other->look.isShown; }))
        region += lastPiece();
    region += MarkerPainter::lastRect(m_scene, m_markers).intersected(m_scene.price().rect);
    if (const auto last = lastPrice(); last && !m_scene.price().rect.isEmpty())
        region += OverlayPainter::lastRegion(m_scene, *last);
    return region;
}

void ChartCanvas::tickChanged(const QRegion& before)
{
    QRegion region = before.united(liveRegion());
    region += refreshLegend();
    update(toLogical(region));
}

// Vector files and pictures of any size: nothing here comes from the cached layer.
void ChartCanvas::drawTo(QPainter& painter)
{
    finishComputing();
    prepare();
    painter.save();
    painter.scale(1 / m_scene.dpr, 1 / m_scene.dpr);
    paintStatic(painter);
    paintLive(painter);
    paintOverlay(painter, false);
    painter.restore();
}

} // namespace spreadline::chart
