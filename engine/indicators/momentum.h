// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/kernels.h"

#include <array>

/// Oscillators. In a window that says nothing (flat, no flow) they stand in the middle: no information, no signal.
namespace spreadline::indicators {

/// Wilder's relative strength: 100 g/(g+l) of the smoothed gains and losses. First at n.
class Rsi {
public:
    explicit Rsi(int n) : m_gain(n), m_loss(n) {}
    double update(double x)
    {
        const double change = x - m_before.update(x);
        if (!hasValue(change)) [[unlikely]]
            return noValue;
        const double gain = m_gain.update(change > 0 ? change : 0);
        const double loss = m_loss.update(change < 0 ? -change : 0);
        const double sum = gain + loss;
        return sum == 0 ? 50 : 100 * gain / sum; // without a value sum is NaN, and so is the answer
    }

private:
    Previous m_before;
    Rma m_gain, m_loss;
};

/// Lane's stochastic: K = SMA(smoothK) of the place in the range of k bars, D = SMA(smoothD) of K.
class Stoch {
public:
    Stoch(int k, int smoothK, int smoothD) : m_place(k), m_k(smoothK), m_d(smoothD) {}
    std::array<double, 2> update(const StudyBar& bar)
    {
        const double raw = m_place.update(bar.high, bar.low, bar.close);
        const double k = hasValue(raw) ? m_k.update(raw) : noValue;
        return {k, hasValue(k) ? m_d.update(k) : noValue};
    }

private:
    RangePlace m_place;
    Sma m_k, m_d;
};

/// Chande & Kroll (1994): the place of the RSI in its own range: raw, k, d. A flat market makes an RSI wobble in its last bits,
/// so a range up to 1e-9 counts as flat.
class StochRsi {
public:
    StochRsi(int n, int k, int smoothK, int smoothD) : m_rsi(n), m_place(k, 1e-9), m_k(smoothK), m_d(smoothD) {}
    std::array<double, 3> update(double x)
    {
        const double rsi = m_rsi.update(x);
        const double raw = hasValue(rsi) ? m_place.update(rsi, rsi, rsi) : noValue;
        const double k = hasValue(raw) ? m_k.update(raw) : noValue;
        return {raw, k, hasValue(k) ? m_d.update(k) : noValue};
    }

private:
    Rsi m_rsi;
    RangePlace m_place;
    Sma m_k, m_d;
};

/// Williams %R, -100 at the low and 0 at the high of n bars.
class WillR {
public:
    explicit WillR(int n) : m_high(n), m_low(n) {}
    std::array<double, 1> update(const StudyBar& bar)
    {
        const double top = m_high.update(bar.high);
        const double bottom = m_low.update(bar.low);
        if (!hasValue(top))
            return {noValue};
        return {top > bottom ? -100 * (top - bar.close) / (top - bottom) : -50};
    }

private:
    SlidingMax m_high;
    SlidingMin m_low;
};

/// Lambert's commodity channel index (1980). O(n) a bar: the mean absolute deviation about a moving mean has no shorter way.
class Cci {
public:
    explicit Cci(int n) : m_ring(static_cast<std::size_t>(n)), m_n(n) {}
    std::array<double, 1> update(const StudyBar& bar);

private:
    std::vector<double> m_ring;
    int m_n;
    std::size_t m_next = 0;
    bool m_isFull = false;
    Run m_run;
};

/// 100 (x/x_n - 1).
class Roc {
public:
    explicit Roc(int n) : m_old(n) {}
    double update(double x) { return 100 * (x / m_old.update(x) - 1); }

private:
    Delay m_old;
};

/// x - x_n.
class Mom {
public:
    explicit Mom(int n) : m_old(n) {}
    double update(double x) { return x - m_old.update(x); }

private:
    Delay m_old;
};

/// Money flow index (Quong & Soudack 1989): 100 P/(P+N) of the flows of n bars. First at n.
class Mfi {
public:
    explicit Mfi(int n) : m_positive(n), m_negative(n) {}
    std::array<double, 1> update(const StudyBar& bar)
    {
        const double price = typicalPrice(bar);
        const double before = m_before.update(price);
        if (!hasValue(before))
            return {noValue};
        const double flow = price * bar.volume;
        const double positive = m_positive.update(price > before ? flow : 0);
        const double negative = m_negative.update(price < before ? flow : 0);
        const double sum = positive + negative;
        return {sum == 0 ? 50 : 100 * positive / sum};
    }

private:
    Previous m_before;
    SlidingSum m_positive, m_negative;
};

/// Williams' ultimate oscillator (1985): buying pressure over true range of three windows, weighted 4:2:1 from the shortest.
/// First at the longest, as TA-Lib's ULTOSC; a window without range stands at one half (TA-Lib: 0).
class UltOsc {
public:
    UltOsc(int a, int b, int c);
    std::array<double, 1> update(const StudyBar& bar);

private:
    struct Window {
        explicit Window(int n) : pressure(n), range(n) {}
        double update(double p, double r)
        {
            const double sum = range.update(r);
            const double part = pressure.update(p);
            return sum == 0 ? 0.5 : part / sum;
        }
        SlidingSum pressure, range;
    };
    Previous m_close;
    std::array<Window, 3> m_windows;
};

/// 100 (e/e_before - 1) of a triple exponential mean (Hutson 1983), as TA-Lib's TRIX. First at 3(n-1)+1.
class Trix {
public:
    explicit Trix(int n) : m_first(n), m_second(n), m_third(n) {}
    double update(double x)
    {
        const double e1 = m_first.update(x);
        const double e2 = hasValue(e1) ? m_second.update(e1) : noValue;
        const double e3 = hasValue(e2) ? m_third.update(e2) : noValue;
        return 100 * (e3 / m_before.update(e3) - 1);
    }

private:
    Ema m_first, m_second, m_third;
    Previous m_before;
};

} // namespace spreadline::indicators
