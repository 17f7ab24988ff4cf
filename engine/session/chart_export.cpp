// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/chart_export.h"

#include <QDateTime>
#include <QIODevice>
#include <QSaveFile>

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdlib>

namespace spreadline {
namespace {

constexpr std::size_t pieceSize = 64 * 1'024;

/// A zone's offset, which is looked up once between two changes of its clocks.
class Offsets {
public:
    explicit Offsets(const QTimeZone& zone) : m_zone(zone) {}

    /// In whole minutes, as ISO 8601 can say it.
    int minutes(std::int64_t millis)
    {
        if (millis < m_from || millis >= m_to)
            look(millis);
        return m_minutes;
    }

private:
    void look(std::int64_t millis)
    {
        const QDateTime moment = QDateTime::fromMSecsSinceEpoch(millis, Qt::UTC);
        m_minutes = m_zone.offsetFromUtc(moment) / 60;
        const QDateTime next = m_zone.hasTransitions() ? m_zone.nextTransition(moment).atUtc : QDateTime();
        m_from = millis;
        m_to = next.isValid() ? next.toMSecsSinceEpoch() : std::numeric_limits<std::int64_t>::max();
    }

    const QTimeZone& m_zone;
    std::int64_t m_from = 0, m_to = 0;
    int m_minutes = 0;
};

/// Text on its way to a device.
class CsvText {
public:
    explicit CsvText(QIODevice& device) : m_device(device) { m_text.reserve(pieceSize + 1'024); }

    void add(char c) { m_text += c; }
    void add(std::string_view text) { m_text += text; }
    void addPadded(std::int64_t number, std::size_t width)
    {
        const std::string digits = std::to_string(number);
        m_text.append(width - std::min(width, digits.size()), '0').append(digits);
    }
    /// What is not a number is an empty cell.
    void addNumber(double value)
    {
        if (!std::isfinite(value))
            return;
        std::array<char, 32> text;
        m_text.append(text.data(), std::to_chars(text.data(), text.data() + text.size(), value).ptr);
    }
    void addFixed(double value, int decimals)
    {
        if (!std::isfinite(value))
            return;
        std::array<char, 400> text; // the largest double has 309 digits
        m_text.append(text.data(),
                      std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, decimals).ptr);
    }
    void addQuoted(std::string_view cell)
    {
        if (cell.find_first_of(",\"\r\n") == cell.npos)
            return add(cell);
        add('"');
        for (const char c : cell)
            m_text.append(c == '"' ? 2 : 1, c);
        add('"');
    }

    Status endRow()
    {
        add("\r\n");
        return m_text.size() < pieceSize ? Status() : flush();
    }
    Status flush()
    {
        const auto size = static_cast<qint64>(m_text.size());
        if (m_device.write(m_text.data(), size) != size)
            return Error{Errc::CannotWrite, "csv", m_device.errorString().toStdString()};
        m_text.clear();
        return {};
    }

private:
    QIODevice& m_device;
    std::string m_text;
};

/// 2026-01-01T01:00:00.000+01:00
void addTime(CsvText& text, std::int64_t millis, int offset, bool withMillis)
{
    using namespace std::chrono;
    const sys_time<milliseconds> local{milliseconds(millis) + minutes(offset)};
    const auto day = floor<days>(local);
    const year_month_day date(day);
    const hh_mm_ss clock(local - day);
    text.addPadded(int(date.year()), 4);
    text.add('-'), text.addPadded(unsigned(date.month()), 2);
    text.add('-'), text.addPadded(unsigned(date.day()), 2);
    text.add('T'), text.addPadded(clock.hours().count(), 2);
    text.add(':'), text.addPadded(clock.minutes().count(), 2);
    text.add(':'), text.addPadded(clock.seconds().count(), 2);
    if (withMillis)
        text.add('.'), text.addPadded(clock.subseconds().count(), 3);
    text.add(offset < 0 ? '-' : '+'), text.addPadded(std::abs(offset) / 60, 2);
    text.add(':'), text.addPadded(std::abs(offset) % 60, 2);
}

bool needsMillis(Interval interval)
{
    constexpr std::int64_t tenSeconds = 10'000'000'000;
    return !interval.isCalendar() || (interval.kind == Interval::Kind::Time && interval.amount < tenSeconds);
}

void addHeader(CsvText& text, const ChartExport& chart)
{
    text.add("time,open_time_ms,open,high,low,close,volume");
    for (const ExportColumn& column : chart.studies)
        text.add(','), text.addQuoted(column.name);
}

void addRow(CsvText& text, const ChartExport& chart, std::size_t row, Offsets& offsets)
{
    const std::int64_t millis = Timestamp::fromNanos(chart.bars.times[row]).millis();
    addTime(text, millis, offsets.minutes(millis), needsMillis(chart.interval));
    text.add(','), text.add(std::to_string(millis));
    for (const auto& prices : {chart.bars.opens, chart.bars.highs, chart.bars.lows, chart.bars.closes})
        text.add(','), text.addFixed(prices[row], chart.priceDecimals);
    text.add(',');
    if (chart.hasVolume)
        text.addNumber(chart.bars.volumes[row]);
    for (const ExportColumn& column : chart.studies)
        text.add(','), text.addNumber(column.values[row]);
}

} // namespace

Status writeCsv(QIODevice& device, const ChartExport& chart)
{
    CsvText text(device);
    Offsets offsets(chart.zone);
    addHeader(text, chart);
    if (auto written = text.endRow(); !written)
        return written;
    for (std::size_t row = 0; row < chart.bars.size(); ++row) {
        if (std::isnan(chart.bars.opens[row]))
            continue;
        addRow(text, chart, row, offsets);
        if (auto written = text.endRow(); !written)
            return written;
    }
    return text.flush();
}

Status saveCsv(const QString& file, const ChartExport& chart)
{
    const auto failure = [&file](std::string why) { return Error{Errc::CannotWrite, file.toStdString(), std::move(why)}; };
    QSaveFile device(file);
    if (!device.open(QIODevice::WriteOnly))
        return failure(device.errorString().toStdString());
    if (const auto written = writeCsv(device, chart); !written)
        return failure(written.error().detail); // the device goes, and with it what was written
    if (!device.commit())
        return failure(device.errorString().toStdString());
    return {};
}

} // namespace spreadline
