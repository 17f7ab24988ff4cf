// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli_run.h"
#include "tables.h"
#include "test_main.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <charconv>

using namespace spreadline;
using namespace spreadline::test;
using spreadline::indicators::allStudies;

/// Exit codes, columns, and what happens to bad files.
class TstIndicatorsCli : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void printsTheVeryBits();
    void readsWhatFilesLookLike_data();
    void readsWhatFilesLookLike();
    void readsGzip();
    void refusesBadFiles_data();
    void refusesBadFiles();
    void refusesBadUsage_data();
    void refusesBadUsage();
    void writesWhileItReads();
    void memoryStaysFlat();
    void aFileAppearsOnlyWhenWhole();
    void joinsASecondSymbol();
    void showsHigherIntervals();
    void countsGaps();
    void listsEveryStudy();
};

namespace {

const QByteArray header = "open_time_ms,open,high,low,close,volume\n";

QByteArray line(const indicators::StudyBar& bar)
{
    QByteArray text = QByteArray::number(static_cast<qint64>(bar.openTime.millis()));
    for (const double value : {bar.open, bar.high, bar.low, bar.close, bar.volume})
        text += ',' + QByteArray::number(value, 'g', 17);
    return text + '\n';
}

QByteArray fileOf(std::span<const indicators::StudyBar> bars)
{
    QByteArray text = header;
    for (const indicators::StudyBar& bar : bars)
        text += line(bar);
    return text;
}

CliRun runOver(const QByteArray& input, const char* arguments = "--study sma(2)")
{
    return runIndicators(words("run --in -") + words(arguments), input);
}

void save(const QString& path, const QByteArray& text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QByteArray load(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TstIndicatorsCli::printsTheVeryBits()
{
    const std::vector<indicators::StudyBar> bars = walk(200, 61);
    const CliRun run = runOver(fileOf(bars), "--study rsi(14)");
    QCOMPARE(run.code, 0);
    const std::vector<double> want = column("rsi(14)", "rsi", bars);
    const QByteArrayList lines = run.out.split('\n');
    QCOMPARE(lines[0], QByteArray("open_time_ms,rsi(14).rsi"));
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const QStringList row = cells(lines[static_cast<qsizetype>(i) + 1]);
        QCOMPARE(row[0].toLongLong(), static_cast<qint64>(bars[i].openTime.millis()));
        const QByteArray text = row[1].toLatin1();
        double value = indicators::noValue;
        std::from_chars(text.data(), text.data() + text.size(), value);
        QVERIFY(isSame(value, want[i]));
    }
}

void TstIndicatorsCli::readsWhatFilesLookLike_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("out");
    const QByteArray names = "open_time_ms,sma(2).sma\n";
    QTest::newRow("no bar") << header << names;
    QTest::newRow("one bar") << header + "1,2,2,2,2,0\n" << names + "1,\n";
    QTest::newRow("no end of the last line") << header + "1,2,2,2,2,0\n2,4,4,4,4,0" << names + "1,\n2,3\n";
    QTest::newRow("CRLF, blank lines and blanks")
        << QByteArray("open_time_ms, open,high,low,close,volume\r\n\r\n1, 2,2,2,2,0\r\n\r\n2,4,4,4,4,0\r\n\r\n")
        << names + "1,\n2,3\n";
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + header + "1,2,2,2,2,0\n" << names + "1,\n";
    QTest::newRow("other order, more columns, quotes")
        << QByteArray("\"close\",note,open,low,high,volume,open_time_ms\n2,x,2,2,2,0,1\n4,,4,4,4,0,2\n") << names + "1,\n2,3\n";
    QTest::newRow("tiny") << header + "1,2e-9,2e-9,2e-9,2e-9,0\n2,2e-9,2e-9,2e-9,2e-9,0\n" << names + "1,\n2,2e-09\n";
    QTest::newRow("before 1970") << header + "-5,2,2,2,2,0\n2,4,4,4,4,0\n" << names + "-5,\n2,3\n";
}

void TstIndicatorsCli::readsWhatFilesLookLike()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, out);
    const CliRun run = runOver(input);
    QVERIFY2(run.code == 0, run.words.constData());
    QCOMPARE(run.out, out);
}

