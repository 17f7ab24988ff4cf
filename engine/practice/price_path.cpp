// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/price_path.h"

#include <algorithm>
#include <cmath>

namespace spreadline::practice {
namespace {

constexpr double minutesPerYear = 525'600.0;
constexpr std::int64_t referenceMinute = 1'767'225'600 / 60; // 2026-01-01: where a price is its catalogue's level
constexpr double marketVolatility = 0.40;
constexpr double groupVolatility = 0.38;

NoiseShape walk(double volatility)
{
    return {
        .topLevel = 21, .knotSigma = 0.3 * volatility, .minuteSigma = volatility / std::sqrt(minutesPerYear), .seasonal = true};
}

NoiseShape residual(double deviation, int level)
{
    // The bridge between two independent knots keeps their variance when its middle adds half of it.
    const double minuteSigma = deviation * std::sqrt(2.0 / std::ldexp(1.0, level));
    return {.topLevel = level, .knotSigma = deviation, .minuteSigma = minuteSigma, .seasonal = true};
}

NoiseShape ownShape(const CatalogueEntry& entry)
{
    return entry.group == 0 ? walk(entry.ownVolatility) : residual(entry.ownVolatility, entry.residualLevel);
}

double minuteDeviation(const CatalogueEntry& entry)
{
    const double market = entry.loading * marketVolatility / std::sqrt(minutesPerYear);
    const double group = entry.group == 0 ? 0.0 : entry.loading * groupVolatility / std::sqrt(minutesPerYear);
    const double own = ownShape(entry).minuteSigma;
    return std::sqrt(market * market + group * group + own * own);
}

} // namespace

const NoisePath::Chunk& CachedNoise::chunk(std::int64_t index)
{
    auto& slot = m_slots[static_cast<std::size_t>(index) % m_slots.size()];
    if (!slot)
        slot = std::make_unique<Slot>();
    if (slot->index != index) {
        m_path.fill(index, slot->values);
        slot->index = index;
    }
    return slot->values;
}

SharedNoise::SharedNoise(std::uint64_t seed) : market(noiseKey(seed, "market"), walk(marketVolatility))
{
    for (const char* name : {"group 1", "group 2", "group 3"})
        groups.emplace_back(noiseKey(seed, name), walk(groupVolatility));
}

PricePath::PricePath(std::uint64_t seed, const CatalogueEntry& entry, double tick, SharedNoise& shared)
    : m_sharedLoading(entry.loading),
      m_sigma(minuteDeviation(entry)),
      m_shared(shared),
      m_group(entry.group == 0 ? nullptr : &shared.groups[static_cast<std::size_t>(entry.group - 1)]),
      m_own(noiseKey(seed, "price", entry.symbol), ownShape(entry))
{
    double reference = m_shared.market.path().at(referenceMinute);
    if (m_group)
        reference += m_group->path().at(referenceMinute);
    const double own = entry.group == 0 ? m_own.path().at(referenceMinute) : 0.0;
    m_offset = std::log(entry.level / tick) - m_sharedLoading * reference - own;
}

std::int64_t PricePath::ticks(std::int64_t minute)
{
    return slot(minute >> NoisePath::chunkLevel).ticks[static_cast<std::size_t>(minute & (NoisePath::chunkMinutes - 1))];
}

double PricePath::minuteSigma(std::int64_t minute)
{
    const Slot& found = slot(minute >> NoisePath::chunkLevel);
    const std::int64_t hour = minute / 60 - found.index * NoisePath::chunkMinutes / 60;
    const double price = static_cast<double>(found.ticks[static_cast<std::size_t>(minute & (NoisePath::chunkMinutes - 1))]);
    return price * found.sigma[static_cast<std::size_t>(hour)];
}

const PricePath::Slot& PricePath::slot(std::int64_t index)
{
    auto& found = m_slots[static_cast<std::size_t>(index) % m_slots.size()];
    if (!found)
        found = std::make_unique<Slot>();
    if (found->index != index) {
        found->index = index;
        fill(*found);
    }
    return *found;
}

void PricePath::fill(Slot& slot)
{
    const auto& market = m_shared.market.chunk(slot.index);
    const auto& own = m_own.chunk(slot.index);
    const auto* group = m_group ? &m_group->chunk(slot.index) : nullptr;
    for (std::size_t i = 0; i < slot.ticks.size(); ++i) {
        const double shared = market[i] + (group ? (*group)[i] : 0.0);
        slot.ticks[i] = std::max<std::int64_t>(100, std::llround(std::exp(m_offset + m_sharedLoading * shared + own[i])));
    }
    const std::int64_t firstHour = slot.index * NoisePath::chunkMinutes / 60;
    for (std::size_t i = 0; i < slot.sigma.size(); ++i)
        slot.sigma[i] = m_sigma * m_shared.market.path().liveliness(firstHour + static_cast<std::int64_t>(i));
}

} // namespace spreadline::practice
