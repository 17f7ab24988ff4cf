// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/money.h"

#include "test_main.h"

using namespace spreadline;

class TstDecimal : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void parsesWireText_data();
    void parsesWireText();
    void readsMantissaAtScale_data();
    void readsMantissaAtScale();
    void comparesAcrossScales_data();
    void comparesAcrossScales();
    void multipliesExactly_data();
    void multipliesExactly();
    void sumsNeverWrap();
    void nearestDouble();
};

void TstDecimal::parsesWireText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("printed"); // "" when it must be refused
    QTest::newRow("plain") << "61800.20"
                           << "61800.20";
    QTest::newRow("tiny") << "0.0000000001"
                          << "0.0000000001";
    QTest::newRow("negative") << "-0.5"
                              << "-0.5";
    QTest::newRow("integer") << "42"
                             << "42";
    QTest::newRow("leading zeros") << "007.10"
                                   << "7.10";
    QTest::newRow("point first") << ".5"
                                 << "0.5";
    QTest::newRow("eighteen digits") << "9.223372036854775807"
                                     << "9.223372036854775807";
    QTest::newRow("zeros beyond range") << "100.000000000000000000"
                                        << "100.00000000000000";
    QTest::newRow("two dots") << "1.2.3"
                              << "";
    QTest::newRow("empty") << ""
                           << "";
    QTest::newRow("sign only") << "-"
                               << "";
    QTest::newRow("dot only") << "."
                              << "";
    QTest::newRow("trailing dot") << "1."
                                  << "";
    QTest::newRow("plus") << "+1"
                          << "";
    QTest::newRow("exponent") << "1e5"
                              << "";
    QTest::newRow("huge exponent") << "1e400"
                                   << "";
    QTest::newRow("blank") << " 1"
                           << "";
    QTest::newRow("nan") << "NaN"
                         << "";
    QTest::newRow("infinity") << "Infinity"
                              << "";
    QTest::newRow("hex") << "0x10"
                         << "";
    QTest::newRow("comma") << "1,5"
                           << "";
    QTest::newRow("too many digits") << "1234567890123456789012345678901234567890"
                                     << "";
    QTest::newRow("2^63") << "9223372036854775808"
                          << "";
    QTest::newRow("nineteenth decimal") << "0.1000000000000000001"
                                        << "";
    QTest::newRow("arabic digit") << QString::fromUtf8("٣") << "";
}

void TstDecimal::parsesWireText()
{
    QFETCH(QString, text);
    QFETCH(QString, printed);
    const auto price = Price::parse(text.toStdString());
    QCOMPARE(price.hasValue(), !printed.isEmpty());
    if (price)
        QCOMPARE(QString::fromStdString(price->toString()), printed);
    else
        QVERIFY(price.error().code == Errc::BadNumber);
}

void TstDecimal::readsMantissaAtScale_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("scale");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<qint64>("mantissa");
    QTest::newRow("shorter") << "61.5" << 2 << true << qint64{6150};
    QTest::newRow("zeros beyond") << "61800.20" << 1 << true << qint64{618002};
    QTest::newRow("digit beyond") << "61800.21" << 1 << false << qint64{0};
    QTest::newRow("to integer") << "12.000" << 0 << true << qint64{12};
    QTest::newRow("negative") << "-1.25" << 3 << true << qint64{-1250};
    QTest::newRow("overflow by scale") << "9223372036854775" << 8 << false << qint64{0};
}

void TstDecimal::readsMantissaAtScale()
{
    QFETCH(QString, text);
    QFETCH(int, scale);
    QFETCH(bool, valid);
    QFETCH(qint64, mantissa);
    const auto read = readMantissa(text.toStdString(), scale);
    QCOMPARE(read.has_value(), valid);
    if (read)
        QCOMPARE(static_cast<qint64>(*read), mantissa);
}

void TstDecimal::comparesAcrossScales_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<int>("order");
    QTest::newRow("equal") << "1.5"
                           << "1.500" << 0;
    QTest::newRow("zeros") << "0"
                           << "0.0000000" << 0;
    QTest::newRow("less") << "1.4999999999999999"
                          << "1.5" << -1;
    QTest::newRow("signs") << "-0.1"
                           << "0.00000000000001" << -1;
    QTest::newRow("negative order") << "-2.5"
                                    << "-2.49" << -1;
    QTest::newRow("beyond 64 bits") << "9223372036854775807"
                                    << "0.000000000000000001" << 1;
}

void TstDecimal::comparesAcrossScales()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(int, order);
    const auto left = *Price::parse(a.toStdString());
    const auto right = *Price::parse(b.toStdString());
    QCOMPARE(left == right, order == 0);
    QCOMPARE(left < right, order < 0);
    QCOMPARE(right<left, order> 0);
}

void TstDecimal::multipliesExactly_data()
{
    QTest::addColumn<QString>("price");
    QTest::addColumn<QString>("quantity");
    QTest::addColumn<QString>("money"); // "" when it does not fit
    QTest::newRow("usual") << "60000.10"
                           << "0.002"
                           << "120.00020";
    QTest::newRow("negative") << "2.5"
                              << "-4"
                              << "-10.0";
    QTest::newRow("small coin") << "0.00001234"
                                << "123456789"
                                << "1523.45677626";
    QTest::newRow("scale folds") << "0.0000000001"
                                 << "10000000000"
                                 << "1.0000000000";
    QTest::newRow("too fine") << "0.0000000001"
                              << "0.0000000001"
                              << "";
    QTest::newRow("too large") << "9223372036854775807"
                               << "11"
                               << "";
}

void TstDecimal::multipliesExactly()
{
    QFETCH(QString, price);
    QFETCH(QString, quantity);
    QFETCH(QString, money);
    const auto product = notional(*Price::parse(price.toStdString()), *Quantity::parse(quantity.toStdString()));
    QCOMPARE(product.hasValue(), !money.isEmpty());
    if (product)
        QVERIFY(*product == *Money::parse(money.toStdString()));
    else
        QVERIFY(product.error().code == Errc::Overflow);
}

void TstDecimal::sumsNeverWrap()
{
    const auto big = Money::fromMantissa(INT64_MAX, 2);
    QVERIFY_EXCEPTION_THROWN(big + big, OverflowError);
    QVERIFY_EXCEPTION_THROWN(-Money::fromMantissa(INT64_MIN, 0), OverflowError);
    QVERIFY((*Money::parse("0.1") + *Money::parse("0.2")) == *Money::parse("0.3"));
    const auto wide = Money::fromMantissa(9'000'000'000'000'000'000, 0) + *Money::parse("1.00000000");
    QCOMPARE(QString::fromStdString(wide.toString()), QStringLiteral("9000000000000000001"));
}

void TstDecimal::nearestDouble()
{
    QCOMPARE(Price::parse("0.1")->toDouble(), 0.1);
    QCOMPARE(Price::parse("61800.20")->toDouble(), 61800.20);
    QCOMPARE(Price::parse("-0.0000001")->toDouble(), -0.0000001);
}

SPREADLINE_TEST(TstDecimal)
#include "tst_decimal.moc"
