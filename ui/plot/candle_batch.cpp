// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/candle_batch.h"

#include <QPainter>

#include <algorithm>

namespace spreadline::chart {
namespace {

constexpr double wickShare = 0.62; ///< how strong the wick of a merged column is against its body

struct Rows {
    int top = 0, bottom = 0;
};

// Of two values, whichever is above on this scale.
Rows rows(const Pane& pane, double a, double b) noexcept
{
    const int first = pane.y(a), second = pane.y(b);
    return {std::min(first, second), std::max(first, second)};
}

QRect upright(int x, int width, Rows rows, int least) noexcept
{
    return {x, rows.top, width, std::max(least, rows.bottom - rows.top)};
}

void addFrame(std::vector<QRect>& out, const QRect& body, int line)
{
    if (body.width() <= 2 * line || body.height() <= 2 * line) {
        out.push_back(body);
        return;
    }
    out.emplace_back(body.left(), body.top(), body.width(), line);
    out.emplace_back(body.left(), body.bottom() + 1 - line, body.width(), line);
    out.emplace_back(body.left(), body.top() + line, line, body.height() - 2 * line);
    out.emplace_back(body.right() + 1 - line, body.top() + line, line, body.height() - 2 * line);
}

} // namespace

void fillRects(QPainter& painter, const std::vector<QRect>& rects, const QColor& colour)
{
    if (rects.empty())
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRects(rects.data(), static_cast<int>(rects.size()));
}

void CandleBatch::clear() noexcept
{
    for (Side& side : m_sides) {
        side.wicks.clear();
        side.bodies.clear();
    }
}

void CandleBatch::add(const ChartScene& scene, const Pane& pane, int x, const Candle& candle, CandleShape shape)
{
    Side& side = m_sides[candle.isUp ? 0 : 1];
    const int width = scene.bodyWidth(), wick = std::min(scene.line(), width), half = (width - wick) / 2;
    const int left = x - wick / 2;
    const Rows all = rows(pane, candle.high, candle.low);
    if (shape == CandleShape::Ticks) {
        const int open = pane.y(candle.open), close = pane.y(candle.close);
        side.wicks.push_back(upright(left, wick, {all.top, all.bottom + wick}, wick));
        side.bodies.emplace_back(left - half, open, half, wick);
        side.bodies.emplace_back(left + wick, close, half, wick);
        return;
    }
    const QRect body = upright(left - half, width, rows(pane, candle.open, candle.close), wick);
    const bool isHollow = shape == CandleShape::Hollow && candle.close >= candle.open;
    if (all.top < body.top())
        side.wicks.emplace_back(left, all.top, wick, body.top() - all.top);
    if (all.bottom > body.bottom() + 1)
        side.wicks.emplace_back(left, body.bottom() + 1, wick, all.bottom - body.bottom() - 1);
    isHollow ? addFrame(side.bodies, body, wick) : side.bodies.push_back(body);
}

void CandleBatch::addColumn(const Pane& pane, int x, const Candle& candle, CandleShape shape)
{
    Side& side = m_sides[candle.isUp ? 0 : 1];
    const QRect all = upright(x, 1, rows(pane, candle.high, candle.low), 1);
    if (shape == CandleShape::Ticks) {
        side.bodies.push_back(all);
        return;
    }
    side.wicks.push_back(all);
    side.bodies.push_back(upright(x, 1, rows(pane, candle.open, candle.close), 1));
}

void CandleBatch::flush(QPainter& painter, const CandleColours& colours, bool areMerged)
{
    const std::array sides{colours.up, colours.down};
    for (std::size_t i = 0; i < sides.size(); ++i)
        fillRects(painter, m_sides[i].wicks, areMerged ? blended(colours.panel, sides[i], wickShare) : sides[i]);
    for (std::size_t i = 0; i < sides.size(); ++i)
        fillRects(painter, m_sides[i].bodies, sides[i]);
    clear();
}

bool CandleBatch::hits(QPoint at, int reach) const
{
    const QRect around(at.x() - reach, at.y() - reach, 2 * reach + 1, 2 * reach + 1);
    const auto touches = [&](const QRect& rect) { return rect.intersects(around); };
    return std::ranges::any_of(m_sides, [&](const Side& side) {
        return std::ranges::any_of(side.wicks, touches) || std::ranges::any_of(side.bodies, touches);
    });
}

} // namespace spreadline::chart
