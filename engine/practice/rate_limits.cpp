// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/rate_limits.h"

#include <algorithm>

namespace spreadline::practice {

using namespace std::chrono_literals;

namespace {

/// Counts one more in the last five minutes; false, uncounted, when the limit is reached.
bool countInFiveMinutes(std::deque<Duration>& times, int limit, Duration now)
{
    while (!times.empty() && now - times.front() >= 5min)
        times.pop_front();
    if (static_cast<int>(times.size()) >= limit)
        return false;
    times.push_back(now);
    return true;
}

} // namespace

RateLimits::Client& RateLimits::client(std::string_view address, Duration now)
{
    auto found = m_clients.find(address);
    if (found == m_clients.end())
        found = m_clients.emplace(std::string(address), Client{}).first;
    Client& client = found->second;
    const auto minute = now / 1min;
    if (client.minute != minute) {
        client.minute = minute;
        client.weight = 0;
        client.refusals = 0;
    }
    return client;
}

RateLimits::Answer RateLimits::request(std::string_view address, int weight, bool funding, Duration now)
{
    Client& from = client(address, now);
    if (now < from.bannedUntil)
        return {Verdict::Banned, from.weight, from.bannedUntil - now};
    from.weight += weight;
    const bool fundingLeft = !funding || countInFiveMinutes(from.funding, m_config.fundingPerFiveMinutes, now);
    if (from.weight <= m_config.weightPerMinute && fundingLeft)
        return {Verdict::Allowed, from.weight, {}};
    if (++from.refusals <= m_config.refusalsBeforeBan)
        return {Verdict::TooMany, from.weight, 1min - now % 1min};
    const Duration ban = std::min(m_config.firstBan * (std::int64_t{1} << std::min(from.bans, 20)), m_config.longestBan);
    ++from.bans;
    from.bannedUntil = now + ban;
    return {Verdict::Banned, from.weight, ban};
}

bool RateLimits::connect(std::string_view address, Duration now)
{
    return countInFiveMinutes(client(address, now).connects, m_config.connectsPerFiveMinutes, now);
}

void RateLimits::addExternal(std::string_view address, int weight, Duration now)
{
    client(address, now).weight += weight;
}

} // namespace spreadline::practice
