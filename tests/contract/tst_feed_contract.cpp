// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice_rig.h"
#include "test_main.h"

#include <QDateTime>

using namespace spreadline;
using namespace std::chrono_literals;
using test::PracticeRig;

/// The promises of ports/feed.h when nothing goes wrong. The sink checks order and continuity of everything by itself.
class TstFeedContract : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void deliversEveryChannelAndKeepsItsPromises();
    void knownInstrumentsKeepTheirIds();
    void everyRequestHasOneAnswer();
    void tellsFundingAndOpenInterest();
    void twentyTapesMeetTheirHistoryWithinTheBudget();
    void refusesWhatTheVenueDoesNotHave();
    void saysHowTheVenueDoes();
    void resynchronisesABookOnRequest();
    void unsubscribedChannelsFallSilent();
    void nothingArrivesAfterStop();
    void anUnreachableVenueIsDownAndSaysSo();
};

void TstFeedContract::deliversEveryChannelAndKeepsItsPromises()
{
    PracticeRig rig;
    QVERIFY(rig.begin());
    const Channel marks{StreamKind::MarkPrice, allInstruments, {}}, tickers{StreamKind::Ticker, allInstruments, {}};
    rig.feed().subscribe(std::vector{marks, tickers});
    QTRY_COMPARE_WITH_TIMEOUT(rig.sink.stateOf(marks), TrustState::Synced, 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(rig.sink.stateOf(tickers), TrustState::Synced, 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(rig.sink.countOf(rig.book) > 20 && rig.sink.tradesOf(rig.bitcoin).size() > 20, 20'000);
    QCOMPARE(rig.sink.snapshotsOf(rig.bitcoin), 1);
    QCOMPARE(rig.sink.rejected(), 0);
    QCOMPARE(rig.sink.complaint(), std::string());
}

void TstFeedContract::knownInstrumentsKeepTheirIds()
{
    PracticeRig first;
    QVERIFY(first.begin());
    auto known = first.sink.instruments();
    QVERIFY(known.size() >= 3);
    std::ranges::reverse(known);
    for (std::size_t i = 0; i < known.size(); ++i)
        known[i].id = static_cast<InstrumentId>(i);
    PracticeRig second;
    second.feed().start(known);
    QTRY_VERIFY_WITH_TIMEOUT(!second.sink.instruments().empty(), 10'000);
    for (const Instrument& instrument : known)
        QCOMPARE(second.sink.idOf(instrument.symbol), instrument.id);
}

void TstFeedContract::everyRequestHasOneAnswer()
{
    PracticeRig rig;
    rig.feed().requestKlines({InstrumentId{0}, Interval::time(1h), {}, {}, 500}); // before the start: it waits
    QVERIFY(rig.begin());
    rig.feed().requestKlines({rig.bitcoin, Interval::time(1min), {}, {}, 300});
    rig.feed().requestTrades({rig.bitcoin, 0, 50});
    QTRY_COMPARE_WITH_TIMEOUT(rig.sink.klineHistories().size(), std::size_t{2}, 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(rig.sink.tradeHistories().size(), std::size_t{1}, 10'000);
    const auto minutes = rig.sink.klineHistories().back();
    QVERIFY(!minutes.failure);
    QCOMPARE(minutes.klines.size(), std::size_t{300});
    QVERIFY(std::ranges::is_sorted(minutes.klines, {}, &Kline::openTime));
    const auto trades = rig.sink.tradeHistories().front();
    QVERIFY(!trades.failure && trades.trades.size() == 50);
    QVERIFY(std::ranges::is_sorted(trades.trades, {}, &Trade::id));
}

void TstFeedContract::tellsFundingAndOpenInterest()
{
    PracticeRig rig;
    QVERIFY(rig.begin());
    QTRY_VERIFY_WITH_TIMEOUT(rig.sink.health().clockTrusted, 10'000);
    const Timestamp now = Timestamp::fromMillis(QDateTime::currentMSecsSinceEpoch()) + rig.sink.health().clockOffset;
    rig.feed().requestDerivatives({rig.bitcoin, DerivativeSeries::FundingRate, {}, now - 10 * 24h, now});
    rig.feed().requestDerivatives({rig.bitcoin, DerivativeSeries::OpenInterest, 1h, now - 24h, now});
    rig.feed().requestDerivatives({InstrumentId{9'999}, DerivativeSeries::OpenInterest, 1h, now - 24h, now});
    QTRY_COMPARE_WITH_TIMEOUT(rig.sink.derivativeHistories().size(), std::size_t{3}, 10'000);
    for (const DerivativeHistory& history : rig.sink.derivativeHistories()) {
        if (history.instrument != rig.bitcoin) {
            QCOMPARE(history.failure->code, Errc::UnknownInstrument);
            continue;
        }
        QVERIFY2(!history.failure, history.failure ? logText(*history.failure).c_str() : "");
        QCOMPARE(history.values.size(), history.series == DerivativeSeries::FundingRate ? std::size_t{30} : std::size_t{24});
        QVERIFY(std::ranges::is_sorted(history.values, {}, &DerivativeValue::time));
        QVERIFY(history.values.front().time >= history.from && history.values.back().time <= history.to);
    }
}

/// A cold start: what was traded before each tape's first live trade comes with one request, and half of the budget is left. (With
/// thirty the last requests wait for the next minute: catalogue C04.)
void TstFeedContract::twentyTapesMeetTheirHistoryWithinTheBudget()
{
    auto market = PracticeRig::smallMarket();
    market.market.symbolCount = 20;
    market.market.messagesPerSecond = 400;
    PracticeRig rig({}, market);
    QVERIFY(rig.begin());
    const auto instruments = rig.sink.instruments();
    for (const Instrument& one : instruments) {
        rig.feed().subscribe(std::vector{Channel{StreamKind::Trades, one.id, {}}, Channel{StreamKind::Book, one.id, {}},
                                         Channel{StreamKind::Klines, one.id, Interval::time(1min)}});
        rig.feed().requestTrades({one.id, 0, 1'000});
        rig.feed().requestKlines({one.id, Interval::time(1min), {}, {}, 1'500});
    }
    QTRY_COMPARE_WITH_TIMEOUT(rig.sink.tradeHistories().size(), instruments.size(), 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(rig.sink.klineHistories().size(), instruments.size(), 30'000);
    for (const TradeHistory& history : rig.sink.tradeHistories()) {
        QTRY_VERIFY_WITH_TIMEOUT(!rig.sink.tradesOf(history.instrument).empty(), 30'000);
        QVERIFY(!history.failure && !history.trades.empty());
        QVERIFY2(rig.sink.tradesOf(history.instrument).front() <= history.trades.back().id + 1,
                 qPrintable(QString::number(index(history.instrument))));
    }
    QTRY_VERIFY_WITH_TIMEOUT(rig.sink.health().weightUsed > 0, 5'000);
    qInfo("weight of the cold start: %d of %d", rig.sink.health().weightUsed, rig.sink.health().weightLimit);
    QVERIFY(rig.sink.health().weightUsed < rig.sink.health().weightLimit / 2);
    QCOMPARE(rig.sink.complaint(), std::string());
}

void TstFeedContract::refusesWhatTheVenueDoesNotHave()
{
    PracticeRig rig;
    QVERIFY(rig.begin());
    rig.feed().requestKlines({InstrumentId{9'999}, Interval::time(1h), {}, {}, 500});
    rig.feed().requestKlines({rig.bitcoin, Interval::time(5s), {}, {}, 500});
    rig.feed().requestTrades({InstrumentId{9'999}, 0, 50});
    QTRY_COMPARE(rig.sink.klineHistories().size(), std::size_t{2});
    QTRY_COMPARE(rig.sink.tradeHistories().size(), std::size_t{1});
    QCOMPARE(rig.sink.klineHistories()[0].failure->code, Errc::UnknownInstrument);
    QCOMPARE(rig.sink.klineHistories()[1].failure->code, Errc::Unsupported);
    QCOMPARE(rig.sink.tradeHistories()[0].failure->code, Errc::UnknownInstrument);
    const Channel seconds{StreamKind::Klines, rig.bitcoin, Interval::time(5s)},
        nobody{StreamKind::Trades, InstrumentId{9'999}, {}};
    rig.feed().subscribe(std::vector{seconds, nobody});
    QTRY_COMPARE(rig.sink.reasonOf(seconds), Errc::Unsupported);
    QTRY_COMPARE(rig.sink.reasonOf(nobody), Errc::UnknownInstrument);
    QCOMPARE(rig.sink.stateOf(seconds), TrustState::Down);
}

void TstFeedContract::saysHowTheVenueDoes()
{
    PracticeRig rig;
    QVERIFY(rig.begin());
    QTRY_VERIFY_WITH_TIMEOUT(rig.sink.health().clockTrusted && rig.sink.health().latencyP99 > Duration::zero(), 10'000);
    const VenueHealth health = rig.sink.health();
    QCOMPARE(health.venue, std::string("practice"));
    QVERIFY(health.connected);
    QVERIFY(health.frames > 0 && health.weightUsed > 0 && health.weightUsed < health.weightLimit);
    QVERIFY(health.latencyP50 <= health.latencyP99 && health.latencyP99 < Duration(5s));
    QVERIFY(health.clockOffset < Duration(500ms) && health.clockOffset > Duration(-500ms));
    QVERIFY(!health.bannedUntil.isKnown());
}

void TstFeedContract::resynchronisesABookOnRequest()
{
    PracticeRig rig;
    QVERIFY(rig.begin());
    rig.feed().resyncBook(rig.bitcoin);
    QTRY_COMPARE_WITH_TIMEOUT(rig.sink.snapshotsOf(rig.bitcoin), 2, 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(rig.sink.stateOf(rig.book), TrustState::Synced, 10'000);
    QCOMPARE(rig.sink.complaint(), std::string());
    QVERIFY(rig.sink.health().resyncs <= 1);
}

void TstFeedContract::unsubscribedChannelsFallSilent()
{
    PracticeRig rig;
    QVERIFY(rig.begin());
    rig.feed().unsubscribe(std::vector{rig.trades});
    rig.feed().requestTrades({rig.bitcoin, 0, 1}); // answered after the command was carried out
    QTRY_COMPARE(rig.sink.tradeHistories().size(), std::size_t{1});
    const int trades = rig.sink.countOf(rig.trades), books = rig.sink.countOf(rig.book);
    QTRY_VERIFY_WITH_TIMEOUT(rig.sink.countOf(rig.book) > books + 10, 10'000);
    QCOMPARE(rig.sink.countOf(rig.trades), trades);
}

void TstFeedContract::nothingArrivesAfterStop()
{
    PracticeRig rig;
    QVERIFY(rig.begin());
    rig.feed().requestKlines({rig.bitcoin, Interval::time(1min), {}, {}, 1'500}); // cut off in the middle: answered all the same
    rig.feed().stop();
    rig.sink.expectSilence();
    QCOMPARE(rig.sink.klineHistories().size(), std::size_t{1});
    rig.feed().requestKlines({rig.bitcoin, Interval::time(1min), {}, {}, 10});
    rig.feed().subscribe(rig.channels());
    QTRY_COMPARE_WITH_TIMEOUT(rig.connections(true), 0, 10'000); // nobody is left who could say anything
    QCOMPARE(rig.sink.complaint(), std::string());
}

void TstFeedContract::anUnreachableVenueIsDownAndSaysSo()
{
    PracticeRig rig([](LiveFeedConfig& config) { config.venue.hosts = {{"http://127.0.0.1:1", "ws://127.0.0.1:1"}}; });
    Instrument bitcoin;
    bitcoin.symbol = "BTCUSDT";
    rig.feed().start({bitcoin});
    const Channel trades{StreamKind::Trades, InstrumentId{0}, {}};
    rig.feed().subscribe(std::vector{trades});
    rig.feed().requestKlines({InstrumentId{0}, Interval::time(1h), {}, {}, 10});
    QTRY_COMPARE_WITH_TIMEOUT(rig.sink.klineHistories().size(), std::size_t{1}, 10'000);
    QCOMPARE(rig.sink.klineHistories()[0].failure->code, Errc::Unreachable);
    QCOMPARE(rig.sink.stateOf(trades), TrustState::Down);
    QTRY_COMPARE(rig.sink.health().venue, std::string("practice"));
    QVERIFY(!rig.sink.health().connected);
}

SPREADLINE_TEST(TstFeedContract)
#include "tst_feed_contract.moc"
