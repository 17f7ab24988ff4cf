// SPDX-License-Identifier: GPL-3.0-or-later
#include "property.h"
#include "studies/typed_study.h"
#include "study_samples.h"
#include "test_main.h"

using namespace spreadline;
using namespace spreadline::studies;
using namespace spreadline::test;

class TstTypedStudy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isRead_data();
    void isRead();
    void isRefused_data();
    void isRefused();
    void isMerelyASearch_data();
    void isMerelyASearch();
    void ownTextAndNameReadBack_data() { everyStudy(); }
    void ownTextAndNameReadBack();
    void anyTextIsTaken();
};

void TstTypedStudy::isRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("canonical");
    QTest::newRow("a length") << "rsi 21"
                              << "rsi(21)";
    QTest::newRow("in capitals") << "RSI 21"
                                 << "rsi(21)";
    QTest::newRow("a call") << "ema(50)@4h"
                            << "ema(50)@4h";
    QTest::newRow("unfinished") << "ema(50"
                                << "ema(50)";
    QTest::newRow("blanks") << " bbands 20  2.5 "
                            << "bbands(20,2.5)";
    QTest::newRow("commas") << "macd 12, 26, 9"
                            << "macd(12,26,9)";
    QTest::newRow("alias") << "bb 20 2.5"
                           << "bbands(20,2.5)";
    QTest::newRow("choice") << "ema 50 hl2"
                            << "ema(50,source=hl2)";
    QTest::newRow("choice alone") << "ema hl2"
                                  << "ema(20,source=hl2)";
    QTest::newRow("interval without @") << "ema 50 4h"
                                        << "ema(50)@4h";
    QTest::newRow("interval alone") << "rsi 1d"
                                    << "rsi(14)@1d";
    QTest::newRow("month") << "rsi@1M"
                           << "rsi(14)@1M";
    QTest::newRow("forming") << "macd@1D:forming"
                             << "macd(12,26,9)@1d:forming";
    QTest::newRow("as the legend has it") << "EMA 50 · 4h forming"
                                          << "ema(50)@4h:forming";
    QTest::newRow("named") << "bbands n = 30 k=2"
                           << "bbands(30,2)";
    QTest::newRow("named by title") << "bbands deviations=3"
                                    << "bbands(20,3)";
    QTest::newRow("empty brackets") << "rsi()"
                                    << "rsi(14)";
    QTest::newRow("a span") << "vwap 8h"
                            << "vwap(28800000,0)";
    QTest::newRow("a day") << "avwap 2026-01-31"
                           << "avwap(1769817600000)";
}

void TstTypedStudy::isRead()
{
    QFETCH(QString, text);
    QFETCH(QString, canonical);
    const TypedStudy typed = readTyped(text, QTimeZone::utc());
    QVERIFY2(typed.spec, qPrintable(typed.problem));
    QCOMPARE(QString::fromStdString(toString(*typed.spec)), canonical);
    QVERIFY(typed.problem.isEmpty());
}

void TstTypedStudy::isRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("problem");
    QTest::newRow("out of range") << "rsi 0"
                                  << "Length: Enter a whole number from 1 to 100000.";
    QTest::newRow("a fraction") << "rsi 2.5"
                                << "Length: Enter a whole number from 1 to 100000.";
    QTest::newRow("too many") << "rsi 14 3"
                              << "That is too much; there is Length (n), Source (source).";
    QTest::newRow("nothing to set") << "obv 14"
                                    << "On-balance volume has nothing to set.";
    QTest::newRow("unknown name") << "rsi length2=3"
                                  << "There is no “length2”; there is Length (n), Source (source).";
    QTest::newRow("no interval") << "ema(50)@7x"
                                 << "“7x” is not an interval such as 4h or 1d.";
    QTest::newRow("bars of trades") << "ema(50)@100t"
                                    << "“100t” is not an interval such as 4h or 1d.";
    QTest::newRow("forming what") << "ema 50 forming"
                                  << "“forming” needs an interval: @4h:forming.";
    QTest::newRow("unknown study") << "rsj(14)"
                                   << "There is no indicator “rsj”. Did you mean rsi, rma, roc?";
    QTest::newRow("like nothing") << "qqqqqq(14)"
                                  << "There is no indicator “qqqqqq”.";
}

void TstTypedStudy::isRefused()
{
    QFETCH(QString, text);
    QFETCH(QString, problem);
    const TypedStudy typed = readTyped(text, QTimeZone::utc());
    QVERIFY(!typed.spec);
    QCOMPARE(typed.problem, problem);
}

void TstTypedStudy::isMerelyASearch_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "rsi", "bollinger bands", "average", "momentum oscillator", "20", "???", "volume profile"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TstTypedStudy::isMerelyASearch()
{
    QFETCH(QString, text);
    const TypedStudy typed = readTyped(text, QTimeZone::utc());
    QVERIFY(!typed.spec);
    QCOMPARE(typed.problem, QString());
}

void TstTypedStudy::ownTextAndNameReadBack()
{
    QFETCH(QString, name);
    const auto* info = indicators::findStudy(name.toStdString());
    indicators::StudySpec spec{info, info->presets(), std::nullopt, false};
    for (std::size_t i = 0; i < info->parameters.size(); ++i)
        spec.arguments[i] = std::min(spec.arguments[i] + 1, info->parameters[i].most);
    spec.higher = Interval::time(std::chrono::hours(4));
    const TypedStudy typed = readTyped(QString::fromStdString(toString(spec)), QTimeZone::utc());
    QVERIFY2(typed.spec && *typed.spec == spec, qPrintable(typed.problem));
}

void TstTypedStudy::anyTextIsTaken()
{
    property("nothing that is typed makes a study that cannot be", [] {
        static constexpr std::string_view letters = "rsi ema(50)@4h:,;=.-+vwap1dMx%\"'\t";
        const auto picks = *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, letters.size()));
        QString text = *rc::gen::element(QStringLiteral("ema "), QStringLiteral("vwap"), QStringLiteral("macd("), QString());
        for (const std::size_t pick : picks)
            text += QLatin1Char(letters[pick]);
        const TypedStudy typed = readTyped(text, QTimeZone::utc());
        RC_ASSERT(!typed.spec || typed.problem.isEmpty());
        if (typed.spec)
            RC_ASSERT(indicators::parseStudy(toString(*typed.spec)).value() == *typed.spec);
    });
}

SPREADLINE_TEST(TstTypedStudy)
#include "tst_typed_study.moc"
