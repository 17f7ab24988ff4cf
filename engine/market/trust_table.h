// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/market_event.h"

#include <vector>

namespace spreadline {

/// How far the streams of one instrument (or of all, for the all-market streams) may be believed: what the feed reports, when
/// data came last, and what we saw with our own eyes. One thread. The worst of the three is what counts.
class TrustTable {
public:
    /// What the feed says. True when that changes what counts.
    bool report(const Channel& channel, const Trust& trust);
    /// Data of the channel came and was good.
    void touch(StreamKind kind, Interval interval, Timestamp received);
    /// We found the data wrong ourselves (a gap in the book): Resyncing for this reason until the feed reports anew or restored().
    void doubt(const Channel& channel, Errc reason, Timestamp now);
    void restored(const Channel& channel, Timestamp now);
    /// Streams that the feed calls Synced but that have been silent for `limit` become Stale. True when one did.
    bool age(StreamKind kind, Timestamp now, Duration limit);
    void forget(const Channel& channel);

    Trust trust(StreamKind kind, Interval interval = {}) const;
    std::vector<ChannelTrust> all() const;

private:
    struct Entry {
        Channel channel;
        Trust trust;          ///< what counts
        bool doubted = false; ///< worse than the feed's word, because of what we saw
    };
    Entry* find(StreamKind kind, Interval interval);
    const Entry* find(StreamKind kind, Interval interval) const;
    Entry& entry(const Channel& channel);

    std::vector<Entry> m_entries; // a handful: a linear search is the fastest
};

} // namespace spreadline
