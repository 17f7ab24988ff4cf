// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/interval_bar.h"
#include "chart/interval_prompt.h"
#include "test_main.h"

#include <QLineEdit>
#include <QSignalSpy>

using namespace spreadline;
using namespace spreadline::chart;

class TstIntervalPrompt : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsWhatTradersType_data();
    void readsWhatTradersType();
    void enterTakesAndEscapeLeaves();
    void barNamesWhatHasNoButton();
};

void TstIntervalPrompt::readsWhatTradersType_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("interval");
    const auto row = [](const char* typed, const char* interval) {
        QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(interval);
    };
    row("1", "1m");
    row("15", "15m");
    row("60", "1h");
    row("240", "4h");
    row("1440", "1d");
    row("1h", "1h");
    row("4H", "4h");
    row("1D", "1d");
    row("30s", "");
    row("5S", "5s");
    row("1m", "1m");
    row("1M", "1M");
    row("100t", "100t");
    row(" 5 ", "5m");
    row("7", "");
    row("0", "");
    row("", "");
    row("abc", "");
    row("99999999", "");
    row("0t", "");
}

void TstIntervalPrompt::readsWhatTradersType()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, interval);
    const auto read = typedInterval(typed);
    QCOMPARE(read ? intervalText(*read) : QString(), interval);
}

void TstIntervalPrompt::enterTakesAndEscapeLeaves()
{
    QWidget window;
    window.resize(600, 400);
    IntervalPrompt prompt(&window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QSignalSpy chosen(&prompt, &IntervalPrompt::chosen);
    auto* edit = prompt.findChild<QLineEdit*>();
    prompt.open(QStringLiteral("1"));
    QTest::keyClicks(edit, QStringLiteral("5"));
    QCOMPARE(edit->text(), QStringLiteral("15"));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(intervalText(chosen[0][0].value<Interval>()), QStringLiteral("15m"));
    QVERIFY(!prompt.isVisible());

    prompt.open(QStringLiteral("7"));
    QTest::keyClick(edit, Qt::Key_Return); // nothing has such bars: the box stays
    QVERIFY(prompt.isVisible());
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(!prompt.isVisible());
    QCOMPARE(chosen.count(), 1);
}

void TstIntervalPrompt::barNamesWhatHasNoButton()
{
    IntervalBar bar;
    bar.resize(bar.sizeHint());
    bar.show();
    const auto checked = [&bar] {
        QStringList names;
        for (const auto* button : bar.findChildren<QToolButton*>()) {
            if (button->isChecked() && button->isVisibleTo(&bar))
                names << button->text();
        }
        return names;
    };
    QCOMPARE(checked(), QStringList{QStringLiteral("1m")});
    bar.setCurrent(Interval::time(std::chrono::hours(6)));
    QCOMPARE(checked(), QStringList{QStringLiteral("6h")});
    bar.setCurrent(Interval::months(1));
    QCOMPARE(checked(), QStringList{QStringLiteral("1M")});
    bar.resize(160, bar.height()); // the button has left the row
    QCOMPARE(checked(), QStringList{QStringLiteral("1M")});
}

SPREADLINE_TEST(TstIntervalPrompt)
#include "tst_interval_prompt.moc"
