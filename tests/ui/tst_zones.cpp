// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/favourites.h"
#include "settings/preferences_dialog.h"
#include "settings/zone_dialog.h"
#include "style/display_options.h"
#include "style/zone_text.h"
#include "test_main.h"
#include "widgets/search_field.h"

#include <QDialogButtonBox>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTreeView>

using namespace spreadline;

namespace {

const Timestamp winter = Timestamp::fromMillis(1'768'478'400'000); // 2026-01-15 12:00 UTC
const Timestamp summer = Timestamp::fromMillis(1'784'116'800'000); // 2026-07-15 12:00 UTC

QTimeZone zone(const char* id)
{
    return QTimeZone(QByteArray(id));
}

} // namespace

class TstZones : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void areNamed_data();
    void areNamed();
    void choicesAreTakenAndTold();
    void unknownNamesAreRefused();
    void recentOnesComeFirst();
    void aListIsSearched_data();
    void aListIsSearched();
    void theKeyboardChooses();
    void aMenuOffersTheRecentOnes();
    void thePreferencesNameTheChoice();
};

void TstZones::areNamed_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("inWinter");
    QTest::addColumn<QString>("inSummer");
    QTest::addColumn<QString>("region");
    QTest::newRow("utc") << "UTC"
                         << "UTC"
                         << "UTC"
                         << "";
    QTest::newRow("berlin") << "Europe/Berlin"
                            << "Berlin, UTC+1"
                            << "Berlin, UTC+2"
                            << "Europe";
    QTest::newRow("halves") << "Asia/Kolkata"
                            << "Kolkata, UTC+5:30"
                            << "Kolkata, UTC+5:30"
                            << "Asia";
    QTest::newRow("west") << "America/St_Johns"
                          << "St Johns, UTC\u22123:30"
                          << "St Johns, UTC\u22122:30"
                          << "America";
    QTest::newRow("three parts") << "America/Argentina/Buenos_Aires"
                                 << "Buenos Aires, UTC\u22123"
                                 << "Buenos Aires, UTC\u22123"
                                 << "America, Argentina";
    QTest::newRow("london") << "Europe/London"
                            << "London, UTC"
                            << "London, UTC+1"
                            << "Europe";
}

void TstZones::areNamed()
{
    QFETCH(QString, id);
    QFETCH(QString, inWinter);
    QFETCH(QString, inSummer);
    QFETCH(QString, region);
    const QTimeZone named(id.toLatin1());
    QCOMPARE(format::zoneName(named, winter), inWinter);
    QCOMPARE(format::zoneName(named, summer), inSummer);
    QCOMPARE(format::zoneRegion(named), region);
}

void TstZones::choicesAreTakenAndTold()
{
    DisplayOptions display;
    const QSignalSpy changed(&display, &DisplayOptions::changed);
    QVERIFY(display.setZoneChoice(QStringLiteral("utc")));
    QCOMPARE(changed.size(), 0);
    QVERIFY(display.setZoneChoice(QStringLiteral("Asia/Tokyo")));
    QCOMPARE(display.timeZone(), zone("Asia/Tokyo"));
    QVERIFY(display.setZoneChoice(QStringLiteral("local")));
    QCOMPARE(display.timeZone(), QTimeZone::systemTimeZone());
    QCOMPARE(display.zoneChoice(), QStringLiteral("local"));
    QCOMPARE(changed.size(), 2);
}

void TstZones::unknownNamesAreRefused()
{
    DisplayOptions display;
    QVERIFY(display.setZoneChoice(QStringLiteral("Asia/Tokyo")));
    for (const char* name : {"Europe/Atlantis", "", "../etc/passwd", "UTC+99:99"})
        QVERIFY2(!display.setZoneChoice(QLatin1String(name)), name);
    QCOMPARE(display.timeZone(), zone("Asia/Tokyo"));
}

void TstZones::recentOnesComeFirst()
{
    DisplayOptions display;
    for (const char* name : {"Europe/Berlin", "Asia/Tokyo", "America/New_York", "Europe/Berlin", "utc"})
        QVERIFY(display.setZoneChoice(QLatin1String(name)));
    const QStringList recent{QStringLiteral("Europe/Berlin"), QStringLiteral("America/New_York"), QStringLiteral("Asia/Tokyo")};
    QCOMPARE(display.recentZones(), recent);
    DisplayOptions again;
    again.setRecentZones(recent + QStringList{QStringLiteral("Nowhere/Else"), QStringLiteral("Asia/Tokyo")});
    QCOMPARE(again.recentZones(), recent);
    ThemeSource themes;
    ZoneDialog dialog(display, themes, winter);
    const auto* model = dialog.findChild<QTreeView*>()->model();
    QCOMPARE(model->index(0, ZoneDialog::City).data().toString(), QStringLiteral("UTC"));
    QCOMPARE(model->index(2, ZoneDialog::City).data().toString(), QStringLiteral("Berlin"));
    QCOMPARE(model->index(2, ZoneDialog::Offset).data().toString(), QStringLiteral("UTC+1"));
    QCOMPARE(dialog.findChild<QTreeView*>()->currentIndex().row(), 0); // what is chosen now
    QCOMPARE(model->index(2, ZoneDialog::Clock).data().toString(), QStringLiteral("13:00"));
    QVERIFY(dialog.shownCount() > 300);
}

