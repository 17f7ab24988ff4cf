// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/axis_painter.h"

#include "plot/value_text.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace spreadline::chart {
namespace {

constexpr int priceGap = 46;         ///< logical pixels between the lines of the price pane, at least
constexpr int studyGap = 28;         ///< the same in lower panes, of which a few lines are enough
constexpr int timeGap = 84;          ///< the same for time lines
constexpr int labelRoom = 8;         ///< between two time labels
constexpr int labelLeft = 8;         ///< between the axis line and a label
constexpr int guideDash = 4;         ///< of a guide level, logical pixels
constexpr double guideShare = 0.65;  ///< how strong it is
constexpr int zoneReach = 72;        ///< how far the zone's name may stand out of its corner
constexpr int zoneNeeds = 420;       ///< the width of a time axis that has room for that
constexpr std::size_t shadedGap = 3; ///< a hole of so many slots is shaded; smaller ones are just empty

} // namespace

void AxisPainter::prepare(const ChartScene& scene)
{
    m_lines.clear();
    m_levels.resize(scene.panes.size());
    for (auto& levels : m_levels)
        levels.clear();
    if (scene.series->columns().isEmpty())
        return;
    for (std::size_t i = 0; i < scene.panes.size(); ++i)
        prepareValues(scene, i);
    prepareTime(scene);
}

// Guides come first: a level that means something is not left out for one that does not.
void AxisPainter::prepareValues(const ChartScene& scene, std::size_t index)
{
    const Pane& pane = scene.panes[index];
    if (pane.rect.isEmpty())
        return;
    auto& levels = m_levels[index];
    const int apart = scene.glyphs->in(scene.theme.textMuted).height();
    const auto isFree = [&](double value) {
        return std::ranges::none_of(levels, [&](const Level& level) {
            return level.isLabelled && std::abs(pane.y(level.value) - pane.y(value)) < apart;
        });
    };
    for (const double guide : pane.guides) {
        if (guide >= pane.scale.low() && guide <= pane.scale.high())
            levels.push_back({guide, true, isFree(guide)});
    }
    const int most = std::max(1, pane.rect.height() / scene.px(pane.isPrice() ? priceGap : studyGap));
    scaleTicks(pane.scale, pane.format.tick, most, m_values);
    for (const double value : m_values) {
        if (isFree(value))
            levels.push_back({value, false, true});
    }
}

void AxisPainter::prepareTime(const ChartScene& scene)
{
    const ChartSeries& series = *scene.series;
    const auto first = static_cast<std::int64_t>(std::floor(scene.time.left()));
    const auto last = static_cast<std::int64_t>(std::ceil(scene.time.right()));
    const auto size = static_cast<std::int64_t>(series.columns().size());
    const bool open = series.interval().isCalendar(); // the axis goes on where there is no bar yet
    const std::int64_t start = open ? first : std::clamp<std::int64_t>(first, 0, size - 1);
    const std::int64_t end = open ? last : std::clamp<std::int64_t>(last, 0, size - 1);
    const std::int64_t from = series.timeAt(start), to = series.timeAt(end);
    const double pixels = scene.xExact(static_cast<double>(end)) - scene.xExact(static_cast<double>(start));
    const double perPixel = static_cast<double>(to - from) / 1e9 / std::max(1.0, pixels);
    const int nearest = open ? 0 : scene.px(timeGap) / 2; // bars of a count of trades stand unevenly in time
    timeTicks(from, to, timeStep(perPixel * scene.px(timeGap)), scene.zone, m_ticks);
    for (const TimeTick& tick : m_ticks) {
        const double slot = series.slotOf(tick.time);
        const int x = static_cast<int>(std::floor(scene.xExact(slot)));
        if (x < scene.timeAxis.left() || x > scene.timeAxis.right())
            continue;
        if (!m_lines.empty() && x > m_lines.back().x && x - m_lines.back().x < nearest)
            continue;
        if (!m_lines.empty() && m_lines.back().x == x) // a hole in the data swallowed the time between them
            m_lines.pop_back();
        m_lines.push_back({tick, x});
    }
}

int AxisPainter::priceLabelWidth(const ChartScene& scene) const
{
    auto& glyphs = scene.glyphs->in(scene.theme.textMuted);
    int widest = 0;
    for (const Pane& pane : scene.panes) {
        if (pane.rect.isEmpty())
            continue;
        if (pane.format.kind == ValueFormat::Kind::Compact) // a step may be longer than the ends are
            widest = std::max(widest, glyphs.width(pane.scale.low() < 0 ? "−99.9M" : "99.9M"));
        for (const double value : {pane.scale.low(), pane.scale.high()}) {
            paint::TextLine text;
            addValue(text, value, pane);
            widest = std::max(widest, glyphs.width(text.view()));
        }
    }
    return widest;
}

void AxisPainter::paintGaps(QPainter& painter, const ChartScene& scene, const Pane& pane) const
{
    if (scene.isMerged())
        return;
    const auto opens = scene.series->columns().opens();
    const std::size_t end = scene.endVisible();
    painter.setBrush(QBrush(scene.theme.border, Qt::BDiagPattern));
    for (std::size_t i = scene.firstVisible(); i < end; ++i) {
        const std::size_t from = i;
        while (i < end && opens[i] != opens[i])
            ++i;
        if (i - from < shadedGap)
            continue;
        const int left = static_cast<int>(scene.xExact(static_cast<double>(from) - 0.5));
        const int right = static_cast<int>(scene.xExact(static_cast<double>(i) - 0.5));
        painter.drawRect(left, pane.rect.top(), right - left, pane.rect.height());
    }
}

