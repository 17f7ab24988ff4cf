// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_main.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <vector>

namespace spreadline::test {
namespace {

std::vector<std::function<std::unique_ptr<QObject>()>>& classes()
{
    static std::vector<std::function<std::unique_ptr<QObject>()>> list;
    return list;
}

} // namespace

bool add(std::function<std::unique_ptr<QObject>()> make)
{
    classes().push_back(std::move(make));
    return true;
}

QString dataFile(const QString& name)
{
    return qEnvironmentVariable("SPREADLINE_TEST_DATA") + QLatin1Char('/') + name;
}

QString sharedFile(const QString& name)
{
    const QDir shared(qEnvironmentVariable("SPREADLINE_SOURCE_DIR") + QStringLiteral("/../shared"));
    return shared.exists(name) ? shared.absoluteFilePath(name) : QString();
}

int runAll(int argc, char** argv)
{
    int failures = 0;
    for (const auto& make : classes())
        failures += QTest::qExec(make().get(), argc, argv);
    return failures == 0 ? 0 : 1;
}

} // namespace spreadline::test
