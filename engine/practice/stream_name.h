// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/interval.h"
#include "domain/market_event.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace spreadline::practice {

enum class StreamFamily : std::uint8_t {
    AggTrade,
    Trade,
    Kline,
    BookTicker,
    PartialDepth,
    DiffDepth,
    MarkPrice,
    Ticker,
    MiniTicker,
    ForceOrder,
    ContractInfo
};

/// The endpoint a connection came in by. Unrouted is the retired /ws and /stream, which deliver the public families only.
enum class Route : std::uint8_t { Public, Market, Unrouted };

/// A stream's name, understood. `instrument` is allInstruments for the "!" forms.
struct StreamName {
    StreamFamily family = StreamFamily::AggTrade;
    InstrumentId instrument = allInstruments;
    Interval interval{};     ///< of Kline
    int levels = 0;          ///< of PartialDepth
    Duration period{};       ///< between two messages; zero: as it happens
    bool continuous = false; ///< the continuousKline form of Kline

    bool isAll() const noexcept { return instrument == allInstruments; }
    bool operator==(const StreamName&) const = default;
};

using SymbolLookup = std::function<std::optional<InstrumentId>(std::string_view upperSymbol)>;

/// Reads "btcusdt@depth5@100ms", "!ticker@arr" and their kin. Nothing for names the exchange does not know: subscribing to them
/// is accepted and stays silent, as on the real one.
std::optional<StreamName> parseStreamName(std::string_view text, const SymbolLookup& lookup);

/// Whether a connection of that route gets the family's data (protocol sheet, section 1).
bool delivers(Route route, StreamFamily family) noexcept;

} // namespace spreadline::practice
