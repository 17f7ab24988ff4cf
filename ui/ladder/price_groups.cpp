// SPDX-License-Identifier: GPL-3.0-or-later
#include "ladder/price_groups.h"

#include <algorithm>

namespace spreadline::ladder {
namespace {

constexpr std::size_t mostGroups = 13; ///< ten thousand ticks
constexpr std::size_t nearLevels = 15; ///< of each side, that the fitting group looks at
constexpr double widestShare = 0.01;   ///< of the price

std::int64_t meanDistance(const std::vector<BookLevel>& side)
{
    const std::size_t count = std::min(side.size(), nearLevels);
    if (count < 2)
        return 0;
    const std::int64_t span = side[count - 1].price - side[0].price;
    return (span < 0 ? -span : span) / static_cast<std::int64_t>(count - 1);
}

} // namespace

std::vector<std::int64_t> priceGroups(const Instrument& instrument, double price)
{
    const std::int64_t tick = std::max<std::int64_t>(1, instrument.tickSize.mantissa());
    const double unit = instrument.tickSize.toDouble() / static_cast<double>(tick);
    std::vector<std::int64_t> groups;
    std::int64_t power = 1;
    while (groups.size() < mostGroups && power <= INT64_MAX / 50 / tick) {
        for (const std::int64_t factor : {1, 2, 5}) {
            const std::int64_t group = tick * factor * power;
            const bool isTooWide = price > 0 && static_cast<double>(group) * unit > price * widestShare;
            if (groups.size() < mostGroups && (groups.empty() || !isTooWide))
                groups.push_back(group);
        }
        power *= 10;
    }
    return groups;
}

std::int64_t fittingGroup(const std::vector<std::int64_t>& groups, const BookView& book)
{
    const std::int64_t wanted = std::max(meanDistance(book.bids), meanDistance(book.asks));
    const auto found = std::find_if(groups.begin(), groups.end(), [&](std::int64_t group) { return group >= wanted; });
    if (groups.empty())
        return 1;
    return found == groups.end() ? groups.back() : *found;
}

} // namespace spreadline::ladder