void TstZones::aListIsSearched_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("city");
    QTest::newRow("city") << "tokyo"
                          << "Tokyo";
    QTest::newRow("two words") << "new york"
                               << "New York";
    QTest::newRow("words in any order") << "argentina buenos"
                                        << "Buenos Aires";
    QTest::newRow("as it is written") << "Asia/Kolkata"
                                      << "Kolkata";
    QTest::newRow("offset") << "+5:45"
                            << "Kathmandu";
    QTest::newRow("a dash for a minus") << "utc-3:30"
                                        << "St Johns";
}

void TstZones::aListIsSearched()
{
    QFETCH(QString, typed);
    QFETCH(QString, city);
    DisplayOptions display;
    ThemeSource themes;
    ZoneDialog dialog(display, themes, winter);
    QTest::keyClicks(&dialog.field(), typed);
    QVERIFY(dialog.shownCount() >= 1);
    const auto* list = dialog.findChild<QTreeView*>();
    QCOMPARE(list->currentIndex().siblingAtColumn(ZoneDialog::City).data().toString(), city);
    dialog.field().setText(QStringLiteral("nowhere at all"));
    QCOMPARE(dialog.shownCount(), 0);
}

void TstZones::theKeyboardChooses()
{
    DisplayOptions display;
    ThemeSource themes;
    ZoneDialog dialog(display, themes, winter);
    dialog.show();
    QTest::keyClicks(&dialog.field(), QStringLiteral("europe utc+1"));
    auto* list = dialog.findChild<QTreeView*>();
    QTest::keyClick(&dialog.field(), Qt::Key_Down);
    QCOMPARE(list->currentIndex().row(), 1);
    const QString city = list->currentIndex().siblingAtColumn(ZoneDialog::City).data().toString();
    QTest::keyClick(&dialog.field(), Qt::Key_Return);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(format::zoneCity(display.timeZone()), city);
    ZoneDialog other(display, themes, winter);
    other.show();
    QTest::keyClicks(&other.field(), QStringLiteral("nowhere"));
    QTest::keyClick(&other.field(), Qt::Key_Return); // nothing to choose: it stays
    QVERIFY(other.isVisible());
    QCOMPARE(format::zoneCity(display.timeZone()), city);
}

void TstZones::aMenuOffersTheRecentOnes()
{
    DisplayOptions display;
    ThemeSource themes;
    QVERIFY(display.setZoneChoice(QStringLiteral("Europe/Berlin")));
    QVERIFY(display.setZoneChoice(QStringLiteral("utc")));
    QMenu menu;
    fillZoneMenu(menu, display, themes);
    const auto find = [&menu](const QString& choice) {
        const auto actions = menu.actions();
        return *std::ranges::find_if(actions, [&](const QAction* action) { return action->data().toString() == choice; });
    };
    QVERIFY(find(QStringLiteral("utc"))->isChecked());
    QVERIFY(find(QStringLiteral("local")));
    find(QStringLiteral("Europe/Berlin"))->trigger();
    QCOMPARE(display.timeZone(), zone("Europe/Berlin"));
    fillZoneMenu(menu, display, themes);
    QVERIFY(find(QStringLiteral("Europe/Berlin"))->isChecked());
    QVERIFY(!find(QStringLiteral("utc"))->isChecked());
}

void TstZones::thePreferencesNameTheChoice()
{
    QTemporaryDir folder;
    ThemeSource themes;
    DisplayOptions display;
    Favourites favourites;
    Preferences preferences(folder.filePath(QStringLiteral("window.json")), {themes, display, favourites});
    PreferencesDialog dialog(preferences, {themes, display, favourites}, {QString()});
    const auto* button = dialog.findChild<QPushButton*>(QStringLiteral("zone"));
    QCOMPARE(button->text(), QStringLiteral("UTC"));
    QVERIFY(display.setZoneChoice(QStringLiteral("Asia/Tokyo")));
    QCOMPARE(button->text(), QStringLiteral("Tokyo, UTC+9"));
}

SPREADLINE_TEST(TstZones)
#include "tst_zones.moc"
