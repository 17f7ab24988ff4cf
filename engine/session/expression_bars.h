// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/symbol_expression.h"
#include "session/chart_bar.h"

#include <optional>
#include <vector>

namespace spreadline {

/// The bars of an expression, from those of its parts: one where all parts have a bar of the same open time. What an update costs
/// depends on the bars that came, not on the history. A plain object of one thread.
class ExpressionBars {
public:
    explicit ExpressionBars(SymbolExpression expression);

    /// Bars of the part symbols()[part], rising in time: they replace or extend what is known of it, or, with `reset`, are all of
    /// it. The bars of the expression that came or changed by it; after a reset all there are. Where the expression has no value
    /// (a division by zero) the slot is empty.
    std::vector<ChartBar> merge(std::size_t part, std::vector<ChartBar> bars, bool reset);

    const SymbolExpression& expression() const noexcept { return m_expression; }
    /// Open time of the first bar there is; nothing when there is none.
    std::optional<std::int64_t> start(std::size_t part) const;
    std::optional<std::int64_t> start() const noexcept { return m_start; }

    /// Decimals that tell apart what the smallest steps of its parts (`ticks`) do to the last value: as many as they need, but no
    /// more than six significant digits, and always from 2 to 12. Nothing while there is no value.
    std::optional<int> decimals(std::span<const double> ticks) const;

private:
    std::vector<ChartBar> combine(std::span<const ChartBar> changed);
    ChartBar evaluated(std::int64_t time, std::span<const PriceBar> prices);

    SymbolExpression m_expression;
    std::vector<std::vector<ChartBar>> m_parts;
    std::optional<std::int64_t> m_start;
    std::vector<double> m_lastCloses; ///< of the parts, where the expression last had a value; empty before
    std::int64_t m_lastTime = 0;
};

} // namespace spreadline
