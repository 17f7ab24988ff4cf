// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/study_bar.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

/// The six studies of the design's figure as one would write them into a loop of one's own: lengths known at compile time, no
/// interface, sums that subtract. The least these outputs cost.
namespace spreadline::bench {

using indicators::noValue;
using indicators::StudyBar;

template<int N>
struct BareSma {
    std::array<double, N> ring{};
    double sum = 0;
    int next = 0, count = 0;

    double update(double x)
    {
        sum += x - ring[static_cast<std::size_t>(next)];
        ring[static_cast<std::size_t>(next)] = x;
        next = next + 1 == N ? 0 : next + 1;
        count += count < N ? 1 : 0;
        return count == N ? sum / N : noValue;
    }
};

template<int N>
struct BareEma {
    double value = 0;
    int count = 0;

    double update(double x)
    {
        if (count == N)
            return value += 2.0 / (N + 1) * (x - value);
        value += x;
        return ++count == N ? value /= N : noValue;
    }
};

template<int N>
struct BareRma {
    double value = 0;
    int count = 0;

    double update(double x)
    {
        if (count == N)
            return value = (value * (N - 1) + x) / N;
        value += x;
        return ++count == N ? value /= N : noValue;
    }
};

struct BareRsi {
    BareRma<14> gain, loss;
    double before = noValue;

    double update(double x)
    {
        const double change = x - before;
        before = x;
        if (change != change)
            return noValue;
        const double g = gain.update(change > 0 ? change : 0);
        const double l = loss.update(change < 0 ? -change : 0);
        return g + l == 0 ? 50 : 100 * g / (g + l);
    }
};

struct BareMacd {
    BareEma<12> fast;
    BareEma<26> slow;
    BareEma<9> signal;
    int wait = 14;

    std::array<double, 3> update(double x)
    {
        const double s = slow.update(x);
        if (wait > 0) {
            --wait;
            return {noValue, noValue, noValue};
        }
        const double line = fast.update(x) - s;
        if (line != line)
            return {noValue, noValue, noValue};
        const double average = signal.update(line);
        return {line, average, line - average};
    }
};

/// With the sliding Welford update: what a plain sum of squares gives is not usable (a price of 1e9 loses its variance).
struct BareBbands {
    static constexpr int n = 20;
    std::array<double, n> ring{};
    double mean = 0, m2 = 0;
    int next = 0, count = 0;

    std::array<double, 5> update(double x)
    {
        double& slot = ring[static_cast<std::size_t>(next)];
        next = next + 1 == n ? 0 : next + 1;
        if (count < n) {
            const double d = x - mean;
            mean += d / ++count;
            m2 += d * (x - mean);
        } else {
            const double old = mean, d = x - slot;
            mean += d / n;
            m2 += d * ((x - mean) + (slot - old));
        }
        slot = x;
        if (count < n)
            return {noValue, noValue, noValue, noValue, noValue};
        const double reach = 2 * std::sqrt(std::max(m2, 0.0) / n);
        const double upper = mean + reach, lower = mean - reach;
        return {upper, mean, lower, upper == lower ? 0.5 : (x - lower) / (upper - lower), (upper - lower) / mean};
    }
};

struct BareAtr {
    BareRma<14> range;
    double before = noValue;

    double update(const StudyBar& bar)
    {
        const double close = before;
        before = bar.close;
        if (close != close)
            return noValue;
        return range.update(std::max({bar.high - bar.low, std::abs(bar.high - close), std::abs(bar.low - close)}));
    }
};

} // namespace spreadline::bench
