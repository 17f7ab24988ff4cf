// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault_case.h"

#include "test_main.h"

using namespace spreadline;
using namespace spreadline::faults;
using namespace std::chrono_literals;

/// Section A of the fault catalogue: connections and frames.
class TstFaultsA : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void survives_data();
    void survives();
    void aFaultThatNeverHappensFailsItsCase();
};

namespace {

std::vector<FaultCase> frames()
{
    std::vector<FaultCase> cases;
    cases.push_back({.id = QStringLiteral("A01"), .title = QStringLiteral("one depth frame dropped"), .faults = R"({"verb":"ws.drop","match":"btcusdt@depth","n":1})",
                     .verb = QStringLiteral("ws.drop")});
    return cases;
}

const std::vector<FaultCase>& catalogue()
{
    static const std::vector<FaultCase> cases = frames();
    return cases;
}

} // namespace

void TstFaultsA::survives_data()
{
    QTest::addColumn<int>("row");
    for (std::size_t i = 0; i < catalogue().size(); ++i)
        QTest::newRow(qPrintable(catalogue()[i].id + QLatin1Char(' ') + catalogue()[i].title)) << static_cast<int>(i);
}

void TstFaultsA::survives()
{
    QFETCH(int, row);
    QCOMPARE(run(catalogue()[static_cast<std::size_t>(row)]).join(QLatin1Char('\n')), QString());
}

void TstFaultsA::aFaultThatNeverHappensFailsItsCase()
{
    FaultCase dead;
    dead.faults = R"({"verb":"ws.drop","match":"no such stream"})";
    dead.verb = QStringLiteral("ws.drop");
    dead.firesWithin = 1s;
    const QStringList wrong = run(dead);
    QCOMPARE(wrong.size(), 1);
    QVERIFY2(wrong.front().contains(QStringLiteral("proves nothing")), qPrintable(wrong.front()));
}

SPREADLINE_TEST(TstFaultsA)
#include "tst_faults_a.moc"
