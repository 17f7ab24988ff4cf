// SPDX-License-Identifier: GPL-3.0-or-later
#include "command_line.h"
#include "test_main.h"

using namespace spreadline;

class TstCommandLine : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsEverything();
    void refuses_data();
    void refuses();
    void answersBeforeAWindow();

private:
    static Result<ParsedStart> parse(const QString& line)
    {
        return parseCommandLine(QStringList{QStringLiteral("spreadline")} + line.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    }
};

void TstCommandLine::readsEverything()
{
    const auto start = parse(QStringLiteral(
        "--profile /tmp/p --venue binance --layout two-screens --lang de --reset-layout --theme light --size 1366x768 "
        "--symbol ethusdt --interval 5m --screenshot a.png --summary a.json --after 2.5"));
    QVERIFY(start);
    const StartOptions& options = start->options;
    QCOMPARE(options.profile, QStringLiteral("/tmp/p"));
    QCOMPARE(options.venue, QStringLiteral("binance"));
    QCOMPARE(options.layout, QStringLiteral("two-screens"));
    QCOMPARE(options.language, QStringLiteral("de"));
    QVERIFY(options.resetLayout);
    QCOMPARE(options.dark, std::optional(false));
    QCOMPARE(options.size, QSize(1'366, 768));
    QCOMPARE(options.symbol, QStringLiteral("ETHUSDT"));
    QCOMPARE(options.interval, QStringLiteral("5m"));
    QCOMPARE(options.after, 2.5);
    QVERIFY(parse({})->options.venue.isEmpty()); // the settings say
    QCOMPARE(parse(QStringLiteral("--practice"))->options.venue, QStringLiteral("practice"));
}

void TstCommandLine::refuses_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("where");
    QTest::newRow("unknown option") << "--colour red"
                                    << "command line";
    QTest::newRow("leftover word") << "open"
                                   << "command line";
    QTest::newRow("size") << "--size big"
                          << "--size";
    QTest::newRow("theme") << "--theme pink"
                           << "--theme";
    QTest::newRow("interval") << "--interval 7x"
                              << "--interval";
    QTest::newRow("layout that climbs") << "--layout ../x"
                                        << "--layout";
    QTest::newRow("practice and a venue") << "--practice --venue binance"
                                          << "--practice";
    QTest::newRow("half an address") << "--rest http://127.0.0.1:1"
                                     << "--rest";
    QTest::newRow("replay elsewhere") << "--venue binance --replay x.gz"
                                      << "--replay";
    QTest::newRow("picture without an end") << "--screenshot x.png"
                                            << "--after";
    QTest::newRow("no time") << "--after -1"
                             << "--after";
    QTest::newRow("not a number") << "--after nan"
                                  << "--after";
    QTest::newRow("no speed") << "--speed 0"
                              << "--speed";
}

void TstCommandLine::refuses()
{
    QFETCH(QString, line);
    QFETCH(QString, where);
    const auto start = parse(line);
    QVERIFY(!start);
    QCOMPARE(start.error().code, Errc::BadUsage);
    QCOMPARE(QString::fromStdString(start.error().where), where);
}

void TstCommandLine::answersBeforeAWindow()
{
    QVERIFY(parse(QStringLiteral("--version"))->answer.startsWith(QStringLiteral("spreadline ")));
    QVERIFY(parse(QStringLiteral("--help"))->answer.contains(QStringLiteral("--screenshot")));
}

SPREADLINE_TEST(TstCommandLine)
#include "tst_command_line.moc"
