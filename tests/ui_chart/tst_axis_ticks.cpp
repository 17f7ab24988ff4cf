// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/text_line.h"
#include "plot/axis_ticks.h"
#include "plot/value_text.h"
#include "test_main.h"

#include <QDateTime>

using namespace spreadline;
using namespace spreadline::chart;

class TstAxisTicks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void priceSteps_data();
    void priceSteps();
    void timeSteps_data();
    void timeSteps();
    void timeLabels_data();
    void timeLabels();
    void midnightIsTheZones();
    void momentsAreWrittenInFull_data();
    void momentsAreWrittenInFull();
    void zonesAreNamed();
    void zonesHaveTheirPlace_data();
    void zonesHaveTheirPlace();
    void linesOfALogScale_data();
    void linesOfALogScale();
    void linesStandApartOnEveryScale_data();
    void linesStandApartOnEveryScale();
    void percentLinesAreWholeSteps();
    void valuesAreWrittenAsTheirPaneAsks();
};

namespace {

std::int64_t nanos(const char* iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODateWithMs).toMSecsSinceEpoch() * 1'000'000;
}

QString labelsOf(const std::vector<TimeTick>& ticks, const QTimeZone& zone)
{
    QStringList labels;
    for (const TimeTick& tick : ticks) {
        paint::TextLine line;
        addTickLabel(line, tick, zone);
        labels << QString::fromUtf8(line.view().data(), qsizetype(line.view().size()));
    }
    return labels.join(QLatin1Char(' '));
}

} // namespace

void TstAxisTicks::priceSteps_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<double>("tick");
    QTest::addColumn<int>("most");
    QTest::addColumn<double>("step");
    QTest::addColumn<int>("lines");
    QTest::newRow("bitcoin") << 84'000.0 << 88'000.0 << 0.1 << 10 << 500.0 << 9;
    QTest::newRow("tight") << 100.00 << 100.10 << 0.01 << 10 << 0.01 << 11;
    QTest::newRow("never below the tick") << 100.00 << 100.02 << 0.01 << 50 << 0.01 << 3;
    QTest::newRow("odd tick") << 10.0 << 12.0 << 0.25 << 100 << 0.5 << 5;
    QTest::newRow("1e-6 coin") << 1.0e-6 << 2.0e-6 << 1e-9 << 5 << 2e-7 << 6;
    QTest::newRow("1e9") << 1.0e9 << 1.0e9 + 10 << 0.01 << 5 << 2.0 << 6;
    QTest::newRow("across zero") << -1.0 << 1.0 << 0.01 << 4 << 0.5 << 5;
    QTest::newRow("no range") << 5.0 << 5.0 << 0.01 << 5 << 0.0 << 0;
    QTest::newRow("upside down") << 6.0 << 5.0 << 0.01 << 5 << 0.0 << 0;
    QTest::newRow("no number") << qQNaN() << 5.0 << 0.01 << 5 << 0.0 << 0;
}

void TstAxisTicks::priceSteps()
{
    QFETCH(const double, low);
    QFETCH(const double, high);
    QFETCH(const double, tick);
    QFETCH(const int, most);
    QFETCH(const double, step);
    QFETCH(const int, lines);
    const double found = priceStep(low, high, tick, most);
    QVERIFY2(std::abs(found - step) <= step * 1e-9, qPrintable(QString::number(found)));
    std::vector<double> prices;
    priceTicks(low, high, found, prices);
    QCOMPARE(static_cast<int>(prices.size()), lines);
    for (const double price : prices)
        QVERIFY(price >= low - step * 1e-6 && price <= high + step * 1e-6);
}

