// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/view.h"
#include "session/expression_bars.h"

#include <optional>
#include <span>
#include <vector>

namespace spreadline {

class MarketView;

/// The charts that a ChartSource has open at the MarketView: of a symbol one, of an expression one a symbol, and what they come to
/// together. Ui thread only.
class SourceParts {
public:
    explicit SourceParts(MarketView& market) : m_market(market) {}

    void open(const SymbolExpression& expression, std::span<const Instrument* const> instruments, Interval interval);
    void close();
    bool isEmpty() const noexcept { return m_parts.empty(); }
    bool has(ChartId chart) const;
    /// The venue's filters, in the order of the symbols.
    void setInstruments(std::span<const Instrument* const> instruments);

    /// The bars that an update brings or changes; after a reset, of whichever part, all there are. Precondition: has(update.chart).
    std::vector<ChartBar> take(const ChartUpdate& update);

    bool isAnswered() const; ///< by all
    bool isLoading() const;  ///< any
    bool isComplete() const; ///< one of those that reach least far back is
    Trust trust() const;     ///< of the worst, as old as the oldest
    std::optional<Error> failure() const;
    std::optional<int> decimals() const; ///< ExpressionBars::decimals(); nothing for a symbol

    /// Of a symbol; an expression has none.
    void askDerivatives(bool funding, bool openInterest);
    void loadOlder();
    /// After take(): a page of one part may hold no bar that the others have, or leave another part as the shortest. Goes on then.
    void pursueOlder();

private:
    struct Part {
        std::string symbol;
        double tick = 0;
        ChartId chart{};
        bool isAnswered = false, isLoading = true, isComplete = false, isOlderAsked = false;
        std::optional<std::int64_t> start{}; ///< open time of its first bar
        Trust trust{};
        std::optional<Error> failure{};

        void take(const ChartUpdate& update);
    };

    std::vector<std::size_t> foremost() const;
    void askOlder();

    MarketView& m_market;
    std::vector<Part> m_parts;
    std::optional<ExpressionBars> m_joined; ///< of an expression only
    bool m_wantsOlder = false;              ///< likewise: until there are older bars
    std::optional<std::int64_t> m_startWhenAsked;
};

} // namespace spreadline
