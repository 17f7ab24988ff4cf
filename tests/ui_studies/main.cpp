// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/fonts.h"

#include <QApplication>

namespace spreadline::test {
int runAll(int argc, char** argv);
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("spreadline-test"));
    spreadline::loadFonts();
    return spreadline::test::runAll(argc, argv);
}
