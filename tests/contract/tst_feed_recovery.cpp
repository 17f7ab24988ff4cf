// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice_rig.h"
#include "test_main.h"

#include <QJsonArray>

#include <limits>
#include <set>

using namespace spreadline;
using namespace std::chrono_literals;
using test::PracticeRig;

/// What a feed does when connections, streams and the venue fail: it recovers, and no trade is missing or doubled afterwards.
/// Every test makes sure that its fault really happened.
class TstFeedRecovery : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLostConnectionLeavesNoHole();
    void aReplacedConnectionLeavesNoHole();
    void theVenuesOwn24HoursLeaveNoHole();
    void aShutdownNoticeLeavesNoHole();
    void aSilentChannelIsSubscribedAnewAlone();
    void aSilentTapeIsNoticedByItsBars();
    void aLostAckShowsTheChannelDown();
    void aFrozenPeerIsFound();
    void aBookGapIsSeenAndMended();
    void aTradeGapIsBackfilled();
    void theFirstTradeMeetsItsSeed();
    void aBanMeansNoRequestAtAll();
    void missedBarsComeAsHistory();
    void aSleepMakesEverythingStaleFirst();
};

namespace {

/// Every trade of the exchange between the first and the last that arrived here has arrived, once.
QString holes(PracticeRig& rig)
{
    const auto ids = rig.sink.tradesOf(rig.bitcoin);
    if (ids.size() < 2)
        return QStringLiteral("no trades");
    const std::set<std::int64_t> mine(ids.begin(), ids.end());
    for (const QJsonValue& id :
         rig.truth("trades").object()[QStringLiteral("trades")].toObject()[QStringLiteral("BTCUSDT")].toArray()) {
        const auto number = static_cast<std::int64_t>(id.toDouble());
        if (number >= ids.front() && number <= ids.back() && !mine.contains(number))
            return QStringLiteral("trade %1 is missing").arg(number);
    }
    return mine.size() == ids.size() ? QString() : QStringLiteral("a trade came twice");
}

bool moreTrades(PracticeRig& rig, std::size_t more)
{
    const std::size_t before = rig.sink.tradesOf(rig.bitcoin).size();
    return QTest::qWaitFor([&] { return rig.sink.tradesOf(rig.bitcoin).size() >= before + more; }, 20'000);
}

/// Milliseconds from the answer 418 to the next request or connection.
qint64 quietAfterBan(PracticeRig& rig)
{
    qint64 ban = 0, next = std::numeric_limits<qint64>::max();
    for (const QJsonValue& request : rig.truth("requests").object()[QStringLiteral("requests")].toArray()) {
        const qint64 at = request[QStringLiteral("sinceStartUs")].toInteger() / 1'000;
        if (request[QStringLiteral("status")].toInt() == 418)
            ban = at;
        else if (ban > 0)
            next = std::min(next, at);
    }
    for (const QJsonValue& connection : rig.truth("connections").object()[QStringLiteral("connections")].toArray()) {
        const qint64 at = connection[QStringLiteral("openedMs")].toInteger();
        if (at > ban)
            next = std::min(next, at);
    }
    return ban > 0 ? next - ban : 0;
}

} // namespace

void TstFeedRecovery::aLostConnectionLeavesNoHole()
{
    PracticeRig rig;
    QVERIFY(rig.begin());
    QVERIFY(moreTrades(rig, 5));
    const auto states = rig.sink.statesOf(rig.trades).size();
    QVERIFY(rig.fault(R"({"verb":"ws.close","match":"btcusdt@aggTrade","count":1,"code":1006})"));
    QTRY_VERIFY_WITH_TIMEOUT(rig.sink.statesOf(rig.trades).size() > states, 10'000);
    QVERIFY(rig.settle());
    QVERIFY(moreTrades(rig, 20));
    QCOMPARE(rig.fired(QStringLiteral("ws.close")), 1);
    QCOMPARE(holes(rig), QString());
    QCOMPARE(rig.sink.complaint(), std::string());
}

void TstFeedRecovery::aReplacedConnectionLeavesNoHole()
{
    PracticeRig rig;
    QVERIFY(rig.begin());
    const int before = rig.connections(false);
    const int snapshots = rig.sink.snapshotsOf(rig.bitcoin);
    rig.feed().renewConnections();
    QTRY_VERIFY_WITH_TIMEOUT(rig.connections(false) == before * 2, 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(rig.connections(true), before, 20'000);
    QVERIFY(moreTrades(rig, 20));
    QCOMPARE(holes(rig), QString());
    QCOMPARE(rig.sink.snapshotsOf(rig.bitcoin), snapshots); // the book went on without a break, too
    QCOMPARE(rig.sink.health().reconnects, 0);
    QCOMPARE(rig.sink.complaint(), std::string());
}

void TstFeedRecovery::theVenuesOwn24HoursLeaveNoHole()
{
    PracticeRig rig;
    QVERIFY(rig.begin());
    QVERIFY(rig.fault(R"({"verb":"session.24h"})"));
    QTRY_VERIFY_WITH_TIMEOUT(rig.sink.health().reconnects >= 2, 10'000);
    QVERIFY(rig.settle());
    QVERIFY(moreTrades(rig, 20));
    QCOMPARE(holes(rig), QString());
    QCOMPARE(rig.sink.complaint(), std::string());
}

void TstFeedRecovery::aShutdownNoticeLeavesNoHole()
{
    PracticeRig rig;
    QVERIFY(rig.begin());
    const int before = rig.connections(false);
    QVERIFY(rig.fault(R"({"verb":"ws.shutdown","ms":8000})"));
    QTRY_VERIFY_WITH_TIMEOUT(rig.connections(false) == before * 2, 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(rig.connections(true), before, 20'000);
    QVERIFY(moreTrades(rig, 20));
    QCOMPARE(holes(rig), QString());
    QCOMPARE(rig.sink.health().reconnects, 0); // we left before we were thrown out
}

void TstFeedRecovery::aSilentChannelIsSubscribedAnewAlone()
{
    PracticeRig rig;
    QVERIFY(rig.begin());
    QVERIFY(rig.fault(R"({"verb":"ws.mute","match":"btcusdt@depth","count":1})"));
    QElapsedTimer watch;
    watch.start();
    QTRY_COMPARE_WITH_TIMEOUT(rig.sink.stateOf(rig.book), TrustState::Stale, 5'000);
    QVERIFY2(watch.elapsed() < 4'000, qPrintable(QString::number(watch.elapsed())));
    QTRY_COMPARE_WITH_TIMEOUT(rig.sink.stateOf(rig.book), TrustState::Synced, 20'000);
    QCOMPARE(rig.fired(QStringLiteral("ws.mute")), 1);
    QCOMPARE(rig.sink.health().reconnects, 0);
    const auto tops = rig.sink.statesOf(rig.top);
    QVERIFY(std::ranges::find(tops, TrustState::Stale) == tops.end());
    QCOMPARE(rig.sink.complaint(), std::string());
}

void TstFeedRecovery::aSilentTapeIsNoticedByItsBars()
{
    PracticeRig rig;
    QVERIFY(rig.begin());
    QVERIFY(rig.fault(R"({"verb":"ws.mute","match":"btcusdt@aggTrade","count":1})"));
    QTRY_COMPARE_WITH_TIMEOUT(rig.sink.stateOf(rig.trades), TrustState::Stale, 8'000);
    QTRY_COMPARE_WITH_TIMEOUT(rig.sink.stateOf(rig.trades), TrustState::Synced, 8'000);
    QVERIFY(moreTrades(rig, 10));
    QCOMPARE(holes(rig), QString());
    QCOMPARE(rig.sink.health().reconnects, 0);
}

void TstFeedRecovery::aLostAckShowsTheChannelDown()
{
    PracticeRig rig;
    QVERIFY(rig.begin());
    QVERIFY(rig.fault(R"({"verb":"ws.suback","match":"ethusdt","how":"drop"})"));
    const Channel other{StreamKind::Trades, rig.sink.idOf("ETHUSDT"), {}};
    rig.feed().subscribe(std::vector{other});
    QTRY_COMPARE_WITH_TIMEOUT(rig.sink.reasonOf(other), Errc::Timeout, 10'000);
    QCOMPARE(rig.sink.stateOf(other), TrustState::Down);
    QCOMPARE(rig.fired(QStringLiteral("ws.suback")), 2);
    QVERIFY(rig.heal());
    QTRY_COMPARE_WITH_TIMEOUT(rig.sink.stateOf(other), TrustState::Synced, 20'000);
}

void TstFeedRecovery::aFrozenPeerIsFound()
{
    PracticeRig rig;
    QVERIFY(rig.fault(R"({"verb":"ws.nopong","count":2})")); // of the first two connections
    QVERIFY(rig.begin());
    QVERIFY(rig.fault(R"({"verb":"ws.mute","count":4})")); // each of the four streams falls silent, with its link
    QTRY_VERIFY_WITH_TIMEOUT(rig.sink.health().reconnects >= 2, 10'000);
    QCOMPARE(rig.fired(QStringLiteral("ws.nopong")), 2);
    QVERIFY(rig.heal());
    QVERIFY(QTest::qWaitFor([&] { return rig.sink.stateOf(rig.book) == TrustState::Synced; }, 20'000));
    QVERIFY(moreTrades(rig, 10));
    QCOMPARE(holes(rig), QString());
    QCOMPARE(rig.sink.complaint(), std::string());
}

void TstFeedRecovery::aBookGapIsSeenAndMended()
{
    PracticeRig rig;
    QVERIFY(rig.begin());
    QVERIFY(rig.fault(R"({"verb":"book.gap","match":"btcusdt@depth","count":1})"));
    QTRY_COMPARE_WITH_TIMEOUT(rig.sink.snapshotsOf(rig.bitcoin), 2, 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(rig.sink.stateOf(rig.book), TrustState::Synced, 10'000);
    QCOMPARE(rig.fired(QStringLiteral("book.gap")), 1);
    const auto states = rig.sink.statesOf(rig.book);
    QVERIFY(std::ranges::count(states, TrustState::Resyncing) >= 2);
    QTRY_VERIFY(rig.sink.health().gaps >= 1);
    QCOMPARE(rig.sink.complaint(), std::string());
}

void TstFeedRecovery::aTradeGapIsBackfilled()
{
    PracticeRig rig;
    QVERIFY(rig.begin());
    QVERIFY(rig.fault(R"({"verb":"trade.gap","match":"btcusdt@aggTrade","count":3})"));
    QTRY_COMPARE_WITH_TIMEOUT(rig.fired(QStringLiteral("trade.gap")), 3, 10'000);
    QVERIFY(moreTrades(rig, 20));
    QTRY_COMPARE_WITH_TIMEOUT(rig.sink.stateOf(rig.trades), TrustState::Synced, 10'000);
    QCOMPARE(holes(rig), QString());
    QCOMPARE(rig.sink.complaint(), std::string());
}

/// The subscription takes a while: what is traded between the wish and the first live trade must not be missing.
void TstFeedRecovery::theFirstTradeMeetsItsSeed()
{
    PracticeRig rig;
    QVERIFY(rig.begin());
    QVERIFY(rig.fault(R"({"verb":"ws.suback","match":"ethusdt","how":"drop","count":1})"));
    const InstrumentId ether = rig.sink.idOf("ETHUSDT");
    rig.feed().subscribe(std::vector{Channel{StreamKind::Trades, ether, {}}});
    rig.feed().requestTrades({ether, 0, 50});
    QTRY_COMPARE_WITH_TIMEOUT(rig.sink.tradeHistories().size(), std::size_t{1}, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(rig.sink.tradesOf(ether).size() > 5, 30'000);
    QCOMPARE(rig.fired(QStringLiteral("ws.suback")), 1);
    const auto seed = rig.sink.tradeHistories().front().trades;
    QVERIFY(!seed.empty() && rig.sink.tradesOf(ether).front() <= seed.back().id + 1);
    QCOMPARE(rig.sink.complaint(), std::string());
}

void TstFeedRecovery::aBanMeansNoRequestAtAll()
{
    PracticeRig rig([](LiveFeedConfig& config) { config.rest.shortHold = 1s; }); // this ban is a long one
    QVERIFY(rig.begin());
    QVERIFY(rig.fault(R"({"verb":"http.status","status":418,"retryAfter":6,"code":-1003,"msg":"banned","count":1})"));
    rig.feed().requestKlines({rig.bitcoin, Interval::time(1h), {}, {}, 10});
    QTRY_COMPARE_WITH_TIMEOUT(rig.sink.klineHistories().size(), std::size_t{1}, 10'000);
    QCOMPARE(rig.sink.klineHistories()[0].failure->code, Errc::Banned);
    rig.feed().requestKlines({rig.bitcoin, Interval::time(1h), {}, {}, 10});
    rig.feed().resyncBook(rig.bitcoin);
    QVERIFY(rig.fault(R"({"verb":"ws.close","match":"aggTrade","count":1,"code":1001})"));
    QTRY_COMPARE_WITH_TIMEOUT(rig.sink.klineHistories().size(), std::size_t{2}, 5'000);
    QCOMPARE(rig.sink.klineHistories()[1].failure->code, Errc::Banned);
    QTRY_VERIFY(rig.sink.health().bannedUntil.isKnown());
    QTRY_COMPARE_WITH_TIMEOUT(rig.sink.stateOf(rig.trades), TrustState::Down, 5'000);
    QVERIFY(rig.settle()); // when it is over, everything comes back by itself,
    QVERIFY2(quietAfterBan(rig) >= 5'900, qPrintable(QString::number(quietAfterBan(rig)))); // and nothing was sent before
}

void TstFeedRecovery::missedBarsComeAsHistory()
{
    PracticeRig rig;
    QVERIFY(rig.begin());
    const auto before = rig.sink.klineHistories().size();
    QVERIFY(rig.fault(R"({"verb":"ws.close","match":"btcusdt@kline","count":1,"code":1012})"));
    QTRY_COMPARE_WITH_TIMEOUT(rig.sink.klineHistories().size(), before + 1, 15'000);
    const KlineHistory history = rig.sink.klineHistories().back();
    QVERIFY(!history.failure && !history.klines.empty());
    QCOMPARE(history.klines.front().openTime, history.from);
    QTRY_COMPARE_WITH_TIMEOUT(rig.sink.stateOf(rig.klines), TrustState::Synced, 5'000);
}

void TstFeedRecovery::aSleepMakesEverythingStaleFirst()
{
    PracticeRig rig;
    QVERIFY(rig.begin());
    rig.clock.jump(1h);
    QTRY_VERIFY_WITH_TIMEOUT(rig.sink.health().reconnects >= 2, 5'000);
    const auto states = rig.sink.statesOf(rig.book);
    QVERIFY(std::ranges::find(states, TrustState::Stale) != states.end());
    QVERIFY(rig.settle());
    QVERIFY(moreTrades(rig, 10));
    QCOMPARE(holes(rig), QString());
    QTRY_VERIFY_WITH_TIMEOUT(rig.sink.health().clockTrusted && rig.sink.health().clockOffset < Duration(-59min), 10'000);
}

SPREADLINE_TEST(TstFeedRecovery)
#include "tst_feed_recovery.moc"