void TstAxisTicks::timeSteps_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<int>("unit");
    QTest::addColumn<int>("amount");
    using Unit = TimeStep::Unit;
    QTest::newRow("sub-second") << 0.2 << int(Unit::Seconds) << 1;
    QTest::newRow("seven seconds") << 7.0 << int(Unit::Seconds) << 10;
    QTest::newRow("exactly a minute") << 60.0 << int(Unit::Seconds) << 60;
    QTest::newRow("five hours") << 18'000.0 << int(Unit::Seconds) << 21'600;
    QTest::newRow("thirteen hours") << 46'800.0 << int(Unit::Days) << 1;
    QTest::newRow("two weeks") << 1'209'600.0 << int(Unit::Months) << 1;
    QTest::newRow("a century") << 4e9 << int(Unit::Months) << 600;
}

void TstAxisTicks::timeSteps()
{
    QFETCH(const double, seconds);
    QFETCH(const int, unit);
    QFETCH(const int, amount);
    QCOMPARE(timeStep(seconds), (TimeStep{static_cast<TimeStep::Unit>(unit), amount}));
}

void TstAxisTicks::timeLabels_data()
{
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("to");
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("labels");
    const auto row = [](const char* name, const char* from, const char* to, double seconds, const char* labels) {
        QTest::newRow(name) << qint64(nanos(from)) << qint64(nanos(to)) << seconds << QString::fromLatin1(labels);
    };
    row("seconds", "2026-03-12T23:59:50Z", "2026-03-13T00:00:10Z", 5, "23:59:50 23:59:55 13 00:00:05 00:00:10");
    row("minutes", "2026-03-12T13:58:00Z", "2026-03-12T14:31:00Z", 900, "14:00 14:15 14:30");
    row("hours over midnight", "2026-02-28T20:00:00Z", "2026-03-01T05:00:00Z", 10'800, "21:00 Mar 03:00");
    row("days", "2026-01-29T12:00:00Z", "2026-02-03T00:00:00Z", 86'400, "30 31 Feb 2 3");
    row("five days restart with the month", "2026-01-20T00:00:00Z", "2026-02-12T00:00:00Z", 432'000, "21 26 Feb 6 11");
    row("months", "2025-11-15T00:00:00Z", "2026-03-02T00:00:00Z", 2'000'000, "Dec 2026 Feb Mar");
    row("years", "2019-06-01T00:00:00Z", "2022-06-01T00:00:00Z", 20'000'000, "2020 2021 2022");
    row("before 1970", "1969-12-31T22:00:00Z", "1970-01-01T02:00:00Z", 3'600, "22:00 23:00 1970 01:00 02:00");
}

void TstAxisTicks::timeLabels()
{
    QFETCH(const qint64, from);
    QFETCH(const qint64, to);
    QFETCH(const double, seconds);
    QFETCH(const QString, labels);
    std::vector<TimeTick> ticks;
    timeTicks(from, to, timeStep(seconds), QTimeZone::utc(), ticks);
    QCOMPARE(labelsOf(ticks, QTimeZone::utc()), labels);
}

void TstAxisTicks::midnightIsTheZones()
{
    const QTimeZone zone(2 * 3'600);
    std::vector<TimeTick> ticks;
    timeTicks(nanos("2026-03-12T20:00:00Z"), nanos("2026-03-13T01:00:00Z"), timeStep(7'200), zone, ticks);
    QCOMPARE(labelsOf(ticks, zone), QStringLiteral("22:00 13 02:00"));
    QCOMPARE(ticks[1].time, nanos("2026-03-12T22:00:00Z"));
}

void TstAxisTicks::momentsAreWrittenInFull_data()
{
    QTest::addColumn<QString>("interval");
    QTest::addColumn<QString>("text");
    QTest::newRow("minutes") << QStringLiteral("1m") << QStringLiteral("Thu 12 Mar 2026  14:05");
    QTest::newRow("seconds") << QStringLiteral("5s") << QStringLiteral("Thu 12 Mar 2026  14:05:07");
    QTest::newRow("ticks") << QStringLiteral("100t") << QStringLiteral("Thu 12 Mar 2026  14:05:07.089");
    QTest::newRow("days") << QStringLiteral("1d") << QStringLiteral("Thu 12 Mar 2026");
    QTest::newRow("months") << QStringLiteral("1M") << QStringLiteral("Thu 12 Mar 2026");
}

void TstAxisTicks::momentsAreWrittenInFull()
{
    QFETCH(const QString, interval);
    QFETCH(const QString, text);
    paint::TextLine line;
    addMomentLabel(line, nanos("2026-03-12T14:05:07.089Z"), *parseInterval(interval.toStdString()), QTimeZone::utc());
    const QString shown = QString::fromUtf8(line.view().data(), qsizetype(line.view().size())).trimmed();
    QCOMPARE(shown, text);
}

void TstAxisTicks::zonesAreNamed()
{
    const auto name = [](int offset) {
        paint::TextLine line;
        addZoneLabel(line, 0, QTimeZone(offset));
        return QString::fromUtf8(line.view().data(), qsizetype(line.view().size()));
    };
    QCOMPARE(name(0), QStringLiteral("UTC"));
    QCOMPARE(name(7'200), QStringLiteral("UTC+2"));
    QCOMPARE(name(-12'600), QStringLiteral("UTC\u22123:30"));
}

void TstAxisTicks::zonesHaveTheirPlace_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("name");
    QTest::newRow("utc") << QStringLiteral("UTC") << QStringLiteral("UTC");
    QTest::newRow("winter") << QStringLiteral("Europe/Berlin") << QStringLiteral("Berlin UTC+1");
    QTest::newRow("two words") << QStringLiteral("America/New_York") << QStringLiteral("New York UTC−5");
    QTest::newRow("three parts") << QStringLiteral("America/Argentina/Buenos_Aires") << QStringLiteral("Buenos Aires UTC−3");
    QTest::newRow("half an hour") << QStringLiteral("Asia/Kolkata") << QStringLiteral("Kolkata UTC+5:30");
    QTest::newRow("an offset") << QStringLiteral("UTC+02:00") << QStringLiteral("UTC+2");
}

void TstAxisTicks::zonesHaveTheirPlace()
{
    QFETCH(const QString, zone);
    QFETCH(const QString, name);
    paint::TextLine line;
    addZoneName(line, nanos("2026-01-15T12:00:00Z"), QTimeZone(zone.toLatin1()));
    QCOMPARE(QString::fromUtf8(line.view().data(), qsizetype(line.view().size())), name);
}

void TstAxisTicks::linesOfALogScale_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<int>("most");
    QTest::addColumn<QVector<double>>("lines");
    QTest::newRow("decades") << 0.5 << 2e4 << 6 << QVector<double>{1, 10, 100, 1'000, 10'000};
    QTest::newRow("1-2-5") << 0.9 << 110.0 << 8 << QVector<double>{1, 2, 5, 10, 20, 50, 100};
    QTest::newRow("1-3") << 0.9 << 110.0 << 5 << QVector<double>{1, 3, 10, 30, 100};
    QTest::newRow("dense") << 1.0 << 10.0 << 14 << QVector<double>{1, 1.5, 2, 3, 4, 5, 6, 8, 10};
    QTest::newRow("every other decade") << 1e-6 << 1e6 << 6 << QVector<double>{1e-6, 1e-4, 1e-2, 1, 100, 1e4, 1e6};
    QTest::newRow("little range: even steps") << 100.0 << 200.0 << 7 << QVector<double>{100, 120, 140, 160, 180, 200};
}

void TstAxisTicks::linesOfALogScale()
{
    QFETCH(const double, low);
    QFETCH(const double, high);
    QFETCH(const int, most);
    QFETCH(const QVector<double>, lines);
    PriceScale scale;
    scale.setMode(ScaleMode::Log);
    scale.fit(low * (1 - 1e-12), high * (1 + 1e-12), 0, 0, 0);
    std::vector<double> found;
    scaleTicks(scale, 0, most, found);
    QCOMPARE(static_cast<qsizetype>(found.size()), lines.size());
    for (std::size_t i = 0; i < found.size(); ++i)
        QVERIFY(std::abs(found[i] / lines[static_cast<qsizetype>(i)] - 1) < 1e-9);
}

void TstAxisTicks::linesStandApartOnEveryScale_data()
{
    QTest::addColumn<ScaleMode>("mode");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    for (const ScaleMode mode : {ScaleMode::Linear, ScaleMode::Log, ScaleMode::Percent}) {
        const int name = static_cast<int>(mode);
        QTest::addRow("%d bitcoin", name) << mode << 61'000.0 << 64'321.0;
        QTest::addRow("%d doubled", name) << mode << 30'000.0 << 64'321.0;
        QTest::addRow("%d a decade", name) << mode << 7.0 << 91.0;
        QTest::addRow("%d from nothing", name) << mode << 1e-6 << 1e9;
        QTest::addRow("%d a 1e-6 coin", name) << mode << 1.1e-6 << 1.4e-6;
        QTest::addRow("%d 1e9", name) << mode << 1e9 << 1e9 + 3;
        QTest::addRow("%d across zero", name) << mode << -3.0 << 8.0;
        QTest::addRow("%d flat", name) << mode << 5.0 << 5.0;
    }
}

// Never closer than asked (a share less on a log scale), never outside, always some, and rising.
void TstAxisTicks::linesStandApartOnEveryScale()
{
    QFETCH(const ScaleMode, mode);
    QFETCH(const double, low);
    QFETCH(const double, high);
    for (const int most : {2, 6, 15}) {
        PriceScale scale;
        scale.setMode(mode);
        scale.setBase(low + (high - low) / 3);
        scale.fit(low, high, 0.1, 0.1, 0);
        std::vector<double> lines;
        scaleTicks(scale, 0, most, lines);
        QVERIFY(lines.size() < 40);
        if (most > 2)
            QVERIFY(!lines.empty());
        for (std::size_t i = 0; i < lines.size(); ++i) {
            QVERIFY(scale.position(lines[i]) > -1e-6 && scale.position(lines[i]) < 1 + 1e-6);
            if (i > 0)
                QVERIFY(scale.position(lines[i - 1]) - scale.position(lines[i]) > 0.9 / most);
        }
    }
}

void TstAxisTicks::percentLinesAreWholeSteps()
{
    PriceScale scale;
    scale.setMode(ScaleMode::Percent);
    scale.setBase(61'234.5);
    scale.fit(60'000, 64'000, 0, 0, 0.01);
    std::vector<double> lines;
    scaleTicks(scale, 0.01, 8, lines);
    QVERIFY(lines.size() >= 4);
    for (const double line : lines)
        QVERIFY(std::abs(scale.percent(line) - std::round(scale.percent(line))) < 1e-6);
}

void TstAxisTicks::valuesAreWrittenAsTheirPaneAsks()
{
    const auto text = [](double value, const Pane& pane) {
        paint::TextLine line;
        addValue(line, value, pane);
        return QString::fromUtf8(line.view().data(), qsizetype(line.view().size()));
    };
    Pane pane;
    pane.format = {ValueFormat::Kind::Fixed, 2, 0.01};
    QCOMPARE(text(61'234.5, pane), QStringLiteral("61,234.50"));
    QCOMPARE(text(qQNaN(), pane), QStringLiteral("—"));
    pane.format = {ValueFormat::Kind::Compact, 2, 0};
    QCOMPARE(text(1'234'567, pane), QStringLiteral("1.23M"));
    QCOMPARE(text(qQNaN(), pane), QStringLiteral("—"));
    pane.scale.setMode(ScaleMode::Percent);
    pane.scale.setBase(200);
    QCOMPARE(text(203, pane), QStringLiteral("+1.50 %"));
    QCOMPARE(text(200, pane), QStringLiteral("0.00 %"));
    QCOMPARE(text(100, pane), QStringLiteral("−50.00 %"));
    QCOMPARE(text(qQNaN(), pane), QStringLiteral("—"));
}

SPREADLINE_TEST(TstAxisTicks)
#include "tst_axis_ticks.moc"
