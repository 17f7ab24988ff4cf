// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawings/drawing.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace spreadline::drawing {
namespace {

constexpr std::size_t mostLevels = 40;
constexpr qsizetype longestText = 4'000;

constexpr std::array<std::string_view, drawingKinds> kindKeys{
    "trend-line", "ray",     "extended-line", "horizontal-line", "horizontal-ray", "vertical-line",
    "cross-line", "channel", "rectangle",     "fib-retracement", "fib-extension",  "ruler",
    "text",       "arrow",   "marker-up",     "marker-down",     "long-position",  "short-position"};

template<typename Choice, std::size_t N>
std::optional<Choice> find(const std::array<std::string_view, N>& keys, std::string_view key) noexcept
{
    const auto found = std::ranges::find(keys, key);
    return found == keys.end() ? std::nullopt : std::optional(static_cast<Choice>(found - keys.begin()));
}

std::vector<Level> freshLevels(DrawingKind kind)
{
    if (kind == DrawingKind::FibRetracement)
        return {{0}, {0.236}, {0.382}, {0.5}, {0.618}, {0.786}, {1}, {1.272, false}, {1.618, false}, {2.618, false}};
    if (kind == DrawingKind::FibExtension)
        return {{0}, {0.382}, {0.618}, {1}, {1.272, false}, {1.618}, {2, false}, {2.618}};
    return {};
}

} // namespace

bool Drawing::isShownOn(Interval interval) const
{
    return intervals.empty() || std::ranges::find(intervals, interval) != intervals.end();
}

std::size_t anchorCount(DrawingKind kind) noexcept
{
    switch (kind) {
    case DrawingKind::HorizontalLine:
    case DrawingKind::HorizontalRay:
    case DrawingKind::VerticalLine:
    case DrawingKind::CrossLine:
    case DrawingKind::Text:
    case DrawingKind::MarkerUp:
    case DrawingKind::MarkerDown: return 1;
    case DrawingKind::Channel:
    case DrawingKind::FibExtension:
    case DrawingKind::LongPosition:
    case DrawingKind::ShortPosition: return 3;
    default: return 2;
    }
}

bool isPosition(DrawingKind kind) noexcept
{
    return kind == DrawingKind::LongPosition || kind == DrawingKind::ShortPosition;
}

bool hasLevels(DrawingKind kind) noexcept
{
    return kind == DrawingKind::FibRetracement || kind == DrawingKind::FibExtension;
}

bool isFillable(DrawingKind kind) noexcept
{
    return hasLevels(kind) || isPosition(kind) || kind == DrawingKind::Channel || kind == DrawingKind::Rectangle;
}

bool isExtendable(DrawingKind kind) noexcept
{
    return hasLevels(kind) || kind == DrawingKind::Channel || kind == DrawingKind::TrendLine || kind == DrawingKind::Rectangle;
}

Drawing freshDrawing(DrawingKind kind)
{
    Drawing drawing;
    drawing.kind = kind;
    drawing.levels = freshLevels(kind);
    switch (kind) {
    case DrawingKind::Text: drawing.style.ink = Ink::Text; break;
    case DrawingKind::MarkerUp: drawing.style.ink = Ink::Up; break;
    case DrawingKind::MarkerDown: drawing.style.ink = Ink::Down; break;
    case DrawingKind::FibRetracement:
    case DrawingKind::FibExtension: drawing.style.ink = Ink::Muted; break;
    case DrawingKind::Arrow: drawing.style.width = 2; break;
    case DrawingKind::TrendLine: drawing.style.labelled = false; break;
    default: break;
    }
    if (isPosition(kind)) {
        drawing.style.ink = Ink::Muted;
        drawing.style.fillShare = 16;
    }
    return drawing;
}

bool isSound(const Drawing& drawing)
{
    const auto& style = drawing.style;
    return drawing.anchors.size() == anchorCount(drawing.kind)
        && std::ranges::all_of(drawing.anchors, [](const Anchor& a) { return a.time.isKnown() && std::isfinite(a.price); })
        && style.width >= 1 && style.width <= widestLine && style.fillShare >= 0 && style.fillShare <= 100
        && drawing.levels.size() <= mostLevels && drawing.text.size() <= longestText
        && std::ranges::all_of(drawing.levels, [](const Level& level) { return std::isfinite(level.ratio); });
}

std::string_view keyOf(DrawingKind kind) noexcept
{
    return kindKeys[static_cast<std::size_t>(kind)];
}

std::optional<DrawingKind> kindOf(std::string_view key) noexcept
{
    return find<DrawingKind>(kindKeys, key);
}

} // namespace spreadline::drawing
