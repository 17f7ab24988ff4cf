// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/history_desk.h"

#include <algorithm>

namespace spreadline {
namespace {

using namespace std::chrono_literals;

constexpr Duration closeGrace = 3s;       // a close that has not come this long after a bar's end is fetched
constexpr Duration longestPatience = 30s; // between tries
constexpr Duration clockGrace = 10s;      // a stored bar that ends this long after the venue's clock is from another time
constexpr std::size_t maxAbsentRanges = 256;

bool covers(const std::vector<OpenRange>& ranges, OpenRange hole)
{
    return std::ranges::any_of(ranges, [&](const OpenRange& range) { return range.from <= hole.from && hole.to <= range.to; });
}

/// Bars built from trades by count have no place in the store: where they start depends on where the trades start.
bool isStored(Interval interval)
{
    return interval.isCalendar();
}

} // namespace

HistoryDesk::HistoryDesk(const CoreTime& time, MarketState& market, Feed& feed, Store& store, Recorder& recorder,
                         BarsChanged changed)
    : m_time(time), m_market(market), m_feed(feed), m_store(store), m_recorder(recorder), m_changed(std::move(changed))
{}

void HistoryDesk::want(const SeriesKey& key, std::size_t bars)
{
    InstrumentMarket* market = m_market.find(key.instrument);
    if (!market)
        return;
    market->series.try_emplace(key.interval, key.interval);
    Work& work = m_works[key];
    work.wanted = std::max(work.wanted, std::min(bars, KlineSeries::defaultCap));
    proceed(key, work);
}

void HistoryDesk::release(const SeriesKey& key)
{
    m_works.erase(key);
    if (InstrumentMarket* market = m_market.find(key.instrument))
        market->series.erase(key.interval);
}

void HistoryDesk::wantOlder(const SeriesKey& key)
{
    const auto found = m_works.find(key);
    if (found == m_works.end() || found->second.complete)
        return;
    found->second.isOlderAsked = true;
    found->second.nextTry = {}; // a person asks: no patience needed
    proceed(key, found->second);
}

void HistoryDesk::refresh(const SeriesKey& key, Timestamp from)
{
    const auto found = m_works.find(key);
    if (found == m_works.end())
        return;
    Work& work = found->second;
    work.refreshFrom = work.refreshFrom.isKnown() ? std::min(work.refreshFrom, from) : from;
    proceed(key, work);
}

void HistoryDesk::onTick()
{
    for (auto& [key, work] : m_works)
        proceed(key, work);
}

KlineSeries* HistoryDesk::seriesOf(const SeriesKey& key)
{
    InstrumentMarket* market = m_market.find(key.instrument);
    if (!market)
        return nullptr;
    const auto found = market->series.find(key.interval);
    return found == market->series.end() ? nullptr : &found->second;
}

/// The next step toward a whole series, if one is due.
void HistoryDesk::proceed(const SeriesKey& key, Work& work)
{
    const KlineSeries* series = seriesOf(key);
    if (!series || work.pending != Pending::None)
        return;
    if (!std::exchange(work.isAsked, true) && isStored(key.interval)) {
        askStore(key, work, {}, work.wanted);
        return;
    }
    if (std::exchange(work.isOlderAsked, false) && beginOlder(key, work, *series))
        return;
    if (!isVenueInterval(key.interval) || m_time.now() < work.nextTry)
        return;
    if (!fillEnd(key, work, *series) && !fillHole(key, work, *series))
        fillOlder(key, work, *series);
}

/// Widens the series by a page, which the store may have.
bool HistoryDesk::beginOlder(const SeriesKey& key, Work& work, const KlineSeries& series)
{
    const std::size_t wider = std::min(series.size() + pageBars, KlineSeries::defaultCap);
    work.complete = work.complete || wider <= series.size() || !isStored(key.interval); // nobody else has what was built here
    work.wanted = std::max(work.wanted, wider);
    if (series.empty() || work.complete || !isStored(key.interval))
        return false;
    askStore(key, work, series.bars().front().openTime - Duration(1), pageBars);
    return true;
}

bool HistoryDesk::fillEnd(const SeriesKey& key, Work& work, const KlineSeries& series)
{
    if (series.empty()) {
        askVenue(key, work, Aim::Newest, {}, work.wanted);
        return true;
    }
    const Kline& last = series.bars().back();
    const bool isBehind = last.openTime < openTime(key.interval, m_time.venueNow() - closeGrace);
    if (!isBehind && !work.refreshFrom.isKnown())
        return false;
    Timestamp from = last.closed ? nextOpenTime(key.interval, last.openTime) : last.openTime;
    if (work.refreshFrom.isKnown())
        from = std::min(from, work.refreshFrom);
    const OpenRange range{from, std::max(from, openTime(key.interval, m_time.venueNow()))};
    const std::size_t count = countBars(key.interval, range, pageBars + 1);
    if (count > pageBars)
        askVenue(key, work, Aim::Newest, {}, pageBars); // the hole this leaves is filled next
    else
        askVenue(key, work, Aim::Newest, range, count);
    return true;
}

bool HistoryDesk::fillHole(const SeriesKey& key, Work& work, const KlineSeries& series)
{
    auto holes = series.missing(work.wanted);
    std::erase_if(holes, [&](const OpenRange& hole) { return covers(work.absent, hole); });
    if (holes.empty())
        return false;
    const OpenRange hole = holes.back();
    const std::size_t count = countBars(key.interval, hole, pageBars + 1);
    askVenue(key, work, Aim::Hole, count > pageBars ? OpenRange{{}, hole.to} : hole, std::min<std::size_t>(count, pageBars));
    return true;
}

void HistoryDesk::fillOlder(const SeriesKey& key, Work& work, const KlineSeries& series)
{
    if (work.complete || series.size() >= work.wanted)
        return;
    const Timestamp before = series.bars().front().openTime - Duration(1);
    askVenue(key, work, Aim::Older, {{}, before}, work.wanted - series.size());
}

void HistoryDesk::askStore(const SeriesKey& key, Work& work, Timestamp to, std::size_t bars)
{
    m_recorder.flush();
    work.pending = Pending::Store;
    work.request = {key.instrument, key.interval, {}, to, static_cast<int>(bars)};
    m_store.loadKlines({key.instrument, m_market.find(key.instrument)->instrument.symbol}, work.request);
}

void HistoryDesk::askVenue(const SeriesKey& key, Work& work, Aim aim, OpenRange range, std::size_t bars)
{
    work.pending = Pending::Venue;
    work.aim = aim;
    work.request = {key.instrument, key.interval, range.from, range.to, static_cast<int>(std::min<std::size_t>(bars, pageBars))};
    m_feed.requestKlines(work.request);
}

void HistoryDesk::onHistory(const KlineHistory& history)
{
    const SeriesKey key{history.instrument, history.interval};
    const auto found = m_works.find(key);
    if (found == m_works.end())
        return; // nobody wants it any more
    Work& work = found->second;
    const bool isAnswer = work.pending == (history.source == Source::Store ? Pending::Store : Pending::Venue);
    merge(key, work, history);
    if (!isAnswer)
        return;
    work.pending = Pending::None;
    if (history.source == Source::Store)
        onStore(key, work, history);
    else
        onVenue(key, work, history);
    proceed(key, work);
}

void HistoryDesk::merge(const SeriesKey& key, Work& work, const KlineHistory& history)
{
    KlineSeries* series = seriesOf(key);
    if (!series)
        return;
    if (history.source == Source::Store) {
        mergeStored(*series, key, work, history);
        return;
    }
    const auto merged = series->merge(history.klines, history.source);
    for (const Kline& bar : merged.settled)
        m_recorder.kline(m_market.find(key.instrument)->instrument, key.interval, bar);
    m_changed(key, merged.touched);
}

/// Only bars that are over by the venue's clock can be right: a clock that ran ahead, or another market, left the others.
void HistoryDesk::mergeStored(KlineSeries& series, const SeriesKey& key, Work& work, const KlineHistory& history)
{
    std::vector<Kline> bars = history.klines;
    if (m_time.isVenueKnown()) {
        const Timestamp limit = m_time.venueNow() + clockGrace;
        m_futureBars +=
            static_cast<std::int64_t>(std::erase_if(bars, [limit](const Kline& bar) { return bar.closeTime > limit; }));
    } else {
        for (const Kline& bar : bars)
            work.unjudged = std::max(work.unjudged, bar.closeTime);
    }
    m_changed(key, series.merge(bars, Source::Store).touched);
}

std::vector<SeriesKey> HistoryDesk::dropFuture()
{
    std::vector<SeriesKey> changed;
    if (!m_time.isVenueKnown())
        return changed;
    for (auto& [key, work] : m_works) {
        KlineSeries* series = seriesOf(key);
        const Timestamp limit = m_time.venueNow() + clockGrace;
        if (std::exchange(work.unjudged, {}) <= limit || !series)
            continue;
        const std::size_t dropped = series->dropClosedAfter(limit);
        if (dropped == 0)
            continue;
        m_futureBars += static_cast<std::int64_t>(dropped);
        work.absent.clear(); // judged by a wrong end
        changed.push_back(key);
        proceed(key, work);
    }
    return changed;
}

void HistoryDesk::onStore(const SeriesKey& key, Work& work, const KlineHistory& history)
{
    if (history.failure)
        work.failure = history.failure;
    const bool wasAll = history.klines.size() < static_cast<std::size_t>(work.request.limit);
    if (!isVenueInterval(key.interval) && wasAll)
        work.complete = true;
    const KlineSeries* series = seriesOf(key);
    const bool isFirst = !work.request.to.isKnown();
    if (isFirst && series && !series->empty() && isVenueInterval(key.interval)) {
        const Timestamp next = nextOpenTime(key.interval, series->bars().back().openTime);
        if (next <= m_time.venueNow()) // the bar under way at once, not when the stream happens to speak
            work.refreshFrom = next;
    }
}

void HistoryDesk::onVenue(const SeriesKey& key, Work& work, const KlineHistory& history)
{
    if (history.failure) {
        retryLater(work, *history.failure);
        return;
    }
    work.failures = 0;
    work.failure.reset();
    const bool isShort = history.klines.size() < static_cast<std::size_t>(work.request.limit);
    const bool isOpenEnded = !work.request.from.isKnown();
    if (work.aim == Aim::Hole) {
        const bool isCut = isOpenEnded && !isShort;
        remember(work, {isCut ? history.klines.front().openTime : work.request.from, work.request.to});
        return;
    }
    work.complete = work.complete || (isShort && isOpenEnded);
    if (work.aim == Aim::Older)
        return;
    const bool isAnswered = answersRefresh(key, work, history);
    if (isAnswered)
        work.refreshFrom = {};
    const KlineSeries* series = seriesOf(key);
    const bool isStillBehind =
        !series || series->empty() || series->bars().back().openTime < openTime(key.interval, m_time.venueNow() - closeGrace);
    if (isStillBehind || !isAnswered) // the venue has not made the bar yet: no reason to hammer it
        work.nextTry = m_time.now() + closeGrace;
}

/// The bar that a refresh is for is told as it will stay, or is still under way. An answer may be older than the wish, or have come
/// before the venue settled the bar.
bool HistoryDesk::answersRefresh(const SeriesKey& key, const Work& work, const KlineHistory& history) const
{
    if (!work.refreshFrom.isKnown())
        return true;
    if (work.request.from > work.refreshFrom)
        return false;
    const auto bar = std::ranges::find(history.klines, work.refreshFrom, &Kline::openTime);
    return bar == history.klines.end() || bar->closed || m_time.venueNow() < nextOpenTime(key.interval, bar->openTime);
}

void HistoryDesk::retryLater(Work& work, const Error& failure)
{
    work.failure = failure;
    const Duration patience = std::chrono::seconds(1) * (1 << std::min(work.failures++, 5));
    work.nextTry = m_time.now() + std::min(patience, longestPatience);
}

/// What the venue did not give it will not give the next time either.
void HistoryDesk::remember(Work& work, OpenRange absent)
{
    if (work.absent.size() == maxAbsentRanges)
        work.absent.erase(work.absent.begin());
    work.absent.push_back(absent);
}

HistoryDesk::Progress HistoryDesk::progress(const SeriesKey& key) const
{
    const auto found = m_works.find(key);
    if (found == m_works.end())
        return {true, false, {}};
    const Work& work = found->second;
    const bool isFirstLoad = work.pending != Pending::None && (work.aim != Aim::Newest || !work.request.from.isKnown());
    return {isFirstLoad, work.complete, work.failure};
}

} // namespace spreadline
