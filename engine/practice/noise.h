// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hash.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace spreadline::practice {

/// A key for one noise among many: of the seed, of what it is for, and of whom.
std::uint64_t noiseKey(std::uint64_t seed, std::string_view purpose, std::string_view symbol = {}) noexcept;
/// One of many numbers of a key.
constexpr std::uint64_t keyed(std::uint64_t key, std::int64_t index) noexcept
{
    return mix64(key ^ mix64(static_cast<std::uint64_t>(index)));
}

/// Evenly in [0, 1).
constexpr double uniform(std::uint64_t hash) noexcept
{
    return static_cast<double>(hash >> 11) * 0x1p-53;
}
/// Nearly normal (a sum of four uniforms): mean 0, deviation 1, never beyond 3.5.
constexpr double gaussian(std::uint64_t hash) noexcept
{
    const auto sum = (hash & 0xffff) + ((hash >> 16) & 0xffff) + ((hash >> 32) & 0xffff) + (hash >> 48);
    return (static_cast<double>(sum) - 131'070.0) * (1.7320508075688772 / 65'536.0);
}
/// Exponential with mean 1, one of 1024 values between 0.0005 and 7.6: a table, because the market asks millions of
/// times.
double exponential(std::uint64_t hash) noexcept;

/// How rough a NoisePath is at which scale. Values are in log price; times in minutes.
struct NoiseShape {
    int topLevel = 21;         ///< independent values stand every 2^topLevel minutes (at least 10); between them a random walk
    double knotSigma = 0.3;    ///< deviation of those values
    double minuteSigma = 1e-3; ///< deviation of the walk over one minute
    bool seasonal = true;      ///< busier in the hours when people are awake, calmer and wilder days
};

/// Noise over time that can be read at any minute without reading what was before: values at the knots, and between
/// them a Brownian bridge by midpoint displacement (Lévy's construction), each node drawn from a hash of key and
/// minute. With far knots it is a random walk that does not run away, with near knots a stationary process with that
/// memory. Immutable.
class NoisePath {
public:
    static constexpr int chunkLevel = 10;
    static constexpr std::int64_t chunkMinutes = 1 << chunkLevel;
    /// The values at chunk x 1024 ... (chunk + 1) x 1024, both ends included.
    using Chunk = std::array<double, chunkMinutes + 1>;

    NoisePath(std::uint64_t key, const NoiseShape& shape);

    /// About topLevel hashes. `minute` counts from 1970.
    double at(std::int64_t minute) const noexcept;
    /// One hash a minute.
    void fill(std::int64_t chunk, Chunk& values) const noexcept;
    /// The factor of the hour's liveliness, around 1.
    double liveliness(std::int64_t hour) const noexcept;

private:
    double knot(std::int64_t minute) const noexcept;
    double displacement(std::int64_t minute, int level) const noexcept;

    std::uint64_t m_key;
    NoiseShape m_shape;
    std::array<double, 32> m_sigma{}; ///< of the midpoint at distance 2^level from its neighbours
};

} // namespace spreadline::practice
