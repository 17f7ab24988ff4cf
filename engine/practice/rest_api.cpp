// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/rest_api.h"

#include "practice/rest_call.h"
#include "practice/rest_faults.h"

#include <algorithm>
#include <array>

namespace spreadline::practice {

using server::HttpRequest;
using server::HttpResponse;
using server::Query;

namespace {

int limitOf(const Query& query, int otherwise)
{
    int value = 0;
    for (const char c : query.get("limit").value_or("").substr(0, 6)) {
        if (c < '0' || c > '9')
            return otherwise;
        value = value * 10 + (c - '0');
    }
    return value == 0 ? otherwise : value;
}

int depthWeight(const Query& query)
{
    const int limit = limitOf(query, 500);
    return limit <= 50 ? 2 : limit <= 100 ? 5 : limit <= 500 ? 10 : 20;
}

int klineWeight(const Query& query)
{
    const int limit = limitOf(query, 500);
    return limit < 100 ? 1 : limit < 500 ? 2 : limit <= 1'000 ? 5 : 10;
}

template<int one, int all>
int symbolWeight(const Query& query)
{
    return query.has("symbol") ? one : all;
}

template<int weight>
int fixedWeight(const Query&)
{
    return weight;
}

struct Endpoint {
    std::string_view path;
    int (*weight)(const Query&);
    RestHandler handler;
    bool funding = false;
    RestHandler prepare = nullptr; ///< false: there is more to do
};

// Protocol sheet, section 4.
constexpr std::array endpoints{
    Endpoint{"/fapi/v1/ping", fixedWeight<1>, answerPing},
    Endpoint{"/fapi/v1/time", fixedWeight<1>, answerTime},
    Endpoint{"/fapi/v1/exchangeInfo", fixedWeight<1>, answerExchangeInfo},
    Endpoint{"/fapi/v1/depth", depthWeight, answerDepth},
    Endpoint{"/fapi/v1/trades", fixedWeight<5>, answerTrades},
    Endpoint{"/fapi/v1/historicalTrades", fixedWeight<200>, answerTrades},
    Endpoint{"/fapi/v1/aggTrades", fixedWeight<20>, answerAggTrades},
    Endpoint{"/fapi/v1/klines", klineWeight, answerKlines, false, prepareKlines},
    Endpoint{"/fapi/v1/continuousKlines", klineWeight, answerContinuousKlines, false, prepareContinuousKlines},
    Endpoint{"/fapi/v1/indexPriceKlines", klineWeight, answerIndexKlines, false, prepareIndexKlines},
    Endpoint{"/fapi/v1/markPriceKlines", klineWeight, answerMarkKlines, false, prepareMarkKlines},
    Endpoint{"/fapi/v1/premiumIndexKlines", klineWeight, answerPremiumKlines, false, preparePremiumKlines},
    Endpoint{"/fapi/v1/premiumIndex", symbolWeight<1, 10>, answerPremiumIndex},
    Endpoint{"/fapi/v1/fundingRate", fixedWeight<0>, answerFundingRate, true},
    Endpoint{"/fapi/v1/fundingInfo", fixedWeight<0>, answerFundingInfo, true},
    Endpoint{"/fapi/v1/ticker/24hr", symbolWeight<1, 40>, answerTicker24h},
    Endpoint{"/fapi/v1/ticker/price", symbolWeight<1, 2>, answerPrice},
    Endpoint{"/fapi/v2/ticker/price", symbolWeight<1, 2>, answerPrice},
    Endpoint{"/fapi/v1/ticker/bookTicker", symbolWeight<2, 5>, answerBookTicker},
    Endpoint{"/fapi/v1/openInterest", fixedWeight<1>, answerOpenInterest},
    Endpoint{"/futures/data/openInterestHist", fixedWeight<0>, answerOpenInterestHistory, true},
};

std::int64_t secondsUp(Duration duration)
{
    return (duration + std::chrono::seconds(1) - Duration(1)) / std::chrono::seconds(1);
}

} // namespace

HttpResponse venueError(int status, int code, std::string_view text)
{
    HttpResponse response;
    response.status = status;
    JsonWriter(response.body).beginObject().field("code", code).key("msg").string(text).endObject();
    return response;
}

bool RestApi::prepare(const HttpRequest& request)
{
    const auto endpoint = std::ranges::find(endpoints, std::string_view(request.path), &Endpoint::path);
    if (endpoint == endpoints.end() || !endpoint->prepare)
        return true;
    const Query query(request.query);
    RestCall call{m_state, query, m_state.clock.now(), {}, 0, {}};
    return endpoint->prepare(call);
}

HttpResponse RestApi::answer(const HttpRequest& request)
{
    const std::string line = request.method + " " + request.target;
    int weight = 0;
    HttpResponse response = m_state.faults.isOn(Verb::HttpLostBefore) && m_state.faults.fire(Verb::HttpLostBefore, line)
        ? lostAnswer()
        : answerProperly(request, weight);
    applyHttpFaults(m_state.faults, line, response);
    m_state.oracle.addRequest(
        {m_state.clock.now(), m_state.clock.monotonic() - m_state.started, line, request.peer, weight, response.status});
    return response;
}

std::optional<HttpResponse> RestApi::refuseByLimit(const HttpRequest& request, int weight, bool funding, int& used)
{
    const auto verdict = m_state.limits.request(request.peer, weight, funding, m_state.clock.monotonic());
    used = verdict.usedWeight;
    if (verdict.verdict == RateLimits::Verdict::Allowed)
        return std::nullopt;
    HttpResponse response;
    if (verdict.verdict == RateLimits::Verdict::TooMany) {
        const std::string limit = std::to_string(m_state.limits.config().weightPerMinute);
        response = venueError(429, -1003,
                              "Too many requests; current limit of IP(" + request.peer + ") is " + limit
                                  + " requests per minute. Please use the websocket for live updates to avoid polling the API.");
    } else {
        const auto ban = std::chrono::duration_cast<Duration>(verdict.retryAfter * m_state.clock.speed());
        response = venueError(418, -1003,
                              "Way too many requests; IP banned until " + std::to_string((m_state.clock.now() + ban).millis())
                                  + ". Please use the websocket for live updates to avoid bans.");
    }
    response.headers.emplace_back("Retry-After", std::to_string(secondsUp(verdict.retryAfter)));
    return response;
}

HttpResponse RestApi::answerProperly(const HttpRequest& request, int& weight)
{
    const auto endpoint = std::ranges::find(endpoints, std::string_view(request.path), &Endpoint::path);
    if (endpoint == endpoints.end() || request.method != "GET")
        return venueError(404, -5000, "Path " + request.path + ", Method " + request.method + " is invalid");
    const Query query(request.query);
    weight = endpoint->weight(query);
    int used = 0;
    auto refused = refuseByLimit(request, weight, endpoint->funding, used);
    HttpResponse response;
    if (refused) {
        response = std::move(*refused);
    } else {
        RestCall call{m_state, query, m_state.clock.now(), {}, 0, {}};
        if (endpoint->handler(call))
            response.body = std::move(call.body);
        else
            response = venueError(400, call.errorCode, call.errorText);
    }
    response.headers.emplace_back("X-MBX-USED-WEIGHT-1M", std::to_string(used));
    return response;
}

} // namespace spreadline::practice
