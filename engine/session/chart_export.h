// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/interval.h"
#include "session/chart_bar.h"

#include <QTimeZone>

#include <span>
#include <string>

class QIODevice;
class QString;

namespace spreadline {

/// An output of a study beside the bars: as many values as there are bars, at the bars they belong to, wherever they are drawn.
struct ExportColumn {
    std::string name; ///< columnName()
    std::span<const double> values;
};

struct ChartExport {
    BarColumns bars;
    std::span<const ExportColumn> studies;
    Interval interval;
    int priceDecimals = 2;
    bool hasVolume = true; ///< an expression has none: its cells are empty
    QTimeZone zone = QTimeZone::utc();
};

/// The chart as CSV (RFC 4180): `time,open_time_ms,open,high,low,close,volume` and a column an output. `time` is ISO 8601 in the
/// zone, with its offset; with milliseconds where bars are shorter than ten seconds or not of the calendar. Studies and volumes are
/// the shortest text that reads back to the same number. A value that does not exist is an empty cell, a slot without a bar no
/// row. Written piece by piece. Errors: CannotWrite.
Status writeCsv(QIODevice& device, const ChartExport& chart);
/// To a file, which is the whole chart or stays as it was.
Status saveCsv(const QString& file, const ChartExport& chart);

} // namespace spreadline
