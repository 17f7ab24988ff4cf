// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/heikin_ashi.h"

#include <algorithm>
#include <vector>

namespace spreadline::chart {
namespace {

Bar emptyAt(const KlineColumns& bars, std::size_t slot)
{
    Bar bar;
    bar.time = bars.timeAt(slot);
    bar.volume = bars.volumes()[slot];
    return bar;
}

} // namespace

HeikinAshi::HeikinAshi()
{
    const auto spec = indicators::parseStudy("heikin_ashi");
    if (!spec)
        return; // it is one of the studies that are always there
    if (auto series = StudySeries::make(*spec, Interval{}))
        m_series = *std::move(series);
}

void HeikinAshi::touched(const SeriesChange& change, const KlineColumns& bars)
{
    if (!m_series)
        return;
    m_series->touched(change.from, change.prepended);
    if (change.reset) {
        m_series->restart();
        m_columns.clear();
        m_isReady = false;
    }
    if (m_columns.size() + change.prepended <= bars.size()) {
        std::vector<Bar> older;
        for (std::size_t slot = 0; slot < change.prepended; ++slot)
            older.push_back(emptyAt(bars, slot));
        m_columns.prepend(older);
        m_clean = change.prepended > 0 ? 0 : m_clean;
    }
    for (std::size_t slot = m_columns.size(); slot < bars.size(); ++slot)
        m_columns.append(emptyAt(bars, slot));
}

Bar HeikinAshi::barAt(const KlineColumns& bars, std::size_t slot) const
{
    Bar bar = emptyAt(bars, slot);
    bar.open = m_series->values(0)[slot];
    bar.high = m_series->values(1)[slot];
    bar.low = m_series->values(2)[slot];
    bar.close = m_series->values(3)[slot];
    return bar;
}

ComputeProgress HeikinAshi::advance(const KlineColumns& bars, std::chrono::nanoseconds budget)
{
    if (!m_series)
        return {};
    const bool isComplete = m_series->advance(bars.view(), budget);
    m_clean = std::min(m_clean, m_series->takeChanged());
    if (!isComplete)
        return {false, false};
    const std::size_t from = m_clean;
    for (; m_clean < m_columns.size(); ++m_clean)
        m_columns.replace(m_clean, barAt(bars, m_clean));
    m_isReady = true;
    return {true, from + 1 < m_columns.size()};
}

} // namespace spreadline::chart
