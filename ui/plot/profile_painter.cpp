// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/profile_painter.h"

#include "paint/text_line.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace spreadline::chart {
namespace {

constexpr int rowHeight = 3; // logical pixels
constexpr double edgeShare = 0.22, overShare = 0.4;
constexpr int widest = 260, narrowest = 24;     // logical pixels
constexpr double inside = 0.34, outside = 0.15; // of the colour on the panel, within the value area and beyond
constexpr int gapFrom = 6;                      // rows of so many logical pixels are parted by a line

QRect rowRect(const ChartScene& scene, const PriceProfile& profile, std::size_t row)
{
    const Pane& pane = scene.price();
    const int a = pane.y(profile.edge(row)), b = pane.y(profile.edge(row + 1));
    const int top = std::min(a, b), height = std::max(1, std::abs(a - b));
    return QRect(0, top, 1, height >= scene.px(gapFrom) ? height - scene.line() : height);
}

void paintRow(QPainter& painter, const ChartScene& scene, const PriceProfile& profile, const ProfilePlace& place, std::size_t row)
{
    const Theme& theme = scene.theme;
    const double full = profile.volume[profile.poc];
    const int width = static_cast<int>(profile.volume[row] / full * place.width + 0.5);
    const double share = row >= profile.val && row <= profile.vah ? inside : outside;
    const QRect at = rowRect(scene, profile, row);
    const auto bar = [&](int from, int to, const QColor& colour) {
        const QRect rect(place.growsLeft ? place.base - to : place.base + from, at.top(), to - from, at.height());
        painter.fillRect(rect.intersected(scene.price().rect), blended(theme.panel, colour, share));
    };
    if (width <= 0)
        return;
    if (profile.bought.empty()) {
        bar(0, width, theme.isDark ? theme.textMuted : theme.textFaint);
        return;
    }
    const double bought = std::clamp(profile.bought[row] / profile.volume[row], 0.0, 1.0);
    const int split = static_cast<int>(width * bought + 0.5);
    bar(0, split, theme.up);
    bar(split, width, theme.down);
}

void paintDashes(QPainter& painter, const ChartScene& scene, int y, int from, int to, const QColor& colour)
{
    const int dash = scene.px(4);
    for (int x = from; x < to; x += 2 * dash)
        painter.fillRect(QRect(x, y, std::min(dash, to - x), scene.line()).intersected(scene.price().rect), colour);
}

void paintName(QPainter& painter, const ChartScene& scene, double price, int right)
{
    const Pane& pane = scene.price();
    if (!scene.glyphs || !pane.rect.contains(right, pane.y(price)))
        return;
    paint::TextLine text;
    text.add("POC ").addFixed(price, scene.subject.priceDecimals);
    paint::GlyphAtlas& glyphs = scene.glyphs->in(scene.theme.textMuted);
    const int y = pane.y(price) - glyphs.height() - scene.px(1);
    if (y >= pane.rect.top())
        glyphs.drawRight(painter, right, y, text.view());
}

} // namespace

ProfilePlace profileAtEdge(const ChartScene& scene)
{
    const QRect& pane = scene.price().rect;
    const int width = std::clamp(static_cast<int>(pane.width() * edgeShare), scene.px(narrowest), scene.px(widest));
    return {pane.right() + 1, std::min(width, pane.width()), true, pane.left()};
}

ProfilePlace profileOver(const ChartScene& scene, std::size_t from, std::size_t to)
{
    const auto edge = [&](std::size_t slot) {
        return static_cast<int>(std::clamp(scene.xExact(static_cast<double>(slot) - 0.5), -1e6, 1e6));
    };
    const int left = edge(from), right = edge(to);
    return {left, std::max(scene.px(narrowest), static_cast<int>((right - left) * overShare)), false, right};
}

int profileRows(const ChartScene& scene, double low, double high)
{
    const int pixels = std::abs(scene.price().y(low) - scene.price().y(high));
    return std::clamp(pixels / std::max(1, scene.px(rowHeight)), 1, 1'000);
}

void paintProfile(QPainter& painter, const ChartScene& scene, const PriceProfile& profile, const ProfilePlace& place)
{
    if (profile.isEmpty() || place.width <= 0)
        return;
    for (std::size_t row = 0; row < profile.volume.size(); ++row) {
        if (profile.volume[row] > 0)
            paintRow(painter, scene, profile, place, row);
    }
    const Pane& pane = scene.price();
    const Theme& theme = scene.theme;
    const int tip = place.growsLeft ? place.base - place.width : place.base + place.width;
    const QColor line = scene.isStale ? theme.stale : theme.warning;
    for (const double price : {profile.edge(profile.val), profile.edge(profile.vah + 1)})
        paintDashes(painter, scene, pane.y(price), std::min(tip, place.base), std::max(tip, place.base), theme.textMuted);
    const int y = pane.y(profile.pocPrice());
    const int left = std::min(tip, place.base);
    painter.fillRect(QRect(left, y, place.width, scene.line()).intersected(pane.rect), line);
    paintDashes(painter, scene, y, std::min(tip, place.lineTo), std::max(tip, place.lineTo), blended(theme.panel, line, 0.6));
    if (place.growsLeft)
        paintName(painter, scene, profile.pocPrice(), left - scene.px(4));
}

} // namespace spreadline::chart
