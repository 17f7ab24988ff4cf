// SPDX-License-Identifier: GPL-3.0-or-later
#include "bar_table.h"
#include "session/chart_export.h"
#include "test_main.h"

#include <QBuffer>
#include <QTemporaryDir>

using namespace spreadline;
using namespace spreadline::test;

/// A chart as a table for other programs.
class TstChartExport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void writesBarsAndStudies();
    void ofAnExpressionWithoutVolume();
    void timesCarryTheirOffset_data();
    void timesCarryTheirOffset();
    void longHistoriesPassAWinter();
    void everyNumberReadsBack();
    void saysThatADeviceIsFull();
    void aFileIsWholeOrAsItWas();
};

namespace {

const Interval hour = Interval::time(std::chrono::hours(1));

BarTable twoBars()
{
    BarTable table;
    ChartBar bar;
    bar.time = firstHour;
    bar.open = 1.5, bar.high = 2, bar.low = 1, bar.close = 1.25, bar.volume = 0.1;
    table.bars.push_back(bar);
    table.bars.push_back(emptySlot(firstHour + hourNanos));
    bar.time += 2 * hourNanos;
    bar.close = 1.126, bar.volume = 0;
    table.bars.push_back(bar);
    return table;
}

QStringList linesOf(const ChartExport& chart)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !writeCsv(buffer, chart))
        return {};
    QStringList lines = QString::fromUtf8(bytes).split(QStringLiteral("\r\n"));
    return lines.takeLast().isEmpty() ? lines : QStringList(); // every row ends
}

/// Takes no more than `room` bytes.
class FullDevice final : public QIODevice {
public:
    explicit FullDevice(qint64 room) : m_room(room) { open(WriteOnly | Unbuffered); }

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char*, qint64 size) override
    {
        if (size > m_room) {
            setErrorString(QStringLiteral("No space left on device"));
            return -1;
        }
        m_room -= size;
        return size;
    }

private:
    qint64 m_room;
};

} // namespace

void TstChartExport::writesBarsAndStudies()
{
    BarTable table = twoBars();
    const double none = ChartBar::none;
    const std::vector<double> signal{none, none, 1.0 / 3}, name{1e-7, 2, -1e300 * 1e10};
    const std::vector<ExportColumn> studies{{"macd(12,26,9).signal", signal}, {"say \"no\"", name}};
    ChartExport chart{table.columns(), studies, hour, 2};
    const QStringList expected{
        QStringLiteral("time,open_time_ms,open,high,low,close,volume,\"macd(12,26,9).signal\",\"say \"\"no\"\"\""),
        QStringLiteral("2024-01-01T00:00:00+00:00,1704067200000,1.50,2.00,1.00,1.25,0.1,,1e-07"),
        QStringLiteral("2024-01-01T02:00:00+00:00,1704074400000,1.50,2.00,1.00,1.13,0,0.3333333333333333,"),
    };
    QCOMPARE(linesOf(chart), expected);
    BarTable nothing;
    QCOMPARE(linesOf({nothing.columns(), {}, hour}).size(), 1);
}

void TstChartExport::ofAnExpressionWithoutVolume()
{
    BarTable table = twoBars();
    ChartExport chart{table.columns(), {}, hour, 4};
    chart.hasVolume = false;
    QCOMPARE(linesOf(chart)[1], QStringLiteral("2024-01-01T00:00:00+00:00,1704067200000,1.5000,2.0000,1.0000,1.2500,"));
}

void TstChartExport::timesCarryTheirOffset_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("interval");
    QTest::addColumn<qint64>("millis");
    QTest::addColumn<QString>("time");
    const auto row = [](const char* zone, const char* interval, qint64 millis, const char* time) {
        QTest::newRow(time) << QByteArray(zone) << QString::fromLatin1(interval) << millis << QString::fromLatin1(time);
    };
    row("UTC", "1h", 1'704'067'200'000, "2024-01-01T00:00:00+00:00");
    row("Europe/Berlin", "1h", 1'704'067'200'000, "2024-01-01T01:00:00+01:00");
    row("Europe/Berlin", "1h", 1'720'000'000'000, "2024-07-03T11:46:40+02:00");
    row("America/New_York", "1d", 1'704'067'200'000, "2023-12-31T19:00:00-05:00");
    row("Asia/Kolkata", "1m", 1'704'067'200'000, "2024-01-01T05:30:00+05:30");
    row("America/St_Johns", "1m", 1'704'067'200'000, "2023-12-31T20:30:00-03:30");
    row("UTC", "5s", 1'704'067'205'000, "2024-01-01T00:00:05.000+00:00");
    row("UTC", "15s", 1'704'067'215'000, "2024-01-01T00:00:15+00:00");
    row("UTC", "100t", 1'704'067'205'123, "2024-01-01T00:00:05.123+00:00");
    row("UTC", "1M", 1'706'745'600'000, "2024-02-01T00:00:00+00:00");
}

