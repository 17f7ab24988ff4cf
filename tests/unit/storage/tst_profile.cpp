// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/profile.h"
#include "test_main.h"

#include <QTemporaryDir>

using namespace spreadline;

namespace fs = std::filesystem;

class TstProfile : public QObject {
    Q_OBJECT

private:
    fs::path root() const { return fs::path(m_folder->path().toStdString()) / "a" / "profile"; }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aNewProfileIsItsOwnersAlone()
    {
        for (int i = 0; i < 2; ++i) { // made, then found
            const auto profile = Profile::open(root());
            QVERIFY(profile);
            for (const auto& folder : {profile->root(), profile->journalFolder(), profile->logFolder(), profile->layoutFolder()})
                QCOMPARE(fs::status(folder).permissions(), fs::perms::owner_all);
            QCOMPARE(profile->settingsFile(), root() / "spreadline.toml");
        }
    }

    void whatOthersMayWriteIsRefused_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<int>("rights");
        QTest::newRow("group") << QString() << 0770;
        QTest::newRow("world") << QString() << 0777;
        QTest::newRow("logs") << QStringLiteral("logs") << 0707;
    }
    void whatOthersMayWriteIsRefused()
    {
        QFETCH(QString, folder);
        QFETCH(int, rights);
        QVERIFY(Profile::open(root()));
        const auto path = folder.isEmpty() ? root() : root() / folder.toStdString();
        fs::permissions(path, static_cast<fs::perms>(rights));
        const auto profile = Profile::open(root());
        QVERIFY(!profile);
        QCOMPARE(profile.error().code, Errc::BadConfig);
        QVERIFY(QString::fromStdString(profile.error().detail).contains(QStringLiteral("chmod 700")));
    }

    void readableByOthersIsAllowed()
    {
        QVERIFY(Profile::open(root()));
        fs::permissions(root(), static_cast<fs::perms>(0755));
        QVERIFY(Profile::open(root()));
    }

    void aFileInTheWayIsNamed()
    {
        fs::create_directories(root());
        QFile file(QString::fromStdString((root() / "logs").string()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto profile = Profile::open(root());
        QVERIFY(!profile);
        QCOMPARE(profile.error().code, Errc::CannotWrite);
        QVERIFY(QString::fromStdString(profile.error().where).endsWith(QStringLiteral("logs")));
    }

    void everyVenueHasItsMarketFile()
    {
        const auto profile = Profile::open(root());
        QVERIFY(profile);
        QCOMPARE(profile->marketFile("practice"), root() / "market-practice.db");
        QCOMPARE(profile->marketFile("binance-testnet"), root() / "market-binance-testnet.db");
        QCOMPARE(profile->marketFile("../../etc/x"), root() / "market-______etc_x.db");
    }
};

SPREADLINE_TEST(TstProfile)
#include "tst_profile.moc"
