// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawings/ink_picker.h"
#include "studies/look_button.h"
#include "studies/study_dialog.h"
#include "studies/value_edit.h"
#include "study_samples.h"
#include "test_main.h"

#include <QApplication>
#include <QCheckBox>
#include <QColorDialog>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>

#include <set>

using namespace spreadline;
using namespace spreadline::studies;
using namespace spreadline::test;
using chart::ChartStudy;

Q_DECLARE_METATYPE(spreadline::chart::ChartStudy)

class TstStudyDialog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyStudyOpensAndStaysAsItIs_data() { everyStudy(); }
    void everyStudyOpensAndStaysAsItIs();
    void everyFieldIsReachedAndNamed_data() { everyStudy(); }
    void everyFieldIsReachedAndNamed();
    void everyParameterCanBeEdited_data() { everyStudy(); }
    void everyParameterCanBeEdited();
    void whatCannotBeIsToldAndRefused();
    void arrowsStepAndTheWheelOnlyWithFocus();
    void previewComesOnceAMomentLater();
    void cancelRestores();
    void acceptTellsAtOnce();
    void aHigherInterval();
    void anIntervalThatDoesNotFit();
    void theSecondSymbol();
    void looksOfOutputs();
    void aCandleIsOneRow();
    void inksByKeyboard();
    void anOwnColour();
    void resetAndSave();
    void inputsThatAreMissing();
};

namespace {

const auto minutes15 = Interval::time(std::chrono::minutes(15));
const auto hours4 = Interval::time(std::chrono::hours(4));

struct Desk {
    ThemeSource themes;
    StudyDialog dialog;
    std::vector<ChartStudy> edits, defaults;

    Desk(const ChartStudy& study, const ChartContext& context = {minutes15}) : dialog(study, themes, context)
    {
        QObject::connect(&dialog, &StudyDialog::edited, &dialog, [this](const ChartStudy& edit) { edits.push_back(edit); });
        QObject::connect(&dialog, &StudyDialog::defaultSaved, &dialog, [this](const ChartStudy& it) { defaults.push_back(it); });
        dialog.show();
        if (!QTest::qWaitForWindowActive(&dialog))
            qFatal("the dialog is not active");
    }
    QPushButton& ok() { return *dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok); }
    template<typename Widget>
    Widget& get(const char* name)
    {
        return in<Widget>(dialog, name);
    }
    QString problem(const char* field)
    {
        return in<QLabel>(dialog, field).isVisible() ? in<QLabel>(dialog, field).text() : QString();
    }
    QString spec() const { return QString::fromStdString(toString(dialog.study().spec)); }
};

ChartContext withSymbols()
{
    ChartContext context{minutes15};
    context.symbols = QStringList{QStringLiteral("BTCUSDT"), QStringLiteral("ETHUSDT")};
    return context;
}

} // namespace

void TstStudyDialog::everyStudyOpensAndStaysAsItIs()
{
    QFETCH(QString, name);
    ChartStudy study = studyOf(qPrintable(name));
    study.isShown = false;
    study.spec.higher = hours4;
    study.spec.showsForming = true;
    for (std::size_t i = 0; i < study.spec.arguments.size(); ++i) {
        const auto& parameter = study.spec.study->parameters[i];
        const double odd = parameter.kind == indicators::Parameter::Kind::Number ? 0.123456789 : 61'234;
        study.spec.arguments[i] = std::clamp(odd, parameter.least, parameter.most);
    }
    study.looks[0] = {Ink::Custom, 0xff123456, 3, Dash::Dotted, true};
    for (std::size_t i = 0; i < study.looks.size() && name == QLatin1String("heikin_ashi"); ++i)
        study.looks[i] = study.looks[0];
    Desk desk(study);
    QVERIFY(desk.dialog.study() == study);
    QVERIFY(desk.ok().isEnabled());
    QTest::keyClick(&desk.dialog, Qt::Key_Return);
    QCOMPARE(desk.dialog.result(), int{QDialog::Accepted});
    QVERIFY(desk.dialog.study() == study);
    QVERIFY(desk.edits.empty()); // nothing was changed, nothing is told
}

void TstStudyDialog::everyFieldIsReachedAndNamed()
{
    QFETCH(QString, name);
    Desk desk(studyOf(qPrintable(name)));
    for (auto* field : desk.dialog.findChildren<QWidget*>()) {
        const bool isField =
            qobject_cast<QComboBox*>(field) || qobject_cast<ValueEdit*>(field) || qobject_cast<LookButton*>(field);
        if (!isField)
            continue;
        QVERIFY2(!field->accessibleName().isEmpty(), qPrintable(field->objectName()));
        QVERIFY2(field->focusPolicy() & Qt::TabFocus, qPrintable(field->objectName()));
    }
    std::set<const QWidget*> buddies;
    for (const auto* label : desk.dialog.findChildren<QLabel*>())
        buddies.insert(label->buddy());
    for (const auto& parameter : desk.dialog.study().spec.study->parameters)
        QVERIFY(buddies.contains(&desk.get<QWidget>(std::string(parameter.name).c_str())));
    QVERIFY(buddies.contains(&desk.get<QWidget>("interval")) && buddies.contains(&desk.get<QWidget>("forming")));
}