void TstIndicatorsCli::readsGzip()
{
    // gzip -n of the header and two bars, as bytes: what is tested must not depend on a tool.
    const QByteArray packed = QByteArray::fromBase64("H4sIAAAAAAAC/8svSM2LL8nMTY3PLdbJB3J0MjLTM3Ry8st1"
                                                     "knPyi1N1yvJzSnNTuQx1jKDQgMtIxwQKDbgAD/NSpEAAAAA=");
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("bars.csv.gz"));
    save(file, packed);
    const QStringList arguments = words("run --study sma(2) --in") << file;
    QCOMPARE(runIndicators(arguments).out, QByteArray("open_time_ms,sma(2).sma\n1,\n2,3\n"));
    save(file, packed.chopped(12));
    const CliRun cut = runIndicators(arguments);
    QCOMPARE(cut.code, 2);
    QVERIFY2(cut.words.contains("gzip"), cut.words.constData());
}

void TstIndicatorsCli::refusesBadFiles_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("says");
    const QByteArray good = header + "1000,10,12,9,11,5\n";
    const auto row = [](const char* name, const QByteArray& input, const char* says) {
        QTest::newRow(name) << input << QByteArray(says);
    };
    row("empty", "", "stdin:0: the file is empty");
    row("no header", "1000,10,12,9,11,5\n", "stdin:1: the first line does not name the column open_time_ms");
    row("no volume", "open_time_ms,open,high,low,close\n", "stdin:1: the first line does not name the column volume");
    row("column twice", "open_time_ms,open,high,low,close,volume,open\n", "the column open is there twice");
    row("not a number", good + "2000,10,x,9,11,5\n", "stdin:3: high is 'x', not a number");
    row("half a number", good + "2000,10,12abc,9,11,5\n", "stdin:3: high is '12abc', not a number");
    row("empty cell", good + "2000,10,,9,11,5\n", "stdin:3: high is '', not a number");
    row("nan", good + "2000,10,nan,9,11,5\n", "stdin:3: a price is not a number above zero");
    row("infinite", good + "2000,10,inf,9,11,5\n", "stdin:3: a price is not a number above zero");
    row("zero price", good + "2000,0,12,0,11,5\n", "stdin:3: a price is not a number above zero");
    row("high below close", good + "2000,10,10,9,11,5\n", "stdin:3: high is below open or close");
    row("low above open", good + "2000,10,12,10.5,11,5\n", "stdin:3: low is above open or close");
    row("negative volume", good + "2000,10,12,9,11,-5\n", "stdin:3: volume is not a number from zero up");
    row("same time", good + "1000,10,12,9,11,5\n", "stdin:3: two bars of the same open time");
    row("back in time", good + "999,10,12,9,11,5\n", "stdin:3: its open time is before the bar before it");
    row("time with a point", good + "2000.5,10,12,9,11,5\n", "stdin:3: open_time_ms is '2000.5', not a whole number");
    row("time in nanoseconds", good + "1700000000000000000,10,12,9,11,5\n", "stdin:3: open_time_ms is '1700000000000000000'");
    row("too few cells", good + "2000,10,12,9,11\n", "stdin:3: fewer cells than columns");
    row("too many cells", good + "2000,10,12,9,11,5,6\n", "stdin:3: more cells than columns");
    row("binary", good + QByteArray(100, '\0') + '\n', "stdin:3:");
    row("endless line", good + QByteArray(1 << 21, '7'), "the line is longer than a megabyte");
}

void TstIndicatorsCli::refusesBadFiles()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, says);
    const CliRun run = runOver(input);
    QCOMPARE(run.code, 2);
    QVERIFY2(run.words.contains(says), run.words.constData());
    QCOMPARE(run.out.contains("1000,"), input.startsWith(header + "1000")); // what was right before it has been written
}

