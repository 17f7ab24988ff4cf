// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/format.h"
#include "test_main.h"

using namespace spreadline;
using namespace std::chrono_literals;

class TstFormat : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void writesDecimals_data();
    void writesDecimals();
    void writesCompact_data();
    void writesCompact();
    void writesSpans_data();
    void writesSpans();
    void writesPercent();
    void followsTheLocale();
    void pricesHaveTheirTicksDecimals_data();
    void pricesHaveTheirTicksDecimals();
    void writesTimesInTheirZone();
};

void TstFormat::writesDecimals_data()
{
    QTest::addColumn<qint64>("mantissa");
    QTest::addColumn<int>("scale");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("text");
    QTest::newRow("grouped") << qint64(6'143'250) << 2 << 2 << "61,432.50";
    QTest::newRow("below one") << qint64(5) << 5 << 5 << "0.00005";
    QTest::newRow("zero") << qint64(0) << 2 << 2 << "0.00";
    QTest::newRow("negative") << qint64(-1'234'567) << 3 << 3 << "\u22121,234.567";
    QTest::newRow("padded") << qint64(15) << 1 << 3 << "1.500";
    QTest::newRow("padded whole") << qint64(15) << 0 << 2 << "15.00";
    QTest::newRow("rounded up") << qint64(12'345) << 3 << 2 << "12.35";
    QTest::newRow("rounded down") << qint64(12'344) << 3 << 2 << "12.34";
    QTest::newRow("rounded by two digits") << qint64(12'349) << 3 << 1 << "12.3";
    QTest::newRow("rounded to nothing") << qint64(-4) << 3 << 2 << "0.00";
    QTest::newRow("largest") << std::numeric_limits<qint64>::max() << 0 << 0 << "9,223,372,036,854,775,807";
    QTest::newRow("smallest") << std::numeric_limits<qint64>::min() << 0 << 0 << "\u22129,223,372,036,854,775,808";
}

void TstFormat::writesDecimals()
{
    QFETCH(qint64, mantissa);
    QFETCH(int, scale);
    QFETCH(int, decimals);
    QFETCH(QString, text);
    QCOMPARE(format::decimal(mantissa, scale, decimals), text);
}

void TstFormat::writesCompact_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("text");
    QTest::newRow("billions") << "1234567890.12"
                              << "1.235B";
    QTest::newRow("millions") << "56780000"
                              << "56.78M";
    QTest::newRow("thousands") << "901234.5"
                               << "901.2K";
    QTest::newRow("small") << "42.5"
                           << "42.50";
    QTest::newRow("tiny") << "0.0123"
                          << "0.01";
    QTest::newRow("zero") << "0"
                          << "0.00";
    QTest::newRow("trillions") << "5123456789012.5"
                               << "5.123T";
}

void TstFormat::writesCompact()
{
    QFETCH(QString, number);
    QFETCH(QString, text);
    QCOMPARE(format::compact(Money::parse(number.toStdString()).value()), text);
}

void TstFormat::writesSpans_data()
{
    QTest::addColumn<QString>("got");
    QTest::addColumn<QString>("text");
    QTest::newRow("young") << format::age(340ms) << "0.3 s";
    QTest::newRow("seconds") << format::age(42s) << "42 s";
    QTest::newRow("minutes") << format::age(5min) << "5 min";
    QTest::newRow("from the future") << format::age(-3s) << "0.0 s";
    QTest::newRow("minutes left") << format::countdown(59min + 58s) << "59:58";
    QTest::newRow("hours left") << format::countdown(7h + 59min + 1s) << "07:59:01";
    QTest::newRow("days left") << format::countdown(51h) << "2d 03h";
    QTest::newRow("over") << format::countdown(-1s) << "00:00";
    QTest::newRow("fast") << format::latency(420us) << "0.42 ms";
    QTest::newRow("usual") << format::latency(12'400us) << "12 ms";
    QTest::newRow("slow") << format::latency(1'204ms) << "1.20 s";
    QTest::newRow("a recording's clock") << format::latency(-833 * 24h) << "\u2212833 d";
    QTest::newRow("behind") << format::latency(-3ms) << "\u22123 ms";
}

void TstFormat::writesSpans()
{
    QFETCH(QString, got);
    QFETCH(QString, text);
    QCOMPARE(got, text);
}

void TstFormat::writesPercent()
{
    const auto price = [](const char* text) { return Price::parse(text).value(); };
    QCOMPARE(format::change(price("101.25"), price("100")), QStringLiteral("+1.25\u2009%"));
    QCOMPARE(format::change(price("99.6"), price("100")), QStringLiteral("\u22120.40\u2009%"));
    QCOMPARE(format::change(price("100"), price("100")), QStringLiteral("0.00\u2009%"));
    QCOMPARE(format::change(price("1"), price("0")), format::missing());
    QCOMPARE(format::ratio(price("0.0001")), QStringLiteral("+0.0100\u2009%"));
    QCOMPARE(format::ratio(price("-0.00023456")), QStringLiteral("\u22120.0235\u2009%"));
    QCOMPARE(format::ratio(price("1")), QStringLiteral("+100.0000\u2009%"));
}

void TstFormat::followsTheLocale()
{
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German));
    const QString german = format::decimal(123'456'789, 2, 2);
    QLocale::setDefault(before);
    QCOMPARE(german, QStringLiteral("1.234.567,89"));
    QCOMPARE(format::decimal(123'456'789, 2, 2), QStringLiteral("1,234,567.89"));
}

void TstFormat::pricesHaveTheirTicksDecimals_data()
{
    QTest::addColumn<QString>("tick");
    QTest::addColumn<QString>("price");
    QTest::addColumn<QString>("text");
    QTest::newRow("as it is") << "0.01"
                              << "4074.4"
                              << "4,074.40";
    QTest::newRow("zeros that a venue writes behind the tick") << "0.0001000"
                                                               << "1.7882000"
                                                               << "1.7882";
    QTest::newRow("half units") << "0.50"
                                << "101.50"
                                << "101.5";
    QTest::newRow("whole units") << "1.0"
                                 << "101"
                                 << "101";
    QTest::newRow("tiny") << "0.0000001"
                          << "0.0075557"
                          << "0.0075557";
}

void TstFormat::pricesHaveTheirTicksDecimals()
{
    QFETCH(QString, tick);
    QFETCH(QString, price);
    QFETCH(QString, text);
    Instrument instrument;
    instrument.tickSize = Price::parse(tick.toStdString()).value();
    QCOMPARE(format::price(Price::parse(price.toStdString()).value(), instrument), text);
    QCOMPARE(format::price(std::nullopt, instrument), format::missing());
}

void TstFormat::writesTimesInTheirZone()
{
    const auto time = Timestamp::fromMillis(1'700'000'000'123); // 2023-11-14T22:13:20.123Z
    QCOMPARE(format::timeOfDay(time, QTimeZone::utc()), QStringLiteral("22:13:20"));
    QCOMPARE(format::timeOfDay(time, QTimeZone::utc(), true), QStringLiteral("22:13:20.123"));
    QCOMPARE(format::timeOfDay(time, QTimeZone(3'600)), QStringLiteral("23:13:20"));
    QCOMPARE(format::dateTime(time, QTimeZone::utc()), QStringLiteral("2023-11-14 22:13:20"));
    QCOMPARE(format::timeOfDay({}, QTimeZone::utc()), format::missing());
}

SPREADLINE_TEST(TstFormat)
#include "tst_format.moc"
