// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/settings.h"
#include "test_main.h"

#include <QTemporaryDir>

using namespace spreadline;

namespace fs = std::filesystem;

class TstSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMissingOrEmptyFileMeansTheDefaults()
    {
        const QTemporaryDir folder;
        const auto missing = readSettings(fs::path(folder.path().toStdString()) / "spreadline.toml");
        QVERIFY(missing);
        QVERIFY(*missing == Settings{});
        QVERIFY(*parseSettings("", "x") == Settings{});
        QVERIFY(*parseSettings("# only a comment\n[practice]\n[log]\n", "x") == Settings{});
    }

    void everyKeyIsRead()
    {
        const auto settings = parseSettings(R"(
            venue = "binance-testnet"
            theme = "light"
            language = "pt_BR"
            [practice]
            seed = 42
            symbols = ["BTCUSDT", "ETHUSDT"]
            speed = 2.5
            [connections]
            symbols_per_connection = 8
            [log]
            level = "debug"
            [retention]
            second_bar_days = 1
            minute_bar_days = 2
            hour_bar_days = 3
            count_bar_days = 4
            trade_hours = 5
            book_sample_hours = 6
            max_megabytes = 7
        )",
                                            "x");
        QVERIFY2(settings, settings ? "" : logText(settings.error()).c_str());
        Settings expected;
        expected.venue = "binance-testnet";
        expected.theme = "light";
        expected.language = "pt_BR";
        expected.practice = {42, 2, {"BTCUSDT", "ETHUSDT"}, 2.5};
        expected.symbolsPerConnection = 8;
        expected.logLevel = "debug";
        expected.retention = {1, 2, 3, 4, 5, 6, 7 << 20, 0};
        QVERIFY(*settings == expected);
        QCOMPARE(parseSettings("practice.symbols = 12\npractice.speed = 3", "x")->practice, (PracticeSettings{1, 12, {}, 3.0}));
    }

    void whatIsWrongIsNamedWithItsLineAndTheMend_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("mend");
        const auto row = [](const char* name, const char* text, int line, const char* mend) {
            QTest::newRow(name) << QByteArray(text) << line << QString::fromUtf8(mend);
        };
        row("broken", "venue = \"practice\"\ntheme = \n", 2, "not valid TOML");
        row("no string end", "venue = \"practice", 1, "not valid TOML");
        row("twice", "theme = \"dark\"\ntheme = \"light\"", 2, "not valid TOML");
        row("unknown key", "\n\nthme = \"dark\"", 3, "unknown key 'thme'; known here: connections, language");
        row("unknown section", "[practise]\nseed = 1", 1, "unknown key 'practise'");
        row("unknown in section", "[log]\nlevel = \"info\"\ncolour = true", 3, "unknown key 'log.colour'; known here: level");
        row("secret", "[binance]\napi_secret = \"x\"", 1, "unknown key 'binance'");
        row("secret at the top", "api_secret = \"x\"", 1, "keychain");
        row("wrong type", "venue = 5", 1, "venue must be the name of a venue");
        row("section expected", "log = \"info\"", 1, "log must be a section: [log]");
        row("text for number", "[practice]\nseed = \"1\"", 2, "practice.seed must be a whole number from 0 to");
        row("fraction for whole", "[practice]\nseed = 1.5", 2, "practice.seed must be a whole number");
        row("negative", "[connections]\nsymbols_per_connection = -1", 2, "from 1 to 200");
        row("zero", "[connections]\nsymbols_per_connection = 0", 2, "from 1 to 200");
        row("huge", "[retention]\ntrade_hours = 999999999999", 2, "retention.trade_hours must be");
        row("beyond 64 bits", "[retention]\ntrade_hours = 99999999999999999999999", 2, "not valid TOML");
        row("not a number", "[practice]\nspeed = nan", 2, "practice.speed must be a number from 0.01 to 1000");
        row("infinite", "[practice]\nspeed = inf", 2, "practice.speed");
        row("theme", "theme = \"pink\"", 1, "\"dark\" or \"light\"");
        row("language", "language = \"german\"", 1, "a code like");
        row("level", "[log]\nlevel = \"loud\"", 2, "one of \"trace\"");
        row("venue with a path", "venue = \"../x\"", 1, "venue must be");
        row("symbols empty", "[practice]\nsymbols = []", 2, "practice.symbols must be a number from 1 to 1000 or a list");
        row("symbols of numbers", "[practice]\nsymbols = [\n\"BTCUSDT\",\n7]", 4, "must list names in capitals");
        row("symbols lower case", "[practice]\nsymbols = [\"btcusdt\"]", 2, "must list names in capitals");
    }
    void whatIsWrongIsNamedWithItsLineAndTheMend()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        QFETCH(QString, mend);
        const auto settings = parseSettings(text.toStdString(), "spreadline.toml");
        QVERIFY(!settings);
        QCOMPARE(settings.error().code, Errc::BadConfig);
        QCOMPARE(QString::fromStdString(settings.error().where), QStringLiteral("spreadline.toml:%1").arg(line));
        QVERIFY2(QString::fromStdString(settings.error().detail).contains(mend), settings.error().detail.c_str());
    }

    void theFileItselfMustBeSound()
    {
        const QTemporaryDir folder;
        const auto path = fs::path(folder.path().toStdString()) / "spreadline.toml";
        QFile file(QString::fromStdString(path.string()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("theme = \"light\"\n");
        file.flush();
        fs::permissions(path, static_cast<fs::perms>(0600));
        QCOMPARE(QString::fromStdString(readSettings(path)->theme), QStringLiteral("light"));
        fs::permissions(path, static_cast<fs::perms>(0666));
        QCOMPARE(readSettings(path).error().code, Errc::BadConfig);
        QVERIFY(QString::fromStdString(readSettings(path).error().detail).contains(QStringLiteral("chmod 600")));
        fs::permissions(path, static_cast<fs::perms>(0600));
        file.write(QByteArray(2'000'000, '#'));
        file.flush();
        QCOMPARE(readSettings(path).error().code, Errc::BadFile);
        QCOMPARE(readSettings(fs::path(folder.path().toStdString())).error().code, Errc::BadFile); // a folder
    }
};

SPREADLINE_TEST(TstSettings)
#include "tst_settings.moc"
