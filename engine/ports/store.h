// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instrument.h"
#include "domain/market_data.h"
#include "ports/feed.h"

#include <string>
#include <variant>
#include <vector>

namespace spreadline {

/// Stored data is keyed by symbol, since ids live as long as the session.
struct InstrumentKey {
    InstrumentId id{};
    std::string symbol;
};

struct KlineRow {
    InstrumentKey instrument;
    Interval interval{};
    Kline kline; ///< closed bars only
};

struct TradeRow {
    InstrumentKey instrument;
    Trade trade;
};

/// The best levels of a book at a moment, for heatmaps and replays.
struct BookSampleRow {
    InstrumentKey instrument;
    BookSnapshot book;
};

using StoreRow = std::variant<KlineRow, TradeRow, BookSampleRow>;

/// What a Store tells on its own accord.
struct StoreHealth {
    std::int64_t rowsWritten = 0;
    std::int64_t rowsDropped = 0; ///< that were taken and could not be stored; what a full queue refuses is still the caller's
    std::int64_t waiting = 0;
    std::optional<Error> failure; ///< the last one, until a write succeeds again
};

/// Market data on disk for one venue. Commands may be called from any thread and return at once; loads are answered at the sink as
/// KlineHistory, TradeHistory or InstrumentsLoaded with Source::Store, each request exactly once, found or not.
/// Contract (tests/contract): appending a row twice stores it once; a kline of the same open time replaces the stored one; rows
/// are durable within one second; what was appended before a load is seen by it.
class Store {
public:
    virtual ~Store() = default;

    virtual void loadInstruments() = 0;
    virtual void saveInstruments(std::vector<Instrument> instruments) = 0;
    /// Newest `limit` bars with from <= open time <= to (zero `to`: up to now).
    virtual void loadKlines(InstrumentKey instrument, KlineRequest request) = 0;
    /// The newest `limit` trades.
    virtual void loadTrades(InstrumentKey instrument, int limit) = 0;
    /// False when the queue is full: nothing of `rows` was taken.
    virtual bool append(std::vector<StoreRow> rows) = 0;
    virtual StoreHealth health() const = 0;
    /// Blocks until everything appended is on disk.
    virtual Status flush() = 0;
};

} // namespace spreadline
