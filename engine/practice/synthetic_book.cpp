// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/synthetic_book.h"

#include <algorithm>
#include <cmath>

namespace spreadline::practice {
namespace {

constexpr std::int64_t nearTicks = 12;   // lively: market makers work here
constexpr std::int64_t denseTicks = 200; // nearly every tick holds something
constexpr double reach = 0.012;          // of the price, on each side

/// How much more stands at a round price.
double roundness(std::int64_t tick)
{
    if (tick % 1000 == 0)
        return 6.0;
    if (tick % 100 == 0)
        return 3.5;
    return tick % 50 == 0 ? 2.2 : (tick % 10 == 0 ? 1.5 : 1.0);
}

} // namespace

Touch touchAfter(std::uint64_t key, std::int64_t lastTick, bool buyerWasTaker, std::int64_t second) noexcept
{
    const std::uint64_t draw = keyed(key, second / 2) & 15;
    const std::int64_t spread = draw < 11 ? 1 : (draw < 14 ? 2 : 3);
    const Touch touch = buyerWasTaker ? Touch{lastTick - spread, lastTick} : Touch{lastTick, lastTick + spread};
    return touch.bid > 0 ? touch : Touch{1, 2};
}

SyntheticBook::SyntheticBook(std::uint64_t key, const Shape& shape) : m_key(key), m_shape(shape)
{
    const double span = reach * static_cast<double>(shape.typicalPrice);
    m_cellTicks = std::max<std::int64_t>(1, std::llround(span / std::max(1, shape.farCells)));
    m_growth = 3.0 / std::max(300.0, span);
}

void SyntheticBook::build(std::int64_t millis, Touch touch, const Anchors& anchors, int depth, BookSides& sides) const
{
    const Moment moment{millis, anchors};
    buildSide(moment, touch.bid, -1, std::min(depth, mostLevels), sides.bids);
    buildSide(moment, touch.ask, +1, std::min(depth, mostLevels), sides.asks);
}

void SyntheticBook::buildSide(const Moment& moment, std::int64_t best, int direction, int depth,
                              std::vector<BookLevel>& levels) const
{
    levels.clear();
    const auto full = [&] { return static_cast<int>(levels.size()) >= depth; };
    const auto add = [&](std::int64_t tick) {
        const std::int64_t distance = direction * (tick - best);
        levels.push_back({tick * m_shape.units.tick, quantity(moment, tick, distance, direction) * m_shape.units.step});
    };
    // Dense to the cell boundary near 200 ticks, so that no tick is asked by both rules; where cells are wider than that, to there.
    std::int64_t cell = (best + direction * denseTicks) / m_cellTicks;
    const std::int64_t boundary = direction > 0 ? cell * m_cellTicks : cell * m_cellTicks + m_cellTicks - 1;
    const std::int64_t end = m_cellTicks < denseTicks ? boundary : best + direction * denseTicks;
    for (std::int64_t tick = best; direction * (end - tick) > 0 && tick > 0 && !full(); tick += direction) {
        if (tick == best || stands(tick, moment))
            add(tick);
    }
    for (int i = 0; i < m_shape.farCells && !full(); ++i, cell += direction) {
        const std::uint64_t h = keyed(m_key + 7, cell);
        const std::int64_t offset =
            h % 3 == 0 ? 0 : static_cast<std::int64_t>((h >> 8) % static_cast<std::uint64_t>(m_cellTicks));
        const std::int64_t tick = cell * m_cellTicks + offset;
        if (tick <= 0)
            return;
        if (direction * (tick - end) >= 0)
            add(tick);
    }
}

bool SyntheticBook::stands(std::int64_t tick, const Moment& moment) const noexcept
{
    const std::uint64_t h = keyed(m_key + 3, tick);
    const auto life = static_cast<std::int64_t>(5'000 + (h & 0x7fff)); // 5 to 38 s
    const std::int64_t epoch = (moment.millis + static_cast<std::int64_t>(h >> 40)) / life;
    return (mix64(h + static_cast<std::uint64_t>(epoch)) & 15) < 13;
}

std::int64_t SyntheticBook::quantity(const Moment& moment, std::int64_t tick, std::int64_t distance, int direction) const noexcept
{
    const bool isNear = distance < nearTicks;
    const std::uint64_t h = keyed(m_key + (isNear ? 11 : 13), 2 * tick + (direction > 0 ? 1 : 0));
    std::int64_t life = isNear ? 300 + static_cast<std::int64_t>(h & 1023) : 4'000 + static_cast<std::int64_t>(h % 56'000);
    if (distance == 0)
        life = 100; // something changes in every slice
    const std::int64_t shifted = moment.millis + static_cast<std::int64_t>(h >> 40);
    const std::int64_t epoch = shifted / life;
    const std::int64_t drawn = moment.millis - shifted % life;
    const std::int64_t minutesAgo = moment.millis / 60'000 - drawn / 60'000;
    const std::int64_t anchor = moment.anchors[static_cast<std::size_t>(std::min<std::int64_t>(minutesAgo, 2))];
    const double away = isNear ? static_cast<double>(distance) : static_cast<double>(std::abs(tick - anchor));
    const double growth = 0.5 + m_growth * std::min(away, 2.0 / m_growth) + 0.02 * std::min(away, 40.0);
    const double mean = 2.0 * m_shape.meanSteps * growth * roundness(tick);
    return 1 + static_cast<std::int64_t>(mean * exponential(mix64(h + static_cast<std::uint64_t>(epoch))));
}

std::vector<BookLevel> changedLevels(const std::vector<BookLevel>& before, const std::vector<BookLevel>& after, bool descending)
{
    std::vector<BookLevel> changed;
    const auto isBefore = [descending](const BookLevel& a, const BookLevel& b) {
        return descending ? a.price > b.price : a.price < b.price;
    };
    auto old = before.begin();
    for (const BookLevel& level : after) {
        for (; old != before.end() && isBefore(*old, level); ++old)
            changed.push_back({old->price, 0});
        if (old == before.end() || isBefore(level, *old)) {
            changed.push_back(level);
            continue;
        }
        if (old->quantity != level.quantity)
            changed.push_back(level);
        ++old;
    }
    for (; old != before.end(); ++old)
        changed.push_back({old->price, 0});
    return changed;
}

} // namespace spreadline::practice
