// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/noise.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace spreadline::practice {
namespace {

constexpr std::size_t exponentialSteps = 1024;
constexpr std::int64_t hoursOfWeek = 168;
constexpr std::int64_t mondayShift =
    72;                           // 1970-01-01 was a Thursday: hour 0 of a Monday is 96 hours later, i.e. 72 before modulo 168
constexpr int liveliestLevel = 6; // liveliness touches moves within two hours; slower ones are the market's own business
constexpr int dampedLevel = 18;   // from half a year on, swings are halved, or a price would run away over the years

std::array<double, exponentialSteps> exponentialTable()
{
    std::array<double, exponentialSteps> table{};
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] = -std::log((static_cast<double>(i) + 0.5) / exponentialSteps);
    return table;
}

std::array<double, hoursOfWeek> seasonTable()
{
    std::array<double, hoursOfWeek> table{};
    for (std::size_t hour = 0; hour < table.size(); ++hour) {
        const double fromPeak = (static_cast<double>(hour % 24) - 15.0) / 4.5; // London afternoon, New York morning
        const bool weekend = hour >= 5 * 24;
        table[hour] = (0.8 + 0.5 * std::exp(-fromPeak * fromPeak)) * (weekend ? 0.8 : 1.0);
    }
    return table;
}

} // namespace

std::uint64_t noiseKey(std::uint64_t seed, std::string_view purpose, std::string_view symbol) noexcept
{
    StateHash hash;
    hash.add(seed);
    hash.add(purpose);
    hash.add(symbol);
    return hash.value();
}

double exponential(std::uint64_t hash) noexcept
{
    static const auto table = exponentialTable();
    return table[hash % exponentialSteps];
}

NoisePath::NoisePath(std::uint64_t key, const NoiseShape& shape) : m_key(key), m_shape(shape)
{
    assert(shape.topLevel >= chunkLevel && shape.topLevel < static_cast<int>(m_sigma.size()));
    for (int level = 0; level < shape.topLevel; ++level) {
        // The midpoint of a walk of T minutes, both ends known, deviates by sigma x sqrt(T / 4); here T = 2^(level +
        // 1).
        const double sigma = shape.minuteSigma * std::sqrt(std::ldexp(0.5, level));
        m_sigma[static_cast<std::size_t>(level)] = level >= dampedLevel ? 0.5 * sigma : sigma;
    }
}

double NoisePath::knot(std::int64_t minute) const noexcept
{
    return m_shape.knotSigma * gaussian(keyed(m_key, minute));
}

double NoisePath::liveliness(std::int64_t hour) const noexcept
{
    if (!m_shape.seasonal)
        return 1.0;
    static const auto season = seasonTable();
    const std::int64_t block = hour / 8;
    const double into = static_cast<double>(hour % 8) / 8.0;
    const std::uint64_t key = ~m_key;
    const double mood = (1.0 - into) * gaussian(keyed(key, block)) + into * gaussian(keyed(key, block + 1));
    return season[static_cast<std::size_t>((hour + mondayShift) % hoursOfWeek)] * std::max(0.4, 1.0 + 0.3 * mood);
}

double NoisePath::displacement(std::int64_t minute, int level) const noexcept
{
    return m_sigma[static_cast<std::size_t>(level)] * gaussian(keyed(m_key, minute));
}

double NoisePath::at(std::int64_t minute) const noexcept
{
    std::int64_t low = minute >> m_shape.topLevel << m_shape.topLevel;
    if (low == minute)
        return knot(minute);
    double left = knot(low);
    double right = knot(low + (std::int64_t{1} << m_shape.topLevel));
    for (int level = m_shape.topLevel - 1;; --level) {
        const std::int64_t middle = low + (std::int64_t{1} << level);
        double move = displacement(middle, level);
        if (level <= liveliestLevel)
            move *= liveliness(middle / 60);
        const double value = 0.5 * (left + right) + move;
        if (middle == minute)
            return value;
        if (minute < middle) {
            right = value;
        } else {
            left = value;
            low = middle;
        }
    }
}

void NoisePath::fill(std::int64_t chunk, Chunk& values) const noexcept
{
    const std::int64_t start = chunk * chunkMinutes;
    values.front() = at(start);
    values.back() = at(start + chunkMinutes);
    std::array<double, chunkMinutes / 60 + 2> lively{};
    for (std::size_t hour = 0; hour < lively.size(); ++hour)
        lively[hour] = liveliness(start / 60 + static_cast<std::int64_t>(hour));
    for (int level = chunkLevel - 1; level >= 0; --level) {
        const auto half = std::size_t{1} << level;
        for (std::size_t i = half; i < chunkMinutes; i += 2 * half) {
            const std::int64_t minute = start + static_cast<std::int64_t>(i);
            double move = displacement(minute, level);
            if (level <= liveliestLevel)
                move *= lively[static_cast<std::size_t>(minute / 60 - start / 60)];
            values[i] = 0.5 * (values[i - half] + values[i + half]) + move;
        }
    }
}

} // namespace spreadline::practice
