// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "domain/instrument.h"
#include "domain/market_data.h"
#include "domain/trust.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace spreadline {

/// Every instrument of the venue at once (Binance `!ticker@arr` and its kin).
inline constexpr InstrumentId allInstruments{0xffff'ffffU};

enum class StreamKind : std::uint8_t { Trades, Book, BookTop, Klines, MarkPrice, Ticker, Liquidations };

/// One stream of a venue, named without the venue's spelling. `interval` counts for Klines only.
struct Channel {
    StreamKind kind = StreamKind::Trades;
    InstrumentId instrument{};
    Interval interval{};
    auto operator<=>(const Channel&) const = default;
};

/// Where history came from: the venue's answer overrides what was stored, a stored row never overrides the venue.
enum class Source : std::uint8_t { Store, Venue };

/// The venue's instruments. Ids are positions; a later list keeps the id of every symbol an earlier one had.
struct InstrumentsLoaded {
    std::vector<Instrument> instruments;
    Source source = Source::Venue;
    bool operator==(const InstrumentsLoaded&) const = default;
};

/// The forming bar as the venue sees it, or its close.
struct KlineUpdate {
    InstrumentId instrument{};
    Interval interval{};
    Kline kline;
    bool operator==(const KlineUpdate&) const = default;
};

/// The answer to a kline request, oldest first. `failure` is set when it could not be had (the rows are then what came).
struct KlineHistory {
    InstrumentId instrument{};
    Interval interval{};
    Timestamp from, to; ///< as asked, on open times, both inclusive
    std::vector<Kline> klines;
    Source source = Source::Venue;
    std::optional<Error> failure;
    bool operator==(const KlineHistory&) const = default;
};

/// The answer to a trade request, rising ids.
struct TradeHistory {
    InstrumentId instrument{};
    std::vector<Trade> trades;
    Source source = Source::Venue;
    std::optional<Error> failure;
    bool operator==(const TradeHistory&) const = default;
};

/// The answer to a derivative request, rising times.
struct DerivativeHistory {
    InstrumentId instrument{};
    DerivativeSeries series{};
    Duration period{};  ///< as asked, like what follows
    Timestamp from, to; ///< both inclusive
    std::vector<DerivativeValue> values;
    std::optional<Error> failure;
    bool operator==(const DerivativeHistory&) const = default;
};

/// A stream's trust changed. The book of a Book channel is unusable unless Synced.
struct ChannelTrust {
    Channel channel;
    Trust trust;
    bool operator==(const ChannelTrust&) const = default;
};

/// A message that was refused, with its reason. Counted and shown, never applied.
struct FrameRejected {
    Error error;
    bool operator==(const FrameRejected&) const = default;
};

/// How the connection to the venue does; sent about once a second while anything changes.
struct VenueHealth {
    std::string venue;                   ///< "practice", "binance", ...
    bool connected = false;              ///< REST answered lately and no market connection is down
    Duration latencyP50{}, latencyP99{}; ///< venue event time to receipt over the last minute, offset-corrected
    Duration roundTrip{};
    Duration clockOffset{}; ///< venue clock minus ours
    bool clockTrusted = false;
    int weightUsed = 0, weightLimit = 0; ///< request weight in the rolling minute
    Timestamp bannedUntil;               ///< zero when requests are allowed
    std::int64_t frames = 0, rejected = 0, unknown = 0, gaps = 0, resyncs = 0, reconnects = 0;
    bool operator==(const VenueHealth&) const = default;
};

using MarketEvent =
    std::variant<Trade, BookDelta, BookTop, BookSnapshot, KlineUpdate, MarkPrice, Ticker24h, Liquidation, ChannelTrust,
                 InstrumentsLoaded, KlineHistory, TradeHistory, FrameRejected, VenueHealth, DerivativeHistory>;

} // namespace spreadline
