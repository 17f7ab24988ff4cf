// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/price_scale.h"

#include <QRect>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <vector>

namespace spreadline::chart {

/// How an axis writes its numbers.
struct ValueFormat {
    enum class Kind : std::uint8_t { Fixed, Compact }; ///< 61,234.50 · 1.2M
    Kind kind = Kind::Fixed;
    int decimals = 2;
    double tick = 0; ///< the grid of the values; 0: none
    bool operator==(const ValueFormat&) const = default;
};

/// A part of the chart with a value axis of its own: the candles, or studies above or below them. Rectangles in device pixels.
struct Pane {
    static constexpr int priceKey = 0;

    static constexpr double farthest = 5; ///< heights outside, no matter how far: an int must not overflow

    int key = priceKey; ///< never reused within a chart; priceKey is the candles'
    double share = 1;   ///< of the height, against the shares of the others
    QRect rect;         ///< empty while another pane has all the room
    QRect axis;         ///< right of it
    PriceScale scale;
    ValueFormat format;
    std::vector<double> guides; ///< levels drawn across it: 30 and 70

    bool isPrice() const noexcept { return key == priceKey; }
    int y(double price) const noexcept
    {
        const double at = scale.position(price);
        const double far = std::isnan(at) ? farthest : std::clamp(at, -farthest, farthest);
        return rect.top() + static_cast<int>(far * rect.height() + (far < 0 ? -0.5 : 0.5));
    }
    double priceAt(double y) const noexcept { return scale.price((y - rect.top()) / rect.height()); }
};

/// How panes stand in a chart. Device pixels.
struct PaneRoom {
    QRect area; ///< of the panes, without their axes
    int axisWidth = 0;
    int separator = 1; ///< between two of them
    int least = 48;    ///< none gets lower while there is room
};

/// Stands the panes one under the other, by their shares. With `alone` that one has all the room.
void layOut(std::vector<Pane>& panes, const PaneRoom& room, std::optional<int> alone = std::nullopt);
/// Moves the line between pane `upper` and the one below it by dy pixels: their heights change, those of the others stay. The
/// shares follow. Needs the rectangles of layOut().
void moveSeparator(std::vector<Pane>& panes, std::size_t upper, int dy, int least);

} // namespace spreadline::chart
