// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/chart_scene.h"
#include "session/depth_history.h"

#include <QElapsedTimer>
#include <QImage>

#include <array>
#include <optional>
#include <vector>

class QPainter;

namespace spreadline::chart {

/// What rested in the book, behind the candles: a picture of the price pane with one pixel column a step of time, the mean of what
/// its samples held; where nothing is known or nothing rested it is clear. Colours run from the median of what rests to its highest
/// percent, so that neither coin nor price matters; the ramp rises evenly in lightness away from the panel.
///
/// A picture of another view costs up to some ten milliseconds (two hours of samples over a whole screen) and is made at most four
/// times a second: in between, the old one is drawn where its times and prices are now. New samples only cost their own columns.
class HeatmapPainter {
public:
    static constexpr int defaultIntensity = 50;
    static constexpr std::chrono::milliseconds leastPause{250};

    void setIntensity(int percent); ///< 0 shows only what is large, 100 everything strongly
    int intensity() const noexcept { return m_intensity; }

    /// `exact`: make the picture anew whenever the view is another one; for files.
    void paint(QPainter& painter, const ChartScene& scene, const DepthHistory& history, bool exact = false);
    /// The last picture painted was of another view: paint again after leastPause.
    bool isBehind() const noexcept { return m_isBehind; }
    int builds() const noexcept { return m_builds; } ///< whole pictures made
    std::size_t memory() const noexcept;             ///< bytes

private:
    /// What a picture was made for.
    struct View {
        QRect pane;
        double left = 0, spacing = 0;
        double low = 0, high = 0;
        bool isLog = false, isInverted = false, isDark = false, isStale = false;
        std::int64_t firstTime = 0;
        Interval interval;
        int generation = -1;
        bool operator==(const View&) const = default;
    };
    struct Band {
        std::uint32_t from = 0, to = 0; ///< rows of the reader that a pixel row shows the fullest of; equal: none
    };

    static View viewOf(const ChartScene& scene, const DepthHistory& history);
    void rebuild(const ChartScene& scene, const DepthHistory& history, const View& view);
    void append(const ChartScene& scene, const DepthHistory& history, Timestamp from);
    bool prepareRows(const ChartScene& scene, const DepthHistory& history);
    void prepareColours(const Theme& theme, bool stale);
    void measure(const DepthHistory& history, Timestamp from, Timestamp to);
    void add(std::span<const float> quantities, float weight);
    void flush(int x);
    void paintMoved(QPainter& painter, const ChartScene& scene) const;

    QImage m_image;
    std::optional<View> m_view;
    Timestamp m_until; ///< the start of the last sample in the picture
    std::vector<Band> m_bands;
    std::int64_t m_firstRow = 0;
    std::vector<float> m_sums, m_sorted;
    float m_weight = 0;
    float m_least = 0, m_factor = 0; ///< quantity to colour
    std::array<QRgb, 256> m_colours{};
    int m_intensity = defaultIntensity;
    bool m_isBehind = false;
    int m_builds = 0;
    QElapsedTimer m_sinceBuild;
};

} // namespace spreadline::chart
