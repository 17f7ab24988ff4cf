// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/chart_scene.h"
#include "plot/value_pyramid.h"

#include <algorithm>
#include <cmath>

/// How painters go over the values in sight: slot by slot, or pixel column by pixel column where slots are narrower than two
/// pixels. Indices are those of the values; a value's place is its index plus the column's displacement.
namespace spreadline::chart {

/// Indices [from, to).
struct Slots {
    std::size_t from = 0, to = 0;
    bool isEmpty() const noexcept { return from >= to; }
};

inline std::size_t clippedIndex(double index, std::size_t size) noexcept
{
    return !(index > 0) ? 0 : index >= static_cast<double>(size) ? size : static_cast<std::size_t>(index);
}

/// No bar stands at that index: it has no value because there was nothing, which does not break a line.
inline bool isEmptySlot(const ChartScene& scene, std::size_t index) noexcept
{
    const auto opens = scene.series->columns().opens();
    return index < opens.size() && opens[index] != opens[index];
}

inline bool isGap(const ChartScene& scene, const ValueColumn& column, std::size_t index) noexcept
{
    return !std::isfinite(column.values[index]) && isEmptySlot(scene, index);
}

/// What is in sight of the values before `end`, with one more at either side, so that lines come in and go out.
Slots visibleSlots(const ChartScene& scene, const ValueColumn& column, std::size_t end) noexcept;
/// The last slot of the chart with the value before it. Empty when the column does not reach so far.
Slots lastSlots(const ChartScene& scene, const ValueColumn& column) noexcept;
/// What may pass within `reach` pixels of x.
Slots slotsNear(const ChartScene& scene, const ValueColumn& column, int x, int reach) noexcept;
/// Those whose middle lies in the pixel columns [x, x + width), clipped to the values before `end`; as ChartScene::barsAt().
Slots slotsAt(const ChartScene& scene, const ValueColumn& column, int x, int width, std::size_t end) noexcept;

/// Device pixels of the middle of a value's place.
inline double xOf(const ChartScene& scene, const ValueColumn& column, std::size_t index) noexcept
{
    return scene.xExact(static_cast<double>(index) + column.displacement);
}
inline int columnOf(const ChartScene& scene, const ValueColumn& column, std::size_t index) noexcept
{
    return static_cast<int>(std::floor(xOf(scene, column, index) + 1e-9));
}
/// The middle of the pixel row of a value, kept near the pane.
inline double yOf(const Pane& pane, double value) noexcept
{
    const double at = pane.scale.position(value);
    const double far = std::isnan(at) ? Pane::farthest : std::clamp(at, -Pane::farthest, Pane::farthest);
    return pane.rect.top() + far * pane.rect.height() + 0.5;
}

/// A slot, or a pixel column of many.
struct Spot {
    std::size_t index = 0; ///< of the last value in it
    double x = 0;          ///< its middle, device pixels
    ValueRange range;
    bool isBroken = true; ///< nothing joins it to the spot before
};

/// Visits what has a value, from the left.
template<typename Visit>
void walk(const ChartScene& scene, const ValueColumn& column, Slots slots, Visit&& visit)
{
    bool isBroken = true;
    const auto take = [&](std::size_t last, double x, const ValueRange& range, bool isReal) {
        if (range.isEmpty()) {
            isBroken |= isReal;
            return;
        }
        visit(Spot{last, x, range, isBroken});
        isBroken = false;
    };
    if (slots.isEmpty())
        return;
    if (!scene.isMerged()) {
        for (std::size_t i = slots.from; i < slots.to; ++i) {
            const double value = column.values[i];
            const bool isNumber = std::isfinite(value);
            take(i, xOf(scene, column, i), isNumber ? ValueRange{value, value, value, value} : ValueRange(),
                 isNumber || !isEmptySlot(scene, i));
        }
        return;
    }
    const int last = columnOf(scene, column, slots.to - 1);
    for (int x = columnOf(scene, column, slots.from); x <= last; ++x) {
        const Slots own = slotsAt(scene, column, x, 1, slots.to);
        if (own.isEmpty())
            continue;
        const ValueRange range = column.merged(own.from, own.to);
        take(own.to - 1, x + 0.5, range, !range.isEmpty() || !scene.series->columns().merged(own.from, own.to).isEmpty());
    }
}

} // namespace spreadline::chart
