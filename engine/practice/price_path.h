// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/instrument_catalogue.h"
#include "practice/noise.h"

#include <memory>
#include <vector>

namespace spreadline::practice {

/// A NoisePath with the chunks read lately. One thread.
class CachedNoise {
public:
    CachedNoise(std::uint64_t key, const NoiseShape& shape) : m_path(key, shape) {}

    const NoisePath::Chunk& chunk(std::int64_t index);
    double at(std::int64_t minute)
    {
        return chunk(minute >> NoisePath::chunkLevel)[static_cast<std::size_t>(minute & (NoisePath::chunkMinutes - 1))];
    }
    const NoisePath& path() const noexcept { return m_path; }

private:
    struct Slot {
        std::int64_t index = -1;
        NoisePath::Chunk values;
    };
    NoisePath m_path;
    std::array<std::unique_ptr<Slot>, 2> m_slots;
};

/// The walks that several symbols share: the market's and the three groups'.
struct SharedNoise {
    explicit SharedNoise(std::uint64_t seed);

    CachedNoise market;
    std::vector<CachedNoise> groups; ///< of the groups 1, 2, 3
};

/// The price of one symbol at the boundaries of minutes, in ticks: a pure function of seed, symbol and minute.
///
///   group 0:     log price = level + loading x market + own walk
///   groups 1..3: log price = level + loading x (group walk + market) + residual
///
/// so that within a group log prices are cointegrated with the ratio of the loadings, and nothing else is. One thread.
class PricePath {
public:
    PricePath(std::uint64_t seed, const CatalogueEntry& entry, double tick, SharedNoise& shared);

    /// `minute` counts from 1970. About 30 ns when read in order, some microseconds at first touch.
    std::int64_t ticks(std::int64_t minute);
    /// What a minute is expected to move, in ticks (one deviation).
    double minuteSigma(std::int64_t minute);

private:
    struct Slot {
        std::int64_t index = -1;
        std::array<std::int64_t, NoisePath::chunkMinutes> ticks;
        std::array<double, NoisePath::chunkMinutes / 60 + 2> sigma; ///< by hour
    };
    const Slot& slot(std::int64_t index);
    void fill(Slot& slot);

    double m_offset = 0; ///< log price in ticks when all noises are zero
    double m_sharedLoading = 1;
    double m_sigma = 0; ///< relative, over a minute
    SharedNoise& m_shared;
    CachedNoise* m_group = nullptr;
    CachedNoise m_own;
    std::array<std::unique_ptr<Slot>, 8> m_slots;
};

} // namespace spreadline::practice
