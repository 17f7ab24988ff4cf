// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/line_painter.h"

#include <QPainter>

namespace spreadline::chart {
namespace {

constexpr std::size_t dashAnchor =
    32; ///< dashes start anew at every such slot, so that they stand still while the chart is panned

/// Lengths of a dash and of the gap after it, device pixels; no gap: solid.
struct Rhythm {
    double on = 0, off = 0;
    bool isSolid() const noexcept { return !(off > 0); }
};

Rhythm rhythmOf(const ChartScene& scene, const LineLook& look)
{
    const double thick = look.width, point = scene.line();
    switch (look.dash) {
    case Dash::Solid: return {};
    case Dash::Dashed: return {4 * point + thick, 3 * point + thick};
    case Dash::Dotted: return {thick, 2 * point + thick};
    }
    return {};
}

/// Cuts a way of many pieces into dashes.
class Cutter {
public:
    explicit Cutter(Rhythm rhythm) : m_rhythm(rhythm) {}
    void restart() noexcept { m_at = 0; }
    void add(const QLineF& piece, bool isDrawn, std::vector<QLineF>& out)
    {
        if (m_rhythm.isSolid()) {
            if (isDrawn)
                out.push_back(piece);
            return;
        }
        const double length = piece.length(), period = m_rhythm.on + m_rhythm.off;
        for (double at = 0; at < length;) {
            const bool isOn = m_at < m_rhythm.on;
            const double next = std::min(length, at + (isOn ? m_rhythm.on : period) - m_at);
            if (isOn && isDrawn)
                out.emplace_back(piece.pointAt(at / length), piece.pointAt(next / length));
            m_at += next - at;
            if (m_at >= period - 1e-9)
                m_at = 0;
            at = next > at ? next : length;
        }
    }

private:
    Rhythm m_rhythm;
    double m_at = 0; ///< since the start of the dash
};

bool isAbove(const ChartScene& scene, std::size_t index, double value)
{
    const auto closes = scene.series->columns().closes();
    return index < closes.size() && value > closes[index];
}

double distance(const QLineF& line, QPointF point)
{
    const QPointF way = line.p2() - line.p1(), to = point - line.p1();
    const double square = QPointF::dotProduct(way, way);
    const double share = square > 0 ? std::clamp(QPointF::dotProduct(to, way) / square, 0.0, 1.0) : 0;
    const QPointF off = to - share * way;
    return std::hypot(off.x(), off.y());
}

} // namespace

void LinePainter::clear() noexcept
{
    for (Stroke& stroke : m_strokes) {
        stroke.lines.clear();
        stroke.spans.clear();
    }
}

void LinePainter::collectLines(const ChartScene& scene, const Pane& pane, const ValueColumn& column, const LineLook& look,
                               Slots slots, std::size_t drawnFrom)
{
    Cutter cutter(rhythmOf(scene, look));
    if (look.dash != Dash::Solid)
        slots.from -= slots.from % dashAnchor;
    QPointF before;
    std::size_t side = 0, lone = 0;
    bool isLone = false;
    const auto dot = [&] { // a value without neighbours
        if (isLone)
            m_strokes[lone].spans.emplace_back(static_cast<int>(before.x()) - look.width / 2,
                                               static_cast<int>(before.y()) - look.width / 2, look.width, look.width);
    };
    walk(scene, column, slots, [&](const Spot& spot) {
        const QPointF at(spot.x, yOf(pane, spot.range.last));
        const std::size_t now = look.isSplit && isAbove(scene, spot.index, spot.range.last) ? 1 : 0;
        const bool isJoined = !spot.isBroken && now == side;
        if (!isJoined) {
            dot();
            cutter.restart();
        } else {
            cutter.add({before, at}, spot.index >= drawnFrom, m_strokes[now].lines);
        }
        if (spot.index % dashAnchor == 0)
            cutter.restart();
        isLone = !isJoined;
        lone = side = now;
        before = at;
    });
    dot();
}

// Each column reaches to where the one before it ended, so that no hole shows.
void LinePainter::collectColumns(const ChartScene& scene, const Pane& pane, const ValueColumn& column, const LineLook& look,
                                 Slots slots, std::size_t drawnFrom)
{
    const Rhythm rhythm = rhythmOf(scene, look);
    const int half = look.width / 2;
    int beforeX = 0, beforeY = 0;
    std::size_t side = 0;
    walk(scene, column, slots, [&](const Spot& spot) {
        const int x = static_cast<int>(std::floor(spot.x));
        int top = pane.y(spot.range.high), bottom = pane.y(spot.range.low);
        if (top > bottom)
            std::swap(top, bottom); // the scale is inverted
        const std::size_t now = look.isSplit && isAbove(scene, spot.index, spot.range.last) ? 1 : 0;
        const bool isJoined = !spot.isBroken && now == side;
        const double way = (static_cast<double>(spot.index) + column.displacement) * scene.spacing(); // whatever the view
        const double period = rhythm.on + rhythm.off;
        const bool isOn = rhythm.isSolid() || way - std::floor(way / period) * period < rhythm.on;
        if (spot.index >= drawnFrom && isOn) {
            auto& spans = m_strokes[now].spans;
            if (isJoined) {
                const int first = pane.y(spot.range.first);
                if (x - beforeX > 1)
                    m_strokes[now].lines.emplace_back(beforeX + 0.5, beforeY + 0.5, x + 0.5, first + 0.5);
                else
                    top = std::min(top, beforeY), bottom = std::max(bottom, beforeY);
            }
            spans.emplace_back(x - half, top - half, look.width, bottom - top + look.width);
        }
        beforeX = x;
        beforeY = pane.y(spot.range.last);
        side = now;
    });
}

void LinePainter::collect(const ChartScene& scene, const Pane& pane, const ValueColumn& column, const LineLook& look, Slots slots,
                          bool onlyLast)
{
    clear();
    if (pane.rect.isEmpty() || slots.isEmpty())
        return;
    const std::size_t drawnFrom = onlyLast ? slots.to - 1 : slots.from;
    scene.isMerged() ? collectColumns(scene, pane, column, look, slots, drawnFrom)
                     : collectLines(scene, pane, column, look, slots, drawnFrom);
}

void LinePainter::paint(QPainter& painter, const ChartScene& scene, const Pane& pane, const ValueColumn& column,
                        const LineLook& look, std::size_t end)
{
    collect(scene, pane, column, look, visibleSlots(scene, column, end), false);
    flush(painter, look);
}

void LinePainter::paintLast(QPainter& painter, const ChartScene& scene, const Pane& pane, const ValueColumn& column,
                            const LineLook& look)
{
    const Slots slots = lastSlots(scene, column);
    if (slots.isEmpty() || !std::isfinite(column.values[slots.to - 1]))
        return;
    collect(scene, pane, column, look, slots, true);
    flush(painter, look);
}

bool LinePainter::hits(const ChartScene& scene, const Pane& pane, const ValueColumn& column, QPoint at, int reach)
{
    collect(scene, pane, column, {}, slotsNear(scene, column, at.x(), reach), false);
    const auto& [lines, spans] = m_strokes[0];
    const QPointF point(at.x() + 0.5, at.y() + 0.5);
    const QRect around(at.x() - reach, at.y() - reach, 2 * reach + 1, 2 * reach + 1);
    return std::ranges::any_of(lines, [&](const QLineF& line) { return distance(line, point) <= reach; })
        || std::ranges::any_of(spans, [&](const QRect& span) { return span.intersects(around); });
}

void LinePainter::flush(QPainter& painter, const LineLook& look)
{
    for (std::size_t side = 0; side < m_strokes.size(); ++side) {
        const auto& [lines, spans] = m_strokes[side];
        const QColor& colour = side == 0 ? look.colour : look.aboveColour;
        if (!lines.empty()) {
            // Cosmetic and one by one: Qt draws such lines without making a path of them, however thick.
            QPen pen(colour, look.width, Qt::SolidLine, look.width > 2 && look.dash == Dash::Solid ? Qt::SquareCap : Qt::FlatCap);
            pen.setCosmetic(true);
            painter.setPen(pen);
            painter.setRenderHint(QPainter::Antialiasing, true);
            painter.drawLines(lines.data(), static_cast<int>(lines.size()));
            painter.setRenderHint(QPainter::Antialiasing, false);
            painter.setPen(Qt::NoPen);
        }
        if (!spans.empty()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colour);
            painter.drawRects(spans.data(), static_cast<int>(spans.size()));
        }
    }
}

} // namespace spreadline::chart
