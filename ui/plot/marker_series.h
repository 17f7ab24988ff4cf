// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/ink.h"

#include <cstdint>
#include <span>
#include <vector>

namespace spreadline::chart {

/// A sign at a bar: a fill, a signal. Four shapes for the four things a fill can be; above or below the bar as is the custom (buys
/// below, sells above), or at its price.
struct Marker {
    enum class Shape : std::uint8_t { Buy, Sell, Short, Cover, Note };
    std::int64_t time = 0; ///< nanoseconds UTC; it stands at the bar that holds it
    double price = 0;      ///< where its tip stands
    Shape shape = Shape::Buy;
    Ink ink = Ink::Up;
    bool operator==(const Marker&) const = default;
};

/// Markers sorted by time: any number of them, of which only those in sight cost anything. Ui thread only.
class MarkerSeries {
public:
    void assign(std::vector<Marker> markers); ///< in any order
    void add(const Marker& marker);
    void clear() noexcept { m_markers.clear(); }
    bool isEmpty() const noexcept { return m_markers.empty(); }
    std::size_t size() const noexcept { return m_markers.size(); }
    /// Those with from <= time < to, rising in time.
    std::span<const Marker> between(std::int64_t from, std::int64_t to) const;

private:
    std::vector<Marker> m_markers;
};

} // namespace spreadline::chart
