// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/feed_output.h"
#include "exchange/watchdog.h"

#include <unordered_map>

namespace spreadline {

/// The trust of every subscribed channel, put out whenever it changes. Two voices make it: what the channel's keeper says (Down,
/// Resyncing, Partial, Synced) and whether the watchdog finds it stale, which shows on a Synced or Partial channel. Io thread only.
class TrustBoard {
public:
    TrustBoard(FeedOutput& output, const Clock& clock) : m_output(output), m_clock(clock) {}

    /// A new channel begins Down and says so.
    void add(const Channel& channel);
    void remove(const Channel& channel);
    bool has(const Channel& channel) const { return m_channels.contains(channel); }
    void set(const Channel& channel, TrustState state, Errc reason);
    /// Nothing happens to a channel that is not there.
    void setStale(const Channel& channel, bool stale, Errc reason);
    void sawData(const Channel& channel, Timestamp received);
    /// What the keeper says, without the watchdog.
    TrustState stateOf(const Channel& channel) const;
    std::vector<ChannelTrust> all() const;

private:
    struct Entry {
        TrustState state = TrustState::Down;
        Errc reason = Errc::Unreachable;
        bool stale = false;
        Errc staleReason = Errc::Timeout;
        Timestamp lastData;
        Trust shown;
    };
    void publish(const Channel& channel, Entry& entry, bool always = false);

    FeedOutput& m_output;
    const Clock& m_clock;
    std::unordered_map<Channel, Entry, ChannelHash> m_channels;
};

} // namespace spreadline
