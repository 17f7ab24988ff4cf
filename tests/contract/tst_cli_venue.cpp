// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_main.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>

/// `watch` and `doctor` as a person or a script meets them: exit codes, lines, summary.
class TstCliVenue : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void watchPrintsLinesAndASummary();
    void exitCodes_data();
    void exitCodes();
    void doctorNamesEveryCheckOnce();
};

namespace {

struct Run {
    int code = -1;
    QByteArrayList lines;
    QByteArray words;
};

Run runCli(const QStringList& arguments)
{
    QProcess process;
    process.start(qEnvironmentVariable("SPREADLINE_BIN_DIR") + QStringLiteral("/spreadline-cli"), arguments);
    if (!process.waitForFinished(60'000))
        return {-2, {}, "it does not end"};
    return {process.exitCode(), process.readAllStandardOutput().trimmed().split('\n'), process.readAllStandardError()};
}

} // namespace

void TstCliVenue::watchPrintsLinesAndASummary()
{
    const Run run =
        runCli({QStringLiteral("watch"), QStringLiteral("--venue"), QStringLiteral("practice"), QStringLiteral("--symbols"),
                QStringLiteral("BTCUSDT,ETHUSDT"), QStringLiteral("--for"), QStringLiteral("4s")});
    QCOMPARE(run.code, 0);
    QSet<QString> types;
    for (const QByteArray& line : run.lines) {
        const QJsonObject json = QJsonDocument::fromJson(line).object();
        QVERIFY2(json.contains(QStringLiteral("type")), line.constData());
        types.insert(json[QStringLiteral("type")].toString());
    }
    for (const char* type : {"trade", "kline", "top", "summary"})
        QVERIFY2(types.contains(QLatin1String(type)), type);
    const QJsonObject summary = QJsonDocument::fromJson(run.lines.back()).object();
    QVERIFY(summary[QStringLiteral("messages")].toInt() > 20);
    QCOMPARE(summary[QStringLiteral("gaps")].toInt(-1), 0);
    QVERIFY(summary[QStringLiteral("latency_ms")].toObject()[QStringLiteral("p99")].toDouble() > 0);
    const QJsonArray channels = summary[QStringLiteral("channels")].toArray();
    QCOMPARE(channels.size(), 10);
    for (const QJsonValue& channel : channels) {
        for (const char* key : {"stream", "trust", "reason", "age_ms"})
            QVERIFY2(channel.toObject().contains(QLatin1String(key)), key);
    }
}

void TstCliVenue::exitCodes_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("code");
    const QString nowhere = QStringLiteral(" --rest http://127.0.0.1:1 --ws ws://127.0.0.1:1");
    QTest::newRow("no symbols") << QStringLiteral("watch --for 1s") << 2;
    QTest::newRow("no such length") << QStringLiteral("watch --symbols BTCUSDT --for soon") << 2;
    QTest::newRow("an interval the venue has not") << QStringLiteral("watch --symbols BTCUSDT --interval 5s") << 2;
    QTest::newRow("unknown venue") << QStringLiteral("watch --venue mtgox --symbols BTCUSDT") << 2;
    QTest::newRow("unknown symbol") << QStringLiteral("watch --symbols NOSUCH --for 1s") << 2;
    QTest::newRow("one address without the other") << QStringLiteral("watch --symbols BTCUSDT --rest http://127.0.0.1:1") << 2;
    QTest::newRow("a venue that is not there") << QStringLiteral("watch --symbols BTCUSDT --for 1s") + nowhere << 3;
    QTest::newRow("doctor of a venue that is not there") << QStringLiteral("doctor --profile %1") + nowhere << 3;
    QTest::newRow("doctor of practice") << QStringLiteral("doctor --profile %1") << 0;
    QTest::newRow("doctor of a profile that cannot be") << QStringLiteral("doctor --profile /proc/nowhere") << 1;
}

void TstCliVenue::exitCodes()
{
    QFETCH(QString, arguments);
    QFETCH(int, code);
    const QTemporaryDir profile;
    const Run run = runCli(arguments.replace(QStringLiteral("%1"), profile.path()).split(QLatin1Char(' ')));
    QVERIFY2(run.code == code, (QByteArray::number(run.code) + ' ' + run.words).constData());
}

void TstCliVenue::doctorNamesEveryCheckOnce()
{
    const QTemporaryDir profile;
    const Run run = runCli({QStringLiteral("doctor"), QStringLiteral("--json"), QStringLiteral("--profile"), profile.path()});
    QCOMPARE(run.code, 0);
    QStringList codes;
    for (const QJsonValue& check : QJsonDocument::fromJson(run.lines.front()).object()[QStringLiteral("checks")].toArray())
        codes.append(check.toObject()[QStringLiteral("code")].toString());
    const QString expected =
        QStringLiteral("D01-DNS D02-CONNECT D03-TLS D04-GEO D05-REST D06-CLOCK D07-STREAM D08-FRAME D09-PROFILE "
                       "D10-DATABASE D11-KEYCHAIN");
    QCOMPARE(codes.join(QLatin1Char(' ')), expected);
}

SPREADLINE_TEST(TstCliVenue)
#include "tst_cli_venue.moc"
