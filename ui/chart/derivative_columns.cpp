// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/derivative_columns.h"

#include <utility>

namespace spreadline::chart {

void DerivativeColumns::set(std::vector<TimedValue> fundingRates, std::vector<TimedValue> openInterests)
{
    if (!fundingRates.empty())
        m_funding.values = std::move(fundingRates);
    if (!openInterests.empty())
        m_interest.values = std::move(openInterests);
}

void DerivativeColumns::clear()
{
    m_funding = {};
    m_interest = {};
}

void DerivativeColumns::align(const ChartSeries& series, const SeriesChange& change)
{
    // A bar that comes after it ends the one before.
    const std::size_t from = change.reset || change.prepended > 0 || change.from == 0 ? 0 : change.from - 1;
    for (Column* column : {&m_funding, &m_interest}) {
        if (!column->values.empty())
            alignValues(column->values, series.columns().times(), series.interval(), from, column->slots);
    }
}

void DerivativeColumns::addTo(BarColumns& bars) const
{
    bars.fundingRates = m_funding.slots;
    bars.openInterests = m_interest.slots;
}

} // namespace spreadline::chart
