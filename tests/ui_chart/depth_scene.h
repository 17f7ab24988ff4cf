// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart_bars.h"
#include "plot/chart_scene.h"
#include "style/fonts.h"

#include <QImage>
#include <QPainter>

namespace spreadline::test {

/// A chart of one-minute bars without a widget: a pane of 600 x 300 logical pixels with prices from 90 to 110, and a frame around it that
/// nothing may be painted on.
struct DepthScene {
    static constexpr int frame = 20;
    chart::ChartSeries series;
    paint::GlyphCache glyphs;
    chart::ChartScene scene;

    explicit DepthScene(int bars = 60, double spacing = 10, qreal dpr = 1, bool dark = true)
    {
        series.reset(Interval::time(std::chrono::minutes(1)));
        series.merge(minuteBars(0, bars));
        glyphs.setFont(numberFont(12), dpr);
        scene.series = &series;
        scene.shown = &series.columns();
        scene.theme = dark ? Theme::dark() : Theme::light();
        scene.dpr = dpr;
        scene.glyphs = scene.boldGlyphs = &glyphs;
        scene.price().rect = QRect(0, scene.px(frame), scene.px(600), scene.px(300));
        scene.time.setWidth(600);
        scene.time.setCount(static_cast<std::size_t>(bars));
        scene.time.zoomAt(0, spacing / scene.time.spacing());
        scene.time.showFrom(0);
        scene.price().scale.fit(90, 110, 0, 0, 0.1);
    }
    Timestamp at(int bar, std::chrono::milliseconds into = {}) const
    {
        return Timestamp::fromNanos(firstOpen + bar * minuteNanos) + into;
    }
    int y(double price) const { return scene.price().y(price); }
    int x(double slot) const { return static_cast<int>(scene.xExact(slot)); }
    QRgb panel() const { return scene.theme.panel.rgb(); }

    template<typename Paint>
    QImage painted(Paint paint) const
    {
        QImage image(scene.px(600 + frame), scene.px(300 + 2 * frame), QImage::Format_ARGB32_Premultiplied);
        image.fill(panel());
        QPainter painter(&image);
        paint(painter);
        return image;
    }
    /// How many pixels are not the panel's, inside the pane and outside of it.
    std::pair<int, int> inked(const QImage& image) const
    {
        std::pair<int, int> count;
        for (int row = 0; row < image.height(); ++row) {
            for (int column = 0; column < image.width(); ++column) {
                if (image.pixel(column, row) != panel())
                    ++(scene.price().rect.contains(column, row) ? count.first : count.second);
            }
        }
        return count;
    }
};

} // namespace spreadline::test
