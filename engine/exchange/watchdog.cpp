// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/watchdog.h"

#include <algorithm>

namespace spreadline {
namespace {

using namespace std::chrono_literals;

constexpr Duration longestPatience = 5min;
constexpr Duration otherStreamsLag = 2s; ///< what proves data may come this long after or before the data itself
constexpr Duration missingAfter = 1s;

} // namespace

Watchdog::Rule Watchdog::ruleFor(const Channel& channel) noexcept
{
    // The badge must show within 3 s (busy) and 5 s (quiet); the check comes four times a second.
    switch (channel.kind) {
    case StreamKind::Book:
    case StreamKind::BookTop:
    case StreamKind::MarkPrice: return {2'600ms, 6s, false};
    case StreamKind::Ticker: return {channel.instrument == allInstruments ? Duration(2'600ms) : Duration(4'500ms), 10s, false};
    case StreamKind::Trades:
    case StreamKind::Klines:
    case StreamKind::Liquidations: return {4'600ms, 15s, true};
    }
    return {};
}

void Watchdog::watch(const Channel& channel, Duration now)
{
    const auto [found, isNew] = m_channels.try_emplace(channel);
    Watch& watch = found->second;
    if (isNew)
        watch = {now, {}, ruleFor(channel).verifyAfter, {}, false};
    watch.verifyAt = now + watch.patience;
    watch.missedAt = {};
    watch.stale = false;
}

bool Watchdog::sawData(const Channel& channel, Duration now)
{
    const auto found = m_channels.find(channel);
    if (found == m_channels.end())
        return false;
    Watch& watch = found->second;
    watch.lastData = now;
    watch.missedAt = {};
    const Rule rule = ruleFor(channel);
    watch.patience = rule.verifyAfter;
    watch.verifyAt = now + rule.verifyAfter;
    return std::exchange(watch.stale, false);
}

void Watchdog::missed(const Channel& channel, Duration now)
{
    const auto found = m_channels.find(channel);
    if (found == m_channels.end())
        return;
    Watch& watch = found->second;
    if (watch.missedAt == Duration::zero() && now - watch.lastData > otherStreamsLag) {
        watch.missedAt = now;
        watch.verifyAt = std::min(watch.verifyAt, now + missingAfter);
    }
}

bool Watchdog::isMissing(const Watch& watch, Duration now) noexcept
{
    return watch.missedAt != Duration::zero() && now - watch.missedAt >= missingAfter;
}

Watchdog::Findings Watchdog::check(Duration now, const std::function<bool(const Channel&, Duration)>& linkAnswers)
{
    Findings findings;
    for (auto& [channel, watch] : m_channels) {
        const Rule rule = ruleFor(channel);
        const bool fresh = rule.quiet ? !isMissing(watch, now) && linkAnswers(channel, rule.staleAfter)
                                      : now - watch.lastData <= rule.staleAfter;
        if (!fresh && !watch.stale) {
            watch.stale = true;
            findings.stale.push_back(channel);
        } else if (fresh && watch.stale && rule.quiet) {
            watch.stale = false;
            findings.fresh.push_back(channel);
        }
        if (now >= watch.verifyAt) {
            watch.patience = std::min(watch.patience * 2, longestPatience);
            watch.verifyAt = now + watch.patience;
            findings.verify.push_back(channel);
        }
    }
    return findings;
}

} // namespace spreadline