void TstIndicatorsCli::refusesBadUsage_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* arguments, const char* says) {
        QTest::newRow(arguments) << QString::fromLatin1(arguments) << QByteArray(says);
    };
    row("", "say what to do");
    row("dance", "'dance' is not list, run or profile");
    row("run --in -", "--study");
    row("run --study rsi(14)", "--in");
    row("run --in - --study rsi(0)", "n is '0'; it must be a whole number from 1 to 100000");
    row("run --in - --study rsj(14)", "did you mean rsi");
    row("run --in - --study rsi --study rsi(14)", "is asked for twice");
    row("run --in - --study rsi(14)@4h", "the interval of the bars must be known");
    row("run --in - --study rsi(14)@1h --interval 4h", "do not make up");
    row("run --in - --study rsi(14) --interval 4x", "--interval");
    row("run --in /no/such/file.csv --study rsi", "/no/such/file.csv");
    row("run --in / --study rsi", "is a folder");
    row("run --in - --other - --study beta(20)", "--other");
    row("profile --in - --bins 0", "--bins");
    row("profile --in - --value-area 2", "--value-area");
    row("profile --in - --from yesterday", "--from");
    row("profile --in -", "there are no bars");
}

void TstIndicatorsCli::refusesBadUsage()
{
    QFETCH(QString, arguments);
    QFETCH(QByteArray, says);
    const CliRun run = runIndicators(arguments.split(QLatin1Char(' '), Qt::SkipEmptyParts), header);
    QCOMPARE(run.code, 2);
    QVERIFY2(run.words.contains(says), run.words.constData());
    QVERIFY(run.out.isEmpty());
}

void TstIndicatorsCli::writesWhileItReads()
{
    QProcess process;
    process.start(qEnvironmentVariable("SPREADLINE_BIN_DIR") + QStringLiteral("/spreadline-cli"),
                  words("indicators run --in - --study sma(2)"));
    process.write(header + "1,2,2,2,2,0\n2,4,4,4,4,0\n");
    QTRY_VERIFY(process.bytesToWrite() == 0);
    QByteArray out;
    QTRY_VERIFY((out += process.readAllStandardOutput()).endsWith("1,\n2,3\n")); // the input is still open
    process.write("3,6,6,6,6,0\n");
    QTRY_VERIFY((out += process.readAllStandardOutput()).endsWith("3,5\n"));
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
}

