// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/layout_store.h"
#include "test_main.h"

#include <QTemporaryDir>

using namespace spreadline;

class TstLayoutStore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void savesAndLoads();
    void keepsUnknownKeys();
    void setsABrokenFileAside();
    void leavesANewerVersionAlone();
    void refusesNamesThatAreNone_data();
    void refusesNamesThatAreNone();
    void saysWhenItCannotWrite();

private:
    static void write(const QString& path, const QByteArray& text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
};

void TstLayoutStore::savesAndLoads()
{
    QTemporaryDir folder;
    const LayoutStore store(folder.filePath(QStringLiteral("layouts")));
    QVERIFY(store.load(QStringLiteral("default"))->isEmpty());
    QVERIFY(store.save(QStringLiteral("two screens"), {{QStringLiteral("symbol"), QStringLiteral("ETHUSDT")}}));
    QCOMPARE(store.load(QStringLiteral("two screens"))->value(u"symbol").toString(), QStringLiteral("ETHUSDT"));
    QCOMPARE(store.names(), QStringList{QStringLiteral("two screens")});
}

void TstLayoutStore::keepsUnknownKeys()
{
    QTemporaryDir folder;
    const LayoutStore store(folder.path());
    write(folder.filePath(QStringLiteral("default.json")), R"({"version":1,"futurePanel":{"a":1},"symbol":"X"})");
    QVERIFY(store.save(QStringLiteral("default"), {{QStringLiteral("symbol"), QStringLiteral("Y")}}));
    const auto layout = store.load(QStringLiteral("default"));
    QVERIFY(layout->contains(QStringLiteral("futurePanel")));
    QCOMPARE(layout->value(u"symbol").toString(), QStringLiteral("Y"));
}

void TstLayoutStore::setsABrokenFileAside()
{
    QTemporaryDir folder;
    const LayoutStore store(folder.path());
    write(folder.filePath(QStringLiteral("default.json")), "{ \"symbol\": ");
    const auto layout = store.load(QStringLiteral("default"));
    QVERIFY(!layout);
    QCOMPARE(layout.error().code, Errc::BadFile);
    QVERIFY(layout.error().where.find("default.json:") != std::string::npos);
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral("default.json.broken"))));
    QVERIFY(store.load(QStringLiteral("default"))->isEmpty());
}

void TstLayoutStore::leavesANewerVersionAlone()
{
    QTemporaryDir folder;
    const LayoutStore store(folder.path());
    const QByteArray newer = R"({"version":99})";
    write(folder.filePath(QStringLiteral("default.json")), newer);
    QCOMPARE(store.load(QStringLiteral("default")).error().code, Errc::SchemaTooNew);
    QCOMPARE(store.save(QStringLiteral("default"), {}).error().code, Errc::SchemaTooNew);
    QFile file(folder.filePath(QStringLiteral("default.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), newer);
}

void TstLayoutStore::refusesNamesThatAreNone_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << "";
    QTest::newRow("blank") << "  ";
    QTest::newRow("way up") << "../other";
    QTest::newRow("folder") << "a/b";
    QTest::newRow("dot") << ".hidden";
    QTest::newRow("long") << QString(41, QLatin1Char('x'));
}

void TstLayoutStore::refusesNamesThatAreNone()
{
    QFETCH(QString, name);
    QTemporaryDir folder;
    const LayoutStore store(folder.path());
    QCOMPARE(store.save(name, {}).error().code, Errc::BadUsage);
    QCOMPARE(store.load(name).error().code, Errc::BadUsage);
}

void TstLayoutStore::saysWhenItCannotWrite()
{
    QTemporaryDir folder;
    write(folder.filePath(QStringLiteral("layouts")), "a file where the folder should be");
    const LayoutStore store(folder.filePath(QStringLiteral("layouts")));
    QCOMPARE(store.save(QStringLiteral("default"), {}).error().code, Errc::CannotWrite);
}

SPREADLINE_TEST(TstLayoutStore)
#include "tst_layout_store.moc"
