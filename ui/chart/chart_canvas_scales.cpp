// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_canvas.h"

#include <algorithm>
#include <cmath>

namespace spreadline::chart {
namespace {

constexpr double topMargin = 0.05; ///< below the legend, as a share of the pane
constexpr double bottomMargin = 0.04;
constexpr double studyMargin = 0.08;
constexpr double fixedMargin = 0.03;    ///< around a scale whose ends are known
constexpr double mostLegend = 0.3;      ///< of the pane, that is kept free for it
constexpr double liveVolumeRoom = 1.25; ///< how far the forming bar's volume may still grow before the picture is drawn anew
constexpr double leastLogShare = 0.25;  ///< of the lowest price: a band near zero must not take the whole of a log scale
constexpr double compactFrom = 100'000;

// Three digits that count: 55.23, 0.00123, 1.2M.
ValueFormat formatFor(const ValueRange& range)
{
    const double size = std::max(std::abs(range.low), std::abs(range.high));
    if (size >= compactFrom)
        return {ValueFormat::Kind::Compact, 2, 0};
    if (!(size > 0))
        return {};
    return {ValueFormat::Kind::Fixed, std::clamp(2 - static_cast<int>(std::floor(std::log10(size))), 2, 10), 0};
}

bool isLine(PriceStyle style)
{
    return style == PriceStyle::Line || style == PriceStyle::Area;
}

void widen(ValueRange& range, double low, double high)
{
    range.low = std::min(range.low, low);
    range.high = std::max(range.high, high);
}

} // namespace

void ChartCanvas::fitScales()
{
    takeBase();
    fitCompared();
    fitPrices();
    for (Pane& pane : m_scene.panes) {
        if (!pane.isPrice())
            fitStudies(pane);
    }
    for (const auto& entry : m_deck.all()) {
        if (!entry->ownPane)
            continue;
        Pane& own = *entry->ownPane;
        own.rect = m_scene.price().rect;
        own.axis = m_scene.price().axis;
        const ValueRange seen = seenRange(m_scene, entry->plot);
        own.scale.fit(seen.low, seen.high, topMargin + studyMargin, bottomMargin + studyMargin, 0);
        if (!seen.isEmpty())
            own.format = formatFor(seen);
    }
}

// Percents count from the first bar in sight.
void ChartCanvas::takeBase()
{
    PriceScale& scale = m_scene.price().scale;
    const auto closes = m_series.columns().closes();
    const double first = std::ceil(std::max(0.0, m_scene.time.left() - 0.5));
    auto slot = std::min(static_cast<std::size_t>(first), closes.size());
    while (slot < closes.size() && closes[slot] != closes[slot])
        ++slot;
    m_baseSlot = slot;
    scale.setBase(slot < closes.size() ? closes[slot] : 0);
}

void ChartCanvas::fitPrices()
{
    const auto& columns = *m_scene.shown;
    const std::size_t from = m_scene.firstVisible(), to = m_scene.endVisible();
    const MergedBars seen = columns.merged(from, to);
    if (seen.isEmpty())
        return;
    m_scene.volumeTop = seen.volume;
    if (to == columns.size() && columns.volumes().back() * liveVolumeRoom > seen.volume)
        m_scene.volumeTop = columns.volumes().back() * liveVolumeRoom;
    m_shownLow = isLine(m_scene.style) ? seen.lowClose : seen.low;
    m_shownHigh = isLine(m_scene.style) ? seen.highClose : seen.high;
    Pane& pane = m_scene.price();
    if (pane.scale.isAuto() && !pane.rect.isEmpty()) {
        const double legend = static_cast<double>(ChartLegend::headlineHeight(m_scene)) / pane.rect.height();
        const double volume = static_cast<double>(m_scene.volume.height()) / pane.rect.height();
        const ValueRange range = seenPrices(m_shownLow, m_shownHigh);
        pane.scale.fit(range.low, range.high, topMargin + std::min(mostLegend, legend), volume + bottomMargin,
                       m_scene.subject.tick);
    }
    for (const auto& other : m_compared) { // on the same scale as far as percents go
        other->pane.rect = pane.rect;
        other->pane.axis = pane.axis;
        const auto closes = other->series.closes();
        if (!pane.scale.isPercent() || other->baseSlot >= closes.size())
            continue;
        const double own = closes[other->baseSlot] / pane.scale.base();
        other->pane.scale = pane.scale;
        other->pane.scale.setBase(closes[other->baseSlot]);
        if (own > 0)
            other->pane.scale.fit(pane.scale.low() * own, pane.scale.high() * own, 0, 0, 0);
    }
}

// Studies over the candles are seen as well, but one that is far away does not flatten them.
ValueRange ChartCanvas::seenPrices(double low, double high) const
{
    const PriceScale& scale = m_scene.price().scale;
    ValueRange range;
    for (const auto& entry : m_deck.all()) {
        if (entry->study.pane != Pane::priceKey || entry->ownPane)
            continue;
        const ValueRange own = seenRange(m_scene, entry->plot);
        widen(range, own.low, own.high);
    }
    range.low = std::max(range.low, low - (high - low));
    range.high = std::min(range.high, high + (high - low));
    if (scale.mode() == ScaleMode::Log && low > 0)
        range.low = std::max(range.low, low * leastLogShare);
    widen(range, low, high);
    for (const auto& other : m_compared) {
        const auto closes = other->series.closes();
        if (!scale.isPercent() || !other->look.isShown || other->baseSlot >= closes.size() || !(closes[other->baseSlot] > 0))
            continue;
        const double factor = scale.base() / closes[other->baseSlot];
        const ValueRange own = other->series.column().merged(m_scene.firstVisible(), m_scene.endVisible());
        if (!own.isEmpty())
            widen(range, own.low * factor, own.high * factor);
    }
    return range;
}

// Where the lines of other symbols begin, and their own scales unless they share the candles'.
void ChartCanvas::fitCompared()
{
    const PriceScale& scale = m_scene.price().scale;
    for (const auto& other : m_compared) {
        const auto closes = other->series.closes();
        other->baseSlot = std::min(m_baseSlot, closes.size());
        while (other->baseSlot < closes.size() && !(closes[other->baseSlot] > 0))
            ++other->baseSlot;
        if (scale.isPercent())
            continue;
        const ValueRange own = other->series.column().merged(m_scene.firstVisible(), m_scene.endVisible());
        other->pane.scale = PriceScale();
        other->pane.scale.setMode(scale.mode());
        other->pane.scale.setInverted(scale.isInverted());
        other->pane.scale.fit(own.low, own.high, topMargin + studyMargin, bottomMargin + studyMargin, 0);
    }
}

void ChartCanvas::fitStudies(Pane& pane)
{
    if (!pane.scale.isAuto())
        return;
    ValueRange range;
    bool isFixed = true;
    for (const auto& entry : m_deck.all()) {
        if (entry->study.pane != pane.key || !entry->study.isShown)
            continue;
        const auto& wanted = entry->info().pane;
        const bool hasEnds = wanted.low < wanted.high;
        const ValueRange seen = hasEnds ? ValueRange() : seenRange(m_scene, entry->plot);
        isFixed &= hasEnds;
        widen(range, hasEnds ? wanted.low : seen.low, hasEnds ? wanted.high : seen.high);
    }
    if (range.isEmpty())
        return;
    if (!isFixed) {
        for (const double level : pane.guides)
            widen(range, level, level);
    }
    const double margin = isFixed ? fixedMargin : studyMargin;
    pane.format = formatFor(range);
    pane.scale.fit(range.low, range.high, margin, margin, 0);
}

// Whether a value that is seen stands inside its scale.
bool ChartCanvas::fits(const Pane& pane, const ValueColumn& column) const
{
    if (!pane.scale.isAuto() || column.values.empty() || pane.rect.isEmpty())
        return true;
    const double value = column.values.back();
    const double x = m_scene.time.x(static_cast<double>(column.values.size()) - 1 + column.displacement);
    if (value != value || x < 0 || x > m_scene.time.width())
        return true;
    return value >= pane.scale.low() && value <= pane.scale.high();
}

// Whether what forms can be painted over the cached picture as it stands.
bool ChartCanvas::fitsPicture() const
{
    if (m_series.columns().isEmpty() || m_staticDirty)
        return !m_staticDirty;
    for (const auto& entry : m_deck.all()) {
        const Pane& pane = paneOf(*entry);
        for (std::size_t i = 0; i < entry->plot.columns.size() && entry->study.isShown; ++i) {
            if (entry->study.looks[i].isShown && !fits(pane, entry->plot.columns[i]))
                return false;
        }
    }
    const PriceScale& scale = m_scene.price().scale;
    const bool isOwnBase = scale.isPercent() && m_baseSlot == m_series.lastIndex();
    for (const auto& other : m_compared) {
        if (other->look.isShown && (isOwnBase || (scale.isAuto() && !fits(other->pane, other->series.column()))))
            return false;
    }
    if (!isLastVisible())
        return true;
    const Bar bar = m_scene.shown->at(m_series.lastIndex());
    const bool baseStands = !isOwnBase || bar.close == scale.base();
    const double low = isLine(m_scene.style) ? bar.close : bar.low, high = isLine(m_scene.style) ? bar.close : bar.high;
    return baseStands && bar.volume <= m_scene.volumeTop && high <= m_shownHigh && low >= m_shownLow;
}

} // namespace spreadline::chart
