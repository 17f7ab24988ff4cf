// SPDX-License-Identifier: GPL-3.0-or-later
#include "property.h"
#include "tables.h"
#include "test_main.h"

using namespace spreadline;
using namespace spreadline::indicators;

/// A study as text, and back.
class TstStudySpec : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsText_data();
    void readsText();
    void refuses_data();
    void refuses();
    void anyTextEndsInAnAnswer();
    void canonicalTextReadsBack();
    void namesColumns();
};

void TstStudySpec::readsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("canonical");
    const auto row = [](const char* text, const char* canonical) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(canonical);
    };
    row("rsi", "rsi(14)");
    row("rsi()", "rsi(14)");
    row("rsi(6)", "rsi(6)");
    row(" RSI ( 6 ) ", "rsi(6)");
    row("macd(5)", "macd(5,26,9)");
    row("macd(12, 26, 9)", "macd(12,26,9)");
    row("bbands(n=20,k=2)", "bbands(20,2)");
    row("bbands(30,k=2.5)", "bbands(30,2.5)");
    row("bbands(20.0,2.0)", "bbands(20,2)");
    row("bb(10)", "bbands(10,2)");
    row("adx(7)", "dmi(7)");
    row("psar(0.02,0.2)", "psar(0.02,0.2)");
    row("supertrend(10,3)", "supertrend(10,3)");
    row("vwap(86400000,0)", "vwap(86400000,0)");
    row("vwap(86400000,0,price=quote)", "vwap(86400000,0,price=quote)");
    row("obv()", "obv()");
    row("heikin_ashi", "heikin_ashi()");
    row("sma(20,source=close)", "sma(20)");
    row("sma(20,source=HL2)", "sma(20,source=hl2)");
    row("sma(100000)", "sma(100000)");
    row("rsi(14)@4h", "rsi(14)@4h");
    row("rsi @ 1d : forming", "rsi(14)@1d:forming");
    row("ema@1M", "ema(20)@1M");
}

void TstStudySpec::readsText()
{
    QFETCH(QString, text);
    QFETCH(QString, canonical);
    const auto spec = parseStudy(text.toStdString());
    QVERIFY2(spec.hasValue(), spec ? "" : logText(spec.error()).c_str());
    QCOMPARE(QString::fromStdString(toString(*spec)), canonical);
}

void TstStudySpec::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says"); ///< the message contains it
    const auto row = [](const char* text, const char* says) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(says);
    };
    row("", "a name is missing");
    row("rsj(14)", "did you mean rsi");
    row("bolinger", "bbands");
    row("nothing_like_it_at_all", "indicators list");
    row("rsi(0)", "n is '0'; it must be a whole number from 1 to 100000");
    row("rsi(-3)", "n is '-3'");
    row("rsi(2.5)", "whole number");
    row("rsi(nan)", "n is 'nan'");
    row("rsi(1e99)", "n is '1e99'");
    row("rsi(abc)", "n is 'abc'");
    row("rsi(14", "')' is missing");
    row("rsi(14,15)", "too many arguments; it has n, source");
    row("rsi(n=14,n=15)", "n is given twice");
    row("rsi(14,n=15)", "n is given twice");
    row("rsi(m=14)", "there is no parameter 'm'; it has n, source");
    row("rsi(14,)", "an argument is empty");
    row("rsi(,14)", "an argument is empty");
    row("macd(fast=12,26)", "follows a named argument");
    row("sma(20,source=middle)", "one of close, open, high, low, hl2, hlc3, ohlc4");
    row("cci(401)", "from 1 to 400");
    row("zscore(1)", "from 2 to");
    row("bbands(20,0)", "k is '0'; it must be a number from 0.001 to 1000");
    row("obv(3)", "no parameters");
    row("rsi(14)@", "is not an interval");
    row("rsi(14)@7q", "is not an interval");
    row("rsi(14)@100t", "is not an interval of the calendar");
    row("rsi(14)@4h:now", "'now' is not known");
}

void TstStudySpec::refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, says);
    const auto spec = parseStudy(text.toStdString());
    QVERIFY(!spec);
    QCOMPARE(spec.error().code, Errc::BadUsage);
    const QString message = QString::fromStdString(logText(spec.error()));
    QVERIFY2(message.contains(says), qPrintable(message));
}

void TstStudySpec::anyTextEndsInAnAnswer()
{
    property("whatever is typed is read or refused", [] {
        const auto piece = rc::gen::element<std::string>("rsi", "macd", "sma", "(", ")", ",", "=", "@", ":", "n", "14", "0", "-1",
                                                         "1h", "forming", " ", "source", "hl2", "x", "1e400", "\xff", ".");
        std::string text;
        for (const std::string& part : *rc::gen::container<std::vector<std::string>>(piece))
            text += part;
        const auto spec = parseStudy(text);
        if (spec) // not within the macro, which evaluates both sides
            RC_ASSERT(parseStudy(toString(*spec)).hasValue());
    });
}

void TstStudySpec::canonicalTextReadsBack()
{
    for (const StudyInfo& study : allStudies()) {
        const StudySpec spec{&study, study.presets(), std::nullopt, false};
        const auto again = parseStudy(toString(spec));
        QVERIFY(again.hasValue());
        QVERIFY2(*again == spec, toString(spec).c_str());
    }
}

void TstStudySpec::namesColumns()
{
    QCOMPARE(columnName(*parseStudy("macd"), 1), std::string("macd(12,26,9).signal"));
    QCOMPARE(columnName(*parseStudy("bbands(20,2)"), 3), std::string("bbands(20,2).percent_b"));
    QCOMPARE(columnName(*parseStudy("sma(5)"), 0), std::string("sma(5).sma"));
    QCOMPARE(columnName(*parseStudy("psar"), 0), std::string("psar(0.02,0.2).sar"));
}

SPREADLINE_TEST(TstStudySpec)
#include "tst_study_spec.moc"
