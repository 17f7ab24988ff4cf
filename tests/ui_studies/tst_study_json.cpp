// SPDX-License-Identifier: GPL-3.0-or-later
#include "studies/study_choices.h"
#include "studies/study_json.h"
#include "study_samples.h"
#include "test_main.h"

#include <QJsonDocument>

using namespace spreadline;
using namespace spreadline::studies;
using namespace spreadline::test;
using chart::ChartStudy;

class TstStudyJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyStudyComesBack_data() { everyStudy(); }
    void everyStudyComesBack();
    void looksGoByName();
    void refuses_data();
    void refuses();
    void goodOnesAreKept();
    void tooManyAreCut();
    void favouritesAndRecent();
    void defaultsBeginNewOnes();
    void choicesComeBack();
    void brokenChoices();
};

namespace {

QJsonObject object(const QString& text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

/// Through text, as a file would.
QJsonObject written(const QJsonObject& json)
{
    return QJsonDocument::fromJson(QJsonDocument(json).toJson()).object();
}

} // namespace

void TstStudyJson::everyStudyComesBack()
{
    QFETCH(QString, name);
    ChartStudy study = studyOf(qPrintable(name));
    study.spec.higher = Interval::time(std::chrono::hours(4));
    study.spec.showsForming = true;
    for (std::size_t i = 0; i < study.spec.arguments.size(); ++i) {
        if (study.spec.study->parameters[i].kind == indicators::Parameter::Kind::Number)
            study.spec.arguments[i] = 0.1 + 0.2; // every bit
    }
    study.isShown = false;
    study.pane = 7;
    for (std::size_t i = 0; i < study.looks.size(); ++i)
        study.looks[i] = {static_cast<Ink>(i), 0xff123400U + static_cast<QRgb>(i), 1 + static_cast<int>(i % 4),
                          static_cast<Dash>(i % 3), i % 2 == 0};
    const auto read = studyFromJson(written(toJson(study)));
    QVERIFY2(read, read ? "" : read.error().detail.c_str());
    QVERIFY(*read == study);
}

void TstStudyJson::looksGoByName()
{
    // An output unknown here is left out, one that is not there looks as a new one does.
    const auto read = studyFromJson(object(
        QStringLiteral(R"j({"study":"MACD","looks":{"signal":{"ink":"rose","width":3},"future":{"ink":"up"}},"unknown":[1]})j")));
    QVERIFY(read);
    ChartStudy expected = chart::newStudy(*indicators::parseStudy("macd"));
    expected.pane = 0;
    expected.looks[1].ink = Ink::Rose;
    expected.looks[1].width = 3;
    QVERIFY(*read == expected);
    QVERIFY(!toJson(*read).contains(QStringLiteral("unknown")));
}

void TstStudyJson::refuses_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("named");
    QTest::newRow("unknown study") << R"j({"study":"elliott(5)"})j"
                                   << "elliott";
    QTest::newRow("bad text") << R"j({"study":"rsi(0)"})j"
                              << "from 1 to 100000";
    QTest::newRow("no text") << R"j({})j"
                             << "name is missing";
    QTest::newRow("number for a text") << R"j({"study":14})j"
                                       << "name is missing";
    QTest::newRow("shown") << R"j({"study":"rsi","shown":"yes"})j"
                           << "shown";
    QTest::newRow("pane") << R"j({"study":"rsi","pane":1.5})j"
                          << "pane";
    QTest::newRow("pane below") << R"j({"study":"rsi","pane":-2})j"
                                << "pane";
    QTest::newRow("pane of words") << R"j({"study":"rsi","pane":"first"})j"
                                   << "pane";
    QTest::newRow("looks") << R"j({"study":"rsi","looks":[]})j"
                           << "looks";
    QTest::newRow("ink") << R"j({"study":"rsi","looks":{"rsi":{"ink":"pink"}}})j"
                         << "rsi";
    QTest::newRow("width") << R"j({"study":"rsi","looks":{"rsi":{"width":5}}})j"
                           << "rsi";
    QTest::newRow("width of nothing") << R"j({"study":"rsi","looks":{"rsi":{"width":null}}})j"
                                      << "rsi";
    QTest::newRow("dash") << R"j({"study":"rsi","looks":{"rsi":{"dash":3}}})j"
                          << "rsi";
    QTest::newRow("colour") << R"j({"study":"rsi","looks":{"rsi":{"custom":"#12"}}})j"
                            << "rsi";
    QTest::newRow("look") << R"j({"study":"rsi","looks":{"rsi":7}})j"
                          << "rsi";
    const QString longSymbol(65, QLatin1Char('A'));
    QTest::newRow("symbol") << QStringLiteral(R"j({"study":"beta","other":"%1"})j").arg(longSymbol) << "second symbol";
}

void TstStudyJson::refuses()
{
    QFETCH(QString, json);
    QFETCH(QString, named);
    const auto read = studyFromJson(object(json));
    QVERIFY(!read);
    QCOMPARE(read.error().code, Errc::BadFile);
    QVERIFY2(QString::fromStdString(read.error().detail).contains(named), read.error().detail.c_str());
}

