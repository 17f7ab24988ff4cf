// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/local_bars.h"

#include <algorithm>

namespace spreadline {
namespace {

constexpr Duration clockGrace = std::chrono::minutes(1); // a bar that ends this long after the venue's clock is from another time

} // namespace

LocalBars::LocalBars(const CoreTime& time, MarketState& market, Recorder& recorder, LocalBarsListener listener)
    : m_time(time), m_market(market), m_recorder(recorder), m_listener(std::move(listener))
{}

void LocalBars::want(const SeriesKey& key)
{
    Builder& builder = m_builders[key.instrument];
    if (builder.intervals.insert(key.interval).second)
        rebuild(key.instrument);
}

void LocalBars::release(const SeriesKey& key)
{
    const auto found = m_builders.find(key.instrument);
    if (found == m_builders.end() || found->second.intervals.erase(key.interval) == 0)
        return;
    if (found->second.intervals.empty())
        m_builders.erase(found);
    else
        rebuild(key.instrument);
}

void LocalBars::rebuild(InstrumentId instrument)
{
    const auto found = m_builders.find(instrument);
    if (found == m_builders.end() || !m_market.find(instrument))
        return;
    make(instrument, found->second);
    replay(instrument, found->second);
}

void LocalBars::onInstruments()
{
    for (const auto& [instrument, builder] : m_builders) {
        if (scaleFor(instrument, builder) != builder.scale)
            rebuild(instrument);
    }
}

BookScale LocalBars::scaleFor(InstrumentId instrument, const Builder& builder) const
{
    const BookScale now = m_market.find(instrument)->instrument.bookScale();
    return {std::max(now.price, builder.scale.price), std::max(now.quantity, builder.scale.quantity)};
}

void LocalBars::make(InstrumentId instrument, Builder& builder)
{
    builder.scale = scaleFor(instrument, builder);
    builder.refused = 0;
    const BookScale scale = builder.scale;
    const auto handler = [this, instrument, &builder](Interval interval, const Kline& bar, BarEvent) {
        onBar(instrument, builder, interval, bar);
    };
    std::vector<Interval> calendar;
    builder.counted.clear();
    for (const Interval interval : builder.intervals) {
        if (interval.isCalendar())
            calendar.push_back(interval);
        else
            builder.counted.emplace_back(scale, interval, handler);
    }
    builder.calendar = calendar.empty() ? nullptr : std::make_unique<KlineAggregator>(scale, std::move(calendar), handler);
}

void LocalBars::replay(InstrumentId instrument, Builder& builder)
{
    InstrumentMarket& market = *m_market.find(instrument);
    if (!market.tape)
        return;
    const TradeTape& tape = *market.tape;
    builder.generation = tape.generation();
    std::size_t begin = 0;
    while (begin < tape.size() && tape[begin].id < tape.wholeFrom()) // bars over a hole would pass for whole ones
        ++begin;
    builder.knownFrom = tape.empty() ? Timestamp{} : tape[begin].time;
    builder.firstId = tape.empty() ? 0 : tape[begin].id;
    for (const Interval interval : builder.intervals) {
        const auto series = market.series.find(interval);
        if (series != market.series.end() && forgetPartial(builder, series->second))
            m_listener.replaced({instrument, interval});
    }
    builder.isReplaying = true;
    for (std::size_t i = begin; i < tape.size(); ++i)
        add(builder, tape[i]);
    builder.isReplaying = false;
    publishForming(instrument, builder);
    for (const Interval interval : builder.intervals) {
        const auto series = market.series.find(interval);
        if (series != market.series.end() && !series->second.empty())
            m_listener.changed({instrument, interval},
                               {series->second.bars().front().openTime, series->second.bars().back().openTime});
    }
}

/// Takes away what the bars from the tape will not replace: counted bars, which depend on where the trades begin, a bar under way
/// that began before them, and bars of a time that has not come yet. True when something went.
bool LocalBars::forgetPartial(const Builder& builder, KlineSeries& series) const
{
    if (series.empty())
        return false;
    if (!series.interval().isCalendar()) {
        series.clear();
        return true;
    }
    const bool isPartial = series.dropForming(builder.knownFrom.isKnown() ? builder.knownFrom : Timestamp::fromNanos(INT64_MAX));
    const bool isFuture = m_time.isVenueKnown() && series.dropClosedAfter(m_time.venueNow() + clockGrace) > 0;
    return isPartial || isFuture;
}

void LocalBars::onTrade(const Trade& trade)
{
    const auto found = m_builders.find(trade.instrument);
    if (found == m_builders.end())
        return;
    Builder& builder = found->second;
    if (!builder.knownFrom.isKnown()) {
        builder.knownFrom = trade.time;
        builder.firstId = trade.id;
    }
    const InstrumentMarket& market = *m_market.find(trade.instrument);
    const bool isAfterHole = market.tape && market.tape->wholeFrom() == trade.id && builder.firstId != trade.id;
    const bool isBegunAnew = market.tape && market.tape->generation() != builder.generation;
    if (isAfterHole || isBegunAnew)
        return rebuild(trade.instrument); // trades are missing before this one
    add(builder, trade);
    publishForming(trade.instrument, builder);
}

void LocalBars::add(Builder& builder, const Trade& trade)
{
    Status added;
    if (builder.calendar)
        added = builder.calendar->add(trade);
    for (CountBars& counted : builder.counted) {
        if (const Status status = counted.add(trade); !status)
            added = status;
    }
    if (!added)
        refuse(builder, trade, added.error());
}

/// The bars stay as they were without the trade, which is theirs to be: they are wrong by it, and somebody must know.
void LocalBars::refuse(Builder& builder, const Trade& trade, const Error& error)
{
    ++builder.refused;
    if (std::exchange(builder.isRefusalTold, true))
        return;
    m_listener.refused({Errc::TradeNotCounted, m_market.find(trade.instrument)->instrument.symbol,
                        "trade " + std::to_string(trade.id) + ", " + logText(error)});
}

std::int64_t LocalBars::leftOut() const
{
    std::int64_t trades = 0;
    for (const auto& [instrument, builder] : m_builders)
        trades += builder.refused + (builder.calendar ? builder.calendar->tooLate() : 0);
    return trades;
}

void LocalBars::onTick()
{
    if (!m_time.isVenueKnown())
        return; // trades close bars all the same
    for (auto& [instrument, builder] : m_builders) {
        if (!builder.calendar || !builder.knownFrom.isKnown())
            continue;
        if (!isUsable(m_market.find(instrument)->trust.trust(StreamKind::Trades)))
            continue; // silence is only known of a tape that is listened to: what was missed comes before the channel is Synced
        builder.calendar->advance(m_time.venueNow());
        publishForming(instrument, builder);
    }
}

void LocalBars::publishForming(InstrumentId instrument, const Builder& builder)
{
    for (const Interval interval : builder.intervals) {
        if (!interval.isCalendar() || !builder.calendar)
            continue;
        if (const auto bar = builder.calendar->forming(interval))
            onBar(instrument, builder, interval, *bar);
    }
    for (const CountBars& counted : builder.counted) {
        if (const auto bar = counted.forming())
            onBar(instrument, builder, counted.interval(), *bar);
    }
}

bool LocalBars::isWhole(const Builder& builder, Interval interval, const Kline& bar) const
{
    if (interval.isCalendar())
        return bar.openTime >= builder.knownFrom;
    const bool isFirst = bar.openTime <= builder.knownFrom;
    return interval.kind == Interval::Kind::Volume || !isFirst || builder.firstId % interval.amount == 0;
}

void LocalBars::onBar(InstrumentId instrument, const Builder& builder, Interval interval, const Kline& bar)
{
    InstrumentMarket& market = *m_market.find(instrument);
    const auto series = market.series.find(interval);
    if (series == market.series.end() || !isWhole(builder, interval, bar))
        return;
    const auto applied = series->second.apply(bar);
    if (applied.change == KlineSeries::Change::None)
        return;
    if (bar.closed && interval.isCalendar())
        m_recorder.kline(market.instrument, interval, bar);
    if (!builder.isReplaying)
        m_listener.changed({instrument, interval}, {bar.openTime, bar.openTime});
}

} // namespace spreadline
