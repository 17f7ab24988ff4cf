// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/axis_painter.h"
#include "plot/candle_painter.h"
#include "plot/extremes_painter.h"
#include "plot/marker_painter.h"
#include "plot/study_painter.h"
#include "session/study_series.h"
#include "style/fonts.h"

#include <QImage>
#include <QPainter>

#include <cmath>
#include <memory>

namespace spreadline::test {

/// Bars of a market that trends and turns, the same for everybody.
inline std::vector<chart::Bar> wanderingBars(int count, double start = 60'000)
{
    constexpr std::int64_t minute = 60'000'000'000, first = 1'763'640'000'000'000'000 / minute * minute;
    std::uint64_t state = 0x9e3779b97f4a7c15;
    const auto draw = [&state] {
        state ^= state << 13, state ^= state >> 7, state ^= state << 17;
        return static_cast<double>(state % 20'001) / 10'000 - 1;
    };
    std::vector<chart::Bar> bars;
    double price = start;
    for (int i = 0; i < count; ++i) {
        const double open = price;
        price =
            std::max(start * 0.01, price * (1 + 0.0011 * draw() + 0.0005 * std::sin(i * 0.037) + 0.0004 * std::sin(i * 0.11)));
        const double reach = start * 0.0006 * std::abs(draw());
        const double volume = 20 + 60 * std::abs(draw() * draw()) + 3e5 * std::abs(price / open - 1) / 10;
        bars.push_back({first + i * minute, open, std::max(open, price) + reach, std::min(open, price) - reach * std::abs(draw()),
                        price, volume, volume * price, volume * (0.5 + 0.3 * draw())});
    }
    return bars;
}

/// A study with its values, as a chart keeps it.
struct DeskStudy {
    chart::ChartStudy study;
    std::unique_ptr<StudySeries> series;
    std::vector<chart::ValuePyramid> pyramids;
    chart::StudyPlot plot;
};

/// A chart without a widget: a scene whose panes are laid out by hand, and all painters.
class PlotDesk {
public:
    PlotDesk(std::vector<chart::Bar> bars, QSize size, double ratio = 1, bool dark = true) : m_size(size)
    {
        m_series.reset(Interval::time(std::chrono::minutes(1)));
        m_series.merge(std::move(bars));
        scene.series = &m_series;
        scene.theme = dark ? Theme::dark() : Theme::light();
        scene.dpr = ratio;
        scene.glyphs = &m_glyphs;
        scene.boldGlyphs = &m_bold;
        scene.subject = {"BTCUSDT", 2, 0.01, "BTC"};
        m_glyphs.setFont(numberFont(12), ratio);
        m_bold.setFont(numberFont(12, QFont::Medium), ratio);
        scene.panes.front().format = {chart::ValueFormat::Kind::Fixed, 2, 0.01};
        scene.time.setWidth(size.width() - axisWidth);
        scene.time.setCount(m_series.columns().size());
        scene.time.jumpToLatest();
    }

    /// Shows so many bars at the end.
    void show(double visible)
    {
        scene.time.zoomAt(0, scene.time.visible() / visible);
        scene.time.jumpToLatest();
    }

    DeskStudy& addStudy(const char* text)
    {
        std::vector<chart::ChartStudy> taken;
        for (const auto& own : studies)
            taken.push_back(own->study);
        auto added = std::make_unique<DeskStudy>();
        added->study = chart::newStudy(*indicators::parseStudy(text), taken);
        added->series = std::move(*StudySeries::make(added->study.spec, m_series.interval()));
        added->series->advance(m_series.columns().view());
        added->pyramids.resize(added->series->outputs());
        const auto& info = *added->study.spec.study;
        added->study.pane = 0;
        if (!info.pane.isOverlay) {
            chart::Pane pane;
            pane.key = added->study.pane = static_cast<int>(scene.panes.size());
            pane.share = 0.3;
            pane.guides = info.pane.levels;
            scene.panes.push_back(pane);
            scene.findPricePane();
        }
        added->plot.study = &added->study;
        for (std::size_t i = 0; i < added->pyramids.size(); ++i)
            added->plot.columns.push_back(
                {added->series->values(i), &added->pyramids[i], info.displacement(i, added->study.spec.arguments)});
        studies.push_back(std::move(added));
        return *studies.back();
    }

    void layOut()
    {
        const int width = scene.px(m_size.width()), height = scene.px(m_size.height()), axis = scene.px(axisWidth);
        const int bottom = height - scene.px(26);
        double shares = 0;
        for (const auto& pane : scene.panes)
            shares += pane.share;
        int top = 0;
        for (auto& pane : scene.panes) {
            const int own = static_cast<int>(bottom * pane.share / shares);
            pane.rect = QRect(0, top, width - axis, own - scene.line());
            pane.axis = QRect(width - axis, top, axis, own - scene.line());
            top += own;
        }
        scene.panes.back().rect.setBottom(bottom - 1);
        scene.panes.back().axis.setBottom(bottom - 1);
        scene.timeAxis = QRect(0, bottom, width - axis, height - bottom);
        scene.corner = QRect(width - axis, bottom, axis, height - bottom);
        const QRect& price = scene.price().rect;
        scene.volume =
            volumeShown ? QRect(0, price.bottom() - price.height() / 6 + 1, price.width(), price.height() / 6) : QRect();
        fit();
    }

    void fit()
    {
        const auto& bars = scene.shown != nullptr ? *scene.shown : m_series.columns();
        const auto seen = bars.merged(scene.firstVisible(), scene.endVisible());
        scene.volumeTop = m_series.columns().merged(scene.firstVisible(), scene.endVisible()).volume;
        for (auto& pane : scene.panes) {
            double low = INFINITY, high = -INFINITY, fixedLow = 0, fixedHigh = 0;
            if (pane.isPrice() && !seen.isEmpty())
                low = seen.low, high = seen.high;
            for (const auto& own : studies) {
                if (own->study.pane != pane.key)
                    continue;
                const auto range = chart::seenRange(scene, own->plot);
                low = std::min(low, range.low), high = std::max(high, range.high);
                fixedLow = own->study.spec.study->pane.low, fixedHigh = own->study.spec.study->pane.high;
            }
            if (!pane.isPrice())
                pane.format = {high >= 100'000 ? chart::ValueFormat::Kind::Compact : chart::ValueFormat::Kind::Fixed,
                               high < 1e-3 ? 10 : 2, 0};
            if (fixedLow < fixedHigh && !pane.isPrice())
                pane.scale.fit(fixedLow, fixedHigh, 0.06, 0.06, 0);
            else if (low <= high)
                pane.scale.fit(low, high, 0.1, pane.isPrice() && volumeShown ? 0.2 : 0.08, pane.format.tick);
        }
    }

    QImage paint(bool withLive = true)
    {
        layOut();
        QImage image(scene.corner.right() + 1, scene.corner.bottom() + 1, QImage::Format_RGB32);
        image.fill(scene.theme.panel);
        QPainter painter(&image);
        m_axes.prepare(scene);
        painter.setClipRect(scene.plotArea());
        m_axes.paintBack(painter, scene);
        const std::size_t end = m_series.lastIndex();
        for (const bool isLast : {false, true}) {
            if (isLast && !withLive)
                break;
            painter.setClipRect(scene.price().rect);
            isLast ? m_candles.paintOne(painter, scene, end) : m_candles.paint(painter, scene, end);
            painter.setClipRect(scene.plotArea());
            for (const auto& own : studies) {
                for (const auto& pane : scene.panes) {
                    if (pane.key == own->study.pane)
                        isLast ? m_studies.paintLast(painter, scene, pane, own->plot)
                               : m_studies.paint(painter, scene, pane, own->plot, end);
                }
            }
        }
        painter.setClipRect(scene.price().rect);
        m_signs.paint(painter, scene, markers);
        if (withLive)
            m_signs.paintLast(painter, scene, markers);
        if (highLow)
            paintExtremes(painter, scene);
        painter.setClipping(false);
        for (const auto& pane : scene.panes)
            painter.fillRect(0, pane.rect.bottom() + 1, image.width(), scene.line(), scene.theme.border);
        m_axes.paintFront(painter, scene);
        return image;
    }

    const chart::ChartSeries& series() const { return m_series; }
    chart::ChartSeries& series() { return m_series; }

    chart::ChartScene scene;
    std::vector<std::unique_ptr<DeskStudy>> studies;
    bool volumeShown = true;
    bool highLow = false;
    chart::MarkerSeries markers;
    static constexpr int axisWidth = 78;

private:
    QSize m_size;
    chart::ChartSeries m_series;
    paint::GlyphCache m_glyphs, m_bold;
    chart::CandlePainter m_candles;
    chart::StudyPainter m_studies;
    chart::AxisPainter m_axes;
    chart::MarkerPainter m_signs;
};

} // namespace spreadline::test
