// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/study_bar.h"

#include <cassert>
#include <cstddef>
#include <vector>

namespace spreadline::indicators {

/// The fold of the last n values under an associative `Join`, in amortised O(1) and without ever taking anything away.
///
/// A running sum that subtracts what leaves keeps the rounding of everything it ever saw. Here the window is the tail of a
/// block of n values whose suffixes were folded once, when the block was full, and the head of the next block, folded as it
/// comes in. So the result has the rounding of n additions after any number of bars, equal values stay exact under max and min,
/// and a window of zeros sums to exactly zero.
template<typename Value, typename Join>
class SlidingFold {
public:
    explicit SlidingFold(int n) : m_parts(static_cast<std::size_t>(n)) { assert(n > 0); }

    void push(const Value& value)
    {
        m_newer = m_next == 0 ? value : Join{}(m_newer, value);
        m_parts[m_next] = value;
        if (++m_next == m_parts.size())
            foldSuffixes();
    }
    bool isFull() const noexcept { return m_isFull; }
    /// Precondition: isFull().
    Value value() const { return m_next == 0 ? m_parts[0] : Join{}(m_parts[m_next], m_newer); }

private:
    void foldSuffixes()
    {
        for (std::size_t i = m_parts.size() - 1; i > 0; --i)
            m_parts[i - 1] = Join{}(m_parts[i - 1], m_parts[i]);
        m_next = 0;
        m_isFull = true;
    }

    std::vector<Value> m_parts; ///< [0, m_next) the new block's values, [m_next, n) the old block's folded suffixes
    Value m_newer{};
    std::size_t m_next = 0;
    bool m_isFull = false;
};

struct Add {
    double operator()(double older, double newer) const noexcept { return older + newer; }
};
struct Greater {
    double operator()(double older, double newer) const noexcept { return newer >= older ? newer : older; }
};
struct Lesser {
    double operator()(double older, double newer) const noexcept { return newer <= older ? newer : older; }
};

/// A fold as a streaming kernel: noValue until n values are in.
template<typename Join>
class Sliding {
public:
    explicit Sliding(int n) : m_fold(n) {}

    double update(double x)
    {
        m_fold.push(x);
        return m_fold.isFull() ? m_fold.value() : noValue;
    }

private:
    SlidingFold<double, Join> m_fold;
};
using SlidingSum = Sliding<Add>;
using SlidingMax = Sliding<Greater>;
using SlidingMin = Sliding<Lesser>;

/// Mean of the last n. First value with the n-th input.
class Sma {
public:
    explicit Sma(int n) : m_sum(n), m_n(n) {}
    double update(double x) { return m_sum.update(x) / m_n; }

private:
    SlidingSum m_sum;
    double m_n;
};

/// Weights 1..n, the newest n, over n(n+1)/2. Folds plain and weighted sums of suffixes as SlidingFold does, so it never
/// subtracts.
class Wma {
public:
    explicit Wma(int n)
        : m_sums(static_cast<std::size_t>(n)), m_weighted(static_cast<std::size_t>(n)), m_divisor(n * (n + 1.0) / 2)
    {}

    double update(double x)
    {
        if (m_next == 0)
            m_newSum = m_newWeighted = 0;
        m_newSum += x;
        m_sums[m_next] = x;
        ++m_next;
        m_newWeighted += static_cast<double>(m_next) * x;
        if (m_next == m_sums.size())
            foldSuffixes();
        return m_isFull ? weighted() / m_divisor : noValue;
    }

private:
    double weighted() const
    {
        if (m_next == 0)
            return m_weighted[0];
        return m_weighted[m_next] + m_newWeighted + static_cast<double>(m_sums.size() - m_next) * m_newSum;
    }
    void foldSuffixes()
    {
        double sum = 0, weighted = 0;
        for (std::size_t i = m_sums.size(); i-- > 0;) {
            weighted += sum + m_sums[i]; // one more in front: its weight is 1, everybody else's rises by 1
            sum += m_sums[i];
            m_sums[i] = sum;
            m_weighted[i] = weighted;
        }
        m_next = 0;
        m_isFull = true;
    }

    std::vector<double> m_sums, m_weighted;
    double m_divisor;
    double m_newSum = 0, m_newWeighted = 0;
    std::size_t m_next = 0;
    bool m_isFull = false;
};

/// Mean and sum of squared deviations of the last n (Welford 1962), blocks joined after Chan, Golub & LeVeque (1983). Equal
/// values have a deviation of exactly zero, and no difference of large squares is ever taken.
class Moments {
public:
    struct Value {
        double mean = noValue;
        double m2 = noValue; ///< sum of (x - mean)^2
    };

    explicit Moments(int n) : m_older(static_cast<std::size_t>(n)), m_inverse(static_cast<std::size_t>(n) + 1), m_n(n)
    {
        for (std::size_t k = 1; k < m_inverse.size(); ++k)
            m_inverse[k] = 1 / static_cast<double>(k);
    }

    Value update(double x)
    {
        if (m_next == 0)
            m_newer = {x, 0};
        else
            add(m_newer, x, m_next + 1);
        m_older[m_next].mean = x;
        if (++m_next == m_older.size())
            foldSuffixes();
        return m_isFull ? joined() : Value{};
    }

private:
    void add(Value& value, double x, std::size_t count) const
    {
        const double d = x - value.mean;
        value.mean += d * m_inverse[count];
        value.m2 += d * (x - value.mean);
    }
    Value joined() const
    {
        const Value& older = m_older[m_next];
        if (m_next == 0)
            return older;
        const double newCount = static_cast<double>(m_next);
        const double share = newCount * m_inverse.back();
        const double d = m_newer.mean - older.mean;
        return {older.mean + d * share, older.m2 + m_newer.m2 + d * d * ((m_n - newCount) * share)};
    }
    void foldSuffixes()
    {
        Value value{m_older.back().mean, 0};
        m_older.back() = value;
        for (std::size_t i = m_older.size() - 1; i > 0; --i) {
            add(value, m_older[i - 1].mean, m_older.size() - i + 1);
            m_older[i - 1] = value;
        }
        m_next = 0;
        m_isFull = true;
    }

    std::vector<Value> m_older; ///< [0, m_next) the new block's values as means, [m_next, n) folded suffixes
    std::vector<double> m_inverse;
    Value m_newer;
    double m_n;
    std::size_t m_next = 0;
    bool m_isFull = false;
};

} // namespace spreadline::indicators
