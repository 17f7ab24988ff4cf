// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/band_painter.h"

#include <QPainter>

#include <optional>

namespace spreadline::chart {
namespace {

// Of one polygon: many small ones cost their set-up, a large one sorts all of its edges in every row.
constexpr std::size_t mostEdges = 48;
constexpr int edgeRoom = 4; ///< logical pixels between two edges: a tint needs no more, and edges are what costs

} // namespace

void BandPainter::flush(QPainter& painter, const Look& look)
{
    if (m_edges.size() > 1) {
        m_polygon.clear();
        for (const Edge& edge : m_edges)
            m_polygon.emplace_back(edge.x, edge.first);
        for (std::size_t i = m_edges.size(); i-- > 0;)
            m_polygon.emplace_back(m_edges[i].x, m_edges[i].second);
        const Edge& front = m_edges.front();
        painter.setBrush(front.first != front.second ? (front.isAbove() ? look.above : look.below)
                                                     : (m_edges[1].isAbove() ? look.above : look.below));
        painter.drawPolygon(m_polygon.data(), static_cast<int>(m_polygon.size()));
    }
    m_edges.clear();
}

// The colour changes where the lines cross, between two edges.
void BandPainter::add(QPainter& painter, const Edge& edge, const Look& look)
{
    if (!m_edges.empty()) {
        const Edge before = m_edges.back();
        const double was = before.first - before.second, is = edge.first - edge.second;
        if (was * is < 0) {
            const double share = was / (was - is);
            const double y = before.first + share * (edge.first - before.first);
            const Edge crossing{before.x + share * (edge.x - before.x), y, y};
            m_edges.push_back(crossing);
            flush(painter, look);
            m_edges.push_back(crossing);
        } else if (m_edges.size() >= mostEdges || (was == 0 && m_edges.size() > 1)) {
            flush(painter, look);
            m_edges.push_back(before);
        }
    }
    m_edges.push_back(edge);
}

template<typename Second>
void BandPainter::fill(QPainter& painter, const ChartScene& scene, const Pane& pane, const ValueColumn& column, Slots slots,
                       const Look& look, Second&& secondAt)
{
    if (pane.rect.isEmpty())
        return;
    painter.setPen(Qt::NoPen);
    m_edges.clear();
    const bool isMerged = scene.isMerged();
    const auto stride =
        static_cast<std::size_t>(std::max(1.0, isMerged ? scene.px(edgeRoom) : std::ceil(scene.px(edgeRoom) / scene.spacing())));
    std::optional<Edge> skipped; // the last one before a break is drawn whatever its place
    const auto finish = [&] {
        if (skipped)
            add(painter, *skipped, look);
        skipped.reset();
        flush(painter, look);
    };
    walk(scene, column, slots, [&](const Spot& spot) {
        const double second = secondAt(spot);
        if (spot.isBroken || std::isnan(second))
            finish();
        if (std::isnan(second))
            return;
        const Edge edge{spot.x, yOf(pane, spot.range.last), second};
        const std::size_t place = isMerged ? static_cast<std::size_t>(std::max(0.0, spot.x)) : spot.index;
        if (m_edges.empty() || place % stride == 0) {
            add(painter, edge, look);
            skipped.reset();
        } else {
            skipped = edge;
        }
    });
    finish();
}

namespace {

// The other line's y at a spot of the first one.
auto secondOf(const ChartScene& scene, const Pane& pane, const ValueColumn& first, const ValueColumn& second)
{
    return [&scene, &pane, &first, &second](const Spot& spot) {
        const auto slot = static_cast<std::int64_t>(spot.index) + first.displacement - second.displacement;
        if (slot < 0 || slot >= static_cast<std::int64_t>(second.values.size()))
            return std::numeric_limits<double>::quiet_NaN();
        const double value = second.values[static_cast<std::size_t>(slot)];
        if (!scene.isMerged() || std::isfinite(value))
            return std::isfinite(value) ? yOf(pane, value) : std::numeric_limits<double>::quiet_NaN();
        const ValueRange range =
            second.merged(static_cast<std::size_t>(std::max<std::int64_t>(0, slot - 8)), static_cast<std::size_t>(slot) + 1);
        return range.isEmpty() ? std::numeric_limits<double>::quiet_NaN() : yOf(pane, range.last);
    };
}

} // namespace

void BandPainter::paint(QPainter& painter, const ChartScene& scene, const Pane& pane, const ValueColumn& first,
                        const ValueColumn& second, const Look& look, std::size_t end)
{
    fill(painter, scene, pane, first, visibleSlots(scene, first, end), look, secondOf(scene, pane, first, second));
}

void BandPainter::paintLast(QPainter& painter, const ChartScene& scene, const Pane& pane, const ValueColumn& first,
                            const ValueColumn& second, const Look& look)
{
    fill(painter, scene, pane, first, lastSlots(scene, first), look, secondOf(scene, pane, first, second));
}

void BandPainter::paintToBottom(QPainter& painter, const ChartScene& scene, const Pane& pane, const ValueColumn& column,
                                const QColor& colour, std::size_t end)
{
    const double bottom = pane.rect.bottom() + 1;
    fill(painter, scene, pane, column, visibleSlots(scene, column, end), {colour, colour},
         [bottom](const Spot&) { return bottom; });
}

void BandPainter::paintLastToBottom(QPainter& painter, const ChartScene& scene, const Pane& pane, const ValueColumn& column,
                                    const QColor& colour)
{
    const double bottom = pane.rect.bottom() + 1;
    fill(painter, scene, pane, column, lastSlots(scene, column), {colour, colour}, [bottom](const Spot&) { return bottom; });
}

} // namespace spreadline::chart