void TstStudyDialog::everyParameterCanBeEdited()
{
    QFETCH(QString, name);
    const ChartStudy before = studyOf(qPrintable(name));
    Desk desk(before);
    ChartStudy expected = before;
    for (std::size_t i = 0; i < before.spec.arguments.size(); ++i) {
        const auto& parameter = before.spec.study->parameters[i];
        const std::string field(parameter.name);
        if (parameter.kind == indicators::Parameter::Kind::Choice) {
            desk.get<QComboBox>(field.c_str()).setCurrentIndex(1);
            expected.spec.arguments[i] = 1;
        } else {
            const double value = parameter.kind == indicators::Parameter::Kind::Milliseconds ? 7'200'000 : 1;
            expected.spec.arguments[i] = std::max(value, parameter.least);
            typeOver(desk.get<ValueEdit>(field.c_str()), QString::number(expected.spec.arguments[i], 'f', 0));
        }
        QVERIFY2(desk.dialog.study() == expected, field.c_str());
    }
}

void TstStudyDialog::whatCannotBeIsToldAndRefused()
{
    Desk desk(studyOf("bbands"));
    auto& length = desk.get<ValueEdit>("n");
    typeOver(length, QStringLiteral("0"));
    QCOMPARE(desk.problem("nProblem"), QStringLiteral("Enter a whole number from 1 to 100000."));
    QVERIFY(!desk.ok().isEnabled() && !desk.get<QPushButton>("saveDefault").isEnabled());
    QTest::keyClick(&length, Qt::Key_Return);
    desk.dialog.accept(); // by whatever way
    QVERIFY(desk.dialog.isVisible() && desk.edits.empty());
    QCOMPARE(desk.spec(), QStringLiteral("bbands(20,2)"));
    typeOver(desk.get<ValueEdit>("k"), QStringLiteral("much"));
    typeOver(length, QStringLiteral("30"));
    QCOMPARE(desk.problem("nProblem"), QString());
    QVERIFY(!desk.problem("kProblem").isEmpty() && !desk.ok().isEnabled()); // one of two is mended
    typeOver(desk.get<ValueEdit>("k"), QStringLiteral("2.5"));
    QVERIFY(desk.problem("kProblem").isEmpty() && desk.ok().isEnabled());
    QCOMPARE(desk.spec(), QStringLiteral("bbands(30,2.5)"));
}

