// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/footprint_painter.h"
#include "plot/heatmap_painter.h"
#include "plot/profile_painter.h"

#include <QObject>
#include <QRegion>
#include <QStringList>
#include <QTimer>

#include <optional>
#include <utility>

namespace spreadline::chart {

/// What a chart shows of volume by price: the volume profile and the depth heatmap behind its candles, the footprint over them. Part
/// of the canvas; whoever owns prints and depth tells it when they changed. Ui thread only.
class ChartDepth final : public QObject {
    Q_OBJECT
public:
    explicit ChartDepth(QObject* parent = nullptr);

    void setProfileShown(bool on); ///< of the bars in sight, at the right edge
    bool isProfileShown() const noexcept { return m_profileShown; }
    /// A second profile of the bars that open from `first` up to `second`, drawn over them.
    void setProfileRange(std::optional<std::pair<Timestamp, Timestamp>> range);
    void setFootprint(const TradePrints* prints); ///< null: none
    void setHeatmap(const DepthHistory* history); ///< null: none
    void setIntensity(int percent);
    int intensity() const noexcept { return m_heat.intensity(); }

    void printsChanged(Timestamp from); ///< the earliest bar that did
    void depthChanged() { Q_EMIT changed(); }
    void barsChanged(std::size_t from); ///< from this slot on

    // For the canvas: into the cached layer behind the candles and over them (slots before `end`), and over it.
    void paintBehind(QPainter& painter, const ChartScene& scene);
    void paintOver(QPainter& painter, const ChartScene& scene, std::size_t end);
    void paintLast(QPainter& painter, const ChartScene& scene);
    QRegion lastRegion(const ChartScene& scene) const;
    /// What is to be said about what is missing, in a line each.
    QStringList notes(const ChartScene& scene) const;

Q_SIGNALS:
    void changed();     ///< the cached layer is to be drawn anew
    void lastChanged(); ///< only the last bar

private:
    void paintNotes(QPainter& painter, const ChartScene& scene) const;

    bool m_profileShown = false;
    std::optional<std::pair<Timestamp, Timestamp>> m_range;
    const TradePrints* m_prints = nullptr;
    const DepthHistory* m_history = nullptr;
    PriceProfiler m_seen, m_fixed;
    FootprintPainter m_footprint;
    HeatmapPainter m_heat;
    QTimer m_catchUp; ///< the heatmap was drawn from a picture of another view
    std::int64_t m_lastBar = 0;
    bool m_hasVolume = true;
};

} // namespace spreadline::chart
