// SPDX-License-Identifier: GPL-3.0-or-later
#include "studies/study_search.h"
#include "studies/study_texts.h"
#include "study_samples.h"
#include "test_main.h"

#include <QTranslator>

#include <algorithm>

using namespace spreadline;
using namespace spreadline::studies;
using namespace spreadline::test;

class TstStudySearch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theBestComesFirst_data();
    void theBestComesFirst();
    void isAmong_data();
    void isAmong();
    void nameAndTitleFindTheirOwn_data() { everyStudy(); }
    void nameAndTitleFindTheirOwn();
    void slipsDoNotHideAnswers();
    void nothingAndEverything();
    void bothLanguagesFind();
    void editsAreCounted_data();
    void editsAreCounted();
};

namespace {

QStringList found(const QString& text)
{
    QStringList names;
    for (const auto* study : findStudies(text))
        names.append(toQString(study->name));
    return names;
}

} // namespace

void TstStudySearch::theBestComesFirst_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("first");
    QTest::newRow("name") << "rsi"
                          << "rsi";
    QTest::newRow("in capitals") << "  MACD "
                                 << "macd";
    QTest::newRow("alias") << "adx"
                           << "dmi";
    QTest::newRow("begun") << "boll"
                           << "bbands";
    QTest::newRow("title") << "relative strength"
                           << "rsi";
    QTest::newRow("words the other way round") << "bands bollinger"
                                               << "bbands";
    QTest::newRow("two words begun") << "stand dev"
                                     << "stddev";
    QTest::newRow("name before a title with it") << "mom"
                                                 << "mom";
    QTest::newRow("the plainest average") << "moving average"
                                          << "sma";
    QTest::newRow("what it is called elsewhere") << "convergence"
                                                 << "macd";
    QTest::newRow("an output") << "tenkan"
                               << "ichimoku";
    QTest::newRow("out of its help") << "taker"
                                     << "cvd";
    QTest::newRow("two letters swapped") << "mcad"
                                         << "macd";
    QTest::newRow("a short one swapped") << "ris"
                                         << "rsi";
    QTest::newRow("a letter missing") << "bolinger"
                                      << "bbands";
    QTest::newRow("a letter too many") << "ichimokku"
                                       << "ichimoku";
    QTest::newRow("begun with a slip") << "ichomo"
                                       << "ichimoku";
    QTest::newRow("volume itself first") << "volume"
                                         << "volume";
    QTest::newRow("hyphens are no matter") << "heikin ashi"
                                           << "heikin_ashi";
}

void TstStudySearch::theBestComesFirst()
{
    QFETCH(QString, text);
    QFETCH(QString, first);
    const QStringList names = found(text);
    QVERIFY2(names.value(0) == first, qPrintable(names.join(QLatin1Char(' '))));
}

void TstStudySearch::isAmong_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");
    const auto names = [](std::initializer_list<const char*> all) {
        QStringList list;
        for (const char* name : all)
            list.append(QLatin1String(name));
        return list;
    };
    QTest::newRow("averages") << "average" << names({"sma", "ema", "hma", "vwma", "atr"});
    QTest::newRow("a category") << "volatility" << names({"bbands", "keltner", "donchian", "atr", "natr", "stddev"});
    QTest::newRow("inside a title") << "directional" << names({"dmi"});
    QTest::newRow("trailing stops") << "trailing stop" << names({"psar", "supertrend"});
}

void TstStudySearch::isAmong()
{
    QFETCH(QString, text);
    QFETCH(QStringList, names);
    const QStringList all = found(text);
    for (const QString& name : names)
        QVERIFY2(all.contains(name), qPrintable(name + QStringLiteral(" not in ") + all.join(QLatin1Char(' '))));
}

void TstStudySearch::nameAndTitleFindTheirOwn()
{
    QFETCH(QString, name);
    const auto* study = indicators::findStudy(name.toStdString());
    QCOMPARE(found(name).value(0), name);
    QCOMPARE(found(titleOf(*study)).value(0), name);
    for (const auto alias : study->aliases)
        QCOMPARE(found(toQString(alias).toUpper()).value(0), name);
}

void TstStudySearch::slipsDoNotHideAnswers()
{
    QCOMPARE(found(QStringLiteral("sma")), QStringList{QStringLiteral("sma")}); // not ema, wma, hma too
    QVERIFY(found(QStringLiteral("smq")).contains(QStringLiteral("sma")));
}

void TstStudySearch::nothingAndEverything()
{
    QCOMPARE(findStudies({}).size(), indicators::allStudies().size());
    QCOMPARE(findStudies(QStringLiteral(" , ")).size(), indicators::allStudies().size());
    QVERIFY(found(QStringLiteral("xyzzyqq")).isEmpty());
    QVERIFY(found(QStringLiteral("rsi xyzzyqq")).isEmpty()); // every word counts
    QVERIFY(found(QString(100'000, QLatin1Char('a'))).isEmpty());
}

void TstStudySearch::bothLanguagesFind()
{
    class German final : public QTranslator {
    public:
        bool isEmpty() const override { return false; }
        QString translate(const char* context, const char* source, const char*, int) const override
        {
            const bool isOurs = qstrcmp(context, "Studies") == 0 && qstrcmp(source, "Hull average") == 0;
            return isOurs ? QStringLiteral("Gleitender Mittelwert nach Hüll") : QString();
        }
    } german;
    QCoreApplication::installTranslator(&german);
    const QStringList hull{QStringLiteral("hma")};
    const QStringList native = found(QStringLiteral("hüll mittel")), english = found(QStringLiteral("Hull average"));
    QCoreApplication::removeTranslator(&german);
    QCOMPARE(native, hull);
    QCOMPARE(english, hull);
}

void TstStudySearch::editsAreCounted_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<int>("edits");
    QTest::newRow("none") << "rsi"
                          << "rsi" << 0;
    QTest::newRow("empty") << ""
                           << "rsi" << 3;
    QTest::newRow("replaced") << "rsi"
                              << "rsa" << 1;
    QTest::newRow("left out") << "macd"
                              << "mad" << 1;
    QTest::newRow("swapped") << "macd"
                             << "mcad" << 1;
    QTest::newRow("kitten") << "kitten"
                            << "sitting" << 3;
}

void TstStudySearch::editsAreCounted()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(int, edits);
    QCOMPARE(editDistance(a, b), edits);
    QCOMPARE(editDistance(b, a), edits);
}

SPREADLINE_TEST(TstStudySearch)
#include "tst_study_search.moc"
