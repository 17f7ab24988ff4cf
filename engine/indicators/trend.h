// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/kernels.h"

#include <array>

/// Studies of direction.
namespace spreadline::indicators {

/// Appel's MACD: line, signal, histogram. The fast average starts at bar slow-fast, so that both seeds appear at bar slow-1.
class Macd {
public:
    Macd(int fast, int slow, int signal)
        : m_fast(std::min(fast, slow)), m_slow(std::max(fast, slow)), m_signal(signal), m_wait(std::abs(slow - fast))
    {}

    std::array<double, 3> update(double x)
    {
        const double slow = m_slow.update(x);
        if (m_wait > 0) [[unlikely]] {
            --m_wait;
            return {noValue, noValue, noValue};
        }
        const double line = m_fast.update(x) - slow;
        if (!hasValue(line)) [[unlikely]]
            return {noValue, noValue, noValue};
        const double signal = m_signal.update(line);
        return {line, signal, line - signal};
    }

private:
    Ema m_fast, m_slow, m_signal;
    int m_wait;
};

/// Wilder's directional movement: +DI, -DI, DX, ADX, ADXR.
class Dmi {
public:
    explicit Dmi(int n) : m_n(n), m_periods(n), m_adxBefore(n - 1) {}
    std::array<double, 5> update(const StudyBar& bar);

private:
    void addMove(double up, double down, double range);
    double adx(double dx, bool moved);

    int m_n;
    double m_periods;
    TrueRange m_range;
    Previous m_high, m_low;
    int m_bars = 0; ///< moves seen
    double m_up = 0, m_down = 0, m_true = 0;
    double m_dx = 0, m_adx = 0;
    Delay m_adxBefore;
};

/// Wilder's parabolic stop and reverse.
class Psar {
public:
    Psar(double step, double most) : m_step(step), m_most(most) {}
    std::array<double, 1> update(const StudyBar& bar);

private:
    void start(const StudyBar& bar);
    double stepLong(const StudyBar& bar);
    double stepShort(const StudyBar& bar);

    double m_step, m_most;
    double m_high = noValue, m_low = noValue; ///< of the bar before
    bool m_isStarted = false, m_isLong = true;
    double m_sar = 0, m_extreme = 0, m_factor = 0;
};

/// Seban's Supertrend on Wilder's ATR: line, and direction +1 or -1.
class Supertrend {
public:
    Supertrend(int n, double k) : m_atr(n), m_k(k) {}
    std::array<double, 2> update(const StudyBar& bar);

private:
    Atr m_atr;
    double m_k;
    Previous m_close;
    double m_upper = noValue, m_lower = noValue;
    bool m_isUp = false;
};

/// Chande's Aroon (1995): up, down, oscillator, over a window of n+1 bars; of equal extremes the newest counts.
class Aroon {
public:
    explicit Aroon(int n) : m_n(n), m_high(n + 1), m_low(n + 1) {}
    std::array<double, 3> update(const StudyBar& bar);

private:
    struct At {
        double value = 0;
        std::int64_t bar = 0;
    };
    struct Highest {
        At operator()(const At& older, const At& newer) const noexcept { return newer.value >= older.value ? newer : older; }
    };
    struct Lowest {
        At operator()(const At& older, const At& newer) const noexcept { return newer.value <= older.value ? newer : older; }
    };

    double m_n;
    std::int64_t m_bar = 0;
    SlidingFold<At, Highest> m_high;
    SlidingFold<At, Lowest> m_low;
};

/// Hosoda's cloud: tenkan, kijun, span_a_raw, span_b_raw, span_a, span_b, chikou_plot. The raw spans are of this bar; span_a
/// and span_b are those d-1 bars old, which lie under this bar on a chart. chikou_plot is this bar's close, drawn d-1 bars
/// back: a rule must compare close[i] with close[i-(d-1)] instead.
class Ichimoku {
public:
    Ichimoku(int a, int b, int c, int d)
        : m_tenkanHigh(a),
          m_tenkanLow(a),
          m_kijunHigh(b),
          m_kijunLow(b),
          m_spanHigh(c),
          m_spanLow(c),
          m_spanA(d - 1),
          m_spanB(d - 1)
    {}
    std::array<double, 7> update(const StudyBar& bar)
    {
        const double tenkan = (m_tenkanHigh.update(bar.high) + m_tenkanLow.update(bar.low)) / 2;
        const double kijun = (m_kijunHigh.update(bar.high) + m_kijunLow.update(bar.low)) / 2;
        const double spanA = (tenkan + kijun) / 2;
        const double spanB = (m_spanHigh.update(bar.high) + m_spanLow.update(bar.low)) / 2;
        return {tenkan, kijun, spanA, spanB, m_spanA.update(spanA), m_spanB.update(spanB), bar.close};
    }

private:
    SlidingMax m_tenkanHigh;
    SlidingMin m_tenkanLow;
    SlidingMax m_kijunHigh;
    SlidingMin m_kijunLow;
    SlidingMax m_spanHigh;
    SlidingMin m_spanLow;
    Delay m_spanA, m_spanB;
};

/// Heikin-Ashi candles (Valcu 2004): open, high, low, close. For looking at; nobody trades or fills at these prices.
class HeikinAshi {
public:
    std::array<double, 4> update(const StudyBar& bar) noexcept
    {
        const double close = (bar.open + bar.high + bar.low + bar.close) / 4;
        const double open = hasValue(m_open) ? (m_open + m_close) / 2 : (bar.open + bar.close) / 2;
        m_open = open;
        m_close = close;
        return {open, std::max({bar.high, open, close}), std::min({bar.low, open, close}), close};
    }

private:
    double m_open = noValue, m_close = noValue;
};

} // namespace spreadline::indicators
