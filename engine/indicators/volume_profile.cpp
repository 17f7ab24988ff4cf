// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/volume_profile.h"

#include <algorithm>
#include <cmath>

namespace spreadline::indicators {
namespace {

std::size_t binOf(const VolumeProfile& profile, double price)
{
    const double place = std::floor((price - profile.low) / profile.binWidth);
    return std::min(static_cast<std::size_t>(std::max(place, 0.0)), profile.volume.size() - 1);
}

void spread(VolumeProfile& profile, const StudyBar& bar)
{
    if (profile.binWidth == 0) {
        profile.volume[0] += bar.volume;
        return;
    }
    const std::size_t first = binOf(profile, bar.low);
    const std::size_t last = binOf(profile, bar.high);
    if (first == last) {
        profile.volume[first] += bar.volume;
        return;
    }
    for (std::size_t bin = first; bin <= last; ++bin) {
        const double bottom = profile.low + static_cast<double>(bin) * profile.binWidth;
        const double top = std::min(bottom + profile.binWidth, bar.high);
        const double overlap = std::max(0.0, top - std::max(bottom, bar.low));
        profile.volume[bin] += bar.volume * overlap / (bar.high - bar.low);
    }
}

/// Grows from the fullest bin by the fuller of the next two bins above and the next two below.
void findValueArea(VolumeProfile& profile, double share)
{
    const auto& volume = profile.volume;
    profile.poc = static_cast<std::size_t>(std::ranges::max_element(volume) - volume.begin());
    profile.val = profile.vah = profile.poc;
    double sum = volume[profile.poc];
    while (sum < share * profile.totalVolume && (profile.val > 0 || profile.vah + 1 < volume.size())) {
        const std::size_t above = std::min<std::size_t>(2, volume.size() - 1 - profile.vah);
        const std::size_t below = std::min<std::size_t>(2, profile.val);
        double up = 0, down = 0;
        for (std::size_t i = 1; i <= above; ++i)
            up += volume[profile.vah + i];
        for (std::size_t i = 1; i <= below; ++i)
            down += volume[profile.val - i];
        const bool goesUp = above > 0 && (below == 0 || up >= down);
        sum += goesUp ? up : down;
        profile.vah += goesUp ? above : 0;
        profile.val -= goesUp ? 0 : below;
    }
}

} // namespace

VolumeProfile volumeProfile(std::span<const StudyBar> bars, int bins, double valueArea)
{
    VolumeProfile profile;
    if (bars.empty())
        return profile;
    profile.low = std::ranges::min(bars, {}, &StudyBar::low).low;
    profile.high = std::ranges::max(bars, {}, &StudyBar::high).high;
    profile.binWidth = (profile.high - profile.low) / bins;
    profile.volume.assign(profile.binWidth > 0 ? static_cast<std::size_t>(bins) : 1, 0.0);
    for (const StudyBar& bar : bars) {
        spread(profile, bar);
        profile.totalVolume += bar.volume;
    }
    findValueArea(profile, valueArea);
    return profile;
}

} // namespace spreadline::indicators
