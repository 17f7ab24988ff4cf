// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_canvas.h"

#include <algorithm>

namespace spreadline::chart {

int ChartCanvas::addCompared(const ComparedLook& look)
{
    auto other = std::make_unique<Compared>();
    other->id = m_nextCompared++;
    other->look = look;
    other->pane = m_scene.price();
    m_compared.push_back(std::move(other));
    invalidate();
    Q_EMIT comparedChanged();
    return m_compared.back()->id;
}

ChartCanvas::Compared* ChartCanvas::findCompared(int id) const
{
    const auto found = std::ranges::find_if(m_compared, [id](const auto& other) { return other->id == id; });
    return found == m_compared.end() ? nullptr : found->get();
}

const ChartCanvas::Compared* ChartCanvas::comparedNamed(const QString& symbol) const
{
    const std::string name = symbol.toStdString();
    const auto found = std::ranges::find_if(m_compared, [&](const auto& other) { return other->look.name == name; });
    return found == m_compared.end() ? nullptr : found->get();
}

std::span<const double> ChartCanvas::closesOf(const QString& symbol) const
{
    const Compared* other = symbol.isEmpty() ? nullptr : comparedNamed(symbol);
    const bool isThere = other && !other->series.isEmpty() && other->series.closes().size() == m_series.columns().size();
    return isThere ? other->series.closes() : std::span<const double>();
}

void ChartCanvas::changeCompared(int id, const ComparedLook& look)
{
    Compared* other = findCompared(id);
    if (!other || other->look == look)
        return;
    const std::string before = std::exchange(other->look, look).name;
    if (before != look.name) {
        m_deck.otherTouched(QString::fromStdString(before), 0);
        m_deck.otherTouched(QString::fromStdString(look.name), 0);
        compute(slice);
    }
    invalidate();
    Q_EMIT comparedChanged();
}

void ChartCanvas::setComparedBars(int id, std::vector<Bar> bars, bool reset)
{
    Compared* other = findCompared(id);
    if (!other)
        return;
    const QRegion before = liveRegion();
    const std::size_t size = m_series.columns().size();
    const std::size_t from = other->series.merge(std::move(bars), reset, m_series.columns().times());
    if (from >= size)
        return;
    m_deck.otherTouched(QString::fromStdString(other->look.name), from);
    const bool history = compute(slice) || from + 1 < size;
    if (history || !fitsPicture())
        invalidate();
    else
        tickChanged(before);
}

void ChartCanvas::setComparedStale(int id, bool stale)
{
    Compared* other = findCompared(id);
    if (!other || other->isStale == stale)
        return;
    other->isStale = stale;
    markStaleStudies();
    invalidate();
}

void ChartCanvas::removeCompared(int id)
{
    const Compared* other = findCompared(id);
    if (!other)
        return;
    const QString name = QString::fromStdString(other->look.name);
    std::erase_if(m_compared, [id](const auto& one) { return one->id == id; });
    m_deck.otherTouched(name, 0);
    compute(slice);
    invalidate();
    Q_EMIT comparedChanged();
}

std::vector<int> ChartCanvas::comparedIds() const
{
    std::vector<int> ids;
    for (const auto& other : m_compared)
        ids.push_back(other->id);
    return ids;
}

const ComparedLook* ChartCanvas::compared(int id) const
{
    const Compared* other = findCompared(id);
    return other ? &other->look : nullptr;
}

} // namespace spreadline::chart
