// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTest/QtTest>

#include <functional>
#include <memory>

namespace spreadline::test {

/// Adds a Qt Test class to this executable's list; main() runs them in turn. Used through SPREADLINE_TEST.
bool add(std::function<std::unique_ptr<QObject>()> make);

/// The folder tests/data, and the shared data folder ("" where there is none: the test then skips and says so).
QString dataFile(const QString& name);
QString sharedFile(const QString& name);

} // namespace spreadline::test

/// At the end of a tst_ file, before its .moc include: registers the class.
#define SPREADLINE_TEST(Class) \
    static const bool registered##Class = spreadline::test::add([] { return std::make_unique<Class>(); });