// Guides are dashed by hand: a dashed pen goes through the stroker.
void AxisPainter::paintLevels(QPainter& painter, const ChartScene& scene, std::size_t index) const
{
    const Pane& pane = scene.panes[index];
    const int dash = scene.px(guideDash);
    const QColor guide = blended(scene.theme.panel, scene.theme.textFaint, guideShare);
    for (const Level& level : m_levels[index]) {
        const int y = pane.y(level.value);
        if (!level.isGuide) {
            painter.fillRect(pane.rect.left(), y, pane.rect.width(), scene.line(), scene.theme.grid);
            continue;
        }
        for (int x = pane.rect.left(); x <= pane.rect.right(); x += 2 * dash)
            painter.fillRect(x, y, std::min(dash, pane.rect.right() + 1 - x), scene.line(), guide);
    }
}

void AxisPainter::paintBack(QPainter& painter, const ChartScene& scene) const
{
    painter.setPen(Qt::NoPen);
    for (std::size_t i = 0; i < std::min(m_levels.size(), scene.panes.size()); ++i) {
        const QRect& rect = scene.panes[i].rect;
        if (rect.isEmpty())
            continue;
        paintGaps(painter, scene, scene.panes[i]);
        for (const Line& line : m_lines) {
            const QColor& colour = line.tick.rank >= TimeRank::Day ? scene.theme.border : scene.theme.grid;
            painter.fillRect(line.x, rect.top(), scene.line(), rect.height(), colour);
        }
        paintLevels(painter, scene, i);
    }
}

QRect AxisPainter::valueLabel(const ChartScene& scene, const Pane& pane, double value) const
{
    const auto& glyphs = scene.glyphs->in(scene.theme.textMuted);
    const int left = scene.px(labelLeft);
    return {pane.axis.left() + left, glyphs.topFor(pane.y(value)), pane.axis.width() - left, glyphs.height()};
}

void AxisPainter::makeRoom(QPainter& painter, const ChartScene& scene, const QRect& label) const
{
    for (std::size_t i = 0; i < std::min(m_levels.size(), scene.panes.size()); ++i) {
        if (!scene.panes[i].axis.intersects(label))
            continue;
        for (const Level& level : m_levels[i]) {
            if (const QRect own = valueLabel(scene, scene.panes[i], level.value); own.intersects(label))
                painter.fillRect(own & scene.panes[i].axis, scene.theme.panel);
        }
    }
}

void AxisPainter::paintValueLabels(QPainter& painter, const ChartScene& scene, std::size_t index) const
{
    const Pane& pane = scene.panes[index];
    auto& glyphs = scene.glyphs->in(scene.theme.textMuted);
    for (const Level& level : m_levels[index]) {
        const QRect label = valueLabel(scene, pane, level.value);
        if (!level.isLabelled || label.top() < pane.axis.top() || label.bottom() >= pane.axis.bottom())
            continue;
        paint::TextLine text;
        addValue(text, level.value, pane);
        glyphs.draw(painter, label.left(), label.top(), text.view());
    }
}

void AxisPainter::paintTimeLabels(QPainter& painter, const ChartScene& scene, int right) const
{
    auto& plain = scene.glyphs->in(scene.theme.textMuted);
    auto& strong = scene.boldGlyphs->in(scene.theme.text);
    const int top = plain.topFor(scene.timeAxis.center().y());
    int free = scene.timeAxis.left();
    for (const Line& line : m_lines) {
        paint::TextLine text;
        addTickLabel(text, line.tick, scene.zone);
        auto& glyphs = line.tick.rank >= TimeRank::Day ? strong : plain;
        const int half = glyphs.width(text.view()) / 2;
        if (line.x - half < free || line.x + half > right)
            continue;
        glyphs.drawCentred(painter, line.x, top, text.view());
        free = line.x + half + scene.px(labelRoom);
    }
}

// In its corner; a long name stands out of it to the left, as far as the time axis can spare. Returns where it starts.
int AxisPainter::paintZone(QPainter& painter, const ChartScene& scene) const
{
    const auto size = static_cast<std::int64_t>(scene.series->columns().size());
    const std::int64_t time = scene.series->timeAt(size - 1);
    auto& glyphs = scene.glyphs->in(scene.theme.textMuted);
    paint::TextLine text;
    addZoneName(text, time, scene.zone);
    const int room = scene.corner.width() - 2 * scene.px(labelRoom);
    const int spare = scene.timeAxis.width() > scene.px(zoneNeeds) ? scene.px(zoneReach) : 0;
    if (glyphs.width(text.view()) > room + spare)
        addZoneLabel(text.clear(), time, scene.zone);
    const int width = glyphs.width(text.view()), top = glyphs.topFor(scene.corner.center().y());
    const int left = width <= room ? scene.corner.center().x() - width / 2 : scene.corner.right() - scene.px(labelRoom) - width;
    glyphs.draw(painter, left, top, text.view());
    return left;
}

void AxisPainter::paintFront(QPainter& painter, const ChartScene& scene) const
{
    const int line = scene.line();
    painter.fillRect(scene.timeAxis.united(scene.corner), scene.theme.panel);
    for (std::size_t i = 0; i < std::min(m_levels.size(), scene.panes.size()); ++i) {
        const QRect& axis = scene.panes[i].axis;
        if (axis.isEmpty() || scene.panes[i].rect.isEmpty())
            continue;
        painter.fillRect(axis, scene.theme.panel);
        paintValueLabels(painter, scene, i);
    }
    painter.fillRect(scene.corner.left(), 0, line, scene.timeAxis.top(), scene.theme.border);
    painter.fillRect(0, scene.timeAxis.top(), scene.corner.right() + 1, line, scene.theme.border);
    const int zoneLeft = paintZone(painter, scene);
    paintTimeLabels(painter, scene, std::min(scene.timeAxis.right(), zoneLeft - scene.px(labelRoom)));
}

} // namespace spreadline::chart
