// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/slot_walk.h"

namespace spreadline::chart {
namespace {

// Out to the next values on both sides, over the empty slots of a hole in the data.
Slots widened(const ChartScene& scene, const ValueColumn& column, Slots slots, std::size_t end) noexcept
{
    if (slots.isEmpty())
        return slots;
    while (slots.from > 0 && isGap(scene, column, slots.from))
        --slots.from;
    while (slots.to < end && isGap(scene, column, slots.to - 1))
        ++slots.to;
    return slots;
}

} // namespace

Slots visibleSlots(const ChartScene& scene, const ValueColumn& column, std::size_t end) noexcept
{
    end = std::min(end, column.values.size());
    const Slots seen{clippedIndex(std::floor(scene.time.left() - 0.5) - column.displacement, end),
                     clippedIndex(std::ceil(scene.time.right() + 0.5) - column.displacement, end)};
    return widened(scene, column, seen, end);
}

Slots lastSlots(const ChartScene& scene, const ValueColumn& column) noexcept
{
    const std::size_t size = scene.series->columns().size();
    if (size == 0 || column.values.size() < size)
        return {};
    std::size_t from = size - 1;
    if (scene.isMerged()) // the value before it stands in another pixel column
        from = std::min(from, slotsAt(scene, column, columnOf(scene, column, from), 1, size).from);
    do {
        from = from > 0 ? from - 1 : 0;
    } while (from > 0 && isGap(scene, column, from));
    return {from, size};
}

Slots slotsNear(const ChartScene& scene, const ValueColumn& column, int x, int reach) noexcept
{
    const auto position = [&](int at) { return std::floor(scene.time.position(at / scene.dpr)) - column.displacement; };
    const std::size_t size = column.values.size();
    const Slots near{clippedIndex(position(x - reach) - 1, size), clippedIndex(position(x + reach) + 2, size)};
    return widened(scene, column, near, size);
}

Slots slotsAt(const ChartScene& scene, const ValueColumn& column, int x, int width, std::size_t end) noexcept
{
    const double perPixel = 1 / scene.spacing();
    end = std::min(end, column.values.size());
    std::size_t grain = 1; // edges on whole buckets of the pyramid, as those of the bars
    while (static_cast<double>(grain) * 64 <= perPixel)
        grain *= 4;
    const auto edge = [&](double at) {
        const double slot = std::ceil(scene.time.left() + at * perPixel - 0.5 - 1e-9);
        const std::size_t index = clippedIndex(slot - column.displacement, end);
        return index == end ? end : index - index % grain;
    };
    return {edge(x), edge(x + width)};
}

} // namespace spreadline::chart
