// SPDX-License-Identifier: GPL-3.0-or-later
#include "studies/study_picker.h"
#include "studies/study_texts.h"
#include "study_samples.h"
#include "test_main.h"
#include "widgets/search_field.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>

#include <set>

using namespace spreadline;
using namespace spreadline::studies;
using namespace spreadline::test;
using chart::ChartStudy;
using Kind = StudyRow::Kind;

class TstStudyPicker : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyStudyIsThereOnce();
    void typedAndAddedByKeyboard();
    void arrowsSkipHeadings();
    void escapeClosesAtOnce();
    void aTypedStudyIsOfferedFirst();
    void whatIsTypedWronglyIsTold();
    void whatTheChartLacksIsNotAdded();
    void theSecondSymbolIsAskedFor();
    void favourites();
    void categories();
    void doubleClickAdds();
    void colourAndMomentOfTheChart();
    void savedDefaultsAreAdded();
    void aNewOpeningForgetsTheTicks();
};

namespace {

struct Desk {
    ThemeSource themes;
    StudyPicker picker{themes};
    std::vector<ChartStudy> chosen;
    int choices = 0;

    explicit Desk(const ChartContext& context = {Interval::time(std::chrono::minutes(15))})
    {
        picker.setContext(context);
        QObject::connect(&picker, &StudyPicker::chosen, &picker, [this](const ChartStudy& study) { chosen.push_back(study); });
        QObject::connect(&picker, &StudyPicker::choicesChanged, &picker, [this] { ++choices; });
        picker.ask();
        if (!QTest::qWaitForWindowActive(&picker))
            qFatal("the picker is not active");
    }
    QLineEdit& field() { return in<QLineEdit>(picker, "studyField"); }
    QListView& list() { return in<QListView>(picker, "studyList"); }
    QListWidget& categories() { return in<QListWidget>(picker, "categories"); }
    const std::vector<StudyRow>& rows() { return static_cast<StudyRows*>(list().model())->rows(); }
    const StudyRow& current() { return rows()[static_cast<std::size_t>(list().currentIndex().row())]; }
    QString name() { return toQString(current().spec.study->name); }
    void type(const QString& text) { typeOver(field(), text); }
    void press(Qt::Key key) { QTest::keyClick(&field(), key); }
    QString reason() { return in<QLabel>(picker, "reason").isVisible() ? in<QLabel>(picker, "reason").text() : QString(); }
    QStringList specs() const
    {
        QStringList texts;
        for (const ChartStudy& study : chosen)
            texts.append(QString::fromStdString(toString(study.spec)));
        return texts;
    }
    QPoint rowCentre(std::size_t row) { return list().visualRect(list().model()->index(static_cast<int>(row), 0)).center(); }
};

StudyChoices some()
{
    StudyChoices choices;
    choices.toggleFavourite(*indicators::findStudy("macd"));
    choices.noteUse(*indicators::findStudy("obv"));
    return choices;
}

} // namespace

void TstStudyPicker::everyStudyIsThereOnce()
{
    Desk desk;
    std::multiset<const indicators::StudyInfo*> shown;
    int headings = 0;
    for (const StudyRow& row : desk.rows()) {
        if (row.kind == Kind::Study)
            shown.insert(row.spec.study);
        headings += row.kind == Kind::Heading;
    }
    QCOMPARE(shown.size(), indicators::allStudies().size());
    for (const auto& study : indicators::allStudies())
        QCOMPARE(shown.count(&study), std::size_t(1));
    QCOMPARE(headings, 7);
    desk.picker.setChoices(some());
    QCOMPARE(desk.rows()[0].title, QStringLiteral("Favourites"));
    QCOMPARE(toQString(desk.rows()[1].spec.study->name), QStringLiteral("macd"));
    QCOMPARE(desk.rows()[2].title, QStringLiteral("Recently used"));
    QCOMPARE(toQString(desk.rows()[3].spec.study->name), QStringLiteral("obv"));
}

void TstStudyPicker::typedAndAddedByKeyboard()
{
    Desk desk;
    QVERIFY(!desk.picker.isModal());
    QVERIFY(desk.field().hasFocus());
    QTest::keyClicks(&desk.field(), QStringLiteral("BOLL"));
    QCOMPARE(desk.name(), QStringLiteral("bbands"));
    desk.press(Qt::Key_Return);
    QVERIFY(desk.picker.isVisible() && desk.field().hasFocus());
    QVERIFY(desk.current().isAdded);
    QTest::keyClicks(&desk.field(), QStringLiteral("rsi")); // takes the place of what was searched
    QCOMPARE(desk.field().text(), QStringLiteral("rsi"));
    desk.press(Qt::Key_Return);
    desk.press(Qt::Key_Return); // and a second one
    QCOMPARE(desk.specs(), (QStringList{QStringLiteral("bbands(20,2)"), QStringLiteral("rsi(14)"), QStringLiteral("rsi(14)")}));
    QCOMPARE(desk.chosen[0].pane, -1);
    QVERIFY(desk.chosen[1].looks[0].ink != desk.chosen[2].looks[0].ink); // told apart
    QCOMPARE(desk.choices, 3);
    QCOMPARE(desk.picker.choices().recent, (QStringList{QStringLiteral("rsi"), QStringLiteral("bbands")}));
}

