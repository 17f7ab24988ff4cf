// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/kernels.h"

#include <array>

/// Studies of what was traded.
namespace spreadline::indicators {

/// ((c-l) - (h-c))/(h-l): -1 for a close at the low, +1 at the high, 0 for a bar without range.
inline double closeLocation(const StudyBar& bar) noexcept
{
    const double range = bar.high - bar.low;
    return range == 0 ? 0 : ((bar.close - bar.low) - (bar.high - bar.close)) / range;
}

/// The volume itself and its mean over n.
class Volume {
public:
    explicit Volume(int n) : m_mean(n) {}
    std::array<double, 2> update(const StudyBar& bar) { return {bar.volume, m_mean.update(bar.volume)}; }

private:
    Sma m_mean;
};

/// On-balance volume (Granville 1963); starts at the first bar's volume.
class Obv {
public:
    std::array<double, 1> update(const StudyBar& bar) noexcept
    {
        const double before = m_close.update(bar.close);
        if (!hasValue(before) || bar.close > before)
            m_sum += bar.volume;
        else if (bar.close < before)
            m_sum -= bar.volume;
        return {m_sum};
    }

private:
    Previous m_close;
    double m_sum = 0;
};

/// Chaikin's accumulation/distribution line: the sum of close location x volume from the first bar, as TA-Lib's AD.
class Ad {
public:
    std::array<double, 1> update(const StudyBar& bar) noexcept { return {m_sum += closeLocation(bar) * bar.volume}; }

private:
    double m_sum = 0;
};

/// Chaikin's money flow: sum(location x v)/sum(v); 0 when nothing was traded.
class Cmf {
public:
    explicit Cmf(int n) : m_flow(n), m_volume(n) {}
    std::array<double, 1> update(const StudyBar& bar)
    {
        const double flow = m_flow.update(closeLocation(bar) * bar.volume);
        const double volume = m_volume.update(bar.volume);
        return {volume == 0 ? 0 : flow / volume};
    }

private:
    SlidingSum m_flow, m_volume;
};

/// Elder's force index (1993): EMA(n) of (c - c_before) v. First at n.
class ForceIndex {
public:
    explicit ForceIndex(int n) : m_mean(n) {}
    std::array<double, 1> update(const StudyBar& bar)
    {
        const double before = m_close.update(bar.close);
        return {hasValue(before) ? m_mean.update((bar.close - before) * bar.volume) : noValue};
    }

private:
    Previous m_close;
    Ema m_mean;
};

/// Which session a moment belongs to. Length 0: all of time is one.
struct Sessions {
    std::int64_t length = 0, offset = 0; ///< milliseconds

    std::int64_t of(Timestamp time) const noexcept
    {
        if (length == 0)
            return 0;
        const std::int64_t since = time.millis() - offset;
        return since / length - (since % length < 0 ? 1 : 0);
    }
};

/// Volume-weighted mean of the prices of one session, with its deviation (weighted Welford; the first trade sets the mean, so
/// that the deviation of one price is zero and not its rounding).
class WeightedMean {
public:
    void clear() noexcept { m_weight = m_mean = m_m2 = 0; }
    void add(double x, double weight) noexcept
    {
        if (!(weight > 0) || !hasValue(x))
            return;
        if (m_weight == 0)
            m_mean = x;
        m_weight += weight;
        const double d = x - m_mean;
        m_mean += weight * d / m_weight;
        m_m2 += weight * d * (x - m_mean);
    }
    /// vwap, sd, upper, lower; none while nothing was traded.
    std::array<double, 4> values(double k) const noexcept
    {
        if (m_weight == 0)
            return {noValue, noValue, noValue, noValue};
        const double sd = std::sqrt(m_m2 / m_weight);
        return {m_mean, sd, m_mean + k * sd, m_mean - k * sd};
    }

private:
    double m_weight = 0, m_mean = 0, m_m2 = 0;
};

/// What a VWAP takes for the price of a bar. Quote is the true one: with quote/base as the bar's own mean price the result is
/// sum(quote)/sum(base); the typical price only estimates it.
enum class VwapPrice : std::uint8_t { Typical, Quote };

inline double vwapPrice(const StudyBar& bar, VwapPrice price) noexcept
{
    return price == VwapPrice::Typical ? typicalPrice(bar) : bar.quoteVolume / bar.volume;
}

/// VWAP of a session (Berkowitz, Logue & Noser 1988): vwap, sd, upper, lower.
class Vwap {
public:
    Vwap(Sessions sessions, double k, VwapPrice price) : m_sessions(sessions), m_k(k), m_price(price) {}
    std::array<double, 4> update(const StudyBar& bar) noexcept
    {
        if (const std::int64_t session = m_sessions.of(bar.openTime); session != m_session) {
            m_session = session;
            m_mean.clear();
        }
        m_mean.add(vwapPrice(bar, m_price), bar.volume);
        return m_mean.values(m_k);
    }

private:
    Sessions m_sessions;
    double m_k;
    VwapPrice m_price;
    std::int64_t m_session = std::numeric_limits<std::int64_t>::min();
    WeightedMean m_mean;
};

/// VWAP of everything from the anchor on: vwap, sd, upper, lower. No value before.
class AnchoredVwap {
public:
    AnchoredVwap(Timestamp anchor, double k, VwapPrice price) : m_anchor(anchor), m_k(k), m_price(price) {}
    std::array<double, 4> update(const StudyBar& bar) noexcept
    {
        if (bar.openTime >= m_anchor)
            m_mean.add(vwapPrice(bar, m_price), bar.volume);
        return m_mean.values(m_k);
    }

private:
    Timestamp m_anchor;
    double m_k;
    VwapPrice m_price;
    WeightedMean m_mean;
};

/// Cumulative volume delta: taker buys less taker sells (2 taker - volume), summed over a session: cvd, delta. A bar whose
/// source does not tell the taker volume has no value and adds nothing.
class Cvd {
public:
    explicit Cvd(Sessions sessions) : m_sessions(sessions) {}
    std::array<double, 2> update(const StudyBar& bar) noexcept
    {
        if (const std::int64_t session = m_sessions.of(bar.openTime); session != m_session) {
            m_session = session;
            m_sum = 0;
        }
        const double delta = 2 * bar.takerBuyVolume - bar.volume;
        if (!hasValue(delta))
            return {noValue, noValue};
        return {m_sum += delta, delta};
    }

private:
    Sessions m_sessions;
    std::int64_t m_session = std::numeric_limits<std::int64_t>::min();
    double m_sum = 0;
};

/// Inputs shown as they are; no value where the source has none.
struct OpenInterest {
    std::array<double, 1> update(const StudyBar& bar) noexcept { return {bar.openInterest}; }
};
struct Funding {
    std::array<double, 1> update(const StudyBar& bar) noexcept { return {bar.fundingRate}; }
};

} // namespace spreadline::indicators
