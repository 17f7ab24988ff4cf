// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/study_painter.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace spreadline::chart {
namespace {

using indicators::Output;
using indicators::StudyInfo;

constexpr double shadeDark = 0.11, shadeLight = 0.09; ///< how strong the space between two lines is tinted
constexpr double weakShare = 0.45;                    ///< of a histogram bar that comes back to zero
constexpr double volumeShare = 0.6;                   ///< of a histogram that has no sign: it stands close and would shout
constexpr double lineDot = 1.5;                       ///< half a marker, logical pixels
enum Shade : std::size_t { Up, UpWeak, Down, DownWeak };

/// Clips to the pane while it lives.
class PaneClip {
public:
    PaneClip(QPainter& painter, const Pane& pane) : m_painter(painter)
    {
        m_painter.save();
        m_painter.setClipRect(pane.rect, Qt::IntersectClip);
        m_painter.setRenderHint(QPainter::Antialiasing, false);
    }
    ~PaneClip() { m_painter.restore(); }
    PaneClip(const PaneClip&) = delete;
    PaneClip& operator=(const PaneClip&) = delete;

private:
    QPainter& m_painter;
};

const Output& outputOf(const StudyPlot& plot, std::size_t i)
{
    return plot.study->spec.study->outputs[i];
}

std::size_t outputsOf(const StudyPlot& plot)
{
    if (plot.study == nullptr || !plot.study->isShown)
        return 0;
    return std::min({plot.columns.size(), plot.study->looks.size(), plot.study->spec.study->outputs.size()});
}

bool isTwoColoured(const StudyPlot& plot, std::size_t i)
{
    return outputOf(plot, i).role == Output::Role::UpDown && plot.study->looks[i].ink == Ink::Up;
}

QColor colourOf(const ChartScene& scene, const StudyPlot& plot, std::size_t i)
{
    const OutputLook& look = plot.study->looks[i];
    return plot.isStale ? scene.theme.stale : scene.colour(look.ink, look.custom);
}

LineLook lineLook(const ChartScene& scene, const StudyPlot& plot, std::size_t i)
{
    const OutputLook& look = plot.study->looks[i];
    const bool isSplit = isTwoColoured(plot, i);
    return {isSplit ? scene.theme.up : colourOf(scene, plot, i), std::max(1, scene.px(look.width)), look.dash, scene.theme.down,
            isSplit};
}

std::size_t outputNamed(const StudyPlot& plot, std::string_view name)
{
    const auto& outputs = plot.study->spec.study->outputs;
    return static_cast<std::size_t>(std::ranges::find(outputs, name, &Output::name) - outputs.begin());
}

QColor tinted(const ChartScene& scene, QColor colour)
{
    colour.setAlphaF(static_cast<float>(scene.theme.isDark ? shadeDark : shadeLight));
    return colour;
}

// Which of a histogram's colours: by the bar for what has no sign of its own (volume); else by the sign, and of an oscillator
// also by whether it grows.
Shade shadeOf(const ChartScene& scene, const StudyInfo& info, std::size_t index, double value, double before)
{
    if (info.pane.levels.empty()) {
        const auto& bars = scene.series->columns();
        return index < bars.size() && bars.closes()[index] < bars.opens()[index] ? Down : Up;
    }
    using Category = StudyInfo::Category;
    const bool isOscillator = info.category == Category::Trend || info.category == Category::Momentum;
    if (!isOscillator || std::isnan(before))
        return value < 0 ? Down : Up;
    return value < 0 ? (value > before ? DownWeak : Down) : (value < before ? UpWeak : Up);
}

} // namespace

bool StudyPainter::Job::shows(std::size_t output, Output::Kind kind) const
{
    return plot.study->looks[output].isShown && outputOf(plot, output).kind == kind;
}

Slots StudyPainter::Job::slots(const ValueColumn& column) const
{
    if (!isLast)
        return visibleSlots(scene, column, end);
    const Slots last = lastSlots(scene, column);
    return last.isEmpty() ? last : Slots{last.to - 1, last.to};
}

void StudyPainter::paintShade(QPainter& painter, const Job& job, std::size_t output)
{
    const std::size_t to = outputNamed(job.plot, outputOf(job.plot, output).fillTo);
    if (to >= outputsOf(job.plot))
        return;
    const bool isCloud = outputOf(job.plot, output).kind == Output::Kind::Cloud;
    const QColor above = tinted(job.scene, colourOf(job.scene, job.plot, output));
    const BandPainter::Look look{above, isCloud ? tinted(job.scene, colourOf(job.scene, job.plot, to)) : above};
    const auto &first = job.plot.columns[output], &second = job.plot.columns[to];
    if (job.isLast)
        m_band.paintLast(painter, job.scene, job.pane, first, second, look);
    else
        m_band.paint(painter, job.scene, job.pane, first, second, look, job.end);
}