void TstChartExport::timesCarryTheirOffset()
{
    QFETCH(QByteArray, zone);
    QFETCH(QString, interval);
    QFETCH(qint64, millis);
    QFETCH(QString, time);
    BarTable table = twoBars();
    table.bars.resize(1);
    table.bars[0].time = millis * 1'000'000;
    ChartExport chart{table.columns(), {}, *parseInterval(interval.toStdString())};
    chart.zone = QTimeZone(zone);
    QVERIFY(chart.zone.isValid());
    const QString written = linesOf(chart)[1].section(QLatin1Char(','), 0, 0);
    QCOMPARE(written, time);
    QCOMPARE(QDateTime::fromString(written, Qt::ISODateWithMs).toMSecsSinceEpoch(), millis);
}

/// Offsets are looked up at the changes of the clocks only: every row must still have its own.
void TstChartExport::longHistoriesPassAWinter()
{
    BarTable table = walk(24 * 800, 3);
    for (const char* name : {"Europe/Berlin", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Tokyo"}) {
        ChartExport chart{table.columns(), {}, hour};
        chart.zone = QTimeZone(name);
        const QStringList lines = linesOf(chart);
        QCOMPARE(static_cast<std::size_t>(lines.size()), table.size() + 1);
        for (std::size_t row = 0; row < table.size(); ++row) {
            const QDateTime moment = QDateTime::fromMSecsSinceEpoch(table.bars[row].time / 1'000'000, chart.zone);
            const QString expected =
                moment.toOffsetFromUtc(moment.offsetFromUtc()).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
            const QString written = lines[static_cast<qsizetype>(row) + 1];
            QVERIFY2(written.startsWith(expected), qPrintable(written));
        }
    }
}

void TstChartExport::everyNumberReadsBack()
{
    BarTable table = walk(3'000, 4);
    std::vector<double> values;
    for (const ChartBar& bar : table.bars)
        values.push_back(bar.close / 3 - 30);
    const std::vector<ExportColumn> studies{{"x", values}};
    const QStringList lines = linesOf({table.columns(), studies, hour, 5});
    for (std::size_t row = 0; row < table.size(); ++row) {
        const QStringList cells = lines[static_cast<qsizetype>(row) + 1].split(QLatin1Char(','));
        QCOMPARE(cells.size(), 8);
        QVERIFY(std::abs(cells[5].toDouble() - table.bars[row].close) <= 0.000'005);
        QVERIFY(cells[6].toDouble() == table.bars[row].volume && cells[7].toDouble() == values[row]);
    }
}

void TstChartExport::saysThatADeviceIsFull()
{
    BarTable table = walk(10'000, 4);
    const ChartExport chart{table.columns(), {}, hour};
    for (const qint64 room : {0, 100'000}) {
        FullDevice device(room);
        const auto written = writeCsv(device, chart);
        QVERIFY(!written);
        QCOMPARE(written.error().code, Errc::CannotWrite);
        QCOMPARE(written.error().detail, std::string("No space left on device"));
    }
}

void TstChartExport::aFileIsWholeOrAsItWas()
{
    QTemporaryDir folder;
    BarTable table = twoBars();
    const ChartExport chart{table.columns(), {}, hour};
    const QString file = folder.filePath(QStringLiteral("chart.csv"));
    QVERIFY(saveCsv(file, chart).hasValue());
    QFile saved(file);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll().count('\n'), 3);
    const QString nowhere = folder.filePath(QStringLiteral("missing/chart.csv"));
    const auto refused = saveCsv(nowhere, chart);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Errc::CannotWrite);
    QCOMPARE(QString::fromStdString(refused.error().where), nowhere);
    QVERIFY(!refused.error().detail.empty());
}

SPREADLINE_TEST(TstChartExport)
#include "tst_chart_export.moc"
