// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/kline_columns.h"

#include <algorithm>

namespace spreadline::chart {
namespace {

// Written without std::max so that the empty bar's NaN and infinities fall out by themselves.
void take(MergedBars& sum, const MergedBars& next) noexcept
{
    if (next.isEmpty())
        return;
    if (sum.isEmpty())
        sum.open = next.open;
    sum.high = next.high > sum.high ? next.high : sum.high;
    sum.low = next.low < sum.low ? next.low : sum.low;
    sum.close = next.close;
    sum.volume = next.volume > sum.volume ? next.volume : sum.volume;
    sum.highClose = next.highClose > sum.highClose ? next.highClose : sum.highClose;
    sum.lowClose = next.lowClose < sum.lowClose ? next.lowClose : sum.lowClose;
}

template<typename T>
void insertFront(std::vector<T>& column, std::span<const Bar> bars, T Bar::*field)
{
    column.insert(column.begin(), bars.size(), T{});
    for (std::size_t i = 0; i < bars.size(); ++i)
        column[i] = bars[i].*field;
}

} // namespace

Bar KlineColumns::at(std::size_t index) const
{
    return {m_time[index],  m_open[index],   m_high[index],        m_low[index],
            m_close[index], m_volume[index], m_quoteVolume[index], m_takerBuyVolume[index]};
}

void KlineColumns::clear()
{
    m_time.clear();
    for (auto* column : {&m_open, &m_high, &m_low, &m_close, &m_volume, &m_quoteVolume, &m_takerBuyVolume})
        column->clear();
    touched(0);
}

void KlineColumns::reserve(std::size_t bars)
{
    m_time.reserve(bars);
    for (auto* column : {&m_open, &m_high, &m_low, &m_close, &m_volume, &m_quoteVolume, &m_takerBuyVolume})
        column->reserve(bars);
}

void KlineColumns::append(const Bar& bar)
{
    m_time.push_back(bar.time);
    m_open.push_back(bar.open);
    m_high.push_back(bar.high);
    m_low.push_back(bar.low);
    m_close.push_back(bar.close);
    m_volume.push_back(bar.volume);
    m_quoteVolume.push_back(bar.quoteVolume);
    m_takerBuyVolume.push_back(bar.takerBuyVolume);
}

void KlineColumns::replace(std::size_t index, const Bar& bar)
{
    m_time[index] = bar.time;
    m_open[index] = bar.open;
    m_high[index] = bar.high;
    m_low[index] = bar.low;
    m_close[index] = bar.close;
    m_volume[index] = bar.volume;
    m_quoteVolume[index] = bar.quoteVolume;
    m_takerBuyVolume[index] = bar.takerBuyVolume;
    touched(index);
}

void KlineColumns::prepend(std::span<const Bar> older)
{
    insertFront(m_time, older, &Bar::time);
    insertFront(m_open, older, &Bar::open);
    insertFront(m_high, older, &Bar::high);
    insertFront(m_low, older, &Bar::low);
    insertFront(m_close, older, &Bar::close);
    insertFront(m_volume, older, &Bar::volume);
    insertFront(m_quoteVolume, older, &Bar::quoteVolume);
    insertFront(m_takerBuyVolume, older, &Bar::takerBuyVolume);
    touched(0);
}

std::size_t KlineColumns::lowerBound(std::int64_t time) const
{
    return static_cast<std::size_t>(std::lower_bound(m_time.begin(), m_time.end(), time) - m_time.begin());
}

std::size_t KlineColumns::lastBar() const
{
    return barBefore(size());
}

std::size_t KlineColumns::barBefore(std::size_t index) const
{
    for (std::size_t i = std::min(index, size()); i-- > 0;) {
        if (m_open[i] == m_open[i])
            return i;
    }
    return size();
}

void KlineColumns::touched(std::size_t index) noexcept
{
    m_cleanBars = std::min(m_cleanBars, index);
}

// One bar (level 0) or one bucket of level - 1 above it.
MergedBars KlineColumns::bucket(std::size_t level, std::size_t index) const
{
    if (level > 0)
        return m_levels[level - 1].buckets[index];
    return {m_open[index], m_high[index], m_low[index], m_close[index], m_volume[index], m_close[index], m_close[index]};
}

void KlineColumns::refreshPyramid() const
{
    std::size_t below = size();
    std::size_t clean = m_cleanBars;
    for (std::size_t level = 0; below > 1; ++level) {
        if (m_levels.size() <= level)
            m_levels.emplace_back();
        auto& buckets = m_levels[level].buckets;
        const std::size_t count = (below + fan - 1) / fan;
        clean = std::min(clean / fan, buckets.size());
        buckets.resize(count);
        for (std::size_t i = clean; i < count; ++i) {
            MergedBars sum;
            for (std::size_t k = i * fan; k < std::min(below, (i + 1) * fan); ++k)
                take(sum, bucket(level, k));
            buckets[i] = sum;
        }
        below = count;
    }
    m_cleanBars = size();
}

MergedBars KlineColumns::merged(std::size_t from, std::size_t to) const
{
    to = std::min(to, size());
    if (const std::size_t stale = std::max(m_cleanBars, from); stale + m_fewEnough < to)
        refreshPyramid();
    const std::size_t end = std::min(to, m_cleanBars); // of what the buckets are good for
    MergedBars sum;
    while (from < to) { // the widest bucket that starts here and does not reach beyond the end
        std::size_t level = 0, width = 1;
        while (to - from > fan && from % (width * fan) == 0 && from + width * fan <= end) {
            width *= fan;
            ++level;
        }
        take(sum, bucket(level, from / width));
        from += width;
    }
    return sum;
}

} // namespace spreadline::chart
