// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/feed_context.h"
#include "exchange/trade_sequence.h"

#include <map>
#include <span>

namespace spreadline {

/// The trades of a feed, in order and once each: holes, and what was traded while a connection was down, are fetched by REST before
/// later trades go out. A hole that cannot be filled is given up, and its channel is Partial for a while. Io thread only.
class FeedTrades {
public:
    explicit FeedTrades(FeedContext& context) : m_context(context) {}

    void add(InstrumentId instrument) { m_tapes.try_emplace(instrument, m_context.random); }
    void remove(InstrumentId instrument) { m_tapes.erase(instrument); }
    void up(InstrumentId instrument);
    void down(InstrumentId instrument, Errc reason);
    /// True for the first one of its tape.
    bool onTrade(const Trade& trade, Timestamp received);

    /// Somebody listens to the tape and nothing is known of it yet.
    bool isBeginning(InstrumentId instrument) const;
    /// The trades between this one and the first live one, when there are any; zeros otherwise.
    TradeSequence::Range holeAfter(const Trade& last) const;
    /// Everything up to this trade has gone out as history: a tape that has not begun begins after it.
    void onSeed(const Trade& last);

private:
    struct Tape {
        explicit Tape(const Backoff::Random& random) : backoff(random) {}
        TradeSequence sequence;
        Backoff backoff;
        bool live = false;
        bool catchingUp = false; ///< after a reconnect: the trades since the last one are on their way
        int generation = 0;      ///< of the connection; answers for an older one count no more
        Duration partialUntil{};
    };
    using Read = Result<std::vector<Trade>>;

    void carryOut(InstrumentId instrument, Tape& tape, const TradeSequence::Step& step, Timestamp received);
    void backfill(InstrumentId instrument, TradeSequence::Range range);
    void onBackfill(InstrumentId instrument, TradeSequence::Range range, const Read& trades);
    void catchUp(InstrumentId instrument, int generation);
    void onCatchUp(InstrumentId instrument, int generation, const Read& trades);
    void judge(InstrumentId instrument, Tape& tape);

    FeedContext& m_context;
    std::map<InstrumentId, Tape> m_tapes;
    std::vector<Trade> m_out;
};

} // namespace spreadline
