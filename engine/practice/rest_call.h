// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/exchange_state.h"
#include "practice/json_writer.h"
#include "server/query.h"

#include <optional>
#include <string>
#include <string_view>

namespace spreadline::practice {

/// One request being answered: its parameters, and either the body or the venue's error.
struct RestCall {
    ExchangeState& state;
    const server::Query& query;
    Timestamp now;
    std::string body;
    int errorCode = 0;
    std::string errorText;

    /// Sets the error; returns false so that a handler can `return call.refuse(...)`.
    bool refuse(int code, std::string_view text);

    // Parameters. Nothing with errorCode set when they are missing or bad.
    std::optional<InstrumentId> symbol(std::string_view parameter = "symbol");
    std::optional<Interval> interval(std::string_view parameter = "interval");
    /// Absent: `otherwise`; more than `most`: `most`.
    std::optional<int> limit(int otherwise, int most);
    /// Absent: the zero timestamp.
    std::optional<Timestamp> time(std::string_view parameter);
    /// Absent: `otherwise`.
    std::optional<std::int64_t> integer(std::string_view parameter, std::int64_t otherwise);

    /// What `symbol` names, or every instrument that trades when it is absent.
    std::optional<std::vector<InstrumentId>> symbols();
    bool hasSymbol() const { return query.has("symbol"); }
};

/// Writes call.body; false with the error set.
using RestHandler = bool (*)(RestCall& call);

// rest_market.cpp
bool answerDepth(RestCall& call);
bool answerTrades(RestCall& call);
bool answerAggTrades(RestCall& call);
bool answerKlines(RestCall& call);
bool answerContinuousKlines(RestCall& call);
bool answerIndexKlines(RestCall& call);
bool answerMarkKlines(RestCall& call);
bool answerPremiumKlines(RestCall& call);
// The same for RestApi::prepare(): false while there is more to do. What is wrong with the request, the answer says.
bool prepareKlines(RestCall& call);
bool prepareContinuousKlines(RestCall& call);
bool prepareIndexKlines(RestCall& call);
bool prepareMarkKlines(RestCall& call);
bool preparePremiumKlines(RestCall& call);
// rest_ticker.cpp
bool answerTicker24h(RestCall& call);
bool answerPrice(RestCall& call);
bool answerBookTicker(RestCall& call);
bool answerPremiumIndex(RestCall& call);
bool answerFundingRate(RestCall& call);
bool answerFundingInfo(RestCall& call);
bool answerOpenInterest(RestCall& call);
bool answerOpenInterestHistory(RestCall& call);
// rest_info.cpp
bool answerPing(RestCall& call);
bool answerTime(RestCall& call);
bool answerExchangeInfo(RestCall& call);

} // namespace spreadline::practice
