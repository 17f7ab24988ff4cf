// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/view.h"
#include "market/market_state.h"
#include "ports/feed.h"
#include "runtime/core_time.h"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace spreadline {

/// Funding rates and open interest of the instruments whose charts ask for them: page by page back to a chart's first bar, then what is
/// new. Only the venue is asked; nothing of it is stored. One request a series at a time, retried with growing patience. Core thread.
class DerivativeDesk {
public:
    struct Key {
        InstrumentId instrument{};
        DerivativeSeries series{};
        Duration period{}; ///< of open interest; zero for funding
        auto operator<=>(const Key&) const = default;
    };
    /// Values of the key came, or the reason why none came changed.
    using Changed = std::function<void(const Key&)>;

    DerivativeDesk(const CoreTime& time, const MarketState& market, Feed& feed, Changed changed);

    /// What a chart of bars of that interval asks for. Open interest is told at periods of 5m and longer: the longest that is no longer
    /// than a bar.
    static Key keyOf(InstrumentId instrument, DerivativeSeries series, Interval bars);

    /// Wanted from `from` on; the earliest of all wishes counts.
    void want(const Key& key, Timestamp from);
    void release(const Key& key);
    void onHistory(const DerivativeHistory& history);
    void onTick();

    std::span<const DerivativeValue> values(const Key& key) const;
    std::optional<Error> failure(const Key& key) const;

private:
    struct Work {
        std::vector<DerivativeValue> values; ///< rising times
        Timestamp wanted;                    ///< from here on
        Timestamp covered;                   ///< all from here to `until` is known; unknown before the first answer
        Timestamp until;
        Duration step{}; ///< the shortest between two values that was seen; zero before there were two
        bool isPending = false;
        Timestamp from, to; ///< of the request under way
        Timestamp nextTry;
        int failures = 0;
        std::optional<Error> failure;
    };

    void proceed(const Key& key, Work& work);
    void ask(const Key& key, Work& work, Timestamp from, Timestamp to);
    static void take(const Key& key, Work& work, const DerivativeHistory& history);
    /// Before it the venue has nothing any more.
    Timestamp earliest(const Key& key) const;

    const CoreTime& m_time;
    const MarketState& m_market;
    Feed& m_feed;
    Changed m_changed;
    std::map<Key, Work> m_works;
};

} // namespace spreadline
