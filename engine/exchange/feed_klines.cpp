// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/feed_klines.h"

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
    fetchMissed(channel, bars.generation);
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

void FeedKlines::fetchMissed(const Channel& channel, int generation)
{
    const auto found = m_bars.find(channel);
    const Instrument* listed = m_context.find(channel.instrument);
    if (found == m_bars.end() || found->second.generation != generation || !listed)
        return;
    const Timestamp from = found->second.lastOpen, now = m_context.venueNow();
    const KlineRequest request{channel.instrument, channel.interval, from, now, barsSince(from, now, channel.interval)};
    m_context.rest.get(m_context.dialect.klinesRequest(*listed, request), RestSession::Priority::Klines,
                       [this, channel, request, generation](const Result<RestAnswer>& answer) {
                           onMissed(channel, request, generation, answer);
                       });
}

void FeedKlines::onMissed(const Channel& channel, const KlineRequest& request, int generation, const Result<RestAnswer>& answer)
{
    const auto found = m_bars.find(channel);
    const Instrument* listed = m_context.find(channel.instrument);
    if (found == m_bars.end() || found->second.generation != generation || !listed)
        return;
    auto klines = answer
        ? m_context.dialect.readKlines(answer->body, *listed, channel.interval, m_context.venueWhenAsked(*answer))
        : Result<std::vector<Kline>>(answer.error());
    if (!klines) {
        if (klines.error().code == Errc::Cancelled)
            return;
        const Duration held = m_context.limiter.heldFor(m_context.clock.monotonic());
        m_context.later(std::max(found->second.backoff.next(), held),
                        [this, channel, generation] { fetchMissed(channel, generation); });
        return;
    }
    if (!klines->empty())
        found->second.lastOpen = std::max(found->second.lastOpen, klines->back().openTime);
    KlineHistory history{channel.instrument, channel.interval, request.from, request.to, std::move(*klines), Source::Venue, {}};
    m_context.output.put(std::move(history));
    m_context.trust.set(channel, TrustState::Synced, Errc::Internal);
}

} // namespace spreadline
