// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/glyph_atlas.h"
#include "plot/chart_series.h"
#include "plot/pane.h"
#include "plot/time_scale.h"
#include "style/ink.h"
#include "style/theme.h"

#include <QRect>
#include <QString>
#include <QTimeZone>

#include <string>
#include <vector>

namespace spreadline::chart {

/// What the chart shows, as far as the drawing needs it.
struct ChartSubject {
    std::string symbol; ///< UTF-8
    int priceDecimals = 2;
    double tick = 0.01;
    std::string volumeUnit; ///< "BTC"
    bool operator==(const ChartSubject&) const = default;
};

/// How prices are drawn.
enum class PriceStyle : std::uint8_t { Candles, Hollow, Bars, Line, Area, HeikinAshi };

/// Everything the painters read: filled by the canvas before a frame, in device pixels with the canvas' top left at 0, 0;
/// panes start at the left edge.
struct ChartScene {
    const ChartSeries* series = nullptr;
    const KlineColumns* shown = nullptr; ///< the bars that are drawn, slot for slot: the series' own, or Heikin-Ashi of them
    PriceStyle style = PriceStyle::Candles;
    ChartSubject subject;
    TimeScale time;                  ///< logical pixels
    std::vector<Pane> panes{Pane{}}; ///< from the top; one of them is the price pane
    QRect volume;                    ///< the lower part of the price pane that volume bars rise in; empty when they are not shown
    QRect timeAxis;
    QRect corner;         ///< where the axes meet: the zone
    double volumeTop = 0; ///< the volume that fills the volume area
    qreal dpr = 1;
    Theme theme; ///< greyed already when the data is stale
    bool isStale = false;
    QTimeZone zone = QTimeZone::utc();
    paint::GlyphCache* glyphs = nullptr;     ///< axis size
    paint::GlyphCache* boldGlyphs = nullptr; ///< the same, medium weight

    Pane& price() noexcept { return panes[m_price]; }
    const Pane& price() const noexcept { return panes[m_price]; }
    /// After `panes` were changed: which of them is the price pane.
    void findPricePane() noexcept;
    /// The pane under y; null between them.
    const Pane* paneAt(int y) const noexcept;
    /// What all panes cover, without axes.
    QRect plotArea() const noexcept;
    /// The same with the value axes.
    QRect paneArea() const noexcept;

    /// A colour as the scene shows it: without colour when the data is stale.
    QColor colour(Ink ink, QRgb custom) const;

    int px(double logical) const noexcept { return static_cast<int>(logical * dpr + 0.5); }
    int line() const noexcept { return dpr >= 2 ? static_cast<int>(dpr) : 1; } ///< width of a thin line
    double spacing() const noexcept { return time.spacing() * dpr; }
    /// Under two pixels a bar, a pixel column shows the bars it holds as one candle.
    bool isMerged() const noexcept { return spacing() < 2; }
    double xExact(double slot) const noexcept { return time.x(slot) * dpr; }
    int x(std::size_t slot) const noexcept { return static_cast<int>(xExact(static_cast<double>(slot)) + 1e4) - 10'000; }
    /// Odd or even as the wick is, so that the wick stands in its middle.
    int bodyWidth() const noexcept;
    /// Slots with any part on the screen: [from, to).
    std::size_t firstVisible() const noexcept;
    std::size_t endVisible() const noexcept;
    /// The bars whose middle lies in the device pixel column x: [from, to).
    std::pair<std::size_t, std::size_t> barsAt(int x) const noexcept;

private:
    std::size_t m_price = 0;
};

} // namespace spreadline::chart
