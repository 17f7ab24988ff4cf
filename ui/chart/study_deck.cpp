// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/study_deck.h"

#include <algorithm>

namespace spreadline::chart {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t quickly = 4'096; ///< so many bars are computed within one slice: nothing is held meanwhile
constexpr double none = ChartBar::none;

/// Points the plot at what is to be shown.
void refreshPlot(DeckStudy& entry)
{
    entry.plot.study = &entry.study;
    const std::size_t outputs = entry.series ? entry.series->outputs() : 0;
    entry.plot.columns.resize(outputs);
    for (std::size_t i = 0; i < outputs; ++i) {
        auto& column = entry.plot.columns[i];
        column.values = entry.held.empty() ? entry.series->values(i) : std::span<const double>(entry.held[i]);
        column.pyramid = &entry.pyramids[i];
        column.displacement = entry.info().displacement(i, entry.study.spec.arguments);
    }
}

/// Keeps the values as they are while the series starts over.
void hold(DeckStudy& entry, std::size_t prepended)
{
    if (entry.held.empty()) {
        if (!entry.series->isComplete() || entry.series->outputs() == 0 || entry.series->values(0).size() < quickly)
            return;
        for (std::size_t i = 0; i < entry.series->outputs(); ++i) {
            const auto values = entry.series->values(i);
            entry.held.emplace_back().reserve(values.size() + prepended);
            entry.held.back().assign(prepended, none);
            entry.held.back().insert(entry.held.back().end(), values.begin(), values.end());
        }
    } else {
        for (auto& values : entry.held)
            values.insert(values.begin(), prepended, none);
    }
    for (ValuePyramid& pyramid : entry.pyramids)
        pyramid.touched(0);
}

/// Other bars: what was there belongs to none of them.
void restart(DeckStudy& entry)
{
    entry.held.clear();
    entry.series->restart();
    for (ValuePyramid& pyramid : entry.pyramids)
        pyramid.touched(0);
}

void touch(DeckStudy& entry, std::size_t from, std::size_t prepended)
{
    if (!entry.series)
        return;
    const bool startsOver = prepended > 0 || from + 1 < entry.series->values(0).size();
    if (startsOver)
        hold(entry, prepended);
    entry.series->touched(from, prepended);
}

/// True when values before the last slot are shown otherwise than before.
bool takeValues(DeckStudy& entry, std::size_t size)
{
    const std::size_t changed = entry.series->takeChanged();
    if (!entry.held.empty() && !entry.series->isComplete()) {
        for (std::size_t i = 0; i < entry.held.size(); ++i) {
            entry.pyramids[i].touched(std::min(entry.held[i].size(), size));
            entry.held[i].resize(size, none);
        }
        return false;
    }
    const bool wasHeld = !entry.held.empty();
    entry.held.clear();
    for (ValuePyramid& pyramid : entry.pyramids)
        pyramid.touched(wasHeld ? 0 : changed);
    return entry.series->isComplete() && (wasHeld || changed + 1 < size);
}

} // namespace

void StudyDeck::make(DeckStudy& entry) const
{
    entry.held.clear();
    entry.pyramids.clear();
    entry.error.reset();
    auto series = StudySeries::make(entry.study.spec, m_interval);
    if (series) {
        entry.series = *std::move(series);
        entry.pyramids.resize(entry.series->outputs());
    } else {
        entry.series.reset();
        entry.error = series.error();
    }
    refreshPlot(entry);
}

int StudyDeck::add(ChartStudy study)
{
    auto entry = std::make_unique<DeckStudy>();
    entry->id = m_nextId++;
    entry->study = std::move(study);
    make(*entry);
    m_studies.push_back(std::move(entry));
    return m_studies.back()->id;
}

bool StudyDeck::change(int id, ChartStudy study)
{
    DeckStudy* entry = find(id);
    if (!entry)
        return false;
    const bool isSame = entry->study.spec == study.spec && entry->study.otherSymbol == study.otherSymbol;
    if (!isSame && !StudySeries::make(study.spec, m_interval))
        return false;
    entry->study = std::move(study);
    if (!isSame)
        make(*entry);
    return true;
}

void StudyDeck::remove(int id)
{
    std::erase_if(m_studies, [id](const auto& entry) { return entry->id == id; });
}

DeckStudy* StudyDeck::find(int id) const
{
    const auto found = std::ranges::find_if(m_studies, [id](const auto& entry) { return entry->id == id; });
    return found == m_studies.end() ? nullptr : found->get();
}

void StudyDeck::reset(Interval interval)
{
    m_interval = interval;
    for (const auto& entry : m_studies)
        make(*entry);
}

void StudyDeck::touched(const SeriesChange& change)
{
    for (const auto& entry : m_studies) {
        if (change.reset && entry->series)
            restart(*entry);
        else
            touch(*entry, change.from, change.prepended);
    }
}

void StudyDeck::otherTouched(const QString& symbol, std::size_t from)
{
    for (const auto& entry : m_studies) {
        if (entry->study.otherSymbol == symbol && entry->study.spec.inputs() & indicators::OtherClose)
            touch(*entry, from, 0);
    }
}

void StudyDeck::derivativesTouched()
{
    for (const auto& entry : m_studies) {
        if (entry->study.spec.inputs() & (indicators::FundingInput | indicators::OpenInterestInput))
            touch(*entry, 0, 0);
    }
}

ComputeProgress StudyDeck::advance(const KlineColumns& bars, const Inputs& inputs, std::chrono::nanoseconds budget)
{
    const auto end = Clock::now() + budget;
    ComputeProgress progress;
    for (const auto& entry : m_studies) {
        if (!entry->series)
            continue;
        BarColumns view = bars.view();
        inputs(entry->study, view);
        const auto left = std::max<std::chrono::nanoseconds>(std::chrono::nanoseconds(0), end - Clock::now());
        progress.isComplete &= entry->series->advance(view, budget.count() < 0 ? budget : left);
        progress.historyChanged |= takeValues(*entry, bars.size());
        refreshPlot(*entry);
    }
    return progress;
}

bool StudyDeck::isComplete() const
{
    return std::ranges::all_of(m_studies, [](const auto& entry) { return entry->isComplete(); });
}

} // namespace spreadline::chart
