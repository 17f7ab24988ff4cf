// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace spreadline {

/// Open, high, low and close for drawing and statistics; no money.
struct PriceBar {
    double open = 0, high = 0, low = 0, close = 0;
    bool operator==(const PriceBar&) const = default;
};

/// A price made of symbols: `BTCUSDT/ETHUSDT`, `BTCUSDT-15.2*ETHUSDT`, `(A+B)/2`. The four operations, parentheses, a sign and
/// plain decimal numbers. A word of letters, digits and underscores is a symbol as soon as it holds something else than digits
/// (`1000PEPEUSDT` is one, `1000` is not); letters of other scripts are letters. A plain value; any thread.
class SymbolExpression {
public:
    static constexpr std::size_t maxLength = 512; ///< of the text, in bytes
    static constexpr std::size_t maxSymbols = 16;
    static constexpr int maxDepth = 64; ///< of parentheses and signs

    /// BadNumber for a number, BadSchema for a form that is not understood; `where` is the text, `detail` names the place.
    static Result<SymbolExpression> parse(std::string_view text);

    /// Each once, upper case, in the order they appear.
    const std::vector<std::string>& symbols() const noexcept { return m_symbols; }
    /// Without operations: a symbol alone.
    bool isSymbol() const noexcept { return m_steps.size() == 1 && m_steps.front().kind == Step::Kind::Symbol; }
    const std::string& text() const noexcept { return m_text; } ///< canonical: no spaces, upper case

    /// `values[i]` belongs to symbols()[i]. Nothing where the result is not finite (a division by zero).
    std::optional<double> evaluate(std::span<const double> values) const;
    /// Open and close are exact. High and low are the widest of the four values the parts' opens, highs, lows and closes give:
    /// when within the bar each part stood where is not known, so they are what charting sites show, not extremes that were traded.
    std::optional<PriceBar> evaluate(std::span<const PriceBar> bars) const;

private:
    struct Step {
        enum class Kind : std::uint8_t { Number, Symbol, Negate, Add, Subtract, Multiply, Divide };
        Kind kind = Kind::Number;
        double number = 0;
        std::size_t symbol = 0;
    };
    class Parser;

    template<typename ValueOf>
    std::optional<double> run(ValueOf valueOf) const;

    std::vector<Step> m_steps; ///< postfix
    std::vector<std::string> m_symbols;
    std::string m_text;
};

} // namespace spreadline
