// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/chart_scene.h"
#include "session/price_profile.h"

class QPainter;

namespace spreadline::chart {

/// Where a profile stands in the price pane, device pixels: its base, and which way its bars grow from there.
struct ProfilePlace {
    int base = 0;
    int width = 0;
    bool growsLeft = true;
    int lineTo = 0; ///< the line of the point of control goes on from the bars to here
};

/// At the right edge of the price pane.
ProfilePlace profileAtEdge(const ChartScene& scene);
/// Over the slots [from, to), growing to the right from its beginning.
ProfilePlace profileOver(const ChartScene& scene, std::size_t from, std::size_t to);

/// As many rows as the prices from low to high have room for, at three logical pixels each.
int profileRows(const ChartScene& scene, double low, double high);

/// A volume profile behind the candles: what was bought and sold apart where it is known, the value area stronger than the rest, a
/// line at the point of control and dashes at the value area's ends. Paints inside the price pane only.
void paintProfile(QPainter& painter, const ChartScene& scene, const PriceProfile& profile, const ProfilePlace& place);

} // namespace spreadline::chart
