// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/symbol_expression.h"
#include "test_main.h"

using namespace spreadline;

namespace {

QString join(const std::vector<std::string>& names)
{
    QStringList list;
    for (const std::string& name : names)
        list << QString::fromStdString(name);
    return list.join(QLatin1Char(' '));
}

} // namespace

class TstSymbolExpression : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void dividesByZeroToNothing();
    void barsAreWideEnough();
    void aloneIsASymbol();
};

void TstSymbolExpression::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("symbols");
    QTest::addColumn<QString>("canonical");
    QTest::addColumn<double>("value"); // the first symbol is worth 12, the second 5, the third 2

    QTest::newRow("ratio") << "BTCUSDT/ETHUSDT"
                           << "BTCUSDT ETHUSDT"
                           << "BTCUSDT/ETHUSDT" << 2.4;
    QTest::newRow("spread") << "a - 1.5*b"
                            << "A B"
                            << "A-1.5*B" << 4.5;
    QTest::newRow("products first") << "a+b*c"
                                    << "A B C"
                                    << "A+B*C" << 22.0;
    QTest::newRow("from the left") << "a-b-c"
                                   << "A B C"
                                   << "A-B-C" << 5.0;
    QTest::newRow("divides from the left") << "a/b/c"
                                           << "A B C"
                                           << "A/B/C" << 1.2;
    QTest::newRow("parentheses") << "(a+b)/2"
                                 << "A B"
                                 << "(A+B)/2" << 8.5;
    QTest::newRow("sign") << "-a*-b"
                          << "A B"
                          << "-A*-B" << 60.0;
    QTest::newRow("twice the same") << "a/b-a"
                                    << "A B"
                                    << "A/B-A" << -9.6;
    QTest::newRow("begins with digits") << "1000PEPEUSDT*1000"
                                        << "1000PEPEUSDT"
                                        << "1000PEPEUSDT*1000" << 12'000.0;
    QTest::newRow("delivery") << "BTCUSDT_260327-BTCUSDT"
                              << "BTCUSDT_260327 BTCUSDT"
                              << "BTCUSDT_260327-BTCUSDT" << 7.0;
    QTest::newRow("another script") << QStringLiteral("币安人生USDT/b") << QStringLiteral("币安人生USDT B")
                                    << QStringLiteral("币安人生USDT/B") << 2.4;
    QTest::newRow("no digits after the point") << "2.*a"
                                               << "A"
                                               << "2.*A" << 24.0;
}

void TstSymbolExpression::reads()
{
    QFETCH(QString, text);
    const auto expression = SymbolExpression::parse(text.toStdString());
    QVERIFY2(expression, expression ? "" : logText(expression.error()).c_str());
    QTEST(join(expression->symbols()), "symbols");
    QTEST(QString::fromStdString(expression->text()), "canonical");
    const std::vector<double> values{12, 5, 2};
    const auto value = expression->evaluate(std::span(values));
    QVERIFY(value);
    QTEST(*value, "value");
    const auto again = SymbolExpression::parse(expression->text());
    QVERIFY(again);
    QCOMPARE(again->text(), expression->text());
}

void TstSymbolExpression::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");

    QTest::newRow("nothing") << QByteArray() << "missing at character 1";
    QTest::newRow("spaces") << QByteArray("  ") << "missing at character 3";
    QTest::newRow("no symbol") << QByteArray("1+2") << "names no symbol";
    QTest::newRow("half") << QByteArray("A/") << "missing at character 3";
    QTest::newRow("two in a row") << QByteArray("A B") << "an operation was expected at character 3";
    QTest::newRow("not closed") << QByteArray("(A+B") << "')' was expected at character 5";
    QTest::newRow("closed only") << QByteArray("A)") << "an operation was expected at character 2";
    QTest::newRow("an exponent") << QByteArray("A^2") << "an operation was expected at character 2";
    QTest::newRow("two points") << QByteArray("1.5.2*A") << "an operation was expected at character 4";
    QTest::newRow("a point alone") << QByteArray(".*A") << "not a number";
    QTest::newRow("zero byte") << QByteArray("A\0B", 3) << "an operation was expected at character 2";
    QTest::newRow("deep") << QByteArray(200, '(') << "nested too deeply";
    QTest::newRow("long") << QByteArray(600, 'A') << "longer than 512 bytes";
    QByteArray many("S0");
    for (int i = 1; i < 20; ++i)
        many += "+S" + QByteArray::number(i);
    QTest::newRow("many") << many << "more than 16 symbols";
}

void TstSymbolExpression::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    const auto expression = SymbolExpression::parse(text.toStdString());
    QVERIFY(!expression);
    QVERIFY2(expression.error().detail.find(says.toStdString()) != std::string::npos, expression.error().detail.c_str());
}

void TstSymbolExpression::dividesByZeroToNothing()
{
    const auto ratio = SymbolExpression::parse("A/B");
    QVERIFY(ratio);
    const std::vector<double> values{1, 0};
    QVERIFY(!ratio->evaluate(std::span(values)));
    const std::vector<PriceBar> bars{{1, 2, 1, 2}, {1, 1, 0, 1}};
    QVERIFY(!ratio->evaluate(std::span(bars)));
}

void TstSymbolExpression::barsAreWideEnough()
{
    const auto inverse = SymbolExpression::parse("1/A");
    QVERIFY(inverse);
    const std::vector<PriceBar> bars{{2, 4, 1, 2.5}};
    const auto bar = inverse->evaluate(std::span(bars));
    QVERIFY(bar);
    QCOMPARE(*bar, (PriceBar{0.5, 1, 0.25, 0.4}));
}

void TstSymbolExpression::aloneIsASymbol()
{
    QVERIFY(SymbolExpression::parse(" btcusdt ")->isSymbol());
    QVERIFY(!SymbolExpression::parse("-btcusdt")->isSymbol());
}

SPREADLINE_TEST(TstSymbolExpression)
#include "tst_symbol_expression.moc"
