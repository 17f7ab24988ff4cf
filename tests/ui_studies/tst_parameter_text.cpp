// SPDX-License-Identifier: GPL-3.0-or-later
#include "property.h"
#include "studies/parameter_text.h"
#include "studies/study_texts.h"
#include "study_samples.h"
#include "test_main.h"

#include <QLocale>
#include <QSet>

#include <cmath>

using namespace spreadline;
using namespace spreadline::studies;
using namespace spreadline::test;
using indicators::Parameter;

/// How parameters are shown and read, and that translators are given every word of the registry.
class TstParameterText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale::c()); }
    void cleanupTestCase() { QLocale::setDefault(QLocale::c()); }
    void presetsReadBack_data() { everyStudy(); }
    void presetsReadBack();
    void anyValueReadsBack();
    void reads_data();
    void reads();
    void refusesWithWords_data();
    void refusesWithWords();
    void momentsStandInTheZone();
    void steps();
    void everyWordIsListed();
    void missingInputsAreNamed();
};

namespace {

const Parameter& parameter(const char* study, const char* name)
{
    const auto* info = indicators::findStudy(study);
    return *std::ranges::find(info->parameters, std::string_view(name), &Parameter::name);
}

std::vector<const Parameter*> allParameters()
{
    std::vector<const Parameter*> all;
    for (const auto& study : indicators::allStudies()) {
        for (const auto& each : study.parameters)
            all.push_back(&each);
    }
    return all;
}

} // namespace

void TstParameterText::presetsReadBack()
{
    QFETCH(QString, name);
    const auto* study = indicators::findStudy(name.toStdString());
    for (const Parameter& each : study->parameters) {
        const QString text = valueText(each, each.preset, QTimeZone::utc());
        const Reading reading = readValue(each, text, QTimeZone::utc());
        QVERIFY2(reading.value && *reading.value == each.preset, qPrintable(text));
        for (const double edge : {each.least, each.most})
            QCOMPARE(readValue(each, valueText(each, edge, QTimeZone::utc()), QTimeZone::utc()).value.value_or(-1), edge);
    }
}

void TstParameterText::anyValueReadsBack()
{
    for (const QLocale& locale : {QLocale::c(), QLocale(QLocale::German), QLocale(QLocale::Chinese)}) {
        QLocale::setDefault(locale);
        property("a value shown reads back to itself", [] {
            const auto all = allParameters();
            const Parameter& one = *all[*rc::gen::inRange<std::size_t>(0, all.size())];
            const double share = *rc::gen::inRange(0, 1'000'001) / 1e6;
            double value = one.least + (one.most - one.least) * share;
            if (one.kind != Parameter::Kind::Number)
                value = std::floor(value);
            const QString text = valueText(one, value, QTimeZone("Asia/Tokyo"));
            RC_ASSERT(readValue(one, text, QTimeZone("Asia/Tokyo")).value == value);
        });
    }
}

void TstParameterText::reads_data()
{
    for (const char* column : {"study", "name", "text"})
        QTest::addColumn<QString>(column);
    QTest::addColumn<double>("value");
    const auto row = [](const char* title, const char* study, const char* name, const char* text, double value) {
        QTest::newRow(title) << QString::fromUtf8(study) << QString::fromUtf8(name) << QString::fromUtf8(text) << value;
    };
    row("whole", "rsi", "n", " 21 ", 21);
    row("fraction", "bbands", "k", "2.5", 2.5);
    row("choice", "rsi", "source", "HL2", 4);
    row("choice as shown", "rsi", "source", "Close", 0);
    row("days", "vwap", "session", "1d 12h", 129'600'000);
    row("together", "vwap", "session", "1h30m", 5'400'000);
    row("a week", "vwap", "session", "1w", 604'800'000);
    row("milliseconds, as in a file", "vwap", "session", "86400000", 86'400'000);
    row("negative", "vwap", "offset", "-2h", -7'200'000);
    row("nothing of it", "vwap", "offset", "0", 0);
    row("date", "avwap", "anchor", "2026-01-31", 1'769'817'600'000);
    row("minute", "avwap", "anchor", "2026-01-31 09:30", 1'769'851'800'000);
    row("first bar", "avwap", "anchor", "", 0);
}

void TstParameterText::reads()
{
    QFETCH(QString, study);
    QFETCH(QString, name);
    QFETCH(QString, text);
    QFETCH(double, value);
    const Reading reading = readValue(parameter(qPrintable(study), qPrintable(name)), text, QTimeZone::utc());
    QVERIFY2(reading.value, qPrintable(reading.problem));
    QCOMPARE(*reading.value, value);
    QVERIFY(reading.problem.isEmpty());
}

