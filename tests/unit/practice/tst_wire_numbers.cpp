// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/json_writer.h"
#include "practice/wire_numbers.h"
#include "test_main.h"

using namespace spreadline;
using namespace spreadline::practice;

class TstWireNumbers final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesDecimals_data();
    void writesDecimals();
    void escapesText();
    void scales_data();
    void scales();
    void averages();
};

void TstWireNumbers::writesDecimals_data()
{
    QTest::addColumn<qint64>("mantissa");
    QTest::addColumn<int>("scale");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("zero") << qint64{0} << 0 << QByteArray("0");
    QTest::newRow("zero with decimals") << qint64{0} << 3 << QByteArray("0.000");
    QTest::newRow("small") << qint64{1} << 8 << QByteArray("0.00000001");
    QTest::newRow("negative") << qint64{-15} << 1 << QByteArray("-1.5");
    QTest::newRow("negative small") << qint64{-5} << 2 << QByteArray("-0.05");
    QTest::newRow("trailing zeros stay") << qint64{150} << 2 << QByteArray("1.50");
    QTest::newRow("largest") << qint64{INT64_MAX} << 18 << QByteArray("9.223372036854775807");
    QTest::newRow("smallest") << qint64{INT64_MIN} << 0 << QByteArray("-9223372036854775808");
}

void TstWireNumbers::writesDecimals()
{
    QFETCH(qint64, mantissa);
    QFETCH(int, scale);
    QFETCH(QByteArray, text);
    std::string out;
    appendDecimal(out, mantissa, scale);
    QCOMPARE(QByteArray::fromStdString(out), text);
}

void TstWireNumbers::escapesText()
{
    std::string out;
    JsonWriter(out).beginArray().string("a\"b\\c\n\x01").string("ü").endArray();
    QCOMPARE(out, std::string("[\"a\\\"b\\\\c\\u000a\\u0001\",\"ü\"]"));
}

void TstWireNumbers::scales_data()
{
    QTest::addColumn<qint64>("value");
    QTest::addColumn<qint64>("numerator");
    QTest::addColumn<qint64>("denominator");
    QTest::addColumn<qint64>("result");
    QTest::newRow("exact") << qint64{10} << qint64{3} << qint64{5} << qint64{6};
    QTest::newRow("half up") << qint64{1} << qint64{1} << qint64{2} << qint64{1};
    QTest::newRow("negative half away from zero") << qint64{-1} << qint64{1} << qint64{2} << qint64{-1};
    QTest::newRow("wide product") << qint64{4'000'000'000'000'000} << qint64{3'000'000} << qint64{6'000'000}
                                  << qint64{2'000'000'000'000'000};
    QTest::newRow("by zero") << qint64{5} << qint64{5} << qint64{0} << qint64{0};
}

void TstWireNumbers::scales()
{
    QFETCH(qint64, value);
    QFETCH(qint64, numerator);
    QFETCH(qint64, denominator);
    QFETCH(qint64, result);
    QCOMPARE(scaled(value, numerator, denominator), result);
}

void TstWireNumbers::averages()
{
    const Money quote = Money::fromMantissa(1'500'000, 4);
    QCOMPARE(averagePrice(quote, Quantity::fromMantissa(3'000, 3), 2).toString(), std::string("50.00"));
    QCOMPARE(averagePrice(quote, Quantity(), 2).toString(), std::string("0.00"));
    QCOMPARE(percentChange(Price::fromMantissa(200, 1), Price::fromMantissa(190, 1)).toString(), std::string("-5.000"));
    Kline kline;
    kline.volume = Quantity::fromMantissa(4'000, 3);
    kline.takerBuyVolume = Quantity::fromMantissa(1'000, 3);
    kline.quoteVolume = Money::fromMantissa(100, 2);
    QCOMPARE(takerQuoteVolume(kline).toString(), std::string("0.25"));
}

SPREADLINE_TEST(TstWireNumbers)
#include "tst_wire_numbers.moc"
