// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/chart_scene.h"

#include <algorithm>
#include <cmath>

namespace spreadline::chart {
namespace {

std::size_t clipped(double slot, std::size_t size) noexcept
{
    return slot <= 0 ? 0 : slot >= static_cast<double>(size) ? size : static_cast<std::size_t>(slot);
}

} // namespace

void ChartScene::findPricePane() noexcept
{
    const auto found = std::ranges::find_if(panes, &Pane::isPrice);
    m_price = found == panes.end() ? 0 : static_cast<std::size_t>(found - panes.begin());
}

const Pane* ChartScene::paneAt(int y) const noexcept
{
    const auto found =
        std::ranges::find_if(panes, [y](const Pane& pane) { return y >= pane.rect.top() && y <= pane.rect.bottom(); });
    return found == panes.end() ? nullptr : &*found;
}

QRect ChartScene::plotArea() const noexcept
{
    return panes.empty() ? QRect() : QRect(panes.front().rect.topLeft(), panes.back().rect.bottomRight());
}

QRect ChartScene::paneArea() const noexcept
{
    return panes.empty() ? QRect() : QRect(panes.front().rect.topLeft(), panes.back().axis.bottomRight());
}

QColor ChartScene::colour(Ink ink, QRgb custom) const
{
    return isStale ? blended(theme.panel, theme.stale, 0.8) : inkColour(ink, custom, theme);
}

int ChartScene::bodyWidth() const noexcept
{
    const double room = spacing();
    const int wick = line();
    if (room < 3 * wick)
        return std::max(1, std::min(wick, static_cast<int>(room) - 1));
    int width = std::min(static_cast<int>(room * 0.8), static_cast<int>(room) - wick);
    if ((width - wick) % 2 != 0)
        --width;
    return std::max(width, wick);
}

std::size_t ChartScene::firstVisible() const noexcept
{
    return clipped(std::floor(time.left() - 0.5), series->columns().size());
}

std::size_t ChartScene::endVisible() const noexcept
{
    return clipped(std::ceil(time.right() + 0.5), series->columns().size());
}

std::pair<std::size_t, std::size_t> ChartScene::barsAt(int x) const noexcept
{
    const double column = x;
    const double perPixel = 1 / spacing();
    // Many bars a column: edges on whole buckets of the pyramid, a sixteenth of a pixel off at most, so that a column of a thousand
    // bars costs what one of fifty does.
    std::size_t grain = 1;
    while (static_cast<double>(grain) * 64 <= perPixel)
        grain *= 4;
    const auto edge = [&](double at) {
        const std::size_t size = series->columns().size();
        const std::size_t slot = clipped(std::ceil(time.left() + at * perPixel - 0.5 - 1e-9), size);
        return slot == size ? size : slot - slot % grain;
    };
    return {edge(column), edge(column + 1)};
}

} // namespace spreadline::chart
