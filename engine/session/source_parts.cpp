// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/source_parts.h"

#include "session/market_view.h"

#include <algorithm>

namespace spreadline {

void SourceParts::Part::take(const ChartUpdate& update)
{
    const auto startBefore = start;
    if (update.reset)
        start.reset();
    if (!update.bars.empty()) {
        const std::int64_t first = update.bars.front().openTime.nanos();
        start = std::min(start.value_or(first), first);
    }
    const bool grew = start && (!startBefore || *start < *startBefore);
    if (grew || update.failure || (isLoading && !update.loading))
        isOlderAsked = false;
    isAnswered = true;
    isLoading = update.loading;
    isComplete = update.complete;
    trust = update.trust;
    failure = update.failure;
}

void SourceParts::open(const SymbolExpression& expression, std::span<const Instrument* const> instruments, Interval interval)
{
    for (const Instrument* instrument : instruments)
        m_parts.push_back({instrument->symbol, instrument->tickSize.toDouble(), m_market.openChart(instrument->id, interval)});
    if (!expression.isSymbol())
        m_joined.emplace(expression);
}

void SourceParts::close()
{
    for (const Part& part : m_parts)
        m_market.closeChart(part.chart);
    m_parts.clear();
    m_joined.reset();
    m_wantsOlder = false;
}

bool SourceParts::has(ChartId chart) const
{
    return std::ranges::find(m_parts, chart, &Part::chart) != m_parts.end();
}

void SourceParts::setInstruments(std::span<const Instrument* const> instruments)
{
    for (std::size_t i = 0; i < m_parts.size(); ++i)
        m_parts[i].tick = instruments[i]->tickSize.toDouble();
}

std::vector<ChartBar> SourceParts::take(const ChartUpdate& update)
{
    const auto part = std::ranges::find(m_parts, update.chart, &Part::chart);
    part->take(update);
    std::vector<ChartBar> bars(update.bars.size());
    std::ranges::transform(update.bars, bars.begin(), toChartBar);
    if (m_joined)
        bars = m_joined->merge(static_cast<std::size_t>(part - m_parts.begin()), std::move(bars), update.reset);
    return bars;
}

bool SourceParts::isAnswered() const
{
    return std::ranges::all_of(m_parts, &Part::isAnswered);
}

bool SourceParts::isLoading() const
{
    return std::ranges::any_of(m_parts, &Part::isLoading);
}

/// The parts that reach least far back: nothing older can be shown before they have it.
std::vector<std::size_t> SourceParts::foremost() const
{
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        const auto start = m_parts[i].start;
        const auto latest = found.empty() ? start : m_parts[found.front()].start;
        const bool isLater = latest && (!start || *start > *latest);
        if (isLater)
            found.clear();
        if (isLater || start == latest)
            found.push_back(i);
    }
    return found;
}

bool SourceParts::isComplete() const
{
    return std::ranges::any_of(foremost(), [this](std::size_t i) { return m_parts[i].isComplete; });
}

Trust SourceParts::trust() const
{
    Trust worst = m_parts.front().trust;
    for (const Part& part : m_parts) {
        const Timestamp oldest = std::min(worst.lastData, part.trust.lastData);
        if (part.trust.state < worst.state)
            worst = part.trust;
        worst.lastData = oldest;
    }
    return worst;
}

std::optional<Error> SourceParts::failure() const
{
    const auto failed = std::ranges::find_if(m_parts, [](const Part& part) { return part.failure.has_value(); });
    if (failed == m_parts.end())
        return std::nullopt;
    Error failure = *failed->failure;
    if (m_joined)
        failure.where = failure.where.empty() ? failed->symbol : failed->symbol + ": " + failure.where;
    return failure;
}

std::optional<int> SourceParts::decimals() const
{
    if (!m_joined)
        return std::nullopt;
    std::vector<double> ticks;
    for (const Part& part : m_parts)
        ticks.push_back(part.tick);
    return m_joined->decimals(ticks);
}

void SourceParts::askDerivatives(bool funding, bool openInterest)
{
    if (!m_joined && !m_parts.empty())
        m_market.askDerivatives(m_parts.front().chart, funding, openInterest);
}

void SourceParts::loadOlder()
{
    if (m_parts.empty() || !isAnswered() || m_wantsOlder || isComplete())
        return;
    if (m_joined) {
        m_wantsOlder = true;
        m_startWhenAsked = m_joined->start();
    }
    askOlder();
}

void SourceParts::askOlder()
{
    for (const std::size_t i : foremost()) {
        if (!m_parts[i].isComplete && !std::exchange(m_parts[i].isOlderAsked, true))
            m_market.loadOlder(m_parts[i].chart);
    }
}

void SourceParts::pursueOlder()
{
    if (!m_wantsOlder)
        return;
    const auto start = m_joined->start();
    const bool hasMoved = start && (!m_startWhenAsked || *start < *m_startWhenAsked);
    m_wantsOlder = !hasMoved && !isComplete() && !failure();
    if (m_wantsOlder && std::ranges::none_of(m_parts, &Part::isOlderAsked))
        askOlder();
}

} // namespace spreadline
