// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_projection.h"

#include "plot/axis_ticks.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace spreadline::chart {
namespace {

constexpr std::size_t paceBars = 100; ///< whose pace goes on where bars are not of the calendar
constexpr std::int64_t second = 1'000'000'000;
constexpr std::int64_t leastPace = 1'000'000;
constexpr double farthestTime = 9.2e18; ///< nanoseconds; as far as a Timestamp reaches
constexpr int firstYear = 1'680, lastYear = 2'260;
constexpr std::size_t mostLookedAt = 4'000; ///< bars of one pixel column that the magnet reads

std::int64_t clampedTime(double nanos)
{
    return static_cast<std::int64_t>(std::clamp(nanos, -farthestTime, farthestTime));
}

/// Months since the year 0, with the part that has passed of the last one.
double monthOf(std::int64_t time)
{
    using namespace std::chrono;
    const sys_time<nanoseconds> moment{nanoseconds(time)};
    const year_month_day date{floor<days>(moment)};
    const year_month month = date.year() / date.month();
    const sys_days start{month / 1}, end{(month + months(1)) / 1};
    const double whole = static_cast<int>(date.year()) * 12.0 + static_cast<unsigned>(date.month()) - 1;
    return whole + static_cast<double>((moment - start).count()) / static_cast<double>(nanoseconds(end - start).count());
}

std::int64_t timeOfMonth(double month)
{
    using namespace std::chrono;
    month = std::clamp(month, firstYear * 12.0, lastYear * 12.0);
    const double whole = std::floor(month + 1e-9); // a start of a month must not come out as the end of the one before
    const auto count = static_cast<int>(whole);
    const year_month first = year(count / 12) / std::chrono::month(static_cast<unsigned>(count % 12) + 1);
    const sys_time<nanoseconds> start = sys_days{first / 1}, end = sys_days{(first + months(1)) / 1};
    const double part = std::max(0.0, month - whole);
    return start.time_since_epoch().count() + std::llround(part * static_cast<double>((end - start).count()));
}

} // namespace

ChartProjection::View ChartProjection::view() const
{
    const PriceScale& scale = m_scene.price().scale;
    const auto times = m_scene.series->columns().times();
    View view;
    view.pane = pane();
    view.numbers = {m_scene.dpr,  m_scene.time.left(),       m_scene.time.spacing(),         scale.low(),
                    scale.high(), scale.isLog() ? 1.0 : 0.0, scale.isInverted() ? 1.0 : 0.0, m_scene.subject.tick};
    view.bars = {static_cast<std::int64_t>(times.size()), times.empty() ? 0 : times.front(), times.empty() ? 0 : times.back(),
                 m_scene.subject.priceDecimals};
    view.interval = m_scene.series->interval();
    view.zone = m_scene.zone;
    view.panel = m_scene.theme.panel.rgb();
    return view;
}

std::uint64_t ChartProjection::stamp() const
{
    View now = view();
    if (now != m_seen || m_stamp == 0) {
        m_seen = std::move(now);
        ++m_stamp;
    }
    return m_stamp;
}

QRect ChartProjection::pane() const
{
    return m_scene.series->columns().isEmpty() ? QRect() : m_scene.price().rect;
}

std::int64_t ChartProjection::pace() const
{
    const Interval interval = m_scene.series->interval();
    if (interval.kind == Interval::Kind::Time)
        return interval.amount;
    const auto times = m_scene.series->columns().times();
    if (times.size() < 2)
        return second;
    const std::size_t count = std::min(paceBars, times.size() - 1);
    const std::int64_t span = times.back() - times[times.size() - 1 - count];
    return std::max(leastPace, span / static_cast<std::int64_t>(count));
}

