// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/trust_table.h"

#include <algorithm>

namespace spreadline {

const TrustTable::Entry* TrustTable::find(StreamKind kind, Interval interval) const
{
    for (const Entry& entry : m_entries) {
        if (entry.channel.kind == kind && (kind != StreamKind::Klines || entry.channel.interval == interval))
            return &entry;
    }
    return nullptr;
}

TrustTable::Entry* TrustTable::find(StreamKind kind, Interval interval)
{
    return const_cast<Entry*>(std::as_const(*this).find(kind, interval));
}

TrustTable::Entry& TrustTable::entry(const Channel& channel)
{
    if (Entry* known = find(channel.kind, channel.interval))
        return *known;
    return m_entries.emplace_back(Entry{channel, {}, false});
}

bool TrustTable::report(const Channel& channel, const Trust& trust)
{
    Entry& known = entry(channel);
    const TrustState before = known.trust.state;
    const Timestamp lastData = std::max(known.trust.lastData, trust.lastData);
    known.trust = trust;
    known.trust.lastData = lastData;
    known.doubted = false;
    return known.trust.state != before;
}

void TrustTable::touch(StreamKind kind, Interval interval, Timestamp received)
{
    Entry* known = find(kind, interval);
    if (!known)
        return;
    known->trust.lastData = received;
    const bool wasOnlySilent = known->doubted && known->trust.state == TrustState::Stale;
    if (wasOnlySilent) {
        known->doubted = false;
        known->trust.state = TrustState::Synced;
        known->trust.since = received;
    }
}

void TrustTable::doubt(const Channel& channel, Errc reason, Timestamp now)
{
    Entry& known = entry(channel);
    if (known.trust.state != TrustState::Synced)
        return;
    known.doubted = true;
    known.trust.state = TrustState::Resyncing;
    known.trust.reason = reason;
    known.trust.since = now;
}

void TrustTable::restored(const Channel& channel, Timestamp now)
{
    Entry* known = find(channel.kind, channel.interval);
    if (!known || !known->doubted)
        return;
    known->doubted = false;
    known->trust.state = TrustState::Synced;
    known->trust.since = now;
}

bool TrustTable::age(StreamKind kind, Timestamp now, Duration limit)
{
    bool changed = false;
    for (Entry& entry : m_entries) {
        const bool isSilent = entry.channel.kind == kind && entry.trust.state == TrustState::Synced
            && now - std::max(entry.trust.lastData, entry.trust.since) > limit;
        if (!isSilent)
            continue;
        entry.doubted = true;
        entry.trust.state = TrustState::Stale;
        entry.trust.reason = Errc::Timeout;
        entry.trust.since = now;
        changed = true;
    }
    return changed;
}

void TrustTable::forget(const Channel& channel)
{
    std::erase_if(m_entries, [&](const Entry& entry) { return entry.channel == channel; });
}

Trust TrustTable::trust(StreamKind kind, Interval interval) const
{
    const Entry* known = find(kind, interval);
    return known ? known->trust : Trust{};
}

std::vector<ChannelTrust> TrustTable::all() const
{
    std::vector<ChannelTrust> list;
    list.reserve(m_entries.size());
    for (const Entry& entry : m_entries)
        list.push_back({entry.channel, entry.trust});
    return list;
}

} // namespace spreadline
