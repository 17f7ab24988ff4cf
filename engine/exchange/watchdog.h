// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/market_event.h"

#include <functional>
#include <unordered_map>
#include <vector>

namespace spreadline {

struct ChannelHash {
    std::size_t operator()(const Channel& channel) const noexcept
    {
        const std::uint64_t key = (std::uint64_t{index(channel.instrument)} << 8U) ^ static_cast<std::uint64_t>(channel.kind)
            ^ (static_cast<std::uint64_t>(channel.interval.amount) * 0x9e37'79b9'7f4a'7c15U);
        return std::hash<std::uint64_t>()(key);
    }
};

/// Watches how old each channel's last data is, since a socket that lives says nothing about its streams. Busy channels (books,
/// tops, mark prices, tickers) are stale soon after their data stops; quiet ones (trades, bars, liquidations) may be silent as long
/// as their link answers pings. A channel that stays silent is reported to be verified and subscribed anew, ever less often.
/// Pure; times are of the monotonic clock.
class Watchdog {
public:
    struct Rule {
        Duration staleAfter{};  ///< busy: age of data; quiet: the link's silence
        Duration verifyAfter{}; ///< age of data
        bool quiet = false;
    };
    static Rule ruleFor(const Channel& channel) noexcept;

    /// The venue confirmed the channel. One that was only subscribed anew keeps its (growing) patience until data comes.
    void watch(const Channel& channel, Duration now);
    void forget(const Channel& channel) { m_channels.erase(channel); }
    /// Valid data came. True when the channel was stale until now.
    bool sawData(const Channel& channel, Duration now);

    /// Something else proves that the channel had data just now. Unless that data comes soon, the channel is stale and reported to
    /// be verified, however quiet it may be.
    void missed(const Channel& channel, Duration now);

    struct Findings {
        std::vector<Channel> stale;  ///< since this check
        std::vector<Channel> fresh;  ///< quiet channels whose link answers again
        std::vector<Channel> verify; ///< silent for too long: ask the venue, subscribe anew
    };
    /// `linkAnswers(channel, span)`: the link gave a sign of life within `span`.
    Findings check(Duration now, const std::function<bool(const Channel&, Duration)>& linkAnswers);

private:
    struct Watch {
        Duration lastData{};
        Duration verifyAt{};
        Duration patience{}; ///< until the next verification; doubles
        Duration missedAt{}; ///< zero: nothing is known to be missing
        bool stale = false;
    };
    static bool isMissing(const Watch& watch, Duration now) noexcept;

    std::unordered_map<Channel, Watch, ChannelHash> m_channels;
};

} // namespace spreadline
