// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/latency_meter.h"

#include <algorithm>
#include <cmath>

namespace spreadline {
namespace {

std::int64_t secondOf(Duration time)
{
    return std::chrono::duration_cast<std::chrono::seconds>(time).count();
}

} // namespace

std::size_t LatencyMeter::bucketOf(Duration delay) noexcept
{
    const double micros = static_cast<double>(delay.count()) / 1'000.0;
    if (micros <= 1.0)
        return 0;
    return std::min(static_cast<std::size_t>(std::log2(micros) * perOctave), buckets - 1);
}

Duration LatencyMeter::middleOf(std::size_t bucket) noexcept
{
    const double micros = std::exp2((static_cast<double>(bucket) + 0.5) / perOctave);
    return Duration(static_cast<std::int64_t>(micros * 1'000.0));
}

void LatencyMeter::add(Duration delay, Duration monotonicNow) noexcept
{
    const std::int64_t number = secondOf(monotonicNow);
    Second& second = m_seconds[static_cast<std::size_t>(number) % seconds];
    if (second.number != number) {
        second.number = number;
        second.counts.fill(0);
    }
    ++second.counts[bucketOf(delay)];
}

std::optional<Duration> LatencyMeter::percentile(double share, Duration monotonicNow) const noexcept
{
    const std::int64_t oldest = secondOf(monotonicNow) - static_cast<std::int64_t>(seconds) + 1;
    std::array<std::uint64_t, buckets> sums{};
    std::uint64_t total = 0;
    for (const Second& second : m_seconds) {
        if (second.number < oldest)
            continue;
        for (std::size_t i = 0; i < buckets; ++i) {
            sums[i] += second.counts[i];
            total += second.counts[i];
        }
    }
    if (total == 0)
        return std::nullopt;
    const auto rank = static_cast<std::uint64_t>(share * static_cast<double>(total - 1));
    std::uint64_t passed = 0;
    for (std::size_t i = 0; i < buckets; ++i) {
        passed += sums[i];
        if (passed > rank)
            return middleOf(i);
    }
    return middleOf(buckets - 1);
}

} // namespace spreadline
