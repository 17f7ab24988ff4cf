// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/price_profile.h"

#include "indicators/volume_profile.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace spreadline {

void PriceProfiler::touched(std::size_t from) noexcept
{
    m_clean = std::min(m_clean, from);
    if (from < m_to)
        m_to = m_from;
}

void PriceProfiler::Block::add(const Block& other) noexcept
{
    if (!(other.low <= other.high))
        return; // nothing in it
    low = low <= other.low ? low : other.low;
    high = high >= other.high ? high : other.high;
    volume += other.volume;
    bought += other.bought;
}

PriceProfiler::Block PriceProfiler::blockOf(const BarColumns& bars, std::size_t from, std::size_t to)
{
    Block block;
    for (std::size_t i = from; i < to; ++i) {
        const double low = bars.lows[i], high = bars.highs[i], volume = bars.volumes[i];
        if (!(low <= high) || !std::isfinite(low) || !std::isfinite(high) || !(volume >= 0) || !std::isfinite(volume))
            continue;
        block.add({low, high, volume, volume > 0 ? bars.takerBuyVolumes[i] : 0});
    }
    return block;
}

/// The bars themselves where they are few, else the whole blocks in the range and the bars at its ends.
void PriceProfiler::collect(const BarColumns& bars, std::size_t from, std::size_t to)
{
    m_parts.clear();
    const auto addBars = [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            m_parts.push_back(blockOf(bars, i, i + 1));
    };
    if (to - from > exactBars) {
        const std::size_t first = (from + blockBars - 1) / blockBars, last = to / blockBars;
        m_blocks.resize(std::max(m_blocks.size(), last));
        for (std::size_t block = std::min(m_clean / blockBars, last); block < last; ++block)
            m_blocks[block] = blockOf(bars, block * blockBars, (block + 1) * blockBars);
        m_clean = std::max(m_clean, last * blockBars);
        addBars(from, first * blockBars);
        collectBlocks(first, last);
        addBars(last * blockBars, to);
    } else {
        addBars(from, to);
    }
    std::erase_if(m_parts, [](const Block& part) { return !(part.low <= part.high); });
}

void PriceProfiler::collectBlocks(std::size_t first, std::size_t last)
{
    const std::size_t together = (last - first + parts - 1) / parts;
    for (std::size_t block = first; block < last; block += together) {
        Block& part = m_parts.emplace_back();
        for (std::size_t i = block; i < std::min(block + together, last); ++i)
            part.add(m_blocks[i]);
    }
}

void PriceProfiler::compute(int rows)
{
    std::vector<indicators::StudyBar> bars(m_parts.size());
    bool saysBought = true;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const Block& part = m_parts[i];
        bars[i].low = part.low;
        bars[i].high = part.high;
        bars[i].volume = part.volume;
        saysBought = saysBought && part.bought >= 0 && part.bought <= part.volume * (1 + 1e-9);
    }
    indicators::VolumeProfile all = indicators::volumeProfile(bars, rows, PriceProfile::valueArea);
    m_profile = {all.low, all.binWidth, all.totalVolume, std::move(all.volume), {}, all.poc, all.val, all.vah};
    if (!saysBought || m_profile.isEmpty())
        return;
    for (std::size_t i = 0; i < bars.size(); ++i)
        bars[i].volume = m_parts[i].bought;
    m_profile.bought = indicators::volumeProfile(bars, rows, PriceProfile::valueArea).volume;
}

const PriceProfile& PriceProfiler::profile(const BarColumns& bars, std::size_t from, std::size_t to, int rows)
{
    assert(rows >= 1);
    to = std::min(to, bars.size());
    if (from >= to) {
        m_profile = {};
        m_from = m_to = 0;
        return m_profile;
    }
    if (from == m_from && to == m_to && rows == m_wanted)
        return m_profile;
    collect(bars, from, to);
    compute(rows);
    m_from = from;
    m_to = to;
    m_wanted = rows;
    return m_profile;
}

} // namespace spreadline
