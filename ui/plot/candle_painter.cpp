// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/candle_painter.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace spreadline::chart {
namespace {

constexpr double wickShare = 0.62; ///< how strong the wick of a merged column is against its body

QRect span(int x, int width, int top, int bottom, int least)
{
    return {x, top, width, std::max(least, bottom - top)};
}

int volumeHeight(const ChartScene& scene, double volume)
{
    if (!(volume > 0) || !(scene.volumeTop > 0))
        return 0;
    return std::max(1, static_cast<int>(std::min(1.0, volume / scene.volumeTop) * scene.volume.height() + 0.5));
}

QRect volumeBar(const ChartScene& scene, int x, int width, double volume)
{
    const int height = volumeHeight(scene, volume);
    return {x, scene.volume.bottom() + 1 - height, width, height};
}

void fill(QPainter& painter, const std::vector<QRect>& rects, const QColor& colour)
{
    if (rects.empty())
        return;
    painter.setBrush(colour);
    painter.drawRects(rects.data(), static_cast<int>(rects.size()));
}

} // namespace

void CandlePainter::Batch::clear()
{
    wicks.clear();
    bodies.clear();
    volumes.clear();
}

void CandlePainter::collectBars(const ChartScene& scene, std::size_t from, std::size_t to)
{
    const auto& columns = scene.series->columns();
    const auto opens = columns.opens(), highs = columns.highs(), lows = columns.lows(), closes = columns.closes();
    const auto volumes = columns.volumes();
    const int width = scene.bodyWidth(), wick = std::min(scene.line(), width), half = (width - wick) / 2;
    for (std::size_t i = from; i < to; ++i) {
        const double open = opens[i], close = closes[i];
        if (open != open)
            continue;
        Batch& batch = close >= open ? m_up : m_down;
        const int x = scene.x(i) - wick / 2;
        const int top = scene.price().y(std::max(open, close)), bottom = scene.price().y(std::min(open, close));
        const int high = scene.price().y(highs[i]), low = scene.price().y(lows[i]);
        if (high < top || low > bottom)
            batch.wicks.push_back(span(x, wick, high, low, wick));
        batch.bodies.push_back(span(x - half, width, top, bottom, wick));
        if (volumes[i] > 0)
            batch.volumes.push_back(volumeBar(scene, x - half, width, volumes[i]));
    }
}

void CandlePainter::addColumn(const ChartScene& scene, int x, const MergedBars& bars)
{
    if (bars.isEmpty())
        return;
    Batch& batch = bars.isUp() ? m_up : m_down;
    const int top = scene.price().y(std::max(bars.open, bars.close)), bottom = scene.price().y(std::min(bars.open, bars.close));
    batch.wicks.push_back(span(x, 1, scene.price().y(bars.high), scene.price().y(bars.low), 1));
    batch.bodies.push_back(span(x, 1, top, bottom, 1));
    if (bars.volume > 0)
        batch.volumes.push_back(volumeBar(scene, x, 1, bars.volume));
}

void CandlePainter::collectColumns(const ChartScene& scene, std::size_t end)
{
    const auto& columns = scene.series->columns();
    for (int x = scene.price().rect.left(); x <= scene.price().rect.right(); ++x) {
        const auto [from, to] = scene.barsAt(x);
        if (from >= end)
            break;
        if (from < to)
            addColumn(scene, x, columns.merged(from, std::min(to, end)));
    }
}

void CandlePainter::flush(QPainter& painter, const ChartScene& scene)
{
    const Theme& theme = scene.theme;
    painter.setPen(Qt::NoPen);
    fill(painter, m_up.volumes, theme.upFill);
    fill(painter, m_down.volumes, theme.downFill);
    const bool merged = scene.isMerged();
    fill(painter, m_up.wicks, merged ? blended(theme.panel, theme.up, wickShare) : theme.up);
    fill(painter, m_down.wicks, merged ? blended(theme.panel, theme.down, wickShare) : theme.down);
    fill(painter, m_up.bodies, theme.up);
    fill(painter, m_down.bodies, theme.down);
    m_up.clear();
    m_down.clear();
}

void CandlePainter::paint(QPainter& painter, const ChartScene& scene, std::size_t end)
{
    if (scene.isMerged())
        collectColumns(scene, end);
    else
        collectBars(scene, scene.firstVisible(), std::min(end, scene.endVisible()));
    flush(painter, scene);
}

void CandlePainter::paintOne(QPainter& painter, const ChartScene& scene, std::size_t index)
{
    if (!scene.isMerged()) {
        collectBars(scene, index, index + 1);
    } else {
        const int x = static_cast<int>(std::floor(scene.xExact(static_cast<double>(index)) + 1e-9));
        const auto [from, to] = scene.barsAt(x);
        addColumn(scene, x, scene.series->columns().merged(std::min(from, index), std::max(to, index + 1)));
    }
    flush(painter, scene);
}

QRect CandlePainter::candleRect(const ChartScene& scene, std::size_t index)
{
    const int half = scene.bodyWidth() / 2 + scene.line() + 1;
    const int x = scene.x(index);
    const auto bar = scene.series->columns().at(index);
    if (bar.isEmpty())
        return {};
    int high = scene.price().y(bar.high), low = scene.price().y(bar.low);
    if (scene.isMerged()) {
        const auto [from, to] = scene.barsAt(x);
        const auto merged = scene.series->columns().merged(std::min(from, index), std::max(to, index + 1));
        high = scene.price().y(merged.high), low = scene.price().y(merged.low);
    }
    return QRect(QPoint(x - half, high - 1), QPoint(x + half, low + scene.line() + 1));
}

QRect CandlePainter::volumeRect(const ChartScene& scene, std::size_t index)
{
    const int half = scene.bodyWidth() / 2 + scene.line() + 1;
    const int x = scene.x(index);
    return {x - half, scene.volume.top(), 2 * half + 1, scene.volume.height()};
}

} // namespace spreadline::chart
