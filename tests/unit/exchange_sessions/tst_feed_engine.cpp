// SPDX-License-Identifier: GPL-3.0-or-later
#include "scripted_venue.h"
#include "test_main.h"

#include "exchange/feed_requests.h"
#include "exchange/system_random.h"

using namespace spreadline;
using namespace std::chrono_literals;
using test::ScriptedVenue;

/// What a feed makes of a venue that says what no venue should.
class TstFeedEngine : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLoneOddTradeIdIsRefused();
    void aHoleThatNobodyFillsStaysPartial();
    void theTapeFollowsACountThatBeganAnew();
    void whatHasNotHappenedYetIsRefused_data();
    void whatHasNotHappenedYetIsRefused();
    void aDayIsAllowedBeforeTheClockIsTrusted();
    void historyOfTheFutureIsRefused();
    void theSeedEndsAtTheFirstTrade();
    void aSeedThatLagsIsMended();
    void aSeedThatNeverMeetsIsDeliveredAsItIs();
    void aQuietMarketIsSeededAllTheSame();
    void aSeedWithoutAStreamIsAnswered();
    void missedBarsAreFetchedPageByPage();
    void aJammedFeedStopsListening();
    void aSlowCoreIsNotReconnectedForAllTheTime();
    void aRequestIsAnsweredWhenItsInstrumentIsGone();
    void whatComesLateIsStaleThoughTheLinkAnswers();
};

namespace {

using Ids = std::vector<std::int64_t>;
constexpr Channel minutes{StreamKind::Klines, ScriptedVenue::bitcoin, Interval::time(1min)};

Ids idsOf(const TradeHistory& history)
{
    Ids ids;
    for (const Trade& trade : history.trades)
        ids.push_back(trade.id);
    return ids;
}

} // namespace

void TstFeedEngine::aLoneOddTradeIdIsRefused()
{
    ScriptedVenue venue;
    QVERIFY(venue.begin());
    QVERIFY(venue.listen(ScriptedVenue::trades));
    venue.trade(100, -50);
    venue.trade(101, -40);
    venue.trade(1'000'000'000'000, -30);
    venue.trade(102, -20);
    venue.trade(103, -10);
    QTRY_COMPARE(venue.sink.tradesOf(ScriptedVenue::bitcoin), (Ids{100, 101, 102, 103}));
    QTRY_COMPARE(venue.sink.rejected(), 1);
    QTRY_COMPARE(venue.sink.health().rejected, 1);
    QCOMPARE(venue.sink.stateOf(ScriptedVenue::trades), TrustState::Synced);
    QCOMPARE(venue.asked("aggTrades"), 0); // nothing is missing
    QCOMPARE(venue.sink.complaint(), std::string());
}

void TstFeedEngine::aHoleThatNobodyFillsStaysPartial()
{
    ScriptedVenue venue;
    QVERIFY(venue.begin());
    QVERIFY(venue.listen(ScriptedVenue::trades));
    for (const int id : {1, 2, 5})
        venue.trade(id, id - 100);
    QTRY_COMPARE(venue.asked("fromId=3"), 3); // in vain: the hole is given up
    venue.feed->requestTrades({ScriptedVenue::bitcoin, 7, 5});
    QTRY_COMPARE(venue.sink.tradeHistories().size(), std::size_t{1});         // answered after them
    QCOMPARE(venue.sink.stateOf(ScriptedVenue::trades), TrustState::Partial); // 3 and 4 are missing, and 5 is held back
    QCOMPARE(venue.sink.tradesOf(ScriptedVenue::bitcoin), (Ids{1, 2}));
    venue.trade(6, -90);
    QTRY_COMPARE(venue.sink.tradesOf(ScriptedVenue::bitcoin), (Ids{1, 2, 5, 6}));
    const auto states = venue.sink.statesOf(ScriptedVenue::trades);
    const auto partial = std::ranges::find(states, TrustState::Partial);
    QVERIFY(std::find(partial, states.end(), TrustState::Synced) == states.end());
    QCOMPARE(venue.sink.complaint(), std::string());
}

