// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/axis_ticks.h"

#include "paint/text_line.h"
#include "plot/price_scale.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace spreadline::chart {
namespace {

namespace chrono = std::chrono;

constexpr std::int64_t second = 1'000'000'000;
constexpr std::int64_t day = 86'400 * second;
constexpr int mostTicks = 1'000; ///< a bound for senseless input, far above what fits a screen

using Unit = TimeStep::Unit;
constexpr std::array steps{TimeStep{Unit::Seconds, 1},      TimeStep{Unit::Seconds, 5},      TimeStep{Unit::Seconds, 10},
                           TimeStep{Unit::Seconds, 15},     TimeStep{Unit::Seconds, 30},     TimeStep{Unit::Seconds, 60},
                           TimeStep{Unit::Seconds, 120},    TimeStep{Unit::Seconds, 300},    TimeStep{Unit::Seconds, 600},
                           TimeStep{Unit::Seconds, 900},    TimeStep{Unit::Seconds, 1'800},  TimeStep{Unit::Seconds, 3'600},
                           TimeStep{Unit::Seconds, 7'200},  TimeStep{Unit::Seconds, 10'800}, TimeStep{Unit::Seconds, 14'400},
                           TimeStep{Unit::Seconds, 21'600}, TimeStep{Unit::Seconds, 43'200}, TimeStep{Unit::Days, 1},
                           TimeStep{Unit::Days, 2},         TimeStep{Unit::Days, 5},         TimeStep{Unit::Days, 10},
                           TimeStep{Unit::Months, 1},       TimeStep{Unit::Months, 2},       TimeStep{Unit::Months, 3},
                           TimeStep{Unit::Months, 6},       TimeStep{Unit::Months, 12},      TimeStep{Unit::Months, 24},
                           TimeStep{Unit::Months, 60},      TimeStep{Unit::Months, 120},     TimeStep{Unit::Months, 600}};

std::int64_t floorDiv(std::int64_t a, std::int64_t b) noexcept
{
    return a / b - (a % b < 0 ? 1 : 0);
}

std::int64_t offsetAt(std::int64_t utc, const QTimeZone& zone)
{
    if (zone == QTimeZone::utc())
        return 0;
    return zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(floorDiv(utc, 1'000'000), Qt::UTC)) * second;
}

// The moment that the zone's clock calls `local`; within an hour that does not exist, the moment after it.
std::int64_t toUtc(std::int64_t local, const QTimeZone& zone)
{
    const std::int64_t guess = local - offsetAt(local, zone);
    return local - offsetAt(guess, zone);
}

chrono::year_month_day dateOf(std::int64_t local) noexcept
{
    return chrono::year_month_day(chrono::sys_days(chrono::days(floorDiv(local, day))));
}

std::int64_t nanosOf(chrono::year_month_day date) noexcept
{
    return chrono::sys_days(date).time_since_epoch().count() * day;
}

TimeRank rankOf(std::int64_t local) noexcept
{
    if (floorDiv(local, day) * day != local)
        return floorDiv(local, 60 * second) * 60 * second == local ? TimeRank::Minute : TimeRank::Second;
    const auto date = dateOf(local);
    if (date.day() != chrono::day(1))
        return TimeRank::Day;
    return date.month() == chrono::January ? TimeRank::Year : TimeRank::Month;
}

std::int64_t firstMonth(std::int64_t local, int amount) noexcept
{
    const auto date = dateOf(local);
    const int months = static_cast<int>(date.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.month())) - 1;
    return floorDiv(months, amount) * amount;
}

std::int64_t monthStart(std::int64_t months) noexcept
{
    const auto month = static_cast<unsigned>(months - floorDiv(months, 12) * 12) + 1;
    return nanosOf(chrono::year(static_cast<int>(floorDiv(months, 12))) / static_cast<int>(month) / 1);
}

// Days count from the first of each month, so that a month always starts with a line; the last ones before it make
// room.
std::int64_t nextDay(std::int64_t local, int amount) noexcept
{
    const auto date = dateOf(local);
    const auto following = monthStart(firstMonth(local, 1) + 1);
    const int index = static_cast<int>(static_cast<unsigned>(date.day())) - 1;
    const std::int64_t next = nanosOf(date) + (floorDiv(index, amount) * amount + amount - index) * day;
    return next + day * amount / 2 >= following ? following : next;
}

