// SPDX-License-Identifier: GPL-3.0-or-later
#include "section_a.h"

#include "test_main.h"

using namespace spreadline;
using namespace spreadline::faults;
using namespace std::chrono_literals;

/// Section A of the fault catalogue: connections and frames. And the judge itself: a dead fault and a faulty program must not pass.
class TstFaultsA : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void survives_data();
    void survives();
    void aFaultThatNeverHappensFailsItsCase();
    void aFaultyProgramFailsItsCase_data();
    void aFaultyProgramFailsItsCase();

private:
    std::vector<FaultCase> m_rows;
};

namespace {

/// Swallows or changes the n-th event of a kind, or all from there on.
template<typename Event>
MarketTap::Mutant spoil(int nth, std::function<bool(Event&)> how, bool allLater = false)
{
    return [left = std::make_shared<int>(nth), how, allLater](MarketEvent& event) {
        auto* mine = std::get_if<Event>(&event);
        if (!mine || --*left > 0 || (*left < 0 && !allLater))
            return true;
        return how(*mine);
    };
}

} // namespace

void TstFaultsA::survives_data()
{
    m_rows.clear();
    for (auto* part : {&spoiltFrames, &lostConnections, &hardStarts})
        std::ranges::move((*part)(), std::back_inserter(m_rows));
    addRows(m_rows);
}

void TstFaultsA::survives()
{
    QFETCH(int, row);
    QCOMPARE(run(m_rows[static_cast<std::size_t>(row)]).join(QLatin1Char('\n')), QString());
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

void TstFaultsA::aFaultyProgramFailsItsCase_data()
{
    QTest::addColumn<MarketTap::Mutant>("mutant");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("swallows a book change") << spoil<BookDelta>(8, [](BookDelta&) { return false; }) << QStringLiteral("does not continue");
    QTest::newRow("reads a quantity wrong") << spoil<BookDelta>(8, [](BookDelta& delta) {
        for (auto* side : {&delta.bids, &delta.asks}) {
            for (BookLevel& level : *side)
                level.quantity += 1;
        }
        return true;
    }, true) << QStringLiteral("is not the venue's");
    QTest::newRow("loses a trade") << spoil<Trade>(5, [](Trade&) { return false; }) << QStringLiteral("a hole before trade");
    QTest::newRow("says Synced too early") << spoil<ChannelTrust>(1, [](ChannelTrust& trust) {
        trust = {{StreamKind::Book, InstrumentId{0}, {}}, {TrustState::Synced, Errc::Internal, trust.trust.since, trust.trust.lastData}};
        return true;
    }) << QStringLiteral("without a snapshot");
}

void TstFaultsA::aFaultyProgramFailsItsCase()
{
    QFETCH(MarketTap::Mutant, mutant);
    QFETCH(QString, complaint);
    FaultCase faultCase;
    faultCase.faults = R"({"verb":"ws.drop","match":"ethusdt@aggTrade","n":1})";
    faultCase.verb = QStringLiteral("ws.drop");
    faultCase.rig.mutant = mutant;
    faultCase.convergesWithin = 3s;
    const QString wrong = run(faultCase).join(QLatin1Char('\n'));
    QVERIFY2(wrong.contains(complaint), qPrintable(wrong));
}

SPREADLINE_TEST(TstFaultsA)
#include "tst_faults_a.moc"