void TstFeedEngine::theTapeFollowsACountThatBeganAnew()
{
    ScriptedVenue venue;
    QVERIFY(venue.begin());
    QVERIFY(venue.listen(ScriptedVenue::trades));
    venue.trade(5'000, -3'000);
    venue.trade(5'001, -2'900);
    QTRY_COMPARE(venue.sink.tradesOf(ScriptedVenue::bitcoin).size(), std::size_t{2});
    for (const int id : {1, 2, 3})
        venue.trade(id, id - 100);
    QTRY_COMPARE(venue.sink.tradesOf(ScriptedVenue::bitcoin), (Ids{5'000, 5'001, 1, 2, 3}));
    QCOMPARE(venue.sink.stateOf(ScriptedVenue::trades), TrustState::Partial); // what was missed in between nobody can tell
    QCOMPARE(venue.sink.rejected(), 0);
}

void TstFeedEngine::whatHasNotHappenedYetIsRefused_data()
{
    QTest::addColumn<StreamKind>("kind");
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArray>("data"); // NOW: an hour from now; BAR: a minute of then
    QTest::newRow("trade") << StreamKind::Trades << QByteArray("btcusdt@aggTrade")
                           << QByteArray(
                                  R"({"e":"aggTrade","E":NOW,"s":"BTCUSDT","a":7,"p":"1","q":"1","f":1,"l":1,"T":NOW,"m":true})");
    QTest::newRow("top") << StreamKind::BookTop << QByteArray("btcusdt@bookTicker")
                         << QByteArray(
                                R"({"e":"bookTicker","u":4,"E":NOW,"T":NOW,"s":"BTCUSDT","b":"1","B":"1","a":"2","A":"1"})");
    QTest::newRow("mark") << StreamKind::MarkPrice << QByteArray("btcusdt@markPrice@1s")
                          << QByteArray(
                                 R"({"e":"markPriceUpdate","E":NOW,"s":"BTCUSDT","p":"1","i":"1","P":"1","r":"0","T":NOW})");
    QTest::newRow("ticker") << StreamKind::Ticker << QByteArray("btcusdt@ticker")
                            << QByteArray(R"({"e":"24hrTicker","E":NOW,"s":"BTCUSDT","c":"1","o":"1","h":"1","l":"1","v":"1",)"
                                          R"("q":"1","O":1,"C":NOW,"n":9})");
    QTest::newRow("bar") << StreamKind::Klines << QByteArray("btcusdt@kline_1m")
                         << QByteArray(
                                R"({"e":"kline","E":NOW,"s":"BTCUSDT","k":{"t":BAR,"T":END,"s":"BTCUSDT","i":"1m","o":"6",)"
                                R"("c":"6","h":"6","l":"6","v":"1","n":2,"x":false,"q":"6","V":"1","Q":"6"}})");
}

