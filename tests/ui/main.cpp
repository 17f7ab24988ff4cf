// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/fonts.h"

#include <QApplication>
#include <QLocale>

namespace spreadline::test {
int runAll(int argc, char** argv);
}

/// Tests of widgets need a QApplication instead of the QCoreApplication of tests/support, with the program's own font.
int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("spreadline-test"));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    spreadline::loadFonts();
    return spreadline::test::runAll(argc, argv);
}
