// SPDX-License-Identifier: GPL-3.0-or-later
#include "section_a.h"

#include "test_main.h"

#include <QRegularExpression>

#include <atomic>

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

using Switch = std::shared_ptr<std::atomic<int>>;

/// Swallows or changes events of a kind, as many as the switch says.
template<typename Event>
MarketTap::Mutant spoil(const Switch& left, std::function<bool(Event&)> how)
{
    return [left, how](MarketEvent& event) {
        auto* mine = std::get_if<Event>(&event);
        return !mine || *left <= 0 || (--*left, how(*mine));
    };
}

bool misreadQuantities(BookDelta& delta)
{
    for (auto* side : {&delta.bids, &delta.asks}) {
        for (BookLevel& level : *side)
            level.quantity += level.quantity > 0 ? 1 : 0;
    }
    return true;
}

bool claimSynced(ChannelTrust& trust)
{
    trust.channel = {StreamKind::Book, InstrumentId{0}, {}};
    trust.trust.state = TrustState::Synced;
    return true;
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
    QTest::addColumn<Switch>("left");
    QTest::addColumn<MarketTap::Mutant>("mutant");
    QTest::addColumn<int>("times");
    QTest::addColumn<bool>("atOnce");
    QTest::addColumn<QString>("complaint");
    const auto row = [](const char* name, auto make, int times, bool atOnce, const char* complaint) {
        const auto left = std::make_shared<std::atomic<int>>(0);
        QTest::newRow(name) << left << MarketTap::Mutant(make(left)) << times << atOnce << QString::fromLatin1(complaint);
    };
    row(
        "swallows a book change", [](const Switch& left) { return spoil<BookDelta>(left, [](BookDelta&) { return false; }); }, 1,
        false, "does not continue");
    row(
        "reads quantities wrong", [](const Switch& left) { return spoil<BookDelta>(left, misreadQuantities); }, 1'000, false,
        "is not the venue's");
    row(
        "loses a trade", [](const Switch& left) { return spoil<Trade>(left, [](Trade&) { return false; }); }, 1, false,
        "a hole before trade|trade \\d+ is missing"); // the second when none came after it in time
    row(
        "says Synced too early", [](const Switch& left) { return spoil<ChannelTrust>(left, claimSynced); }, 1, true,
        "without a snapshot");
}

void TstFaultsA::aFaultyProgramFailsItsCase()
{
    QFETCH(Switch, left);
    QFETCH(MarketTap::Mutant, mutant);
    QFETCH(int, times);
    QFETCH(bool, atOnce);
    QFETCH(QString, complaint);
    FaultCase faultCase;
    faultCase.faults = R"({"verb":"ws.drop","match":"ethusdt@aggTrade","n":1})";
    faultCase.verb = QStringLiteral("ws.drop");
    faultCase.rig.mutant = mutant;
    const FaultCase::Step turnOn = [left, times](FaultRig&) {
        *left = times;
        return QString();
    };
    (atOnce ? faultCase.before : faultCase.act) = turnOn;
    faultCase.convergesWithin = 3s;
    const QString wrong = run(faultCase).join(QLatin1Char('\n'));
    QVERIFY2(wrong.contains(QRegularExpression(complaint)), qPrintable(wrong));
}

SPREADLINE_TEST(TstFaultsA)
#include "tst_faults_a.moc"
