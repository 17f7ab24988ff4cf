// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/kernels.h"

#include <array>

/// Moving averages beyond the kernels. Each inner average is seeded from the values it receives.
namespace spreadline::indicators {

/// 2 e1 - e2 (Mulloy 1994). First at 2(n-1).
class Dema {
public:
    explicit Dema(int n) : m_first(n), m_second(n) {}
    double update(double x)
    {
        const double e1 = m_first.update(x);
        if (!hasValue(e1))
            return noValue;
        return 2 * e1 - m_second.update(e1);
    }

private:
    Ema m_first, m_second;
};

/// 3 e1 - 3 e2 + e3. First at 3(n-1).
class Tema {
public:
    explicit Tema(int n) : m_first(n), m_second(n), m_third(n) {}
    double update(double x)
    {
        const double e1 = m_first.update(x);
        const double e2 = hasValue(e1) ? m_second.update(e1) : noValue;
        if (!hasValue(e2))
            return noValue;
        return 3 * e1 - 3 * e2 + m_third.update(e2);
    }

private:
    Ema m_first, m_second, m_third;
};

/// WMA(floor sqrt n) of 2 WMA(floor n/2) - WMA(n) (Hull 2005). First at n-1 + floor(sqrt n)-1.
class Hma {
public:
    explicit Hma(int n) : m_half(n / 2), m_whole(n), m_smooth(smoothing(n)) {}
    double update(double x)
    {
        const double half = m_half.update(x);
        const double whole = m_whole.update(x);
        return hasValue(whole) ? m_smooth.update(2 * half - whole) : noValue;
    }
    static int smoothing(int n) { return static_cast<int>(std::sqrt(n)); }

private:
    Wma m_half, m_whole, m_smooth;
};

/// Kaufman's adaptive average (1995): value += (x - value) sc, sc = (er (2/(fast+1) - 2/(slow+1)) + 2/(slow+1))^2, efficiency
/// er = |x - x_n| / sum of the last n |changes|, 1 in a flat window. Starts as TA-Lib's KAMA: from x_{n-1}; first at n.
class Kama {
public:
    Kama(int n, int fast, int slow) : m_old(n), m_path(n), m_fast(2.0 / (fast + 1.0)), m_slow(2.0 / (slow + 1.0)) {}

    double update(double x)
    {
        const double old = m_old.update(x);
        const double before = m_before.update(x);
        if (!hasValue(before))
            return noValue;
        const double path = m_path.update(std::abs(x - before));
        if (!hasValue(path))
            return noValue;
        const double way = std::abs(x - old);
        const double efficiency = way < path ? way / path : 1;
        const double constant = efficiency * (m_fast - m_slow) + m_slow;
        if (!hasValue(m_value))
            m_value = before;
        return m_value += (x - m_value) * (constant * constant);
    }

private:
    Delay m_old;
    Previous m_before;
    SlidingSum m_path;
    double m_fast, m_slow;
    double m_value = noValue;
};

/// sum(x v)/sum(v) over n bars. No value while nothing was traded in the window.
class Vwma {
public:
    Vwma(int n, Source source) : m_amount(n), m_volume(n), m_source(source) {}
    std::array<double, 1> update(const StudyBar& bar)
    {
        const double amount = m_amount.update(priceOf(bar, m_source) * bar.volume);
        const double volume = m_volume.update(bar.volume);
        return {volume > 0 ? amount / volume : noValue};
    }

private:
    SlidingSum m_amount, m_volume;
    Source m_source;
};

} // namespace spreadline::indicators
