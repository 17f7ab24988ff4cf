// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/time_scale.h"

#include <algorithm>

namespace spreadline::chart {
namespace {

constexpr double keptOnScreen = 2; ///< bars that cannot be dragged out of sight
constexpr double fewestVisible = 4;
constexpr double leastWidth = 16; ///< a plot not yet laid out must not squeeze the zoom

} // namespace

bool TimeScale::isLastVisible() const noexcept
{
    const double last = x(m_count - 1);
    return m_count > 0 && last >= 0 && last <= m_width;
}

double TimeScale::minSpacing() const noexcept
{
    return std::min(0.5, m_width / (m_count * 1.1 + 2 * defaultMargin));
}

void TimeScale::clamp() noexcept
{
    m_spacing = std::clamp(m_spacing, minSpacing(), std::max(minSpacing(), m_width / fewestVisible));
    const double kept = std::min(keptOnScreen, m_count);
    m_left = std::clamp(m_left, kept - visible(), std::max(kept - visible(), m_count - kept));
}

void TimeScale::setWidth(double width) noexcept
{
    if (width < leastWidth)
        return;
    const double edge = right();
    m_width = width;
    m_left = edge - visible();
    clamp();
}

void TimeScale::pan(double dx) noexcept
{
    m_left -= dx / m_spacing;
    clamp();
}

void TimeScale::zoomAt(double x, double factor) noexcept
{
    const double held = position(x);
    m_spacing *= factor;
    m_spacing = std::clamp(m_spacing, minSpacing(), std::max(minSpacing(), m_width / fewestVisible));
    m_left = held - x / m_spacing;
    clamp();
}

void TimeScale::jumpToLatest() noexcept
{
    m_left = m_count + std::min(defaultMargin, visible() * 0.1) - visible();
    clamp();
}

void TimeScale::jumpToFirst() noexcept
{
    m_left = 0;
    clamp();
}

void TimeScale::fitAll() noexcept
{
    if (m_count <= 0)
        return;
    m_spacing = m_width / (m_count * 1.02 + 1);
    clamp();
    m_left = (m_count - visible()) / 2;
    clamp();
}

void TimeScale::reset() noexcept
{
    m_spacing = defaultSpacing;
    jumpToLatest();
}

void TimeScale::showFrom(double left) noexcept
{
    m_left = left;
    clamp();
}

void TimeScale::setCount(std::size_t count) noexcept
{
    m_count = static_cast<double>(count);
    clamp();
}

void TimeScale::appended(std::size_t count) noexcept
{
    const bool follows = isLastVisible();
    m_count += static_cast<double>(count);
    if (follows)
        m_left += static_cast<double>(count);
}

void TimeScale::prepended(std::size_t count) noexcept
{
    m_count += static_cast<double>(count);
    m_left += static_cast<double>(count);
}

} // namespace spreadline::chart
