// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/trend.h"

namespace spreadline::indicators {

std::array<double, 5> Dmi::update(const StudyBar& bar)
{
    std::array<double, 5> values{noValue, noValue, noValue, noValue, noValue};
    const double range = m_range.update(bar);
    const double up = bar.high - m_high.update(bar.high);
    const double down = m_low.update(bar.low) - bar.low;
    if (!hasValue(range))
        return values;
    ++m_bars;
    addMove(up > 0 && up > down ? up : 0, down > 0 && down > up ? down : 0, range);
    if (m_bars < m_n)
        return values;
    values[0] = m_true > 0 ? 100 * m_up / m_true : 0;
    values[1] = m_true > 0 ? 100 * m_down / m_true : 0;
    const double sum = values[0] + values[1];
    if (sum > 0)
        m_dx = 100 * std::abs(values[0] - values[1]) / sum;
    values[2] = m_dx;
    values[3] = adx(m_dx, sum > 0);
    if (hasValue(values[3]))
        values[4] = (values[3] + m_adxBefore.update(values[3])) / 2;
    return values;
}

/// The sums over bars 1..n-1 are plain; from bar n on they are smoothed.
void Dmi::addMove(double up, double down, double range)
{
    const auto add = [this](double& sum, double x) { sum += m_bars < m_n ? x : x - sum / m_periods; };
    add(m_up, up);
    add(m_down, down);
    add(m_true, range);
}

/// Seeded with the mean of the n values of bars n..2n-1, where a bar without direction adds 0; later such a bar moves nothing.
double Dmi::adx(double dx, bool moved)
{
    if (m_bars < 2 * m_n) {
        m_adx += moved ? dx : 0;
        if (m_bars < 2 * m_n - 1)
            return noValue;
        m_adx /= m_periods;
        return m_adx;
    }
    if (moved)
        m_adx = (m_adx * (m_periods - 1) + dx) / m_periods;
    return m_adx;
}

std::array<double, 1> Psar::update(const StudyBar& bar)
{
    if (!hasValue(m_high)) {
        m_high = bar.high;
        m_low = bar.low;
        return {noValue};
    }
    if (!m_isStarted)
        start(bar);
    const double sar = m_isLong ? stepLong(bar) : stepShort(bar);
    m_high = bar.high;
    m_low = bar.low;
    return {sar};
}

/// Bar 1 decides the first direction; to its own step it is also the bar before.
void Psar::start(const StudyBar& bar)
{
    const double up = bar.high - m_high;
    const double down = m_low - bar.low;
    m_isLong = !(down > 0 && down > up);
    m_sar = m_isLong ? m_low : m_high;
    m_extreme = m_isLong ? bar.high : bar.low;
    m_factor = m_step;
    m_high = bar.high;
    m_low = bar.low;
    m_isStarted = true;
}

double Psar::stepLong(const StudyBar& bar)
{
    if (bar.low <= m_sar) {
        m_isLong = false;
        const double sar = std::max({m_extreme, m_high, bar.high});
        m_factor = m_step;
        m_extreme = bar.low;
        m_sar = std::max({sar + m_factor * (m_extreme - sar), m_high, bar.high});
        return sar;
    }
    const double sar = m_sar;
    if (bar.high > m_extreme) {
        m_extreme = bar.high;
        m_factor = std::min(m_factor + m_step, m_most);
    }
    m_sar = std::min({sar + m_factor * (m_extreme - sar), m_low, bar.low});
    return sar;
}

double Psar::stepShort(const StudyBar& bar)
{
    if (bar.high >= m_sar) {
        m_isLong = true;
        const double sar = std::min({m_extreme, m_low, bar.low});
        m_factor = m_step;
        m_extreme = bar.high;
        m_sar = std::min({sar + m_factor * (m_extreme - sar), m_low, bar.low});
        return sar;
    }
    const double sar = m_sar;
    if (bar.low < m_extreme) {
        m_extreme = bar.low;
        m_factor = std::min(m_factor + m_step, m_most);
    }
    m_sar = std::max({sar + m_factor * (m_extreme - sar), m_high, bar.high});
    return sar;
}

std::array<double, 2> Supertrend::update(const StudyBar& bar)
{
    const double range = m_atr.update(bar);
    const double before = m_close.update(bar.close);
    if (!hasValue(range))
        return {noValue, noValue};
    const double middle = (bar.high + bar.low) / 2;
    const double upper = middle + m_k * range;
    const double lower = middle - m_k * range;
    if (!hasValue(m_upper)) {
        m_upper = upper;
        m_lower = lower;
        return {m_upper, -1};
    }
    if (upper < m_upper || before > m_upper)
        m_upper = upper;
    if (lower > m_lower || before < m_lower)
        m_lower = lower;
    m_isUp = m_isUp ? !(bar.close < m_lower) : bar.close > m_upper;
    return {m_isUp ? m_lower : m_upper, m_isUp ? 1.0 : -1.0};
}

std::array<double, 3> Aroon::update(const StudyBar& bar)
{
    ++m_bar;
    m_high.push({bar.high, m_bar});
    m_low.push({bar.low, m_bar});
    if (!m_high.isFull())
        return {noValue, noValue, noValue};
    const double up = 100 * (m_n - static_cast<double>(m_bar - m_high.value().bar)) / m_n;
    const double down = 100 * (m_n - static_cast<double>(m_bar - m_low.value().bar)) / m_n;
    return {up, down, up - down};
}

} // namespace spreadline::indicators
