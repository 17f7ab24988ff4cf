// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawings/projection.h"
#include "plot/chart_scene.h"

#include <array>

namespace spreadline::chart {

/// The price pane of a scene as drawings see it. Between two bars time runs evenly, before the first and after the last it goes on in
/// steps of the interval: true months, and for bars of a count of trades the pace of the latest ones. Ui thread only.
class ChartProjection final : public drawing::Projection {
public:
    /// The scene outlives it; it may change at any time.
    explicit ChartProjection(const ChartScene& scene) : m_scene(scene) {}

    /// Noticed by comparison, so that nobody needs to tell.
    std::uint64_t stamp() const override;
    QRect pane() const override; ///< empty while there are no bars
    double pixelRatio() const override { return m_scene.dpr; }

    double x(Timestamp time) const override;
    Timestamp timeAt(double x) const override;
    Timestamp barTime(double x) const override;
    double barWidth() const override { return m_scene.spacing(); }

    double y(double price) const override;
    double priceAt(double y) const override;
    double tickSize() const override { return m_scene.subject.tick; }

    Interval interval() const override { return m_scene.series->interval(); }
    void addPrice(paint::TextLine& line, double price) const override;
    void addTime(paint::TextLine& line, Timestamp time) const override;

    /// Of the bars as they are drawn; where many share a pixel column, of any of them. Nothing beside the bars.
    std::optional<drawing::Anchor> magnet(QPointF at) const override;

private:
    /// All that a point's place depends on.
    struct View {
        QRect pane;
        std::array<double, 8> numbers{};
        std::array<std::int64_t, 4> bars{};
        Interval interval;
        QTimeZone zone;
        QRgb panel = 0;
        bool operator==(const View&) const = default;
    };
    View view() const;

    double slotOf(std::int64_t time) const;
    std::int64_t timeOf(double slot) const;
    std::int64_t pace() const; ///< from bar to bar where there is none; not for months
    double slotAt(double x) const;

    const ChartScene& m_scene;
    mutable View m_seen;
    mutable std::uint64_t m_stamp = 0;
};

} // namespace spreadline::chart
