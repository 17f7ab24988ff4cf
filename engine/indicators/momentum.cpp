// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/momentum.h"

#include <numeric>

namespace spreadline::indicators {
namespace {

std::array<int, 3> sorted(int a, int b, int c)
{
    std::array<int, 3> periods{a, b, c};
    std::ranges::sort(periods);
    return periods;
}

} // namespace

std::array<double, 1> Cci::update(const StudyBar& bar)
{
    const double price = typicalPrice(bar);
    const bool isFlat = m_run.update(price) >= m_n;
    m_ring[m_next] = price;
    if (++m_next == m_ring.size()) {
        m_next = 0;
        m_isFull = true;
    }
    if (!m_isFull)
        return {noValue};
    if (isFlat)
        return {0};
    const double mean = std::accumulate(m_ring.begin(), m_ring.end(), 0.0) / m_n;
    double deviation = 0;
    for (const double x : m_ring)
        deviation += std::abs(x - mean);
    return {(price - mean) / (0.015 * (deviation / m_n))};
}

UltOsc::UltOsc(int a, int b, int c)
    : m_windows{Window(sorted(a, b, c)[0]), Window(sorted(a, b, c)[1]), Window(sorted(a, b, c)[2])}
{}

std::array<double, 1> UltOsc::update(const StudyBar& bar)
{
    const double before = m_close.update(bar.close);
    if (!hasValue(before))
        return {noValue};
    const double bottom = std::min(bar.low, before);
    const double pressure = bar.close - bottom;
    const double range = std::max(bar.high, before) - bottom;
    const double shortest = m_windows[0].update(pressure, range);
    const double middle = m_windows[1].update(pressure, range);
    const double longest = m_windows[2].update(pressure, range);
    return {100 * (4 * shortest + 2 * middle + longest) / 7};
}

} // namespace spreadline::indicators
