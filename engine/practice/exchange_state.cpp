// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/exchange_state.h"

namespace spreadline::practice {

ExchangeState::ExchangeState(MarketSource& marketSource, ExchangeClock& exchangeClock, RateLimitConfig limitConfig)
    : source(marketSource),
      clock(exchangeClock),
      limits(limitConfig),
      started(exchangeClock.monotonic()),
      instruments(marketSource.instruments()),
      idShift(instruments.size(), 0),
      tradeShift(instruments.size(), 0),
      haltedSince(instruments.size())
{
    for (const Instrument& each : instruments) {
        symbols.push_back(each.symbol);
        m_bySymbol.emplace(each.symbol, each.id);
    }
}

void ExchangeState::updateHalts(Timestamp now)
{
    for (const Instrument& each : instruments) {
        Timestamp& since = haltedSince[index(each.id)];
        const Fault* const fault = faults.find(Verb::SymStatus, each.symbol);
        if (!fault || fault->text("status", "BREAK") == "TRADING")
            since = {};
        else if (!since.isKnown())
            since = now;
    }
}

std::vector<Trade> ExchangeState::toldTrades(InstrumentId id, std::vector<Trade> trades) const
{
    for (Trade& trade : trades)
        trade.id = toldTradeId(id, trade.id);
    std::erase_if(trades, [](const Trade& trade) { return trade.id < 1; });
    return trades;
}

std::optional<InstrumentId> ExchangeState::find(std::string_view symbol) const
{
    const auto found = m_bySymbol.find(symbol);
    return found == m_bySymbol.end() ? std::nullopt : std::optional(found->second);
}

} // namespace spreadline::practice
