// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/dialect.h"
#include "exchange/rolling_window.h"

namespace spreadline {

/// The REST budget of one host, shared by everything that talks to it (Binance limits by IP). Counts what we send in a rolling
/// minute and corrects itself by what the venue reports, so weight that other programs on this address use is respected too. While
/// banned or told to hold off, nothing at all may be sent. Times are monotonic. One thread.
class RateLimiter {
public:
    struct Limits {
        int weight = 2'400;     ///< per rolling minute
        int reserve = 240;      ///< of it, kept for urgent requests (cancels)
        int funding = 500;      ///< requests per five minutes for funding history
        int statistics = 1'000; ///< likewise for /futures/data
    };
    /// Idle: what nobody waits for. It is sent only while less than half of the weight is used.
    enum class Urgency : std::uint8_t { Idle, Normal, Urgent };

    RateLimiter() : RateLimiter(Limits()) {}
    explicit RateLimiter(Limits limits);

    /// How long the request has to wait before it may be sent; zero: now. Nothing is taken.
    Duration wait(Duration now, const RestRequest& request, Urgency urgency = Urgency::Normal);
    /// Takes the request's weight when wait() is zero; otherwise takes nothing and answers false.
    bool tryTake(Duration now, const RestRequest& request, Urgency urgency = Urgency::Normal);

    /// The X-MBX-USED-WEIGHT-1M header of an answer. Only ever raises our count: the venue's minute is not ours.
    void onUsedWeight(Duration now, int used);
    /// 429, 418 or 403: nothing may be sent for `span`. A shorter hold-off never ends a longer one.
    void holdOff(Duration now, Duration span);

    Duration heldFor(Duration now) const noexcept; ///< zero when sending is allowed
    int used(Duration now) { return m_weight.used(now); }
    int limit() const noexcept { return m_weight.limit(); }

private:
    RollingWindow& windowOf(const RestRequest& request);
    int costOf(const RestRequest& request) const;

    Limits m_limits;
    RollingWindow m_weight;
    RollingWindow m_funding, m_statistics;
    Duration m_heldUntil{};
};

} // namespace spreadline
