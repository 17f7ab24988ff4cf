// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/marker_series.h"

#include <algorithm>

namespace spreadline::chart {

void MarkerSeries::assign(std::vector<Marker> markers)
{
    m_markers = std::move(markers);
    std::ranges::stable_sort(m_markers, {}, &Marker::time);
}

void MarkerSeries::add(const Marker& marker)
{
    m_markers.insert(std::ranges::upper_bound(m_markers, marker.time, {}, &Marker::time), marker);
}

std::span<const Marker> MarkerSeries::between(std::int64_t from, std::int64_t to) const
{
    const auto first = std::ranges::lower_bound(m_markers, from, {}, &Marker::time);
    const auto last = std::ranges::lower_bound(first, m_markers.end(), std::max(from, to), {}, &Marker::time);
    return {first, last};
}

} // namespace spreadline::chart
