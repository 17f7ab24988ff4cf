// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_main.h"

#include "exchange/feed_output.h"
#include "exchange/trust_board.h"

using namespace spreadline;

namespace {

/// Takes up to `room` events, and trades and trust always, as the contract says.
class NarrowSink final : public MarketSink {
public:
    std::size_t deliver(std::vector<StampedEvent>& batch) override
    {
        ++deliveries;
        const std::size_t taken = std::min(room, batch.size());
        for (std::size_t i = 0; i < taken; ++i)
            events.push_back(std::move(batch[i]));
        return taken;
    }
    std::size_t room = 1'000;
    int deliveries = 0;
    std::vector<StampedEvent> events;
};

Trade tradeOf(std::int64_t id)
{
    Trade trade;
    trade.id = id;
    return trade;
}

} // namespace

class TstFeedOutput : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneDeliveryPerTurn();
    void aFullLaneLosesBooksButNoTrades();
    void tellsWhenNobodyTakesAnything();
    void aJamEndsWithTheLastThatMustArrive();
    void trustIsSaidWhenItChanges();
};

void TstFeedOutput::oneDeliveryPerTurn()
{
    NarrowSink sink;
    SystemClock clock;
    FeedOutput output(sink, clock);
    for (int i = 0; i < 100; ++i)
        output.put(tradeOf(i));
    QCOMPARE(sink.deliveries, 0);
    QTRY_COMPARE(sink.events.size(), std::size_t{100});
    QCOMPARE(sink.deliveries, 1);
}

void TstFeedOutput::aFullLaneLosesBooksButNoTrades()
{
    NarrowSink sink;
    SystemClock clock;
    FeedOutput output(sink, clock);
    std::vector<InstrumentId> lost;
    output.onBookLost([&lost](InstrumentId instrument) { lost.push_back(instrument); });
    sink.room = 1;
    for (int i = 0; i < 3; ++i) {
        BookDelta delta;
        delta.instrument = InstrumentId{7};
        output.put(delta);
        output.put(tradeOf(i));
    }
    output.flush();
    sink.room = 1'000;
    QTRY_COMPARE(sink.events.size(), std::size_t{4});
    QCOMPARE(lost, std::vector<InstrumentId>{InstrumentId{7}});
    QCOMPARE(output.dropped(), 2);
    for (std::size_t i = 1; i < 4; ++i)
        QCOMPARE(std::get<Trade>(sink.events[i].event).id, static_cast<std::int64_t>(i - 1));
}

void TstFeedOutput::tellsWhenNobodyTakesAnything()
{
    NarrowSink sink;
    SystemClock clock;
    FeedOutput output(sink, clock, 50);
    std::vector<bool> jams;
    output.onJam([&jams](bool jammed) { jams.push_back(jammed); });
    sink.room = 0;
    for (int i = 0; i < 50; ++i)
        output.put(tradeOf(i));
    output.flush();
    QVERIFY(jams.empty());
    output.put(tradeOf(50));
    output.flush();
    QCOMPARE(jams, std::vector<bool>{true});
    sink.room = 10;
    output.flush();
    QCOMPARE(jams, std::vector<bool>{true}); // not before all of them are taken
    sink.room = 1'000;
    QTRY_COMPARE(jams, (std::vector<bool>{true, false}));
    QCOMPARE(sink.events.size(), std::size_t{51});
    for (int i = 0; i < 51; ++i)
        QCOMPARE(std::get<Trade>(sink.events[static_cast<std::size_t>(i)].event).id, std::int64_t{i});
    QCOMPARE(output.dropped(), 0);
}

/// What may be let go is no reason to go on waiting.
void TstFeedOutput::aJamEndsWithTheLastThatMustArrive()
{
    NarrowSink sink;
    SystemClock clock;
    FeedOutput output(sink, clock, 5);
    std::vector<bool> jams;
    output.onJam([&jams](bool jammed) { jams.push_back(jammed); });
    sink.room = 0;
    for (int i = 0; i < 6; ++i)
        output.put(tradeOf(i));
    output.flush();
    QCOMPARE(jams, std::vector<bool>{true});
    output.put(BookDelta{});
    sink.room = 6;
    output.flush();
    QCOMPARE(sink.events.size(), std::size_t{6});
    QCOMPARE(output.dropped(), 1);
    QCOMPARE(jams, (std::vector<bool>{true, false}));
}

void TstFeedOutput::trustIsSaidWhenItChanges()
{
    NarrowSink sink;
    SystemClock clock;
    FeedOutput output(sink, clock);
    TrustBoard board(output, clock);
    const Channel book{StreamKind::Book, InstrumentId{1}, {}};
    board.add(book);
    board.setStale(book, true, Errc::Timeout); // hidden: it never had data
    board.set(book, TrustState::Resyncing, Errc::StaleSnapshot);
    board.set(book, TrustState::Resyncing, Errc::StaleSnapshot);
    board.set(book, TrustState::Synced, Errc::Internal);
    board.setStale(book, false, Errc::Timeout);
    board.set(book, TrustState::Down, Errc::ConnectionLost);
    output.flush();
    std::vector<TrustState> states;
    for (const StampedEvent& stamped : sink.events)
        states.push_back(std::get<ChannelTrust>(stamped.event).trust.state);
    QCOMPARE(states,
             (std::vector{TrustState::Down, TrustState::Resyncing, TrustState::Stale, TrustState::Synced, TrustState::Down}));
}

SPREADLINE_TEST(TstFeedOutput)
#include "tst_feed_output.moc"
