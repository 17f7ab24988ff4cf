// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/minute_bars.h"

#include <cassert>
#include <cmath>

namespace spreadline::practice {
namespace {

/// Splits `whole` into `parts` amounts of at least 1, a few large and many small.
std::vector<std::int64_t> split(std::int64_t whole, int parts, std::uint64_t key)
{
    std::vector<std::int64_t> amounts(static_cast<std::size_t>(parts), 1);
    if (parts == 0)
        return amounts;
    std::vector<double> weights(amounts.size());
    double total = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const double e = exponential(keyed(key, static_cast<std::int64_t>(i)));
        weights[i] = e * e + 0.02;
        total += weights[i];
    }
    const std::int64_t spare = whole - parts;
    std::int64_t left = spare;
    std::size_t largest = 0;
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        const auto more = static_cast<std::int64_t>(static_cast<double>(spare) * weights[i] / total);
        const std::int64_t given = std::min(more, left);
        amounts[i] += given;
        left -= given;
        largest = weights[i] > weights[largest] ? i : largest;
    }
    amounts[largest] += left;
    return amounts;
}

/// Moments in [from, to), rising, the first at `from`, some together: trades come in bursts.
std::vector<int> moments(int count, int from, int to, std::uint64_t key)
{
    std::vector<double> gaps(static_cast<std::size_t>(count));
    double total = 0;
    for (std::size_t i = 0; i < gaps.size(); ++i) {
        const std::uint64_t h = keyed(key, static_cast<std::int64_t>(i));
        gaps[i] = (h >> 60) < 4 ? 0.0 : exponential(h) + 0.01;
        total += gaps[i];
    }
    std::vector<int> times(gaps.size(), from);
    double passed = 0;
    for (std::size_t i = 0; i < gaps.size() && total > 0; ++i) {
        times[i] = std::min(to - 1, from + static_cast<int>((to - from) * passed / total));
        passed += gaps[i];
    }
    return times;
}

/// The first half of a leg's prices: a walk from `from` that arrives near the leg's middle, inside [low, high].
std::vector<std::int64_t> firstHalf(const MinutePlan::Leg& leg, std::int64_t low, std::int64_t high, std::uint64_t key)
{
    const int pairs = leg.pairs;
    std::vector<double> wander(static_cast<std::size_t>(pairs) + 1, 0.0);
    const double step = 0.25 * static_cast<double>(high - low) / std::sqrt(static_cast<double>(pairs) + 1.0);
    for (std::size_t i = 1; i < wander.size(); ++i)
        wander[i] = wander[i - 1] + step * gaussian(keyed(key, static_cast<std::int64_t>(i)));
    // A mirrored price must stay inside the minute's range too.
    const std::int64_t floor = std::max(low, leg.from + leg.to - high);
    const std::int64_t ceiling = std::min(high, leg.from + leg.to - low);
    std::vector<std::int64_t> prices(static_cast<std::size_t>(pairs), leg.from);
    const double slope = static_cast<double>(leg.to - leg.from) / (2.0 * pairs - 1.0);
    for (std::size_t i = 1; i < prices.size(); ++i) {
        const auto at = static_cast<double>(i);
        const double bridge = wander[i] - wander.back() * at / static_cast<double>(pairs);
        prices[i] = std::clamp(leg.from + std::llround(slope * at + bridge), static_cast<long long>(floor),
                               static_cast<long long>(ceiling));
    }
    return prices;
}

class LegWriter {
public:
    LegWriter(const MinutePlan& plan, std::size_t leg)
        : m_leg(plan.legs[leg]), m_key(keyed(plan.key, 100 + static_cast<std::int64_t>(leg)))
    {
        const int trades = 2 * m_leg.pairs;
        m_times = moments(trades, plan.legStart(leg), plan.legStart(leg + 1), mix64(m_key + 1));
        m_directed = split(m_leg.directed, m_leg.directedPairs, mix64(m_key + 2));
        m_mixed = split(m_leg.half - m_leg.directed, m_leg.pairs - m_leg.directedPairs, mix64(m_key + 3));
    }

    void write(std::vector<RawTrade>& trades, std::int64_t low, std::int64_t high)
    {
        const auto prices = firstHalf(m_leg, low, high, mix64(m_key + 4));
        const bool up = m_leg.to >= m_leg.from;
        const std::size_t base = trades.size();
        const std::size_t count = m_times.size();
        trades.resize(base + count);
        std::size_t directed = 0, mixed = 0;
        for (std::size_t i = 0; i < prices.size(); ++i) {
            const bool goesAlong = isDirected(i, directed, mixed);
            const std::int64_t quantity = goesAlong ? m_directed[directed++] : m_mixed[mixed++];
            const bool buys = goesAlong ? up : (keyed(m_key, static_cast<std::int64_t>(i)) & 1) != 0;
            const std::size_t mirror = count - 1 - i;
            trades[base + i] = {prices[i], quantity, m_times[i], buys};
            trades[base + mirror] = {m_leg.from + m_leg.to - prices[i], quantity, m_times[mirror], goesAlong ? up : !buys};
        }
    }

private:
    /// Draws which kind of pair comes next, from what is left of both.
    bool isDirected(std::size_t pair, std::size_t directedUsed, std::size_t mixedUsed) const
    {
        const std::size_t directedLeft = m_directed.size() - directedUsed;
        const std::size_t mixedLeft = m_mixed.size() - mixedUsed;
        const std::uint64_t h = keyed(~m_key, static_cast<std::int64_t>(pair));
        return h % (directedLeft + mixedLeft) < directedLeft;
    }

    const MinutePlan::Leg& m_leg;
    std::uint64_t m_key;
    std::vector<int> m_times;
    std::vector<std::int64_t> m_directed, m_mixed;
};

} // namespace

std::vector<RawTrade> tradesOf(const MinutePlan& plan)
{
    const RawBar bar = barOf(plan);
    std::vector<RawTrade> trades;
    trades.reserve(static_cast<std::size_t>(plan.trades));
    for (std::size_t leg = 0; leg < plan.legs.size(); ++leg)
        LegWriter(plan, leg).write(trades, bar.low, bar.high);
    const auto times = moments(plan.closingTrades, plan.legStart(3), static_cast<int>(minuteMillis), plan.key);
    for (std::size_t i = 0; i < times.size(); ++i)
        trades.push_back({plan.close(), plan.closing[i], times[i], plan.closingBuys});
    assert(static_cast<int>(trades.size()) == plan.trades);
    return trades;
}

} // namespace spreadline::practice
