// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/exchange_state.h"

namespace spreadline::practice {

ExchangeState::ExchangeState(MarketSource& marketSource, ExchangeClock& exchangeClock, RateLimitConfig limitConfig)
    : source(marketSource),
      clock(exchangeClock),
      limits(limitConfig),
      started(exchangeClock.monotonic()),
      instruments(marketSource.instruments()),
      idShift(instruments.size(), 0)
{
    for (const Instrument& each : instruments) {
        symbols.push_back(each.symbol);
        m_bySymbol.emplace(each.symbol, each.id);
    }
}

std::optional<InstrumentId> ExchangeState::find(std::string_view symbol) const
{
    const auto found = m_bySymbol.find(symbol);
    return found == m_bySymbol.end() ? std::nullopt : std::optional(found->second);
}

} // namespace spreadline::practice
