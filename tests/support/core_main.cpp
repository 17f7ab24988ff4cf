// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

namespace spreadline::test {
int runAll(int argc, char** argv);
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("spreadline-test"));
    return spreadline::test::runAll(argc, argv);
}
