// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "session/chart_export.h"

#include <QString>
#include <QTimeZone>

#include <utility>
#include <vector>

namespace spreadline::chart {

class ChartCanvas;

/// The slots with any part on the screen: [from, to).
std::pair<std::size_t, std::size_t> slotsInSight(const ChartCanvas& canvas);

/// A copy of a chart's bars and of its studies' values, for whoever writes them at leisure. After it is made any thread may read it.
class ChartTable {
public:
    ChartTable(const ChartCanvas& canvas, const QTimeZone& zone); ///< all bars
    ChartTable(const ChartCanvas& canvas, const QTimeZone& zone, std::size_t from, std::size_t to);

    /// As CSV. Errors: CannotWrite.
    Status save(const QString& path) const;
    Result<QString> text() const;

private:
    struct Column {
        std::string name;
        std::vector<double> values;
    };
    template<typename Write>
    Status write(const Write& writer) const;

    std::vector<std::int64_t> m_times;
    std::vector<double> m_opens, m_highs, m_lows, m_closes, m_volumes;
    std::vector<Column> m_studies;
    Interval m_interval;
    int m_decimals;
    bool m_hasVolume;
    QTimeZone m_zone;
};

} // namespace spreadline::chart