void TstStudyPicker::arrowsSkipHeadings()
{
    Desk desk;
    desk.picker.setChoices(some());
    QCOMPARE(desk.name(), QStringLiteral("macd"));
    desk.press(Qt::Key_Up);
    QCOMPARE(desk.name(), QStringLiteral("macd")); // the first there is
    desk.press(Qt::Key_Down);
    QCOMPARE(desk.name(), QStringLiteral("obv"));
    for (std::size_t i = 0; i < desk.rows().size(); ++i) {
        desk.press(Qt::Key_Down);
        QVERIFY(desk.current().isStudy());
    }
    QCOMPARE(desk.name(), QStringLiteral("funding"));
    desk.press(Qt::Key_PageUp);
    QVERIFY(desk.current().isStudy() && desk.name() != QLatin1String("funding"));
    for (int i = 0; i < 20; ++i)
        desk.press(Qt::Key_PageUp);
    QCOMPARE(desk.name(), QStringLiteral("macd"));
}

void TstStudyPicker::escapeClosesAtOnce()
{
    Desk desk;
    desk.type(QStringLiteral("rsi"));
    desk.press(Qt::Key_Escape);
    QVERIFY(!desk.picker.isVisible());
    QVERIFY(desk.chosen.empty());
}

void TstStudyPicker::aTypedStudyIsOfferedFirst()
{
    Desk desk;
    desk.type(QStringLiteral("ema 50 4h"));
    QVERIFY(desk.current().kind == Kind::Typed);
    QCOMPARE(desk.current().title, QStringLiteral("Add EMA 50 · 4h"));
    QCOMPARE(toQString(desk.rows()[1].spec.study->name), QStringLiteral("ema")); // and what it searched for
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.specs(), QStringList{QStringLiteral("ema(50)@4h")});
    desk.type(QStringLiteral("ema 50 5m"));
    QCOMPARE(desk.current().reason, QStringLiteral("Bars of 15m do not make up bars of 5m."));
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.chosen.size(), std::size_t(1));
}

void TstStudyPicker::whatIsTypedWronglyIsTold()
{
    Desk desk;
    desk.type(QStringLiteral("rsi 0"));
    QVERIFY(desk.rows()[0].kind == Kind::Note);
    QCOMPARE(desk.rows()[0].title, QStringLiteral("Length: Enter a whole number from 1 to 100000."));
    QCOMPARE(desk.name(), QStringLiteral("rsi")); // with its presets, for whoever wants it
    desk.type(QStringLiteral("xyzzyqq"));
    QCOMPARE(desk.rows().size(), std::size_t(1));
    QCOMPARE(desk.rows()[0].title, QStringLiteral("Nothing is called “xyzzyqq”."));
    desk.press(Qt::Key_Return);
    desk.press(Qt::Key_Down);
    QVERIFY(desk.chosen.empty());
}

void TstStudyPicker::whatTheChartLacksIsNotAdded()
{
    ChartContext poor;
    poor.supplied = indicators::TakerBuyVolume | indicators::QuoteVolume;
    Desk desk(poor);
    desk.type(QStringLiteral("open interest"));
    QCOMPARE(desk.name(), QStringLiteral("open_interest"));
    QCOMPARE(desk.reason(), QStringLiteral("This chart's data has no open interest."));
    QVERIFY(!in<QPushButton>(desk.picker, "add").isEnabled());
    desk.press(Qt::Key_Return);
    QVERIFY(desk.chosen.empty());
    desk.type(QStringLiteral("cvd"));
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.chosen.size(), std::size_t(1));
}

void TstStudyPicker::theSecondSymbolIsAskedFor()
{
    ChartContext context;
    context.symbols = QStringList{QStringLiteral("BTCUSDT"), QStringLiteral("ETHUSDT")};
    Desk desk(context);
    auto& symbol = in<QLineEdit>(desk.picker, "pickerSymbol");
    QVERIFY(!symbol.isVisible());
    desk.type(QStringLiteral("beta"));
    QVERIFY(symbol.isVisible());
    desk.press(Qt::Key_Return);
    QVERIFY(desk.chosen.empty() && symbol.hasFocus());
    QCOMPARE(desk.reason(), QStringLiteral("Enter the symbol to compare with."));
    QTest::keyClicks(&symbol, QStringLiteral("nosuch"));
    QTest::keyClick(&symbol, Qt::Key_Return);
    QCOMPARE(desk.reason(), QStringLiteral("There is no symbol “NOSUCH” here."));
    QTest::keyClicks(&symbol, QStringLiteral("ethusdt")); // over what was wrong
    QTest::keyClick(&symbol, Qt::Key_Return);
    QCOMPARE(desk.chosen.size(), std::size_t(1));
    QCOMPARE(desk.chosen[0].otherSymbol, QStringLiteral("ETHUSDT"));
    QVERIFY(desk.reason().isEmpty());
    context.otherSymbol = QStringLiteral("BTCUSDT/ETHUSDT"); // what the chart offers by itself is good
    desk.picker.setContext(context);
    QTest::mouseClick(&in<QPushButton>(desk.picker, "add"), Qt::LeftButton);
    QCOMPARE(desk.chosen.back().otherSymbol, QStringLiteral("BTCUSDT/ETHUSDT"));
}

