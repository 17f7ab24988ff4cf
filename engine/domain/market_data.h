// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/interval.h"
#include "domain/money.h"
#include "domain/timestamp.h"

#include <cstdint>
#include <string>
#include <vector>

namespace spreadline {

enum class Side : std::uint8_t { Buy, Sell };

/// One (aggregate) trade. `id` is the venue's and rises by one per trade of an instrument; a hole means something was missed.
struct Trade {
    InstrumentId instrument{};
    std::int64_t id = 0;
    Price price;
    Quantity quantity;
    Side aggressor = Side::Buy;
    Timestamp time;
    bool operator==(const Trade&) const = default;
};

/// One bar. `volume` is in base, `quoteVolume` in quote, `takerBuyVolume` in base. A bar is its open time; `closed` bars never
/// change again except by a revision the series counts.
struct Kline {
    Timestamp openTime;
    Timestamp closeTime; ///< last moment that belongs to the bar (open of the next minus 1 ms), or of the last trade in tick bars
    Price open, high, low, close;
    Quantity volume;
    Quantity takerBuyVolume;
    Money quoteVolume;
    std::int64_t trades = 0;
    bool closed = false;
    bool operator==(const Kline&) const = default;
};

/// A price level as integers of the instrument's scales (BookScale): on the wire's exact grid, small and fast to compare.
/// A quantity of zero deletes the level.
struct BookLevel {
    std::int64_t price = 0;
    std::int64_t quantity = 0;
    bool operator==(const BookLevel&) const = default;
};

struct BookScale {
    std::int8_t price = 0;
    std::int8_t quantity = 0;
    bool operator==(const BookScale&) const = default;
};

/// A whole book at `updateId`. Bids and asks best first.
struct BookSnapshot {
    InstrumentId instrument{};
    std::int64_t updateId = 0;
    Timestamp time;
    BookScale scale;
    std::vector<BookLevel> bids, asks;
    bool operator==(const BookSnapshot&) const = default;
};

/// Absolute quantities of changed levels. Update ids first..last; `previousLast` is the last id of the event before on the same
/// stream (Binance pu), which must equal the book's id. Order within a side is the wire's.
struct BookDelta {
    InstrumentId instrument{};
    std::int64_t firstId = 0;
    std::int64_t lastId = 0;
    std::int64_t previousLast = 0;
    Timestamp time;
    BookScale scale;
    std::vector<BookLevel> bids, asks;
    bool operator==(const BookDelta&) const = default;
};

/// Best bid and ask at an update id.
struct BookTop {
    InstrumentId instrument{};
    std::int64_t updateId = 0;
    Timestamp time;
    BookScale scale;
    BookLevel bid, ask;
    bool operator==(const BookTop&) const = default;
};

/// Mark and index price, and the funding rate so far for the coming settlement. Rates are exact decimals: 0.0001 is 0.01 %.
struct MarkPrice {
    InstrumentId instrument{};
    Price mark, index;
    Price fundingRate; ///< a ratio, kept as exact decimal
    Timestamp nextFunding;
    Timestamp time;
    bool operator==(const MarkPrice&) const = default;
};

/// The rolling 24 hours.
struct Ticker24h {
    InstrumentId instrument{};
    Price last, open, high, low;
    Quantity volume;
    Money quoteVolume;
    std::int64_t trades = 0;
    Timestamp time;
    bool operator==(const Ticker24h&) const = default;
};

/// A forced order the venue published (at most the largest per second).
struct Liquidation {
    InstrumentId instrument{};
    Side side = Side::Buy;
    Price price;
    Quantity quantity;
    Timestamp time;
    bool operator==(const Liquidation&) const = default;
};

/// What a venue tells of a derivative beside its trades.
enum class DerivativeSeries : std::uint8_t {
    FundingRate,  ///< settled; a ratio: 0.0001 is 0.01 %
    OpenInterest, ///< in base
};

/// One value of such a series; it holds from its time on. An exact decimal.
struct DerivativeValue {
    Timestamp time;
    Price value;
    bool operator==(const DerivativeValue&) const = default;
};

} // namespace spreadline
