// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/interval.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace spreadline {
namespace {

using namespace std::chrono_literals;

constexpr Duration day = 24h;
constexpr Duration week = 7 * day;
constexpr Duration firstMonday = 4 * day; // 1970-01-01 was a Thursday

constexpr std::array venue{
    Interval::time(1min), Interval::time(3min), Interval::time(5min),    Interval::time(15min), Interval::time(30min),
    Interval::time(1h),   Interval::time(2h),   Interval::time(4h),      Interval::time(6h),    Interval::time(8h),
    Interval::time(12h),  Interval::time(day),  Interval::time(3 * day), Interval::time(week),  Interval::months(1),
};
constexpr std::array local{Interval::time(1s), Interval::time(5s), Interval::time(15s)};

struct Unit {
    char letter;
    Duration length;
};
constexpr std::array units{Unit{'w', week}, Unit{'d', day}, Unit{'h', 1h}, Unit{'m', 1min}, Unit{'s', 1s}};

bool isServed(Interval interval)
{
    return isVenueInterval(interval) || std::ranges::find(local, interval) != local.end();
}

std::chrono::year_month monthOf(Timestamp time)
{
    const auto date = std::chrono::floor<std::chrono::days>(std::chrono::sys_time<Duration>(Duration(time.nanos())));
    const std::chrono::year_month_day calendar(date);
    return calendar.year() / calendar.month();
}

Timestamp startOf(std::chrono::year_month month)
{
    return Timestamp::fromNanos(Duration(std::chrono::sys_days(month / 1).time_since_epoch()).count());
}

} // namespace

Result<Interval> parseInterval(std::string_view text)
{
    const Error error{Errc::BadNumber, "interval", "'" + std::string(text.substr(0, 32)) + "'"};
    std::int64_t count = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (failure != std::errc{} || end + 1 != text.data() + text.size() || count <= 0 || count > 1'000'000'000)
        return error;
    switch (const char letter = *end) {
    case 't': return Interval::ticks(count);
    case 'v': return Interval::volume(count);
    case 'M': return count == 1 ? Result<Interval>(Interval::months(1)) : error;
    default:
        const auto unit = std::ranges::find(units, letter, &Unit::letter);
        if (unit == units.end() || count > 1'000)
            return error;
        const Interval interval = Interval::time(count * unit->length);
        return isServed(interval) ? Result<Interval>(interval) : error;
    }
}

std::string toString(Interval interval)
{
    switch (interval.kind) {
    case Interval::Kind::Months: return std::to_string(interval.amount) + "M";
    case Interval::Kind::Ticks: return std::to_string(interval.amount) + "t";
    case Interval::Kind::Volume: return std::to_string(interval.amount / 1'000'000) + "v";
    case Interval::Kind::Time: break;
    }
    for (const Unit& unit : units) {
        if (interval.amount % unit.length.count() == 0)
            return std::to_string(interval.amount / unit.length.count()) + unit.letter;
    }
    return std::to_string(interval.amount) + "ns";
}

Timestamp openTime(Interval interval, Timestamp time) noexcept
{
    if (interval.kind == Interval::Kind::Months)
        return startOf(monthOf(time));
    const std::int64_t origin = interval.amount == week.count() ? firstMonday.count() : 0;
    const std::int64_t since = time.nanos() - origin;
    const std::int64_t into = ((since % interval.amount) + interval.amount) % interval.amount;
    return Timestamp::fromNanos(time.nanos() - into);
}

Timestamp nextOpenTime(Interval interval, Timestamp openTime) noexcept
{
    if (interval.kind == Interval::Kind::Months)
        return startOf(monthOf(openTime) + std::chrono::months(interval.amount));
    return openTime + Duration(interval.amount);
}

std::span<const Interval> venueIntervals() noexcept
{
    return venue;
}

std::span<const Interval> localIntervals() noexcept
{
    return local;
}

bool isVenueInterval(Interval interval) noexcept
{
    return std::ranges::find(venue, interval) != venue.end();
}

} // namespace spreadline
