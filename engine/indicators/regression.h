// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/kernels.h"

#include <array>

/// Least squares over a window: against time, and of one symbol against another.
namespace spreadline::indicators {

/// Centred moments of n points (x, y): blocks are joined after Chan, Golub & LeVeque (1983), nothing is taken away.
struct PairMoments {
    double n = 0;
    double meanX = 0, meanY = 0;
    double xx = 0, yy = 0, xy = 0;

    static PairMoments of(double x, double y) noexcept { return {1, x, y, 0, 0, 0}; }
};
struct JoinPairs {
    PairMoments operator()(const PairMoments& a, const PairMoments& b) const noexcept
    {
        const double n = a.n + b.n;
        const double dx = b.meanX - a.meanX;
        const double dy = b.meanY - a.meanY;
        const double share = b.n / n;
        const double weight = a.n * share;
        return {n,
                a.meanX + dx * share,
                a.meanY + dy * share,
                a.xx + b.xx + dx * dx * weight,
                a.yy + b.yy + dy * dy * weight,
                a.xy + b.xy + dx * dy * weight};
    }
};

/// The same against time: x is the place in the window, so only the difference of the blocks' middles matters.
struct TimeMoments {
    double n = 0;
    double mean = 0;
    double yy = 0, ty = 0;
};
struct JoinTimes {
    TimeMoments operator()(const TimeMoments& older, const TimeMoments& newer) const noexcept
    {
        const double n = older.n + newer.n;
        const double dy = newer.mean - older.mean;
        const double share = newer.n / n;
        const double weight = older.n * share;
        return {n, older.mean + dy * share, older.yy + newer.yy + dy * dy * weight,
                older.ty + newer.ty + n / 2 * dy * weight}; // the middles of two adjoining blocks are n/2 apart
    }
};

/// Line through the last n values, n >= 2: value (its end at this bar, TA-Lib's LINEARREG), slope (a bar), r2, and the channel
/// upper and lower at k population deviations of the residuals. A flat window has slope 0 and r2 0: there is nothing to
/// explain.
class LinReg {
public:
    LinReg(int n, double k) : m_window(n), m_n(n), m_k(k), m_tt(m_n * (m_n * m_n - 1) / 12) {}

    std::array<double, 5> update(double y)
    {
        m_window.push({1, y, 0, 0});
        if (!m_window.isFull())
            return {noValue, noValue, noValue, noValue, noValue};
        const TimeMoments sum = m_window.value();
        const double slope = sum.ty / m_tt;
        const double value = sum.mean + slope * (m_n - 1) / 2;
        const double explained = std::min(slope * sum.ty, sum.yy);
        const double reach = m_k * std::sqrt((sum.yy - explained) / m_n);
        return {value, slope, sum.yy == 0 ? 0 : explained / sum.yy, value + reach, value - reach};
    }

private:
    SlidingFold<TimeMoments, JoinTimes> m_window;
    double m_n, m_k;
    double m_tt; ///< sum of squared distances of 0..n-1 from their mean
};

/// Log returns of two symbols over n returns, n >= 2. Only bars that both symbols have count, as an inner join by open time
/// would leave them; the others have no value.
class PairReturns {
public:
    explicit PairReturns(int n) : m_window(n) {}

    /// x is the second symbol's return, y the own. n of the answer is 0 while there is none.
    PairMoments update(const StudyBar& bar)
    {
        if (!hasValue(bar.otherClose))
            return {};
        const double own = m_own.update(bar.close);
        const double other = m_other.update(bar.otherClose);
        if (!hasValue(own))
            return {};
        m_window.push(PairMoments::of(std::log(bar.otherClose / other), std::log(bar.close / own)));
        return m_window.isFull() ? m_window.value() : PairMoments{};
    }

private:
    Previous m_own, m_other;
    SlidingFold<PairMoments, JoinPairs> m_window;
};

/// Pearson's correlation of log returns (population moments); 0 where one of the two did not move.
class Correlation {
public:
    explicit Correlation(int n) : m_returns(n) {}
    std::array<double, 1> update(const StudyBar& bar)
    {
        const PairMoments sum = m_returns.update(bar);
        if (sum.n == 0)
            return {noValue};
        if (sum.xx == 0 || sum.yy == 0)
            return {0};
        return {std::clamp(sum.xy / (std::sqrt(sum.xx) * std::sqrt(sum.yy)), -1.0, 1.0)};
    }

private:
    PairReturns m_returns;
};

/// Slope of the own log returns on the second symbol's: cov/var; 0 where the second did not move.
class Beta {
public:
    explicit Beta(int n) : m_returns(n) {}
    std::array<double, 1> update(const StudyBar& bar)
    {
        const PairMoments sum = m_returns.update(bar);
        if (sum.n == 0)
            return {noValue};
        return {sum.xx == 0 ? 0 : sum.xy / sum.xx};
    }

private:
    PairReturns m_returns;
};

} // namespace spreadline::indicators