void TstStudyDialog::arrowsStepAndTheWheelOnlyWithFocus()
{
    Desk desk(studyOf("bbands"));
    auto& length = desk.get<ValueEdit>("n");
    length.setFocus();
    QTest::keyClick(&length, Qt::Key_Up);
    QCOMPARE(desk.spec(), QStringLiteral("bbands(21,2)"));
    QTest::keyClick(&length, Qt::Key_PageDown);
    QCOMPARE(desk.spec(), QStringLiteral("bbands(11,2)"));
    auto& k = desk.get<ValueEdit>("k");
    for (auto* button : length.findChildren<QAbstractButton*>()) {
        if (button->accessibleName() == QLatin1String("More"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(desk.spec(), QStringLiteral("bbands(12,2)"));
    QTest::keyClick(&length, Qt::Key_Down);
    const auto wheel = [&k] {
        QWheelEvent event(QPointF(5, 5), k.mapToGlobal(QPointF(5, 5)), {}, QPoint(0, 120), Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&k, &event);
    };
    wheel();
    QCOMPARE(desk.spec(), QStringLiteral("bbands(11,2)"));
    k.setFocus();
    wheel();
    QCOMPARE(desk.spec(), QStringLiteral("bbands(11,2.1)"));
}

void TstStudyDialog::previewComesOnceAMomentLater()
{
    Desk desk(studyOf("rsi"));
    typeOver(desk.get<ValueEdit>("n"), QStringLiteral("123"));
    QVERIFY(desk.edits.empty()); // not for every key
    QTRY_COMPARE(desk.edits.size(), std::size_t(1));
    QCOMPARE(QString::fromStdString(toString(desk.edits[0].spec)), QStringLiteral("rsi(123)"));
    QVERIFY(desk.edits[0] == desk.dialog.study());
    QCOMPARE(desk.edits[0].pane, 2);
}

void TstStudyDialog::cancelRestores()
{
    const ChartStudy before = studyOf("rsi");
    for (const bool isPreviewed : {true, false}) {
        Desk desk(before);
        typeOver(desk.get<ValueEdit>("n"), QStringLiteral("9"));
        if (isPreviewed)
            QTRY_COMPARE(desk.edits.size(), std::size_t(1));
        QTest::keyClick(&desk.dialog, Qt::Key_Escape);
        QCOMPARE(desk.dialog.result(), int{QDialog::Rejected});
        QVERIFY(desk.dialog.study() == before);
        QCOMPARE(desk.edits.size(), std::size_t(isPreviewed ? 2 : 0));
        QVERIFY(!isPreviewed || desk.edits.back() == before);
        QTest::qWait(200);
        QCOMPARE(desk.edits.size(), std::size_t(isPreviewed ? 2 : 0)); // nothing comes after it
    }
}

void TstStudyDialog::acceptTellsAtOnce()
{
    Desk desk(studyOf("rsi"));
    typeOver(desk.get<ValueEdit>("n"), QStringLiteral("9"));
    QTest::keyClick(&desk.get<ValueEdit>("n"), Qt::Key_Return);
    QCOMPARE(desk.dialog.result(), int{QDialog::Accepted});
    QCOMPARE(desk.edits.size(), std::size_t(1));
    QVERIFY(desk.edits[0] == desk.dialog.study() && desk.spec() == QLatin1String("rsi(9)"));
}

void TstStudyDialog::aHigherInterval()
{
    Desk desk(studyOf("ema"));
    auto& interval = desk.get<QComboBox>("interval");
    auto& forming = desk.get<QComboBox>("forming");
    QStringList offered;
    for (int i = 1; i < interval.count(); ++i)
        offered.append(interval.itemText(i));
    QCOMPARE(offered.join(QLatin1Char(' ')), QStringLiteral("30m 1h 2h 4h 6h 8h 12h 1d 3d 1w 1M"));
    QVERIFY(!forming.isEnabled());
    interval.setCurrentText(QStringLiteral("4h"));
    QCOMPARE(desk.spec(), QStringLiteral("ema(20)@4h"));
    QVERIFY(forming.isEnabled());
    forming.setCurrentIndex(1);
    QCOMPARE(desk.spec(), QStringLiteral("ema(20)@4h:forming"));
    interval.setCurrentIndex(0);
    QCOMPARE(desk.spec(), QStringLiteral("ema(20)"));
    Desk trades(studyOf("ema"), {Interval::ticks(100)});
    QCOMPARE(trades.get<QComboBox>("interval").count(), 1); // bars of trades make up nothing of the calendar
}

void TstStudyDialog::anIntervalThatDoesNotFit()
{
    Desk desk(studyOf("ema(50)@1h"), {hours4}); // the chart went on to longer bars
    QCOMPARE(desk.problem("intervalProblem"), QStringLiteral("Bars of 4h do not make up bars of 1h."));
    QVERIFY(!desk.ok().isEnabled());
    QCOMPARE(desk.spec(), QStringLiteral("ema(50)@1h"));
    desk.get<QComboBox>("interval").setCurrentIndex(0);
    QVERIFY(desk.ok().isEnabled() && desk.problem("intervalProblem").isEmpty());
}

void TstStudyDialog::theSecondSymbol()
{
    Desk desk(studyOf("correlation"), withSymbols());
    auto& symbol = desk.get<QLineEdit>("otherSymbol");
    QCOMPARE(symbol.text(), QStringLiteral("ETHUSDT"));
    typeOver(symbol, QStringLiteral("btcusdt"));
    QCOMPARE(desk.dialog.study().otherSymbol, QStringLiteral("BTCUSDT"));
    typeOver(symbol, QStringLiteral("NOSUCH"));
    QCOMPARE(desk.problem("otherSymbolProblem"), QStringLiteral("There is no symbol “NOSUCH” here."));
    QVERIFY(!desk.ok().isEnabled());
    QCOMPARE(desk.dialog.study().otherSymbol, QStringLiteral("BTCUSDT"));
    typeOver(symbol, {});
    QCOMPARE(desk.problem("otherSymbolProblem"), QStringLiteral("Enter the symbol to compare with."));
    QVERIFY(!Desk(studyOf("rsi")).dialog.findChild<QLineEdit*>(QStringLiteral("otherSymbol")));
}

void TstStudyDialog::looksOfOutputs()
{
    const ChartStudy before = studyOf("macd");
    Desk desk(before);
    ChartStudy expected = before;
    desk.get<QComboBox>("signalWidth").setCurrentIndex(2);
    desk.get<QComboBox>("signalDash").setCurrentIndex(2);
    desk.get<QCheckBox>("histShown").click();
    expected.looks[1].width = 3;
    expected.looks[1].dash = Dash::Dotted;
    expected.looks[2].isShown = false;
    QVERIFY(desk.dialog.study() == expected);
    QVERIFY(!desk.get<LookButton>("histInk").isEnabled());
    QVERIFY(!desk.dialog.findChild<QComboBox*>(QStringLiteral("histWidth"))); // bars have no width of line
    Desk bands(studyOf("bbands"));
    QVERIFY(!bands.dialog.findChild<LookButton*>(QStringLiteral("percent_bInk"))); // not drawn
    bands.get<QCheckBox>("percent_bShown").click();
    QVERIFY(bands.dialog.study().looks[3].isShown); // in the legend
}

void TstStudyDialog::aCandleIsOneRow()
{
    Desk desk(studyOf("heikin_ashi"));
    QCOMPARE(desk.dialog.findChildren<LookButton*>().size(), 1);
    desk.get<QCheckBox>("openShown").click();
    for (const auto& look : desk.dialog.study().looks)
        QVERIFY(!look.isShown);
}

void TstStudyDialog::inksByKeyboard()
{
    Desk desk(studyOf("rsi"));
    desk.dialog.findChild<QTabWidget*>()->setCurrentIndex(1);
    auto& ink = desk.get<LookButton>("rsiInk");
    ink.setFocus();
    QTest::keyClick(&ink, Qt::Key_Space);
    auto* picker = ink.findChild<drawing::InkPicker*>();
    QVERIFY(picker->isVisible());
    QTest::keyClick(picker, Qt::Key_Right);
    QVERIFY(desk.dialog.study().looks[0].ink == Ink::Text);
    QTest::keyClick(picker, Qt::Key_Return);
    QVERIFY(!picker->isVisible() && desk.dialog.isVisible()); // the inks close, not the dialog
}

void TstStudyDialog::anOwnColour()
{
    ChartStudy study = studyOf("rsi");
    study.looks[0].ink = Ink::Custom;
    Desk desk(study);
    desk.dialog.findChild<QTabWidget*>()->setCurrentIndex(1);
    auto& ink = desk.get<LookButton>("rsiInk");
    ink.click();
    auto* picker = ink.findChild<drawing::InkPicker*>();
    bool isPopupGone = false;
    QTimer::singleShot(0, picker, [&isPopupGone] {
        isPopupGone = QApplication::activePopupWidget() == nullptr; // it would take the mouse from the colours
        auto* colours = qobject_cast<QColorDialog*>(QApplication::activeModalWidget());
        colours->setCurrentColor(QColor(0x11, 0x22, 0x33));
        colours->accept();
    });
    QTest::keyClick(picker, Qt::Key_Space);
    QVERIFY(isPopupGone);
    QCOMPARE(desk.dialog.study().looks[0].custom, QRgb{0xff112233});
    QVERIFY(desk.dialog.isVisible());
}

void TstStudyDialog::resetAndSave()
{
    ChartStudy study = studyOf("ema(50)@4h");
    study.looks[0].ink = Ink::Rose;
    Desk desk(study);
    QTest::mouseClick(&desk.get<QPushButton>("saveDefault"), Qt::LeftButton);
    QCOMPARE(desk.defaults.size(), std::size_t(1));
    QVERIFY(desk.defaults[0] == study);
    typeOver(desk.get<ValueEdit>("n"), QStringLiteral("0"));
    QTest::mouseClick(&desk.get<QPushButton>("reset"), Qt::LeftButton);
    ChartStudy expected = studyOf("ema");
    QVERIFY(desk.dialog.study() == expected); // its pane stays
    QVERIFY(desk.ok().isEnabled() && desk.problem("nProblem").isEmpty());
    Desk pair(studyOf("beta(50)"), withSymbols());
    QTest::mouseClick(&pair.get<QPushButton>("reset"), Qt::LeftButton);
    QCOMPARE(pair.dialog.study().otherSymbol, QStringLiteral("ETHUSDT"));
}

void TstStudyDialog::inputsThatAreMissing()
{
    ChartContext poor{minutes15};
    poor.supplied = indicators::TakerBuyVolume;
    Desk desk(studyOf("vwap"), poor);
    QVERIFY(desk.problem("missing").isEmpty());
    desk.get<QComboBox>("price").setCurrentIndex(1); // by quote volume
    QCOMPARE(desk.problem("missing"), QStringLiteral("This chart's data has no quote volume."));
    QVERIFY(desk.ok().isEnabled()); // a fact about the data, no fault of the study
}

SPREADLINE_TEST(TstStudyDialog)
#include "tst_study_dialog.moc"
