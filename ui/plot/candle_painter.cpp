// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/candle_painter.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace spreadline::chart {
namespace {

constexpr double lineWidth = 2;   ///< logical pixels
constexpr double areaTint = 0.13; ///< how strong the area under the line is

bool isLine(const ChartScene& scene) noexcept
{
    return scene.style == PriceStyle::Line || scene.style == PriceStyle::Area;
}

CandleShape shapeOf(const ChartScene& scene) noexcept
{
    return scene.style == PriceStyle::Hollow ? CandleShape::Hollow
        : scene.style == PriceStyle::Bars    ? CandleShape::Ticks
                                             : CandleShape::Filled;
}

/// What colour a candle has: by its own open, or with hollow bodies, which say that already, by the close before it.
class Direction {
public:
    Direction(const ChartScene& scene, const KlineColumns& bars, std::size_t from) : m_byClose(scene.style == PriceStyle::Hollow)
    {
        if (const std::size_t before = m_byClose ? bars.barBefore(from) : bars.size(); before < bars.size())
            m_before = bars.closes()[before];
    }
    bool isUp(double open, double close) noexcept
    {
        const double base = m_byClose && !std::isnan(m_before) ? m_before : open;
        m_before = close;
        return close >= base;
    }

private:
    bool m_byClose;
    double m_before = std::numeric_limits<double>::quiet_NaN();
};

int volumeHeight(const ChartScene& scene, double volume)
{
    if (!(volume > 0) || !(scene.volumeTop > 0))
        return 0;
    return std::max(1, static_cast<int>(std::min(1.0, volume / scene.volumeTop) * scene.volume.height() + 0.5));
}

LineLook lineLook(const ChartScene& scene)
{
    return {scene.colour(Ink::Accent, {}), std::max(1, scene.px(lineWidth))};
}

int columnAt(const ChartScene& scene, std::size_t index)
{
    return static_cast<int>(std::floor(scene.xExact(static_cast<double>(index)) + 1e-9));
}

QRect lineRect(const ChartScene& scene, std::size_t index)
{
    const KlineColumns& bars = shownBars(scene);
    const ValueColumn column = closesOf(bars);
    const Slots last = lastSlots(scene, column);
    const ValueRange seen = column.merged(last.from, index + 1);
    if (seen.isEmpty())
        return {};
    const int reach = scene.px(lineWidth) + 2;
    const int a = scene.price().y(seen.high), b = scene.price().y(seen.low);
    const int bottom = scene.style == PriceStyle::Area ? scene.price().rect.bottom() : std::max(a, b) + reach;
    return QRect(QPoint(columnAt(scene, last.from) - reach, std::min(a, b) - reach),
                 QPoint(columnAt(scene, index) + reach, bottom));
}

} // namespace

const KlineColumns& shownBars(const ChartScene& scene) noexcept
{
    return scene.shown != nullptr ? *scene.shown : scene.series->columns();
}

void CandlePainter::addVolume(const ChartScene& scene, int x, int width, double volume, bool isUp)
{
    if (const int height = volumeHeight(scene, volume); height > 0)
        m_volumes[isUp ? 0 : 1].emplace_back(x, scene.volume.bottom() + 1 - height, width, height);
}

void CandlePainter::collectVolumes(const ChartScene& scene, std::size_t from, std::size_t to)
{
    if (scene.volume.isEmpty())
        return;
    const auto& bars = scene.series->columns();
    const auto opens = bars.opens(), closes = bars.closes(), volumes = bars.volumes();
    const int width = scene.bodyWidth(), wick = std::min(scene.line(), width), left = wick / 2 + (width - wick) / 2;
    for (std::size_t i = from; i < to; ++i)
        addVolume(scene, scene.x(i) - left, width, volumes[i], closes[i] >= opens[i]);
}

void CandlePainter::collectBars(const ChartScene& scene, std::size_t from, std::size_t to)
{
    const KlineColumns& bars = shownBars(scene);
    const auto opens = bars.opens(), highs = bars.highs(), lows = bars.lows(), closes = bars.closes();
    const CandleShape shape = shapeOf(scene);
    Direction direction(scene, bars, from);
    for (std::size_t i = from; i < std::min(to, bars.size()); ++i) {
        if (opens[i] != opens[i])
            continue;
        const bool isUp = direction.isUp(opens[i], closes[i]);
        m_candles.add(scene, scene.price(), scene.x(i), {opens[i], highs[i], lows[i], closes[i], isUp}, shape);
    }
}

