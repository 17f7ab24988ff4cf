// SPDX-License-Identifier: GPL-3.0-or-later
#include "raw_database.h"
#include "storage/market_file.h"
#include "test_main.h"

#include <unistd.h>

#include <array>

using namespace spreadline;
using namespace spreadline::storage;
using namespace spreadline::test;

namespace fs = std::filesystem;

class TstMarketFile : public QObject {
    Q_OBJECT

private:
    Result<MarketFile> open(std::span<const Migration> migrations = marketMigrations())
    {
        return openMarketFile(configIn(*m_folder), Timestamp::fromMillis(1'767'225'600'123), migrations);
    }
    void makeFile(bool cleanly)
    {
        auto file = open();
        QVERIFY(file);
        QVERIFY(file->database.run(
            "INSERT INTO series (class, symbol, interval_kind, interval_amount) VALUES (4, 'BTCUSDT', 0, 60)"));
        QVERIFY(file->database.run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200) "
                                   "INSERT INTO blocks SELECT 1, i, 4, 1, i, randomblob(3000) FROM n"));
        if (cleanly)
            QVERIFY(markClosed(file->database));
    }
    fs::path path() const { return configIn(*m_folder).path; }
    QStringList setAside() const
    {
        return QDir(m_folder->path()).entryList({QStringLiteral("*.corrupt-*")}, QDir::Files, QDir::Name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void aNewFileIsPrivateAndMarked()
    {
        auto file = open();
        QVERIFY(file);
        QVERIFY(!file->warning);
        QCOMPARE(*file->database.number("PRAGMA user_version"), std::int64_t(1));
        QCOMPARE(*file->database.number("PRAGMA application_id"), marketApplicationId);
        for (const char* suffix : {"", "-wal", ".lock"}) {
            const auto rights = fs::status(path().string() + suffix).permissions();
            QCOMPARE(rights & (fs::perms::group_all | fs::perms::others_all), fs::perms::none);
        }
    }

    void damageIsSetAsideAndReported_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("garbage") << QByteArray(100'000, '#');
        QTest::newRow("garbage, short") << QByteArray("abc");
        QTest::newRow("zero length") << QByteArray();
        QTest::newRow("magic, then garbage") << QByteArray("SQLite format 3\0", 16) + QByteArray(9'000, '\x5a');
        QTest::newRow("truncated to a page") << QByteArray("truncate 4096");
        QTest::newRow("truncated in the middle") << QByteArray("truncate 300000");
        QTest::newRow("truncated by a byte") << QByteArray("truncate -1");
    }
    void damageIsSetAsideAndReported()
    {
        QFETCH(QByteArray, content);
        makeFile(true);
        if (content.startsWith("truncate ")) {
            const int length = content.mid(9).toInt();
            const QByteArray sound = contentOf(path());
            QVERIFY(sound.size() > 400'000);
            content = length < 0 ? sound.chopped(-length) : sound.first(length);
        }
        writeFile(path(), content);
        {
            auto file = open();
            QVERIFY2(file, file ? "" : logText(file.error()).c_str());
            QVERIFY(file->warning);
            QCOMPARE(file->warning->code, Errc::StorageCorrupt);
            QCOMPARE(QString::fromStdString(file->warning->where), QString::fromStdString(path().string()));
            QCOMPARE(*file->database.number("SELECT count(*) FROM blocks"), std::int64_t(0));
            QVERIFY(markClosed(file->database));
        }
        const auto kept = setAside();
        QVERIFY(!kept.isEmpty());
        QCOMPARE(kept.first(), QStringLiteral("market-practice.db.corrupt-20260101T000000123Z"));
        QCOMPARE(contentOf(fs::path(m_folder->path().toStdString()) / kept.first().toStdString()), content);
        QVERIFY(!open()->warning);
    }

    void damageInsideIsFoundAfterACrash()
    {
        makeFile(false);
        QByteArray content = contentOf(path());
        QVERIFY(content.size() > 400'000);
        for (int page = 20; page < 60; ++page)
            content.replace(page * 4'096, 200, QByteArray(200, '\xee'));
        writeFile(path(), content);
        auto file = open();
        QVERIFY(file);
        QVERIFY(file->warning);
        QCOMPARE(file->warning->code, Errc::StorageCorrupt);
    }

    void theLogOfABrokenFileGoesWithIt()
    {
        makeFile(true);
        writeFile(path(), QByteArray(5'000, 'x'));
        writeFile(path().string() + "-wal", QByteArray(50'000, 'y'));
        auto file = open();
        QVERIFY(file && file->warning);
        QVERIFY(setAside().contains(QStringLiteral("market-practice.db.corrupt-20260101T000000123Z-wal")));
    }

    void aSoundFileThatWasNotClosedIsKept()
    {
        makeFile(false);
        auto file = open();
        QVERIFY(file && !file->warning);
        QCOMPARE(*file->database.number("SELECT count(*) FROM blocks"), std::int64_t(200));
    }

    void aNewerSchemaIsNotTouched()
    {
        makeFile(true);
        RawDatabase(path()).run("PRAGMA journal_mode = DELETE; PRAGMA user_version = 99");
        const QByteArray before = contentOf(path());
        const auto file = open();
        QVERIFY(!file);
        QCOMPARE(file.error().code, Errc::SchemaTooNew);
        QCOMPARE(contentOf(path()), before);
        QVERIFY(!fs::exists(path().string() + "-wal"));
    }

    void anotherProgramsFileIsNotTouched()
    {
        RawDatabase(path()).run("CREATE TABLE precious (x); INSERT INTO precious VALUES (42)");
        const auto file = open();
        QVERIFY(!file);
        QCOMPARE(file.error().code, Errc::BadFile);
        QCOMPARE(RawDatabase(path()).ask("SELECT x FROM precious"), std::string("42"));
    }

    void anotherVenuesFileIsRefused()
    {
        makeFile(true);
        StoreConfig config = configIn(*m_folder);
        config.venue = "binance";
        const auto file = openMarketFile(config, Timestamp::fromMillis(1));
        QVERIFY(!file);
        QCOMPARE(file.error().code, Errc::BadFile);
        QVERIFY(QString::fromStdString(file.error().detail).contains(QStringLiteral("'practice'")));
        QVERIFY(open());
    }

    void anotherSourcesDataAreNotKept_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("now");
        QTest::addColumn<bool>("isRenewed");
        QTest::newRow("the same") << "seed 1"
                                  << "seed 1" << false;
        QTest::newRow("another") << "seed 1"
                                 << "seed 2" << true;
        QTest::newRow("written before sources were") << ""
                                                     << "seed 1" << true;
        QTest::newRow("the venue says it all") << ""
                                               << "" << false;
        QTest::newRow("nobody asks") << "seed 1"
                                     << "" << false;
    }
    void anotherSourcesDataAreNotKept()
    {
        QFETCH(QString, before);
        QFETCH(QString, now);
        QFETCH(bool, isRenewed);
        StoreConfig config = configIn(*m_folder);
        config.source = before.toStdString();
        QVERIFY(!openMarketFile(config, Timestamp::fromMillis(1))->isRenewed);
        makeFile(true);
        config.source = now.toStdString();
        for (const bool expected : {isRenewed, false}) { // the second opening finds its own
            auto file = openMarketFile(config, Timestamp::fromMillis(2));
            QVERIFY2(file, file ? "" : logText(file.error()).c_str());
            QCOMPARE(file->isRenewed, expected);
            QVERIFY(!file->warning);
            QCOMPARE(*file->database.number("SELECT count(*) FROM blocks"), std::int64_t(isRenewed ? 0 : 200));
            QCOMPARE(fs::status(path()).permissions() & (fs::perms::group_all | fs::perms::others_all), fs::perms::none);
        }
        QVERIFY2(setAside().isEmpty(), "copies would pile up");
    }

    void oneWriterAtATime()
    {
        {
            const auto first = open();
            QVERIFY(first);
            const auto second = open();
            QVERIFY(!second);
            QCOMPARE(second.error().code, Errc::StorageBusy);
        }
        QVERIFY(open());
    }

    void whereNothingCanBeWritten()
    {
        StoreConfig config = configIn(*m_folder);
        config.path = fs::path(m_folder->path().toStdString()) / "missing" / "market.db";
        auto file = openMarketFile(config, Timestamp::fromMillis(1));
        QVERIFY(!file);
        QCOMPARE(file.error().code, Errc::CannotWrite);
        QVERIFY(QString::fromStdString(file.error().where).contains(QStringLiteral("missing")));

        fs::permissions(m_folder->path().toStdString(),
                        fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read | fs::perms::others_exec);
        const bool isRoot = geteuid() == 0; // whom permissions do not stop
        constexpr uid_t nobody = 65'534;
        if (isRoot && seteuid(nobody) != 0)
            QSKIP("cannot give up root");
        file = open();
        if (isRoot)
            QCOMPARE(seteuid(0), 0);
        fs::permissions(m_folder->path().toStdString(), fs::perms::owner_all);
        QVERIFY(!file);
        QCOMPARE(file.error().code, Errc::CannotWrite);
    }

    void aMigrationKeepsACopyOfWhatWas()
    {
        makeFile(true);
        const std::array next{marketMigrations().back(), Migration{2, "ALTER TABLE series ADD COLUMN note TEXT"}};
        {
            auto file = open(next);
            QVERIFY2(file, file ? "" : logText(file.error()).c_str());
            QCOMPARE(*file->database.number("PRAGMA user_version"), std::int64_t(2));
            QCOMPARE(*file->database.number("SELECT count(*) FROM blocks"), std::int64_t(200));
            QCOMPARE(*file->database.number("SELECT count(*) FROM series WHERE note IS NULL"), std::int64_t(1));
            QVERIFY(markClosed(file->database));
        }
        RawDatabase copy(path().string() + ".v1.bak");
        QCOMPARE(copy.ask("PRAGMA user_version"), std::string("1"));
        QCOMPARE(copy.ask("SELECT count(*) FROM blocks"), std::string("200"));
        QCOMPARE(copy.ask("PRAGMA integrity_check"), std::string("ok"));
        QCOMPARE(open().error().code, Errc::SchemaTooNew);
    }

    void aFailedMigrationChangesNothing()
    {
        makeFile(true);
        const std::array broken{marketMigrations().back(),
                                Migration{2, "ALTER TABLE series ADD COLUMN note TEXT; SELECT nonsense FROM nowhere"}};
        const auto file = open(broken);
        QVERIFY(!file);
        auto again = open();
        QVERIFY(again && !again->warning);
        QCOMPARE(*again->database.number("PRAGMA user_version"), std::int64_t(1));
        QCOMPARE(*again->database.number("SELECT count(*) FROM blocks"), std::int64_t(200));
    }
};

SPREADLINE_TEST(TstMarketFile)
#include "tst_market_file.moc"
