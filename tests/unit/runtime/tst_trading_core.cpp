// SPDX-License-Identifier: GPL-3.0-or-later
#include "core_rig.h"
#include "test_main.h"

using namespace spreadline;
using namespace spreadline::test;
using namespace std::chrono_literals;

namespace {

BookSnapshot snapshot(std::int64_t id)
{
    return {first, id, minuteAt(0), {2, 3}, {{9'999, 5}, {9'998, 6}}, {{10'001, 7}, {10'002, 8}}};
}

BookDelta delta(std::int64_t previous, std::int64_t last)
{
    return {first, previous + 1, last, previous, minuteAt(0), {2, 3}, {{9'999, last}}, {}};
}

} // namespace

class TstTradingCore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void startsWithTheStore();
    void savesWhatTheVenueKnows();
    void subscribesToWhatIsWanted_data();
    void subscribesToWhatIsWanted();
    void interestWaitsForInstruments();
    void frameCarriesOnlyWhatChanged();
    void aBookGapIsNeverShownAsSynced();
    void aSilentBookGoesStale();
    void aBadSnapshotAsksAgain();
    void tapeIsBounded();
    void tickersWearTheirTrust();
    void aCrossedBookAsksForAnother();
    void tradesMoveTheBarUnderWay();
    void tradesTouchNoClosedBar();
    void sameEventsSameHash();
    void recordsInBatches();
    void aFullStoreIsOfferedAgain();
};

void TstTradingCore::startsWithTheStore()
{
    CoreRig rig;
    rig.step(Timer{Timer::Kind::Start, 0});
    QCOMPARE(rig.store.instrumentLoads, 1);
    QCOMPARE(rig.feed.starts, 0);
    rig.market(InstrumentsLoaded{twoInstruments(), Source::Store});
    QCOMPARE(rig.feed.starts, 1);
    QCOMPARE(rig.feed.knownAtStart, twoInstruments());
    QCOMPARE(rig.feed.subscribed.size(), 2U);
    QVERIFY2(rig.store.saved.empty(), "what the store knows is not saved to it");
    QCOMPARE(*rig.frame().instruments, twoInstruments());
}

void TstTradingCore::savesWhatTheVenueKnows()
{
    CoreRig rig;
    rig.begin();
    QCOMPARE(rig.store.saved, twoInstruments());
    rig.store.saved.clear();
    rig.market(InstrumentsLoaded{twoInstruments(), Source::Venue});
    QVERIFY(rig.store.saved.empty());
    QCOMPARE(rig.feed.starts, 1);
}

void TstTradingCore::subscribesToWhatIsWanted_data()
{
    QTest::addColumn<QString>("interval");
    QTest::addColumn<int>("kind");
    QTest::newRow("venue bars") << "1m" << static_cast<int>(StreamKind::Klines);
    QTest::newRow("seconds come from trades") << "1s" << static_cast<int>(StreamKind::Trades);
    QTest::newRow("tick bars, too") << "100t" << static_cast<int>(StreamKind::Trades);
    QTest::newRow("volume bars, too") << "5v" << static_cast<int>(StreamKind::Trades);
}

void TstTradingCore::subscribesToWhatIsWanted()
{
    QFETCH(QString, interval);
    QFETCH(int, kind);
    CoreRig rig;
    rig.begin();
    const Interval parsed = *parseInterval(interval.toStdString());
    rig.openChart(parsed);
    const bool isVenue = kind == static_cast<int>(StreamKind::Klines);
    const Channel wanted{static_cast<StreamKind>(kind), first, isVenue ? parsed : Interval{}};
    QVERIFY(rig.feed.subscribed.contains(wanted));
    QCOMPARE(rig.feed.subscribed.size(), 3U);
    rig.watchBook();
    QVERIFY(!rig.feed.subscribed.contains(wanted));
    QVERIFY(rig.feed.subscribed.contains({StreamKind::Book, first, {}}));
    rig.command(SetInterest{});
    QCOMPARE(rig.feed.subscribed.size(), 2U);
}

void TstTradingCore::interestWaitsForInstruments()
{
    CoreRig rig;
    rig.step(Timer{Timer::Kind::Start, 0});
    rig.openChart(minute);
    rig.market(InstrumentsLoaded{{}, Source::Store});
    QVERIFY(rig.store.klineLoads.empty());
    rig.market(InstrumentsLoaded{twoInstruments(), Source::Venue});
    QCOMPARE(rig.store.klineLoads.size(), 1U);
    QVERIFY(rig.feed.subscribed.contains({StreamKind::Klines, first, minute}));
}

void TstTradingCore::frameCarriesOnlyWhatChanged()
{
    CoreRig rig;
    rig.begin();
    const ViewBatch& all = rig.frame();
    QVERIFY(all.instruments != nullptr);
    QCOMPARE(all.tickers.size(), 2U);
    QVERIFY(all.status.has_value());
    QVERIFY2(!all.tickers[0].last.has_value(), "what is not known is not zero");
    const ViewBatch& quiet = rig.frame();
    QVERIFY(quiet.instruments == nullptr);
    QVERIFY(quiet.tickers.empty());
    QVERIFY(!quiet.status.has_value());
    rig.market(Ticker24h{InstrumentId{1}, Price::fromMantissa(5, 0), {}, {}, {}, {}, {}, 0, rig.now});
    const ViewBatch& one = rig.frame();
    QCOMPARE(one.tickers.size(), 1U);
    QCOMPARE(one.tickers[0].instrument, InstrumentId{1});
    QCOMPARE(one.frame, 3);
    rig.now = rig.now + 1s;
    QVERIFY2(rig.frame().status.has_value(), "once a second");
}

void TstTradingCore::aBookGapIsNeverShownAsSynced()
{
    CoreRig rig;
    rig.begin();
    rig.watchBook();
    QCOMPARE(rig.frame().books.front()->trust.state, TrustState::Down);
    rig.trust(StreamKind::Book, TrustState::Synced);
    QCOMPARE(rig.frame().books.front()->trust.state, TrustState::Resyncing);
    rig.market(snapshot(10));
    rig.market(delta(10, 11));
    const BookPtr book = rig.frame().books.front();
    QCOMPARE(book->trust.state, TrustState::Synced);
    QCOMPARE(book->bids.front(), (BookLevel{9'999, 11}));
    rig.market(delta(13, 14));
    QCOMPARE(rig.feed.resyncs, std::vector{first});
    ViewBatch& broken = rig.frame();
    QCOMPARE(broken.books.front()->trust.state, TrustState::Resyncing);
    QCOMPARE(broken.books.front()->trust.reason, Errc::SequenceGap);
    QCOMPARE(broken.notices.size(), 1U);
    rig.market(delta(14, 15));
    QCOMPARE(rig.feed.resyncs.size(), 1U);
    rig.market(snapshot(20));
    QCOMPARE(rig.frame().books.front()->trust.state, TrustState::Synced);
    rig.trust(StreamKind::Book, TrustState::Resyncing);
    rig.market(delta(20, 21));
    const BookPtr lost = rig.frame().books.front();
    QCOMPARE(lost->trust.state, TrustState::Resyncing);
    QCOMPARE(lost->updateId, 20);
}

void TstTradingCore::aSilentBookGoesStale()
{
    CoreRig rig;
    rig.begin();
    rig.watchBook();
    rig.trust(StreamKind::Book, TrustState::Synced);
    rig.market(snapshot(10));
    rig.now = rig.now + 4s;
    rig.tick();
    QCOMPARE(rig.frame().books.front()->trust.state, TrustState::Synced);
    rig.now = rig.now + 2s;
    rig.tick();
    QCOMPARE(rig.frame().books.front()->trust.state, TrustState::Stale);
    rig.market(delta(10, 11));
    QCOMPARE(rig.frame().books.front()->trust.state, TrustState::Synced);
}

void TstTradingCore::aBadSnapshotAsksAgain()
{
    CoreRig rig;
    rig.begin();
    rig.watchBook();
    rig.trust(StreamKind::Book, TrustState::Synced);
    BookSnapshot bad = snapshot(10);
    bad.bids[0].price = -1;
    rig.market(bad);
    QCOMPARE(rig.feed.resyncs.size(), 1U);
    QCOMPARE(rig.frame().books.front()->trust.reason, Errc::BadNumber);
    rig.command(ResyncBook{first});
    QCOMPARE(rig.feed.resyncs.size(), 2U);
}

void TstTradingCore::tapeIsBounded()
{
    CoreRig rig;
    rig.begin();
    rig.watchTape();
    QCOMPARE(rig.store.tradeLoads, std::vector{first});
    QCOMPARE(rig.feed.tradeRequests.size(), 1U);
    for (int id = 1; id <= 3; ++id)
        rig.market(tradeAt(id, rig.now));
    const TapeUpdate& whole = rig.frame().tapes.front();
    QVERIFY(whole.reset);
    QCOMPARE(whole.trades.size(), 3U);
    QVERIFY2(rig.frame().tapes.empty(), "nothing new");
    for (int id = 4; id <= 1'003; ++id)
        rig.market(tradeAt(id, rig.now));
    const TapeUpdate& burst = rig.frame().tapes.front();
    QVERIFY(!burst.reset);
    QCOMPARE(burst.trades.size(), ViewBuilder::tapeRowsAFrame);
    QCOMPARE(burst.trades.back().id, 1'003);
    QCOMPARE(burst.skipped, 800);
    rig.market(TradeHistory{first, {tradeAt(0, rig.now)}, Source::Venue, {}});
    QVERIFY2(rig.frame().tapes.front().reset, "older trades start the tape over");
}

void TstTradingCore::tickersWearTheirTrust()
{
    CoreRig rig;
    rig.begin();
    rig.market(ChannelTrust{{StreamKind::Ticker, allInstruments, {}}, {TrustState::Synced, {}, rig.now, rig.now}});
    QCOMPARE(rig.frame().tickers.size(), 2U);
    QCOMPARE(rig.batches.back()->tickers[0].trust.state, TrustState::Down); // its mark price and funding are not there yet
    rig.market(ChannelTrust{{StreamKind::MarkPrice, allInstruments, {}}, {TrustState::Synced, {}, rig.now, rig.now}});
    QCOMPARE(rig.frame().tickers[0].trust.state, TrustState::Synced);
    rig.now = rig.now + 11s;
    rig.tick();
    QCOMPARE(rig.frame().tickers[0].trust.state, TrustState::Stale);
    rig.market(Ticker24h{first, Price::fromMantissa(5, 0), {}, {}, {}, {}, {}, 0, rig.now});
    QCOMPARE(rig.frame().tickers[0].trust.state, TrustState::Stale);
    rig.market(MarkPrice{first, Price::fromMantissa(5, 0), Price::fromMantissa(5, 0), {}, {}, rig.now});
    QCOMPARE(rig.frame().tickers[0].trust.state, TrustState::Synced);
}

void TstTradingCore::aCrossedBookAsksForAnother()
{
    CoreRig rig;
    rig.begin();
    rig.watchBook();
    rig.trust(StreamKind::Book, TrustState::Synced);
    rig.market(snapshot(10));
    const auto crossing = [](std::int64_t previous, std::int64_t bid) {
        return BookDelta{first, previous + 1, previous + 1, previous, minuteAt(0), {2, 3}, {{bid, 1}}, {}};
    };
    rig.market(crossing(10, 10'005));
    QVERIFY2(rig.feed.resyncs.empty(), "one update may cross: the other side's half comes next");
    QCOMPARE(rig.frame().books.front()->trust.reason, Errc::CrossedBook); // borne, but not shown as good
    rig.market(crossing(11, 10'006));
    QCOMPARE(rig.feed.resyncs, std::vector{first});
    const BookPtr crossed = rig.frame().books.front();
    QCOMPARE(crossed->trust.state, TrustState::Resyncing);
    QCOMPARE(crossed->trust.reason, Errc::CrossedBook);
    rig.market(crossing(12, 10'007));
    QCOMPARE(rig.feed.resyncs.size(), 1U);
    rig.market(snapshot(20));
    QCOMPARE(rig.frame().books.front()->trust.state, TrustState::Synced);
}

/// A recording: the venue's clock stands years before ours, which the feed finds out a little later than the first trades come.
void TstTradingCore::tradesMoveTheBarUnderWay()
{
    CoreRig rig;
    rig.begin();
    ViewInterest interest;
    interest.charts = {{ChartId{1}, first, minute, 10}};
    interest.tapes = {first};
    rig.command(SetInterest{interest});
    rig.trust(StreamKind::Trades, TrustState::Synced);
    rig.answerStore(bars(-3, -1));
    rig.market(KlineUpdate{first, minute, bar(0, 10'000, false, 1)});
    (void)rig.frame();
    const auto shown = [&rig] { return rig.frame().charts.front().bars.back(); };
    rig.market(tradeAt(1, minuteAt(0) + 1s, 10'300));
    rig.market(tradeAt(2, minuteAt(0) + 2s, 9'900));
    const Kline moved = shown();
    QCOMPARE(moved.high, Price::fromMantissa(10'300, 2));
    QCOMPARE(moved.low, Price::fromMantissa(9'900, 2));
    QCOMPARE(moved.close, Price::fromMantissa(9'900, 2));
    QCOMPARE(moved.trades, 1);
    QCOMPARE(rig.series().bars().back(), bar(0, 10'000, false, 1));   // the model is the venue's
    rig.market(KlineUpdate{first, minute, bar(0, 10'000, false, 7)}); // an older price with newer totals
    QCOMPARE(shown().trades, 7);
    rig.market(tradeAt(3, minuteAt(0) + 3s, 10'100));
    QCOMPARE(shown().close, Price::fromMantissa(10'100, 2));
    rig.market(tradeAt(4, minuteAt(1), 20'000));
    const auto updates = rig.frame().charts;
    QVERIFY2(updates.empty(), "a bar opens when the venue says so");
    interest.tapes.clear(); // nobody tells of trades any more: the venue's bar is all there is
    rig.command(SetInterest{interest});
    rig.market(KlineUpdate{first, minute, bar(0, 9'950, false, 9)});
    QCOMPARE(shown().close, Price::fromMantissa(9'950, 2));
}

void TstTradingCore::tradesTouchNoClosedBar()
{
    CoreRig rig;
    rig.begin();
    ViewInterest interest;
    interest.charts = {{ChartId{1}, first, minute, 10}};
    interest.tapes = {first};
    rig.command(SetInterest{interest});
    rig.trust(StreamKind::Trades, TrustState::Synced);
    rig.answerStore(bars(-3, -1));
    rig.market(KlineUpdate{first, minute, bar(0, 10'000, false, 1)});
    rig.market(tradeAt(1, minuteAt(0) + 1s, 10'300));
    rig.market(KlineUpdate{first, minute, bar(0, 10'000, true, 9)});
    rig.market(tradeAt(2, minuteAt(0) + 59s, 10'900));
    QCOMPARE(rig.frame().charts.front().bars.back(), bar(0, 10'000, true, 9));
    rig.market(KlineUpdate{first, minute, bar(1, 10'000, false, 1)});
    QCOMPARE(rig.frame().charts.front().bars.back(), bar(1, 10'000, false, 1));
}

void TstTradingCore::sameEventsSameHash()
{
    const auto play = [](CoreRig& rig) {
        rig.begin();
        ViewInterest interest;
        interest.charts = {{ChartId{1}, first, minute, 10}, {ChartId{2}, first, Interval::time(1s), 10}};
        interest.books = {{first, 10, 1}};
        rig.command(SetInterest{interest});
        rig.answerStore(bars(-5, -1));
        rig.trust(StreamKind::Book, TrustState::Synced);
        rig.market(snapshot(10));
        for (int i = 0; i < 500; ++i) {
            rig.now = rig.now + 137ms;
            rig.market(tradeAt(i + 1, rig.now, 10'000 + i % 17));
            rig.market(delta(10 + i, 11 + i));
            rig.market(KlineUpdate{first, minute, bar(i / 400, 10'000 + i, false, i + 1)});
            if (i % 2 == 0)
                rig.tick();
        }
    };
    CoreRig one;
    CoreRig two;
    play(one);
    play(two);
    QCOMPARE(one.core.stateHash(), two.core.stateHash());
    two.store.accepts = false;
    two.frame();
    one.now = two.now;
    QCOMPARE(one.core.stateHash(), two.core.stateHash());
    two.market(tradeAt(501, two.now));
    QVERIFY(one.core.stateHash() != two.core.stateHash());
}

void TstTradingCore::recordsInBatches()
{
    CoreRig rig;
    rig.begin();
    ViewInterest interest;
    interest.books = {{first, 10, 1}};
    interest.tapes = {first};
    rig.command(SetInterest{interest});
    rig.trust(StreamKind::Book, TrustState::Synced);
    rig.market(snapshot(10));
    rig.now = rig.now + 6s;
    rig.market(delta(10, 11));
    rig.market(tradeAt(1, rig.now));
    rig.tick();
    QCOMPARE(rig.store.rowsOf<TradeRow>().size(), 1U);
    QCOMPARE(rig.store.rowsOf<BookSampleRow>().size(), 1U);
    QCOMPARE(rig.store.rowsOf<BookSampleRow>().front().book.bids.front(), (BookLevel{9'999, 11}));
}

void TstTradingCore::aFullStoreIsOfferedAgain()
{
    CoreRig rig;
    rig.begin();
    rig.watchTape();
    rig.store.accepts = false;
    rig.market(tradeAt(1, rig.now));
    rig.now = rig.now + 2s;
    rig.tick();
    QVERIFY(rig.store.rows.empty());
    rig.store.accepts = true;
    rig.now = rig.now + 2s;
    rig.tick();
    QCOMPARE(rig.store.rowsOf<TradeRow>().size(), 1U);
}

SPREADLINE_TEST(TstTradingCore)
#include "tst_trading_core.moc"
