// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "program.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <cstdio>

using namespace spreadline;
using namespace spreadline::bench;

namespace {

constexpr const char* symbols = "BTCUSDT,ETHUSDT,SOLUSDT,BNBUSDT,XRPUSDT,DOGEUSDT,AVAXUSDT,LTCUSDT,LINKUSDT,ADAUSDT,"
                                "NEARUSDT,BCHUSDT,UNIUSDT,DOTUSDT,TRXUSDT,APTUSDT,ETCUSDT,AAVEUSDT,SUIUSDT,ARBUSDT";

Sample between(double early, double late)
{
    return {late, early, late};
}

QStringList watchArguments(Program& practice)
{
    const QJsonDocument address = QJsonDocument::fromJson(practice.line());
    return {QStringLiteral("watch"),
            QStringLiteral("--venue"),
            QStringLiteral("practice"),
            QStringLiteral("--symbols"),
            QString::fromLatin1(symbols),
            QStringLiteral("--for"),
            QStringLiteral("5m"),
            QStringLiteral("--rest"),
            address[QLatin1String("rest")].toString(),
            QStringLiteral("--ws"),
            address[QLatin1String("ws")].toString()};
}

void run(Report& report)
{
    int argc = 1;
    char name[] = "spreadline-bench";
    char* argv[] = {name, nullptr};
    const QCoreApplication application(argc, argv);
    for (const char* needed : {"spreadline", "spreadline-cli", "spreadline-bench-ui"}) {
        if (!Program::isBuilt(QString::fromLatin1(needed))) {
            std::fprintf(stderr, "memory: %s is not built beside this program; nothing measured\n", needed);
            return;
        }
    }
    const QTemporaryDir folder;
    Program empty(QStringLiteral("spreadline-bench-ui"), {QStringLiteral("--empty-window"), QStringLiteral("600000")});
    Program practice(QStringLiteral("spreadline-cli"), {QStringLiteral("practice")});
    Program watch(QStringLiteral("spreadline-cli"), watchArguments(practice));
    Program window(QStringLiteral("spreadline"),
                   {QStringLiteral("--practice"), QStringLiteral("--profile"), folder.path(), QStringLiteral("--size"),
                    QStringLiteral("1600x900")});
    std::vector<double> windows, watches;
    qsizetype watched = 0;
    for (int seconds = 1; seconds <= 20; ++seconds) {
        letPass(std::chrono::seconds(1));
        watched += watch.drop();
        if (seconds % 10 != 0)
            continue;
        windows.push_back(window.pssMegabytes().value_or(0));
        watches.push_back(watch.pssMegabytes().value_or(0));
    }
    const double bare = empty.pssMegabytes().value_or(0);
    if (watched < 100'000 || bare <= 0 || windows.back() <= 0 || watches.back() <= 0) {
        std::fputs("memory: a program has ended early or says nothing, or this system does not tell how much memory "
                   "one uses\n",
                   stderr);
        return;
    }
    report.add({"window and practice exchange, PSS at 10..20 s", "MB", between(windows.front(), windows.back()),
                "empty QMainWindow", between(bare, bare), windows.back() / bare, 200, Figure::Bound::ValueAtMost});
    report.add({"watch of 20 symbols, PSS at 10..20 s", "MB", between(watches.front(), watches.back()), "empty QMainWindow",
                between(bare, bare), watches.back() / bare, 40 + 20 * 0.04, Figure::Bound::ValueAtMost});
}

} // namespace

SPREADLINE_BENCH("memory", "what the window and spreadline-cli watch take after 20 s", run)
