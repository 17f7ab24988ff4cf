// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/exchange_clock.h"
#include "practice/fault_plan.h"
#include "practice/market_source.h"
#include "practice/oracle.h"
#include "practice/rate_limits.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace spreadline::practice {

/// What the parts of the exchange share. Loop thread only.
struct ExchangeState {
    ExchangeState(MarketSource& marketSource, ExchangeClock& exchangeClock, RateLimitConfig limitConfig);

    std::optional<InstrumentId> find(std::string_view symbol) const;
    const Instrument& instrument(InstrumentId id) const { return instruments[index(id)]; }
    /// The update id clients are told in place of the market's own (book.reset shifts it).
    std::int64_t toldUpdateId(InstrumentId id, std::int64_t updateId) const { return updateId - idShift[index(id)]; }

    /// The same of trades (trade.restart). Ids below 1 are of before: the venue tells them no more.
    std::int64_t toldTradeId(InstrumentId id, std::int64_t tradeId) const { return tradeId - tradeShift[index(id)]; }
    std::vector<Trade> toldTrades(InstrumentId id, std::vector<Trade> trades) const;

    /// Looks which symbols a fault (sym.status) keeps from trading. Nothing is told of them beyond the moment when it began: what
    /// the market does meanwhile, clients learn over REST when it is over.
    void updateHalts(Timestamp now);
    bool isHalted(InstrumentId id) const { return haltedSince[index(id)].isKnown(); }
    /// `now`, or when the symbol stopped trading.
    Timestamp timeOf(InstrumentId id, Timestamp now) const { return isHalted(id) ? haltedSince[index(id)] : now; }

    MarketSource& source;
    ExchangeClock& clock;
    FaultPlan faults;
    Oracle oracle;
    RateLimits limits;
    Duration started; ///< monotonic
    const std::vector<Instrument>& instruments;
    std::vector<std::string> symbols;
    std::vector<std::int64_t> idShift, tradeShift;

    std::vector<Timestamp> haltedSince; ///< zero: it trades

private:
    std::map<std::string, InstrumentId, std::less<>> m_bySymbol;
};

} // namespace spreadline::practice
