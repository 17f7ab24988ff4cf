// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/date_prompt.h"
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
    void readsDates_data();
    void readsDates();
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

void TstIntervalPrompt::readsDates_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("moment");
    const auto row = [](const char* typed, const char* moment) {
        QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(moment);
    };
    row("2024-08-08 23:54", "2024-08-08T23:54:00Z");
    row("2024-8-8 3:05", "2024-08-08T03:05:00Z");
    row("2024-08-08 23:54:16", "2024-08-08T23:54:16Z");
    row("2024-08-08", "2024-08-08T00:00:00Z");
    row(" 03-14 ", "2026-03-14T00:00:00Z");
    row("11-19 06:00", "2026-11-19T06:00:00Z");
    row("9:30", "2026-11-20T09:30:00Z");
    row("2024-02-30", "");
    row("24:01", "");
    row("1950-01-01", "");
    row("soon", "");
    row("", "");
}

void TstIntervalPrompt::readsDates()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, moment);
    const QDateTime now(QDate(2026, 11, 20), QTime(14, 0), QTimeZone::utc());
    const auto read = typedMoment(typed, now);
    const QString text =
        read ? QDateTime::fromMSecsSinceEpoch(read->nanos() / 1'000'000, Qt::UTC).toString(Qt::ISODate) : QString();
    QCOMPARE(text, moment);
    const QTimeZone tokyo("Asia/Tokyo");
    if (const auto there = typedMoment(typed, now.toTimeZone(tokyo)); there && read)
        QCOMPARE(*read - *there, Duration(std::chrono::hours(9)));
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
