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

    MarketSource& source;
    ExchangeClock& clock;
    FaultPlan faults;
    Oracle oracle;
    RateLimits limits;
    Duration started; ///< monotonic
    const std::vector<Instrument>& instruments;
    std::vector<std::string> symbols;
    std::vector<std::int64_t> idShift;

private:
    std::map<std::string, InstrumentId, std::less<>> m_bySymbol;
};

} // namespace spreadline::practice