std::int64_t stepAfter(std::int64_t local, TimeStep step) noexcept
{
    switch (step.unit) {
    case Unit::Seconds: return (floorDiv(local, step.amount * second) + 1) * step.amount * second;
    case Unit::Days: return nextDay(local, step.amount);
    case Unit::Months: return monthStart(firstMonth(local, step.amount) + step.amount);
    }
    return local + day;
}

void addClock(paint::TextLine& line, std::int64_t local, bool seconds)
{
    const std::int64_t inDay = local - floorDiv(local, day) * day;
    line.addTwoDigits(inDay / (3'600 * second)).add(':').addTwoDigits(inDay / (60 * second) % 60);
    if (seconds)
        line.add(':').addTwoDigits(inDay / second % 60);
}

// Month and day names of the user's language, asked of QLocale once: the axis writes them in every frame.
std::string_view monthName(chrono::month month)
{
    static std::array<std::string, 12> names;
    static QLocale of = QLocale::c();
    if (const QLocale now; names[0].empty() || now != of) {
        of = now;
        for (int i = 0; i < 12; ++i)
            names[static_cast<std::size_t>(i)] = now.standaloneMonthName(i + 1, QLocale::ShortFormat).toStdString();
    }
    return names[static_cast<unsigned>(month) - 1];
}

std::string_view dayName(std::int64_t local)
{
    static std::array<std::string, 7> names;
    static QLocale of = QLocale::c();
    if (const QLocale now; names[0].empty() || now != of) {
        of = now;
        for (int i = 0; i < 7; ++i)
            names[static_cast<std::size_t>(i)] = now.standaloneDayName(i + 1, QLocale::ShortFormat).toStdString();
    }
    const chrono::weekday weekday(chrono::sys_days(chrono::days(floorDiv(local, day))));
    return names[weekday.iso_encoding() - 1];
}

} // namespace

double priceStep(double low, double high, double tick, int most) noexcept
{
    if (!(high > low) || !std::isfinite(high - low) || most < 1)
        return 0;
    const double rough = std::max((high - low) / most, tick);
    const double power = std::pow(10.0, std::floor(std::log10(rough) + 1e-9));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= rough * (1 - 1e-9))
            return factor * power;
    }
    return 10 * power;
}

void priceTicks(double low, double high, double step, std::vector<double>& out)
{
    out.clear();
    if (!(step > 0) || (high - low) / step > mostTicks)
        return;
    const double last = std::floor(high / step + 1e-9);
    for (double count = std::ceil(low / step - 1e-9); count <= last; ++count)
        out.push_back(count * step);
}

namespace {

constexpr double leastDecades = 3; ///< from this ratio of high to low on a log scale is lined by powers of ten

/// Lines of one power of ten, from many to few.
struct Decade {
    std::array<double, 8> digits{};
    std::size_t count = 0;
    double closest = 1; ///< smallest distance of two of them, in powers of ten
};
constexpr std::array decades{Decade{{1, 1.5, 2, 3, 4, 5, 6, 8}, 8, 0.079}, Decade{{1, 2, 3, 5}, 4, 0.176},
                             Decade{{1, 2, 5}, 3, 0.301}, Decade{{1, 3}, 2, 0.477}, Decade{{1}, 1, 1}};

void logTicks(double low, double high, int most, std::vector<double>& out)
{
    const double span = std::log10(high / low), least = span / most;
    const auto* found = std::find_if(decades.begin(), decades.end() - 1, [&](const Decade& d) { return d.closest >= least; });
    const int every = std::max(1, static_cast<int>(std::ceil(least - 1e-9))); // powers of ten, when not even each has room
    const auto first = static_cast<int>(std::floor(std::log10(low))), last = static_cast<int>(std::floor(std::log10(high)));
    for (int power = first; power <= last && out.size() < mostTicks; ++power) {
        if (found->count == 1 && (power % every + every) % every != 0)
            continue;
        for (std::size_t i = 0; i < found->count; ++i) {
            const double value = found->digits[i] * std::pow(10.0, power);
            if (value >= low && value <= high)
                out.push_back(value);
        }
    }
}

} // namespace

