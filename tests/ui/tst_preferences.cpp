// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/favourites.h"
#include "settings/json_file.h"
#include "settings/preferences.h"
#include "style/display_options.h"
#include "test_main.h"

#include <QTemporaryDir>

using namespace spreadline;

namespace {

struct Rig {
    ThemeSource themes;
    DisplayOptions display;
    Favourites favourites;
    Preferences preferences;

    explicit Rig(const QString& path) : preferences(path, {themes, display, favourites}) {}
};

} // namespace

class TstPreferences : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void comeBack();
    void saveThemselves();
    void anOverrideIsNotSaved();
    void aBrokenFileIsReported();
    void aNewerFileIsLeftAlone();
};

void TstPreferences::comeBack()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("window.json"));
    {
        Rig rig(path);
        QVERIFY(rig.preferences.load());
        rig.themes.setTheme(false, ColourPreset::BlueOrange);
        rig.display.setMotion(false);
        rig.display.setMilliseconds(true);
        QVERIFY(rig.display.setZoneChoice(QStringLiteral("Asia/Kolkata")));
        rig.favourites.toggle(QStringLiteral("ETHUSDT"));
        rig.favourites.setOrder({QStringLiteral("SOLUSDT"), QStringLiteral("BTCUSDT")});
        rig.preferences.setLanguage(QStringLiteral("de"));
    } // saved at the end at the latest
    Rig rig(path);
    QVERIFY(rig.preferences.load());
    QVERIFY(!rig.themes.isDark());
    QCOMPARE(rig.themes.preset(), ColourPreset::BlueOrange);
    QVERIFY(!rig.display.motion());
    QVERIFY(rig.display.milliseconds());
    QCOMPARE(rig.favourites.all(), QStringList{QStringLiteral("ETHUSDT")});
    QCOMPARE(rig.favourites.order(), (QStringList{QStringLiteral("SOLUSDT"), QStringLiteral("BTCUSDT")}));
    QCOMPARE(rig.preferences.language(), QStringLiteral("de"));
}

void TstPreferences::saveThemselves()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("window.json"));
    Rig rig(path);
    rig.favourites.toggle(QStringLiteral("BTCUSDT"));
    QTRY_VERIFY(QFile::exists(path));
}

void TstPreferences::anOverrideIsNotSaved()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("window.json"));
    Rig rig(path);
    rig.preferences.overrideTheme(false);
    QVERIFY(!rig.themes.isDark());
    rig.favourites.toggle(QStringLiteral("BTCUSDT"));
    QVERIFY(rig.preferences.save());
    QCOMPARE(readJsonFile(path)->value(u"theme").toString(), QStringLiteral("dark"));
    rig.themes.setTheme(true, ColourPreset::GreenRed);
    rig.themes.setTheme(false, ColourPreset::GreenRed); // chosen by hand: that counts
    QVERIFY(rig.preferences.save());
    QCOMPARE(readJsonFile(path)->value(u"theme").toString(), QStringLiteral("light"));
}

void TstPreferences::aBrokenFileIsReported()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("window.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[1, 2");
    file.close();
    Rig rig(path);
    QCOMPARE(rig.preferences.load().error().code, Errc::BadFile);
    QVERIFY(rig.themes.isDark());
}

void TstPreferences::aNewerFileIsLeftAlone()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("window.json"));
    QVERIFY(writeJsonFile(path, {{QStringLiteral("version"), 99}}));
    Rig rig(path);
    QCOMPARE(rig.preferences.load().error().code, Errc::SchemaTooNew);
    QVERIFY(rig.preferences.save());
    QCOMPARE(readJsonFile(path)->size(), 1);
}

SPREADLINE_TEST(TstPreferences)
#include "tst_preferences.moc"