void TstFeedEngine::whatHasNotHappenedYetIsRefused()
{
    QFETCH(StreamKind, kind);
    QFETCH(QByteArray, stream);
    QFETCH(QByteArray, data);
    ScriptedVenue venue;
    QVERIFY(venue.begin());
    const Channel channel{kind, ScriptedVenue::bitcoin, kind == StreamKind::Klines ? Interval::time(1min) : Interval{}};
    QVERIFY(venue.listen(channel));
    const auto at = [&](qint64 later) {
        const qint64 time = venue.now() + later, bar = time - time % 60'000;
        QByteArray text = data;
        text.replace("NOW", QByteArray::number(time)).replace("BAR", QByteArray::number(bar));
        return text.replace("END", QByteArray::number(bar + 59'999));
    };
    venue.say(stream, at(3'600'000));
    QTRY_COMPARE(venue.sink.rejected(), 1);
    QCOMPARE(venue.sink.countOf(channel), 0);
    QVERIFY(kind == StreamKind::Trades || kind == StreamKind::Klines || venue.sink.stateOf(channel) != TrustState::Synced);
    venue.say(stream, at(60'000)); // clocks differ, and nobody is hurt
    if (kind == StreamKind::Trades)
        venue.say(stream, at(60'001).replace(R"("a":7)", R"("a":8)"));
    QTRY_VERIFY(venue.sink.countOf(channel) > 0);
    QCOMPARE(venue.sink.rejected(), 1);
}

void TstFeedEngine::aDayIsAllowedBeforeTheClockIsTrusted()
{
    ScriptedVenue venue;
    venue.rest = [](const QByteArray& target) { return target.contains("time") ? QByteArray("{}") : QByteArray(); };
    QVERIFY(!venue.begin() || !venue.sink.health().clockTrusted);
    QVERIFY(venue.listen(ScriptedVenue::trades));
    venue.trade(1, 7'200'000);
    venue.trade(2, 7'200'000);
    venue.trade(3, 2 * 86'400'000);
    QTRY_COMPARE(venue.sink.tradesOf(ScriptedVenue::bitcoin), (Ids{1, 2}));
    QTRY_COMPARE(venue.sink.health().rejected, 1);
}

void TstFeedEngine::historyOfTheFutureIsRefused()
{
    ScriptedVenue venue;
    QVERIFY(venue.begin());
    const qint64 minute = venue.now() - venue.now() % 60'000;
    venue.bars = {minute - 60'000, minute + 3'600'000};
    venue.tape = {{1, venue.now() - 5}, {2, venue.now() + 3'600'000}};
    venue.feed->requestKlines({ScriptedVenue::bitcoin, Interval::time(1min), {}, {}, 10});
    venue.feed->requestTrades({ScriptedVenue::bitcoin, 0, 10});
    QTRY_COMPARE(venue.sink.klineHistories().size(), std::size_t{1});
    QTRY_COMPARE(venue.sink.tradeHistories().size(), std::size_t{1});
    const KlineHistory bars = venue.sink.klineHistories().front();
    QVERIFY(bars.klines.empty() && bars.failure && bars.failure->code == Errc::ClockUntrusted);
    const TradeHistory trades = venue.sink.tradeHistories().front();
    QVERIFY(trades.trades.empty() && trades.failure && trades.failure->code == Errc::ClockUntrusted);
    QTRY_COMPARE(venue.sink.health().rejected, 2);
}

void TstFeedEngine::theSeedEndsAtTheFirstTrade()
{
    ScriptedVenue venue;
    QVERIFY(venue.begin());
    venue.feed->subscribe({ScriptedVenue::trades});
    venue.feed->requestTrades({ScriptedVenue::bitcoin, 0, 5});
    QTRY_COMPARE(venue.sink.stateOf(ScriptedVenue::trades), TrustState::Synced);
    QCOMPARE(venue.asked("aggTrades"), 0);
    for (int id = 480; id <= 500; ++id)
        venue.tape[id] = venue.now() - 500 + id;
    venue.trade(500);
    QTRY_COMPARE(venue.sink.tradeHistories().size(), std::size_t{1});
    QCOMPARE(idsOf(venue.sink.tradeHistories().front()), (Ids{496, 497, 498, 499, 500}));
    venue.trade(501, 1);
    QTRY_COMPARE(venue.sink.tradesOf(ScriptedVenue::bitcoin), Ids{501});
    QCOMPARE(venue.asked("aggTrades"), 1);
}

void TstFeedEngine::aSeedThatLagsIsMended()
{
    ScriptedVenue venue;
    QVERIFY(venue.begin());
    venue.feed->subscribe({ScriptedVenue::trades});
    venue.feed->requestTrades({ScriptedVenue::bitcoin, 0, 5});
    QTRY_COMPARE(venue.sink.stateOf(ScriptedVenue::trades), TrustState::Synced);
    for (int id = 480; id <= 490; ++id)
        venue.tape[id] = venue.now() - 500 + id;
    venue.rest = [&](const QByteArray& target) {
        for (int id = 491; target.contains("fromId") && id <= 501; ++id) // REST has caught up when it is asked again
            venue.tape[id] = venue.now() - 500 + id;
        return QByteArray();
    };
    venue.trade(500);
    venue.trade(501, 1); // begins the tape before the answer comes
    QTRY_COMPARE(venue.sink.tradeHistories().size(), std::size_t{1});
    QCOMPARE(venue.sink.tradeHistories().front().trades.size(), std::size_t{14});
    QCOMPARE(venue.sink.tradeHistories().front().trades.back().id, 499);
    QCOMPARE(venue.sink.tradesOf(ScriptedVenue::bitcoin), (Ids{500, 501}));
    QVERIFY2(venue.asked("aggTrades") == 2, venue.http.targets().join('\n').constData());
}

void TstFeedEngine::aSeedThatNeverMeetsIsDeliveredAsItIs()
{
    ScriptedVenue venue;
    QVERIFY(venue.begin());
    venue.feed->subscribe({ScriptedVenue::trades});
    venue.feed->requestTrades({ScriptedVenue::bitcoin, 0, 5});
    QTRY_COMPARE(venue.sink.stateOf(ScriptedVenue::trades), TrustState::Synced);
    venue.tape[490] = venue.now() - 10;
    venue.trade(500);
    venue.trade(501, 1);
    QTRY_COMPARE(venue.sink.tradeHistories().size(), std::size_t{1});
    QCOMPARE(idsOf(venue.sink.tradeHistories().front()), Ids{490});
    QVERIFY2(venue.asked("aggTrades") == 3, venue.http.targets().join('\n').constData());
}

void TstFeedEngine::aQuietMarketIsSeededAllTheSame()
{
    ScriptedVenue venue;
    QVERIFY(venue.begin());
    venue.tape = {{41, venue.now() - 90'000}, {42, venue.now() - 80'000}};
    venue.feed->subscribe({ScriptedVenue::trades});
    venue.feed->requestTrades({ScriptedVenue::bitcoin, 0, 5});
    QTRY_COMPARE(venue.sink.tradeHistories().size(), std::size_t{1});
    venue.trade(43);
    QTRY_COMPARE(venue.sink.tradesOf(ScriptedVenue::bitcoin), Ids{43}); // it follows the seed: no second one is needed
    QCOMPARE(venue.asked("aggTrades"), 1);
}

void TstFeedEngine::aSeedWithoutAStreamIsAnswered()
{
    ScriptedVenue venue;
    venue.streams.acknowledge = false;
    QVERIFY(venue.begin());
    QVERIFY(venue.listen(ScriptedVenue::trades));
    venue.feed->requestTrades({ScriptedVenue::bitcoin, 0, 5});
    venue.feed->unsubscribe({ScriptedVenue::trades});
    QTRY_COMPARE(venue.sink.tradeHistories().size(), std::size_t{1});
    QVERIFY(venue.listen(ScriptedVenue::trades));
    venue.feed->requestTrades({ScriptedVenue::bitcoin, 0, 5});
    venue.feed->close();
    QCOMPARE(venue.sink.tradeHistories().size(), std::size_t{2});
    QVERIFY(venue.sink.tradeHistories().back().failure);
}

void TstFeedEngine::missedBarsAreFetchedPageByPage()
{
    ScriptedVenue venue;
    QVERIFY(venue.begin());
    QVERIFY(venue.listen(minutes));
    const qint64 newest = venue.now() - venue.now() % 60'000, oldest = newest - 3'200 * qint64(60'000);
    venue.kline(oldest);
    QTRY_COMPARE(venue.sink.countOf(minutes), 1);
    for (qint64 open = oldest; open <= newest; open += 60'000)
        venue.bars.append(open);
    bool answers = false;
    venue.rest = [&](const QByteArray& target) { return target.contains("klines") && !answers ? QByteArray("{") : QByteArray(); };
    venue.streams.newest()->close();
    QTRY_COMPARE(venue.sink.stateOf(minutes), TrustState::Resyncing);
    venue.kline(newest); // live again: what was missed is missing all the same
    QTRY_COMPARE(venue.sink.countOf(minutes), 2);
    answers = true;
    QTRY_COMPARE(venue.sink.stateOf(minutes), TrustState::Synced);
    std::vector<qint64> got;
    for (const KlineHistory& page : venue.sink.klineHistories()) {
        for (const Kline& bar : page.klines) {
            if (got.empty() || bar.openTime.millis() != got.back())
                got.push_back(bar.openTime.millis());
        }
    }
    QCOMPARE(got, std::vector<qint64>(venue.bars.begin(), venue.bars.end()));
    QCOMPARE(venue.sink.klineHistories().size(), std::size_t{3});
}

void TstFeedEngine::aRequestIsAnsweredWhenItsInstrumentIsGone()
{
    ScriptedVenue venue;
    RestSession::Config config;
    config.hosts = {venue.http.url()};
    FeedContext context(venue.clock, venue.dialect, venue.sink, seededRandom(1), {}, config, 10);
    Instrument instrument;
    instrument.symbol = "BTCUSDT";
    context.instruments = InstrumentTable({instrument});
    std::vector<Errc> answers;
    fetchTrades(context, {InstrumentId{0}, 0, 5}, RestSession::Priority::Trades, [&](const Result<std::vector<Trade>>& trades) {
        answers.push_back(trades ? Errc::Internal : trades.error().code);
    });
    fetchKlines(context, {InstrumentId{0}, Interval::time(1min), {}, {}, 5}, RestSession::Priority::Klines,
                [&](const Result<std::vector<Kline>>& bars) { answers.push_back(bars ? Errc::Internal : bars.error().code); });
    context.instruments = {};
    QTRY_COMPARE(answers, (std::vector{Errc::UnknownInstrument, Errc::UnknownInstrument}));
}

void TstFeedEngine::aJammedFeedStopsListening()
{
    ScriptedVenue venue([](LiveFeedConfig& config) {
        config.mostKept = 100;
        config.clockEvery = 300ms; // to see time go by
        config.streams.pauseWait = 100ms;
    });
    QVERIFY(venue.begin());
    QVERIFY(venue.listen(ScriptedVenue::trades));
    venue.trade(1);
    venue.trade(2);
    QTRY_COMPARE(venue.sink.tradesOf(ScriptedVenue::bitcoin).size(), std::size_t{2});
    venue.sink.setHung(true);
    for (int id = 3; id <= 200; ++id) {
        venue.tape[id] = venue.now();
        venue.trade(id);
    }
    QTRY_COMPARE(venue.streams.clients().size(), 0); // the sockets are closed: nothing more is read
    const int connects = venue.streams.connects();
    const int asked = venue.asked("/time");
    QTRY_VERIFY(venue.asked("/time") > asked + 3);
    QCOMPARE(venue.streams.connects(), connects);
    for (int id = 201; id <= 250; ++id)
        venue.tape[id] = venue.now();
    venue.sink.setHung(false);
    QTRY_COMPARE(venue.sink.tradesOf(ScriptedVenue::bitcoin).size(), std::size_t{250});
    QTRY_COMPARE(venue.sink.stateOf(ScriptedVenue::trades), TrustState::Synced);
    QCOMPARE(venue.sink.complaint(), std::string()); // none missing, none twice
}

/// It takes everything in the end, but falls behind again and again: the pauses between do not become a storm of connections.
void TstFeedEngine::aSlowCoreIsNotReconnectedForAllTheTime()
{
    ScriptedVenue venue([](LiveFeedConfig& config) {
        config.mostKept = 10;
        config.streams.pauseWait = 500ms;
        config.streams.backoff = {400ms, 10s, 0};
    });
    QVERIFY(venue.begin());
    QVERIFY(venue.listen(ScriptedVenue::trades));
    int id = 0;
    QElapsedTimer watch;
    for (const qint64 least : {500, 800, 1'600}) {
        QTRY_COMPARE(venue.streams.clients().size(), 1);
        venue.sink.setHung(true);
        for (int i = 0; i < 20; ++i) {
            venue.tape[++id] = venue.now();
            venue.trade(id);
        }
        watch.start(); // no later than the pause
        QTRY_COMPARE(venue.streams.clients().size(), 0);
        venue.sink.setHung(false);
        QTRY_COMPARE(venue.streams.clients().size(), 1);
        QVERIFY2(watch.elapsed() >= least, qPrintable(QString::number(watch.elapsed())));
        QTRY_COMPARE(venue.sink.stateOf(ScriptedVenue::trades), TrustState::Synced);
    }
    QTRY_COMPARE(venue.sink.tradesOf(ScriptedVenue::bitcoin).size(), static_cast<std::size_t>(id));
    QCOMPARE(venue.sink.complaint(), std::string());
}

/// Trades go on to arrive, each six seconds old: they are delivered, and the tape is not one of now. With the first fresh one it is.
void TstFeedEngine::whatComesLateIsStaleThoughTheLinkAnswers()
{
    ScriptedVenue venue;
    QVERIFY(venue.begin());
    QTRY_VERIFY_WITH_TIMEOUT(venue.sink.health().clockTrusted, 10'000);
    QVERIFY(venue.listen(ScriptedVenue::trades));
    venue.trade(100, -50);
    QTRY_COMPARE(venue.sink.stateOf(ScriptedVenue::trades), TrustState::Synced);
    std::int64_t id = 100;
    const auto goesOnLate = [&] {
        venue.trade(++id, -6'000);
        return venue.sink.stateOf(ScriptedVenue::trades) == TrustState::Stale;
    };
    QTRY_VERIFY_WITH_TIMEOUT(goesOnLate(), 10'000);
    QCOMPARE(venue.sink.reasonOf(ScriptedVenue::trades), Errc::TooSlow);
    venue.trade(++id, -50);
    QTRY_COMPARE_WITH_TIMEOUT(venue.sink.stateOf(ScriptedVenue::trades), TrustState::Synced, 5'000);
    QTRY_COMPARE(venue.sink.tradesOf(ScriptedVenue::bitcoin).back(), id);
    QCOMPARE(venue.sink.complaint(), std::string());
}

SPREADLINE_TEST(TstFeedEngine)
#include "tst_feed_engine.moc"
