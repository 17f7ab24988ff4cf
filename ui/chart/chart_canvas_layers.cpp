// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_canvas.h"
#include "plot/extremes_painter.h"
#include "style/fonts.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace spreadline::chart {
namespace {

constexpr int fontSize = 12;
constexpr int timeAxisHeight = 26;
constexpr double volumeShare = 0.18;
constexpr double topMargin = 0.05; ///< below the legend, as a share of the pane
constexpr double bottomMargin = 0.04;
constexpr double liveVolumeRoom = 1.25; ///< how far the forming bar's volume may still grow before the picture is drawn anew

} // namespace

void ChartCanvas::layout()
{
    m_scene.dpr = devicePixelRatioF();
    m_glyphs.setFont(numberFont(fontSize), m_scene.dpr);
    m_boldGlyphs.setFont(numberFont(fontSize, QFont::Medium), m_scene.dpr);
    const int width = static_cast<int>(std::ceil(this->width() * m_scene.dpr)),
              height = static_cast<int>(std::ceil(this->height() * m_scene.dpr));
    const int axisWidth = std::max(m_axisWidth, m_scene.px(56)), axisHeight = m_scene.px(timeAxisHeight);
    const int right = std::max(1, width - axisWidth), bottom = std::max(1, height - axisHeight);
    m_scene.price().rect = QRect(0, 0, right, bottom);
    m_scene.price().axis = QRect(right, 0, axisWidth, bottom);
    m_scene.timeAxis = QRect(0, bottom, right, axisHeight);
    m_scene.corner = QRect(right, bottom, axisWidth, axisHeight);
    const int volumeHeight = static_cast<int>(bottom * volumeShare);
    m_scene.volume = QRect(0, bottom - volumeHeight, right, volumeHeight);
    m_scene.time.setWidth(right / m_scene.dpr);
    m_overlay.forgetLegend();
    m_layoutDirty = false;
}

void ChartCanvas::fitPrices()
{
    const auto& columns = m_series.columns();
    const std::size_t from = m_scene.firstVisible(), to = m_scene.endVisible();
    const MergedBars seen = columns.merged(from, to);
    if (seen.isEmpty())
        return;
    m_scene.volumeTop = seen.volume;
    if (to == columns.size() && columns.volumes().back() * liveVolumeRoom > seen.volume)
        m_scene.volumeTop = columns.volumes().back() * liveVolumeRoom;
    m_shownLow = seen.low;
    m_shownHigh = seen.high;
    if (!m_scene.price().scale.isAuto())
        return;
    const double legend = static_cast<double>(OverlayPainter::legendHeight(m_scene)) / m_scene.price().rect.height();
    m_scene.price().scale.fit(seen.low, seen.high, topMargin + std::min(0.3, legend), volumeShare + bottomMargin,
                              m_scene.subject.tick);
}

// The axis is as wide as its labels; a change of width moves the plot's right edge, so it is done before anything is
// drawn.
void ChartCanvas::reserveAxis()
{
    const int needed = m_axes.priceLabelWidth(m_scene) + m_scene.px(18);
    if (needed <= m_scene.price().axis.width())
        return;
    m_axisWidth = needed + m_scene.px(4);
    layout();
    fitPrices();
}

void ChartCanvas::rebuild()
{
    if (m_layoutDirty)
        layout();
    if (m_staticBuilds == 0) // bars may have come before the widget had its size
        m_scene.time.jumpToLatest();
    fitPrices();
    reserveAxis();
    m_axes.prepare(m_scene);
    const QSize size(m_scene.corner.right() + 1, m_scene.corner.bottom() + 1);
    if (m_static.size() != size)
        m_static = QPixmap(size);
    QPainter painter(&m_static);
    painter.fillRect(m_static.rect(), m_scene.theme.panel);
    painter.setClipRect(m_scene.price().rect);
    m_axes.paintBack(painter, m_scene);
    m_candles.paint(painter, m_scene, m_series.lastIndex());
    if (m_highLow)
        paintExtremes(painter, m_scene);
    painter.setClipping(false);
    m_axes.paintFront(painter, m_scene);
    m_staticDirty = false;
    ++m_staticBuilds;
}

} // namespace spreadline::chart
