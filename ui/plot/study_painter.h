// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/band_painter.h"
#include "plot/candle_batch.h"
#include "plot/line_painter.h"
#include "plot/study_plot.h"

#include <QRegion>

#include <array>
#include <vector>

class QPainter;

namespace spreadline::chart {

/// Draws studies into their pane: lines, histograms, markers, clouds, bands, candles. One merged value a pixel column where bars are
/// narrower than that. An empty slot does not break a line, a missing value of a real bar does. Its buffers live as long as it
/// does: nothing is allocated per frame. Draws nothing outside the pane.
class StudyPainter {
public:
    /// Everything of the values of slots before `end` (with `end` = the last slot, the forming one is left to the live layer).
    void paint(QPainter& painter, const ChartScene& scene, const Pane& pane, const StudyPlot& plot, std::size_t end);
    /// What belongs to the last slot: the piece from the value before it to its own, wherever displacement puts it.
    void paintLast(QPainter& painter, const ChartScene& scene, const Pane& pane, const StudyPlot& plot);
    /// What paintLast covers: whole columns of the pane, so that a value may move up and down in them.
    static QRegion lastRegion(const ChartScene& scene, const Pane& pane, const StudyPlot& plot);

    /// Whether a line or figure of the study passes within `reach` device pixels of the point. Shades between lines do not count.
    static bool hits(const ChartScene& scene, const Pane& pane, const StudyPlot& plot, QPoint at, int reach);

private:
    /// What is drawn in one call: all before `end`, or the last slot only.
    struct Job {
        const ChartScene& scene;
        const Pane& pane;
        const StudyPlot& plot;
        std::size_t end = 0;
        bool isLast = false;

        bool shows(std::size_t output, indicators::Output::Kind kind) const;
        Slots slots(const ValueColumn& column) const;
    };
    void paintAll(QPainter& painter, const Job& job);
    void paintShade(QPainter& painter, const Job& job, std::size_t output);
    void paintLine(QPainter& painter, const Job& job, std::size_t output);
    void paintHistogram(QPainter& painter, const Job& job, std::size_t output);
    void paintMarkers(QPainter& painter, const Job& job, std::size_t output);
    void paintCandles(QPainter& painter, const Job& job, std::size_t output);
    static bool isCandle(const Job& job, std::size_t output); ///< the first of the four outputs of one
    void collectHistogram(const Job& job, std::size_t output, Slots slots);
    void collectMarkers(const Job& job, std::size_t output, Slots slots);
    void collectCandles(const Job& job, std::size_t output, Slots slots);

    LinePainter m_line;
    BandPainter m_band;
    CandleBatch m_candles;
    std::array<std::vector<QRect>, 4> m_rects; ///< by shade: up, up weakly, down, down weakly
};

} // namespace spreadline::chart
