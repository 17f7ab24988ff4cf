// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_main.h"

#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>

#ifdef Q_OS_UNIX
#include <sys/types.h>
#endif

/// The program itself, offscreen, on the practice exchange over real sockets.
class TstWindowProgram : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void showsLiveMarkets();
    void asksForHelpToBeRead();
    void refusesBadUsage();
    void aSecondStartEnds();
    void endsOnASignal();
    void replaysARecording();

private:
    static void start(QProcess& program, const QStringList& arguments)
    {
        program.setProgram(qEnvironmentVariable("SPREADLINE_BIN_DIR") + QStringLiteral("/spreadline"));
        program.setArguments(arguments);
        program.setProcessChannelMode(QProcess::SeparateChannels);
        program.start();
    }
    static int run(const QStringList& arguments, QByteArray* errors = nullptr, QByteArray* output = nullptr)
    {
        QProcess program;
        start(program, arguments);
        if (!program.waitForFinished(90'000))
            return -1;
        if (errors)
            *errors = program.readAllStandardError();
        if (output)
            *output = program.readAllStandardOutput();
        return program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -2;
    }
    static QJsonObject readJson(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }
};

void TstWindowProgram::showsLiveMarkets()
{
    QTemporaryDir folder;
    const QString picture = folder.filePath(QStringLiteral("window.png")),
                  summary = folder.filePath(QStringLiteral("summary.json"));
    QCOMPARE(run({QStringLiteral("--practice"), QStringLiteral("--profile"), folder.filePath(QStringLiteral("profile")),
                  QStringLiteral("--size"), QStringLiteral("1366x768"), QStringLiteral("--screenshot"), picture,
                  QStringLiteral("--summary"), summary, QStringLiteral("--after"), QStringLiteral("12")}),
             0);
    const QImage image(picture);
    QCOMPARE(image.size(), QSize(1'366, 768));
    const QJsonObject seen = readJson(summary);
    QCOMPARE(seen.value(u"environment").toString(), QStringLiteral("practice"));
    QVERIFY(seen.value(u"connected").toBool());
    QVERIFY(seen.value(u"instruments").toInt() >= 30);
    QVERIFY(seen.value(u"chart_bars").toInt() >= 500);
    QVERIFY(seen.value(u"trades_shown").toInt() > 0);
    QVERIFY(seen.value(u"books_shown").toInt() > 0);
    QCOMPARE(seen.value(u"frames_rejected").toInt(), 0);
    QVERIFY(seen.value(u"streams").toInt() >= 5);
    QCOMPARE(seen.value(u"streams_synced").toInt(), seen.value(u"streams").toInt());
}

void TstWindowProgram::asksForHelpToBeRead()
{
    QByteArray output;
    QCOMPARE(run({QStringLiteral("--version")}, nullptr, &output), 0);
    QCOMPARE(output.trimmed(), QByteArray("spreadline " SPREADLINE_VERSION));
    QCOMPARE(run({QStringLiteral("--help")}, nullptr, &output), 0);
    QVERIFY(output.contains("--layout"));
}

void TstWindowProgram::refusesBadUsage()
{
    QByteArray errors;
    QCOMPARE(run({QStringLiteral("--size"), QStringLiteral("large")}, &errors), 2);
    QVERIFY(errors.contains("--size"));
    QTemporaryDir folder;
    QCOMPARE(run({QStringLiteral("--profile"), folder.path(), QStringLiteral("--venue"), QStringLiteral("nowhere"),
                  QStringLiteral("--after"), QStringLiteral("20")},
                 &errors),
             2);
    QVERIFY(errors.contains("nowhere"));
    QCOMPARE(run({QStringLiteral("--profile"), folder.path(), QStringLiteral("--replay"), QStringLiteral("/not/there.jsonl.gz"),
                  QStringLiteral("--after"), QStringLiteral("20")},
                 &errors),
             2);
    QVERIFY(errors.contains("/not/there.jsonl.gz"));
}

void TstWindowProgram::aSecondStartEnds()
{
    QTemporaryDir folder;
    QProcess first;
    start(first, {QStringLiteral("--profile"), folder.path()});
    QVERIFY(first.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder.filePath(QStringLiteral("market-practice.db"))), 20'000);
    QCOMPARE(run({QStringLiteral("--profile"), folder.path()}), 0); // ends by itself: the first window was raised
    QCOMPARE(first.state(), QProcess::Running);
    first.terminate();
    QVERIFY(first.waitForFinished(20'000));
    QCOMPARE(first.exitStatus(), QProcess::NormalExit);
}

void TstWindowProgram::endsOnASignal()
{
#ifdef Q_OS_UNIX
    for (const int signal : {SIGTERM, SIGINT}) {
        QTemporaryDir folder;
        QProcess program;
        start(program, {QStringLiteral("--profile"), folder.path()});
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder.filePath(QStringLiteral("market-practice.db"))), 20'000);
        ::kill(static_cast<pid_t>(program.processId()), signal);
        QVERIFY(program.waitForFinished(20'000));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
        QVERIFY(QFile::exists(folder.filePath(QStringLiteral("layouts/default.json"))));
    }
#else
    QSKIP("signals are Unix");
#endif
}

void TstWindowProgram::replaysARecording()
{
    const QString capture = spreadline::test::sharedFile(
        QStringLiteral("data/captures/binance-usdm/binance-usdm_2024-08-08_depth0ms+trade+bookTicker_BTCUSDT.jsonl.gz"));
    if (capture.isEmpty())
        QSKIP("the recorded capture is not here");
    QTemporaryDir folder;
    const QString summary = folder.filePath(QStringLiteral("summary.json"));
    QCOMPARE(run({QStringLiteral("--replay"), capture, QStringLiteral("--profile"), folder.filePath(QStringLiteral("profile")),
                  QStringLiteral("--summary"), summary, QStringLiteral("--after"), QStringLiteral("20")}),
             0);
    const QJsonObject seen = readJson(summary);
    QCOMPARE(seen.value(u"environment").toString(), QStringLiteral("replay"));
    QVERIFY(seen.value(u"trades_shown").toInt() > 0);
    QVERIFY(seen.value(u"books_shown").toInt() > 0);
    QVERIFY(seen.value(u"chart_bars").toInt() > 0);
}

SPREADLINE_TEST(TstWindowProgram)
#include "tst_window_program.moc"
