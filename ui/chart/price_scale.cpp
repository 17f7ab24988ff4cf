// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/price_scale.h"

#include <algorithm>
#include <cmath>

namespace spreadline::chart {
namespace {

constexpr double flatShare = 0.001;    ///< of the price: the range shown around a flat run
constexpr double smallestShare = 1e-9; ///< of the price: the narrowest range doubles can still draw
constexpr double widestFactor = 1e4;   ///< of the price

} // namespace

void PriceScale::fit(double low, double high, double top, double bottom, double tick) noexcept
{
    if (!std::isfinite(low) || !std::isfinite(high) || low > high)
        return;
    const double middle = (low + high) / 2;
    const double least = std::max({tick * 4, std::abs(middle) * smallestShare, 1e-12});
    if (high - low < least) {
        const double room = std::max(least, low == high ? std::abs(middle) * flatShare : least);
        low = middle - room / 2;
        high = middle + room / 2;
    }
    const double scale = (high - low) / std::max(0.1, 1 - top - bottom);
    m_high = high + top * scale;
    m_low = low - bottom * scale;
}

void PriceScale::stretch(double factor) noexcept
{
    const double middle = (m_low + m_high) / 2;
    const double size = std::max(std::abs(middle), 1e-12);
    const double half = std::clamp((m_high - m_low) / 2 * factor, size * smallestShare, size * widestFactor);
    m_low = middle - half;
    m_high = middle + half;
    m_auto = false;
}

void PriceScale::shift(double share) noexcept
{
    const double by = share * (m_high - m_low);
    m_low += by;
    m_high += by;
    m_auto = false;
}

} // namespace spreadline::chart
