// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/expression_bars.h"

#include <algorithm>
#include <cmath>

namespace spreadline {
namespace {

constexpr int leastDecimals = 2, mostDecimals = 12, significantDigits = 6;

/// Of the first bar that is not before `time`.
std::size_t placeOf(std::span<const ChartBar> bars, std::int64_t time)
{
    return static_cast<std::size_t>(std::ranges::lower_bound(bars, time, {}, &ChartBar::time) - bars.begin());
}

/// `bars` onto `all`, replacing those of equal time. Only what lies behind the first of them is moved.
void mergeInto(std::vector<ChartBar>& all, std::span<const ChartBar> bars)
{
    if (bars.empty())
        return;
    const std::size_t from = placeOf(all, bars.front().time);
    std::vector<ChartBar> merged;
    merged.reserve(bars.size() + all.size() - from);
    std::ranges::set_union(bars, std::span(all).subspan(from), std::back_inserter(merged), {}, &ChartBar::time,
                           &ChartBar::time); // of two equal ones it takes the first range's
    all.resize(from);
    all.insert(all.end(), merged.begin(), merged.end());
}

} // namespace

ExpressionBars::ExpressionBars(SymbolExpression expression)
    : m_expression(std::move(expression)), m_parts(m_expression.symbols().size())
{}

std::optional<std::int64_t> ExpressionBars::start(std::size_t part) const
{
    return m_parts[part].empty() ? std::nullopt : std::optional(m_parts[part].front().time);
}

std::vector<ChartBar> ExpressionBars::merge(std::size_t part, std::vector<ChartBar> bars, bool reset)
{
    if (reset) {
        m_parts[part] = std::move(bars);
        m_start.reset();
        m_lastCloses.clear();
        return combine(m_parts[part]);
    }
    mergeInto(m_parts[part], bars);
    return combine(bars);
}

std::vector<ChartBar> ExpressionBars::combine(std::span<const ChartBar> changed)
{
    std::vector<ChartBar> combined;
    std::vector<std::size_t> at(m_parts.size()); // where each part is read
    std::vector<PriceBar> prices(m_parts.size());
    for (std::size_t i = 0; i < m_parts.size() && !changed.empty(); ++i)
        at[i] = placeOf(m_parts[i], changed.front().time);
    const auto readAll = [&](std::int64_t time) {
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            const auto& bars = m_parts[i];
            while (at[i] < bars.size() && bars[at[i]].time < time)
                ++at[i];
            if (at[i] == bars.size() || bars[at[i]].time != time)
                return false;
            const ChartBar& bar = bars[at[i]];
            prices[i] = {bar.open, bar.high, bar.low, bar.close};
        }
        return true;
    };
    for (const ChartBar& bar : changed) {
        if (readAll(bar.time))
            combined.push_back(evaluated(bar.time, prices));
    }
    return combined;
}

ChartBar ExpressionBars::evaluated(std::int64_t time, std::span<const PriceBar> prices)
{
    ChartBar bar;
    bar.time = time;
    m_start = std::min(m_start.value_or(time), time);
    const auto price = m_expression.evaluate(prices);
    if (!price)
        return bar;
    bar.open = price->open, bar.high = price->high, bar.low = price->low, bar.close = price->close;
    if (m_lastCloses.empty() || time >= m_lastTime) {
        m_lastTime = time;
        m_lastCloses.resize(prices.size());
        std::ranges::transform(prices, m_lastCloses.begin(), &PriceBar::close);
    }
    return bar;
}

std::optional<int> ExpressionBars::decimals(std::span<const double> ticks) const
{
    if (m_lastCloses.empty())
        return std::nullopt;
    const double value = m_expression.evaluate(m_lastCloses).value_or(0);
    double least = 0; // the smallest change that a step of one part makes
    std::vector<double> moved = m_lastCloses;
    for (std::size_t i = 0; i < moved.size(); ++i) {
        moved[i] += ticks[i];
        const double change = std::abs(m_expression.evaluate(moved).value_or(value) - value);
        moved[i] = m_lastCloses[i];
        if (change > 0 && (least == 0 || change < least))
            least = change;
    }
    constexpr double rounding = 1e-6; // a step of 0.1 computed as 0.0999... needs one decimal
    const double bySteps = least > 0 ? std::ceil(-std::log10(least) - rounding) : mostDecimals;
    const double byDigits = value != 0 ? significantDigits - 1 - std::floor(std::log10(std::abs(value))) : mostDecimals;
    return static_cast<int>(std::clamp(std::min(bySteps, byDigits), double(leastDecimals), double(mostDecimals)));
}

} // namespace spreadline
