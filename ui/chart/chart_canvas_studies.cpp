// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_canvas.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace spreadline::chart {
namespace {

constexpr std::chrono::nanoseconds toTheEnd{-1};

} // namespace

int ChartCanvas::addStudy(ChartStudy study)
{
    const auto before = paneLayout();
    study.pane = placeStudy(study);
    const int id = m_deck.add(std::move(study));
    compute(slice);
    arrangePanes(before);
    Q_EMIT studiesChanged();
    return id;
}

bool ChartCanvas::changeStudy(int id, ChartStudy study)
{
    const DeckStudy* entry = m_deck.find(id);
    if (!entry || (study.spec != entry->study.spec && !StudySeries::make(study.spec, m_series.interval())))
        return false;
    const auto before = paneLayout();
    study.pane = placeStudy(study);
    if (!m_deck.change(id, std::move(study)))
        return false;
    compute(slice);
    arrangePanes(before);
    Q_EMIT studiesChanged();
    return true;
}

void ChartCanvas::removeStudy(int id)
{
    if (!m_deck.find(id))
        return;
    const auto before = paneLayout();
    m_deck.remove(id);
    arrangePanes(before);
    Q_EMIT studiesChanged();
}

std::vector<int> ChartCanvas::studyIds() const
{
    std::vector<int> ids;
    for (const auto& entry : m_deck.all())
        ids.push_back(entry->id);
    return ids;
}

const ChartStudy* ChartCanvas::study(int id) const
{
    const DeckStudy* entry = m_deck.find(id);
    return entry ? &entry->study : nullptr;
}

StudyState ChartCanvas::studyState(int id) const
{
    const DeckStudy* entry = m_deck.find(id);
    if (!entry)
        return {};
    if (!entry->series)
        return {true, 0, entry->error};
    BarColumns bars = m_series.columns().view();
    addInputs(entry->study, bars);
    return {entry->isComplete(), entry->series->missingInputs(bars), std::nullopt};
}

StudyPlot ChartCanvas::studyPlot(int id) const
{
    const DeckStudy* entry = m_deck.find(id);
    return entry ? entry->plot : StudyPlot();
}

// What came is taken over by all that stands slot for slot with the bars.
bool ChartCanvas::seriesChanged(const SeriesChange& change)
{
    const auto slots = m_series.columns().times();
    if (!change.reset && change.from >= slots.size())
        return false;
    m_deck.touched(change);
    m_depth.barsChanged(change.reset ? 0 : change.from);
    m_derivatives.align(m_series, change);
    if (m_scene.style == PriceStyle::HeikinAshi)
        m_heikin.touched(change, m_series.columns());
    for (const auto& other : m_compared)
        m_deck.otherTouched(QString::fromStdString(other->look.name), other->series.slotsChanged(change, slots));
    return compute(slice);
}

bool ChartCanvas::compute(std::chrono::nanoseconds budget)
{
    const auto& bars = m_series.columns();
    ComputeProgress progress = m_deck.advance(
        bars, [this](const ChartStudy& study, BarColumns& view) { addInputs(study, view); }, budget);
    markStaleStudies();
    m_scene.shown = &bars;
    if (m_scene.style == PriceStyle::HeikinAshi) {
        const ComputeProgress candles = m_heikin.advance(bars, budget);
        progress.isComplete &= candles.isComplete;
        progress.historyChanged |= candles.historyChanged;
        if (m_heikin.isReady())
            m_scene.shown = &m_heikin.columns();
    }
    scheduleWork(!progress.isComplete);
    return progress.historyChanged;
}

void ChartCanvas::addInputs(const ChartStudy& study, BarColumns& bars) const
{
    if (!study.otherSymbol.isEmpty())
        bars.others = closesOf(study.otherSymbol);
    m_derivatives.addTo(bars);
}

void ChartCanvas::markStaleStudies()
{
    for (const auto& entry : m_deck.all()) {
        const std::string name = entry->study.otherSymbol.toStdString();
        entry->plot.isStale = !name.empty()
            && std::ranges::any_of(m_compared, [&](const auto& other) { return other->isStale && other->look.name == name; });
    }
}

unsigned ChartCanvas::studyInputs() const
{
    unsigned inputs = 0;
    for (const auto& entry : m_deck.all())
        inputs |= entry->study.spec.inputs();
    return inputs;
}

void ChartCanvas::setDerivatives(std::vector<TimedValue> fundingRates, std::vector<TimedValue> openInterests)
{
    m_derivatives.set(std::move(fundingRates), std::move(openInterests));
    m_derivatives.align(m_series, SeriesChange{.reset = true});
    m_deck.derivativesTouched();
    if (compute(slice))
        invalidate();
}

void ChartCanvas::finishComputing()
{
    if (compute(toTheEnd))
        invalidate();
}

// A hidden chart computes when it is shown again.
void ChartCanvas::scheduleWork(bool wanted)
{
    wanted &= isVisible();
    if (wanted && m_workTimer == 0)
        m_workTimer = startTimer(0);
    else if (!wanted && m_workTimer != 0)
        killTimer(std::exchange(m_workTimer, 0));
}

void ChartCanvas::setPriceStyle(PriceStyle style)
{
    if (style == m_scene.style)
        return;
    m_scene.style = style;
    if (style == PriceStyle::HeikinAshi) {
        SeriesChange everything;
        everything.reset = true;
        m_heikin.touched(everything, m_series.columns());
    }
    compute(slice);
    invalidate();
    Q_EMIT scaleChanged();
}

void ChartCanvas::setScaleMode(ScaleMode mode)
{
    if (mode == m_scene.price().scale.mode())
        return;
    m_scene.price().scale.setMode(mode);
    invalidate();
    Q_EMIT scaleChanged();
}

void ChartCanvas::setInverted(bool on)
{
    if (on == m_scene.price().scale.isInverted())
        return;
    m_scene.price().scale.setInverted(on);
    invalidate();
    Q_EMIT scaleChanged();
}

void ChartCanvas::setVolumeShown(bool on)
{
    if (on == m_volumeShown)
        return;
    m_volumeShown = on;
    m_layoutDirty = true;
    invalidate();
    Q_EMIT scaleChanged();
}

} // namespace spreadline::chart