void TstParameterText::refusesWithWords_data()
{
    for (const char* column : {"study", "name", "text", "problem"})
        QTest::addColumn<QString>(column);
    const auto row = [](const char* title, const char* study, const char* name, const char* text, const char* problem) {
        QTest::newRow(title) << QString::fromUtf8(study) << QString::fromUtf8(name) << QString::fromUtf8(text)
                             << QString::fromUtf8(problem);
    };
    const char* whole = "Enter a whole number from 1 to 100,000.";
    row("zero", "rsi", "n", "0", whole);
    row("too much", "rsi", "n", "100001", whole);
    row("half", "rsi", "n", "2.5", whole);
    row("empty", "rsi", "n", "", whole);
    row("word", "rsi", "n", "many", whole);
    row("not a number", "rsi", "n", "nan", whole);
    row("endless", "rsi", "n", "inf", whole);
    row("its own limit", "cci", "n", "401", "Enter a whole number from 1 to 400.");
    row("deviations", "bbands", "k", "-1", "Enter a number from 0.001 to 1,000.");
    row("choice", "rsi", "source", "middle", "Enter one of: Close, Open, High, Low, hl2, hlc3, ohlc4.");
    const char* span = "Enter a span such as 1d, 8h or 30m, from 1m to 366d.";
    row("short", "vwap", "session", "59s", span);
    row("bare number among units", "vwap", "session", "5 1d", span);
    row("unit alone", "vwap", "session", "d", span);
    row("no span", "vwap", "session", "", span);
    const char* moment = "Enter a time such as 2026-01-31 09:30.";
    row("no such day", "avwap", "anchor", "2026-02-30", moment);
    row("before 1970", "avwap", "anchor", "1969-01-01", moment);
}

void TstParameterText::refusesWithWords()
{
    QFETCH(QString, study);
    QFETCH(QString, name);
    QFETCH(QString, text);
    QFETCH(QString, problem);
    QLocale::setDefault(QLocale(QLocale::English));
    const Reading reading = readValue(parameter(qPrintable(study), qPrintable(name)), text, QTimeZone::utc());
    QVERIFY(!reading.value);
    QCOMPARE(reading.problem, problem);
}

void TstParameterText::momentsStandInTheZone()
{
    const Parameter& anchor = parameter("avwap", "anchor");
    QVERIFY(isMoment(anchor) && !isMoment(parameter("vwap", "session")));
    const QTimeZone tokyo("Asia/Tokyo");
    QCOMPARE(valueText(anchor, 1'769'851'800'000, tokyo), QStringLiteral("2026-01-31 18:30"));
    QCOMPARE(readValue(anchor, QStringLiteral("2026-01-31 18:30"), tokyo).value.value_or(0), 1'769'851'800'000.0);
    QCOMPARE(valueText(anchor, 1'769'851'805'000, tokyo), QStringLiteral("2026-01-31 18:30:05"));
}

void TstParameterText::steps()
{
    const Parameter& k = parameter("bbands", "k");
    double value = 2;
    for (int i = 0; i < 3; ++i)
        value = stepped(k, value, 1);
    QCOMPARE(valueText(k, value, QTimeZone::utc()), QStringLiteral("2.3")); // not 2.3000000000000003
    QCOMPARE(stepped(k, 2.34, 1), 2.4);                                     // to the next whole step
    QCOMPARE(stepped(k, 2.34, -1), 2.3);
    QCOMPARE(stepped(k, 0.001, -1), 0.001);
    QCOMPARE(stepped(parameter("rsi", "n"), 99'999, 10), 100'000.0);
    QCOMPARE(stepped(parameter("vwap", "session"), 86'400'000, 1), 86'460'000.0);
    QCOMPARE(stepped(parameter("avwap", "anchor"), 1'769'817'600'000, 1), 1'769'904'000'000.0); // a day
}

void TstParameterText::everyWordIsListed()
{
    QSet<QString> listed;
    for (const char* text : listedTexts())
        QVERIFY2(!listed.contains(QString::fromUtf8(text)) && (listed.insert(QString::fromUtf8(text)), true), text);
    for (int i = 0; i <= static_cast<int>(indicators::StudyInfo::Category::Derivatives); ++i)
        listed.insert(titleOf(static_cast<indicators::StudyInfo::Category>(i))); // no translator is installed here
    const auto isListed = [&listed](const QString& text) { return text.isEmpty() || listed.contains(text); };
    for (const auto& study : indicators::allStudies()) {
        QVERIFY2(isListed(titleOf(study)), qPrintable(titleOf(study)));
        QVERIFY2(isListed(helpOf(study)), qPrintable(helpOf(study)));
        for (const auto& output : study.outputs)
            QVERIFY2(isListed(titleOf(output)), qPrintable(titleOf(output)));
        for (const auto& each : study.parameters) {
            QVERIFY2(isListed(titleOf(each)), qPrintable(titleOf(each)));
            QVERIFY2(isListed(helpOf(each)), qPrintable(helpOf(each)));
            QVERIFY2(isListed(unitOf(each)), qPrintable(unitOf(each)));
            for (const auto choice : each.choices)
                QVERIFY2(isListed(choiceText(choice)), qPrintable(choiceText(choice)));
        }
    }
    for (const auto& [study, parameterName] : {std::pair{"vwap", "session"}, std::pair{"avwap", "anchor"}}) {
        const QString help = helpOf(parameter(study, parameterName)); // the window has spans and dates
        QVERIFY2(!help.contains(QLatin1String("millisecond")) && !help.contains(QLatin1String("000")), qPrintable(help));
    }
}

void TstParameterText::missingInputsAreNamed()
{
    using namespace indicators;
    QCOMPARE(missingText(NoMore, NoMore), QString());
    QCOMPARE(missingText(OpenInterestInput, OpenInterestInput | FundingInput), QString());
    QCOMPARE(missingText(OtherClose, NoMore), QString()); // is asked for
    QCOMPARE(missingText(FundingInput, OpenInterestInput), QStringLiteral("This chart's data has no funding rates."));
    for (const Input input : allInputs)
        QVERIFY(input == OtherClose || missingText(input, NoMore).size() > 30);
}

SPREADLINE_TEST(TstParameterText)
#include "tst_parameter_text.moc"
