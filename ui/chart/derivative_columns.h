// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/chart_series.h"

#include <vector>

namespace spreadline::chart {

/// Funding rates and open interest slot for slot with a chart's bars, for the studies that read them. Ui thread only.
class DerivativeColumns {
public:
    void set(std::vector<TimedValue> fundingRates, std::vector<TimedValue> openInterests);
    void clear();
    /// Brings them up to the bars.
    void align(const ChartSeries& series, const SeriesChange& change);
    /// Puts them into what a study reads; those that are not known stay empty.
    void addTo(BarColumns& bars) const;

private:
    struct Column {
        std::vector<TimedValue> values;
        std::vector<double> slots;
    };
    Column m_funding, m_interest;
};

} // namespace spreadline::chart
