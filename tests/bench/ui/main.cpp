// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "empty_window.h"
#include "full_window.h"
#include "style/fonts.h"

#include <QApplication>

#include <cstring>

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) // figures are those of the painting, not of a window system
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (argc == 3 && std::strcmp(argv[1], spreadline::bench::emptyWindowArgument) == 0)
        return spreadline::bench::showEmptyWindow(argc, argv);
    if (argc == 3 && std::strcmp(argv[1], spreadline::bench::fullWindowArgument) == 0)
        return spreadline::bench::showFullWindow(argc, argv);
    QApplication application(argc, argv);
    spreadline::loadFonts();
    return spreadline::bench::runBenches(argc, argv);
}
