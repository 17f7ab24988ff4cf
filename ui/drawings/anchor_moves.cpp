// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawings/anchor_moves.h"

#include "drawings/clip.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace spreadline::drawing {
namespace {

constexpr double freshWidth = 0.16;   ///< of the pane: a new position
constexpr double freshRisk = 0.07;    ///< of the pane's height
constexpr double gridlessStep = 1e-3; ///< of the pane's height: one nudge where prices have no ticks
constexpr std::int64_t milli = 1'000'000;

Timestamp wholeMillis(Timestamp time) noexcept
{
    const std::int64_t half = time.nanos() < 0 ? -milli / 2 : milli / 2;
    return Timestamp::fromNanos((time.nanos() + half) / milli * milli);
}

/// Target and stop stay on their sides of the entry.
void keepSides(Drawing& position, double tick)
{
    const double way = position.kind == DrawingKind::LongPosition ? 1 : -1;
    const double entry = position.anchors[0].price;
    const double least = tick > 0 ? tick : std::abs(entry) * 1e-9;
    if ((position.anchors[1].price - entry) * way < least)
        position.anchors[1].price = entry + way * least;
    if ((entry - position.anchors[2].price) * way < least)
        position.anchors[2].price = entry - way * least;
}

} // namespace

QPointF placeOf(const Anchor& anchor, const Projection& projection)
{
    return tamed({projection.x(anchor.time), projection.y(anchor.price)});
}

HandlePlaces handlePlaces(const Drawing& drawing, const Projection& projection)
{
    HandlePlaces places;
    for (const Anchor& anchor : drawing.anchors)
        places.at[places.count++] = placeOf(anchor, projection);
    const QRectF pane = projection.pane();
    switch (drawing.kind) {
    case DrawingKind::HorizontalLine:
        places.at[0].setX(std::clamp(places.at[0].x(), pane.left() + pane.width() * 0.1, pane.right() - pane.width() * 0.1));
        break;
    case DrawingKind::VerticalLine:
        places.at[0].setY(std::clamp(places.at[0].y(), pane.top() + pane.height() * 0.1, pane.bottom() - pane.height() * 0.1));
        break;
    case DrawingKind::Rectangle:
        if (places.count == 2) {
            places.at[2] = {places.at[0].x(), places.at[1].y()};
            places.at[3] = {places.at[1].x(), places.at[0].y()};
            places.count = 4;
        }
        break;
    case DrawingKind::LongPosition:
    case DrawingKind::ShortPosition:
        if (places.count == 3)
            places.at[2].setX(places.at[0].x()); // a stop has no time of its own
        break;
    default: break;
    }
    return places;
}

// Through a division by a whole number where the tick is a decimal fraction: 0.1 * 3 is not the 0.3 that 3 / 10 is.
double onTick(double price, double tick) noexcept
{
    if (!(tick > 0) || !std::isfinite(price))
        return price;
    const double perUnit = 1 / tick;
    const double whole = std::round(perUnit);
    if (whole >= 1 && std::abs(perUnit - whole) < 1e-6 * whole)
        return std::round(price * whole) / whole;
    return std::round(price / tick) * tick;
}

Anchor anchorAt(QPointF at, const Projection& projection)
{
    return {projection.barTime(at.x()), onTick(projection.priceAt(at.y()), projection.tickSize())};
}

Drawing withHandleAt(Drawing drawing, std::size_t handle, const Anchor& to, double tick)
{
    if (drawing.kind == DrawingKind::Rectangle && handle >= 2 && handle < 4) {
        drawing.anchors[handle - 2].time = to.time;
        drawing.anchors[3 - handle].price = to.price;
    } else if (isPosition(drawing.kind) && handle == 2) {
        drawing.anchors[2].price = to.price;
    } else if (handle < drawing.anchors.size()) {
        drawing.anchors[handle] = to;
    }
    if (isPosition(drawing.kind) && drawing.anchors.size() == 3 && handle > 0)
        keepSides(drawing, tick);
    return drawing;
}

Drawing moved(Drawing drawing, int bars, double down, const Projection& projection)
{
    for (Anchor& anchor : drawing.anchors) {
        if (bars != 0)
            anchor.time = wholeMillis(projection.timeAt(projection.x(anchor.time) + bars * projection.barWidth()));
        if (down != 0)
            anchor.price = onTick(projection.priceAt(projection.y(anchor.price) + down), projection.tickSize());
    }
    return drawing;
}

Drawing nudged(Drawing drawing, int bars, int ticks, const Projection& projection)
{
    drawing = moved(std::move(drawing), bars, 0, projection);
    if (ticks == 0)
        return drawing;
    const double tick = projection.tickSize();
    if (!(tick > 0)) {
        const bool upIsUp = projection.priceAt(0) >= projection.priceAt(1);
        return moved(std::move(drawing), 0, (upIsUp ? -ticks : ticks) * gridlessStep * projection.pane().height(), projection);
    }
    for (Anchor& anchor : drawing.anchors) {
        const double raised = anchor.price + ticks * tick;
        const double kept = onTick(raised, tick);
        anchor.price = std::abs(onTick(anchor.price, tick) - anchor.price) < tick * 1e-6 ? kept : raised;
    }
    return drawing;
}

Drawing completed(Drawing drawing, const Projection& projection)
{
    const std::size_t wanted = anchorCount(drawing.kind);
    if (drawing.anchors.empty())
        return drawing;
    if (!isPosition(drawing.kind)) {
        drawing.anchors.resize(wanted, drawing.anchors.back());
        return drawing;
    }
    const Anchor entry = drawing.anchors.front();
    const double tick = projection.tickSize();
    const double risk =
        std::abs(projection.priceAt(projection.y(entry.price) + projection.pane().height() * freshRisk) - entry.price);
    const double way = drawing.kind == DrawingKind::LongPosition ? 1 : -1;
    if (drawing.anchors.size() < 2) {
        const Timestamp end = projection.barTime(projection.x(entry.time) + projection.pane().width() * freshWidth);
        drawing.anchors.push_back({end, onTick(entry.price + way * 2 * risk, tick)});
    }
    if (drawing.anchors.size() < 3)
        drawing.anchors.push_back({drawing.anchors[1].time, onTick(entry.price - way * risk, tick)});
    keepSides(drawing, tick);
    return drawing;
}

QPointF constrained(QPointF from, QPointF to) noexcept
{
    const QPointF way = to - from;
    const double step = std::numbers::pi / 4;
    const double angle = std::round(std::atan2(way.y(), way.x()) / step) * step;
    const QPointF direction(std::cos(angle), std::sin(angle));
    return from + direction * QPointF::dotProduct(way, direction);
}

} // namespace spreadline::drawing
