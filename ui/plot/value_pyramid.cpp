// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/value_pyramid.h"

#include "plot/kline_columns.h"

#include <algorithm>
#include <cmath>

namespace spreadline::chart {

void ValueRange::take(const ValueRange& next) noexcept
{
    if (next.isEmpty())
        return;
    if (isEmpty())
        first = next.first;
    last = next.last;
    low = std::min(low, next.low);
    high = std::max(high, next.high);
}

void ValuePyramid::touched(std::size_t from) noexcept
{
    m_clean = std::min(m_clean, from);
}

// One value (level 0) or one bucket of level - 1 above it.
ValueRange ValuePyramid::bucket(std::span<const double> values, std::size_t level, std::size_t index) const
{
    if (level > 0)
        return m_levels[level - 1][index];
    const double value = values[index];
    return std::isfinite(value) ? ValueRange{value, value, value, value} : ValueRange();
}

void ValuePyramid::refresh(std::span<const double> values) const
{
    std::size_t below = values.size();
    std::size_t clean = m_clean;
    for (std::size_t level = 0; below > 1; ++level) {
        if (m_levels.size() <= level)
            m_levels.emplace_back();
        auto& buckets = m_levels[level];
        const std::size_t count = (below + fan - 1) / fan;
        clean = std::min(clean / fan, buckets.size());
        buckets.resize(count);
        for (std::size_t i = clean; i < count; ++i) {
            ValueRange sum;
            for (std::size_t k = i * fan; k < std::min(below, (i + 1) * fan); ++k)
                sum.take(bucket(values, level, k));
            buckets[i] = sum;
        }
        below = count;
    }
    m_clean = values.size();
}

ValueRange ValuePyramid::merged(std::span<const double> values, std::size_t from, std::size_t to) const
{
    to = std::min(to, values.size());
    if (const std::size_t stale = std::max(m_clean, from); stale + m_fewEnough < to)
        refresh(values);
    const std::size_t end = std::min(to, m_clean); // of what the buckets are good for
    ValueRange sum;
    while (from < to) { // the widest bucket that starts here and does not reach beyond the end
        std::size_t level = 0, width = 1;
        while (to - from > fan && from % (width * fan) == 0 && from + width * fan <= end) {
            width *= fan;
            ++level;
        }
        sum.take(bucket(values, level, from / width));
        from += width;
    }
    return sum;
}

ValueRange ValueColumn::merged(std::size_t from, std::size_t to) const
{
    if (pyramid != nullptr)
        return pyramid->merged(values, from, to);
    if (bars == nullptr)
        return {};
    const MergedBars sum = bars->merged(from, to);
    if (sum.isEmpty())
        return {};
    while (from < to && values[from] != values[from])
        ++from;
    return {values[from], sum.close, sum.lowClose, sum.highClose};
}

ValueColumn closesOf(const KlineColumns& bars)
{
    return {bars.closes(), nullptr, 0, &bars};
}

} // namespace spreadline::chart
