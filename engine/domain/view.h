// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/market_event.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace spreadline {

// What the window is shown. Plain values made by the core once a frame, read by the ui; serialisable, no pointers into the core.

/// A row of the watchlist. Missing values are nullopt, never a made-up zero.
struct TickerRow {
    InstrumentId instrument{};
    std::optional<Price> last, mark, index;
    std::optional<Price> open24h, high24h, low24h;
    std::optional<Quantity> volume24h;
    std::optional<Money> quoteVolume24h;
    std::optional<Price> fundingRate; ///< ratio: 0.0001 is 0.01 %
    Timestamp nextFunding;
    int direction = 0; ///< of the last price change: +1, 0, -1
    Trust trust;
    bool operator==(const TickerRow&) const = default;
};

/// What a ladder shows. Grouped: a level's price is the group's edge away from the spread, its quantity the sum.
struct BookView {
    InstrumentId instrument{};
    std::int64_t updateId = 0;
    Timestamp time;
    BookScale scale;
    std::int64_t group = 1;            ///< in units of 10^-scale.price
    std::vector<BookLevel> bids, asks; ///< best first
    Trust trust;
    bool operator==(const BookView&) const = default;
};
using BookPtr = std::shared_ptr<const BookView>;

/// New trades since the last frame, oldest first.
struct TapeUpdate {
    InstrumentId instrument{};
    bool reset = false;       ///< forget what was shown: the whole tape follows
    std::int64_t skipped = 0; ///< trades left out of this frame because more came than a tape can show
    std::vector<Trade> trades;
    Trust trust;
};

/// Bars of one chart. With `reset` they replace everything; otherwise bars older than the first known are prepended, the rest
/// replaces or appends by open time (tick and volume bars: by open time too, which is unique).
struct ChartUpdate {
    ChartId chart{};
    InstrumentId instrument{};
    Interval interval{};
    bool reset = false;
    bool loading = false;    ///< history is on its way
    bool complete = false;   ///< nothing older exists
    std::vector<Kline> bars; ///< rising open time
    Timestamp venueTime;     ///< now, by the venue's clock: for the bar countdown; unknown until that clock is
    Trust trust;
    std::optional<Error> failure;
    /// Only where the chart asked for them: all that are known whenever some came, else empty. Rising times.
    std::vector<DerivativeValue> fundingRates, openInterests;
    std::optional<Error> derivativesFailure; ///< why there are none, or none further back
};

/// The status bar and the connection panel.
struct StatusView {
    VenueHealth health;
    std::vector<ChannelTrust> channels;
    std::int64_t skippedFrames = 0;
    std::int64_t marketOverflows = 0;
    std::int64_t storeRows = 0, storeDropped = 0;
    std::optional<Error> storeFailure;
    std::int64_t tradesMissed = 0;    ///< ids the live trades of the tapes have jumped over; some may have been fetched since
    std::int64_t tradesNotInBars = 0; ///< that the bars built here are without: too late, or they did not fit
};

enum class Severity : std::uint8_t { Info, Warning, Alarm };

/// Something a person should know once. Equal notices are folded by the ui.
struct Notice {
    Severity severity = Severity::Info;
    Error error;
    Timestamp time;
};

// What the window wants to be shown.

struct ChartInterest {
    ChartId chart{};
    InstrumentId instrument{};
    Interval interval{};
    int bars = 1'500; ///< history wanted at first; more is asked for by loadOlder
    bool wantsFunding = false, wantsOpenInterest = false;
    bool operator==(const ChartInterest&) const = default;
};

struct BookInterest {
    InstrumentId instrument{};
    int rows = 100;
    std::int64_t group = 1;
    bool operator==(const BookInterest&) const = default;
};

struct ViewInterest {
    std::vector<ChartInterest> charts;
    std::vector<BookInterest> books;
    std::vector<InstrumentId> tapes;
    bool operator==(const ViewInterest&) const = default;
};

} // namespace spreadline
