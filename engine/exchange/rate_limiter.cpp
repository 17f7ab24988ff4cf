// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/rate_limiter.h"

#include <algorithm>

namespace spreadline {
namespace {

constexpr auto weightSpan = std::chrono::minutes(1);
constexpr int idleKeeps = 55; ///< per cent of the weight
constexpr auto callSpan = std::chrono::minutes(5);

} // namespace

RateLimiter::RateLimiter(Limits limits)
    : m_limits(limits),
      m_weight(limits.weight, weightSpan),
      m_funding(limits.funding, callSpan),
      m_statistics(limits.statistics, callSpan)
{}

RollingWindow& RateLimiter::windowOf(const RestRequest& request)
{
    switch (request.budget) {
    case RestRequest::Budget::Funding: return m_funding;
    case RestRequest::Budget::Statistics: return m_statistics;
    case RestRequest::Budget::Weight: break;
    }
    return m_weight;
}

int RateLimiter::costOf(const RestRequest& request) const
{
    return request.budget == RestRequest::Budget::Weight ? std::max(request.weight, 0) : 1;
}

Duration RateLimiter::wait(Duration now, const RestRequest& request, Urgency urgency)
{
    const int cost = costOf(request);
    int kept = 0;
    if (request.budget == RestRequest::Budget::Weight && urgency == Urgency::Normal)
        kept = m_limits.reserve;
    else if (request.budget == RestRequest::Budget::Weight && urgency == Urgency::Idle)
        kept = std::clamp(m_limits.weight / 100 * idleKeeps, 0, std::max(0, m_limits.weight - cost));
    const Duration window = windowOf(request).wait(now, cost, kept);
    return std::max(window, heldFor(now));
}

bool RateLimiter::tryTake(Duration now, const RestRequest& request, Urgency urgency)
{
    if (wait(now, request, urgency) != Duration::zero())
        return false;
    windowOf(request).take(now, costOf(request));
    return true;
}

void RateLimiter::onUsedWeight(Duration now, int used)
{
    if (const int unknown = used - m_weight.used(now); unknown > 0)
        m_weight.take(now, unknown);
}

void RateLimiter::holdOff(Duration now, Duration span)
{
    m_heldUntil = std::max(m_heldUntil, now + span);
}

Duration RateLimiter::heldFor(Duration now) const noexcept
{
    return std::max(m_heldUntil - now, Duration::zero());
}

} // namespace spreadline
