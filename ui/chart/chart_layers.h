// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/chart_source.h"
#include "session/depth_history.h"
#include "session/trade_prints.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <array>

namespace spreadline {

class MarketView;

namespace chart {

class ChartCanvas;

/// What a chart may show of volume by price besides its bars.
enum class ChartLayer : std::uint8_t { VolumeProfile, Footprint, Heatmap };
inline constexpr std::array chartLayers{ChartLayer::VolumeProfile, ChartLayer::Footprint, ChartLayer::Heatmap};

/// The layers of one chart: which are on, and what they are drawn from. While the panel is shown it watches tape and book of the
/// chart's instrument for those that are on, gathers trades and samples the book. Another interval keeps what was gathered, another
/// instrument does not. Ui thread only.
class ChartLayers final : public QObject {
    Q_OBJECT
public:
    static constexpr Duration longestSilence = std::chrono::seconds(3); ///< without any word from the core, nothing is live

    /// Both outlive it.
    ChartLayers(MarketView& market, ChartCanvas& canvas, QObject* parent);
    ~ChartLayers() override;

    /// What the chart shows; nothing while that is not known. After the canvas has its subject.
    void show(const std::optional<SourceSubject>& subject, Interval interval);
    /// Whether the panel is on the screen.
    void setOpen(bool open);

    void setShown(ChartLayer layer, bool on);
    bool isShown(ChartLayer layer) const noexcept { return m_shown[static_cast<std::size_t>(layer)]; }
    /// Why a layer cannot be drawn here; empty when it can. It stays switched on for the next symbol.
    QString reasonAgainst(ChartLayer layer) const;
    static QString name(ChartLayer layer); ///< "Volume profile"

    void setIntensity(int percent); ///< of the heatmap's colours, 0..100
    int intensity() const;

    QJsonObject toJson() const; ///< empty when nothing was changed
    void restore(const QJsonObject& json);

    const TradePrints& prints() const noexcept { return m_prints; }
    const DepthHistory& depth() const noexcept { return m_depth; }

Q_SIGNALS:
    void changed(); ///< something of toJson() is another now

private:
    void follow();
    void startPrints();
    void startDepth();
    double price() const;
    void sample();
    bool isLive(ChartLayer layer) const { return m_isOpen && isShown(layer) && reasonAgainst(layer).isEmpty(); }

    MarketView& m_market;
    ChartCanvas& m_canvas;
    std::array<bool, chartLayers.size()> m_shown{};
    std::optional<SourceSubject> m_subject;
    Interval m_interval{};
    bool m_isOpen = false;

    TradePrints m_prints;
    DepthHistory m_depth;
    bool m_hasPrints = false, m_hasDepth = false; ///< started for the subject
    BookPtr m_book;
    QTimer m_sampling;
    QElapsedTimer m_sinceNews; ///< from the core, of any kind
};

} // namespace chart
} // namespace spreadline