void TstStudyJson::goodOnesAreKept()
{
    const std::vector studies{studyOf("rsi"), studyOf("ema(50)@4h"), studyOf("beta")};
    QJsonArray json = toJson(std::span(studies));
    json.insert(1, object(QStringLiteral(R"j({"study":"elliott(5)"})j")));
    json.append(42);
    const StudyList list = studiesFromJson(json);
    QVERIFY(list.studies == studies);
    QCOMPARE(list.errors.size(), std::size_t(2));
    QVERIFY(list.errors[0].detail.find("elliott") != std::string::npos);
}

void TstStudyJson::tooManyAreCut()
{
    QJsonArray json;
    for (int i = 0; i < 500; ++i)
        json.append(toJson(studyOf("rsi")));
    const StudyList list = studiesFromJson(json);
    QCOMPARE(list.studies.size(), std::size_t(200));
    QCOMPARE(list.errors.size(), std::size_t(1));
}

void TstStudyJson::favouritesAndRecent()
{
    StudyChoices choices;
    const auto& all = indicators::allStudies();
    for (std::size_t i = 0; i < 12; ++i)
        choices.noteUse(all[i]);
    choices.noteUse(all[6]);
    QCOMPARE(choices.recent.size(), StudyChoices::mostRecent);
    QCOMPARE(choices.recent.first(), QString::fromStdString(std::string(all[6].name)));
    QCOMPARE(QSet<QString>(choices.recent.begin(), choices.recent.end()).size(), StudyChoices::mostRecent);
    choices.toggleFavourite(*indicators::findStudy("rsi"));
    choices.toggleFavourite(*indicators::findStudy("ema"));
    QCOMPARE(choices.favourites, (QStringList{QStringLiteral("ema"), QStringLiteral("rsi")}));
    choices.toggleFavourite(*indicators::findStudy("ema"));
    QVERIFY(!choices.isFavourite(*indicators::findStudy("ema")) && choices.isFavourite(*indicators::findStudy("rsi")));
}

void TstStudyJson::defaultsBeginNewOnes()
{
    StudyChoices choices;
    const auto& ema = *indicators::findStudy("ema");
    ChartStudy wanted = studyOf("ema(50)@4h");
    wanted.looks[0].ink = Ink::Rose;
    choices.setDefault(wanted);
    const ChartStudy made = choices.fresh(ema);
    QCOMPARE(QString::fromStdString(toString(made.spec)), QStringLiteral("ema(50)")); // the interval is the one study's
    QVERIFY(made.looks == wanted.looks && made.pane == -1);
    QVERIFY(choices.fresh(*indicators::parseStudy("ema(9)")).looks == wanted.looks); // typed arguments, saved looks
    choices.setDefault(studyOf("ema(100)"));
    QCOMPARE(choices.defaults.size(), std::size_t(1));
    QVERIFY(choices.fresh(ema, {studyOf("ema")}).looks[0].ink != studyOf("ema").looks[0].ink); // a free colour
    choices.setDefault(studyOf("ema")); // as registered: nothing to be kept
    QVERIFY(choices.defaults.empty() && choices.fresh(ema).spec.arguments == ema.presets());
    choices.setDefault(studyOf("avwap(1769817600000,k=2)"));
    QCOMPARE(choices.fresh(*indicators::findStudy("avwap")).spec.arguments[0], 0.0); // a moment is not for all
    QCOMPARE(choices.fresh(*indicators::findStudy("avwap")).spec.arguments[1], 2.0);
    choices.setDefault(studyOf("beta(30)"));
    QVERIFY(choices.defaultOf(*indicators::findStudy("beta"))->otherSymbol.isEmpty());
}

void TstStudyJson::choicesComeBack()
{
    StudyChoices choices;
    choices.toggleFavourite(*indicators::findStudy("rsi"));
    choices.noteUse(*indicators::findStudy("macd"));
    choices.noteUse(*indicators::findStudy("cvd"));
    choices.favourites.prepend(QStringLiteral("a_newer_one"));
    choices.setDefault(studyOf("rsi(21)"));
    const ReadChoices read = choicesFromJson(written(toJson(choices)));
    QVERIFY(read.errors.empty());
    QVERIFY(read.choices == choices);
    QVERIFY(choicesFromJson({}).choices == StudyChoices() && choicesFromJson({}).errors.empty());
}

void TstStudyJson::brokenChoices()
{
    const ReadChoices read = choicesFromJson(object(QStringLiteral(
        R"j({"favourites":["rsi",3,"","rsi"],"recent":"macd","defaults":[{"study":"rsi(9)"},{"study":"rsi(0)"}]})j")));
    QCOMPARE(read.choices.favourites, QStringList{QStringLiteral("rsi")});
    QVERIFY(read.choices.recent.isEmpty());
    QCOMPARE(read.choices.defaults.size(), std::size_t(1));
    QCOMPARE(read.errors.size(), std::size_t(1));
}

SPREADLINE_TEST(TstStudyJson)
#include "tst_study_json.moc"
