// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_series.h"
#include "chart/price_scale.h"
#include "chart/time_scale.h"
#include "paint/glyph_atlas.h"
#include "style/theme.h"

#include <QRect>
#include <QString>
#include <QTimeZone>

#include <string>

namespace spreadline::chart {

/// What the chart shows, as far as the drawing needs it.
struct ChartSubject {
    std::string symbol; ///< UTF-8
    int priceDecimals = 2;
    double tick = 0.01;
    std::string volumeUnit; ///< "BTC"
    bool operator==(const ChartSubject&) const = default;
};

/// A part of the chart with a price axis of its own: the candles now, studies below them later. Device pixels.
struct Pane {
    QRect rect;
    PriceScale scale;

    int y(double price) const noexcept
    {
        const double share = scale.position(price);
        const double far = share < -4 ? -4 : share > 5 ? 5 : share; // far outside is outside; never overflow an int
        return rect.top() + static_cast<int>(far * rect.height() + (far < 0 ? -0.5 : 0.5));
    }
    double priceAt(double y) const noexcept { return scale.price((y - rect.top()) / rect.height()); }
};

/// Everything the painters read: filled by the canvas before a frame, in device pixels with the canvas' top left at 0,
/// 0.
struct ChartScene {
    const ChartSeries* series = nullptr;
    ChartSubject subject;
    TimeScale time; ///< logical pixels
    Pane price;
    QRect volume; ///< the lower part of the price pane that volume bars rise in
    QRect priceAxis;
    QRect timeAxis;
    QRect corner;         ///< where the axes meet: the zone
    double volumeTop = 0; ///< the volume that fills the volume area
    qreal dpr = 1;
    Theme theme; ///< greyed already when the data is stale
    bool isStale = false;
    QTimeZone zone = QTimeZone::utc();
    paint::GlyphCache* glyphs = nullptr;     ///< axis size
    paint::GlyphCache* boldGlyphs = nullptr; ///< the same, medium weight

    int px(double logical) const noexcept { return static_cast<int>(logical * dpr + 0.5); }
    int line() const noexcept { return dpr >= 2 ? static_cast<int>(dpr) : 1; } ///< width of a thin line
    double spacing() const noexcept { return time.spacing() * dpr; }
    /// Under two pixels a bar, a pixel column shows the bars it holds as one candle.
    bool isMerged() const noexcept { return spacing() < 2; }
    double xExact(double slot) const noexcept { return price.rect.left() + time.x(slot) * dpr; }
    int x(std::size_t slot) const noexcept { return static_cast<int>(xExact(static_cast<double>(slot)) + 1e4) - 10'000; }
    /// Odd or even as the wick is, so that the wick stands in its middle.
    int bodyWidth() const noexcept;
    /// Slots with any part on the screen: [from, to).
    std::size_t firstVisible() const noexcept;
    std::size_t endVisible() const noexcept;
    /// The bars whose middle lies in the device pixel column x: [from, to).
    std::pair<std::size_t, std::size_t> barsAt(int x) const noexcept;
};

} // namespace spreadline::chart
