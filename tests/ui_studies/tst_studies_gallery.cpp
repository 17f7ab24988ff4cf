// SPDX-License-Identifier: GPL-3.0-or-later
#include "studies/inputs_page.h"
#include "studies/look_button.h"
#include "studies/study_dialog.h"
#include "studies/study_picker.h"
#include "studies/value_edit.h"
#include "study_samples.h"
#include "style/fonts.h"
#include "style/terminal_style.h"
#include "test_main.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTranslator>

using namespace spreadline;
using namespace spreadline::studies;
using namespace spreadline::test;

namespace {

/// Every text two fifths longer: what German does to English.
class Longer final : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* source, const char*, int) const override
    {
        const QString text = QString::fromUtf8(source);
        return text.size() < 3
            ? text
            : text + QStringLiteral("enfähigkeitsunterlagen").left(std::max<qsizetype>(2, text.size() * 2 / 5));
    }
};

void save(const QString& name, QWidget& widget, const QString& what)
{
    QCoreApplication::processEvents();
    QVERIFY(widget.grab().save(name.arg(what)));
}

QString sizes(const QWidget& widget)
{
    const QSize least = widget.minimumSizeHint();
    return QStringLiteral("%1: %2x%3, wants %4x%5")
        .arg(widget.objectName())
        .arg(widget.width())
        .arg(widget.height())
        .arg(least.width())
        .arg(least.height());
}

/// Visible words that have less room than they need.
QStringList cutOff(const QWidget& window)
{
    QStringList cut;
    for (const auto* widget : window.findChildren<QWidget*>()) {
        const bool isText = qobject_cast<const QLabel*>(widget) || qobject_cast<const QPushButton*>(widget)
            || qobject_cast<const QCheckBox*>(widget) || qobject_cast<const QComboBox*>(widget);
        if (!isText || !widget->isVisible())
            continue;
        const auto* label = qobject_cast<const QLabel*>(widget);
        const bool isWrapped = label && label->wordWrap();
        const bool fits = isWrapped
            ? label->height() >= label->heightForWidth(label->width())
            : widget->width() >= widget->minimumSizeHint().width() && widget->height() >= widget->minimumSizeHint().height() - 2;
        if (!fits)
            cut.append((label ? label->text() : QString()) + sizes(*widget));
    }
    return cut;
}

} // namespace

/// Both dialogs in both themes, for the eye: SPREADLINE_GALLERY names the folder. And that nothing is cut off.
class TstStudiesGallery : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { QApplication::removeTranslator(&m_longer); }
    void cleanupTestCase() { QApplication::setStyle(QStringLiteral("Fusion")); }
    void gallery();
    void longTextsFit_data() { everyStudy(); }
    void longTextsFit();

private:
    void dress(bool dark);
    void pickers(const QString& name);
    void dialogs(const QString& name);
    ThemeSource m_themes; ///< the style reads it, until cleanupTestCase
    Longer m_longer;
};

void TstStudiesGallery::dress(bool dark)
{
    m_themes.setTheme(dark, ColourPreset::GreenRed);
    QApplication::setStyle(new TerminalStyle(m_themes));
    QApplication::setPalette(TerminalStyle::paletteFor(m_themes.theme()));
    QApplication::setFont(labelFont(12));
}

void TstStudiesGallery::pickers(const QString& name)
{
    ChartContext context{Interval::time(std::chrono::minutes(15))};
    context.supplied = ~unsigned{indicators::OpenInterestInput};
    context.otherSymbol = QStringLiteral("ETHUSDT");
    StudyPicker picker(m_themes);
    StudyChoices choices;
    for (const char* star : {"rsi", "macd"})
        choices.toggleFavourite(*indicators::findStudy(star));
    choices.noteUse(*indicators::findStudy("open_interest"));
    choices.noteUse(*indicators::findStudy("ema"));
    picker.setContext(context);
    picker.setChoices(choices);
    picker.ask();
    save(name, picker, QStringLiteral("picker"));
    for (const char* text : {"ema 50 4h", "open", "beta", "rsi 0", "ichimoku"}) {
        picker.ask(QLatin1String(text));
        if (qstrcmp(text, "ema 50 4h") == 0)
            QTest::keyClick(&in<QLineEdit>(picker, "studyField"), Qt::Key_Return);
        save(name, picker, QStringLiteral("picker-%1").arg(QLatin1String(text).left(3)));
    }
    picker.resize(picker.minimumSizeHint());
    save(name, picker, QStringLiteral("picker-small"));
}

void TstStudiesGallery::dialogs(const QString& name)
{
    const ChartContext context{Interval::time(std::chrono::minutes(15))};
    for (const char* text : {"ichimoku", "macd@4h", "correlation", "heikin_ashi", "avwap(1769851800000)", "stochrsi", "bbands"}) {
        StudyDialog dialog(studyOf(text), m_themes, context);
        dialog.show();
        auto* tabs = dialog.findChild<QTabWidget*>();
        for (int i = 0; i < 2; ++i) {
            tabs->setCurrentIndex(i);
            save(name, dialog, QStringLiteral("dialog-%1-%2").arg(QLatin1String(text).left(4)).arg(i));
        }
        if (qstrcmp(text, "bbands") != 0)
            continue;
        tabs->setCurrentIndex(0);
        typeOver(in<ValueEdit>(dialog, "n"), QStringLiteral("0"));
        save(name, dialog, QStringLiteral("dialog-problem"));
        tabs->setCurrentIndex(1);
        auto& ink = in<LookButton>(dialog, "middleInk");
        ink.click();
        save(name, *ink.findChild<QFrame*>(QStringLiteral("inks")), QStringLiteral("inks"));
    }
}

void TstStudiesGallery::gallery()
{
    const QString folder = qEnvironmentVariable("SPREADLINE_GALLERY");
    if (folder.isEmpty())
        QSKIP("SPREADLINE_GALLERY is not set");
    for (const bool dark : {true, false}) {
        dress(dark);
        const QString name = QStringLiteral("%1/%2-%3.png").arg(folder, dark ? QStringLiteral("dark") : QStringLiteral("light"));
        pickers(name);
        dialogs(name);
    }
    QApplication::installTranslator(&m_longer);
    dress(true);
    pickers(QStringLiteral("%1/long-%2.png").arg(folder));
    dialogs(QStringLiteral("%1/long-%2.png").arg(folder));
}

void TstStudiesGallery::longTextsFit()
{
    QFETCH(QString, name);
    dress(true);
    QApplication::installTranslator(&m_longer);
    StudyDialog dialog(studyOf(qPrintable(name)), m_themes, {Interval::time(std::chrono::minutes(15))});
    dialog.show();
    for (int tab = 0; tab < 2; ++tab) {
        dialog.findChild<QTabWidget*>()->setCurrentIndex(tab);
        QCoreApplication::processEvents();
        QCoreApplication::processEvents(); // what the first wanted laid out
        QVERIFY2(dialog.width() <= 700 && dialog.height() <= 640, qPrintable(sizes(dialog)));
        QCOMPARE(cutOff(dialog).join(QLatin1Char('\n')), QString());
    }
    ChartContext context;
    context.supplied = 0; // with the reason
    StudyPicker picker(m_themes);
    picker.setContext(context);
    picker.ask(name);
    picker.resize(picker.minimumSizeHint());
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    QVERIFY2(picker.width() <= 760 && picker.height() <= 640, qPrintable(sizes(picker)));
    QCOMPARE(cutOff(picker).join(QLatin1Char('\n')), QString());
}

SPREADLINE_TEST(TstStudiesGallery)
#include "tst_studies_gallery.moc"
