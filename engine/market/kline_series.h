// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/market_event.h"

#include <cstddef>
#include <span>
#include <vector>

namespace spreadline {

/// Both ends are open times and belong to the range.
struct OpenRange {
    Timestamp from, to;
    bool operator==(const OpenRange&) const = default;
};

/// How many bars open in [from, to]; both are open times of the calendar interval. At most `limit`.
std::size_t countBars(Interval interval, OpenRange range, std::size_t limit);

/// The bars of one interval of one instrument, rising open time, bounded. One thread.
///
/// A bar closes exactly once: by its closed update, by a newer bar, or by history. After that only a revision changes it, and
/// revisions are counted. Who wins: the venue's history overrides what was stored and what was closed before; of two states of a
/// forming bar the one with more trades is newer, so a slow REST answer never takes a live bar back.
class KlineSeries {
public:
    static constexpr std::size_t defaultCap = 100'000;

    explicit KlineSeries(Interval interval, std::size_t cap = defaultCap);

    enum class Change { None, Updated, Opened, Closed, Revised };
    struct Applied {
        Change change = Change::None; ///< of the bar of the update
        bool opened = false;          ///< the bar was not there before
        bool closedPrevious = false;  ///< a newer bar closed the one before, whose last update was therefore missed
        bool isLate = false;          ///< nothing changed, but a closed bar has traded on: it was closed too early
    };
    /// A live bar.
    Applied apply(const Kline& kline);

    struct Merged {
        OpenRange touched; ///< zero when nothing changed
        std::size_t revised = 0;
        /// Bars that are closed and were not there or not the same before, or whose close was only inferred: what a store wants.
        std::vector<Kline> settled;
        bool changed() const noexcept { return touched.to.isKnown(); }
    };
    /// History, any order. Merging the same again changes nothing.
    Merged merge(std::span<const Kline> klines, Source source);

    void clear() noexcept;
    /// Takes away the newest bars that are closed but end after `limit`, up to which time has come. How many.
    std::size_t dropClosedAfter(Timestamp limit);
    /// Takes away the bar under way if it began before `open`. True if so.
    bool dropForming(Timestamp open);

    /// Holes between the newest `window` bars, oldest first. A bar before one that was under way when they begin belongs to it:
    /// its close was only inferred. Calendar intervals only; others have none.
    std::vector<OpenRange> missing(std::size_t window) const;

    std::span<const Kline> bars() const noexcept { return {m_bars.data() + m_first, m_bars.size() - m_first}; }
    /// The bars from `open` on.
    std::span<const Kline> from(Timestamp open) const noexcept;
    bool empty() const noexcept { return m_bars.size() == m_first; }
    std::size_t size() const noexcept { return m_bars.size() - m_first; }
    std::size_t cap() const noexcept { return m_cap; }
    Interval interval() const noexcept { return m_interval; }
    std::int64_t revisions() const noexcept { return m_revisions; }
    std::uint64_t hash() const noexcept;

private:
    Applied append(const Kline& kline);
    Applied change(Kline& known, const Kline& kline);
    bool mayReplace(const Kline& known, const Kline& fresh, Source source) const;
    void put(Kline& known, const Kline& fresh, Merged& merged);
    void inferClose();
    bool confirm(Timestamp open);
    void insert(const std::vector<Kline>& added, Merged& merged);
    void evict();

    Interval m_interval;
    std::size_t m_cap;
    std::vector<Kline> m_bars;
    std::size_t m_first = 0; ///< bars before it are forgotten; they go in chunks
    bool m_hasForgotten = false;
    std::vector<Timestamp> m_inferred; ///< bars closed because newer ones came, until history confirms them
    std::int64_t m_revisions = 0;
};

} // namespace spreadline
