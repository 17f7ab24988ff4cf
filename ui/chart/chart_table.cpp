// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_table.h"

#include "chart/chart_canvas.h"

#include <QBuffer>

#include <algorithm>
#include <cmath>
#include <set>

namespace spreadline::chart {
namespace {

template<typename T>
std::vector<T> copied(std::span<const T> values, std::size_t from, std::size_t to)
{
    const auto part = values.subspan(std::min(from, values.size()), std::min(to, values.size()) - std::min(from, values.size()));
    return {part.begin(), part.end()};
}

/// The same study may stand there twice, or over two second symbols: every column has a name of its own.
std::string nameOf(const ChartStudy& study, std::size_t output, const std::set<std::string>& taken)
{
    std::string name = indicators::columnName(study.spec, output);
    if (!study.otherSymbol.isEmpty())
        name += '@' + study.otherSymbol.toStdString();
    std::string unique = name;
    for (int number = 2; taken.contains(unique); ++number)
        unique = name + '#' + std::to_string(number);
    return unique;
}

} // namespace

std::pair<std::size_t, std::size_t> slotsInSight(const ChartCanvas& canvas)
{
    const double count = static_cast<double>(canvas.series().columns().size());
    const double from = std::clamp(std::floor(canvas.timeScale().left()), 0.0, count);
    const double to = std::clamp(std::ceil(canvas.timeScale().right()), from, count);
    return {static_cast<std::size_t>(from), static_cast<std::size_t>(to)};
}

ChartTable::ChartTable(const ChartCanvas& canvas, const QTimeZone& zone)
    : ChartTable(canvas, zone, 0, canvas.series().columns().size())
{}

ChartTable::ChartTable(const ChartCanvas& canvas, const QTimeZone& zone, std::size_t from, std::size_t to)
    : m_interval(canvas.series().interval()),
      m_decimals(canvas.subject().priceDecimals),
      m_hasVolume(!canvas.subject().volumeUnit.empty()),
      m_zone(zone)
{
    const BarColumns bars = canvas.series().columns().view();
    m_times = copied(bars.times, from, to);
    m_opens = copied(bars.opens, from, to);
    m_highs = copied(bars.highs, from, to);
    m_lows = copied(bars.lows, from, to);
    m_closes = copied(bars.closes, from, to);
    m_volumes = copied(bars.volumes, from, to);
    std::set<std::string> names;
    for (const int id : canvas.studyIds()) {
        const ChartStudy& study = *canvas.study(id);
        const StudyPlot plot = canvas.studyPlot(id);
        for (std::size_t output = 0; output < plot.columns.size(); ++output) {
            std::vector<double> values = copied(plot.columns[output].values, from, to);
            values.resize(m_times.size(), ChartBar::none); // of a study that is still being computed
            m_studies.push_back({nameOf(study, output, names), std::move(values)});
            names.insert(m_studies.back().name);
        }
    }
}

template<typename Write>
Status ChartTable::write(const Write& writer) const
{
    std::vector<ExportColumn> studies;
    for (const Column& column : m_studies)
        studies.push_back({column.name, column.values});
    BarColumns bars;
    bars.times = m_times;
    bars.opens = m_opens;
    bars.highs = m_highs;
    bars.lows = m_lows;
    bars.closes = m_closes;
    bars.volumes = m_volumes;
    return writer(ChartExport{bars, studies, m_interval, m_decimals, m_hasVolume, m_zone});
}

Status ChartTable::save(const QString& path) const
{
    return write([&path](const ChartExport& chart) { return saveCsv(path, chart); });
}

Result<QString> ChartTable::text() const
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (const Status written = write([&buffer](const ChartExport& chart) { return writeCsv(buffer, chart); }); !written)
        return written.error();
    return QString::fromUtf8(buffer.data());
}

} // namespace spreadline::chart
