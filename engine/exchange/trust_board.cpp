// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/trust_board.h"

namespace spreadline {

void TrustBoard::add(const Channel& channel)
{
    const auto [found, isNew] = m_channels.try_emplace(channel);
    if (isNew)
        publish(channel, found->second, true);
}

void TrustBoard::remove(const Channel& channel)
{
    m_channels.erase(channel);
}

void TrustBoard::set(const Channel& channel, TrustState state, Errc reason)
{
    const auto found = m_channels.find(channel);
    if (found == m_channels.end())
        return;
    found->second.state = state;
    found->second.reason = reason;
    publish(channel, found->second);
}

void TrustBoard::setStale(const Channel& channel, bool stale, Errc reason)
{
    const auto found = m_channels.find(channel);
    if (found == m_channels.end() || found->second.stale == stale)
        return;
    found->second.stale = stale;
    found->second.staleReason = reason;
    publish(channel, found->second);
}

void TrustBoard::sawData(const Channel& channel, Timestamp received)
{
    if (const auto found = m_channels.find(channel); found != m_channels.end())
        found->second.lastData = received;
}

TrustState TrustBoard::stateOf(const Channel& channel) const
{
    const auto found = m_channels.find(channel);
    return found == m_channels.end() ? TrustState::Down : found->second.state;
}

void TrustBoard::publish(const Channel& channel, Entry& entry, bool always)
{
    const bool hasData = entry.state == TrustState::Synced || entry.state == TrustState::Partial;
    const bool stale = entry.stale && hasData;
    const TrustState state = stale ? TrustState::Stale : entry.state;
    const Errc reason = stale ? entry.staleReason : entry.reason;
    const bool changed = state != entry.shown.state || (state != TrustState::Synced && reason != entry.shown.reason);
    if (!changed && !always)
        return;
    const Timestamp now = m_clock.now();
    if (state != entry.shown.state || always)
        entry.shown.since = now;
    entry.shown.state = state;
    entry.shown.reason = reason;
    entry.shown.lastData = entry.lastData;
    m_output.put(ChannelTrust{channel, entry.shown}, now);
}

std::vector<ChannelTrust> TrustBoard::all() const
{
    std::vector<ChannelTrust> list;
    list.reserve(m_channels.size());
    for (const auto& [channel, entry] : m_channels) {
        list.push_back({channel, entry.shown});
        list.back().trust.lastData = entry.lastData;
    }
    return list;
}

} // namespace spreadline
