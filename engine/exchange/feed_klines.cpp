// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/feed_klines.h"

#include "exchange/feed_requests.h"

#include <algorithm>

namespace spreadline {
namespace {

constexpr std::int64_t mostBars = 1'500; ///< of one request

/// As many bars as can have begun since, and no more: the venue charges by the limit asked for, not by what it answers.
int barsSince(Timestamp open, Timestamp now, Interval interval)
{
    if (interval.kind != Interval::Kind::Time || interval.amount <= 0)
        return 100;
    return static_cast<int>(std::clamp<std::int64_t>((now - open).count() / interval.amount + 2, 2, mostBars));
}

} // namespace

void FeedKlines::up(const Channel& channel)
{
    const auto found = m_bars.find(channel);
    if (found == m_bars.end())
        return;
    Bars& bars = found->second;
    ++bars.generation;
    if (!bars.lastOpen.isKnown()) {
        m_context.trust.set(channel, TrustState::Synced, Errc::Internal);
        return;
    }
    m_context.trust.set(channel, TrustState::Resyncing, Errc::SequenceGap);
    bars.backoff.reset();
    if (!bars.missedFrom.isKnown()) // else a connection before this one was lost before all of them had come
        bars.missedFrom = bars.lastOpen;
    fetchMissed(channel, bars.generation, RestSession::Priority::Klines);
}

void FeedKlines::down(const Channel& channel, Errc reason)
{
    if (const auto found = m_bars.find(channel); found != m_bars.end())
        ++found->second.generation;
    m_context.trust.set(channel, TrustState::Down, reason);
}

void FeedKlines::onKline(KlineUpdate update, Timestamp received)
{
    const auto found = m_bars.find({StreamKind::Klines, update.instrument, update.interval});
    if (found == m_bars.end())
        return;
    found->second.lastOpen = std::max(found->second.lastOpen, update.kline.openTime);
    m_context.output.put(std::move(update), received);
}

void FeedKlines::fetchMissed(const Channel& channel, int generation, RestSession::Priority priority)
{
    const auto found = m_bars.find(channel);
    if (found == m_bars.end() || found->second.generation != generation)
        return;
    const Timestamp from = found->second.missedFrom, now = m_context.venueNow();
    const KlineRequest request{channel.instrument, channel.interval, from, now, barsSince(from, now, channel.interval)};
    fetchKlines(m_context, request, priority,
                [this, request, generation](Read klines) { onMissed(request, generation, std::move(klines)); });
}

void FeedKlines::onMissed(const KlineRequest& request, int generation, Read klines)
{
    const Channel channel{StreamKind::Klines, request.instrument, request.interval};
    const auto found = m_bars.find(channel);
    if (found == m_bars.end() || found->second.generation != generation)
        return;
    Bars& bars = found->second;
    if (!klines) {
        if (klines.error().code == Errc::Cancelled)
            return;
        const Duration held = m_context.limiter.heldFor(m_context.clock.monotonic());
        m_context.later(std::max(bars.backoff.next(), held),
                        [this, channel, generation] { fetchMissed(channel, generation, RestSession::Priority::Klines); });
        return;
    }
    const Timestamp newest = klines->empty() ? request.from : klines->back().openTime;
    const bool mayHaveMore = klines->size() >= static_cast<std::size_t>(mostBars) && newest > bars.missedFrom;
    bars.lastOpen = std::max(bars.lastOpen, newest);
    m_context.output.put(
        KlineHistory{channel.instrument, channel.interval, request.from, request.to, std::move(*klines), Source::Venue, {}});
    if (mayHaveMore) { // the long rest must not take the budget of what is looked at
        bars.missedFrom = newest;
        return fetchMissed(channel, generation, RestSession::Priority::Backfill);
    }
    bars.missedFrom = {};
    m_context.trust.set(channel, TrustState::Synced, Errc::Internal);
}

} // namespace spreadline
