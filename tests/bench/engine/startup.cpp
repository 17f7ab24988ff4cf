// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "program.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <cstdio>
#include <optional>

using namespace spreadline;
using namespace spreadline::bench;

namespace {

constexpr int rounds = 7;

struct Start {
    double painted = 0, firstChart = 0; ///< ms after the program was started
};

/// When the window system was given the first picture: Qt says so when asked, and the program's log has the time.
std::optional<double> firstFlush(const QString& logFile)
{
    QFile file(logFile);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        if (line.contains("qt: Flushing"))
            return static_cast<double>(
                QDateTime::fromString(QString::fromLatin1(line.left(24)), Qt::ISODateWithMs).toMSecsSinceEpoch());
    }
    return std::nullopt;
}

/// One start of the real program in a new profile, with the practice exchange inside.
std::optional<Start> startWindow()
{
    const QTemporaryDir folder;
    const QString summary = folder.filePath(QStringLiteral("summary.json"));
    Program window(QStringLiteral("spreadline"),
                   {QStringLiteral("--practice"), QStringLiteral("--profile"), folder.path(), QStringLiteral("--size"),
                    QStringLiteral("1600x900"), QStringLiteral("--after"), QStringLiteral("1.5"), QStringLiteral("--summary"),
                    summary},
                   {QStringLiteral("QT_LOGGING_RULES=qt.widgets.painting.info=true")});
    const bool isWell = window.finished();
    const auto painted = firstFlush(folder.filePath(QStringLiteral("logs/spreadline.log")));
    QFile file(summary);
    if (!isWell || !painted || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonDocument told = QJsonDocument::fromJson(file.readAll());
    const double bars = told[QLatin1String("first_bars_ms")].toDouble(-1);
    if (bars < 0)
        return std::nullopt;
    // The summary's clock began `seconds` before it was written.
    const double began = static_cast<double>(QFileInfo(summary).lastModified().toMSecsSinceEpoch())
        - told[QLatin1String("seconds")].toDouble() * 1e3;
    return Start{*painted - window.startedAt(), began + bars - window.startedAt()};
}

double startEmptyWindow()
{
    Program window(QStringLiteral("spreadline-bench-ui"), {QStringLiteral("--empty-window"), QStringLiteral("0")});
    window.line();
    return wallMillis() - window.startedAt();
}

void run(Report& report)
{
    int argc = 1;
    char name[] = "spreadline-bench";
    char* argv[] = {name, nullptr};
    const QCoreApplication application(argc, argv);
    if (!Program::isBuilt(QStringLiteral("spreadline")) || !Program::isBuilt(QStringLiteral("spreadline-bench-ui"))) {
        std::fputs("startup: spreadline and spreadline-bench-ui are not built beside this program; nothing measured\n", stderr);
        return;
    }
    std::vector<double> painted, charts, empty, ratios;
    for (int round = 0; round < rounds; ++round) {
        const auto start = startWindow();
        if (!start) {
            std::fputs("startup: the window did not start, or showed no chart within its time\n", stderr);
            continue;
        }
        empty.push_back(startEmptyWindow());
        painted.push_back(start->painted);
        charts.push_back(start->firstChart);
        ratios.push_back(start->painted / empty.back());
    }
    report.add({"start to window painted", "ms", summarize(painted), "empty QMainWindow", summarize(empty),
                summarize(ratios).median, painted.empty() ? -1.0 : 500.0, Figure::Bound::ValueAtMost});
    report.add({"start to first chart, new profile",
                "ms",
                summarize(charts),
                "",
                {},
                0,
                charts.empty() ? -1.0 : 2'000.0,
                Figure::Bound::ValueAtMost});
}

} // namespace

SPREADLINE_BENCH("startup", "the window program from its start to the first chart", run)
