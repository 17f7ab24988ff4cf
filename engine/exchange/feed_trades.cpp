// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/feed_trades.h"

#include "exchange/feed_requests.h"

#include <algorithm>

namespace spreadline {
namespace {

using namespace std::chrono_literals;

constexpr int page = 1'000;
constexpr Duration lateFrames = 150ms; ///< a hole is often just two frames in the wrong order
constexpr Duration partialFor = 60s;   ///< how long a hole that was given up marks the channel

Channel channelOf(InstrumentId instrument)
{
    return {StreamKind::Trades, instrument, {}};
}

} // namespace

void FeedTrades::judge(InstrumentId instrument, Tape& tape)
{
    const Channel channel = channelOf(instrument);
    if (!tape.live)
        return;
    if (tape.catchingUp)
        m_context.trust.set(channel, TrustState::Resyncing, Errc::SequenceGap);
    else if (tape.sequence.isWaiting() || tape.sequence.withholds() || m_context.clock.monotonic() < tape.partialUntil)
        m_context.trust.set(channel, TrustState::Partial, Errc::SequenceGap);
    else
        m_context.trust.set(channel, TrustState::Synced, Errc::Internal);
}

void FeedTrades::up(InstrumentId instrument)
{
    const auto found = m_tapes.find(instrument);
    if (found == m_tapes.end())
        return;
    Tape& tape = found->second;
    tape.live = true;
    tape.backoff.reset();
    tape.catchingUp = tape.sequence.lastId() > 0;
    judge(instrument, tape);
    if (tape.catchingUp)
        catchUp(instrument, ++tape.generation);
}

void FeedTrades::down(InstrumentId instrument, Errc reason)
{
    const auto found = m_tapes.find(instrument);
    if (found == m_tapes.end())
        return;
    found->second.live = false;
    ++found->second.generation;
    m_context.trust.set(channelOf(instrument), TrustState::Down, reason);
}

bool FeedTrades::onTrade(const Trade& trade, Timestamp received)
{
    const auto found = m_tapes.find(trade.instrument);
    if (found == m_tapes.end())
        return false;
    Tape& tape = found->second;
    const bool isFirst = !tape.sequence.hasTrades();
    m_out.clear();
    const auto step = tape.sequence.onTrade(trade, m_out);
    carryOut(trade.instrument, tape, step, received);
    return isFirst;
}

bool FeedTrades::isBeginning(InstrumentId instrument) const
{
    const auto found = m_tapes.find(instrument);
    return found != m_tapes.end() && !found->second.sequence.hasTrades();
}

TradeSequence::Range FeedTrades::holeAfter(const Trade& last) const
{
    const auto found = m_tapes.find(last.instrument);
    if (found == m_tapes.end() || found->second.sequence.firstId() <= last.id + 1)
        return {};
    return {last.id + 1, found->second.sequence.firstId() - 1};
}

void FeedTrades::onSeed(const Trade& last)
{
    const auto found = m_tapes.find(last.instrument);
    if (found == m_tapes.end())
        return;
    m_out.clear();
    const auto step = found->second.sequence.startAfter(last, m_out);
    carryOut(last.instrument, found->second, step, m_context.clock.now());
}

void FeedTrades::carryOut(InstrumentId instrument, Tape& tape, const TradeSequence::Step& step, Timestamp received)
{
    for (std::int64_t i = 0; i < step.odd; ++i)
        m_context.rejections.add({Errc::BadNumber, "aggTrade.a", "a trade id that no other trade continues"}, received);
    const bool isBroken = step.lost > 0 || step.restarted; // where the count began anew, nobody knows what is missing
    if (isBroken) {
        tape.partialUntil = m_context.clock.monotonic() + partialFor;
        m_context.later(partialFor + 50ms, [this, instrument] {
            if (const auto found = m_tapes.find(instrument); found != m_tapes.end())
                judge(instrument, found->second);
        });
    }
    if (step.backfill || isBroken) {
        ++m_context.counters.gaps;
        judge(instrument, tape); // before the trades behind the hole go out
    }
    for (const Trade& trade : m_out)
        m_context.output.put(trade, received);
    m_out.clear();
    if (step.backfill)
        m_context.later(lateFrames, [this, instrument, range = *step.backfill] { backfill(instrument, range); });
    else if (m_context.trust.stateOf(channelOf(instrument)) == TrustState::Partial)
        judge(instrument, tape);
}

void FeedTrades::backfill(InstrumentId instrument, TradeSequence::Range range)
{
    const auto found = m_tapes.find(instrument);
    if (found == m_tapes.end())
        return;
    if (!found->second.sequence.isWaiting()) // late frames filled it
        return onBackfill(instrument, range, std::vector<Trade>{});
    ++m_context.counters.resyncs;
    const auto missing = std::min<std::int64_t>(page, range.last - range.first + 1);
    fetchTrades(m_context, {instrument, range.first, static_cast<int>(missing)}, RestSession::Priority::Trades,
                [this, instrument, range](const Read& trades) { onBackfill(instrument, range, trades); });
}

void FeedTrades::onBackfill(InstrumentId instrument, TradeSequence::Range range, const Read& trades)
{
    const auto found = m_tapes.find(instrument);
    if (found == m_tapes.end() || (!trades && trades.error().code == Errc::Cancelled))
        return;
    Tape& tape = found->second;
    const Duration held = m_context.limiter.heldFor(m_context.clock.monotonic());
    if (!trades && held > Duration::zero()) { // not the hole's fault: ask again when asking is allowed
        m_context.later(held, [this, instrument, range] { backfill(instrument, range); });
        return;
    }
    m_out.clear();
    const auto step = tape.sequence.onBackfill(trades ? std::span<const Trade>(*trades) : std::span<const Trade>(), m_out);
    carryOut(instrument, tape, step, m_context.clock.now());
}

void FeedTrades::catchUp(InstrumentId instrument, int generation)
{
    const auto found = m_tapes.find(instrument);
    if (found == m_tapes.end() || found->second.generation != generation)
        return;
    ++m_context.counters.resyncs;
    fetchTrades(m_context, {instrument, found->second.sequence.lastId() + 1, page}, RestSession::Priority::Trades,
                [this, instrument, generation](const Read& trades) { onCatchUp(instrument, generation, trades); });
}

void FeedTrades::onCatchUp(InstrumentId instrument, int generation, const Read& trades)
{
    const auto found = m_tapes.find(instrument);
    if (found == m_tapes.end() || found->second.generation != generation)
        return;
    Tape& tape = found->second;
    if (!trades) {
        const Duration held = m_context.limiter.heldFor(m_context.clock.monotonic());
        m_context.later(std::max(tape.backoff.next(), held), [this, instrument, generation] { catchUp(instrument, generation); });
        return;
    }
    const Timestamp now = m_context.clock.now();
    for (const Trade& trade : *trades)
        onTrade(trade, now);
    // A full page says that more may follow; once live trades wait behind a hole, filling that hole does the rest.
    if (trades->size() >= static_cast<std::size_t>(page) && !tape.sequence.isWaiting())
        return catchUp(instrument, generation);
    tape.catchingUp = false;
    judge(instrument, tape);
}

} // namespace spreadline
