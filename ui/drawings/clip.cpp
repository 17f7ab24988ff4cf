// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawings/clip.h"

#include <algorithm>
#include <cmath>

namespace spreadline::drawing {
namespace {

constexpr double shortest = 1e-9; ///< two points closer than this have no direction

/// A half plane's share of a line: false when nothing of it is left. p is how fast the line leaves, q how far there is to go.
bool narrow(double p, double q, Reach& reach) noexcept
{
    if (p == 0)
        return q >= 0;
    const double at = q / p;
    if (p < 0)
        reach.from = std::max(reach.from, at);
    else
        reach.to = std::min(reach.to, at);
    return reach.from <= reach.to;
}

/// How far inside the side a point is; sides: left, right, top, bottom.
double inside(QPointF point, int side, const QRectF& box) noexcept
{
    switch (side) {
    case 0: return point.x() - box.left();
    case 1: return box.right() - point.x();
    case 2: return point.y() - box.top();
    default: return box.bottom() - point.y();
    }
}

} // namespace

QPointF tamed(QPointF point) noexcept
{
    const auto tame = [](double value) { return std::isnan(value) ? farAway : std::clamp(value, -farAway, farAway); };
    return {tame(point.x()), tame(point.y())};
}

std::optional<QLineF> clipped(QPointF a, QPointF b, Reach reach, const QRectF& to) noexcept
{
    a = tamed(a);
    b = tamed(b);
    const double dx = b.x() - a.x(), dy = b.y() - a.y();
    if (std::abs(dx) < shortest && std::abs(dy) < shortest)
        return std::nullopt;
    const bool hits = narrow(-dx, a.x() - to.left(), reach) && narrow(dx, to.right() - a.x(), reach)
        && narrow(-dy, a.y() - to.top(), reach) && narrow(dy, to.bottom() - a.y(), reach);
    if (!hits || !std::isfinite(reach.from) || !std::isfinite(reach.to))
        return std::nullopt;
    const auto at = [&](double share) {
        return QPointF(std::clamp(a.x() + dx * share, to.left(), to.right()),
                       std::clamp(a.y() + dy * share, to.top(), to.bottom()));
    };
    return QLineF(at(reach.from), at(reach.to));
}

bool Convex::contains(QPointF point) const noexcept
{
    bool left = false, right = false;
    for (int i = 0; i < count; ++i) {
        const QPointF a = points[static_cast<std::size_t>(i)], b = points[static_cast<std::size_t>((i + 1) % count)];
        const double turn = (b.x() - a.x()) * (point.y() - a.y()) - (b.y() - a.y()) * (point.x() - a.x());
        left |= turn < 0;
        right |= turn > 0;
    }
    return count >= 3 && !(left && right);
}

QRectF Convex::bounds() const noexcept
{
    if (count == 0)
        return {};
    QPointF low = points[0], high = points[0];
    for (int i = 1; i < count; ++i) {
        const QPointF point = points[static_cast<std::size_t>(i)];
        low = {std::min(low.x(), point.x()), std::min(low.y(), point.y())};
        high = {std::max(high.x(), point.x()), std::max(high.y(), point.y())};
    }
    return {low, high};
}

// Sutherland-Hodgman: a side of the rectangle after the other; a convex quadrangle has at most eight corners then.
Convex clipped(const Convex& polygon, const QRectF& to) noexcept
{
    Convex rest;
    for (int i = 0; i < polygon.count; ++i)
        rest.add(tamed(polygon.points[static_cast<std::size_t>(i)]));
    for (int side = 0; side < 4 && rest.count > 0; ++side) {
        Convex cut;
        for (int i = 0; i < rest.count; ++i) {
            const QPointF a = rest.points[static_cast<std::size_t>(i)];
            const QPointF b = rest.points[static_cast<std::size_t>((i + 1) % rest.count)];
            const double ina = inside(a, side, to), inb = inside(b, side, to);
            if (ina >= 0)
                cut.add(a);
            if ((ina >= 0) != (inb >= 0))
                cut.add(a + (b - a) * (ina / (ina - inb)));
        }
        rest = cut;
    }
    if (rest.count < 3)
        rest.count = 0;
    return rest;
}

double distance(QPointF point, QPointF from, QPointF to) noexcept
{
    const QPointF way = to - from, out = point - from;
    const double length = QPointF::dotProduct(way, way);
    const double share = length > 0 ? std::clamp(QPointF::dotProduct(out, way) / length, 0.0, 1.0) : 0;
    const QPointF off = out - way * share;
    return std::hypot(off.x(), off.y());
}

} // namespace spreadline::drawing
