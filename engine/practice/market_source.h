// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instrument.h"
#include "domain/market_event.h"

#include <optional>
#include <string>
#include <vector>

namespace spreadline::practice {

/// What the practice exchange trades: where its prices, trades, books and funding come from. Two kinds: the synthetic market (a
/// deterministic function of seed, symbol and time) and a replay of recorded data. All times are the exchange's own clock, which
/// the exchange passes in; a source has no clock of its own. One thread.
///
/// Queries never look past `now`. Book ids, trade ids and klines agree between advance() and the queries, and between two
/// processes with the same seed.
class MarketSource {
public:
    virtual ~MarketSource() = default;

    /// Ids are positions in this list. Never changes.
    virtual const std::vector<Instrument>& instruments() const = 0;

    /// Where the exchange's clock has to start for this source, and nothing when it is the time of day.
    virtual std::optional<Timestamp> recordingStart() const { return std::nullopt; }
    /// What a person should know about the source, in English: "replay of x.jsonl.gz: ... tick 0.10 inferred".
    virtual std::string description() const { return {}; }

    /// Only active instruments appear in advance(). Turning one on starts its events at the next advance.
    virtual void setActive(InstrumentId instrument, bool active) = 0;
    /// Appends what happened in (time of the last advance, now]: Trade, BookDelta, MarkPrice and Liquidation, in time order.
    /// BookDelta obeys firstId <= lastId and previousLast == lastId of the delta before.
    virtual void advance(Timestamp now, std::vector<MarketEvent>& out) = 0;

    /// The book at `now`, `depth` levels a side, with the id of the last BookDelta at or before `now`.
    virtual BookSnapshot book(InstrumentId instrument, int depth, Timestamp now) = 0;
    /// Rising open time, at most `limit`, from <= open time <= to; the newest when `from` is zero. The last may be forming.
    virtual std::vector<Kline> klines(InstrumentId instrument, Interval interval, Timestamp from, Timestamp to, int limit,
                                      Timestamp now) = 0;
    /// Same for mark and index price; volumes and trade counts are zero.
    enum class Reference { Mark, Index };
    virtual std::vector<Kline> referenceKlines(Reference reference, InstrumentId instrument, Interval interval, Timestamp from,
                                               Timestamp to, int limit, Timestamp now) = 0;
    /// Does ahead a slice of the work that klines(), or referenceKlines() of `reference`, take for this range: some milliseconds of
    /// it. False: there is more to do.
    virtual bool prepareKlines(std::optional<Reference> /*reference*/, InstrumentId, Interval, Timestamp /*from*/,
                               Timestamp /*to*/, int /*limit*/, Timestamp /*now*/)
    {
        return true;
    }
    /// Rising id from `fromId` (0: the newest `limit`).
    virtual std::vector<Trade> trades(InstrumentId instrument, std::int64_t fromId, int limit, Timestamp now) = 0;
    /// Rising id with from <= time <= to, at most `limit` from the start of the range.
    virtual std::vector<Trade> tradesBetween(InstrumentId instrument, Timestamp from, Timestamp to, int limit, Timestamp now) = 0;
    virtual MarkPrice mark(InstrumentId instrument, Timestamp now) = 0;
    virtual Ticker24h ticker(InstrumentId instrument, Timestamp now) = 0;
    virtual Quantity openInterest(InstrumentId instrument, Timestamp now) = 0;
    /// Settled funding: time, rate and mark price at the stamp, rising time.
    struct Funding {
        Timestamp time;
        Price rate;
        Price mark;
    };
    virtual std::vector<Funding> funding(InstrumentId instrument, Timestamp from, Timestamp to, int limit, Timestamp now) = 0;
    /// How often funding is due, and the most a rate may be both ways. As it stands here: what a venue does not mention.
    struct FundingTerms {
        int hours = 8;
        Price cap = Price::fromMantissa(2'000'000, 8);
        bool operator==(const FundingTerms&) const = default;
    };
    virtual FundingTerms fundingTerms(InstrumentId) const { return {}; }
};

} // namespace spreadline::practice
