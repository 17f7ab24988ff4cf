// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/study_bar.h"

#include <span>
#include <vector>

namespace spreadline::indicators {

/// How much was traded at which price (Steidlmayer), over whatever bars are given: a fixed range, or those a view shows.
struct VolumeProfile {
    double low = 0, high = 0;
    double binWidth = 0; ///< 0 when all bars are at one price
    double totalVolume = 0;
    std::vector<double> volume; ///< of each bin, from the lowest price; empty without bars

    // The bin with most volume and the outer bins of the value area around it. They mean nothing while totalVolume is 0.
    std::size_t poc = 0, val = 0, vah = 0;

    double pocPrice() const noexcept { return low + (static_cast<double>(poc) + 0.5) * binWidth; }
    double valPrice() const noexcept { return low + static_cast<double>(val) * binWidth; }
    double vahPrice() const noexcept { return low + static_cast<double>(vah + 1) * binWidth; }
};

/// Every bar's volume is spread evenly over its range. Precondition: valid bars, bins >= 1, 0 < valueArea <= 1.
VolumeProfile volumeProfile(std::span<const StudyBar> bars, int bins, double valueArea = 0.7);

} // namespace spreadline::indicators
