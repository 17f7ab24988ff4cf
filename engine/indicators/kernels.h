// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/sliding.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace spreadline::indicators {

/// Exponential mean, a = 2/(n+1), seeded with the mean of the first n values it receives.
class Ema {
public:
    explicit Ema(int n) : m_n(n), m_alpha(2.0 / (n + 1.0)) {}

    double update(double x)
    {
        if (m_count == m_n) [[likely]]
            return m_value += m_alpha * (x - m_value);
        m_value += x;
        if (++m_count < m_n)
            return noValue;
        m_value /= m_n;
        return m_value;
    }
    /// noValue until the seed is complete.
    double value() const noexcept { return m_count == m_n ? m_value : noValue; }

private:
    int m_n;
    int m_count = 0;
    double m_alpha;
    double m_value = 0; ///< a sum while seeding
};

/// Wilder's mean (1978), seeded with the mean of the first n.
class Rma {
public:
    explicit Rma(int n) : m_n(n), m_periods(n) {}

    double update(double x)
    {
        if (m_count == m_n) [[likely]]
            return m_value = (m_value * (m_periods - 1) + x) / m_periods;
        m_value += x;
        if (++m_count < m_n)
            return noValue;
        m_value /= m_periods;
        return m_value;
    }

private:
    int m_n;
    int m_count = 0;
    double m_periods;
    double m_value = 0;
};

/// What came in n values ago; noValue until then.
class Delay {
public:
    explicit Delay(int n) : m_ring(static_cast<std::size_t>(n), noValue) {}

    double update(double x)
    {
        if (m_ring.empty())
            return x;
        std::swap(x, m_ring[m_next]);
        m_next = m_next + 1 == m_ring.size() ? 0 : m_next + 1;
        return x;
    }

private:
    std::vector<double> m_ring;
    std::size_t m_next = 0;
};

/// What came in before; noValue at first.
class Previous {
public:
    double update(double x) noexcept { return std::exchange(m_value, x); }

private:
    double m_value = noValue;
};

/// Wilder's true range; none for the first bar.
class TrueRange {
public:
    double update(const StudyBar& bar) noexcept
    {
        const double before = m_close.update(bar.close);
        if (!hasValue(before))
            return noValue;
        return std::max({bar.high - bar.low, std::abs(bar.high - before), std::abs(bar.low - before)});
    }

private:
    Previous m_close;
};

/// Average true range: the seed is the mean of the ranges of bars 1..n, so the first value is that of bar n.
class Atr {
public:
    explicit Atr(int n) : m_mean(n) {}
    double update(const StudyBar& bar)
    {
        const double range = m_range.update(bar);
        return hasValue(range) ? m_mean.update(range) : noValue;
    }

private:
    TrueRange m_range;
    Rma m_mean;
};

/// How often the last value was repeated: the exact test for a flat window.
class Run {
public:
    int update(double x) noexcept
    {
        m_length = x == m_last ? std::min(m_length + 1, 1'000'000'000) : 1;
        m_last = x;
        return m_length;
    }

private:
    double m_last = noValue;
    int m_length = 0;
};

/// 100 (x - low)/(high - low) over the last n, `flat` where that range is not above `leastRange`.
class RangePlace {
public:
    explicit RangePlace(int n, double leastRange = 0) : m_high(n), m_low(n), m_leastRange(leastRange) {}

    double update(double high, double low, double x)
    {
        const double top = m_high.update(high);
        const double bottom = m_low.update(low);
        if (!hasValue(top))
            return noValue;
        return top - bottom > m_leastRange ? 100 * (x - bottom) / (top - bottom) : 50;
    }

private:
    SlidingMax m_high;
    SlidingMin m_low;
    double m_leastRange;
};

} // namespace spreadline::indicators
