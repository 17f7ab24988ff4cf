// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/text_line.h"
#include "test_main.h"

#include <QLocale>

using namespace spreadline;
using paint::TextLine;

class TstTextLine : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void fixed_data();
    void fixed();
    void decimals_data();
    void decimals();
    void compact_data();
    void compact();
    void separatorsAreTheLocales();
    void whatDoesNotFitIsCut();
};

namespace {

QString text(const TextLine& line)
{
    return QString::fromUtf8(line.view().data(), qsizetype(line.view().size()));
}

} // namespace

void TstTextLine::fixed_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("shown");
    QTest::newRow("price") << 86'714.44 << 1 << QStringLiteral("86,714.4");
    QTest::newRow("1e-6 coin") << 0.00000123 << 8 << QStringLiteral("0.00000123");
    QTest::newRow("1e9") << 1e9 << 2 << QStringLiteral("1,000,000,000.00");
    QTest::newRow("negative") << -1'234.5 << 1 << QStringLiteral("\u22121,234.5");
    QTest::newRow("no negative zero") << -0.001 << 2 << QStringLiteral("0.00");
    QTest::newRow("not a number") << qQNaN() << 2 << QStringLiteral("\u2014");
    QTest::newRow("infinite") << qInf() << 2 << QStringLiteral("\u2014");
    QTest::newRow("no decimals") << 999.0 << 0 << QStringLiteral("999");
}

void TstTextLine::fixed()
{
    QFETCH(const double, value);
    QFETCH(const int, count);
    QFETCH(const QString, shown);
    QCOMPARE(text(TextLine().addFixed(value, count)), shown);
}

void TstTextLine::decimals_data()
{
    QTest::addColumn<qint64>("mantissa");
    QTest::addColumn<int>("scale");
    QTest::addColumn<QString>("shown");
    QTest::newRow("whole") << qint64(1'234'567) << 0 << QStringLiteral("1,234,567");
    QTest::newRow("split") << qint64(1'234'567) << 2 << QStringLiteral("12,345.67");
    QTest::newRow("small") << qint64(7) << 3 << QStringLiteral("0.007");
    QTest::newRow("exactly the scale") << qint64(123) << 3 << QStringLiteral("0.123");
    QTest::newRow("zero") << qint64(0) << 2 << QStringLiteral("0.00");
    QTest::newRow("negative") << qint64(-5) << 1 << QStringLiteral("\u22120.5");
    QTest::newRow("smallest") << std::numeric_limits<qint64>::min() << 0 << QStringLiteral("\u22129,223,372,036,854,775,808");
}

void TstTextLine::decimals()
{
    QFETCH(const qint64, mantissa);
    QFETCH(const int, scale);
    QFETCH(const QString, shown);
    QCOMPARE(text(TextLine().addDecimal(mantissa, scale)), shown);
}

void TstTextLine::compact_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("shown");
    QTest::newRow("zero") << 0.0 << QStringLiteral("0");
    QTest::newRow("small") << 0.01234 << QStringLiteral("0.0123");
    QTest::newRow("ones") << 7.0 << QStringLiteral("7.00");
    QTest::newRow("hundreds") << 175.52 << QStringLiteral("175.5");
    QTest::newRow("rounds up into K") << 999.7 << QStringLiteral("1.00K");
    QTest::newRow("thousands") << 12'345.0 << QStringLiteral("12.3K");
    QTest::newRow("hundred thousands") << 123'456.0 << QStringLiteral("123K");
    QTest::newRow("millions") << 4.567e6 << QStringLiteral("4.57M");
    QTest::newRow("billions") << 1.0e9 << QStringLiteral("1.00B");
    QTest::newRow("negative") << -4.567e6 << QStringLiteral("\u22124.57M");
}

void TstTextLine::compact()
{
    QFETCH(const double, value);
    QFETCH(const QString, shown);
    QCOMPARE(text(TextLine().addCompact(value)), shown);
}

void TstTextLine::separatorsAreTheLocales()
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(text(TextLine().addFixed(12'345.6, 2)), QStringLiteral("12.345,60"));
    QCOMPARE(text(TextLine().addDecimal(1'234'567, 2)), QStringLiteral("12.345,67"));
}

void TstTextLine::whatDoesNotFitIsCut()
{
    TextLine line;
    for (int i = 0; i < 100; ++i)
        line.add("12345");
    QCOMPARE(line.view().size(), std::size_t(192));
}

SPREADLINE_TEST(TstTextLine)
#include "tst_text_line.moc"