void TstIndicatorsCli::memoryStaysFlat()
{
#ifndef Q_OS_LINUX
    QSKIP("peak memory is read from /proc");
#endif
    const QTemporaryDir folder;
    QProcess process;
    process.start(qEnvironmentVariable("SPREADLINE_BIN_DIR") + QStringLiteral("/spreadline-cli"),
                  words("indicators run --in - --study macd --study bbands --out") << folder.filePath(QStringLiteral("out.csv")));
    process.write(header);
    const auto peak = [&process] {
        const QByteArray status = load(QStringLiteral("/proc/%1/status").arg(process.processId()));
        const qsizetype at = status.indexOf("VmHWM:");
        return at < 0 ? 0 : status.mid(at + 6, status.indexOf("kB", at) - at - 6).trimmed().toInt(); // kB
    };
    auto feed = [&process, time = 0](int bars) mutable {
        QByteArray rows;
        for (int i = 1; i <= bars; ++i) {
            rows += QByteArray::number(++time) + ",60000.123456,60001.123456,59999.123456,60000.654321,12345.678901\n";
            if (i % 10'000 == 0) {
                process.write(rows);
                process.waitForBytesWritten();
                rows.clear();
            }
        }
        return QTest::qWaitFor([&process] { return process.bytesToWrite() == 0; });
    };
    QVERIFY(feed(20'000)); // a megabyte, then five
    const int before = peak();
    QVERIFY(feed(100'000));
    const int after = peak();
    QVERIFY2(before > 0 && after - before < 2'048, qPrintable(QStringLiteral("%1 kB, then %2").arg(before).arg(after)));
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
}

void TstIndicatorsCli::aFileAppearsOnlyWhenWhole()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("columns.csv"));
    save(file, "older");
    const QStringList arguments = words("run --in - --study sma(2) --out") << file;
    QCOMPARE(runIndicators(arguments, header + "1,2,2,2,2,0\nbroken\n").code, 2);
    QCOMPARE(load(file), QByteArray("older"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    QCOMPARE(runIndicators(arguments, header + "1,2,2,2,2,0\n").code, 0);
    QCOMPARE(load(file), QByteArray("open_time_ms,sma(2).sma\n1,\n"));
    const CliRun nowhere = runIndicators(words("run --in - --study sma(2) --out /no/such/folder/x.csv"), header);
    QCOMPARE(nowhere.code, 4);
}

void TstIndicatorsCli::joinsASecondSymbol()
{
    const QTemporaryDir folder;
    std::vector<indicators::StudyBar> bars = walk(60, 71);
    QByteArray other = header;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        if (i % 5 == 2) {
            bars[i].otherClose = indicators::noValue;
            continue;
        }
        indicators::StudyBar second = bars[i];
        second.open = second.high = second.low = second.close = bars[i].otherClose;
        other += line(second);
    }
    save(folder.filePath(QStringLiteral("b.csv")), other);
    const CliRun run =
        runIndicators(words("run --in - --study beta(10) --other") << folder.filePath(QStringLiteral("b.csv")), fileOf(bars));
    QVERIFY2(run.code == 0, run.words.constData());
    const std::vector<double> want = column("beta(10)", "beta", bars);
    const QByteArrayList lines = run.out.split('\n');
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const QString cell = cells(lines[static_cast<qsizetype>(i) + 1])[1];
        QCOMPARE(cell.isEmpty(), !indicators::hasValue(want[i]));
        if (!cell.isEmpty())
            QCOMPARE(cell.toDouble(), want[i]);
    }
    const CliRun alone = runIndicators(words("run --in - --study beta(10)"), fileOf(bars));
    QCOMPARE(alone.code, 2);
    QVERIFY2(alone.words.contains("needs the column other_close"), alone.words.constData());
}

void TstIndicatorsCli::showsHigherIntervals()
{
    QByteArray input = header;
    for (int i = 0; i < 9; ++i)
        input += QByteArray::number(i * 900'000) + ",10,20,5," + QByteArray::number(10 + i) + ",1\n";
    const CliRun closed = runOver(input, "--study sma(1)@1h --interval 15m");
    QVERIFY2(closed.code == 0, closed.words.constData());
    QVERIFY(closed.out.endsWith("1800000,\n2700000,13\n3600000,13\n4500000,13\n5400000,13\n6300000,17\n7200000,17\n"));
    const CliRun forming = runOver(input, "--study sma(1)@1h:forming --interval 15m");
    QVERIFY(forming.out.endsWith("5400000,16\n6300000,17\n7200000,18\n"));
}

void TstIndicatorsCli::countsGaps()
{
    const CliRun run = runOver(header + "0,2,2,2,2,0\n1,2,2,2,2,0\n9,2,2,2,2,0\n");
    QCOMPARE(run.code, 0);
    QVERIFY2(run.words.contains("1 gap(s) in time, the first before stdin:4"), run.words.constData());
    QVERIFY(runOver(header + "0,2,2,2,2,0\n1,2,2,2,2,0\n").words.isEmpty());
}

void TstIndicatorsCli::listsEveryStudy()
{
    const QJsonArray list = QJsonDocument::fromJson(runIndicators(words("list --json")).out).array();
    QCOMPARE(static_cast<std::size_t>(list.size()), allStudies().size());
    for (const QJsonValue& study : list) {
        QVERIFY(!study[u"title"].toString().isEmpty());
        QVERIFY(study[u"pane"].toObject().contains(QStringLiteral("overlay")));
        QVERIFY(!study[u"outputs"].toArray().isEmpty());
        for (const QJsonValue& parameter : study[u"parameters"].toArray())
            QVERIFY(parameter.toObject().contains(QStringLiteral("default")) && !parameter[u"type"].toString().isEmpty());
    }
    const CliRun table = runIndicators(words("list"));
    QCOMPARE(table.code, 0);
    QVERIFY(table.out.contains("macd(12,26,9)"));
}

SPREADLINE_TEST(TstIndicatorsCli)
#include "tst_indicators_cli.moc"