void scaleTicks(const PriceScale& scale, double tick, int most, std::vector<double>& out)
{
    out.clear();
    const double low = scale.low(), high = scale.high();
    if (!(high > low) || !std::isfinite(high - low) || most < 1)
        return;
    if (scale.isLog() && high / low >= leastDecades) {
        logTicks(low, high, most, out);
        return;
    }
    if (scale.isPercent()) {
        const double from = scale.percent(low), to = scale.percent(high);
        priceTicks(from, to, priceStep(from, to, 0, most), out);
        std::ranges::transform(out, out.begin(), [&](double percent) { return scale.fromPercent(percent); });
        return;
    }
    const double ratio = high / low; // even steps lie closer at the upper end of a log scale
    const double share = scale.isLog() && ratio > 1 + 1e-9 ? (1 - 1 / ratio) / std::log(ratio) : 1;
    priceTicks(low, high, priceStep(low, high, tick, std::max(1, static_cast<int>(most * share))), out);
}

TimeStep timeStep(double seconds) noexcept
{
    const auto* found = std::find_if(steps.begin(), steps.end() - 1, [&](TimeStep step) { return step.seconds() >= seconds; });
    return *found;
}

void timeTicks(std::int64_t from, std::int64_t to, TimeStep step, const QTimeZone& zone, std::vector<TimeTick>& out)
{
    out.clear();
    const std::int64_t end = to + offsetAt(to, zone);
    for (std::int64_t local = stepAfter(from + offsetAt(from, zone) - 1, step); local <= end && out.size() < mostTicks;
         local = stepAfter(local, step))
        out.push_back({toUtc(local, zone), rankOf(local)});
}

void addTickLabel(paint::TextLine& line, TimeTick tick, const QTimeZone& zone)
{
    const std::int64_t local = tick.time + offsetAt(tick.time, zone);
    const auto date = dateOf(local);
    switch (tick.rank) {
    case TimeRank::Year: line.add(std::to_string(static_cast<int>(date.year()))); return;
    case TimeRank::Month: line.add(monthName(date.month())); return;
    case TimeRank::Day: line.addInteger(static_cast<unsigned>(date.day())); return;
    case TimeRank::Minute:
    case TimeRank::Second: addClock(line, local, tick.rank == TimeRank::Second); return;
    }
}

void addMomentLabel(paint::TextLine& line, std::int64_t time, Interval interval, const QTimeZone& zone)
{
    const std::int64_t local = time + offsetAt(time, zone);
    const auto date = dateOf(local);
    line.add(dayName(local))
        .add(' ')
        .addInteger(static_cast<unsigned>(date.day()))
        .add(' ')
        .add(monthName(date.month()))
        .add(' ');
    line.add(std::to_string(static_cast<int>(date.year())));
    const bool isShort = interval.kind == Interval::Kind::Time && interval.amount < 60 * second;
    const bool isLong =
        interval.kind == Interval::Kind::Months || (interval.kind == Interval::Kind::Time && interval.amount >= day);
    if (isLong)
        return;
    line.add("  ");
    addClock(line, local, isShort || !interval.isCalendar());
    if (!interval.isCalendar()) {
        const std::int64_t milli = (local - floorDiv(local, second) * second) / 1'000'000;
        line.add('.').add(static_cast<char>('0' + milli / 100)).addTwoDigits(milli % 100);
    }
}

void addZoneLabel(paint::TextLine& line, std::int64_t time, const QTimeZone& zone)
{
    const std::int64_t minutes = offsetAt(time, zone) / (60 * second);
    line.add("UTC");
    if (minutes == 0)
        return;
    const std::int64_t size = std::abs(minutes);
    line.add(minutes > 0 ? "+" : "−").addInteger(size / 60);
    if (size % 60 != 0)
        line.add(':').addTwoDigits(size % 60);
}

void addZoneName(paint::TextLine& line, std::int64_t time, const QTimeZone& zone)
{
    const QByteArray id = zone.id();
    const std::string_view all(id.data(), static_cast<std::size_t>(id.size()));
    const auto slash = all.rfind('/');
    const std::string_view city = slash == std::string_view::npos ? all : all.substr(slash + 1);
    if (!city.starts_with("UTC") && !all.starts_with("Etc/")) {
        for (const char c : city)
            line.add(c == '_' ? ' ' : c);
        line.add(' ');
    }
    addZoneLabel(line, time, zone);
}

} // namespace spreadline::chart