void StudyPainter::paintLine(QPainter& painter, const Job& job, std::size_t output)
{
    const LineLook look = lineLook(job.scene, job.plot, output);
    if (job.isLast)
        m_line.paintLast(painter, job.scene, job.pane, job.plot.columns[output], look);
    else
        m_line.paint(painter, job.scene, job.pane, job.plot.columns[output], look, job.end);
}

void StudyPainter::collectHistogram(const Job& job, std::size_t output, Slots slots)
{
    const auto& column = job.plot.columns[output];
    const StudyInfo& info = *job.plot.study->spec.study;
    const int zero = job.pane.y(0), least = job.scene.line();
    const bool isMerged = job.scene.isMerged();
    const int width = isMerged ? 1 : job.scene.bodyWidth(), wick = std::min(job.scene.line(), width);
    double before = std::numeric_limits<double>::quiet_NaN();
    if (!slots.isEmpty() && slots.from > 0)
        before = column.values[slots.from - 1];
    const auto add = [&](const Spot& spot, double value) {
        const int y = job.pane.y(value), top = std::min(zero, y);
        const int x = static_cast<int>(std::floor(spot.x));
        const int left = isMerged ? x : x - wick / 2 - (width - wick) / 2;
        m_rects[shadeOf(job.scene, info, spot.index, value, before)].emplace_back(left, top, width,
                                                                                  std::max(least, std::max(zero, y) - top));
    };
    walk(job.scene, column, slots, [&](const Spot& spot) {
        if (isMerged && spot.range.low < 0 && spot.range.high > 0) {
            add(spot, spot.range.low);
            add(spot, spot.range.high);
        } else {
            add(spot, spot.range.high > 0 ? spot.range.high : spot.range.low);
        }
        before = spot.range.last;
    });
}

void StudyPainter::paintHistogram(QPainter& painter, const Job& job, std::size_t output)
{
    collectHistogram(job, output, job.slots(job.plot.columns[output]));
    const bool isSplit = isTwoColoured(job.plot, output);
    const QColor one = colourOf(job.scene, job.plot, output);
    const QColor up = isSplit ? job.scene.theme.up : one, down = isSplit ? job.scene.theme.down : one;
    const bool isFaint = outputOf(job.plot, output).role == Output::Role::Muted;
    const double share = isFaint ? weakShare : job.plot.study->spec.study->pane.levels.empty() ? volumeShare : 1;
    const auto tint = [&](const QColor& colour, double strength) { return blended(job.scene.theme.panel, colour, strength); };
    fillRects(painter, m_rects[Up], tint(up, share));
    fillRects(painter, m_rects[UpWeak], tint(up, weakShare));
    fillRects(painter, m_rects[Down], tint(down, share));
    fillRects(painter, m_rects[DownWeak], tint(down, weakShare));
    for (auto& rects : m_rects)
        rects.clear();
}

// Small discs, of a few rectangles each.
void StudyPainter::collectMarkers(const Job& job, std::size_t output, Slots slots)
{
    const int reach = std::max(1, static_cast<int>(lineDot * job.scene.dpr * job.plot.study->looks[output].width));
    const auto add = [&](double x, double value) {
        const int left = static_cast<int>(std::floor(x)), y = job.pane.y(value);
        m_rects[0].emplace_back(left - reach / 2, y - reach, reach / 2 * 2 + 1, 2 * reach + 1);
        m_rects[0].emplace_back(left - reach, y - reach / 2, 2 * reach + 1, reach / 2 * 2 + 1);
        if (reach > 2)
            m_rects[0].emplace_back(left - reach + 1, y - reach + 1, 2 * reach - 1, 2 * reach - 1);
    };
    walk(job.scene, job.plot.columns[output], slots, [&](const Spot& spot) {
        if (!job.scene.isMerged()) {
            add(spot.x, spot.range.last);
            return;
        }
        const int x = static_cast<int>(std::floor(spot.x)), size = job.scene.line();
        m_rects[0].emplace_back(x, job.pane.y(spot.range.high), size, size);
        m_rects[0].emplace_back(x, job.pane.y(spot.range.low), size, size);
    });
}

void StudyPainter::paintMarkers(QPainter& painter, const Job& job, std::size_t output)
{
    collectMarkers(job, output, job.slots(job.plot.columns[output]));
    fillRects(painter, m_rects[0], colourOf(job.scene, job.plot, output));
    m_rects[0].clear();
}

void StudyPainter::collectCandles(const Job& job, std::size_t output, Slots slots)
{
    const auto &opens = job.plot.columns[output], &highs = job.plot.columns[output + 1], &lows = job.plot.columns[output + 2],
               &closes = job.plot.columns[output + 3];
    walk(job.scene, opens, slots, [&](const Spot& spot) {
        if (!job.scene.isMerged()) {
            const auto i = spot.index;
            const Candle candle{opens.values[i], highs.values[i], lows.values[i], closes.values[i],
                                closes.values[i] >= opens.values[i]};
            m_candles.add(job.scene, job.pane, job.scene.x(i), candle, CandleShape::Filled);
            return;
        }
        const int x = static_cast<int>(std::floor(spot.x));
        const Slots own = slotsAt(job.scene, opens, x, 1, slots.to);
        const double close = closes.merged(own.from, own.to).last;
        const Candle candle{spot.range.first, highs.merged(own.from, own.to).high, lows.merged(own.from, own.to).low, close,
                            close >= spot.range.first};
        m_candles.addColumn(job.pane, x, candle, CandleShape::Filled);
    });
}

