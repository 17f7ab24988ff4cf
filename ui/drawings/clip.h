// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QPointF>
#include <QRectF>

#include <array>
#include <limits>
#include <optional>

// Plane geometry of drawings. Everything returned is finite, whatever comes in.
namespace spreadline::drawing {

constexpr double farAway = 1e9; ///< device pixels; beyond, a point counts as being there

/// Into ±farAway; what is no number goes far down (where a log scale has its zero).
QPointF tamed(QPointF point) noexcept;

/// Which part of the line through a and b is meant, as multiples of b - a from a.
struct Reach {
    double from = 0, to = 1;
    static constexpr double endless = std::numeric_limits<double>::infinity();
};

/// The visible part of the line; none when it misses the rectangle or a and b are one point.
std::optional<QLineF> clipped(QPointF a, QPointF b, Reach reach, const QRectF& to) noexcept;

/// A convex polygon of up to eight corners, in place.
struct Convex {
    std::array<QPointF, 8> points;
    int count = 0;

    void add(QPointF point) noexcept
    {
        if (count < static_cast<int>(points.size()))
            points[static_cast<std::size_t>(count++)] = point;
    }
    bool contains(QPointF point) const noexcept;
    QRectF bounds() const noexcept;
};

/// Corners of up to four points; empty (count < 3) when nothing is left.
Convex clipped(const Convex& polygon, const QRectF& to) noexcept;

double distance(QPointF point, QPointF from, QPointF to) noexcept; ///< to the segment

} // namespace spreadline::drawing
