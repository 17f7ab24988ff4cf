// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawings/projection.h"

#include <QPointF>

#include <array>

// What the hand does to anchors: where the handles of a drawing are, and what becomes of its anchors when one is moved.
namespace spreadline::drawing {

constexpr std::size_t mostHandles = 4;

struct HandlePlaces {
    std::array<QPointF, mostHandles> at;
    std::size_t count = 0;
};

QPointF placeOf(const Anchor& anchor, const Projection& projection);
/// Handle i < anchorCount moves anchor i and nothing else; a rectangle has its two other corners as well.
HandlePlaces handlePlaces(const Drawing& drawing, const Projection& projection);

/// A price on the grid of ticks, if there is one.
double onTick(double price, double tick) noexcept;
/// The moment and price under a point: at a bar, on a tick.
Anchor anchorAt(QPointF at, const Projection& projection);

/// The drawing with that handle at the anchor.
Drawing withHandleAt(Drawing drawing, std::size_t handle, const Anchor& to, double tick);
/// The drawing moved as a whole by so many bars to the right and device pixels down. What is not moved along one axis keeps
/// its exact values there.
Drawing moved(Drawing drawing, int bars, double down, const Projection& projection);
/// Moved by so many ticks up; without a grid by a thousandth of the pane.
Drawing nudged(Drawing drawing, int bars, int ticks, const Projection& projection);
/// All anchors from those that were clicked: a position gets its target and stop, anything else waits for them at the last one.
Drawing completed(Drawing drawing, const Projection& projection);

/// The point in the direction of the nearest multiple of 45 degrees from `from`.
QPointF constrained(QPointF from, QPointF to) noexcept;

} // namespace spreadline::drawing
