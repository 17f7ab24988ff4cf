// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/market_state.h"
#include "ports/feed.h"
#include "ports/store.h"
#include "runtime/core_time.h"
#include "runtime/recorder.h"

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace spreadline {

/// A bar series of the market.
struct SeriesKey {
    InstrumentId instrument{};
    Interval interval{};
    auto operator<=>(const SeriesKey&) const = default;
};

/// Bars of a series changed, from one open time to another.
using BarsChanged = std::function<void(const SeriesKey&, OpenRange)>;

/// Gets the history of the bar series that are wanted: what the store has first, then from the venue only what is missing (the
/// end, holes, what is older), newest first, one request per series at a time, retried with growing patience. Core thread.
///
/// Bars that are built here (1s, ticks, ...) have no history at the venue: only the store's.
class HistoryDesk {
public:
    static constexpr int pageBars = 1'500; ///< most a venue answers at once

    HistoryDesk(const CoreTime& time, MarketState& market, Feed& feed, Store& store, Recorder& recorder, BarsChanged changed);

    /// Starts the series or widens it to its newest `bars`. Precondition: the instrument is known.
    void want(const SeriesKey& key, std::size_t bars);
    /// Forgets the series; its closed bars are in the store.
    void release(const SeriesKey& key);
    void wantOlder(const SeriesKey& key);
    /// Bars from `from` on may be wrong or missing (the stream was down, a close was missed): asks the venue again.
    void refresh(const SeriesKey& key, Timestamp from);

    void onHistory(const KlineHistory& history);
    void onTick();
    /// The venue's clock is known: drops the stored bars that were taken before it was and end after it. The series that lost
    /// some; they are asked for again.
    std::vector<SeriesKey> dropFuture();
    /// Stored bars that end after the venue's clock and were therefore left out, so far.
    std::int64_t futureBars() const noexcept { return m_futureBars; }

    struct Progress {
        bool loading = false;
        bool complete = false; ///< nothing older exists
        std::optional<Error> failure;
    };
    Progress progress(const SeriesKey& key) const;

private:
    enum class Pending : std::uint8_t { None, Store, Venue };
    enum class Aim : std::uint8_t { Newest, Hole, Older }; ///< of the venue request under way

    struct Work {
        std::size_t wanted = 0;
        bool isAsked = false; ///< at the store, for the first time
        Timestamp unjudged;   ///< close of the newest stored bar that came while the venue's clock was not known
        bool complete = false;
        bool isOlderAsked = false; ///< one more page, once nothing else is under way
        Pending pending = Pending::None;
        Aim aim = Aim::Newest;
        KlineRequest request; ///< the one under way
        Timestamp refreshFrom;
        Timestamp nextTry;
        int failures = 0;
        std::optional<Error> failure;
        std::vector<OpenRange> absent; ///< asked for and not there at the venue either
    };

    void proceed(const SeriesKey& key, Work& work);
    bool beginOlder(const SeriesKey& key, Work& work, const KlineSeries& series);
    bool fillEnd(const SeriesKey& key, Work& work, const KlineSeries& series);
    bool fillHole(const SeriesKey& key, Work& work, const KlineSeries& series);
    void fillOlder(const SeriesKey& key, Work& work, const KlineSeries& series);
    void askStore(const SeriesKey& key, Work& work, Timestamp to, std::size_t bars);
    void askVenue(const SeriesKey& key, Work& work, Aim aim, OpenRange range, std::size_t bars);
    void onStore(const SeriesKey& key, Work& work, const KlineHistory& history);
    void onVenue(const SeriesKey& key, Work& work, const KlineHistory& history);
    bool answersRefresh(const SeriesKey& key, const Work& work, const KlineHistory& history) const;
    void retryLater(Work& work, const Error& failure);
    static void remember(Work& work, OpenRange absent);
    KlineSeries* seriesOf(const SeriesKey& key);
    void merge(const SeriesKey& key, Work& work, const KlineHistory& history);
    void mergeStored(KlineSeries& series, const SeriesKey& key, Work& work, const KlineHistory& history);

    const CoreTime& m_time;
    MarketState& m_market;
    Feed& m_feed;
    Store& m_store;
    Recorder& m_recorder;
    BarsChanged m_changed;
    std::map<SeriesKey, Work> m_works;
    std::int64_t m_futureBars = 0;
};

} // namespace spreadline