bool StudyPainter::isCandle(const Job& job, std::size_t output)
{
    return job.shows(output, Output::Kind::Candle) && outputOf(job.plot, output).name == "open"
        && output + 3 < outputsOf(job.plot);
}

void StudyPainter::paintCandles(QPainter& painter, const Job& job, std::size_t output)
{
    collectCandles(job, output, job.slots(job.plot.columns[output]));
    const QColor one = colourOf(job.scene, job.plot, output);
    const bool isSplit = isTwoColoured(job.plot, output);
    m_candles.flush(painter, {isSplit ? job.scene.theme.up : one, isSplit ? job.scene.theme.down : one, job.scene.theme.panel},
                    job.scene.isMerged());
}

void StudyPainter::paintAll(QPainter& painter, const Job& job)
{
    using Kind = Output::Kind;
    const std::size_t count = outputsOf(job.plot);
    if (count == 0 || job.pane.rect.isEmpty() || job.scene.series->columns().isEmpty())
        return;
    const PaneClip clip(painter, job.pane);
    for (std::size_t i = 0; i < count; ++i) {
        if (job.plot.study->looks[i].isShown && !outputOf(job.plot, i).fillTo.empty())
            paintShade(painter, job, i);
    }
    for (std::size_t i = 0; i < count; ++i) {
        if (job.shows(i, Kind::Histogram))
            paintHistogram(painter, job, i);
    }
    for (std::size_t i = 0; i < count; ++i) {
        if (job.shows(i, Kind::Line) || job.shows(i, Kind::Cloud))
            paintLine(painter, job, i);
        else if (job.shows(i, Kind::Markers))
            paintMarkers(painter, job, i);
        else if (isCandle(job, i))
            paintCandles(painter, job, i);
    }
}

void StudyPainter::paint(QPainter& painter, const ChartScene& scene, const Pane& pane, const StudyPlot& plot, std::size_t end)
{
    paintAll(painter, {scene, pane, plot, end, false});
}

void StudyPainter::paintLast(QPainter& painter, const ChartScene& scene, const Pane& pane, const StudyPlot& plot)
{
    paintAll(painter, {scene, pane, plot, 0, true});
}

QRegion StudyPainter::lastRegion(const ChartScene& scene, const Pane& pane, const StudyPlot& plot)
{
    QRegion region;
    for (std::size_t i = 0; i < outputsOf(plot); ++i) {
        const OutputLook& look = plot.study->looks[i];
        const Slots last = lastSlots(scene, plot.columns[i]);
        if (!look.isShown || outputOf(plot, i).kind == Output::Kind::Value || last.isEmpty())
            continue;
        const int reach = std::max(scene.bodyWidth() / 2, scene.px(2 * look.width)) + scene.line() + 1;
        const int from = columnOf(scene, plot.columns[i], last.from) - reach;
        const int to = columnOf(scene, plot.columns[i], last.to - 1) + reach;
        region += QRect(from, pane.rect.top(), to - from + 1, pane.rect.height()) & pane.rect;
    }
    return region;
}

bool StudyPainter::hits(const ChartScene& scene, const Pane& pane, const StudyPlot& plot, QPoint at, int reach)
{
    using Kind = Output::Kind;
    if (pane.rect.isEmpty() || scene.series->columns().isEmpty())
        return false;
    StudyPainter own;
    const Job job{scene, pane, plot, 0, false};
    const QRect around(at.x() - reach, at.y() - reach, 2 * reach + 1, 2 * reach + 1);
    for (std::size_t i = 0; i < outputsOf(plot); ++i) {
        const Slots near = slotsNear(scene, plot.columns[i], at.x(), reach + scene.bodyWidth());
        if ((job.shows(i, Kind::Line) || job.shows(i, Kind::Cloud)) && own.m_line.hits(scene, pane, plot.columns[i], at, reach))
            return true;
        if (job.shows(i, Kind::Histogram))
            own.collectHistogram(job, i, near);
        if (job.shows(i, Kind::Markers))
            own.collectMarkers(job, i, near);
        if (isCandle(job, i))
            own.collectCandles(job, i, near);
    }
    return own.m_candles.hits(at, reach) || std::ranges::any_of(own.m_rects, [&](const auto& rects) {
               return std::ranges::any_of(rects, [&](const QRect& rect) { return rect.intersects(around); });
           });
}

} // namespace spreadline::chart
