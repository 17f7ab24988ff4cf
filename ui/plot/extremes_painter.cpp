// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/extremes_painter.h"

#include "plot/candle_painter.h"
#include "plot/value_text.h"

#include <QPainter>

#include <algorithm>

namespace spreadline::chart {
namespace {

constexpr int leader = 14; ///< logical pixels of line between the bar and its number
constexpr int fewestBars = 8;
constexpr std::size_t stride = 4'096; ///< bars that are looked at one by one, once the pyramid has said that it is among them

void paintExtreme(QPainter& painter, const ChartScene& scene, std::size_t index, double price)
{
    const QRect& pane = scene.price().rect;
    const int x = scene.x(index), y = scene.price().y(price);
    const int lowest = scene.volume.isEmpty() ? pane.bottom() : scene.volume.top();
    if (x < pane.left() || x > pane.right() || y < pane.top() || y > lowest)
        return;
    auto& glyphs = scene.glyphs->in(scene.theme.textMuted);
    paint::TextLine text;
    addValue(text, price, scene.price());
    const int length = scene.px(leader), gap = scene.px(4);
    const bool toTheRight = x < pane.center().x();
    painter.fillRect(toTheRight ? x : x - length, y, length, scene.line(), scene.theme.textMuted);
    if (toTheRight)
        glyphs.draw(painter, x + length + gap, glyphs.topFor(y), text.view());
    else
        glyphs.drawRight(painter, x - length - gap, glyphs.topFor(y), text.view());
}

} // namespace

void paintExtremes(QPainter& painter, const ChartScene& scene)
{
    const KlineColumns& columns = shownBars(scene);
    const std::size_t from = scene.firstVisible(), to = scene.endVisible();
    if (to < from + fewestBars)
        return;
    const MergedBars seen = columns.merged(from, to);
    if (seen.isEmpty() || !(seen.high > seen.low))
        return;
    const auto find = [&](std::span<const double> prices, double MergedBars::*extreme) {
        std::size_t begin = from;
        while (begin + stride < to && columns.merged(begin, begin + stride).*extreme != seen.*extreme)
            begin += stride;
        const auto range = prices.subspan(begin, std::min(stride, to - begin));
        return begin + static_cast<std::size_t>(std::ranges::find(range, seen.*extreme) - range.begin());
    };
    paintExtreme(painter, scene, find(columns.highs(), &MergedBars::high), seen.high);
    paintExtreme(painter, scene, find(columns.lows(), &MergedBars::low), seen.low);
}

} // namespace spreadline::chart
