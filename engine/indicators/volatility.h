// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/kernels.h"

#include <array>

/// Spread and channels.
namespace spreadline::indicators {

/// ATR in percent of the close.
class Natr {
public:
    explicit Natr(int n) : m_atr(n) {}
    std::array<double, 1> update(const StudyBar& bar) { return {100 * m_atr.update(bar) / bar.close}; }

private:
    Atr m_atr;
};

/// Population standard deviation.
class StdDev {
public:
    explicit StdDev(int n) : m_moments(n), m_n(n) {}
    double update(double x) { return std::sqrt(m_moments.update(x).m2 / m_n); }

private:
    Moments m_moments;
    double m_n;
};

/// (x - mean)/sd with the sample deviation (ddof 1); 0 in a flat window.
class ZScore {
public:
    explicit ZScore(int n) : m_moments(n), m_n(n) {}
    double update(double x)
    {
        const auto [mean, m2] = m_moments.update(x);
        return m2 == 0 ? 0 : (x - mean) / std::sqrt(m2 / (m_n - 1));
    }

private:
    Moments m_moments;
    double m_n;
};

/// Bollinger (2001): upper, middle, lower, percent_b, bandwidth; population deviation.
class Bbands {
public:
    Bbands(int n, double k) : m_moments(n), m_n(n), m_k(k) {}
    std::array<double, 5> update(double x)
    {
        const auto [mean, m2] = m_moments.update(x);
        const double reach = m_k * std::sqrt(m2 / m_n);
        const double upper = mean + reach;
        const double lower = mean - reach;
        const double width = upper - lower;
        return {upper, mean, lower, width == 0 ? 0.5 : (x - lower) / width, width / mean};
    }

private:
    Moments m_moments;
    double m_n, m_k;
};

/// Keltner's channel with EMA and ATR: upper, middle, lower. First at max(n-1, m).
class Keltner {
public:
    Keltner(int n, int m, double k, Source source) : m_mean(n), m_atr(m), m_k(k), m_source(source) {}
    std::array<double, 3> update(const StudyBar& bar)
    {
        const double mean = m_mean.update(priceOf(bar, m_source));
        const double reach = m_k * m_atr.update(bar);
        return {mean + reach, hasValue(reach) ? mean : noValue, mean - reach};
    }

private:
    Ema m_mean;
    Atr m_atr;
    double m_k;
    Source m_source;
};

/// Highest high, lowest low and their mean, this bar included: upper, middle, lower.
class Donchian {
public:
    explicit Donchian(int n) : m_high(n), m_low(n) {}
    std::array<double, 3> update(const StudyBar& bar)
    {
        const double upper = m_high.update(bar.high);
        const double lower = m_low.update(bar.low);
        return {upper, (upper + lower) / 2, lower};
    }

private:
    SlidingMax m_high;
    SlidingMin m_low;
};

} // namespace spreadline::indicators