double ChartProjection::slotOf(std::int64_t time) const
{
    const auto& columns = m_scene.series->columns();
    const auto times = columns.times();
    if (times.empty())
        return 0;
    const bool isBefore = time < times.front();
    if (isBefore || time > times.back()) {
        const std::int64_t edge = isBefore ? times.front() : times.back();
        const double at = isBefore ? 0 : static_cast<double>(times.size() - 1);
        if (m_scene.series->interval().kind == Interval::Kind::Months)
            return at + (monthOf(time) - monthOf(edge)) / static_cast<double>(m_scene.series->interval().amount);
        return at + (static_cast<double>(time) - static_cast<double>(edge)) / static_cast<double>(pace());
    }
    const std::size_t next = columns.lowerBound(time);
    if (times[next] == time)
        return static_cast<double>(next);
    const auto length = static_cast<double>(times[next] - times[next - 1]);
    return static_cast<double>(next - 1) + static_cast<double>(time - times[next - 1]) / length;
}

std::int64_t ChartProjection::timeOf(double slot) const
{
    const auto times = m_scene.series->columns().times();
    if (times.empty())
        return 0;
    const auto last = static_cast<double>(times.size() - 1);
    if (slot < 0 || slot >= last) {
        const std::int64_t edge = slot < 0 ? times.front() : times.back();
        const double beyond = slot < 0 ? slot : slot - last;
        if (m_scene.series->interval().kind == Interval::Kind::Months)
            return timeOfMonth(monthOf(edge) + beyond * static_cast<double>(m_scene.series->interval().amount));
        const double way = beyond * static_cast<double>(pace());
        const bool isFar = std::abs(static_cast<double>(edge) + way) > farthestTime;
        return isFar ? clampedTime(static_cast<double>(edge) + way) : edge + std::llround(way);
    }
    const auto index = static_cast<std::size_t>(slot);
    const double part = slot - static_cast<double>(index);
    return times[index] + std::llround(part * static_cast<double>(times[index + 1] - times[index]));
}

// The scene's x counts from a pixel's edge, a projection's from its middle.
double ChartProjection::x(Timestamp time) const
{
    return m_scene.xExact(slotOf(time.nanos())) - 0.5;
}

double ChartProjection::slotAt(double x) const
{
    return m_scene.time.position((x + 0.5) / m_scene.dpr) - 0.5;
}

Timestamp ChartProjection::timeAt(double x) const
{
    return Timestamp::fromNanos(timeOf(slotAt(x)));
}

Timestamp ChartProjection::barTime(double x) const
{
    return Timestamp::fromNanos(timeOf(std::floor(slotAt(x) + 0.5)));
}

double ChartProjection::y(double price) const
{
    const Pane& pane = m_scene.price();
    return pane.rect.top() + pane.scale.position(price) * pane.rect.height();
}

double ChartProjection::priceAt(double y) const
{
    return m_scene.price().priceAt(y);
}

void ChartProjection::addPrice(paint::TextLine& line, double price) const
{
    line.addFixed(price, m_scene.subject.priceDecimals);
}

void ChartProjection::addTime(paint::TextLine& line, Timestamp time) const
{
    addMomentLabel(line, time.nanos(), interval(), m_scene.zone);
}

std::optional<drawing::Anchor> ChartProjection::magnet(QPointF at) const
{
    const KlineColumns& columns = m_scene.shown ? *m_scene.shown : m_scene.series->columns();
    const double nearest = std::floor(slotAt(at.x()) + 0.5);
    if (nearest < 0 || nearest >= static_cast<double>(columns.size()))
        return std::nullopt;
    std::size_t from = static_cast<std::size_t>(nearest), to = from + 1;
    if (m_scene.isMerged()) {
        const auto [first, end] = m_scene.barsAt(static_cast<int>(std::floor(at.x() + 0.5)));
        from = std::min(from, std::max(first, from < mostLookedAt ? 0 : from - mostLookedAt));
        to = std::clamp(end, to, from + mostLookedAt);
    }
    std::optional<drawing::Anchor> caught;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = from; i < std::min(to, columns.size()); ++i) {
        const Bar bar = columns.at(i);
        for (const double price : {bar.open, bar.high, bar.low, bar.close}) {
            const double away = std::abs(y(price) - at.y());
            if (away < least) { // never of an empty slot, whose prices are no numbers
                least = away;
                caught = drawing::Anchor{Timestamp::fromNanos(bar.time), price};
            }
        }
    }
    return caught;
}

} // namespace spreadline::chart
