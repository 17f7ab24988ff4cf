// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/bar_history.h"

namespace spreadline::practice {
namespace {

constexpr std::int64_t hourMinutes = 60;
constexpr std::int64_t dayMinutes = 24 * hourMinutes;
constexpr std::size_t hoursKept = 2048;   // twelve weeks: what a chart of 1h to 4h asks for at once
constexpr std::int64_t mostDays = 40'000; // beyond 2130; keeps a wild request from asking for memory

} // namespace

BarHistory::BarHistory(MinuteBars& minutes) : m_minutes(minutes) {}

RawBar BarHistory::span(std::int64_t from, std::int64_t to)
{
    RawBar bar;
    for (std::int64_t minute = std::max(from, firstMinute()); minute < to;) {
        if (minute % dayMinutes == 0 && minute + dayMinutes <= to) {
            bar.add(day(minute / dayMinutes));
            minute += dayMinutes;
        } else if (minute % hourMinutes == 0 && minute + hourMinutes <= to) {
            bar.add(hour(minute / hourMinutes));
            minute += hourMinutes;
        } else {
            bar.add(m_minutes.bar(minute));
            ++minute;
        }
    }
    return bar;
}

const RawBar& BarHistory::hour(std::int64_t index)
{
    if (m_hours.empty())
        m_hours.resize(hoursKept);
    Hour& kept = m_hours[static_cast<std::size_t>(index) % hoursKept];
    if (kept.index != index) {
        kept.index = index;
        kept.bar = {};
        for (std::int64_t minute = index * hourMinutes; minute < (index + 1) * hourMinutes; ++minute)
            kept.bar.add(m_minutes.bar(minute));
    }
    return kept.bar;
}

const RawBar& BarHistory::day(std::int64_t index)
{
    const auto at = static_cast<std::size_t>(std::min(index - firstMinute() / dayMinutes, mostDays));
    if (at >= m_days.size())
        m_days.resize(at + 1);
    RawBar& kept = m_days[at];
    if (kept.trades == 0) {
        for (std::int64_t minute = index * dayMinutes; minute < (index + 1) * dayMinutes; ++minute)
            kept.add(m_minutes.bar(minute));
    }
    return kept;
}

} // namespace spreadline::practice
