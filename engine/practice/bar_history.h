// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/minute_bars.h"

#include <functional>
#include <memory>
#include <optional>

namespace spreadline::practice {

/// Bars of one symbol over any span of whole minutes, added up from minutes; whole hours and days are kept once they were
/// asked for (of a RawBar 64 bytes a day, 1.6 kB a day where hours were asked for). `Bar` has add(next); Bar{} is an empty one.
/// One thread.
template<typename Bar>
class BarHistory {
public:
    explicit BarHistory(std::function<Bar(std::int64_t minute)> minuteBar) : m_minuteBar(std::move(minuteBar)) {}

    /// Minutes [from, to); what lies before the first day of history is left out.
    Bar span(std::int64_t from, std::int64_t to)
    {
        Bar bar;
        forEachPart(from, to, [&](Part part, std::int64_t index) {
            bar.add(part == Part::Day ? *day(index) : part == Part::Hour ? *hour(index) : m_minuteBar(index));
            return true;
        });
        return bar;
    }
    /// Adds up hours and days that span() will need, of at most about `minutesLeft` minutes, which it takes off. False: there is more.
    bool prepare(std::int64_t from, std::int64_t to, std::int64_t& minutesLeft)
    {
        return forEachPart(from, to, [&](Part part, std::int64_t index) {
            const bool isKnown = part == Part::Minute || (part == Part::Day ? isKnownDay(index) : isKnownHour(index));
            if (isKnown)
                return true;
            if (minutesLeft <= 0)
                return false;
            minutesLeft -= part == Part::Day ? dayMinutes : hourMinutes;
            return (part == Part::Day ? day(index) : hour(index)) != nullptr;
        });
    }
    static std::int64_t firstMinute() noexcept { return onboardMillis / minuteMillis; }

private:
    static constexpr std::int64_t hourMinutes = 60, dayHours = 24, dayMinutes = dayHours * hourMinutes;
    static constexpr std::int64_t mostDays = 40'000; // beyond 2130; keeps a wild request from asking for memory

    enum class Part : std::uint8_t { Minute, Hour, Day };
    using Hours = std::array<std::optional<Bar>, dayHours>;

    /// Calls `use` with the largest parts that make up [from, to), until it returns false.
    template<typename Use>
    static bool forEachPart(std::int64_t from, std::int64_t to, Use use)
    {
        for (std::int64_t minute = std::max(from, firstMinute()); minute < to;) {
            const auto fits = [&](std::int64_t length) { return minute % length == 0 && minute + length <= to; };
            const Part part = fits(dayMinutes) ? Part::Day : fits(hourMinutes) ? Part::Hour : Part::Minute;
            const std::int64_t length = part == Part::Day ? dayMinutes : part == Part::Hour ? hourMinutes : 1;
            if (!use(part, minute / length))
                return false;
            minute += length;
        }
        return true;
    }
    static std::size_t slot(std::int64_t day)
    {
        return static_cast<std::size_t>(std::min(day - firstMinute() / dayMinutes, mostDays));
    }
    bool isKnownDay(std::int64_t index) const { return slot(index) < m_days.size() && m_days[slot(index)]; }
    bool isKnownHour(std::int64_t index) const
    {
        const std::size_t at = slot(index / dayHours);
        return at < m_hours.size() && m_hours[at] && (*m_hours[at])[static_cast<std::size_t>(index % dayHours)];
    }
    const Bar* day(std::int64_t index)
    {
        if (slot(index) >= m_days.size())
            m_days.resize(slot(index) + 1);
        return keep(m_days[slot(index)], index * dayMinutes, dayMinutes);
    }
    const Bar* hour(std::int64_t index)
    {
        const std::size_t at = slot(index / dayHours);
        if (at >= m_hours.size())
            m_hours.resize(at + 1);
        if (!m_hours[at])
            m_hours[at] = std::make_unique<Hours>();
        return keep((*m_hours[at])[static_cast<std::size_t>(index % dayHours)], index * hourMinutes, hourMinutes);
    }
    const Bar* keep(std::optional<Bar>& kept, std::int64_t first, std::int64_t count)
    {
        if (!kept) {
            Bar bar;
            for (std::int64_t minute = first; minute < first + count; ++minute)
                bar.add(m_minuteBar(minute));
            kept = bar;
        }
        return &*kept;
    }

    std::function<Bar(std::int64_t)> m_minuteBar;
    std::vector<std::optional<Bar>> m_days;      ///< from the first day of history on
    std::vector<std::unique_ptr<Hours>> m_hours; ///< by day
};

} // namespace spreadline::practice
