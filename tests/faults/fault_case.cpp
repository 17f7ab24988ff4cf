// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault_case.h"

#include <QtTest/QtTest>

namespace spreadline::faults {
namespace {

std::int64_t firedSoFar(const FaultCase& faultCase, FaultRig& rig)
{
    return faultCase.fired ? faultCase.fired(rig) : rig.truth().fired(faultCase.verb);
}

QString perform(const FaultCase::Step& step, FaultRig& rig)
{
    return step ? step(rig) : QString();
}

/// The fault comes on, happens, and shows what it must show.
QStringList suffer(const FaultCase& faultCase, FaultRig& rig)
{
    QStringList wrong;
    const std::int64_t before = faultCase.before ? 0 : firedSoFar(faultCase, rig);
    if (!faultCase.faults.isEmpty() && !rig.truth().fault(faultCase.faults))
        wrong << QStringLiteral("the exchange refused the fault");
    wrong << perform(faultCase.act, rig);
    const bool happened =
        rig.waitFor([&] { return firedSoFar(faultCase, rig) - before >= faultCase.atLeast; }, faultCase.firesWithin);
    if (!happened)
        wrong << QStringLiteral("the fault happened %1 times of %2: the case proves nothing")
                     .arg(firedSoFar(faultCase, rig) - before)
                     .arg(faultCase.atLeast);
    else
        wrong << perform(faultCase.during, rig);
    wrong.removeAll(QString());
    return wrong;
}

} // namespace

QStringList run(const FaultCase& faultCase)
{
    FaultRig rig(faultCase.rig);
    QStringList wrong{perform(faultCase.before, rig)};
    if (!rig.begin())
        return {QStringLiteral("the workload did not come up")};
    wrong << suffer(faultCase, rig);
    rig.heal();
    const auto healed = MarketTap::Clock::now();
    QStringList differences;
    const auto agrees = [&] {
        differences = rig.differences(healed);
        return differences.isEmpty();
    };
    if (faultCase.convergesWithin > std::chrono::milliseconds(0) && !rig.waitFor(agrees, faultCase.convergesWithin))
        wrong << QStringLiteral("%1 ms after the healing:").arg(faultCase.convergesWithin.count()) << differences;
    wrong << rig.violations() << perform(faultCase.after, rig);
    wrong.removeAll(QString());
    return wrong;
}

void addRows(const std::vector<FaultCase>& cases)
{
    QTest::addColumn<int>("row");
    for (std::size_t i = 0; i < cases.size(); ++i)
        QTest::newRow(qPrintable(cases[i].id + QLatin1Char(' ') + cases[i].title)) << static_cast<int>(i);
}

} // namespace spreadline::faults
