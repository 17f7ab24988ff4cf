// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/interval.h"
#include "domain/timestamp.h"
#include "style/ink.h"

#include <QRgb>
#include <QString>

#include <optional>
#include <string_view>
#include <vector>

namespace spreadline::drawing {

/// One drawing of a book, as long as the book lives and on disk.
enum class DrawingId : quint64 {}; // a type Qt can stream: it travels in signals
constexpr DrawingId noDrawing{};

enum class DrawingKind : std::uint8_t {
    TrendLine,
    Ray,
    ExtendedLine,
    HorizontalLine,
    HorizontalRay,
    VerticalLine,
    CrossLine,
    Channel,
    Rectangle,
    FibRetracement,
    FibExtension,
    Ruler,
    Text,
    Arrow,
    MarkerUp,
    MarkerDown,
    LongPosition,
    ShortPosition
};
constexpr int drawingKinds = 18;

/// A place on the chart that means the same on every interval and scale. The price is in chart units: a drawing is no order.
struct Anchor {
    Timestamp time;
    double price = 0;
    bool operator==(const Anchor&) const = default;
};

struct DrawingStyle {
    Ink ink = Ink::Accent;
    QRgb custom = 0xff4f8ef7;
    int width = 1; ///< logical pixels, 1..widest
    Dash dash = Dash::Solid;
    bool filled = true;
    int fillShare = 10; ///< percent of the colour in a filled area
    bool extendLeft = false, extendRight = false;
    bool labelled = true; ///< prices and figures beside it
    bool operator==(const DrawingStyle&) const = default;
};
constexpr int widestLine = 4;

/// A line of a Fibonacci drawing.
struct Level {
    double ratio = 0;
    bool shown = true;
    bool operator==(const Level&) const = default;
};

struct Drawing {
    DrawingId id = noDrawing;
    DrawingKind kind = DrawingKind::TrendLine;
    std::vector<Anchor> anchors; ///< anchorCount(kind) of them
    DrawingStyle style;
    std::vector<Level> levels; ///< Fibonacci only
    QString text;
    bool locked = false;
    bool hidden = false;
    std::vector<Interval> intervals; ///< where it is shown; none means on all

    bool operator==(const Drawing&) const = default;
    bool isShownOn(Interval interval) const;
};

/// How many anchors a finished drawing has: 1 to 3.
std::size_t anchorCount(DrawingKind kind) noexcept;
bool isPosition(DrawingKind kind) noexcept;
bool hasLevels(DrawingKind kind) noexcept;
bool isFillable(DrawingKind kind) noexcept;
bool isExtendable(DrawingKind kind) noexcept;

/// A drawing of this kind as a trader expects to find it.
Drawing freshDrawing(DrawingKind kind);

/// Anchors in the right number, all of them finite, times known, values within their bounds: can be drawn and kept.
bool isSound(const Drawing& drawing);

/// The name on disk: "trend-line". Never translated, never changed.
std::string_view keyOf(DrawingKind kind) noexcept;
std::optional<DrawingKind> kindOf(std::string_view key) noexcept;

} // namespace spreadline::drawing