void TstStudyPicker::favourites()
{
    Desk desk;
    desk.type(QStringLiteral("rsi"));
    const QRect row = desk.list().visualRect(desk.list().currentIndex());
    QTest::mouseClick(desk.list().viewport(), Qt::LeftButton, {}, QPoint(row.left() + 16, row.center().y()));
    QVERIFY(desk.current().isFavourite && desk.choices == 1);
    QCOMPARE(desk.picker.choices().favourites, QStringList{QStringLiteral("rsi")});
    QTest::keyClick(&desk.picker, Qt::Key_B, Qt::ControlModifier);
    QTRY_VERIFY(!desk.current().isFavourite && desk.picker.choices().favourites.isEmpty()); // the button is seen to go down
    QTest::mouseDClick(desk.list().viewport(), Qt::LeftButton, {}, QPoint(row.left() + 16, row.center().y()));
    QVERIFY(desk.chosen.empty()); // two clicks on a star are no study
}

void TstStudyPicker::categories()
{
    Desk desk;
    QCOMPARE(desk.categories().count(), 10);
    desk.categories().setCurrentRow(6); // volatility
    QCOMPARE(desk.rows().size(), std::size_t(7));
    QCOMPARE(desk.rows()[0].title, QStringLiteral("Volatility"));
    desk.categories().setCurrentRow(1);
    QVERIFY(desk.rows().size() == 1 && desk.rows()[0].kind == Kind::Note); // nothing is starred
    desk.type(QStringLiteral("volume"));                                   // a search looks everywhere
    QCOMPARE(desk.categories().currentRow(), 0);
    QCOMPARE(desk.name(), QStringLiteral("volume"));
    desk.categories().setCurrentRow(3); // within the averages
    QCOMPARE(desk.name(), QStringLiteral("vwma"));
    QCOMPARE(desk.field().text(), QStringLiteral("volume"));
}

void TstStudyPicker::doubleClickAdds()
{
    Desk desk;
    QTest::mouseDClick(desk.list().viewport(), Qt::LeftButton, {}, desk.rowCentre(0));
    QVERIFY(desk.chosen.empty()); // a heading
    QTest::mouseClick(desk.list().viewport(), Qt::LeftButton, {}, desk.rowCentre(2));
    QVERIFY(desk.chosen.empty());
    QTest::mouseDClick(desk.list().viewport(), Qt::LeftButton, {}, desk.rowCentre(2));
    QCOMPARE(desk.specs(), QStringList{QStringLiteral("ema(20)")});
    QTest::mouseClick(&in<QPushButton>(desk.picker, "add"), Qt::LeftButton);
    QCOMPARE(desk.chosen.size(), std::size_t(2));
}

void TstStudyPicker::colourAndMomentOfTheChart()
{
    ChartContext context;
    context.taken = {studyOf("ema")};
    context.anchor = Timestamp::fromMillis(1'769'817'600'000);
    Desk desk(context);
    desk.type(QStringLiteral("sma"));
    desk.press(Qt::Key_Return);
    QVERIFY(desk.chosen[0].looks[0].ink != context.taken[0].looks[0].ink);
    desk.type(QStringLiteral("anchored"));
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.specs()[1], QStringLiteral("avwap(1769817600000)"));
}

void TstStudyPicker::savedDefaultsAreAdded()
{
    Desk desk;
    StudyChoices choices;
    ChartStudy mine = studyOf("rsi(7)");
    mine.looks[0].width = 3;
    choices.setDefault(mine);
    desk.picker.setChoices(choices);
    desk.type(QStringLiteral("rsi"));
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.specs(), QStringList{QStringLiteral("rsi(7)")});
    QCOMPARE(desk.chosen[0].looks[0].width, 3);
}

void TstStudyPicker::aNewOpeningForgetsTheTicks()
{
    Desk desk;
    desk.type(QStringLiteral("rsi"));
    desk.press(Qt::Key_Return);
    desk.press(Qt::Key_Escape);
    desk.picker.ask(QStringLiteral("rsi"));
    QVERIFY(!desk.current().isAdded);
    QCOMPARE(desk.field().text(), QStringLiteral("rsi"));
}

SPREADLINE_TEST(TstStudyPicker)
#include "tst_study_picker.moc"
