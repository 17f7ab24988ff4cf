// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "empty_window.h"
#include "engine/program.h"
#include "full_window.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <cstdio>

using namespace spreadline::bench;

namespace {

void run(Report& report)
{
    const QString self = QStringLiteral("spreadline-bench-ui");
    const QTemporaryDir folder;
    Program empty(self, {QString::fromLatin1(emptyWindowArgument), QStringLiteral("600000")});
    Program window(self, {QString::fromLatin1(fullWindowArgument), folder.path()});
    if (empty.line() != "painted" || window.line() != "filled")
        return void(std::fputs("memory: the window did not fill within half a minute; nothing measured\n", stderr));
    letPass(std::chrono::seconds(20)); // tapes and caches fill up
    const double filled = window.pssMegabytes().value_or(0);
    letPass(std::chrono::seconds(20));
    const double later = window.pssMegabytes().value_or(0), bare = empty.pssMegabytes().value_or(0);
    if (filled <= 0 || later <= 0 || bare <= 0)
        return void(std::fputs("memory: this system does not tell how much memory a program uses\n", stderr));
    report.add({"20 books, 4 charts, practice exchange, PSS",
                "MB",
                {later, filled, later},
                "empty QMainWindow",
                {bare, bare, bare},
                later / bare,
                200,
                Figure::Bound::ValueAtMost});
    report.add({"the same, 20 s later",
                "MB",
                {later, filled, later},
                "20 s after it was filled",
                {filled, filled, filled},
                later / filled,
                1.10,
                Figure::Bound::RatioAtMost});
}

} // namespace

SPREADLINE_BENCH("window-memory", "what the window takes with twenty order books and four charts", run)
