// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/price_scale.h"

#include <algorithm>
#include <cmath>

namespace spreadline::chart {
namespace {

constexpr double flatShare = 0.001;    ///< of the price: the range shown around a flat run
constexpr double smallestShare = 1e-9; ///< of the price: the narrowest range doubles can still draw
constexpr double widestFactor = 1e4;   ///< of the price
constexpr double widestLog = 20;       ///< half a log range, in powers of e

} // namespace

double PriceScale::position(double price) const noexcept
{
    const double share = isLog() ? std::log(m_high / price) / std::log(m_high / m_low) : (m_high - price) / (m_high - m_low);
    return m_inverted ? 1 - share : share;
}

double PriceScale::price(double position) const noexcept
{
    const double share = m_inverted ? 1 - position : position;
    return isLog() ? m_high * std::pow(m_low / m_high, share) : m_high - share * (m_high - m_low);
}

void PriceScale::fit(double low, double high, double top, double bottom, double tick) noexcept
{
    if (!std::isfinite(low) || !std::isfinite(high) || low > high)
        return;
    if (m_inverted)
        std::swap(top, bottom);
    const double middle = (low + high) / 2;
    const double least = std::max({tick * 4, std::abs(middle) * smallestShare, 1e-12});
    if (high - low < least) {
        const double room = std::max(least, low == high ? std::abs(middle) * flatShare : least);
        low = middle - room / 2;
        high = middle + room / 2;
    }
    const double free = std::max(0.1, 1 - top - bottom);
    if (m_mode == ScaleMode::Log && low > 0) {
        const double scale = std::log(high / low) / free;
        m_high = high * std::exp(top * scale);
        m_low = low * std::exp(-bottom * scale);
        return;
    }
    const double scale = (high - low) / free;
    m_high = high + top * scale;
    m_low = low - bottom * scale;
}

void PriceScale::stretch(double factor) noexcept
{
    m_auto = false;
    if (isLog()) {
        const double middle = std::sqrt(m_low) * std::sqrt(m_high);
        const double half = std::clamp(std::log(m_high / m_low) / 2 * factor, smallestShare, widestLog);
        m_low = middle * std::exp(-half);
        m_high = middle * std::exp(half);
        return;
    }
    const double middle = (m_low + m_high) / 2;
    const double present = (m_high - m_low) / 2;
    const double size = std::max({std::abs(middle), present, 1e-12}); // around zero the middle says nothing
    const double half = std::clamp(present * factor, size * smallestShare, size * widestFactor);
    m_low = middle - half;
    m_high = middle + half;
}

void PriceScale::shift(double share) noexcept
{
    m_auto = false;
    if (m_inverted)
        share = -share;
    if (isLog()) {
        const double by = std::pow(m_high / m_low, share);
        if (!(m_low * by > 0) || !std::isfinite(m_high * by))
            return;
        m_low *= by;
        m_high *= by;
        return;
    }
    const double by = share * (m_high - m_low);
    m_low += by;
    m_high += by;
}

} // namespace spreadline::chart