void CandlePainter::collectColumns(const ChartScene& scene, int fromX, int toX, std::size_t end)
{
    const KlineColumns &bars = shownBars(scene), &real = scene.series->columns();
    const CandleShape shape = shapeOf(scene);
    const bool withCandles = !isLine(scene), withVolume = !scene.volume.isEmpty();
    Direction direction(scene, bars, scene.barsAt(fromX).first);
    for (int x = fromX; x <= toX; ++x) {
        const auto [from, to] = scene.barsAt(x);
        if (from >= end)
            break;
        if (from >= to)
            continue;
        const MergedBars merged = real.merged(from, std::min(to, end));
        if (withVolume && !merged.isEmpty())
            addVolume(scene, x, 1, merged.volume, merged.isUp());
        const MergedBars shown = &bars == &real ? merged : bars.merged(from, std::min(to, end));
        if (withCandles && !shown.isEmpty())
            m_candles.addColumn(scene.price(), x,
                                {shown.open, shown.high, shown.low, shown.close, direction.isUp(shown.open, shown.close)}, shape);
    }
}

void CandlePainter::flushVolumes(QPainter& painter, const ChartScene& scene)
{
    fillRects(painter, m_volumes[0], scene.theme.upFill);
    fillRects(painter, m_volumes[1], scene.theme.downFill);
    for (auto& volumes : m_volumes)
        volumes.clear();
}

void CandlePainter::paintLine(QPainter& painter, const ChartScene& scene, std::size_t end, bool onlyLast)
{
    const ValueColumn column = closesOf(shownBars(scene));
    const LineLook look = lineLook(scene);
    if (scene.style == PriceStyle::Area) {
        QColor tint = look.colour;
        tint.setAlphaF(static_cast<float>(areaTint));
        onlyLast ? m_band.paintLastToBottom(painter, scene, scene.price(), column, tint)
                 : m_band.paintToBottom(painter, scene, scene.price(), column, tint, end);
    }
    onlyLast ? m_line.paintLast(painter, scene, scene.price(), column, look)
             : m_line.paint(painter, scene, scene.price(), column, look, end);
}

void CandlePainter::paint(QPainter& painter, const ChartScene& scene, std::size_t end)
{
    const QRect& pane = scene.price().rect;
    if (pane.isEmpty() || scene.series->columns().isEmpty())
        return;
    const std::size_t from = scene.firstVisible(), to = std::min(end, scene.endVisible());
    if (scene.isMerged()) {
        collectColumns(scene, pane.left(), pane.right(), end);
    } else {
        collectVolumes(scene, from, to);
        if (!isLine(scene))
            collectBars(scene, from, to);
    }
    flushVolumes(painter, scene);
    if (isLine(scene))
        paintLine(painter, scene, end, false);
    else
        m_candles.flush(painter, {scene.theme.up, scene.theme.down, scene.theme.panel}, scene.isMerged());
}

void CandlePainter::paintOne(QPainter& painter, const ChartScene& scene, std::size_t index)
{
    if (scene.price().rect.isEmpty() || index >= scene.series->columns().size())
        return;
    if (scene.isMerged()) {
        const int x = columnAt(scene, index);
        collectColumns(scene, x, x, scene.series->columns().size());
    } else {
        collectVolumes(scene, index, index + 1);
        if (!isLine(scene))
            collectBars(scene, index, index + 1);
    }
    flushVolumes(painter, scene);
    if (isLine(scene))
        paintLine(painter, scene, index + 1, true);
    else
        m_candles.flush(painter, {scene.theme.up, scene.theme.down, scene.theme.panel}, scene.isMerged());
}

QRect CandlePainter::candleRect(const ChartScene& scene, std::size_t index)
{
    const KlineColumns& bars = shownBars(scene);
    if (scene.price().rect.isEmpty() || index >= bars.size() || bars.at(index).isEmpty())
        return {};
    if (isLine(scene))
        return lineRect(scene, index);
    const int half = scene.bodyWidth() / 2 + scene.line() + 1;
    const int x = scene.x(index);
    const auto bar = bars.at(index);
    int a = scene.price().y(bar.high), b = scene.price().y(bar.low);
    if (scene.isMerged()) {
        const auto [from, to] = scene.barsAt(x);
        const auto merged = bars.merged(std::min(from, index), std::max(to, index + 1));
        a = scene.price().y(merged.high), b = scene.price().y(merged.low);
    }
    return QRect(QPoint(x - half, std::min(a, b) - 1), QPoint(x + half, std::max(a, b) + scene.line() + 1));
}

QRect CandlePainter::volumeRect(const ChartScene& scene, std::size_t index)
{
    if (scene.volume.isEmpty())
        return {};
    const int half = scene.bodyWidth() / 2 + scene.line() + 1;
    const int x = scene.x(index);
    return {x - half, scene.volume.top(), 2 * half + 1, scene.volume.height()};
}

} // namespace spreadline::chart
