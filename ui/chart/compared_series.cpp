// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/compared_series.h"

#include <algorithm>

namespace spreadline::chart {
namespace {

/// Sorted, the last of each time, no empty slots.
void order(std::vector<Bar>& bars)
{
    std::erase_if(bars, [](const Bar& bar) { return bar.isEmpty(); });
    std::ranges::stable_sort(bars, {}, &Bar::time);
    std::size_t kept = 0;
    for (const Bar& bar : bars) {
        if (kept > 0 && bars[kept - 1].time == bar.time)
            --kept;
        bars[kept++] = bar;
    }
    bars.resize(kept);
}

} // namespace

void ComparedSeries::clear()
{
    m_times.clear();
    m_own.clear();
    m_closes.clear();
    m_pyramid.touched(0);
}

void ComparedSeries::align(std::span<const std::int64_t> slots)
{
    alignCloses(m_times, m_own, slots, m_closes);
    m_pyramid.touched(0);
}

/// False for a bar that belongs between others or before all of them.
bool ComparedSeries::takeInPlace(const Bar& bar)
{
    const auto at = static_cast<std::size_t>(std::ranges::lower_bound(m_times, bar.time) - m_times.begin());
    if (at == m_times.size()) {
        m_times.push_back(bar.time);
        m_own.push_back(bar.close);
        return true;
    }
    if (m_times[at] == bar.time)
        m_own[at] = bar.close;
    return m_times[at] == bar.time;
}

void ComparedSeries::insert(std::span<const Bar> bars)
{
    std::vector<std::int64_t> times;
    std::vector<double> closes;
    const auto take = [&](std::int64_t time, double close) {
        times.push_back(time);
        closes.push_back(close);
    };
    std::size_t own = 0;
    for (const Bar& next : bars) {
        for (; own < m_times.size() && m_times[own] < next.time; ++own)
            take(m_times[own], m_own[own]);
        own += own < m_times.size() && m_times[own] == next.time ? 1 : 0;
        take(next.time, next.close);
    }
    for (; own < m_times.size(); ++own)
        take(m_times[own], m_own[own]);
    m_times = std::move(times);
    m_own = std::move(closes);
}

std::size_t ComparedSeries::place(std::int64_t time, double close, std::span<const std::int64_t> slots)
{
    const auto slot = static_cast<std::size_t>(std::ranges::lower_bound(slots, time) - slots.begin());
    if (slot == slots.size() || slots[slot] != time || m_closes[slot] == close)
        return slots.size();
    m_closes[slot] = close;
    m_pyramid.touched(slot);
    return slot;
}

std::size_t ComparedSeries::merge(std::vector<Bar> bars, bool reset, std::span<const std::int64_t> slots)
{
    if (reset)
        clear();
    order(bars);
    if (m_closes.size() != slots.size())
        align(slots);
    std::size_t first = reset ? 0 : slots.size();
    auto bar = bars.begin();
    for (; bar != bars.end() && takeInPlace(*bar); ++bar)
        first = std::min(first, place(bar->time, bar->close, slots));
    if (bar == bars.end())
        return first;
    insert(std::span(bar, bars.end()));
    align(slots);
    return 0;
}

std::size_t ComparedSeries::slotsChanged(const SeriesChange& change, std::span<const std::int64_t> slots)
{
    const std::size_t before = m_closes.size();
    if (change.reset || change.prepended > 0 || before > slots.size()) {
        align(slots);
        return 0;
    }
    if (before == slots.size())
        return before;
    m_closes.resize(slots.size(), Bar::none);
    m_pyramid.touched(before);
    auto own = static_cast<std::size_t>(std::ranges::lower_bound(m_times, slots[before]) - m_times.begin());
    for (std::size_t slot = before; slot < slots.size(); ++slot) {
        while (own < m_times.size() && m_times[own] < slots[slot])
            ++own;
        if (own < m_times.size() && m_times[own] == slots[slot])
            m_closes[slot] = m_own[own];
    }
    return before;
}

} // namespace spreadline::chart
