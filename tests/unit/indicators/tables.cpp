// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables.h"

#include "base/hash.h"

#include <QFile>

#include <bit>
#include <cmath>

namespace spreadline::test {

using namespace indicators;

std::optional<Table> readTable(const QString& file)
{
    QFile text(file);
    if (!text.open(QIODevice::ReadOnly))
        return std::nullopt;
    Table table;
    const QList<QByteArray> names = text.readLine().trimmed().split(',');
    for (qsizetype i = 0; i < names.size(); ++i)
        table.columns.insert(QString::fromUtf8(names[i]), i);
    while (!text.atEnd()) {
        QByteArray line = text.readLine();
        while (line.endsWith('\n') || line.endsWith('\r'))
            line.chop(1);
        QList<std::optional<double>> row;
        for (const QByteArray& cell : line.split(','))
            row.append(cell.isEmpty() ? std::nullopt : std::optional(cell.toDouble()));
        table.rows.append(row);
    }
    return table;
}

std::vector<StudyBar> readBars(const QString& file)
{
    std::vector<StudyBar> bars;
    const auto table = readTable(file);
    for (qsizetype i = 0; table && i < table->rows.size(); ++i) {
        const auto cell = [&](const char* name) { return *table->at(i, QString::fromLatin1(name)); };
        StudyBar bar;
        bar.openTime = Timestamp::fromMillis(static_cast<std::int64_t>(cell("open_time_ms")));
        bar.open = cell("open");
        bar.high = cell("high");
        bar.low = cell("low");
        bar.close = cell("close");
        bar.volume = cell("volume");
        bars.push_back(bar);
    }
    return bars;
}

std::vector<StudyBar> walk(int count, std::uint64_t seed, double price)
{
    std::vector<StudyBar> bars;
    auto uniform = [state = mix64(seed)]() mutable {
        state = mix64(state);
        return static_cast<double>(state >> 11U) * 0x1p-53;
    };
    double close = price, other = price / 7;
    for (int i = 0; i < count; ++i) {
        StudyBar bar;
        bar.openTime = Timestamp::fromMillis(1'700'000'000'000 / 3'600'000 * 3'600'000 + i * std::int64_t{3'600'000});
        bar.open = close;
        close *= 1 + 0.02 * (uniform() - 0.5);
        bar.close = close;
        bar.high = std::max(bar.open, close) * (1 + 0.005 * uniform());
        bar.low = std::min(bar.open, close) * (1 - 0.005 * uniform());
        bar.volume = 1000 * uniform();
        bar.takerBuyVolume = bar.volume * uniform();
        bar.quoteVolume = bar.volume * (bar.high + bar.low) / 2;
        bar.openInterest = 1e6 * uniform();
        bar.fundingRate = 0.001 * (uniform() - 0.5);
        other *= 1 + 0.02 * (uniform() - 0.5);
        bar.otherClose = other;
        bars.push_back(bar);
    }
    return bars;
}

std::vector<double> streamed(Study& study, std::span<const StudyBar> bars)
{
    std::vector<double> rows;
    for (const StudyBar& bar : bars) {
        study.update(bar);
        rows.insert(rows.end(), study.values().begin(), study.values().end());
    }
    return rows;
}

std::vector<double> column(const char* text, const char* output, std::span<const StudyBar> bars)
{
    const auto spec = parseStudy(text);
    if (!spec)
        qFatal("%s", logText(spec.error()).c_str());
    const auto& outputs = spec->study->outputs;
    const auto found = std::ranges::find(outputs, std::string_view(output), &Output::name);
    if (found == outputs.end())
        qFatal("%s has no output %s", text, output);
    const auto study = makeStudy(*spec);
    const std::vector<double> rows = streamed(**study, bars);
    std::vector<double> values;
    for (std::size_t i = static_cast<std::size_t>(found - outputs.begin()); i < rows.size(); i += outputs.size())
        values.push_back(rows[i]);
    return values;
}

bool isSame(double a, double b)
{
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b) || (!hasValue(a) && !hasValue(b));
}

bool isSame(std::span<const double> a, std::span<const double> b)
{
    return std::ranges::equal(a, b, [](double x, double y) { return isSame(x, y); });
}

} // namespace spreadline::test
