// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/chart_series.h"

#include <algorithm>
#include <cmath>

namespace spreadline::chart {
namespace {

// Rising in time, the last of each time.
void order(std::vector<Bar>& bars)
{
    const auto earlier = [](const Bar& a, const Bar& b) { return a.time < b.time; };
    if (!std::is_sorted(bars.begin(), bars.end(), earlier))
        std::stable_sort(bars.begin(), bars.end(), earlier);
    std::size_t kept = 0;
    for (const Bar& bar : bars) {
        if (kept > 0 && bars[kept - 1].time == bar.time)
            --kept;
        bars[kept++] = bar;
    }
    bars.resize(kept);
}

bool isSame(double a, double b)
{
    return a == b || (a != a && b != b);
}

bool isSame(const Bar& a, const Bar& b)
{
    return a.time == b.time && isSame(a.open, b.open) && isSame(a.high, b.high) && isSame(a.low, b.low)
        && isSame(a.close, b.close) && isSame(a.volume, b.volume) && isSame(a.quoteVolume, b.quoteVolume)
        && isSame(a.takerBuyVolume, b.takerBuyVolume);
}

} // namespace

void ChartSeries::reset(Interval interval)
{
    m_interval = interval;
    m_columns.clear();
}

std::int64_t ChartSeries::following(std::int64_t time) const
{
    if (m_interval.kind == Interval::Kind::Time)
        return time + m_interval.amount;
    return nextOpenTime(m_interval, Timestamp::fromNanos(time)).nanos();
}

void ChartSeries::fillGap(std::vector<Bar>& onto, std::int64_t after, std::int64_t before) const
{
    if (!m_interval.isCalendar())
        return;
    std::int64_t filled = 0;
    for (std::int64_t time = following(after); time < before && filled < maxGap; time = following(time), ++filled) {
        Bar empty;
        empty.time = time;
        onto.push_back(empty);
    }
}

// `after` is the time of the bar before the first of `bars`, or the smallest time when there is none.
void ChartSeries::extend(std::vector<Bar>& onto, std::int64_t after, std::span<const Bar> bars) const
{
    for (const Bar& bar : bars) {
        if (after != INT64_MIN)
            fillGap(onto, after, bar.time);
        onto.push_back(bar);
        after = bar.time;
    }
}

void ChartSeries::insert(std::span<const Bar> bars)
{
    if (bars.empty())
        return;
    KlineColumns grown;
    grown.reserve(m_columns.size() + bars.size());
    auto next = bars.begin();
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        for (; next != bars.end() && next->time < m_columns.timeAt(i); ++next)
            grown.append(*next);
        grown.append(m_columns.at(i));
    }
    m_columns = std::move(grown);
}

SeriesChange ChartSeries::merge(std::vector<Bar> bars)
{
    SeriesChange change;
    order(bars);
    std::vector<Bar> scratch;
    change.from = m_columns.size();
    const bool wasEmpty = m_columns.isEmpty();
    const std::int64_t first = wasEmpty ? INT64_MAX : m_columns.times().front();
    const std::int64_t last = wasEmpty ? INT64_MIN : m_columns.times().back();
    const auto split = std::find_if(bars.begin(), bars.end(), [&](const Bar& bar) { return bar.time >= first; });
    if (split != bars.begin() && !wasEmpty) {
        extend(scratch, INT64_MIN, {bars.begin(), split});
        fillGap(scratch, scratch.back().time, first);
        m_columns.prepend(scratch);
        change.prepended = scratch.size();
        change.history = true;
        change.from = 0;
        scratch.clear();
    }
    auto bar = wasEmpty ? bars.begin() : split;
    std::vector<Bar> between; // bars between two slots: what is right of them moves on
    for (; bar != bars.end() && bar->time <= last; ++bar) {
        const std::size_t index = m_columns.lowerBound(bar->time);
        const bool isThere = m_columns.timeAt(index) == bar->time;
        if (isThere && isSame(m_columns.at(index), *bar))
            continue; // sent again: nothing is drawn or computed anew for it
        (bar->time == last ? change.last : change.history) = true;
        change.from = std::min(change.from, index + between.size());
        if (isThere)
            m_columns.replace(index, *bar);
        else
            between.push_back(*bar);
    }
    insert(between);
    change.prepended += between.size();
    extend(scratch, last, {bar, bars.end()});
    for (const Bar& next : scratch)
        m_columns.append(next);
    change.appended = scratch.size();
    change.last |= change.appended > 0;
    change.history |= change.appended > 0;
    change.reset = wasEmpty && !m_columns.isEmpty();
    return change;
}

std::int64_t ChartSeries::timeAt(std::int64_t slot) const
{
    const auto size = static_cast<std::int64_t>(m_columns.size());
    if (slot >= 0 && slot < size)
        return m_columns.timeAt(static_cast<std::size_t>(slot));
    if (size == 0 || !m_interval.isCalendar())
        return 0;
    const std::int64_t length =
        m_interval.kind == Interval::Kind::Time ? m_interval.amount : m_interval.amount * 2'629'746'000'000'000;
    const std::int64_t edge = slot < 0 ? m_columns.times().front() : m_columns.times().back();
    const std::int64_t beyond = slot < 0 ? slot : slot - size + 1;
    const std::int64_t time = edge + beyond * length;
    return m_interval.kind == Interval::Kind::Time ? time : openTime(m_interval, Timestamp::fromNanos(time + length / 4)).nanos();
}

double ChartSeries::slotOf(std::int64_t time) const
{
    if (m_columns.isEmpty())
        return 0;
    const std::int64_t last = m_columns.times().back();
    const std::int64_t first = m_columns.times().front();
    const double length = m_interval.kind == Interval::Kind::Time ? static_cast<double>(m_interval.amount)
                                                                  : static_cast<double>(m_interval.amount) * 2.629746e15;
    if (time > last && m_interval.isCalendar())
        return static_cast<double>(m_columns.size() - 1) + static_cast<double>(time - last) / length;
    if (time < first && m_interval.isCalendar())
        return static_cast<double>(time - first) / length;
    return static_cast<double>(m_columns.lowerBound(time));
}

std::optional<std::int64_t> ChartSeries::slotHolding(std::int64_t time) const
{
    if (m_columns.isEmpty() || time < m_columns.times().front())
        return std::nullopt;
    const auto size = static_cast<std::int64_t>(m_columns.size());
    const auto slot = static_cast<std::int64_t>(m_columns.lowerBound(time));
    if (slot < size)
        return m_columns.timeAt(static_cast<std::size_t>(slot)) == time ? slot : slot - 1;
    return m_interval.isCalendar() ? static_cast<std::int64_t>(std::floor(slotOf(time))) : size - 1;
}

std::int64_t ChartSeries::lastBarEnd() const
{
    if (m_columns.isEmpty() || !m_interval.isCalendar())
        return 0;
    return following(m_columns.times().back());
}

} // namespace spreadline::chart
